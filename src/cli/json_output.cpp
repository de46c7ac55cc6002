#include "cli/json_output.h"

namespace aplomb::cli {
namespace {

using scenario::id_of;

Json bilingual(const base::Bilingual& text) { return {{"zh", text.zh}, {"en", text.en}}; }

// Byte ranges of the turn's text.
Json spans(const std::vector<scoring::Span>& words) {
  Json all = Json::array();
  for (const scoring::Span each : words) all.push_back(Json::array({each.begin, each.end}));
  return all;
}

Json answers_json(const std::vector<scoring::Answered>& answers) {
  Json all = Json::array();
  for (const scoring::Answered& answered : answers) {
    all.push_back({{"key", answered.key}, {"quote", answered.quote}, {"turn", answered.turn}});
  }
  return all;
}

Json kind_json(const scoring::KindSheet& kind) {
  Json json{{"turns", kind.turns}, {"score", to_json(kind.score)}};
  for (std::size_t i = 0; i < kind.dimensions.size(); ++i) {
    json["dimensions"][std::string(id_of(static_cast<scenario::Dimension>(i)))] =
        to_json(kind.dimensions[i]);
  }
  return json;
}

Json value(const scoring::TurnValue& turn) {
  Json json{{"total", turn.total}};
  for (std::size_t i = 0; i < turn.dimensions.size(); ++i) {
    json[std::string(id_of(static_cast<scenario::Dimension>(i)))] = turn.dimensions[i];
  }
  return json;
}

Json turn_json(const scoring::TurnSheet& turn, const scenario::Scenario& scenario) {
  Json json{{"turn", turn.turn},
            {"stage", id_of(turn.stage)},
            {"typed", turn.typed},
            {"heard", turn.heard},
            {"text", turn.text},
            {"earned", value(turn.earned)},
            {"best", value(turn.best)}};
  json["behaviours"] = Json::array();
  for (const scoring::ShownBehaviour& shown : turn.shown) {
    json["behaviours"].push_back({{"id", id_of(shown.behaviour)},
                                  {"level", shown.level},
                                  {"words", spans(shown.words)},
                                  {"answers", answers_json(shown.answers)}});
  }
  json["negatives"] = Json::array();
  for (const scoring::ShownNegative& shown : turn.negatives) {
    json["negatives"].push_back({{"id", id_of(shown.negative)},
                                 {"words", spans(shown.words)},
                                 {"answers", answers_json(shown.answers)}});
  }
  json["missed"] = Json::array();
  for (const scoring::Missed& missed : turn.missed) {
    json["missed"].push_back(
        {{"id", id_of(missed.behaviour)}, {"level", missed.level}, {"words", missed.words}});
  }
  json["critical"] = Json::array();
  for (const scoring::CommittedCritical& each : turn.critical) {
    json["critical"].push_back(
        {{"id", scenario.critical[each.critical].id}, {"words", spans(each.words)}});
  }
  return json;
}

Json record_json(const scoring::ScoreSheet& sheet) {
  static constexpr std::array<std::string_view, 4> kResults{"right", "partly", "wrong", "empty"};
  Json record = Json::array();
  for (const scoring::RecordSheet& field : sheet.record) {
    record.push_back({{"field", id_of(field.field)},
                      {"written", field.written},
                      {"answer", bilingual(field.answer)},
                      {"result", kResults[static_cast<std::size_t>(field.result)]}});
  }
  return record;
}

// The words, and how they were read at the time.
void add_typed(Json& done, const engine::Action& action) {
  done["text"] = action.text;
  done["reading"] = Json::parse(action.reading, nullptr, false);
}

Json transcript_json(const app::Playing& playing) {
  const scenario::Scenario& scenario = *playing.story().scenario;
  Json transcript = Json::array();
  for (const engine::TranscriptEntry& entry : playing.transcript().entries) {
    switch (entry.kind) {
      case engine::EntryKind::kLine: {
        const scenario::Line& line = engine::line_of(scenario, entry.line);
        Json said{{"turn", entry.turn}, {"by", id_of(line.by)}};
        if (line.by == scenario::Speaker::kCustomer) said["emotion"] = id_of(entry.emotion);
        said["text"] = bilingual(line.text);
        transcript.push_back(std::move(said));
        break;
      }
      case engine::EntryKind::kAction: {
        const engine::Action& action = playing.attempt().actions[entry.action];
        Json done{{"turn", entry.turn},
                  {"action", engine::id_of(action.kind)},
                  {"subject", action.subject},
                  {"at_ms", action.at_ms}};
        if (action.kind == engine::ActionKind::kType) {
          add_typed(done, action);
          const auto& turn = playing.transcript().turns[static_cast<std::size_t>(entry.turn) - 1];
          const scenario::Choice* way = engine::choice_of(scenario, turn);
          done["way"] = way != nullptr ? Json(way->id) : Json();
        }
        transcript.push_back(std::move(done));
        break;
      }
      case engine::EntryKind::kEnding:
        transcript.push_back({{"turn", entry.turn},
                              {"ending", scenario.endings[entry.ending].id},
                              {"interim", entry.interim}});
        break;
      case engine::EntryKind::kNotFollowed: {
        const engine::Action& action = playing.attempt().actions[entry.action];
        Json done{{"turn", entry.turn},
                  {"action", engine::id_of(action.kind)},
                  {"at_ms", action.at_ms}};
        add_typed(done, action);
        transcript.push_back(std::move(done));
        break;
      }
      case engine::EntryKind::kAsksAgain:
        transcript.push_back({{"turn", entry.turn},
                              {"by", "customer"},
                              {"emotion", id_of(entry.emotion)},
                              {"asks_again", playing.asked_again(entry)}});
        break;
      case engine::EntryKind::kLater:
        transcript.push_back({{"turn", entry.turn}, {"days", entry.days}});
        break;
    }
  }
  return transcript;
}

}  // namespace

Json to_json(const std::vector<scenario::Diagnostic>& diagnostics, base::Language language) {
  static constexpr std::array<std::string_view, 3> kSeverities{"error", "warning", "information"};
  Json all = Json::array();
  for (const scenario::Diagnostic& each : diagnostics) {
    all.push_back({{"code", each.code},
                   {"severity", kSeverities[static_cast<std::size_t>(each.severity)]},
                   {"file", each.file},
                   {"line", each.line},
                   {"column", each.column},
                   {"path", each.path},
                   {"message", scenario::message(each, language)},
                   {"mend", scenario::mend(each, language)}});
  }
  return all;
}

Json to_json(const std::optional<scoring::Score>& score) {
  if (!score) return nullptr;
  return {{"numerator", score->numerator},
          {"denominator", score->denominator},
          {"rounded", score->rounded()}};
}

Json to_json(const app::Playing& playing) {
  const scenario::Scenario& scenario = *playing.story().scenario;
  const scoring::ScoreSheet sheet = playing.sheet();
  Json json{{"scenario", scenario.id},
            {"attempt", playing.id()},
            {"rubric", sheet.rubric_id},
            {"transcript", transcript_json(playing)}};
  Json scores{{"ended", sheet.ended}, {"passed", sheet.passed}, {"score", to_json(sheet.score)}};
  for (std::size_t i = 0; i < sheet.dimensions.size(); ++i) {
    scores["dimensions"][std::string(id_of(static_cast<scenario::Dimension>(i)))] =
        to_json(sheet.dimensions[i].score);
  }
  scores["picked"] = kind_json(sheet.picked);
  scores["typed"] = kind_json(sheet.typed);
  scores["not_followed"] = sheet.not_followed.size();
  scores["critical"] = Json::array();
  for (const int index : sheet.critical) scores["critical"].push_back(scenario.critical[index].id);
  scores["ending"] = nullptr;
  if (sheet.ending) {
    const scenario::Ending& ending = scenario.endings[*sheet.ending];
    scores["ending"] = {{"id", ending.id}, {"kind", id_of(ending.kind)}, {"keeps", ending.keeps}};
  }
  scores["turns"] = Json::array();
  for (const scoring::TurnSheet& turn : sheet.turns) {
    scores["turns"].push_back(turn_json(turn, scenario));
  }
  scores["record"] = record_json(sheet);
  scores["customer_share"] = sheet.customer_share;
  scores["interruptions"] = sheet.interruptions;
  json["sheet"] = std::move(scores);
  return json;
}

void print(const Context& context, const Json& json) {
  context.out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace aplomb::cli
