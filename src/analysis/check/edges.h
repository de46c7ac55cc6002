// Where the story can lead from each node as far as its text goes, conditions aside.
#pragma once

#include <vector>

#include "scenario/program.h"

namespace aplomb::analysis {

using scenario::Index;

struct Edge {
  Index from = 0;    // node; kNoIndex: `watch`, which looks on everywhere
  Index choice = 0;  // within `from`; kNoIndex: the node's own goto, its topics or a rule
  Index to = 0;      // node, or ending from node_count() on
  bool typed = false;  // only by a rule for typed replies
};

// Every edge; a follow-up leads from its interim ending, which stands as `from` too.
[[nodiscard]] std::vector<Edge> edges_of(const scenario::Program& program);

// Nodes and endings by index: 1 where `edges` lead from any of `starts`, themselves included.
[[nodiscard]] std::vector<std::uint8_t> reached_by(const scenario::Program& program,
                                                   const std::vector<Edge>& edges,
                                                   const std::vector<Index>& starts);

}  // namespace aplomb::analysis
