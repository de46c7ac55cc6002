// The best that a play with a bad ending can score. Two things limit it: what was lost on the way,
// and that no more counts than was earned. Both grow along a path, so that the best path is neither
// the one that loses least nor the one that earns most, and is searched for.
#pragma once

#include <cstdint>
#include <optional>

#include "analysis/path_sums.h"

namespace aplomb::analysis {

struct Leaving {
  std::int64_t lost = 0;
  std::int64_t earned = 0;  // at most `whole`; more makes no difference
  GraphPath path;
};

// Of the paths to the last ending `ending`, one with the largest
// min(limit − 100 · lost, 100 · earned). nullopt where none leads there.
[[nodiscard]] std::optional<Leaving> best_leaving(const StateGraph& graph, const GraphOrder& order,
                                                  Index ending, std::int64_t limit,
                                                  std::int64_t whole);

}  // namespace aplomb::analysis
