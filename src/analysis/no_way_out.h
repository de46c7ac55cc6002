// Where a trainee would have nothing left to say if the customer were in a certain mood.
//
// Exploration walks the authored replies only. A typed reply may show anything and so may leave the
// customer in any mood; here every input is followed in every mood that its effects allow, whatever
// brought it about. A document counts as an input: reading it may change the mood too. Facts, also
// what has been shown so far, are those that authored replies bring about.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/control_graph.h"

namespace aplomb::analysis {

// What the mood must be: `slot` (a meter, or scenario::kHeardSlot) from `lowest` to `highest`.
struct MoodRange {
  int slot = 0;
  int lowest = 0;
  int highest = 0;
};

struct NoWayOut {
  Index node = 0;    // nothing is on offer here, and it does not lead on
  Index from = 0;    // where the input was taken that leads here
  std::optional<engine::Input> input;  // none: a rule for typed replies
  std::vector<MoodRange> mood;  // empty: any
};

// The first way found to each such node, in the order of nodes. `control` has been built from
// `machine`.
[[nodiscard]] std::vector<NoWayOut> no_way_out(const engine::Machine& machine,
                                               const ControlGraph& control);

}  // namespace aplomb::analysis
