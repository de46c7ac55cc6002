#include "brute_force.h"

#include <algorithm>
#include <cstring>
#include <deque>
#include <string>
#include <unordered_map>

namespace aplomb::analysis {
namespace {

constexpr std::size_t kMostStates = 700;
constexpr std::size_t kMostSums = 100'000;

struct Step {
  int to = 0;
  bool turn = false;
  scoring::Tally tally;
};

class Walk {
 public:
  explicit Walk(const scoring::Valuation& valuation)
      : valuation_(valuation), machine_(valuation.machine()), result_(valuation) {}

  std::optional<BruteForce> run() {
    Observer observer{{*machine_.program, result_.coverage}, result_.interim};
    number(engine::begin(machine_, observer));
    for (std::size_t i = 0; i < states_.size(); ++i) {
      if (states_.size() > kMostStates) return std::nullopt;
      expand(static_cast<int>(i));
    }
    reference_ = scoring::reference_play(valuation_);
    find_endings();
    find_hopeless();
    find_lengths();
    if (!find_scores()) return std::nullopt;
    for (int i = 0; i < scenario::kDimensionCount; ++i) find_dimension(i);
    find_shares();
    find_best_inputs();
    return result_;
  }

 private:
  struct Observer {
    CoverageObserver inner;
    std::set<Index>& interim;
    void line(const engine::State& state, engine::LineRef ref) { inner.line(state, ref); }
    void arrive(const engine::State& state, Index node) { inner.arrive(state, node); }
    void ending(const engine::State& state, Index ending, bool between) {
      inner.ending(state, ending, between);
      if (between) interim.insert(ending);
    }
    void tested(const engine::State& state, scenario::Condition when, bool outcome) {
      inner.tested(state, when, outcome);
    }
  };

  int number(const engine::State& state) {
    std::string key(sizeof state, '\0');
    std::memcpy(key.data(), &state, sizeof state);
    const auto [found, added] = numbers_.emplace(key, static_cast<int>(states_.size()));
    if (added) {
      states_.push_back(state);
      steps_.emplace_back();
    }
    return found->second;
  }

  void expand(int from) {
    const engine::State state = states_[from];
    const scenario::Program& program = *machine_.program;
    if (engine::ended(program, state)) return;
    const auto& node = program.nodes[state.node];
    const auto best = valuation_.best(state);
    Observer observer{{program, result_.coverage}, result_.interim};
    for (Index i = 0; i < node.choices.count; ++i) {
      const auto& choice = program.choices_of(node)[i];
      const bool used = choice.once && state.bit(choice.used_bit);
      if (choice.when.count != 0 && !used) {
        observer.tested(state, choice.when, engine::holds(program.code, choice.when, state));
      }
      engine::State next = state;
      if (engine::step(machine_, next, {engine::InputKind::kChoose, i}, observer) !=
          engine::StepResult::kTaken) {
        continue;
      }
      result_.coverage.choices[node.choices.first + i] = 1;
      Step step;
      step.turn = true;
      scoring::add_turn(step.tally, best->value, valuation_.value(state, i));
      step.to = number(next);
      steps_[from].push_back(step);
    }
    for (Index i = 0; i < static_cast<Index>(program.documents.size()); ++i) {
      engine::State next = state;
      engine::Silent silent;
      if (engine::step(machine_, next, {engine::InputKind::kConsult, i}, silent) !=
          engine::StepResult::kTaken) {
        continue;
      }
      Step step;
      step.to = number(next);
      steps_[from].push_back(step);
    }
  }

  [[nodiscard]] bool ended(int state) const {
    return engine::ended(*machine_.program, states_[state]);
  }
  [[nodiscard]] Index ending(int state) const {
    return machine_.program->ending_of(states_[state].node);
  }
  [[nodiscard]] bool bad(Index ending) const {
    const auto kind = static_cast<int>(machine_.program->endings[ending].kind);
    return ((valuation_.rubric().bad_endings >> kind) & 1U) != 0;
  }

  void find_endings() {
    for (int i = 0; i < count(); ++i) {
      if (ended(i)) result_.endings[ending(i)];
    }
  }

  [[nodiscard]] int count() const { return static_cast<int>(states_.size()); }

  // Any function of a state and a step that settles when it is improved again and again.
  template <typename Value, typename Improve>
  std::vector<Value> settle(std::vector<Value> values, const Improve& improve) {
    bool changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < count(); ++i) {
        for (const Step& step : steps_[i]) changed = improve(values, i, step) || changed;
      }
    }
    return values;
  }

  void find_hopeless() {
    std::vector<int> can_end(states_.size());
    for (int i = 0; i < count(); ++i) can_end[i] = ended(i) ? 1 : 0;
    can_end = settle(can_end, [](std::vector<int>& values, int from, const Step& step) {
      if (values[from] != 0 || values[step.to] == 0) return false;
      values[from] = 1;
      return true;
    });
    for (int i = 0; i < count(); ++i) {
      if (can_end[i] == 0) result_.hopeless.insert(states_[i].node);
    }
  }

  void find_lengths() {
    constexpr int kFar = 1'000'000;
    std::vector<int> least(states_.size(), kFar);
    least[0] = 0;
    least = settle(least, [](std::vector<int>& values, int from, const Step& step) {
      const int next = values[from] + (step.turn ? 1 : 0);
      if (next >= values[step.to]) return false;
      values[step.to] = next;
      return true;
    });
    // A longest path without loops has fewer turns than there are states.
    const int bound = count() + 1;
    std::vector<int> most(states_.size(), -1);
    most[0] = 0;
    most = settle(most, [bound](std::vector<int>& values, int from, const Step& step) {
      if (values[from] < 0) return false;
      const int next = std::min(bound, values[from] + (step.turn ? 1 : 0));
      if (next <= values[step.to]) return false;
      values[step.to] = next;
      return true;
    });
    int longest = 0;
    result_.shortest = kFar;
    for (auto& [index, entry] : result_.endings) entry.turns = kFar;
    for (int i = 0; i < count(); ++i) {
      if (!ended(i)) continue;
      auto& entry = result_.endings[ending(i)];
      entry.turns = std::min(entry.turns, least[i]);
      result_.shortest = std::min(result_.shortest, least[i]);
      longest = std::max(longest, most[i]);
    }
    if (longest < bound) result_.longest = longest;
  }

  // Every (state, lost, earned) that can come about; more than D of either makes no difference.
  bool find_scores() {
    using Sums = std::pair<int, int>;
    const int whole = reference_.total;
    std::vector<std::set<Sums>> sums(states_.size());
    std::deque<std::pair<int, Sums>> queue{{0, {0, 0}}};
    sums[0].insert({0, 0});
    std::size_t all = 1;
    while (!queue.empty()) {
      const auto [state, sum] = queue.front();
      queue.pop_front();
      for (const Step& step : steps_[state]) {
        const int lost = step.tally.lost_total;
        const int earned = step.tally.best_total - lost;
        const Sums next{std::min(whole, sum.first + lost), std::min(whole, sum.second + earned)};
        if (!sums[step.to].insert(next).second) continue;
        if (++all > kMostSums) return false;
        queue.emplace_back(step.to, next);
      }
    }
    for (int i = 0; i < count(); ++i) {
      if (!ended(i)) continue;
      auto& entry = result_.endings[ending(i)];
      for (const auto& [lost, earned] : sums[i]) {
        scoring::Tally tally;
        tally.lost_total = lost;
        tally.best_total = lost + earned;
        widen(entry.worst, entry.best,
              scoring::score_of(valuation_.rubric(), reference_, tally,
                                machine_.program->endings[ending(i)].kind));
      }
    }
    return true;
  }

  static void widen(std::optional<scoring::Score>& worst, std::optional<scoring::Score>& best,
                    const std::optional<scoring::Score>& score) {
    if (!score) return;
    if (!worst || *score < *worst) worst = score;
    if (!best || *best < *score) best = score;
  }

  void find_dimension(int dimension) {
    const int whole = reference_.dimensions[dimension];
    std::vector<std::set<int>> sums(states_.size());
    sums[0].insert(0);
    std::deque<std::pair<int, int>> queue{{0, 0}};
    while (!queue.empty()) {
      const auto [state, sum] = queue.front();
      queue.pop_front();
      for (const Step& step : steps_[state]) {
        const int next = std::min(whole, sum + step.tally.lost[dimension]);
        if (sums[step.to].insert(next).second) queue.emplace_back(step.to, next);
      }
    }
    auto& [worst, best] = result_.dimensions[dimension];
    for (int i = 0; i < count(); ++i) {
      if (!ended(i)) continue;
      for (const int lost : sums[i]) {
        scoring::Tally tally;
        tally.lost[dimension] = lost;
        widen(worst, best, scoring::dimension_score(reference_, tally,
                                                    static_cast<scenario::Dimension>(dimension)));
      }
    }
  }

  void find_shares() {
    std::vector<double> mass(states_.size());
    mass[0] = 1;
    for (int round = 0; round < 4000; ++round) {
      std::vector<double> next(states_.size());
      double moving = 0;
      for (int i = 0; i < count(); ++i) {
        if (mass[i] == 0) continue;
        if (steps_[i].empty()) {
          next[i] += mass[i];
          continue;
        }
        moving += mass[i];
        for (const Step& step : steps_[i]) {
          next[step.to] += mass[i] / static_cast<double>(steps_[i].size());
        }
      }
      mass = std::move(next);
      if (moving < 1e-9) break;
    }
    for (int i = 0; i < count(); ++i) {
      if (ended(i)) result_.endings[ending(i)].share += mass[i];
    }
  }

  // Documents may be read, but nothing that loses is done.
  void find_best_inputs() {
    std::vector<int> mark(states_.size());  // 1: on the path, 2: done
    const auto visit = [&](const auto& self, int state) -> void {
      mark[state] = 1;
      if (ended(state) ? bad(ending(state)) : steps_[state].empty()) {
        result_.best_inputs_end_well = false;
      }
      bool turn = ended(state);
      for (const Step& step : steps_[state]) {
        turn = turn || step.turn;
        if (step.tally.lost_total != 0 || step.to == state) {
          // A turn that changes nothing and loses nothing can be taken for ever.
          if (step.to == state && step.turn && step.tally.lost_total == 0) {
            result_.best_inputs_end_well = false;
          }
          continue;
        }
        if (mark[step.to] == 1) result_.best_inputs_end_well = false;
        if (mark[step.to] == 0) self(self, step.to);
      }
      if (!turn) result_.best_inputs_end_well = false;
      mark[state] = 2;
    };
    visit(visit, 0);
  }

  const scoring::Valuation& valuation_;
  const engine::Machine& machine_;
  BruteForce result_;
  scoring::Reference reference_;
  std::unordered_map<std::string, int> numbers_;
  std::vector<engine::State> states_;
  std::vector<std::vector<Step>> steps_;
};

}  // namespace

std::optional<BruteForce> brute_force(const scoring::Valuation& valuation) {
  return Walk(valuation).run();
}

}  // namespace aplomb::analysis
