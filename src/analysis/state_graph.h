// Every state that can be reached, up to what matters (see relevance.h), and every move between
// them with what it loses. Breadth first from the start, so a state's number grows with its
// distance; the numbering does not depend on the number of threads.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "analysis/chunked.h"
#include "analysis/coverage.h"
#include "analysis/progress.h"
#include "analysis/state_key.h"
#include "scoring/valuation.h"

namespace aplomb::analysis {

using StateNumber = std::uint32_t;
inline constexpr StateNumber kNoState = 0xffffffffU;

// What can be summed along a path: a part of a move's packed worth.
struct Measure {
  int shift = 0;
  std::uint32_t mask = 0;
};
inline constexpr Measure kLost{0, 0xff};
inline constexpr Measure kEarned{8, 0xff};
inline constexpr Measure kTurns{31, 1};
[[nodiscard]] constexpr Measure lost_in(scenario::Dimension dimension) {
  return {16 + 2 * static_cast<int>(dimension), 3};
}

// A choice taken, or a document read that changes something. A state's moves stand in the order of
// its node's choices and then documents; what is not on offer or changes nothing has none.
struct Move {
  StateNumber to = 0;
  std::uint32_t worth = 0;  // packed; see Measure. Of a document: 0

  static Move turn(StateNumber to, const scoring::TurnValue& best,
                   const scoring::TurnValue& earned);
  static Move consult(StateNumber to) { return {to, 0}; }

  [[nodiscard]] int sum(Measure measure) const {
    return static_cast<int>((worth >> measure.shift) & measure.mask);
  }
};
static_assert(sizeof(Move) == 8);

struct GraphOptions {
  int threads = 0;  // 0: as many as the machine runs at once
  std::uint64_t max_memory = std::uint64_t{2} << 30;  // bytes, of the graph and its evaluation
};

class StateGraph {
 public:
  // `valuation` outlives the graph.
  StateGraph(const scoring::Valuation& valuation, const GraphOptions& options);

  // Explores as far as memory and `watching` allow.
  void build(const Watching& watching);

  [[nodiscard]] bool finished() const { return finished_; }
  [[nodiscard]] bool out_of_memory() const { return out_of_memory_; }
  [[nodiscard]] StateNumber size() const { return static_cast<StateNumber>(keys_.size()); }
  // States whose moves are known: the first so many. The others are the frontier.
  [[nodiscard]] StateNumber expanded() const {
    return static_cast<StateNumber>(first_move_.size() - 1);
  }
  [[nodiscard]] std::uint64_t move_count() const { return moves_.size(); }
  [[nodiscard]] const Coverage& coverage() const { return coverage_; }
  [[nodiscard]] const scoring::Valuation& valuation() const { return valuation_; }
  [[nodiscard]] const scenario::Program& program() const { return program_; }

  [[nodiscard]] engine::State state(StateNumber number) const {
    return keys_of_->decode(*keys_[number]);
  }
  [[nodiscard]] const ControlGraph& control() const { return control_; }
  // Whether the control graph is complete, which comes first.
  [[nodiscard]] bool moods_followed() const { return keys_of_.has_value(); }
  [[nodiscard]] const engine::State& facts(StateNumber number) const {
    return control_.facts(StateKeys::control_of(*keys_[number]));
  }
  // Node, or ending from node_count() on.
  [[nodiscard]] Index node(StateNumber number) const { return facts(number).node; }

  // Moves of a state are those from first_move() of it to first_move() of the next. Of a state that
  // is not expanded: none.
  [[nodiscard]] std::uint64_t first_move(StateNumber number) const {
    return number < first_move_.size() ? first_move_[number] : moves_.size();
  }
  [[nodiscard]] const Move& move(std::uint64_t index) const { return moves_[index]; }

  // The inputs of a state's moves, in their order.
  [[nodiscard]] std::vector<engine::Input> inputs(StateNumber number) const;

 private:
  friend class GraphBuilder;

  [[nodiscard]] std::uint64_t bytes() const;

  const scoring::Valuation& valuation_;
  const scenario::Program& program_;
  GraphOptions options_;
  ControlGraph control_;
  std::optional<StateKeys> keys_of_;  // once the control graph is built
  Coverage coverage_;
  Chunked<StateKey> keys_;
  std::vector<Move> moves_;
  std::vector<std::uint64_t> first_move_{0};
  struct Slot {
    StateNumber number = kNoState;
    std::uint32_t hash = 0;
  };
  std::vector<Slot> table_;
  bool finished_ = false;
  bool out_of_memory_ = false;
};

}  // namespace aplomb::analysis
