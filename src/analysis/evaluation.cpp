#include "analysis/evaluation.h"

#include <algorithm>
#include <functional>
#include <mutex>
#include <thread>

#include "analysis/best_inputs.h"
#include "analysis/best_leaving.h"
#include "analysis/path_sums.h"

namespace aplomb::analysis {
namespace {

using scenario::Dimension;
using scoring::Score;
using scoring::Tally;

// Runs tasks that do not depend on one another.
class Tasks {
 public:
  Tasks(int threads, const Watching& watching) : threads_(threads), watching_(watching) {}

  void run(const std::vector<std::function<void()>>& tasks) {
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
      for (std::size_t i = next++; i < tasks.size() && !watching_.stopped(); i = next++) tasks[i]();
    };
    std::vector<std::thread> others;
    for (int i = 1; i < threads_; ++i) others.emplace_back(work);
    work();
    for (std::thread& other : others) other.join();
  }

 private:
  int threads_;
  const Watching& watching_;
};

class Evaluation {
 public:
  Evaluation(const StateGraph& graph, Exploration& result)
      : graph_(graph), program_(graph.program()), result_(result) {
    for (StateNumber state = 0; state < graph.size(); ++state) {
      if (program_.is_ending(graph.node(state))) ends_.push_back(state);
    }
  }

  bool run(int threads, const Watching& watching) {
    Tasks tasks(threads, watching);
    tasks.run({[this] { order_.emplace(graph_); }, [this] { back_.emplace(graph_); },
               [this] { find_best_inputs(); }});
    if (watching.stopped()) return false;
    std::vector<std::function<void()>> sums{
        [this] { least_.emplace(graph_, *order_); },
        [this] { most_.emplace(graph_, *order_); },
        [this] { result_.shares = outcome_shares(graph_, *order_); },
        [this] { find_dead_ends(); },
    };
    for (EndingFound& each : result_.endings) {
      if (each.interim || !bad(each.ending)) continue;
      sums.emplace_back([this, &each] { find_best_leaving(each); });
    }
    tasks.run(sums);
    if (watching.stopped()) return false;
    std::vector<std::function<void()>> paths{[this] { find_lengths(); },
                                             [this] { find_interim(); },
                                             [this] { find_scores(); }};
    for (int i = 0; i < scenario::kDimensionCount; ++i) {
      paths.emplace_back([this, i] { find_dimension(static_cast<Dimension>(i)); });
    }
    tasks.run(paths);
    return !watching.stopped();
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
  [[nodiscard]] Play least_play(StateNumber state, Summed what) const {
    return play(least_->path(*back_, state, what));
  }
  [[nodiscard]] Play most_play(StateNumber state, Summed what, std::int64_t enough) const {
    return play(most_->path(*back_, state, what, enough));
  }

  EndingFound& found(Index ending) {
    return *std::find_if(result_.endings.begin(), result_.endings.end(),
                         [&](const EndingFound& each) {
                           return each.ending == ending && !each.interim;
                         });
  }

  void find_best_inputs() {
    if (const auto path = best_inputs_end_badly(graph_)) result_.best_inputs_end_badly = play(*path);
  }

  // Components come in an order in which those that one leads to are known before.
  void find_dead_ends() {
    std::vector<std::uint8_t> ends(order_->component_count());
    for (GraphOrder::Component c = 0; c < order_->component_count(); ++c) {
      for (const StateNumber* at = order_->begin(c); at != order_->end(c); ++at) {
        if (program_.is_ending(graph_.node(*at))) ends[c] = 1;
        for (std::uint64_t m = graph_.first_move(*at); m < graph_.first_move(*at + 1); ++m) {
          if (ends[order_->component(graph_.move(m).to)] != 0) ends[c] = 1;
        }
      }
    }
    for (StateNumber state = 0; state < graph_.size(); ++state) {
      if (ends[order_->component(state)] != 0) continue;
      const bool stuck = graph_.first_move(state) == graph_.first_move(state + 1);
      // Only where it begins to be hopeless: what follows from there needs no mention of its own.
      if (!stuck && !order_->loops(order_->component(state))) continue;
      const Index node = graph_.node(state);
      const auto known = std::find_if(
          result_.dead_ends.begin(), result_.dead_ends.end(),
          [&](const DeadEnd& each) { return each.node == node && each.loop == !stuck; });
      if (known != result_.dead_ends.end()) {
        ++known->states;
        continue;
      }
      result_.dead_ends.push_back({node, !stuck, 1, {}});
      dead_ends_.push_back(state);
    }
  }

  void find_lengths() {
    for (std::size_t i = 0; i < dead_ends_.size(); ++i) {
      result_.dead_ends[i].play = least_play(dead_ends_[i], Summed::kTurnCount);
    }
    if (ends_.empty()) return;
    const auto fewer = [this](StateNumber a, StateNumber b) {
      return least_->least(a, Summed::kTurnCount) < least_->least(b, Summed::kTurnCount);
    };
    for (EndingFound& each : result_.endings) {
      if (each.interim) continue;
      StateNumber nearest = kNoState;
      for (const StateNumber state : ends_) {
        if (ending_of(state) != each.ending) continue;
        if (nearest == kNoState || fewer(state, nearest)) nearest = state;
      }
      each.turns = least_->least(nearest, Summed::kTurnCount);
      each.shortest = least_play(nearest, Summed::kTurnCount);
    }
    result_.shortest =
        least_->least(*std::min_element(ends_.begin(), ends_.end(), fewer), Summed::kTurnCount);
    const StateNumber last = *std::max_element(
        ends_.begin(), ends_.end(), [this](StateNumber a, StateNumber b) {
          return most_->most(a, Summed::kTurnCount) < most_->most(b, Summed::kTurnCount);
        });
    const std::int32_t longest = most_->most(last, Summed::kTurnCount);
    if (longest != MostSums::kUnbounded) result_.longest = longest;
    result_.longest_play = most_play(last, Summed::kTurnCount, 0);
  }

  // An interim ending is passed on a move from a state before it to one after it.
  void find_interim() {
    struct Passing {
      std::vector<Index> endings;
      void line(const engine::State&, engine::LineRef) {}
      void arrive(const engine::State&, Index) {}
      void ending(const engine::State&, Index ending, bool interim) {
        if (interim) endings.push_back(ending);
      }
    };
    std::vector<std::uint64_t> passed_by(program_.endings.size());
    std::vector<int> turns(program_.endings.size(), -1);
    for (StateNumber state = 0; state < graph_.expanded(); ++state) {
      if (graph_.facts(state).follow_up != 0) continue;
      std::vector<engine::Input> inputs;
      for (std::uint64_t m = graph_.first_move(state); m < graph_.first_move(state + 1); ++m) {
        if (graph_.facts(graph_.move(m).to).follow_up == 0) continue;
        if (inputs.empty()) inputs = graph_.inputs(state);
        Passing passing;
        engine::State next = graph_.state(state);
        engine::step(graph_.valuation().machine(), next, inputs[m - graph_.first_move(state)],
                     passing);
        const int count =
            least_->least(state, Summed::kTurnCount) + graph_.move(m).sum(kTurns);
        for (const Index ending : passing.endings) {
          if (turns[ending] >= 0 && turns[ending] <= count) continue;
          turns[ending] = count;
          passed_by[ending] = m;
        }
      }
    }
    for (EndingFound& each : result_.endings) {
      if (!each.interim) continue;
      const std::uint64_t move = passed_by[each.ending];
      GraphPath path = least_->path(*back_, source_of(graph_, move), Summed::kTurnCount);
      path.moves.push_back(move);
      each.turns = turns[each.ending];
      each.shortest = play(path);
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

  // With a bad ending the score is the smaller of what the losses leave and what was earned.
  void find_best_leaving(EndingFound& ending) {
    const std::int64_t whole = result_.reference.total;
    const int percent = graph_.valuation().rubric().leaving_percent;
    const auto best =
        best_leaving(graph_, *order_, ending.ending, (100 - percent) * whole, whole);
    if (!best) return;
    ending.best.score = score(ending.ending, best->lost, best->earned);
    ending.best.play = play(best->path);
  }

  // Of the last states of an ending, the first that has the least or the most.
  template <typename Better>
  [[nodiscard]] StateNumber first_of(Index ending, const Better& better) const {
    StateNumber best = kNoState;
    for (const StateNumber state : ends_) {
      if (ending_of(state) != ending) continue;
      if (best == kNoState || better(state, best)) best = state;
    }
    return best;
  }
  [[nodiscard]] StateNumber with_least(Index ending, Summed what) const {
    return first_of(ending, [&](StateNumber a, StateNumber b) {
      return least_->least(a, what) < least_->least(b, what);
    });
  }
  [[nodiscard]] StateNumber with_most(Index ending, Summed what) const {
    return first_of(ending, [&](StateNumber a, StateNumber b) {
      return most_->most(a, what) > most_->most(b, what);
    });
  }

  void find_scores() {
    for (EndingFound& each : result_.endings) {
      if (each.interim) continue;
      find_worst(each);
      if (!bad(each.ending)) {
        const StateNumber state = with_least(each.ending, Summed::kLostInAll);
        each.best.score = score(each.ending, least_->least(state, Summed::kLostInAll), kPlenty);
        if (each.best.score) each.best.play = least_play(state, Summed::kLostInAll);
      }
      if (each.best.score && (!result_.best.score || *result_.best.score < *each.best.score)) {
        result_.best = each.best;
      }
      if (each.worst.score && (!result_.worst.score || *each.worst.score < *result_.worst.score)) {
        result_.worst = each.worst;
      }
      result_.worst.unbounded = result_.worst.unbounded || each.worst.unbounded;
    }
  }

  void find_worst(EndingFound& ending) {
    // Losing D leaves nothing, whatever the ending.
    const std::int64_t enough = result_.reference.total;
    const StateNumber loser = with_most(ending.ending, Summed::kLostInAll);
    const std::int32_t lost = most_->most(loser, Summed::kLostInAll);
    ending.worst.unbounded = lost == MostSums::kUnbounded;
    ending.worst.score = score(ending.ending, ending.worst.unbounded ? enough : lost, kPlenty);
    if (!ending.worst.score) return;
    ending.worst.play = most_play(loser, Summed::kLostInAll, enough);
    if (!bad(ending.ending)) return;
    const StateNumber poorest = with_least(ending.ending, Summed::kEarnedInAll);
    const auto earned = score(ending.ending, 0, least_->least(poorest, Summed::kEarnedInAll));
    if (!earned || !(*earned < *ending.worst.score)) return;
    ending.worst.score = earned;
    ending.worst.play = least_play(poorest, Summed::kEarnedInAll);
  }

  void find_dimension(Dimension dimension) {
    DimensionRange& range = result_.dimensions[static_cast<std::size_t>(dimension)];
    const std::int64_t whole =
        result_.reference.dimensions[static_cast<std::size_t>(dimension)];
    if (ends_.empty() || whole == 0) return;
    const auto score_with = [&](std::int64_t lost) {
      Tally tally;
      tally.lost[static_cast<std::size_t>(dimension)] = static_cast<std::int32_t>(lost);
      return scoring::dimension_score(result_.reference, tally, dimension);
    };
    const Summed what = summed_in(dimension);
    const StateNumber best =
        *std::min_element(ends_.begin(), ends_.end(), [&](StateNumber a, StateNumber b) {
          return least_->least(a, what) < least_->least(b, what);
        });
    const StateNumber worst =
        *std::max_element(ends_.begin(), ends_.end(), [&](StateNumber a, StateNumber b) {
          return most_->most(a, what) < most_->most(b, what);
        });
    range.best.score = score_with(least_->least(best, what));
    range.best.play = least_play(best, what);
    const std::int32_t lost = most_->most(worst, what);
    range.worst.unbounded = lost == MostSums::kUnbounded;
    range.worst.score = score_with(range.worst.unbounded ? whole : lost);
    range.worst.play = most_play(worst, what, whole);
  }

  const StateGraph& graph_;
  const scenario::Program& program_;
  Exploration& result_;
  std::vector<StateNumber> ends_;
  std::vector<StateNumber> dead_ends_;  // a state of each of the result's
  std::optional<GraphOrder> order_;
  std::optional<MovesBack> back_;
  std::optional<LeastSums> least_;
  std::optional<MostSums> most_;
};

}  // namespace

bool evaluate(const StateGraph& graph, int threads, const Watching& watching,
              Exploration& result) {
  return Evaluation(graph, result).run(threads, watching);
}

}  // namespace aplomb::analysis
