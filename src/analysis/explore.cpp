#include "analysis/explore.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <thread>

#include "analysis/best_leaving.h"
#include "analysis/path_sums.h"

namespace aplomb::analysis {
namespace {

using scenario::Dimension;
using scoring::Score;
using scoring::Tally;

class Evaluation {
 public:
  Evaluation(const StateGraph& graph, Exploration& result)
      : graph_(graph), program_(graph.program()), result_(result), order_(graph) {
    for (StateNumber state = 0; state < graph.size(); ++state) {
      if (program_.is_ending(graph.node(state))) ends_.push_back(state);
    }
  }

  void run(int threads) {
    find_dead_ends();
    std::vector<std::function<void()>> tasks{
        [this] { find_lengths(); },
        [this] { result_.shares = outcome_shares(graph_, order_); },
        [this] { follow_best_inputs(); },
        [this] { find_scores(); },
    };
    for (int i = 0; i < scenario::kDimensionCount; ++i) {
      tasks.emplace_back([this, i] { find_dimension(static_cast<Dimension>(i)); });
    }
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
      for (std::size_t i = next++; i < tasks.size(); i = next++) tasks[i]();
    };
    std::vector<std::thread> others;
    for (int i = 1; i < threads; ++i) others.emplace_back(work);
    work();
    for (std::thread& other : others) other.join();
  }

 private:
  [[nodiscard]] Index ending_of(StateNumber state) const {
    return program_.ending_of(graph_.node(state));
  }
  [[nodiscard]] bool bad(Index ending) const {
    const auto kind = static_cast<int>(program_.endings[ending].kind);
    return ((graph_.valuation().rubric().bad_endings >> kind) & 1U) != 0;
  }

  [[nodiscard]] Play play(const GraphPath& path) const {
    Play play{{}, path.loop_first, path.loop_length, path.loop_times};
    for (const std::uint64_t move : path.moves) {
      const StateNumber from = source_of(graph_, move);
      const std::vector<engine::Input> inputs = graph_.inputs(from);
      play.steps.push_back({graph_.node(from), inputs[move - graph_.first_move(from)]});
    }
    return play;
  }

  EndingFound& found(Index ending) {
    return *std::find_if(result_.endings.begin(), result_.endings.end(),
                         [&](const EndingFound& each) {
                           return each.ending == ending && !each.interim;
                         });
  }

  // Components come in an order in which those that one leads to are known before.
  void find_dead_ends() {
    std::vector<std::uint8_t> ends(order_.component_count());
    for (GraphOrder::Component c = 0; c < order_.component_count(); ++c) {
      for (const StateNumber* at = order_.begin(c); at != order_.end(c); ++at) {
        if (program_.is_ending(graph_.node(*at))) ends[c] = 1;
        for (std::uint64_t m = graph_.first_move(*at); m < graph_.first_move(*at + 1); ++m) {
          if (ends[order_.component(graph_.move(m).to)] != 0) ends[c] = 1;
        }
      }
    }
    std::optional<LeastSums> turns;
    for (StateNumber state = 0; state < graph_.size(); ++state) {
      if (ends[order_.component(state)] != 0) continue;
      const bool stuck = graph_.first_move(state) == graph_.first_move(state + 1);
      // Only where it begins to be hopeless: what follows from there needs no mention of its own.
      if (!stuck && !order_.loops(order_.component(state))) continue;
      const Index node = graph_.node(state);
      const auto known = std::find_if(
          result_.dead_ends.begin(), result_.dead_ends.end(),
          [&](const DeadEnd& each) { return each.node == node && each.loop == !stuck; });
      if (known != result_.dead_ends.end()) {
        ++known->states;
        continue;
      }
      if (!turns) turns.emplace(graph_, kTurns);
      result_.dead_ends.push_back({node, !stuck, 1, play(turns->path(state))});
    }
  }

  void find_lengths() {
    const LeastSums least(graph_, kTurns);
    const MostSums most(graph_, order_, kTurns);
    std::int32_t longest = -1;
    StateNumber longest_end = kNoState;
    for (const StateNumber state : ends_) {
      EndingFound& ending = found(ending_of(state));
      const std::int32_t turns = least.least(state);
      if (ending.shortest.steps.empty() || turns < ending.turns) {
        ending.turns = turns;
        ending.shortest = play(least.path(state));
      }
      if (most.most(state) > longest) {
        longest = most.most(state);
        longest_end = state;
      }
    }
    if (longest_end == kNoState) return;
    result_.shortest = least.least(*std::min_element(
        ends_.begin(), ends_.end(),
        [&](StateNumber a, StateNumber b) { return least.least(a) < least.least(b); }));
    if (longest != MostSums::kUnbounded) result_.longest = longest;
    result_.longest_play = play(most.path(longest_end, 0));
    find_interim(least);
  }

  // An interim ending is passed on a move from a state before it to one after it.
  void find_interim(const LeastSums& least) {
    struct Passing {
      std::vector<Index> endings;
      void line(const engine::State&, engine::LineRef) {}
      void arrive(const engine::State&, Index) {}
      void ending(const engine::State&, Index ending, bool interim) {
        if (interim) endings.push_back(ending);
      }
    };
    for (StateNumber state = 0; state < graph_.expanded(); ++state) {
      if (graph_.facts(state).follow_up != 0) continue;
      for (std::uint64_t m = graph_.first_move(state); m < graph_.first_move(state + 1); ++m) {
        if (graph_.facts(graph_.move(m).to).follow_up == 0) continue;
        const engine::Input input = graph_.inputs(state)[m - graph_.first_move(state)];
        Passing passing;
        engine::State next = graph_.state(state);
        engine::step(graph_.valuation().machine(), next, input, passing);
        for (const Index ending : passing.endings) note_interim(least, state, m, ending);
      }
    }
  }

  void note_interim(const LeastSums& least, StateNumber state, std::uint64_t move, Index ending) {
    for (EndingFound& each : result_.endings) {
      if (each.ending != ending || !each.interim) continue;
      const int turns = least.least(state) + graph_.move(move).sum(kTurns);
      if (!each.shortest.steps.empty() && each.turns <= turns) return;
      GraphPath path = least.path(state);
      path.moves.push_back(move);
      each.turns = turns;
      each.shortest = play(path);
    }
  }

  void find_scores() {
    const LeastSums least_lost(graph_, kLost);
    const MostSums most_lost(graph_, order_, kLost);
    for (const StateNumber state : ends_) {
      const Index ending = ending_of(state);
      EndingFound& entry = found(ending);
      if (bad(ending)) continue;
      keep_better(entry.best, ending, least_lost.least(state), kPlenty,
                  [&] { return least_lost.path(state); });
      keep_worse(entry.worst, ending, most_lost.most(state), kPlenty,
                 [&](std::int64_t enough) { return most_lost.path(state, enough); });
    }
    const bool any_bad = std::any_of(ends_.begin(), ends_.end(),
                                     [this](StateNumber each) { return bad(ending_of(each)); });
    if (any_bad) find_bad_scores(most_lost);
    for (const EndingFound& each : result_.endings) {
      if (each.interim) continue;
      if (each.best.score && (!result_.best.score || *result_.best.score < *each.best.score)) {
        result_.best = each.best;
      }
      if (each.worst.score && (!result_.worst.score || *each.worst.score < *result_.worst.score)) {
        result_.worst = each.worst;
      }
      result_.worst.unbounded = result_.worst.unbounded || each.worst.unbounded;
    }
  }

  // With a bad ending the score is the smaller of what the losses leave and what was earned.
  void find_bad_scores(const MostSums& most_lost) {
    const std::int64_t whole = result_.reference.total;
    const int percent = graph_.valuation().rubric().leaving_percent;
    const LeastSums least_earned(graph_, kEarned);
    for (const StateNumber state : ends_) {
      const Index ending = ending_of(state);
      if (!bad(ending)) continue;
      EndingFound& entry = found(ending);
      keep_worse(entry.worst, ending, most_lost.most(state), kPlenty,
                 [&](std::int64_t enough) { return most_lost.path(state, enough); });
      keep_worse(entry.worst, ending, 0, least_earned.least(state),
                 [&](std::int64_t) { return least_earned.path(state); });
      if (entry.best.score) continue;
      const auto best = best_leaving(graph_, order_, ending, (100 - percent) * whole, whole);
      keep_better(entry.best, ending, best->lost, best->earned, [&] { return best->path; });
    }
  }

  static constexpr std::int64_t kPlenty = 1'000'000;  // earned: more than any play can

  [[nodiscard]] std::optional<Score> score(Index ending, std::int64_t lost,
                                           std::int64_t earned) const {
    Tally tally;
    tally.lost_total = static_cast<std::int32_t>(lost);
    tally.best_total = static_cast<std::int32_t>(lost + earned);
    return scoring::score_of(graph_.valuation().rubric(), result_.reference, tally,
                             program_.endings[ending].kind);
  }

  template <typename Path>
  void keep_better(Extreme& best, Index ending, std::int64_t lost, std::int64_t earned,
                   const Path& path) const {
    const auto reached = score(ending, lost, earned);
    if (!reached || (best.score && !(*best.score < *reached))) return;
    best.score = reached;
    best.play = play(path());
  }

  template <typename Path>
  void keep_worse(Extreme& worst, Index ending, std::int32_t lost, std::int64_t earned,
                  const Path& path) const {
    const bool unbounded = lost == MostSums::kUnbounded;
    // Losing D leaves nothing, whatever the ending.
    const std::int64_t enough = result_.reference.total;
    const auto reached = score(ending, unbounded ? enough : lost, earned);
    worst.unbounded = worst.unbounded || unbounded;
    if (!reached || (worst.score && !(*reached < *worst.score))) return;
    worst.score = reached;
    worst.play = play(path(enough));
  }

  void find_dimension(Dimension dimension) {
    const LeastSums least(graph_, lost_in(dimension));
    const MostSums most(graph_, order_, lost_in(dimension));
    DimensionRange& range = result_.dimensions[static_cast<std::size_t>(dimension)];
    const auto score_with = [&](std::int64_t lost) {
      Tally tally;
      tally.lost[static_cast<std::size_t>(dimension)] = static_cast<std::int32_t>(lost);
      return scoring::dimension_score(result_.reference, tally, dimension);
    };
    const std::int64_t whole =
        result_.reference.dimensions[static_cast<std::size_t>(dimension)];
    if (ends_.empty() || whole == 0) return;
    const auto by_least = [&](StateNumber a, StateNumber b) {
      return least.least(a) < least.least(b);
    };
    const auto by_most = [&](StateNumber a, StateNumber b) { return most.most(a) < most.most(b); };
    const StateNumber best = *std::min_element(ends_.begin(), ends_.end(), by_least);
    const StateNumber worst = *std::max_element(ends_.begin(), ends_.end(), by_most);
    range.best.score = score_with(least.least(best));
    range.best.play = play(least.path(best));
    range.worst.unbounded = most.most(worst) == MostSums::kUnbounded;
    range.worst.score = score_with(range.worst.unbounded ? whole : most.most(worst));
    range.worst.play = play(most.path(worst, whole));
  }

  // Goes wherever inputs that lose nothing lead, and documents.
  void follow_best_inputs() {
    std::vector<std::uint64_t> arrived_by(graph_.size());
    std::vector<std::uint8_t> seen(graph_.size());
    std::deque<StateNumber> queue{0};
    seen[0] = 1;
    const auto path_to = [&](StateNumber state) {
      GraphPath path;
      for (; state != 0; state = source_of(graph_, arrived_by[state])) {
        path.moves.push_back(arrived_by[state]);
      }
      std::reverse(path.moves.begin(), path.moves.end());
      return play(path);
    };
    while (!queue.empty()) {
      const StateNumber state = queue.front();
      queue.pop_front();
      const Index node = graph_.node(state);
      const bool ended = program_.is_ending(node);
      bool turn = false;
      for (std::uint64_t m = graph_.first_move(state); m < graph_.first_move(state + 1); ++m) {
        turn = turn || graph_.move(m).sum(kTurns) != 0;
      }
      // Having to read something before anything can be said is being stuck.
      const bool stuck = !ended && !turn;
      if (stuck || (ended && bad(program_.ending_of(node)))) {
        result_.best_inputs_end_badly = path_to(state);
        return;
      }
      for (std::uint64_t m = graph_.first_move(state); m < graph_.first_move(state + 1); ++m) {
        const Move& move = graph_.move(m);
        if (move.sum(kLost) != 0 || seen[move.to] != 0) continue;
        seen[move.to] = 1;
        arrived_by[move.to] = m;
        queue.push_back(move.to);
      }
    }
    find_lossless_loop(seen, path_to);
  }

  // A loop of best inputs never ends. Looks for one by taking away what leads out of no loop.
  template <typename PathTo>
  void find_lossless_loop(std::vector<std::uint8_t>& seen, const PathTo& path_to) {
    std::vector<std::uint32_t> leads_on(graph_.size());
    std::vector<std::vector<StateNumber>> back(graph_.size());
    std::deque<StateNumber> done;
    for (StateNumber state = 0; state < graph_.expanded(); ++state) {
      if (seen[state] == 0) continue;
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
      seen[state] = 0;
      for (const StateNumber before : back[state]) {
        if (--leads_on[before] == 0) done.push_back(before);
      }
    }
    const auto left = std::find(seen.begin(), seen.end(), 1);
    if (left != seen.end()) {
      result_.best_inputs_end_badly = path_to(static_cast<StateNumber>(left - seen.begin()));
    }
  }

  const StateGraph& graph_;
  const scenario::Program& program_;
  Exploration& result_;
  GraphOrder order_;
  std::vector<StateNumber> ends_;
};

// Every ending that was met, as a last one, as an interim one, or as both.
std::vector<EndingFound> endings_met(const StateGraph& graph) {
  std::vector<EndingFound> endings;
  std::vector<std::uint8_t> last(graph.program().endings.size());
  for (StateNumber state = 0; state < graph.size(); ++state) {
    const Index node = graph.node(state);
    if (graph.program().is_ending(node)) last[graph.program().ending_of(node)] = 1;
  }
  for (Index i = 0; i < static_cast<Index>(last.size()); ++i) {
    const bool can_be_interim = graph.program().endings[i].follow_up != scenario::kNoIndex;
    if (graph.coverage().endings[i] != 0 && can_be_interim) {
      EndingFound& found = endings.emplace_back();
      found.ending = i;
      found.interim = true;
    }
    if (last[i] != 0) endings.emplace_back().ending = i;
  }
  return endings;
}

}  // namespace

std::vector<PlayStep> Play::unrolled() const {
  std::vector<PlayStep> all(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(loop_first));
  const auto loop = steps.begin() + static_cast<std::ptrdiff_t>(loop_first);
  const auto after = loop + static_cast<std::ptrdiff_t>(loop_length);
  for (std::int64_t i = 0; i < (loop_length == 0 ? 0 : loop_times); ++i) {
    all.insert(all.end(), loop, after);
  }
  all.insert(all.end(), after, steps.end());
  return all;
}

Exploration explore(const scoring::Valuation& valuation, const ExploreOptions& options,
                    const Watching& watching) {
  int threads = options.threads;
  if (threads <= 0) threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  StateGraph graph(valuation, {threads, options.max_memory});
  graph.build(watching);
  Exploration result(graph.coverage());
  result.finished = graph.finished();
  result.out_of_memory = graph.out_of_memory();
  result.states = graph.size();
  result.moves = graph.move_count();
  result.frontier = graph.size() - graph.expanded();
  result.reference = scoring::reference_play(valuation);
  result.endings = endings_met(graph);
  if (result.finished) Evaluation(graph, result).run(threads);
  return result;
}

}  // namespace aplomb::analysis
