#include "analysis/check/keyword_bot.h"

#include <algorithm>
#include <vector>

#include "analysis/check/formula_words.h"
#include "base/random.h"

namespace aplomb::analysis {
namespace {

using engine::State;
using scenario::Index;

constexpr int kMostTurns = 300;
constexpr std::uint64_t kSeed = 1;

class Player {
 public:
  Player(const scoring::Valuation& valuation, const scoring::Reference& reference,
         base::Language language)
      : valuation_(valuation),
        program_(*valuation.machine().program),
        reference_(reference),
        random_(kSeed) {
    for (const scenario::Node& node : program_.scenario->nodes) {
      for (const scenario::Choice& choice : node.choices) {
        words_.push_back(formula_words(choice.text.in(language), language));
      }
    }
  }

  // The score in hundredths of a point.
  std::int64_t play() {
    engine::Silent silent;
    State state = engine::begin(valuation_.machine(), silent);
    scoring::Tally tally;
    bool failed = false;
    for (int turn = 0; turn < kMostTurns && !engine::ended(program_, state); ++turn) {
      const auto best = valuation_.best(state);
      if (!best) return 0;
      const Index choice = pick(state);
      scoring::add_turn(tally, best->value, valuation_.value(state, choice));
      failed = failed || program_.choices_of(program_.nodes[state.node])[choice].critical != 0;
      engine::step(valuation_.machine(), state, {engine::InputKind::kChoose, choice}, silent);
    }
    if (failed || !engine::ended(program_, state)) return 0;
    const auto kind = program_.endings[program_.ending_of(state.node)].kind;
    const auto score = scoring::score_of(valuation_.rubric(), reference_, tally, kind);
    return score ? 100 * score->numerator / score->denominator : 0;
  }

 private:
  Index pick(const State& state) {
    const scenario::ProgramNode& node = program_.nodes[state.node];
    std::vector<Index> most;
    int words = -1;
    Index act = scenario::kNoIndex;
    for (Index i = 0; i < node.choices.count; ++i) {
      if (!engine::offered(program_, state, i)) continue;
      if (program_.choices_of(node)[i].kind != scenario::ChoiceKind::kReply) {
        act = std::min(act, i);
        continue;
      }
      const int count = words_[node.choices.first + i];
      if (count > words) most.clear();
      words = std::max(words, count);
      if (count == words) most.push_back(i);
    }
    if (most.empty()) return act;
    return most[random_.below(static_cast<std::uint32_t>(most.size()))];
  }

  const scoring::Valuation& valuation_;
  const scenario::Program& program_;
  const scoring::Reference& reference_;
  base::Random random_;
  std::vector<int> words_;  // by choice of the program
};

}  // namespace

KeywordBot keyword_bot(const scoring::Valuation& valuation, const scoring::Reference& reference,
                       base::Language language, int plays) {
  Player player(valuation, reference, language);
  KeywordBot result;
  std::int64_t sum = 0;
  for (; result.plays < plays; ++result.plays) sum += player.play();
  if (plays > 0) result.mean_hundredths = sum / plays;
  return result;
}

}  // namespace aplomb::analysis
