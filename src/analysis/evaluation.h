// What a graph of all states says about a scenario: the second half of an exploration.
#pragma once

#include "analysis/explore.h"
#include "analysis/state_graph.h"

namespace aplomb::analysis {

// Fills in what `result` holds of a finished exploration. Its endings and its reference are there
// already. False when `watching` stopped it; then nothing of it is to be used.
[[nodiscard]] bool evaluate(const StateGraph& graph, int threads, const Watching& watching,
                            Exploration& result);

}  // namespace aplomb::analysis
