#include "analysis/outcome_shares.h"

#include <numeric>

namespace aplomb::analysis {
namespace {

constexpr int kMostRounds = 100'000;
constexpr std::uint64_t kNegligible = OutcomeShares::kWhole >> 40;

class Spreading {
 public:
  Spreading(const StateGraph& graph, const GraphOrder& order)
      : graph_(graph), order_(order), mass_(graph.size()) {
    if (graph.size() > 0) mass_[0] = OutcomeShares::kWhole;
  }

  OutcomeShares run() {
    const scenario::Program& program = graph_.program();
    for (GraphOrder::Component c = order_.component_count(); c-- > 0;) {
      int rounds = order_.loops(c) ? kMostRounds : 1;
      if (order_.loops(c) && !leads_out(c)) rounds = 0;
      while (rounds-- > 0 && pass_on(c) > kNegligible) continue;
    }
    OutcomeShares shares;
    shares.at_least.resize(program.endings.size());
    for (StateNumber state = 0; state < graph_.size(); ++state) {
      const Index node = graph_.node(state);
      if (program.is_ending(node)) shares.at_least[program.ending_of(node)] += mass_[state];
    }
    shares.undecided = std::accumulate(shares.at_least.begin(), shares.at_least.end(),
                                       OutcomeShares::kWhole, std::minus<>());
    return shares;
  }

 private:
  [[nodiscard]] bool leads_out(GraphOrder::Component component) const {
    for (const StateNumber* at = order_.begin(component); at != order_.end(component); ++at) {
      for (std::uint64_t m = graph_.first_move(*at); m < graph_.first_move(*at + 1); ++m) {
        if (order_.component(graph_.move(m).to) != component) return true;
      }
    }
    return false;
  }

  // Every state hands on what it holds; returns how much stays within the component.
  std::uint64_t pass_on(GraphOrder::Component component) {
    std::uint64_t within = 0;
    for (const StateNumber* at = order_.begin(component); at != order_.end(component); ++at) {
      const std::uint64_t first = graph_.first_move(*at);
      const std::uint64_t count = graph_.first_move(*at + 1) - first;
      if (count == 0) continue;
      const std::uint64_t each = mass_[*at] / count;
      mass_[*at] = 0;
      for (std::uint64_t m = first; m < first + count; ++m) {
        const StateNumber to = graph_.move(m).to;
        mass_[to] += each;
        if (order_.component(to) == component) within += each;
      }
    }
    return within;
  }

  const StateGraph& graph_;
  const GraphOrder& order_;
  std::vector<std::uint64_t> mass_;
};

}  // namespace

OutcomeShares outcome_shares(const StateGraph& graph, const GraphOrder& order) {
  return Spreading(graph, order).run();
}

}  // namespace aplomb::analysis
