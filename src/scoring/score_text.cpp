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

std::string fraction(const Score& score) {
  return std::to_string(score.numerator) + "/" + std::to_string(score.denominator);
}

std::string values(const TurnValue& value) {
  std::string text;
  for (const std::uint8_t each : value.dimensions)
    text += std::to_string(each) + " ";
  return text + "= " + std::to_string(value.total);
}

std::string cited(const std::optional<Span>& words, const std::string& text) {
  if (!words) return "";
  return " " + std::to_string(words->begin) + "-" + std::to_string(words->end) + " " +
         quoted(std::string_view(text).substr(words->begin, words->end - words->begin));
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
                     std::string(kind_id(turn.kind)) + " " +
                     std::string(base::language_id(turn.language)) + " action " +
                     std::to_string(turn.action) + "\n";
  text += "  heard " + quoted(turn.heard) + "\n  text " + quoted(turn.text) + "\n";
  for (const ShownBehaviour& shown : turn.shown) {
    text += "  shown " + id(shown.behaviour) + " " + std::to_string(shown.level) + " of " +
            std::to_string(shown.tagged) + cited(shown.words, turn.text) + "\n";
    for (const Answered& answered : shown.answers) {
      text += "    answers " + answered.key + " turn " + std::to_string(answered.turn) + " " +
              quoted(answered.quote) + "\n";
    }
  }
  for (const ShownNegative& shown : turn.negatives) {
    text += "  negative " + id(shown.negative) + cited(shown.words, turn.text) + "\n";
  }
  text += "  earned " + values(turn.earned) + "\n";
  text += "  best " + values(turn.best) + " " + std::string(kind_id(turn.best_kind)) + " " +
          quoted(turn.best_text) + "\n";
  for (const Missed& missed : turn.missed) {
    text += "  missed " + id(missed.behaviour) + " " + std::to_string(missed.level) + " " +
            quoted(missed.words) + "\n";
  }
  for (std::size_t i = 0; i < scenario.critical.size(); ++i) {
    if (((turn.critical >> i) & 1U) != 0) text += "  critical " + scenario.critical[i].id + "\n";
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
  text += "score " + (sheet.score ? fraction(*sheet.score) : std::string("none")) + "\n";
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
            (each.score ? fraction(*each.score) : std::string("none")) + " lost " +
            std::to_string(each.lost) + " of " + std::to_string(each.reference) + "\n";
  }
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
