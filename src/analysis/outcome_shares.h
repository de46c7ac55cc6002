// How often plays end where, when every input that changes something is as likely as another.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/graph_order.h"

namespace aplomb::analysis {

// Whole numbers of 2^-62. A share is at least `at_least` and at most that plus `undecided`, which
// holds what division left over and what still went round a loop when it had become negligible.
// Plays that never end stay undecided.
struct OutcomeShares {
  static constexpr std::uint64_t kWhole = std::uint64_t{1} << 62;

  std::vector<std::uint64_t> at_least;  // by ending
  std::uint64_t undecided = 0;
};

[[nodiscard]] OutcomeShares outcome_shares(const StateGraph& graph, const GraphOrder& order);

}  // namespace aplomb::analysis
