#include "analysis/best_inputs.h"

#include <algorithm>
#include <deque>

namespace aplomb::analysis {
namespace {

class BestInputs {
 public:
  explicit BestInputs(const StateGraph& graph)
      : graph_(graph), arrived_by_(graph.size()), seen_(graph.size()) {}

  std::optional<GraphPath> run() {
    const scenario::Program& program = graph_.program();
    std::deque<StateNumber> queue{0};
    seen_[0] = 1;
    while (!queue.empty()) {
      const StateNumber state = queue.front();
      queue.pop_front();
      const Index node = graph_.node(state);
      const bool ended = program.is_ending(node);
      if ((ended && is_bad(program.ending_of(node))) || (!ended && !can_speak(state))) {
        return path_to(state);
      }
      for (std::uint64_t m = graph_.first_move(state); m < graph_.first_move(state + 1); ++m) {
        const Move& move = graph_.move(m);
        if (move.sum(kLost) != 0 || seen_[move.to] != 0) continue;
        seen_[move.to] = 1;
        arrived_by_[move.to] = m;
        queue.push_back(move.to);
      }
    }
    return find_loop();
  }

 private:
  [[nodiscard]] bool is_bad(Index ending) const {
    const auto kind = static_cast<int>(graph_.program().endings[ending].kind);
    return ((graph_.valuation().rubric().bad_endings >> kind) & 1U) != 0;
  }

  // Having to read something before anything can be said is being stuck.
  [[nodiscard]] bool can_speak(StateNumber state) const {
    for (std::uint64_t m = graph_.first_move(state); m < graph_.first_move(state + 1); ++m) {
      if (graph_.move(m).sum(kTurns) != 0) return true;
    }
    return false;
  }

  [[nodiscard]] GraphPath path_to(StateNumber state) const {
    GraphPath path;
    for (; state != 0; state = source_of(graph_, arrived_by_[state])) {
      path.moves.push_back(arrived_by_[state]);
    }
    std::reverse(path.moves.begin(), path.moves.end());
    return path;
  }

  // A loop of best inputs never ends. Looks for one by taking away what leads out of no loop.
  std::optional<GraphPath> find_loop() {
    std::vector<std::uint32_t> leads_on(graph_.size());
    std::vector<std::vector<StateNumber>> back(graph_.size());
    std::deque<StateNumber> done;
    for (StateNumber state = 0; state < graph_.expanded(); ++state) {
      if (seen_[state] == 0) continue;
      for (std::uint64_t m = graph_.first_move(state); m < graph_.first_move(state + 1); ++m) {
        const Move& move = graph_.move(m);
        if (move.sum(kLost) != 0) continue;
        ++leads_on[state];
        back[move.to].push_back(state);
      }
      if (leads_on[state] == 0) done.push_back(state);
    }
    while (!done.empty()) {
      const StateNumber state = done.front();
      done.pop_front();
      seen_[state] = 0;
      for (const StateNumber before : back[state]) {
        if (--leads_on[before] == 0) done.push_back(before);
      }
    }
    const auto left = std::find(seen_.begin(), seen_.end(), 1);
    if (left == seen_.end()) return std::nullopt;
    return path_to(static_cast<StateNumber>(left - seen_.begin()));
  }

  const StateGraph& graph_;
  std::vector<std::uint64_t> arrived_by_;
  std::vector<std::uint8_t> seen_;
};

}  // namespace

std::optional<GraphPath> best_inputs_end_badly(const StateGraph& graph) {
  return BestInputs(graph).run();
}

}  // namespace aplomb::analysis
