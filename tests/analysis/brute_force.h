// Exploration without any cleverness, to hold the clever one to: every state as the engine has it,
// every input, every sum that a path can come to.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "analysis/coverage.h"
#include "scoring/valuation.h"

namespace aplomb::analysis {

struct BruteForce {
  struct Ending {
    int turns = 0;  // at least
    std::optional<scoring::Score> best;
    std::optional<scoring::Score> worst;
    double share = 0;
  };

  explicit BruteForce(const scoring::Valuation& valuation)
      : coverage(*valuation.machine().program) {}

  Coverage coverage;
  std::map<Index, Ending> endings;  // last ones
  std::set<Index> interim;
  std::set<Index> hopeless;  // nodes at which no ending can be reached any more
  std::optional<int> longest;
  int shortest = 0;
  std::array<std::pair<std::optional<scoring::Score>, std::optional<scoring::Score>>,
             scenario::kDimensionCount>
      dimensions;  // worst, best
  bool best_inputs_end_well = true;
};

// nullopt when there are more states, or states with sums, than is bearable.
[[nodiscard]] std::optional<BruteForce> brute_force(const scoring::Valuation& valuation);

}  // namespace aplomb::analysis
