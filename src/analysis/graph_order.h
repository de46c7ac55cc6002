// The states of a graph in an order in which nothing leads back except within a component: the
// states that can be reached from one another. Most components are single states; the others are
// the loops of a story.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/state_graph.h"

namespace aplomb::analysis {

class GraphOrder {
 public:
  using Component = std::uint32_t;

  // `graph` outlives the order. Of a graph that is not finished, the frontier leads nowhere.
  explicit GraphOrder(const StateGraph& graph);

  [[nodiscard]] Component component_count() const {
    return static_cast<Component>(first_.size() - 1);
  }
  [[nodiscard]] Component component(StateNumber state) const { return component_[state]; }

  // Components by number: each leads only into lower ones, so the start's is the last.
  [[nodiscard]] const StateNumber* begin(Component component) const {
    return states_.data() + first_[component];
  }
  [[nodiscard]] const StateNumber* end(Component component) const {
    return states_.data() + first_[component + 1];
  }

  // Whether moves stay within the component.
  [[nodiscard]] bool loops(Component component) const { return loops_[component] != 0; }

 private:
  void visit(const StateGraph& graph, StateNumber root);

  std::vector<Component> component_;
  std::vector<StateNumber> states_;
  std::vector<std::uint32_t> first_{0};
  std::vector<std::uint8_t> loops_;
};

}  // namespace aplomb::analysis
