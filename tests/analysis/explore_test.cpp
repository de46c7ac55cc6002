// Exploration finds what a walk over every single state finds, on many small random scenarios.
#include "analysis/explore.h"

#include <gtest/gtest.h>

#include <string>

#include "brute_force.h"
#include "support/generated_scenario.h"
#include "support/shipped.h"

namespace aplomb::analysis {
namespace {

constexpr std::uint64_t kSeeds = 600;

std::string shown(const std::optional<scoring::Score>& score) {
  if (!score) return "none";
  return std::to_string(score->numerator) + "/" + std::to_string(score->denominator);
}

double share_of(const Exploration& explored, Index ending) {
  return static_cast<double>(explored.shares.at_least[ending]) /
         static_cast<double>(OutcomeShares::kWhole);
}

// What a play that exploration names really comes to.
struct Played {
  bool possible = true;
  int turns = 0;
  scoring::Tally tally;
  engine::State state;
};

Played replayed(const scoring::Valuation& valuation, const Play& play) {
  Played played;
  engine::Silent silent;
  const engine::Machine& machine = valuation.machine();
  played.state = engine::begin(machine, silent);
  for (const PlayStep& step : play.unrolled()) {
    const engine::State before = played.state;
    played.possible =
        played.possible && before.node == step.node &&
        engine::step(machine, played.state, step.input, silent) == engine::StepResult::kTaken;
    if (!played.possible) return played;
    if (step.input.kind == engine::InputKind::kConsult) continue;
    ++played.turns;
    scoring::add_turn(played.tally, valuation.best(before)->value,
                      valuation.value(before, step.input.index));
  }
  return played;
}

std::optional<scoring::Score> score_of(const scoring::Valuation& valuation,
                                       const Exploration& explored, const Played& played) {
  const scenario::Program& program = *valuation.machine().program;
  if (!engine::ended(program, played.state)) return std::nullopt;
  const auto kind = program.endings[program.ending_of(played.state.node)].kind;
  return scoring::score_of(valuation.rubric(), explored.reference, played.tally, kind);
}

class Compared {
 public:
  Compared(const scoring::Valuation& valuation, const Exploration& explored,
           const BruteForce& walked)
      : valuation_(valuation), explored_(explored), walked_(walked) {}

  void all() {
    ASSERT_TRUE(explored_.finished);
    coverage();
    endings();
    dead_ends();
    extremes();
    EXPECT_EQ(explored_.best_inputs_end_badly.has_value(), !walked_.best_inputs_end_well);
  }

 private:
  void coverage() {
    EXPECT_EQ(explored_.coverage.nodes, walked_.coverage.nodes);
    EXPECT_EQ(explored_.coverage.lines, walked_.coverage.lines);
    EXPECT_EQ(explored_.coverage.choices, walked_.coverage.choices);
    EXPECT_EQ(explored_.coverage.endings, walked_.coverage.endings);
    EXPECT_EQ(explored_.coverage.outcomes, walked_.coverage.outcomes);
  }

  void endings() {
    std::size_t last = 0;
    std::set<Index> interim;
    for (const EndingFound& found : explored_.endings) {
      SCOPED_TRACE("ending " + std::to_string(found.ending));
      const Played shortest = replayed(valuation_, found.shortest);
      EXPECT_TRUE(shortest.possible);
      EXPECT_EQ(shortest.turns, found.turns);
      if (found.interim) {
        interim.insert(found.ending);
        continue;
      }
      ++last;
      ASSERT_TRUE(walked_.endings.contains(found.ending));
      const BruteForce::Ending& expected = walked_.endings.at(found.ending);
      EXPECT_EQ(found.turns, expected.turns);
      EXPECT_EQ(shown(found.best.score), shown(expected.best));
      EXPECT_EQ(shown(found.worst.score), shown(expected.worst));
      EXPECT_NEAR(share_of(explored_, found.ending), expected.share, 1e-6);
      comes_to(found.best, found.ending);
      comes_to(found.worst, found.ending);
    }
    EXPECT_EQ(last, walked_.endings.size());
    EXPECT_EQ(interim, walked_.interim);
  }

  void comes_to(const Extreme& extreme, Index ending) {
    if (!extreme.score) return;
    const Played played = replayed(valuation_, extreme.play);
    EXPECT_TRUE(played.possible);
    EXPECT_EQ(valuation_.machine().program->ending_of(played.state.node), ending);
    EXPECT_EQ(shown(score_of(valuation_, explored_, played)), shown(extreme.score));
  }

  void dead_ends() {
    EXPECT_EQ(explored_.dead_ends.empty(), walked_.hopeless.empty());
    for (const DeadEnd& dead : explored_.dead_ends) {
      EXPECT_TRUE(walked_.hopeless.contains(dead.node));
      EXPECT_EQ(replayed(valuation_, dead.play).state.node, dead.node);
    }
  }

  void extremes() {
    if (walked_.endings.empty()) return;
    EXPECT_EQ(explored_.shortest, walked_.shortest);
    EXPECT_EQ(explored_.longest, walked_.longest);
    if (explored_.longest) {
      EXPECT_EQ(replayed(valuation_, explored_.longest_play).turns, *explored_.longest);
    }
    for (int i = 0; i < scenario::kDimensionCount; ++i) {
      SCOPED_TRACE("dimension " + std::to_string(i));
      const DimensionRange& range = explored_.dimensions[i];
      EXPECT_EQ(shown(range.worst.score), shown(walked_.dimensions[i].first));
      EXPECT_EQ(shown(range.best.score), shown(walked_.dimensions[i].second));
      for (const Extreme* extreme : {&range.best, &range.worst}) {
        if (!extreme->score) continue;
        const Played played = replayed(valuation_, extreme->play);
        EXPECT_TRUE(played.possible);
        EXPECT_EQ(shown(scoring::dimension_score(explored_.reference, played.tally,
                                                 static_cast<scenario::Dimension>(i))),
                  shown(extreme->score));
      }
    }
  }

  const scoring::Valuation& valuation_;
  const Exploration& explored_;
  const BruteForce& walked_;
};

TEST(Explore, FindsWhatAWalkOverEveryStateFinds) {
  int compared = 0;
  for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const auto valuation = test::valued("generated.json", test::generated_scenario(seed));
    if (!valuation) continue;
    const auto walked = brute_force(*valuation);
    if (!walked) continue;
    ++compared;
    const Exploration explored = explore(*valuation, {.threads = 1});
    Compared(*valuation, explored, *walked).all();
    if (testing::Test::HasFailure()) return;
  }
  RecordProperty("compared", compared);
  EXPECT_GT(compared, static_cast<int>(kSeeds) / 3);
}

}  // namespace
}  // namespace aplomb::analysis
