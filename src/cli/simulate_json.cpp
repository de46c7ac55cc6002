#include "cli/simulate_output.h"

namespace aplomb::cli {
namespace {

using analysis::Distribution;
using analysis::Simulation;

Json to_json(const Distribution& scores) {
  if (!scores.called_for()) return nullptr;
  Json json{{"plays", scores.count()}};
  if (scores.count() == 0) return json;
  json["mean_hundredths"] = scores.mean();
  json["lowest"] = scores.lowest();
  json["quartiles"] = {scores.quantile(25), scores.quantile(50), scores.quantile(75)};
  json["highest"] = scores.highest();
  json["by_five_points"] = scores.bars();
  return json;
}

Json lengths_json(const Simulation& played) {
  if (played.passed + played.failed == 0) return nullptr;
  Json by_turns = Json::object();
  for (std::size_t turns = 0; turns < played.lengths.size(); ++turns) {
    if (played.lengths[turns] > 0) by_turns[std::to_string(turns)] = played.lengths[turns];
  }
  return {{"mean_hundredths", played.mean_length()},
          {"shortest", played.shortest()},
          {"quartiles",
           {played.length_quantile(25), played.length_quantile(50), played.length_quantile(75)}},
          {"longest", played.longest()},
          {"by_turns", std::move(by_turns)}};
}

Json nodes_json(const app::Story& story, const Simulation& played) {
  const scenario::Scenario& scenario = *story.scenario;
  const scenario::Program& program = *story.machine->program;
  Json nodes = Json::object();
  for (std::size_t n = 0; n < scenario.nodes.size(); ++n) {
    Json choices = Json::object();
    for (std::size_t i = 0; i < scenario.nodes[n].choices.size(); ++i) {
      const analysis::Picks& picks = played.picks[program.nodes[n].choices.first + i];
      choices[scenario.nodes[n].choices[i].id] = {{"offered", picks.offered},
                                                  {"taken", picks.taken}};
    }
    if (!choices.empty()) nodes[scenario.nodes[n].id] = std::move(choices);
  }
  return nodes;
}

Json to_json(const app::Story& story, const Simulation& played) {
  const scenario::Scenario& scenario = *story.scenario;
  Json json{{"policy", analysis::id_of(played.policy)}};
  if (played.policy == analysis::Policy::kSkilled) json["skill"] = played.skill;
  json["finished"] = played.finished;
  json["always_alike"] = played.always_alike;
  json["plays"] = played.plays;
  json["passed"] = played.passed;
  json["failed"] = played.failed;
  json["cut"] = played.cut;
  json["score"] = to_json(played.score);
  for (std::size_t i = 0; i < played.dimensions.size(); ++i) {
    const auto id = std::string(scenario::id_of(static_cast<scenario::Dimension>(i)));
    json["dimensions"][id] = to_json(played.dimensions[i]);
  }
  json["turns"] = lengths_json(played);
  json["endings"] = Json::array();
  for (std::size_t i = 0; i < scenario.endings.size(); ++i) {
    json["endings"].push_back({{"id", scenario.endings[i].id},
                               {"kind", scenario::id_of(scenario.endings[i].kind)},
                               {"plays", played.endings[i]}});
  }
  json["critical"] = Json::object();
  for (std::size_t i = 0; i < scenario.critical.size(); ++i) {
    json["critical"][scenario.critical[i].id] = played.critical[i];
  }
  json["nodes"] = nodes_json(story, played);
  return json;
}

Json points(const std::optional<std::int64_t>& hundredths) {
  return hundredths ? Json(*hundredths) : Json(nullptr);
}

}  // namespace

Json to_json(const app::Story& story, const std::vector<Simulation>& played,
             base::Language language, const analysis::SimulateOptions& options) {
  Json json{{"scenario", story.scenario->id},
            {"hash", story.hash},
            {"language", base::language_id(language)},
            {"runs", options.runs},
            {"seed", options.seed},
            {"most_turns", analysis::kMostTurns}};
  json["finished"] = true;
  json["bots"] = Json::array();
  for (const Simulation& each : played) {
    if (!each.finished) json["finished"] = false;
    json["bots"].push_back(to_json(story, each));
  }
  return json;
}

Json to_json(const app::Story& story, const analysis::Spread& spread, base::Language language,
             const analysis::SimulateOptions& options) {
  Json json = to_json(story, spread.bots, language, options);
  Json& verdict = json["spread"];
  verdict["holds"] = spread.finished ? Json(spread.holds()) : Json(nullptr);
  verdict["least_lead_hundredths"] = analysis::kLeastLead;
  verdict["most_gain_hundredths"] = analysis::kMostGain;
  for (const Simulation& each : spread.bots) {
    verdict["over_random_hundredths"][std::string(analysis::id_of(each.policy))] =
        points(spread.lead(each.policy));
  }
  return json;
}

}  // namespace aplomb::cli
