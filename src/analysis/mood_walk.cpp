#include "analysis/mood_walk.h"

namespace aplomb::analysis {

std::vector<MoodCuts> condition_cuts(const scenario::Program& program,
                                     const Outlooks& outlooks) {
  std::vector<MoodCuts> cuts(program.code.size());
  const auto look = [&](scenario::Condition when) {
    if (when.count != 0) cuts[when.first] = outlooks.at_most(when);
  };
  for (const auto& each : program.choices) look(each.when);
  for (const auto& each : program.lines) look(each.when);
  for (const auto& each : program.branches) look(each.when);
  for (const auto& each : program.watch) look(each.when);
  return cuts;
}

}  // namespace aplomb::analysis
