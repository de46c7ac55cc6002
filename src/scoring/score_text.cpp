#include "scoring/score_sheet.h"

namespace aplomb::scoring {
namespace {

// In quotes and on one line, so that no text can be taken for a fact of the sheet.
std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    if (c == '\n') {
      result += "\\n";
    } else {
      result += c;
    }
  }
  return result + "\"";
}

template <typename Enum>
std::string id(Enum value) {
  return std::string(scenario::id_of(value));
}

std::string fraction(const std::optional<Score>& score) {
  if (!score) return "none";
  return std::to_string(score->numerator) + "/" + std::to_string(score->denominator);
}

std::string values(const TurnValue& value) {
  std::string text;
  for (const std::uint8_t each : value.dimensions)
    text += std::to_string(each) + " ";
  return text + "= " + std::to_string(value.total);
}

std::string cited(const std::vector<Span>& words, const std::string& text) {
  std::string all;
  for (const Span span : words) {
    all += " " + std::to_string(span.begin) + "-" + std::to_string(span.end) + " " +
           quoted(std::string_view(text).substr(span.begin, span.end - span.begin));
  }
  return all;
}

std::string answers_text(const std::vector<Answered>& answers) {
  std::string text;
  for (const Answered& answered : answers) {
    text += "    answers " + answered.key + " turn " + std::to_string(answered.turn) + " " +
            quoted(answered.quote) + "\n";
  }
  return text;
}

// Only of an attempt in which something was typed, so that the text of one without is what it
// always was.
std::string kinds_text(const ScoreSheet& sheet) {
  std::string text;
  if (sheet.typed.turns > 0) {
    for (const auto& [name, kind] : {std::pair{"picked", &sheet.picked},
                                     std::pair{"typed", &sheet.typed}}) {
      text += std::string(name) + " turns " + std::to_string(kind->turns) + " score " +
              fraction(kind->score);
      for (const auto& score : kind->dimensions) text += " " + fraction(score);
      text += "\n";
    }
  }
  for (const NotFollowed& each : sheet.not_followed) {
    text += "not followed action " + std::to_string(each.action) + " " + each.understanding + " " +
            quoted(each.text) + "\n";
  }
  return text;
}

std::string_view kind_id(scenario::ChoiceKind kind) {
  using scenario::ChoiceKind;
  switch (kind) {
    case ChoiceKind::kReply:
      return "reply";
    case ChoiceKind::kListen:
      return "listen";
    case ChoiceKind::kInterrupt:
      return "interrupt";
    case ChoiceKind::kPause:
      return "pause";
    case ChoiceKind::kSilence:
      return "silence";
    case ChoiceKind::kManager:
      return "manager";
  }
  return "";
}

std::string_view result_id(RecordResult result) {
  switch (result) {
    case RecordResult::kRight:
      return "right";
    case RecordResult::kPartly:
      return "partly";
    case RecordResult::kWrong:
      return "wrong";
    case RecordResult::kEmpty:
      return "empty";
  }
  return "";
}

std::string turn_text(const TurnSheet& turn, const scenario::Scenario& scenario) {
  std::string text = "turn " + std::to_string(turn.turn) + " " + id(turn.stage) + " " +
                     (turn.typed ? "typed" : std::string(kind_id(turn.kind))) + " " +
                     std::string(base::language_id(turn.language)) + " action " +
                     std::to_string(turn.action) + "\n";
  text += "  heard " + quoted(turn.heard) + "\n  text " + quoted(turn.text) + "\n";
  for (const ShownBehaviour& shown : turn.shown) {
    text += "  shown " + id(shown.behaviour) + " " + std::to_string(shown.level) + " of " +
            std::to_string(shown.tagged) + cited(shown.words, turn.text) + "\n" +
            answers_text(shown.answers);
  }
  for (const ShownNegative& shown : turn.negatives) {
    text += "  negative " + id(shown.negative) + cited(shown.words, turn.text) + "\n" +
            answers_text(shown.answers);
  }
  text += "  earned " + values(turn.earned) + "\n";
  text += "  best " + values(turn.best) + " " + std::string(kind_id(turn.best_kind)) + " " +
          quoted(turn.best_text) + "\n";
  for (const Missed& missed : turn.missed) {
    text += "  missed " + id(missed.behaviour) + " " + std::to_string(missed.level) + " " +
            quoted(missed.words) + "\n";
  }
  for (const CommittedCritical& each : turn.critical) {
    text += "  critical " + scenario.critical[static_cast<std::size_t>(each.critical)].id +
            cited(each.words, turn.text) + "\n";
  }
  return text;
}

}  // namespace

std::string score_text(const ScoreSheet& sheet, const scenario::Scenario& scenario) {
  std::string text = "scenario " + scenario.id + "\nrubric " + sheet.rubric_id + "\n";
  if (sheet.ending) {
    const scenario::Ending& ending = scenario.endings[static_cast<std::size_t>(*sheet.ending)];
    text += "ending " + ending.id + " " + id(ending.kind) + "\n";
  }
  text += "score " + fraction(sheet.score) + "\n";
  text += std::string("passed ") + (sheet.passed ? "yes" : "no") + "\n";
  text += "lost " + std::to_string(sheet.tally.lost_total) + " best met " +
          std::to_string(sheet.tally.best_total) + " reference " +
          std::to_string(sheet.reference_total) + "\n";
  for (const int index : sheet.critical) {
    text += "critical " + scenario.critical[static_cast<std::size_t>(index)].id + "\n";
  }
  for (std::size_t i = 0; i < sheet.dimensions.size(); ++i) {
    const DimensionSheet& each = sheet.dimensions[i];
    text += "dimension " + id(static_cast<Dimension>(i)) + " " +
            fraction(each.score) + " lost " +
            std::to_string(each.lost) + " of " + std::to_string(each.reference) + "\n";
  }
  text += kinds_text(sheet);
  for (const TurnSheet& turn : sheet.turns)
    text += turn_text(turn, scenario);
  for (const RecordSheet& each : sheet.record) {
    text += "record " + id(each.field) + " " + std::string(result_id(each.result)) + " " +
            quoted(each.written) + "\n";
  }
  text += "customer share " + std::to_string(sheet.customer_share) + "\n";
  text += "interruptions " + std::to_string(sheet.interruptions) + "\n";
  return text;
}

}  // namespace aplomb::scoring
