#include "analysis/spread.h"

#include <gtest/gtest.h>

#include "small_story.h"

namespace aplomb::analysis {
namespace {

// A spread in which every bot scores so many hundredths of a point.
class Spreads : public testing::Test {
 protected:
  void SetUp() override {
    valuation_ = test::small_story({{"opening", test::node({test::reply("on", "嗯", "Mm",
                                                                        "resolved")})}});
    ASSERT_TRUE(valuation_);
    spread_.finished = true;
    for (const Policy policy : kBots) {
      Simulation& simulation =
          spread_.bots.emplace_back(*valuation_, scoring::reference_play(*valuation_));
      simulation.policy = policy;
      simulation.plays = 1;
      score(policy, policy == Policy::kExpert ? 100'00 : 30'00);
    }
  }

  void score(Policy policy, std::int64_t hundredths) {
    Simulation& simulation = spread_.bots[static_cast<std::size_t>(policy)];
    simulation.score = Distribution(100);
    simulation.score.add(hundredths);
  }
  void never_ends(Policy policy) {
    Simulation& simulation = spread_.bots[static_cast<std::size_t>(policy)];
    simulation.score = Distribution(100);
    simulation.cut = simulation.plays;
  }

  std::unique_ptr<const scoring::Valuation> valuation_;
  Spread spread_;
};

TEST_F(Spreads, HoldsWhenTheExpertLeadsAndGamersDoNot) { EXPECT_TRUE(spread_.holds()); }

TEST_F(Spreads, TheExpertMustLeadByTwentyFive) {
  score(Policy::kExpert, 55'00);
  EXPECT_EQ(spread_.lead(Policy::kExpert), 25'00);
  EXPECT_TRUE(spread_.holds());
  score(Policy::kExpert, 54'99);
  EXPECT_FALSE(spread_.holds());
}

TEST_F(Spreads, NoGamerMayGainMoreThanTen) {
  for (const Policy gamer : kGamers) {
    score(gamer, 40'00);
    EXPECT_TRUE(spread_.holds()) << id_of(gamer);
    score(gamer, 40'01);
    EXPECT_FALSE(spread_.holds()) << id_of(gamer);
    score(gamer, 0);
  }
}

TEST_F(Spreads, AGamerThatNeverEndsGainsNothing) {
  never_ends(Policy::kGamerFirst);
  EXPECT_EQ(spread_.lead(Policy::kGamerFirst), std::nullopt);
  EXPECT_TRUE(spread_.holds());
}

TEST_F(Spreads, WithoutChanceOrExpertThereIsNothingToCompare) {
  Spread without_expert = spread_;
  never_ends(Policy::kRandom);
  EXPECT_FALSE(spread_.holds());
  spread_ = without_expert;
  never_ends(Policy::kExpert);
  EXPECT_FALSE(spread_.holds());
}

TEST_F(Spreads, APartShowsNothing) {
  spread_.finished = false;
  EXPECT_FALSE(spread_.holds());
}

TEST_F(Spreads, EveryBotPlaysAndProgressCountsAllOfThem) {
  std::uint64_t done = 0;
  Watching watching;
  watching.report = [&](const Progress& progress) {
    EXPECT_GE(progress.done, done);
    EXPECT_EQ(progress.known_total, 4U * 300 + 3);
    done = progress.done;
  };
  const Spread played = spread(*valuation_, base::Language::kEn, {.runs = 300}, watching);
  ASSERT_EQ(played.bots.size(), kBots.size());
  for (const Policy policy : kBots) {
    EXPECT_EQ(played.of(policy).policy, policy);
    EXPECT_EQ(played.of(policy).plays, 300U);
  }
  EXPECT_TRUE(played.finished);
  EXPECT_EQ(done, 4U * 300 + 3);
}

}  // namespace
}  // namespace aplomb::analysis
