// Simulation plays what the rules allow, counts it exactly, and the same whatever the threads.
#include "analysis/simulate.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "analysis/explore.h"
#include "small_story.h"
#include "support/generated_scenario.h"

namespace aplomb::analysis {
namespace {

using base::Language;
using test::reply;

Simulation played(const scoring::Valuation& valuation, Policy policy,
                  const SimulateOptions& options, const Watching& watching = {}) {
  return simulate(valuation, Bot(valuation, policy, Language::kEn), options, watching);
}

std::unique_ptr<const scoring::Valuation> shipped() {
  const auto file = test::source_dir() / "scenarios/cold-clerk.json";
  return test::valued(file.string(), test::read_file(file));
}

TEST(Simulate, GivesTheSameWhateverTheThreads) {
  const auto valuation = shipped();
  ASSERT_TRUE(valuation);
  for (const Policy policy : kBots) {
    const Simulation one = played(*valuation, policy, {.runs = 3000, .seed = 5, .threads = 1});
    EXPECT_TRUE(one.finished);
    EXPECT_EQ(one, played(*valuation, policy, {.runs = 3000, .seed = 5, .threads = 2}));
    EXPECT_EQ(one, played(*valuation, policy, {.runs = 3000, .seed = 5, .threads = 3}));
  }
}

TEST(Simulate, AnotherSeedIsAnotherSample) {
  const auto valuation = shipped();
  ASSERT_TRUE(valuation);
  EXPECT_NE(played(*valuation, Policy::kNovice, {.runs = 300, .seed = 1}).picks,
            played(*valuation, Policy::kNovice, {.runs = 300, .seed = 2}).picks);
}

std::uint64_t total(const std::vector<std::uint64_t>& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

// What must be so of every simulation.
void consistent(const Simulation& all, std::uint64_t runs) {
  EXPECT_EQ(all.plays, runs);
  EXPECT_EQ(all.passed + all.failed + all.cut, runs);
  EXPECT_EQ(total(all.endings), all.passed + all.failed);
  EXPECT_EQ(std::accumulate(all.lengths.begin(), all.lengths.end(), std::uint64_t{0}),
            all.passed + all.failed);
  for (const Picks& each : all.picks) {
    EXPECT_LE(each.taken, each.offered);
    EXPECT_LE(each.offered, runs);
  }
  if (all.score.called_for()) {
    EXPECT_EQ(all.score.count(), all.passed + all.failed);
  }
}

// Exploration works out exactly what the random bot only samples.
TEST(Simulate, TheRandomBotEndsWhereExplorationSaysItDoes) {
  constexpr std::uint64_t kRuns = 3000;
  int compared = 0;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const auto valuation = test::valued("generated.json", test::generated_scenario(seed));
    if (!valuation) continue;
    const Exploration exact = explore(*valuation, {.threads = 1});
    ASSERT_TRUE(exact.finished);
    const Simulation all = played(*valuation, Policy::kRandom, {.runs = kRuns, .seed = seed});
    consistent(all, kRuns);
    const double whole = std::ldexp(1.0, 62);
    const double undecided = static_cast<double>(exact.shares.undecided) / whole;
    for (std::size_t i = 0; i < all.endings.size(); ++i) {
      const double share = static_cast<double>(exact.shares.at_least[i]) / whole;
      const double deviation = std::sqrt(share * (1 - share) / kRuns);
      EXPECT_NEAR(static_cast<double>(all.endings[i]) / kRuns, share + undecided / 2,
                  5 * deviation + undecided / 2 + 1e-3)
          << "ending " << i;
    }
    if (all.score.count() > 0) {
      EXPECT_GE(all.score.lowest(), exact.worst.score->rounded());
      EXPECT_LE(all.score.highest(), exact.best.score->rounded());
      EXPECT_GE(all.shortest(), exact.shortest);
    }
    ++compared;
  }
  EXPECT_GT(compared, 30);
}

// The first reply every time, in the plainest way; nothing where the play does not end.
struct Plain {
  std::optional<scoring::Score> score;
  std::array<std::optional<scoring::Score>, scenario::kDimensionCount> dimensions;
  int turns = 0;
};

std::optional<Plain> first_replies(const scoring::Valuation& valuation) {
  const engine::Machine& machine = valuation.machine();
  const scenario::Program& program = *machine.program;
  engine::Silent silent;
  engine::State state = engine::begin(machine, silent);
  scoring::Tally tally;
  Plain plain;
  while (!engine::ended(program, state)) {
    const auto best = valuation.best(state);
    if (!best || ++plain.turns > kMostTurns) return std::nullopt;
    // Replies stand before acts, so the first choice on offer is one if there is any.
    Index choice = 0;
    while (!engine::offered(program, state, choice)) ++choice;
    scoring::add_turn(tally, best->value, valuation.value(state, choice));
    engine::step(machine, state, {engine::InputKind::kChoose, choice}, silent);
  }
  const auto kind = program.endings[program.ending_of(state.node)].kind;
  const scoring::Reference reference = scoring::reference_play(valuation);
  plain.score = scoring::score_of(valuation.rubric(), reference, tally, kind);
  for (std::size_t i = 0; i < plain.dimensions.size(); ++i) {
    plain.dimensions[i] = scoring::dimension_score(valuation.rubric(), reference, tally,
                                                   static_cast<scenario::Dimension>(i), kind);
  }
  return plain;
}

void same(const Distribution& scores, const std::optional<scoring::Score>& score) {
  ASSERT_EQ(scores.called_for(), score.has_value());
  if (!score) return;
  EXPECT_EQ(scores.count(), 3U);
  EXPECT_EQ(scores.lowest(), score->rounded());
  EXPECT_EQ(scores.mean(), (200 * score->numerator + score->denominator) / (2 * score->denominator));
}

TEST(Simulate, ScoresAsAPlainWalkDoes) {
  int compared = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const auto valuation = test::valued("generated.json", test::generated_scenario(seed));
    if (!valuation) continue;
    const auto plain = first_replies(*valuation);
    const Simulation all = played(*valuation, Policy::kGamerFirst, {.runs = 3});
    EXPECT_EQ(all.cut, plain ? 0U : 3U);
    if (!plain) continue;
    ++compared;
    EXPECT_EQ(all.longest(), plain->turns);
    same(all.score, plain->score);
    for (std::size_t i = 0; i < plain->dimensions.size(); ++i) {
      same(all.dimensions[i], plain->dimensions[i]);
    }
  }
  EXPECT_GT(compared, 50);
}

TEST(Simulate, TheExpertPlaysTheReferencePlay) {
  const auto valuation = shipped();
  ASSERT_TRUE(valuation);
  const scoring::Reference reference = scoring::reference_play(*valuation);
  const Simulation all = played(*valuation, Policy::kExpert, {.runs = 700});
  consistent(all, 700);
  EXPECT_TRUE(all.always_alike);
  EXPECT_EQ(all.score.mean(), 100'00);
  EXPECT_EQ(all.passed, 700U);
  EXPECT_EQ(all.endings[reference.ending], 700U);
  EXPECT_EQ(all.longest(), static_cast<int>(reference.choices.size()));
  EXPECT_EQ(all.shortest(), all.longest());
}

// A good reply in one turn; a bad one in two, which then commits a critical failure.
std::unique_ptr<const scoring::Valuation> two_ways() {
  test::Json rude = test::with_mistake(reply("rude", "笨", "Fool", "lost"), "insult");
  rude["critical"] = {"insulted"};
  return test::small_story(
      {{"opening", test::node({test::showing(reply("good", "等了四十分钟", "All that time",
                                                   "resolved"),
                                             "restate", 2),
                               reply("idle", "哦", "Oh", "again")})},
       {"again", test::node({rude})}},
      {{"critical",
        {{"insulted",
          {{"title", {{"zh", "骂人"}, {"en", "An insult"}}},
           {"text", {{"zh", "骂了。"}, {"en", "Said it."}}}}}}}});
}

TEST(Simulate, CountsWhatHappened) {
  const auto valuation = two_ways();
  ASSERT_TRUE(valuation);
  const Simulation all = played(*valuation, Policy::kRandom, {.runs = 4000});
  consistent(all, 4000);
  ASSERT_EQ(all.endings.size(), 2U);
  EXPECT_NEAR(static_cast<double>(all.endings[0]), 2000, 200);
  EXPECT_EQ(all.passed, all.endings[0]);
  EXPECT_EQ(all.failed, all.endings[1]);
  EXPECT_EQ(all.critical, (std::vector<std::uint64_t>{all.failed}));
  EXPECT_EQ(all.lengths[1], all.passed);
  EXPECT_EQ(all.lengths[2], all.failed);
  EXPECT_EQ(all.picks[0], (Picks{4000, all.passed}));
  EXPECT_EQ(all.picks[1], (Picks{4000, all.failed}));
  EXPECT_EQ(all.picks[2], (Picks{all.failed, all.failed}));
  // 100 for the one, nothing for the other.
  EXPECT_EQ(all.score.by_point()[100], all.passed);
  EXPECT_EQ(all.score.by_point()[0], all.failed);
  EXPECT_FALSE(all.dimensions[static_cast<std::size_t>(scenario::Dimension::kEmpathy)].called_for());
  EXPECT_EQ(all.mean_length(),
            static_cast<std::int64_t>((200 * (all.passed + 2 * all.failed) + 4000) / 8000));
}

TEST(Simulate, AReplyOfferedAgainCountsOnceAPlay) {
  const auto valuation = test::small_story(
      {{"opening", test::node({reply("on", "嗯", "Mm", "resolved"),
                               reply("round", "再说", "Again", "opening")})}});
  ASSERT_TRUE(valuation);
  const Simulation all = played(*valuation, Policy::kRandom, {.runs = 1000});
  EXPECT_EQ(all.picks[0], (Picks{1000, 1000}));
  EXPECT_EQ(all.picks[1].offered, 1000U);
  EXPECT_NEAR(static_cast<double>(all.picks[1].taken), 500, 100);
}

TEST(Simulate, APlayThatCannotEndIsCutAndSaidToBe) {
  const auto valuation = test::small_story(
      {{"opening", test::node({reply("round", "再说", "Again", "opening"),
                               reply("on", "嗯", "Mm", "resolved")})}});
  ASSERT_TRUE(valuation);
  const Simulation all = played(*valuation, Policy::kGamerFirst, {.runs = 50});
  EXPECT_TRUE(all.finished);
  EXPECT_EQ(all.cut, 50U);
  EXPECT_EQ(all.score.count(), 0U);
  EXPECT_EQ(all.picks[0], (Picks{50, 50}));
}

TEST(Simulate, FewerPlaysAreTheFirstOfMore) {
  const auto valuation = two_ways();
  ASSERT_TRUE(valuation);
  std::uint64_t before = 0;
  for (std::uint64_t runs = 1; runs < 40; ++runs) {
    const std::uint64_t passed = played(*valuation, Policy::kRandom, {.runs = runs}).passed;
    EXPECT_GE(passed, before);
    EXPECT_LE(passed, before + 1);
    before = passed;
  }
}

TEST(Simulate, StopsWhenToldAndKeepsWhatWasPlayed) {
  const auto valuation = shipped();
  ASSERT_TRUE(valuation);
  std::atomic<bool> stop{false};
  Watching watching;
  watching.stop = &stop;
  std::uint64_t told = 0;
  watching.report = [&](const Progress& progress) {
    EXPECT_EQ(progress.known_total, 100'000'000U);
    told = progress.done;
    if (progress.done > 1000) stop = true;
  };
  const Simulation part =
      played(*valuation, Policy::kRandom, {.runs = 100'000'000, .threads = 2}, watching);
  EXPECT_FALSE(part.finished);
  EXPECT_GE(part.plays, told);
  EXPECT_LT(part.plays, 100'000'000U);
  consistent(part, part.plays);
  EXPECT_EQ(played(*valuation, Policy::kExpert, {.runs = 10}, watching).plays, 0U);
}

}  // namespace
}  // namespace aplomb::analysis
