#include "scoring/score_sheet.h"

#include <algorithm>

#include "base/text.h"
#include "scoring/evidence.h"
#include "scoring/record_form.h"

namespace aplomb::scoring {
namespace {

using engine::EntryKind;
using scenario::ChoiceKind;

std::size_t at(Dimension dimension) { return static_cast<std::size_t>(dimension); }

std::vector<Span> words_in(const std::string& text, const std::string& words) {
  const auto span = span_of(text, words);
  return span ? std::vector<Span>{*span} : std::vector<Span>{};
}

// Goes through a transcript once, in order, with the language that was on at each moment.
class Examiner {
 public:
  Examiner(const Valuation& valuation, const engine::Attempt& attempt,
           const engine::Transcript& transcript)
      : valuation_(valuation),
        program_(*valuation.machine().program),
        scenario_(*program_.scenario),
        attempt_(attempt),
        transcript_(transcript),
        evidence_(scenario_),
        language_(attempt.header.language) {}

  void examine(ScoreSheet& sheet) {
    for (const engine::TranscriptEntry& entry : transcript_.entries) {
      if (entry.kind == EntryKind::kLine) hear(entry);
      if (entry.kind == EntryKind::kAction) act(entry, sheet);
      if (entry.kind == EntryKind::kNotFollowed) {
        const engine::Action& action = attempt_.actions[static_cast<std::size_t>(entry.action)];
        sheet.not_followed.push_back(
            {entry.action, entry.turn, action.text, entry.typed->understanding});
      }
    }
    for (KindSheet* kind : {&sheet.picked, &sheet.typed}) {
      kind->score = kept_score(kind->tally);
      for (std::size_t i = 0; i < kind->dimensions.size(); ++i) {
        kind->dimensions[i] = kept_score(kind->tally, static_cast<Dimension>(i));
      }
    }
    const std::int64_t said = by_customer_ + by_others_;
    if (said > 0) {
      sheet.customer_share = static_cast<int>((200 * by_customer_ + said) / (2 * said));
    }
  }

 private:
  void hear(const engine::TranscriptEntry& entry) {
    const scenario::Line& line = engine::line_of(scenario_, entry.line);
    evidence_.said(entry.line, entry.turn);
    if (line.by == scenario::Speaker::kNarrator) return;
    heard_ = &line.text;
    const auto length = static_cast<std::int64_t>(base::count_code_points(line.text.in(language_)));
    (line.by == scenario::Speaker::kCustomer ? by_customer_ : by_others_) += length;
  }

  void act(const engine::TranscriptEntry& entry, ScoreSheet& sheet) {
    for (; next_action_ <= entry.action; ++next_action_) {
      const engine::Action& action = attempt_.actions[static_cast<std::size_t>(next_action_)];
      if (action.kind != engine::ActionKind::kLanguage) continue;
      language_ = base::language_from_id(action.subject).value_or(language_);
    }
    const engine::Action& action = attempt_.actions[static_cast<std::size_t>(entry.action)];
    if (action.kind == engine::ActionKind::kConsult) {
      evidence_.consulted(action.subject);
      return;
    }
    sheet.turns.push_back(turn_sheet(entry.turn));
    const TurnSheet& turn = sheet.turns.back();
    add_turn(sheet.tally, turn.best, turn.earned);
    KindSheet& kind = turn.typed ? sheet.typed : sheet.picked;
    add_turn(kind.tally, turn.best, turn.earned);
    ++kind.turns;
    const bool spoken = turn.kind == ChoiceKind::kReply || turn.kind == ChoiceKind::kInterrupt;
    if (spoken) by_others_ += static_cast<std::int64_t>(base::count_code_points(turn.text));
    sheet.interruptions += static_cast<int>(
        std::count_if(turn.negatives.begin(), turn.negatives.end(),
                      [](const auto& shown) { return shown.negative == Negative::kInterrupts; }));
  }

  TurnSheet turn_sheet(int number) const {
    const engine::Turn& turn = transcript_.turns[static_cast<std::size_t>(number) - 1];
    const scenario::Node& node = scenario_.nodes[turn.node];
    TurnSheet sheet;
    sheet.turn = number;
    sheet.action = turn.action;
    sheet.stage = node.stage;
    sheet.language = language_;
    if (heard_ != nullptr) sheet.heard = heard_->in(language_);
    if (turn.typed) {
      add_typed(sheet, turn);
    } else {
      add_chosen(sheet, turn);
    }
    const auto best = valuation_.best(turn.before);
    sheet.best = sheet.earned;
    sheet.best_kind = sheet.kind;
    sheet.best_text = sheet.text;
    if (best) {
      const scenario::Choice& better = node.choices[best->choice];
      sheet.best = best->value;
      sheet.best_kind = better.kind;
      sheet.best_text = better.text.in(language_);
    }
    if (sheet.typed) sheet.earned.total = std::min(sheet.earned.total, sheet.best.total);
    if (best) sheet.missed = missed(turn.before, node.choices[best->choice], sheet);
    return sheet;
  }

  void add_chosen(TurnSheet& sheet, const engine::Turn& turn) const {
    const scenario::Choice& choice = *engine::choice_of(scenario_, turn);
    const scenario::ProgramChoice& compiled =
        program_.choices_of(program_.nodes[turn.node])[turn.choice];
    sheet.kind = choice.kind;
    sheet.text = choice.text.in(language_);
    sheet.shown = shown(turn.before, choice, sheet.text);
    sheet.negatives = negatives(choice, compiled.negatives, sheet.text);
    for (std::size_t i = 0; i < scenario_.critical.size(); ++i) {
      if (((compiled.critical >> i) & 1U) != 0) sheet.critical.push_back({static_cast<int>(i), {}});
    }
    sheet.earned = valuation_.value(turn.before, turn.choice);
  }

  void add_typed(TurnSheet& sheet, const engine::Turn& turn) const {
    const engine::TypedReply& typed = *turn.typed;
    sheet.typed = true;
    sheet.kind = ChoiceKind::kReply;
    sheet.text = attempt_.actions[static_cast<std::size_t>(turn.action)].text;
    for (const engine::ReadBehaviour& each : typed.behaviours) {
      const int level = valuation_.level(turn.before, {each.behaviour, each.level});
      sheet.shown.push_back(
          {each.behaviour, level, each.level, spans_of(each.spans), answered(each.answers)});
    }
    for (const engine::ReadNegative& each : typed.negatives) {
      sheet.negatives.push_back({each.negative, spans_of(each.spans), answered(each.answers)});
    }
    for (const engine::ReadCritical& each : typed.critical) {
      const auto found = std::find_if(scenario_.critical.begin(), scenario_.critical.end(),
                                      [&](const auto& named) { return named.id == each.id; });
      sheet.critical.push_back(
          {static_cast<int>(found - scenario_.critical.begin()), spans_of(each.spans)});
    }
    const engine::PreparedReply prepared =
        engine::prepare(typed, scenario_, scenario_.nodes[turn.node]);
    sheet.earned = valuation_.value(turn.before, prepared.input().showing);
  }

  static std::vector<Span> spans_of(const std::vector<engine::ReadSpan>& read) {
    std::vector<Span> spans;
    spans.reserve(read.size());
    for (const engine::ReadSpan each : read) spans.push_back({each.first, each.end});
    return spans;
  }

  std::vector<Answered> answered(const auto& keys) const {
    std::vector<Answered> all;
    all.reserve(keys.size());
    for (const std::string_view key : keys) all.push_back(evidence_.answered(key, language_));
    return all;
  }

  std::vector<ShownBehaviour> shown(const State& before, const scenario::Choice& choice,
                                    const std::string& text) const {
    std::vector<ShownBehaviour> result;
    for (const scenario::Shown& each : choice.shows) {
      ShownBehaviour behaviour;
      behaviour.behaviour = each.behaviour;
      behaviour.tagged = each.level;
      behaviour.level = level(before, each);
      behaviour.words = words_in(text, each.words.in(language_));
      behaviour.answers = answered(each.answers);
      result.push_back(std::move(behaviour));
    }
    return result;
  }

  // Those that the author tagged, with their words, then those that the compiler added.
  std::vector<ShownNegative> negatives(const scenario::Choice& choice, std::uint32_t all,
                                       const std::string& text) const {
    std::vector<ShownNegative> result;
    for (const scenario::ShownNegative& each : choice.negatives) {
      result.push_back({each.negative, words_in(text, each.words.in(language_))});
      all &= ~(std::uint32_t{1} << static_cast<int>(each.negative));
    }
    for (; all != 0; all &= all - 1) {
      result.push_back({static_cast<Negative>(__builtin_ctz(all)), {}});
    }
    return result;
  }

  std::vector<Missed> missed(const State& before, const scenario::Choice& better,
                             const TurnSheet& sheet) const {
    std::vector<Missed> result;
    if (sheet.earned.total >= sheet.best.total) return result;
    const Rubric& rubric = valuation_.rubric();
    std::array<int, scenario::kDimensionCount> reached{};
    for (const ShownBehaviour& each : sheet.shown) {
      int& highest = reached[at(rubric.dimension[static_cast<std::size_t>(each.behaviour)])];
      highest = std::max(highest, each.level);
    }
    for (const scenario::Shown& each : better.shows) {
      const std::size_t dimension = at(rubric.dimension[static_cast<std::size_t>(each.behaviour)]);
      const bool lost = sheet.earned.dimensions[dimension] < sheet.best.dimensions[dimension];
      const int offered = level(before, each);
      if (!lost || offered <= reached[dimension]) continue;
      const std::string& words = each.words.in(language_);
      result.push_back({each.behaviour, offered, words.empty() ? sheet.best_text : words});
    }
    return result;
  }

  int level(const State& before, const scenario::Shown& shown) const {
    return valuation_.level(before, {shown.behaviour, static_cast<std::uint8_t>(shown.level)});
  }

  const Valuation& valuation_;
  const scenario::Program& program_;
  const scenario::Scenario& scenario_;
  const engine::Attempt& attempt_;
  const engine::Transcript& transcript_;
  Evidence evidence_;
  base::Language language_;
  int next_action_ = 0;
  const scenario::Bilingual* heard_ = nullptr;
  std::int64_t by_customer_ = 0;
  std::int64_t by_others_ = 0;
};

std::vector<RecordSheet> record_sheets(const scenario::Scenario& scenario,
                                       const engine::Attempt& attempt) {
  std::vector<RecordSheet> sheets;
  for (const scenario::RecordAnswer& answer : scenario.record) {
    RecordSheet sheet;
    sheet.field = answer.field;
    sheet.answer = answer.answer;
    if (answer.founded) {
      const std::string id(scenario::id_of(*answer.founded));
      sheet.answer = {id, id};
    }
    for (const engine::Action& action : attempt.actions) {
      if (action.kind != engine::ActionKind::kRecord) continue;
      if (action.subject == scenario::id_of(answer.field)) sheet.written = action.text;
    }
    sheet.result = judge_field(scenario, answer, sheet.written);
    sheets.push_back(std::move(sheet));
  }
  return sheets;
}

}  // namespace

ScoreSheet score_sheet(const Valuation& valuation, const Reference& reference,
                       const engine::Attempt& attempt, const engine::Transcript& transcript) {
  const scenario::Program& program = *valuation.machine().program;
  const scenario::Scenario& scenario = *program.scenario;
  ScoreSheet sheet;
  sheet.rubric_id = valuation.rubric().id;
  sheet.reference_total = reference.total;
  Examiner(valuation, attempt, transcript).examine(sheet);
  for (std::size_t i = 0; i < sheet.dimensions.size(); ++i) {
    const auto dimension = static_cast<Dimension>(i);
    sheet.dimensions[i] = {dimension_score(reference, sheet.tally, dimension), sheet.tally.lost[i],
                           reference.dimensions[i]};
  }
  for (std::size_t i = 0; i < scenario.critical.size(); ++i) {
    if (((transcript.critical >> i) & 1U) != 0) sheet.critical.push_back(static_cast<int>(i));
  }
  sheet.ended = engine::ended(program, transcript.state);
  if (sheet.ended) {
    const Index ending = program.ending_of(transcript.state.node);
    sheet.ending = ending;
    for (std::size_t i = 0; i < sheet.dimensions.size(); ++i) {
      sheet.dimensions[i].score =
          dimension_score(valuation.rubric(), reference, sheet.tally, static_cast<Dimension>(i),
                          scenario.endings[ending].kind);
    }
    sheet.score =
        score_of(valuation.rubric(), reference, sheet.tally, scenario.endings[ending].kind);
    sheet.passed = sheet.critical.empty();
  }
  sheet.record = record_sheets(scenario, attempt);
  return sheet;
}

}  // namespace aplomb::scoring
