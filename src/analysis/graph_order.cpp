#include "analysis/graph_order.h"

#include <algorithm>

namespace aplomb::analysis {
namespace {

constexpr std::uint32_t kUnvisited = 0;

}  // namespace

// Tarjan (1972), "Depth-first search and linear graph algorithms", with a stack of its own. All
// states are reached from the start.
GraphOrder::GraphOrder(const StateGraph& graph) : component_(graph.size()) {
  states_.reserve(graph.size());
  if (graph.size() > 0) visit(graph, 0);
  loops_.resize(component_count());
  for (StateNumber state = 0; state < graph.expanded(); ++state) {
    for (std::uint64_t i = graph.first_move(state); i < graph.first_move(state + 1); ++i) {
      if (component_[graph.move(i).to] == component_[state]) loops_[component_[state]] = 1;
    }
  }
}

void GraphOrder::visit(const StateGraph& graph, StateNumber root) {
  struct Frame {
    StateNumber state;
    std::uint64_t next;
  };
  std::vector<std::uint32_t> lowest(graph.size(), kUnvisited);  // number of the oldest in reach
  std::vector<std::uint8_t> open(graph.size());
  std::vector<StateNumber> stack;
  std::vector<Frame> frames;
  std::vector<std::uint32_t> number(graph.size(), kUnvisited);
  std::uint32_t last = kUnvisited;
  const auto enter = [&](StateNumber state) {
    number[state] = lowest[state] = ++last;
    open[state] = 1;
    stack.push_back(state);
    frames.push_back({state, graph.first_move(state)});
  };
  enter(root);
  while (!frames.empty()) {
    Frame& frame = frames.back();
    const StateNumber state = frame.state;
    if (frame.next < graph.first_move(state + 1)) {
      const StateNumber to = graph.move(frame.next++).to;
      if (number[to] == kUnvisited) {
        enter(to);
      } else if (open[to] != 0) {
        lowest[state] = std::min(lowest[state], number[to]);
      }
      continue;
    }
    frames.pop_back();
    if (!frames.empty()) {
      const StateNumber parent = frames.back().state;
      lowest[parent] = std::min(lowest[parent], lowest[state]);
    }
    if (lowest[state] != number[state]) continue;
    const Component component = component_count();
    StateNumber member = kNoState;
    while (member != state) {
      member = stack.back();
      stack.pop_back();
      open[member] = 0;
      component_[member] = component;
      states_.push_back(member);
    }
    first_.push_back(static_cast<std::uint32_t>(states_.size()));
  }
}

}  // namespace aplomb::analysis
