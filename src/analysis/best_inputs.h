// What taking a best input every time can lead to.
#pragma once

#include <optional>

#include "analysis/path_sums.h"

namespace aplomb::analysis {

// A way of inputs that lose nothing, and documents read between them, to where such a play ends
// badly, is stuck or goes round without end. nullopt: every one of them ends well.
[[nodiscard]] std::optional<GraphPath> best_inputs_end_badly(const StateGraph& graph);

}  // namespace aplomb::analysis
