// A scenario as its author wrote it: what scenarios/FORMAT.md describes, checked and complete.
// References between parts are ids (strings) here; scenario/program.h holds the compiled form.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/language.h"
#include "scenario/vocabulary.h"

namespace aplomb::scenario {

using base::Bilingual;

// Place of a part in its file, for diagnostics that are found later (compile, check).
// An index into the document's nodes; see scenario/document.h.
struct Origin {
  std::uint32_t value = 0;
};

// A condition or an effect, still as text; checked and compiled by scenario/compile.h.
struct Source {
  std::string text;
  Origin origin;
};

struct Face {
  FaceShape shape = FaceShape::kOval;
  int skin = 2;  // 1 (lightest) to 6
  Hair hair = Hair::kShort;
  HairColor hair_color = HairColor::kBlack;
  Glasses glasses = Glasses::kNone;
  Beard beard = Beard::kNone;
  Age age = Age::kMiddle;
  Clothing clothing = Clothing::kTeal;
};

struct Role {
  Bilingual title;
  Bilingual authority;
};

struct Complaint {
  ComplaintType type{};
  Industry industry{};
  Channel channel{};
  int difficulty = 1;  // 1 to 5
};

struct MeterStart {
  std::string id;  // a Meter id, or the scenario's own
  int initial = 0;  // 0 to 100, in steps of 5
  Bilingual name;  // only of the scenario's own meter
  Origin origin;
};

struct Customer {
  CustomerKind kind{};
  Bilingual name;
  Bilingual address;
  Temperament temperament{};
  Bilingual background;
  int vent = 0, respect = 0, remedy = 0;  // needs, together 100
  std::vector<MeterStart> meters;         // heat, trust, clarity, patience, then one more or none
  Face face;
};

struct CaseKey {
  std::string id;
  CaseGroup group{};
  Bilingual text;
  std::array<std::vector<std::string>, 2> accepted;  // by base::Language
  bool open = false;                                 // known from the start
  Origin origin;
};

struct CaseDocument {
  std::string id;
  Bilingual title;
  Bilingual text;
  int minutes = 0;
  std::vector<std::string> reveals;
  std::vector<Source> effects;
  Origin origin;
};

struct RecordAnswer {
  RecordField field{};
  Bilingual answer;                  // of `founded`: empty, see below
  std::optional<Founded> founded;    // of `founded` only
  std::array<std::vector<std::string>, 2> accepted;
  std::vector<std::string> keys;     // case keys of which the field should speak
  Origin origin;
};

enum class VariableType : std::uint8_t { kBool, kInt, kEnum };

struct Variable {
  std::string id;
  VariableType type{};
  int min = 0, max = 1;  // of an enum: index of the first and last value
  int initial = 0;
  std::vector<std::string> values;  // of an enum
  Origin origin;
};

struct Line {
  Speaker by = Speaker::kCustomer;
  Bilingual text;
  std::optional<Source> when;
  std::optional<Emotion> emotion;
  std::vector<std::string> reveals;
  Origin origin;
};

struct Shown {
  Behaviour behaviour{};
  int level = 1;                     // 1 to 3
  std::vector<std::string> answers;  // case keys
  Bilingual words;                   // verbatim in the text; empty for an act without text
  Origin origin;
};

struct ShownNegative {
  Negative negative{};
  Bilingual words;
  Origin origin;
};

struct Call {
  std::string fragment;
  std::string then;
};

// Where a conversation goes: a node or ending id, "return", or a call.
struct Destination {
  std::variant<std::string, Call> to;
  Origin origin;
};

struct Branch {
  std::optional<Source> when;
  Destination go;
};

enum class ChoiceKind : std::uint8_t { kReply, kListen, kInterrupt, kPause, kSilence, kManager };

// Something the trainee may do at a node: say a reply, or one of the acts.
struct Choice {
  ChoiceKind kind = ChoiceKind::kReply;
  std::string id;  // of acts: the kind's name, e.g. "listen"
  Bilingual text;
  std::vector<Shown> shows;
  std::vector<ShownNegative> negatives;
  std::optional<Source> when;
  bool once = false;
  bool topic = false;
  int after = 0;                          // seconds; of silence only
  std::map<std::string, int> affect;      // meter id -> change, overrides the affect model
  std::vector<Source> effects;
  std::vector<std::string> critical;
  std::vector<Line> lines;
  std::vector<Branch> go;                 // first whose condition holds; the last has none
  Origin origin;
};

struct TypedRule {
  Source when;
  std::string as;           // a reply's id, or
  std::vector<Branch> go;   // where to go
  Origin origin;
};

struct Node {
  std::string id;
  std::string fragment;  // empty outside fragments
  Stage stage{};
  std::vector<Line> lines;
  Bilingual hint;
  bool provoking = false;
  bool technical = false;
  std::vector<Choice> choices;  // replies in authored order, then the acts
  std::vector<std::string> documents;
  std::optional<std::string> topics_then;
  std::vector<TypedRule> typed;
  std::vector<Branch> go;
  Origin origin;
};

struct FollowUp {
  int days = 0;
  std::string go;
};

struct Ending {
  std::string id;
  EndingKind kind{};
  Bilingual title;
  Bilingual text;
  int keeps = 0;  // chance in per cent that the customer comes back
  std::optional<FollowUp> follow_up;
  Origin origin;
};

struct Critical {
  std::string id;
  Bilingual title;
  Bilingual text;
  Origin origin;
};

struct Watch {
  Source when;
  Destination go;
};

struct Fragment {
  std::string id;
  std::string entry;  // its first node
  Origin origin;
};

struct Scenario {
  std::string id;
  int version = 0;
  Bilingual title;
  Bilingual teaser;  // for the card; empty: the brief's first sentence serves
  Bilingual brief;
  Role role;
  Complaint complaint;
  std::vector<Bilingual> objectives;
  Customer customer;
  std::array<Bilingual, 4> cast;  // by Speaker; the customer's is the persona's name
  std::vector<CaseKey> keys;
  std::vector<CaseDocument> documents;
  std::vector<RecordAnswer> record;
  std::vector<Variable> variables;
  std::vector<Critical> critical;
  std::vector<Watch> watch;
  std::string start;
  std::vector<Node> nodes;  // those of fragments included
  std::vector<Fragment> fragments;
  std::vector<Ending> endings;
};

}  // namespace aplomb::scenario
