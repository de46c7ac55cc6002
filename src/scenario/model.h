// A scenario as its author wrote it: what scenarios/FORMAT.md describes, checked and complete.
// References between parts are ids (texts) here; scenario/program.h holds the compiled form.
//
// All texts and lists within the parts refer to the scenario's own memory.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "scenario/arena.h"
#include "scenario/vocabulary.h"

namespace aplomb::scenario {

// Place of a part in its file, for diagnostics that are found later (compile, check).
// An index into the document's nodes; see scenario/document.h.
struct Origin {
  std::uint32_t value = 0;
};

// A condition or an effect, still as text; checked and compiled by scenario/compile.h.
struct Source {
  Text text;
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
  Text id;  // a Meter id, or the scenario's own
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
  Text id;
  CaseGroup group{};
  Bilingual text;
  std::array<List<Text>, 2> accepted;  // by base::Language
  bool open = false;                                 // known from the start
  Origin origin;
};

struct CaseDocument {
  Text id;
  Bilingual title;
  Bilingual text;
  int minutes = 0;
  List<Text> reveals;
  List<Source> effects;
  Origin origin;
};

struct RecordAnswer {
  RecordField field{};
  Bilingual answer;                  // of `founded`: empty, see below
  std::optional<Founded> founded;    // of `founded` only
  std::array<List<Text>, 2> accepted;
  List<Text> keys;     // case keys of which the field should speak
  Origin origin;
};

enum class VariableType : std::uint8_t { kBool, kInt, kEnum };

struct Variable {
  Text id;
  VariableType type{};
  int min = 0, max = 1;  // of an enum: index of the first and last value
  int initial = 0;
  List<Text> values;  // of an enum
  Origin origin;
};

struct Line {
  Bilingual text;
  const Source* when = nullptr;  // null: always
  List<Text> reveals;
  Origin origin;
  Speaker by = Speaker::kCustomer;
  std::optional<Emotion> emotion;
};

struct Shown {
  Behaviour behaviour{};
  int level = 1;                     // 1 to 3
  List<Text> answers;  // case keys
  Bilingual words;                   // verbatim in the text; empty for an act without text
  Origin origin;
};

struct ShownNegative {
  Negative negative{};
  Bilingual words;
  Origin origin;
};

struct Call {
  Text fragment;
  Text then;
};

// Where a conversation goes: a node or ending id, "return", or a call.
struct Destination {
  std::variant<Text, Call> to;
  Origin origin;
};

struct Branch {
  const Source* when = nullptr;  // null: always
  Destination go;
};

struct AffectChange {
  Text meter;
  int change = 0;
};

enum class ChoiceKind : std::uint8_t { kReply, kListen, kInterrupt, kPause, kSilence, kManager };

// Something the trainee may do at a node: say a reply, or one of the acts.
struct Choice {
  Text id;  // of acts: the kind's name, e.g. "listen"
  Bilingual text;
  ChoiceKind kind = ChoiceKind::kReply;
  bool once = false;
  bool topic = false;
  int after = 0;  // seconds; of silence only
  Origin origin;
  const Source* when = nullptr;  // null: always
  List<Shown> shows;
  List<ShownNegative> negatives;
  List<AffectChange> affect;  // overrides the affect model
  List<Source> effects;
  List<Text> critical;
  List<Line> lines;
  List<Branch> go;  // first whose condition holds; the last has none
};

struct TypedRule {
  Source when;
  Text as;           // a reply's id, or
  List<Branch> go;   // where to go
  Origin origin;
};

struct Node {
  Text id;
  Text fragment;  // empty outside fragments
  Origin origin;
  Stage stage{};
  bool provoking = false;
  bool technical = false;
  List<Line> lines;
  Bilingual hint;
  List<Choice> choices;  // replies in authored order, then the acts
  List<Text> documents;
  std::optional<Text> topics_then;
  List<TypedRule> typed;
  List<Branch> go;
};

struct FollowUp {
  int days = 0;
  Text go;
};

struct Ending {
  Text id;
  EndingKind kind{};
  Bilingual title;
  Bilingual text;
  int keeps = 0;  // chance in per cent that the customer comes back
  std::optional<FollowUp> follow_up;
  Origin origin;
};

struct Critical {
  Text id;
  Bilingual title;
  Bilingual text;
  Origin origin;
};

struct Watch {
  Source when;
  Destination go;
};

struct Fragment {
  Text id;
  Text entry;  // its first node
  Origin origin;
};

struct Scenario {
  Text id;
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
  Text start;
  std::vector<Node> nodes;  // those of fragments included
  std::vector<Fragment> fragments;
  std::vector<Ending> endings;
  std::shared_ptr<const Arena> memory;  // of the texts and lists
};

}  // namespace aplomb::scenario
