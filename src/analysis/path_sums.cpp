#include "analysis/path_sums.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace aplomb::analysis {
namespace {

constexpr std::uint64_t kNoMove = ~std::uint64_t{0};
constexpr std::int32_t kNotReached = std::numeric_limits<std::int32_t>::max() / 2;
constexpr StateNumber kStart = 0;

// The parts of a move's worth, in the order of Summed.
constexpr std::array<Measure, kMeasures> kMeasured = [] {
  std::array<Measure, kMeasures> all{kTurns, kLost, kEarned};
  std::size_t at = 3;
  for (int i = 0; i < scenario::kDimensionCount; ++i) {
    all[at++] = lost_in(static_cast<scenario::Dimension>(i));
  }
  return all;
}();

Sums sums_of(const Move& move) {
  Sums sums;
  for (std::size_t i = 0; i < sums.size(); ++i) sums[i] = move.sum(kMeasured[i]);
  return sums;
}

std::int32_t sum_of(const Move& move, Summed what) {
  return move.sum(kMeasured[static_cast<std::size_t>(what)]);
}

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

MovesBack::MovesBack(const StateGraph& graph)
    : first_(std::size_t{graph.size()} + 1), arrivals_(graph.move_count()) {
  for (std::uint64_t m = 0; m < graph.move_count(); ++m) ++first_[graph.move(m).to + 1];
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  std::vector<std::uint64_t> next(first_.begin(), first_.end() - 1);
  for (StateNumber from = 0; from < graph.expanded(); ++from) {
    const std::uint64_t first = graph.first_move(from);
    for (std::uint64_t m = first; m < graph.first_move(from + 1); ++m) {
      arrivals_[next[graph.move(m).to]++] = {from, static_cast<std::uint32_t>(m - first)};
    }
  }
}

LeastSums::LeastSums(const StateGraph& graph, const GraphOrder& order)
    : graph_(graph), order_(order), sums_(graph.size()) {
  if (graph.size() == 0) return;
  Sums none;
  none.fill(kNotReached);
  std::fill(sums_.begin(), sums_.end(), none);
  sums_[kStart] = {};
  for (GraphOrder::Component c = order.component_count(); c-- > 0;) settle(c);
}

// In a loop, sums settle after a few rounds: no move makes less of them.
void LeastSums::settle(GraphOrder::Component component) {
  bool again = true;
  while (again) {
    again = false;
    for (const StateNumber* at = order_.begin(component); at != order_.end(component); ++at) {
      if (hand_on(*at)) again = order_.loops(component);
    }
  }
}

bool LeastSums::hand_on(StateNumber state) {
  std::int32_t less = 0;
  const Sums sums = sums_[state];
  for (std::uint64_t m = graph_.first_move(state); m < graph_.first_move(state + 1); ++m) {
    const Move& move = graph_.move(m);
    const Sums by = sums_of(move);
    Sums& there = sums_[move.to];
    Sums least;
    for (std::size_t i = 0; i < least.size(); ++i) {
      const std::int32_t next = sums[i] + by[i];
      least[i] = next < there[i] ? next : there[i];
    }
    for (std::size_t i = 0; i < least.size(); ++i) less |= least[i] ^ there[i];
    there = least;
  }
  return less != 0;
}

// Backwards over moves that account for the whole sum. Moves that add nothing may go round within a
// component, so the way through each is searched for.
GraphPath LeastSums::path(const MovesBack& back, StateNumber state, Summed what) const {
  GraphPath path;
  struct Step {
    StateNumber to;
    std::uint64_t move;
  };
  while (state != kStart) {
    std::unordered_map<StateNumber, Step> on;  // from a state towards `state`
    std::vector<StateNumber> queue{state};
    on.emplace(state, Step{state, kNoMove});
    StateNumber outside = kNoState;
    for (std::size_t i = 0; i < queue.size() && outside == kNoState; ++i) {
      const StateNumber to = queue[i];
      for (auto at = back.begin(to); at != back.end(to) && outside == kNoState; ++at) {
        const std::uint64_t move = graph_.first_move(at->from) + at->place;
        if (least(at->from, what) + sum_of(graph_.move(move), what) != least(to, what)) continue;
        if (!on.emplace(at->from, Step{to, move}).second) continue;
        queue.push_back(at->from);
        const bool leaves = order_.component(at->from) != order_.component(state);
        if (leaves || at->from == kStart) outside = at->from;
      }
    }
    std::vector<std::uint64_t> part;
    for (StateNumber at = outside; at != state; at = on.at(at).to) part.push_back(on.at(at).move);
    path.moves.insert(path.moves.end(), part.rbegin(), part.rend());
    state = outside;
  }
  std::reverse(path.moves.begin(), path.moves.end());
  return path;
}

MostSums::MostSums(const StateGraph& graph, const GraphOrder& order)
    : graph_(graph), order_(order), sums_(graph.size()) {
  if (graph.size() == 0) return;
  Sums none;
  none.fill(-1);
  std::fill(sums_.begin(), sums_.end(), none);
  sums_[kStart] = {};
  for (GraphOrder::Component c = order.component_count(); c-- > 0;) settle(c);
}

// Who is in a loop has what the best of it has, or no bound.
void MostSums::level(GraphOrder::Component component) {
  Sums most;
  most.fill(-1);
  for (const StateNumber* at = order_.begin(component); at != order_.end(component); ++at) {
    for (std::size_t i = 0; i < most.size(); ++i) most[i] = std::max(most[i], sums_[*at][i]);
  }
  for (std::size_t i = 0; i < most.size(); ++i) {
    if (gain_in(component, static_cast<Summed>(i)) != kNoMove) most[i] = kUnbounded;
  }
  for (const StateNumber* at = order_.begin(component); at != order_.end(component); ++at) {
    sums_[*at] = most;
  }
}

void MostSums::settle(GraphOrder::Component component) {
  if (order_.loops(component)) level(component);
  for (const StateNumber* at = order_.begin(component); at != order_.end(component); ++at) {
    const Sums sums = sums_[*at];
    for (std::uint64_t m = graph_.first_move(*at); m < graph_.first_move(*at + 1); ++m) {
      const Move& move = graph_.move(m);
      if (order_.component(move.to) == component) continue;
      const Sums by = sums_of(move);
      Sums& there = sums_[move.to];
      for (std::size_t i = 0; i < sums.size(); ++i) {
        const std::int32_t next = sums[i] == kUnbounded ? kUnbounded : sums[i] + by[i];
        there[i] = std::max(there[i], next);
      }
    }
  }
}

std::uint64_t MostSums::gain_in(GraphOrder::Component component, Summed what) const {
  for (const StateNumber* at = order_.begin(component); at != order_.end(component); ++at) {
    for (std::uint64_t m = graph_.first_move(*at); m < graph_.first_move(*at + 1); ++m) {
      const Move& move = graph_.move(m);
      if (order_.component(move.to) == component && sum_of(move, what) > 0) return m;
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

// The move from outside by which a component gets the most that it has. Where only its own loop
// makes it unbounded, the best that comes in.
std::uint64_t MostSums::entry(const MovesBack& back, GraphOrder::Component component,
                              Summed what) const {
  std::uint64_t best = kNoMove;
  std::int64_t most = -1;
  for (const StateNumber* at = order_.begin(component); at != order_.end(component); ++at) {
    for (auto arrival = back.begin(*at); arrival != back.end(*at); ++arrival) {
      if (order_.component(arrival->from) == component) continue;
      const std::uint64_t move = graph_.first_move(arrival->from) + arrival->place;
      const std::int64_t sum =
          std::int64_t{this->most(arrival->from, what)} + sum_of(graph_.move(move), what);
      if (sum <= most) continue;
      most = sum;
      best = move;
    }
  }
  return best;
}

std::vector<MostSums::Part> MostSums::parts(const MovesBack& back, StateNumber state,
                                            Summed what) const {
  std::vector<Part> parts;
  while (true) {
    const GraphOrder::Component component = order_.component(state);
    if (component == order_.component(kStart)) {
      parts.push_back({kNoMove, state});
      return parts;
    }
    parts.push_back({entry(back, component, what), state});
    state = source_of(graph_, parts.back().enters);
  }
}

GraphPath MostSums::path(const MovesBack& back, StateNumber state, Summed what,
                         std::int64_t enough) const {
  const std::vector<Part> parts = this->parts(back, state, what);
  GraphPath path;
  std::int64_t sum = 0;
  const auto add = [&](std::uint64_t move) {
    path.moves.push_back(move);
    sum += sum_of(graph_.move(move), what);
  };
  bool looped = false;
  for (std::size_t i = parts.size(); i-- > 0;) {
    StateNumber at = kStart;
    if (parts[i].enters != kNoMove) {
      add(parts[i].enters);
      at = graph_.move(parts[i].enters).to;
    }
    const GraphOrder::Component component = order_.component(at);
    const std::uint64_t gain = order_.loops(component) ? gain_in(component, what) : kNoMove;
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
