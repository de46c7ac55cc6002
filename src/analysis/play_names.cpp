#include "analysis/play_names.h"

namespace aplomb::analysis {
namespace {

constexpr std::size_t kStepsTold = 24;

}  // namespace

std::string step_name(const scenario::Scenario& scenario, const PlayStep& step) {
  const scenario::Node& node = scenario.nodes[step.node];
  if (step.input.kind == engine::InputKind::kConsult) {
    return node.id + "." + scenario.documents[step.input.index].id;
  }
  return node.id + "." + node.choices[step.input.index].id;
}

std::vector<std::string> step_names(const scenario::Scenario& scenario, const Play& play) {
  std::vector<std::string> names;
  for (const PlayStep& step : play.unrolled()) names.push_back(step_name(scenario, step));
  return names;
}

std::string told(const scenario::Scenario& scenario, const Play& play) {
  std::string all;
  std::size_t count = 0;
  for (const std::string& name : step_names(scenario, play)) {
    if (count++ == kStepsTold) return all + " → …";
    all += (all.empty() ? "" : " → ") + name;
  }
  return all;
}

}  // namespace aplomb::analysis
