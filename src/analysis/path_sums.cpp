#include "analysis/path_sums.h"

#include <algorithm>
#include <unordered_map>

namespace aplomb::analysis {
namespace {

constexpr std::uint64_t kNoMove = ~std::uint64_t{0};
constexpr std::int32_t kNotReached = -1;
constexpr StateNumber kStart = 0;

}  // namespace

StateNumber source_of(const StateGraph& graph, std::uint64_t move) {
  StateNumber low = 0;
  StateNumber high = graph.expanded();
  while (high - low > 1) {
    const StateNumber middle = low + (high - low) / 2;
    (graph.first_move(middle) <= move ? low : high) = middle;
  }
  return low;
}

// Dial (1969): sums are small whole numbers, so a ring of buckets takes the place of a heap.
LeastSums::LeastSums(const StateGraph& graph, Measure measure)
    : graph_(graph), least_(graph.size(), kNotReached), arrived_by_(graph.size(), kNoMove) {
  const std::size_t ring = std::size_t{measure.mask} + 1;
  std::vector<std::vector<StateNumber>> buckets(ring);
  buckets[0].push_back(kStart);
  least_[kStart] = 0;
  std::size_t waiting = 1;
  for (std::int32_t sum = 0; waiting > 0; ++sum) {
    std::vector<StateNumber>& bucket = buckets[static_cast<std::size_t>(sum) % ring];
    for (std::size_t i = 0; i < bucket.size(); ++i) {
      const StateNumber state = bucket[i];
      --waiting;
      if (least_[state] != sum) continue;
      for (std::uint64_t m = graph.first_move(state); m < graph.first_move(state + 1); ++m) {
        const Move& move = graph.move(m);
        const std::int32_t next = sum + move.sum(measure);
        if (least_[move.to] != kNotReached && least_[move.to] <= next) continue;
        least_[move.to] = next;
        arrived_by_[move.to] = m;
        buckets[static_cast<std::size_t>(next) % ring].push_back(move.to);
        ++waiting;
      }
    }
    bucket.clear();
  }
}

GraphPath LeastSums::path(StateNumber state) const {
  GraphPath path;
  while (state != kStart) {
    path.moves.push_back(arrived_by_[state]);
    state = source_of(graph_, arrived_by_[state]);
  }
  std::reverse(path.moves.begin(), path.moves.end());
  return path;
}

MostSums::MostSums(const StateGraph& graph, const GraphOrder& order, Measure measure)
    : graph_(graph),
      order_(order),
      measure_(measure),
      most_(graph.size(), kNotReached),
      arrived_by_(graph.size(), kNoMove) {
  if (graph.size() == 0) return;
  most_[kStart] = 0;
  for (GraphOrder::Component c = order.component_count(); c-- > 0;) settle(c);
}

void MostSums::settle(GraphOrder::Component component) {
  const StateNumber* begin = order_.begin(component);
  const StateNumber* end = order_.end(component);
  if (order_.loops(component)) {
    std::int32_t most = kNotReached;
    for (const StateNumber* at = begin; at != end; ++at) most = std::max(most, most_[*at]);
    const bool gains = gain_in(component) != kNoMove;
    for (const StateNumber* at = begin; at != end; ++at) {
      // Who arrived from outside with less is not where the best path enters.
      if (!gains && most_[*at] != most) arrived_by_[*at] = kNoMove;
      most_[*at] = gains ? kUnbounded : most;
    }
  }
  for (const StateNumber* at = begin; at != end; ++at) {
    const std::int32_t sum = most_[*at];
    for (std::uint64_t m = graph_.first_move(*at); m < graph_.first_move(*at + 1); ++m) {
      const Move& move = graph_.move(m);
      if (order_.component(move.to) == component) continue;
      const std::int32_t next = sum == kUnbounded ? sum : sum + move.sum(measure_);
      if (next <= most_[move.to]) continue;
      most_[move.to] = next;
      arrived_by_[move.to] = m;
    }
  }
}

std::uint64_t MostSums::gain_in(GraphOrder::Component component) const {
  for (const StateNumber* at = order_.begin(component); at != order_.end(component); ++at) {
    for (std::uint64_t m = graph_.first_move(*at); m < graph_.first_move(*at + 1); ++m) {
      const Move& move = graph_.move(m);
      if (order_.component(move.to) == component && move.sum(measure_) > 0) return m;
    }
  }
  return kNoMove;
}

std::vector<std::uint64_t> MostSums::within(StateNumber from, StateNumber to) const {
  std::unordered_map<StateNumber, std::uint64_t> arrived;
  std::vector<StateNumber> queue{from};
  arrived.emplace(from, kNoMove);
  for (std::size_t i = 0; i < queue.size() && !arrived.contains(to); ++i) {
    const StateNumber state = queue[i];
    for (std::uint64_t m = graph_.first_move(state); m < graph_.first_move(state + 1); ++m) {
      const StateNumber next = graph_.move(m).to;
      if (order_.component(next) != order_.component(from)) continue;
      if (arrived.emplace(next, m).second) queue.push_back(next);
    }
  }
  std::vector<std::uint64_t> moves;
  for (StateNumber at = to; at != from; at = source_of(graph_, arrived.at(at))) {
    moves.push_back(arrived.at(at));
  }
  std::reverse(moves.begin(), moves.end());
  return moves;
}

GraphPath MostSums::path(StateNumber state, std::int64_t enough) const {
  // The parts of the path, last first: where it enters each component and what it does there.
  struct Part {
    std::uint64_t enters;  // kNoMove at the start
    StateNumber leaves_from;
  };
  std::vector<Part> parts;
  while (true) {
    StateNumber entry = state;
    const GraphOrder::Component component = order_.component(state);
    const StateNumber* end = order_.end(component);
    const bool at_start = order_.component(kStart) == component;
    if (at_start) {
      entry = kStart;
    } else if (arrived_by_[entry] == kNoMove) {
      entry = *std::find_if(order_.begin(component), end,
                            [&](StateNumber each) { return arrived_by_[each] != kNoMove; });
    }
    parts.push_back({at_start ? kNoMove : arrived_by_[entry], state});
    if (at_start) break;
    state = source_of(graph_, arrived_by_[entry]);
  }
  GraphPath path;
  std::int64_t sum = 0;
  const auto add = [&](std::uint64_t move) {
    path.moves.push_back(move);
    sum += graph_.move(move).sum(measure_);
  };
  bool looped = false;
  for (std::size_t i = parts.size(); i-- > 0;) {
    StateNumber at = kStart;
    if (parts[i].enters != kNoMove) {
      add(parts[i].enters);
      at = graph_.move(parts[i].enters).to;
    }
    const GraphOrder::Component component = order_.component(at);
    const std::uint64_t gain = order_.loops(component) ? gain_in(component) : kNoMove;
    if (gain != kNoMove && !looped) {
      looped = true;
      const StateNumber from = source_of(graph_, gain);
      for (const std::uint64_t move : within(at, from)) add(move);
      path.loop_first = path.moves.size();
      const std::int64_t before = sum;
      add(gain);
      for (const std::uint64_t move : within(graph_.move(gain).to, from)) add(move);
      path.loop_length = path.moves.size() - path.loop_first;
      const std::int64_t round = sum - before;
      path.loop_times = std::max<std::int64_t>(1, (enough - before + round - 1) / round);
      sum = before + round * path.loop_times;
      at = from;
    }
    for (const std::uint64_t move : within(at, parts[i].leaves_from)) add(move);
  }
  return path;
}

}  // namespace aplomb::analysis
