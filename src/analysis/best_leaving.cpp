#include "analysis/best_leaving.h"

#include <algorithm>
#include <queue>
#include <unordered_map>

namespace aplomb::analysis {
namespace {

constexpr std::int32_t kNever = -1;
constexpr std::uint32_t kNoLabel = 0xffffffffU;

// A path to a state, and what the best way on from there would make of it.
struct Label {
  StateNumber state = 0;
  std::int32_t lost = 0;
  std::int32_t earned = 0;
  std::uint32_t before = kNoLabel;
  std::uint64_t by = 0;  // move from `before`
};

// What can still be lost at least and earned at most from a state to the ending.
struct Ahead {
  std::int32_t lost = kNever;
  std::int32_t earned = kNever;

  bool operator==(const Ahead&) const = default;
};

class Search {
 public:
  Search(const StateGraph& graph, const GraphOrder& order, Index ending, std::int64_t limit,
         std::int64_t whole)
      : graph_(graph),
        order_(order),
        limit_(limit),
        whole_(static_cast<std::int32_t>(whole)),
        ahead_(graph.size()) {
    const Index target = static_cast<Index>(graph.program().node_count() + ending);
    for (StateNumber state = 0; state < graph.size(); ++state) {
      if (graph.node(state) == target) ahead_[state] = {0, 0};
    }
    for (GraphOrder::Component c = 0; c < order.component_count(); ++c) look_ahead(c);
  }

  std::optional<Leaving> run() {
    if (graph_.size() == 0 || ahead_[0].lost == kNever) return std::nullopt;
    add({});
    while (true) {
      const auto [bound, negative] = queue_.top();
      queue_.pop();
      const auto index = static_cast<std::uint32_t>(-negative);
      const Label label = labels_[index];
      if (graph_.first_move(label.state) == graph_.first_move(label.state + 1)) {
        return leaving(index);
      }
      if (dominated(label, true)) continue;
      for (std::uint64_t m = graph_.first_move(label.state);
           m < graph_.first_move(label.state + 1); ++m) {
        const Move& move = graph_.move(m);
        if (ahead_[move.to].lost == kNever) continue;
        add({move.to, std::min(label.lost + move.sum(kLost), whole_),
             std::min(label.earned + move.sum(kEarned), whole_), index, m});
      }
    }
  }

 private:
  // In a loop, values settle after a few rounds: losses are not negative and earnings are cut at
  // `whole`.
  void look_ahead(GraphOrder::Component component) {
    bool changed = true;
    while (changed) {
      changed = false;
      for (const StateNumber* at = order_.begin(component); at != order_.end(component); ++at) {
        const Ahead known = ahead_[*at];
        Ahead now = known;
        for (std::uint64_t m = graph_.first_move(*at); m < graph_.first_move(*at + 1); ++m) {
          const Move& move = graph_.move(m);
          const Ahead& there = ahead_[move.to];
          if (there.lost == kNever) continue;
          const std::int32_t lost = there.lost + move.sum(kLost);
          if (now.lost == kNever || lost < now.lost) now.lost = lost;
          now.earned = std::max(now.earned, std::min(there.earned + move.sum(kEarned), whole_));
        }
        ahead_[*at] = now;
        changed = changed || (now != known && order_.loops(component));
      }
    }
  }

  [[nodiscard]] std::int64_t bound(const Label& label) const {
    const std::int64_t lost = label.lost + std::int64_t{ahead_[label.state].lost};
    const std::int64_t earned = label.earned + std::int64_t{ahead_[label.state].earned};
    return std::min(limit_ - 100 * lost, 100 * earned);
  }

  // Whether another path to the same state is as good in both. `itself` is among them then.
  [[nodiscard]] bool dominated(const Label& label, bool itself) const {
    const auto front = fronts_.find(label.state);
    if (front == fronts_.end()) return false;
    return std::any_of(front->second.begin(), front->second.end(), [&](const auto& other) {
      const bool same = other.first == label.lost && other.second == label.earned;
      return other.first <= label.lost && other.second >= label.earned && !(itself && same);
    });
  }

  void add(const Label& label) {
    if (dominated(label, false)) return;
    auto& front = fronts_[label.state];
    std::erase_if(front, [&](const auto& other) {
      return other.first >= label.lost && other.second <= label.earned;
    });
    front.emplace_back(label.lost, label.earned);
    // Of equals the earlier label comes first.
    queue_.emplace(bound(label), -static_cast<std::int64_t>(labels_.size()));
    labels_.push_back(label);
  }

  [[nodiscard]] Leaving leaving(std::uint32_t index) const {
    Leaving result{labels_[index].lost, labels_[index].earned, {}};
    for (; labels_[index].before != kNoLabel; index = labels_[index].before) {
      result.path.moves.push_back(labels_[index].by);
    }
    std::reverse(result.path.moves.begin(), result.path.moves.end());
    return result;
  }

  const StateGraph& graph_;
  const GraphOrder& order_;
  std::int64_t limit_;
  std::int32_t whole_;
  std::vector<Ahead> ahead_;
  // Lost and earned; of the few states that the search comes to.
  std::unordered_map<StateNumber, std::vector<std::pair<std::int32_t, std::int32_t>>> fronts_;
  std::vector<Label> labels_;
  std::priority_queue<std::pair<std::int64_t, std::int64_t>> queue_;
};

}  // namespace

std::optional<Leaving> best_leaving(const StateGraph& graph, const GraphOrder& order, Index ending,
                                    std::int64_t limit, std::int64_t whole) {
  return Search(graph, order, ending, limit, whole).run();
}

}  // namespace aplomb::analysis
