// The score sheet: every point of an attempt traced to words. Derived, never edited.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/language.h"
#include "engine/replay.h"
#include "scoring/valuation.h"

namespace aplomb::scoring {

// Bytes [begin, end) of a text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const Span&) const = default;
};

// What a behaviour answers: the case key, and the words with it.
struct Answered {
  std::string key;    // case key id
  std::string quote;  // the customer's or the file's words
  int turn = 0;       // turns before the line that said them; -1: the case file or a document
};

struct ShownBehaviour {
  Behaviour behaviour{};
  int level = 0;   // as it counted; 0 where the formula was worn or it did not count here
  int tagged = 0;  // as it was tagged or read
  std::vector<Span> words;  // in the turn's text, ascending; none for an act without text
  std::vector<Answered> answers;
};

struct ShownNegative {
  Negative negative{};
  std::vector<Span> words;
  std::vector<Answered> answers = {};  // of a typed reply: what is misquoted, or known already
};

struct CommittedCritical {
  int critical = 0;         // index into the scenario's critical failures
  std::vector<Span> words;  // of a typed reply
};

// What the best input would have added: a behaviour of it at a level that this turn did not reach
// in a dimension where this turn lost.
struct Missed {
  Behaviour behaviour{};
  int level = 0;
  std::string words;  // cited words of the best input; its text where it cites none
};

struct TurnSheet {
  int turn = 1;
  int action = 0;  // index into the attempt's actions
  scenario::Stage stage{};
  scenario::ChoiceKind kind{};
  bool typed = false;  // said in the trainee's own words
  base::Language language{};
  std::string heard;  // the last line said to the trainee before
  std::string text;   // what was said or done; may be empty for listening, silence and interrupting
  std::vector<ShownBehaviour> shown;
  std::vector<ShownNegative> negatives;
  TurnValue earned;  // of a typed reply the total is at most the best's
  TurnValue best;
  std::string best_text;  // of the best input; empty for an act without text
  scenario::ChoiceKind best_kind{};
  std::vector<Missed> missed;
  std::vector<CommittedCritical> critical;
};

// Something typed that the customer did not follow: no turn, nothing lost.
struct NotFollowed {
  int action = 0;            // index into the attempt's actions
  int turn = 0;              // turns taken before it
  std::string text;
  std::string understanding;  // id of language::Understanding
};

// The turns of one kind on their own. Choosing a good line shows recognition, producing one shows
// the skill, so the two are never mixed. Acts count as picked.
struct KindSheet {
  int turns = 0;
  Tally tally;
  std::optional<Score> score;  // none: not called for
  std::array<std::optional<Score>, scenario::kDimensionCount> dimensions;
};

struct DimensionSheet {
  std::optional<Score> score;  // none: not called for
  std::int32_t lost = 0;
  std::int32_t reference = 0;
};

enum class RecordResult : std::uint8_t { kRight, kPartly, kWrong, kEmpty };

struct RecordSheet {
  scenario::RecordField field{};
  std::string written;
  base::Bilingual answer;  // for `founded` the id in both
  RecordResult result = RecordResult::kEmpty;
};

struct ScoreSheet {
  std::string rubric_id;
  bool ended = false;          // an attempt may be looked at before its end
  std::optional<Score> score;  // none before the end
  bool passed = false;         // ended, and no critical failure
  std::array<DimensionSheet, scenario::kDimensionCount> dimensions;
  std::vector<TurnSheet> turns;
  std::vector<int> critical;  // indices into the scenario's critical failures
  std::optional<int> ending;  // index into the scenario's endings
  Tally tally;
  KindSheet picked;
  KindSheet typed;
  std::vector<NotFollowed> not_followed;
  std::int32_t reference_total = 0;
  std::vector<RecordSheet> record;
  int customer_share = 0;  // per cent of the code points said which were the customer's
  int interruptions = 0;
};

[[nodiscard]] ScoreSheet score_sheet(const Valuation& valuation, const Reference& reference,
                                     const engine::Attempt& attempt,
                                     const engine::Transcript& transcript);

// The sheet as canonical text (one line a fact, stable order), for its hash and golden files.
[[nodiscard]] std::string score_text(const ScoreSheet& sheet, const scenario::Scenario& scenario);

}  // namespace aplomb::scoring
