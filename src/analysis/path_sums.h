// The least and the most that each measure can sum up to along a path from the start, for every
// state, and paths that do it. Exact, also where the story has loops: going round a loop that adds
// something, the most has no bound.
#pragma once

#include <array>
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

// What is summed up, all in one pass: turns, what is lost and earned in all, what is lost in each
// dimension.
inline constexpr int kMeasures = 3 + scenario::kDimensionCount;
enum class Summed : std::uint8_t { kTurnCount, kLostInAll, kEarnedInAll, kFirstDimension };
[[nodiscard]] constexpr Summed summed_in(scenario::Dimension dimension) {
  return static_cast<Summed>(static_cast<int>(Summed::kFirstDimension) +
                             static_cast<int>(dimension));
}

// The moves that lead to each state.
class MovesBack {
 public:
  explicit MovesBack(const StateGraph& graph);

  struct Arrival {
    StateNumber from = 0;
    std::uint32_t place = 0;  // among the moves of `from`
  };
  [[nodiscard]] const Arrival* begin(StateNumber state) const {
    return arrivals_.data() + first_[state];
  }
  [[nodiscard]] const Arrival* end(StateNumber state) const {
    return arrivals_.data() + first_[state + 1];
  }

 private:
  std::vector<std::uint64_t> first_;
  std::vector<Arrival> arrivals_;
};

using Sums = std::array<std::int32_t, kMeasures>;

// Both classes below refer to the graph and its order, which outlive them.
class LeastSums {
 public:
  LeastSums(const StateGraph& graph, const GraphOrder& order);

  [[nodiscard]] std::int32_t least(StateNumber state, Summed what) const {
    return sums_[state][static_cast<std::size_t>(what)];
  }
  [[nodiscard]] GraphPath path(const MovesBack& back, StateNumber state, Summed what) const;

 private:
  void settle(GraphOrder::Component component);
  // Hands on what a state sums up to; whether that made less of anything in its own component.
  bool hand_on(StateNumber state);

  const StateGraph& graph_;
  const GraphOrder& order_;
  std::vector<Sums> sums_;
};

class MostSums {
 public:
  static constexpr std::int32_t kUnbounded = INT32_MAX;

  MostSums(const StateGraph& graph, const GraphOrder& order);

  [[nodiscard]] std::int32_t most(StateNumber state, Summed what) const {
    return sums_[state][static_cast<std::size_t>(what)];
  }

  // A path that sums up to the most; where that has no bound, to `enough` or more.
  [[nodiscard]] GraphPath path(const MovesBack& back, StateNumber state, Summed what,
                               std::int64_t enough) const;

 private:
  // A component on a path, and how the path comes in and goes out.
  struct Part {
    std::uint64_t enters;  // move; none at the start
    StateNumber leaves_from;
  };

  void settle(GraphOrder::Component component);
  void level(GraphOrder::Component component);
  [[nodiscard]] std::vector<Part> parts(const MovesBack& back, StateNumber state,
                                        Summed what) const;
  [[nodiscard]] std::uint64_t entry(const MovesBack& back, GraphOrder::Component component,
                                    Summed what) const;
  // Moves from one state to another of the same component.
  [[nodiscard]] std::vector<std::uint64_t> within(StateNumber from, StateNumber to) const;
  // A move that stays in the component and adds something; kNoMove if there is none.
  [[nodiscard]] std::uint64_t gain_in(GraphOrder::Component component, Summed what) const;

  const StateGraph& graph_;
  const GraphOrder& order_;
  std::vector<Sums> sums_;
};

}  // namespace aplomb::analysis
