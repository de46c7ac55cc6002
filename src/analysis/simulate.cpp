#include "analysis/simulate.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace aplomb::analysis {
namespace {

constexpr std::uint64_t kBlock = 256;  // plays that a thread takes at a time

// The finaliser of SplitMix64 (Steele, Lea and Flood 2014): neighbouring numbers come out unlike.
constexpr std::uint64_t mixed(std::uint64_t value) {
  value += 0x9e3779b97f4a7c15U;
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9U;
  value = (value ^ (value >> 27)) * 0x94d049bb133111ebU;
  return value ^ (value >> 31);
}

// What one thread plays.
class Player {
 public:
  Player(const scoring::Valuation& valuation, const Bot& bot, const scoring::Reference& reference,
         std::uint64_t seed)
      : valuation_(valuation),
        machine_(valuation.machine()),
        program_(*machine_.program),
        bot_(bot),
        reference_(reference),
        seed_(mixed(mixed(seed) + static_cast<std::uint64_t>(bot.policy()))),
        start_(engine::begin(machine_, silent_)),
        part_(valuation, reference),
        met_(program_.choices.size()) {}

  void play(std::uint64_t number) {
    base::Random random(mixed(seed_ + number));
    engine::State state = start_;
    scoring::Tally tally;
    std::uint32_t critical = 0;
    int turns = 0;
    ++part_.plays;
    while (!engine::ended(program_, state)) {
      if (turns == kMostTurns || !look(state)) {
        ++part_.cut;
        return;
      }
      const engine::Input input = bot_.choose(state, offer_, random);
      if (input.kind == engine::InputKind::kChoose) {
        critical |= take(state, input.index, tally);
        ++turns;
      }
      engine::step(machine_, state, input, silent_);
    }
    count(program_.ending_of(state.node), turns, critical, tally);
  }

  [[nodiscard]] const Simulation& part() const { return part_; }

 private:
  // The last plays that met a choice, so that each counts once a play.
  struct Met {
    std::uint64_t offered = 0;
    std::uint64_t taken = 0;
  };

  // What is on offer and what it is worth; false where there is nothing.
  bool look(const engine::State& state) {
    const scenario::ProgramNode& node = program_.nodes[state.node];
    offer_.count = 0;
    for (std::uint32_t rest = engine::choices_on_offer(program_, state); rest != 0;
         rest &= rest - 1) {
      const auto i = static_cast<Index>(__builtin_ctz(rest));
      values_[i] = valuation_.value(state, i);
      if (offer_.count == 0 || values_[i].total > values_[offer_.best].total) offer_.best = i;
      offer_.choices[offer_.count++] = i;
      const std::size_t choice = node.choices.first + i;
      if (met_[choice].offered == part_.plays) continue;
      met_[choice].offered = part_.plays;
      ++part_.picks[choice].offered;
    }
    return offer_.count > 0;
  }

  // Returns the critical failures of the choice.
  std::uint32_t take(const engine::State& state, Index index, scoring::Tally& tally) {
    scoring::add_turn(tally, values_[offer_.best], values_[index]);
    const std::size_t choice = program_.nodes[state.node].choices.first + index;
    if (met_[choice].taken != part_.plays) {
      met_[choice].taken = part_.plays;
      ++part_.picks[choice].taken;
    }
    return program_.choices[choice].critical;
  }

  void count(Index ending, int turns, std::uint32_t critical, const scoring::Tally& tally) {
    const scenario::EndingKind kind = program_.endings[ending].kind;
    ++(critical == 0 ? part_.passed : part_.failed);
    ++part_.endings[ending];
    ++part_.lengths[static_cast<std::size_t>(turns)];
    for (std::uint32_t rest = critical; rest != 0; rest &= rest - 1) {
      ++part_.critical[static_cast<std::size_t>(__builtin_ctz(rest))];
    }
    const scoring::Rubric& rubric = valuation_.rubric();
    if (part_.score.called_for()) {
      part_.score.add(scoring::score_parts(rubric, reference_, tally, kind));
    }
    for (std::size_t i = 0; i < part_.dimensions.size(); ++i) {
      if (!part_.dimensions[i].called_for()) continue;
      part_.dimensions[i].add(scoring::dimension_parts(
          rubric, reference_, tally, static_cast<scenario::Dimension>(i), kind));
    }
  }

  const scoring::Valuation& valuation_;
  const engine::Machine& machine_;
  const scenario::Program& program_;
  const Bot& bot_;
  const scoring::Reference& reference_;
  std::uint64_t seed_;
  engine::Silent silent_;
  engine::State start_;
  Simulation part_;
  std::vector<Met> met_;
  Offer offer_;
  std::array<scoring::TurnValue, scenario::kMaxChoices> values_{};
};

// Threads take the plays in blocks; each counts for itself, and only sums meet.
class Plays {
 public:
  Plays(std::vector<Player>& players, std::uint64_t runs, const Watching& watching)
      : players_(players), runs_(runs), watching_(watching) {}

  void run() {
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < players_.size(); ++i) {
      others.emplace_back([this, i] { work(players_[i], false); });
    }
    work(players_[0], true);
    for (std::thread& other : others) other.join();
  }

 private:
  void work(Player& player, bool reports) {
    while (!watching_.stopped()) {
      const std::uint64_t first = next_.fetch_add(kBlock);
      if (first >= runs_) return;
      const std::uint64_t end = std::min(runs_, first + kBlock);
      for (std::uint64_t number = first; number < end; ++number) player.play(number);
      const std::uint64_t done = done_.fetch_add(end - first) + end - first;
      if (reports && watching_.report) watching_.report({done, runs_, false});
    }
  }

  std::vector<Player>& players_;
  std::uint64_t runs_;
  const Watching& watching_;
  std::atomic<std::uint64_t> next_{0};
  std::atomic<std::uint64_t> done_{0};
};

std::size_t thread_count(const SimulateOptions& options, std::uint64_t plays) {
  const auto machine = std::max(1U, std::thread::hardware_concurrency());
  const std::uint64_t wished =
      options.threads > 0 ? static_cast<std::uint64_t>(options.threads) : machine;
  return static_cast<std::size_t>(std::min(wished, (plays + kBlock - 1) / kBlock));
}

}  // namespace

std::uint64_t plays_needed(const Bot& bot, const SimulateOptions& options) {
  return bot.always_alike() ? 1 : options.runs;
}

Simulation simulate(const scoring::Valuation& valuation, const Bot& bot,
                    const SimulateOptions& options, const Watching& watching) {
  const scoring::Reference reference = scoring::reference_play(valuation);
  const std::uint64_t plays = plays_needed(bot, options);
  std::vector<Player> players(thread_count(options, plays),
                              Player(valuation, bot, reference, options.seed));
  Plays(players, plays, watching).run();
  Simulation all(valuation, reference);
  for (const Player& player : players) all.merge(player.part());
  all.policy = bot.policy();
  all.skill = bot.skill();
  all.finished = all.plays == plays;
  all.always_alike = bot.always_alike();
  if (bot.always_alike()) all.repeat(options.runs);
  return all;
}

}  // namespace aplomb::analysis
