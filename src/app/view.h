// What the window shows, as plain values. `app` fills these; `ui` draws them and asks for changes
// with the commands in command.h. No pointers, no callbacks, no ImGui.
//
// Wording. Text that comes from data (scenario, rubric, affect model, diagnostics) arrives here as
// UTF-8 in the language being shown. What is one of a fixed set arrives as an enumerator, and `ui`
// finds its name in the i18n catalogue. Byte offsets always fall on code point boundaries.
//
// Time. `ui` has no clock of its own for anything that counts: what appears by and by (lines at
// reading speed, a silence running out) is moved on by `app`, which also says when the view will
// next change by itself (`View::next_change`), so that nothing is redrawn before.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/language.h"
#include "scenario/model.h"
#include "scenario/vocabulary.h"

namespace aplomb::app {

inline constexpr double kNever = std::numeric_limits<double>::infinity();
inline constexpr std::size_t kWholeText = std::numeric_limits<std::size_t>::max();

// practice: coach, evidence and meters are shown. rehearse: meters only. exam: neither.
enum class Mode : std::uint8_t { kPractice, kRehearse, kExam };

using scenario::Dimension;
using scenario::Founded;
using scenario::RecordField;

// ---------------------------------------------------------------- shared by all screens

enum class ThemeChoice : std::uint8_t { kLight, kDark };

struct Settings {
  base::Language language = base::Language::kZh;
  ThemeChoice theme = ThemeChoice::kLight;
  int text_percent = 100;  // 80–200
  bool reduced_motion = false;
  bool cards_hidden = false;  // production only: the trainee answers in their own words
};

struct PersonView {
  std::int64_t id = 0;
  std::string name;
  int attempts = 0;  // finished ones
};

// Something that went wrong or was done, shown over any screen until dismissed or replaced.
struct NoticeView {
  enum class Kind : std::uint8_t { kDone, kProblem };
  Kind kind = Kind::kDone;
  std::string what;        // one sentence
  std::string what_to_do;  // one sentence; empty where nothing is left to do
};

// A moment in local time, already split so that each language can write it its own way.
struct MomentView {
  int year = 0;
  int month = 0;  // 1–12
  int day = 0;
  int hour = 0;
  int minute = 0;
  int days_ago = 0;  // 0 today, 1 yesterday
};

// The turns picked and the turns typed, each on their own.
struct KindsView {
  int picked_turns = 0;
  int typed_turns = 0;
  std::optional<int> picked;  // 0–100; none: not called for
  std::optional<int> typed;
};

struct UnfinishedView {
  std::int64_t attempt = 0;
  std::string scenario_title;
  Mode mode = Mode::kPractice;
  int turn = 0;
  MomentView last_played;
};

// ---------------------------------------------------------------- first start
struct WelcomeView {};  // nobody is known yet: the window asks for a name

// The program cannot work at all (store unreadable, newer schema, no scenarios). One page, no way
// on but the ones named.
struct TroubleView {
  std::string what;
  std::string what_to_do;
  bool can_retry = false;  // offers Retry
};

// ---------------------------------------------------------------- library

struct ScenarioCardView {
  std::string id;
  std::string title;
  std::string teaser;  // one or two sentences
  scenario::Industry industry{};
  scenario::Channel channel{};
  scenario::CustomerKind kind{};
  scenario::ComplaintType type{};
  int difficulty = 1;  // 1–5
  scenario::Face face{};
  scenario::Emotion emotion{};  // as the customer arrives
  std::optional<int> best;      // best finished score, 0–100; critical failures do not count
  int attempts = 0;             // finished ones
  std::optional<UnfinishedView> unfinished;
};

struct RecentView {
  std::int64_t attempt = 0;
  std::string title;
  int score = 0;        // 0–100
  bool passed = false;  // false after a critical failure
  MomentView when;
  KindsView kinds = {};
};

// A scenario file that could not be loaded: its first diagnostic, and how many there are.
struct BrokenScenarioView {
  std::string file;  // file:line:column
  std::string what;
  std::string what_to_do;
  int problems = 1;
};

// What to do next, drawn large at the top.
struct SuggestionView {
  enum class Reason : std::uint8_t { kUnfinished, kNotMet, kLowestScore };
  Reason reason = Reason::kNotMet;
  std::size_t card = 0;  // index into LibraryView::cards
};

struct LibraryView {
  bool loading = false;  // more cards are still to come
  std::vector<ScenarioCardView> cards;
  std::optional<SuggestionView> suggestion;
  std::vector<UnfinishedView> unfinished;  // newest first
  std::vector<RecentView> recent;          // newest first, at most eight
  std::vector<BrokenScenarioView> broken;
};

// ---------------------------------------------------------------- briefing

struct BriefingDocumentView {
  std::string title;
  int minutes = 0;  // conversation time it takes to read
};

struct BriefingView {
  ScenarioCardView card;
  std::string customer;             // the polite form: 李女士, Ms Li
  std::string background;           // who the customer is
  std::vector<std::string> brief;   // paragraphs
  std::string role;                 // who the trainee is
  std::string authority;            // what the trainee may and may not decide
  std::vector<std::string> objectives;
  std::vector<std::string> taught;  // taught here, not scored
  std::vector<BriefingDocumentView> documents;
  Mode mode = Mode::kPractice;      // chosen beforehand
  bool can_type = false;            // replies in one's own words can be read
  bool cards_hidden = false;
};

// ---------------------------------------------------------------- conversation

struct StageView {
  enum class Progress : std::uint8_t { kAhead, kNow, kDone };
  scenario::Stage stage{};
  Progress progress = Progress::kAhead;
};

struct MeterView {
  // What a high value means, which decides colour and the sense of the arrow.
  enum class Sense : std::uint8_t { kHeat, kGood, kBad };
  std::string label;
  Sense sense = Sense::kGood;
  int value = 0;   // 0–100
  int change = 0;  // since the trainee's last input
};

struct BehaviourView {
  std::string label;
  Dimension dimension{};
  int level = 0;          // 1–3; 0 for a negative
  bool negative = false;
  bool caps = false;      // a negative that caps its dimension (★)
  std::string answers = {};  // the customer's or the file's words that it answers; may be empty
};

// Words that showed something. `begin`/`end` are bytes of the text they stand in.
struct EvidenceView {
  std::size_t begin = 0;
  std::size_t end = 0;
  Dimension dimension{};
  bool negative = false;
  std::vector<BehaviourView> reasons = {};  // all that these words showed
};

struct UtteranceView {
  enum class Speaker : std::uint8_t {
    kCustomer,
    kTrainee,
    kManager,
    kColleague,
    kNarrator,  // centred, without a bubble
    kAct,       // something the trainee did rather than said; centred
    kBreak,     // "four days later": a divider
  };
  Speaker speaker = Speaker::kCustomer;
  std::string name;  // of manager and colleague; empty for the others
  std::string text;
  std::size_t revealed = kWholeText;     // bytes of `text` that have appeared
  bool cut_off = false;                  // the trainee interrupted here
  std::vector<EvidenceView> evidence;    // sorted, not overlapping; practice only
  std::vector<BehaviourView> behaviours; // the row under it; practice only
  std::string remark = {};               // quiet, under it: why the customer did not follow
};

struct ReplyView {
  std::string text;
};

// The box for a reply in the trainee's own words.
struct ReplyBoxView {
  bool offered = false;      // a reply can be typed at this moment
  std::string unavailable;   // why none can at all; empty where it can
  std::string draft;         // what stands in it
  int sent = 0;              // replies sent so far: a new number empties the box
  std::string problem;       // why the last one was not sent; empty when it was
  std::string mend;
  bool cards_hidden = false;
  bool may_show_cards = true;  // not in rehearsal or an exam that began without them
};

struct ActView {
  enum class Kind : std::uint8_t { kListen, kInterrupt, kPause, kManager };
  Kind kind = Kind::kListen;
  std::string text;  // what it is here ("hand her a glass of water"); empty: the usual wording
};

enum class RecordFieldKind : std::uint8_t { kLine, kParagraph, kFounded };

struct RecordFieldView {
  RecordField field{};
  RecordFieldKind kind = RecordFieldKind::kLine;
  std::string text;                // what the trainee wrote
  std::optional<Founded> founded;  // for kFounded; none: not decided yet
};

struct DocumentView {
  std::string id;
  std::string title;
  int minutes = 0;
  bool offered = false;  // may be opened now
  bool read = false;
  std::string text;      // empty until read
};

struct ConversationView {
  std::int64_t attempt = 0;
  std::string title;
  scenario::Industry industry{};
  scenario::Channel channel{};
  Mode mode = Mode::kPractice;
  int turn = 1;
  int seconds = 0;  // conversation time so far, reading of documents included
  std::vector<StageView> stages;

  std::string customer;
  scenario::Face face{};
  scenario::Emotion emotion{};
  std::vector<MeterView> meters;  // empty in an exam
  std::string coach;              // one sentence; empty when there is none

  std::vector<UtteranceView> transcript;
  bool speaking = false;       // lines are still appearing: Hurry works
  bool can_interrupt = false;  // Interrupt works

  std::vector<ReplyView> replies;  // in the order shown; at most nine; none while hidden
  ReplyBoxView box;
  std::vector<ActView> acts;
  std::optional<int> silence_left; // seconds until the customer takes the silence as an answer

  std::vector<RecordFieldView> record;
  std::vector<DocumentView> documents;
  std::string notes;

  bool ended = false;  // nothing left to say: ShowScoreSheet
};

// ---------------------------------------------------------------- score sheet

struct DimensionScoreView {
  Dimension dimension{};
  std::optional<int> score;   // 0–100; none: this path did not call for it
  std::optional<int> picked = {};  // of the turns of that kind; none: not called for
  std::optional<int> typed = {};
};

// A behaviour with the words that showed it and what they answer.
struct ShownView {
  BehaviourView behaviour;
  std::string words;    // quoted; empty for an act
  std::string answers;  // the customer's or the file's words; empty below level 2
  int answers_turn = -1;  // turn after which they were said; 0: at the start; -1: the case file
};

// What the best input would have shown and this one did not.
struct MissedView {
  BehaviourView behaviour;
  std::string reply;  // the text or act that would have shown it
};

struct TurnView {
  int turn = 1;
  scenario::Stage stage{};
  std::string heard;           // the customer's last line before it
  std::string text;            // what the trainee said or did
  bool act = false;            // done rather than said
  bool typed = false;          // in the trainee's own words
  std::vector<EvidenceView> evidence;  // in `text`
  std::vector<ShownView> shown;        // negatives last
  std::vector<MissedView> missed;
  int earned = 0;              // weighted points of this turn
  int best = 0;                // what the best input would have earned
  bool largest_loss = false;   // where most was lost (at most one turn)
  int heat = 0;                // after it
  int trust = 0;
};

struct CriticalView {
  int turn = 0;
  std::string title;
  std::string text;
  std::string words;  // quoted; may be empty
};

struct EndingView {
  scenario::EndingKind kind{};
  std::string title;
  std::string text;
  int keeps = 0;  // chance in per cent that the customer comes back
};

struct RecordResultView {
  enum class Result : std::uint8_t { kRight, kPartly, kWrong, kEmpty };
  RecordField field{};
  Result result = Result::kEmpty;
  std::string written;
  std::string answer;
};

struct ScoreSheetView {
  std::int64_t attempt = 0;
  ScenarioCardView card;
  std::string customer;
  Mode mode = Mode::kPractice;
  MomentView when;
  int minutes = 0;
  bool older_semantics = false;  // shown as stored, not recomputed

  int score = 0;  // 0–100
  std::vector<DimensionScoreView> dimensions;  // all six, in the order of Dimension
  KindsView kinds;
  std::vector<CriticalView> critical;          // not empty: not passed, whatever the score
  EndingView ending;
  int start_heat = 0;
  int start_trust = 0;
  std::vector<TurnView> turns;
  std::vector<RecordResultView> record;
  int customer_share = 0;  // per cent of all that was said which the customer said
  int interruptions = 0;
  int not_followed = 0;  // typed replies that the customer did not follow
};

// ---------------------------------------------------------------- the whole window

using ScreenView = std::variant<WelcomeView, TroubleView, LibraryView, BriefingView,
                                ConversationView, ScoreSheetView>;

struct View {
  Settings settings;
  std::vector<PersonView> people;
  std::int64_t person = 0;  // the current one; 0 before the first start
  std::optional<NoticeView> notice;
  ScreenView screen;
  // Seconds until this view changes without a command; kNever when it does not.
  double next_change = kNever;
};

}  // namespace aplomb::app
