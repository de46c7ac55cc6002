// The least and the most that a measure can sum up to along a path from the start, for every state,
// with a path that does it. Exact, also where the story has loops: going round a loop that adds
// something, the most has no bound.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/graph_order.h"

namespace aplomb::analysis {

// A way through the graph by its moves. One part of it may be gone round several times: the
// `loop_length` moves from `loop_first` on, `loop_times` in all.
struct GraphPath {
  std::vector<std::uint64_t> moves;
  std::size_t loop_first = 0;
  std::size_t loop_length = 0;
  std::int64_t loop_times = 1;
};

// The state that a move belongs to.
[[nodiscard]] StateNumber source_of(const StateGraph& graph, std::uint64_t move);

class LeastSums {
 public:
  LeastSums(const StateGraph& graph, Measure measure);

  [[nodiscard]] std::int32_t least(StateNumber state) const { return least_[state]; }
  [[nodiscard]] GraphPath path(StateNumber state) const;

 private:
  const StateGraph& graph_;
  std::vector<std::int32_t> least_;
  std::vector<std::uint64_t> arrived_by_;
};

class MostSums {
 public:
  static constexpr std::int32_t kUnbounded = INT32_MAX;

  MostSums(const StateGraph& graph, const GraphOrder& order, Measure measure);

  [[nodiscard]] std::int32_t most(StateNumber state) const { return most_[state]; }

  // A path that sums up to the most; where that has no bound, to `enough` or more.
  [[nodiscard]] GraphPath path(StateNumber state, std::int64_t enough) const;

 private:
  void settle(GraphOrder::Component component);
  // Moves from one state to another of the same component.
  [[nodiscard]] std::vector<std::uint64_t> within(StateNumber from, StateNumber to) const;
  // A move that stays in the component and adds something; kNoMove if there is none.
  [[nodiscard]] std::uint64_t gain_in(GraphOrder::Component component) const;

  const StateGraph& graph_;
  const GraphOrder& order_;
  Measure measure_;
  std::vector<std::int32_t> most_;
  std::vector<std::uint64_t> arrived_by_;  // from outside the component
};

}  // namespace aplomb::analysis
