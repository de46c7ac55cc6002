#include "analysis/distribution.h"

#include <gtest/gtest.h>

namespace aplomb::analysis {
namespace {

// Of sixths of a point.
Distribution of(std::initializer_list<std::int64_t> parts) {
  Distribution scores(6);
  for (const std::int64_t each : parts) scores.add(each);
  return scores;
}

TEST(Distribution, TheMeanIsExactAndRoundedOnce) {
  // 33.3… and 66.6… points would be 50 either way; three of 33.5 are not three of 34.
  EXPECT_EQ(of({200, 400}).mean(), 5000);
  EXPECT_EQ(of({201, 201, 201}).mean(), 3350);
  EXPECT_EQ(of({0, 0, 0, 0, 0, 0, 1}).mean(), 2);  // 1/42 of a point: 2.38 hundredths
  EXPECT_EQ(of({0, 0, 0, 0, 0, 0, 2}).mean(), 5);  // 4.76
  EXPECT_EQ(of({0, 3}).mean(), 25);
}

TEST(Distribution, PointsAreRoundedHalfUp) {
  EXPECT_EQ(of({202}).lowest(), 34);  // 33.67
  EXPECT_EQ(of({201}).lowest(), 34);  // 33.5
  EXPECT_EQ(of({200}).lowest(), 33);
  EXPECT_EQ(of({600}).highest(), 100);
}

TEST(Distribution, QuantilesAreTheScoresOfPlays) {
  const Distribution scores = of({60, 120, 180, 240});  // 10, 20, 30, 40
  EXPECT_EQ(scores.lowest(), 10);
  EXPECT_EQ(scores.quantile(25), 10);
  EXPECT_EQ(scores.quantile(26), 20);
  EXPECT_EQ(scores.quantile(50), 20);
  EXPECT_EQ(scores.quantile(75), 30);
  EXPECT_EQ(scores.highest(), 40);
}

TEST(Distribution, TheLastBarHoldsAHundred) {
  const auto bars = of({0, 24, 30, 570, 600}).bars();  // 0, 4, 5, 95, 100
  EXPECT_EQ(bars[0], 2U);
  EXPECT_EQ(bars[1], 1U);
  EXPECT_EQ(bars[19], 2U);
}

TEST(Distribution, PartsAddUpToTheWhole) {
  Distribution sum = of({60, 120});
  sum.merge(of({180}));
  EXPECT_EQ(sum, of({180, 60, 120}));
  Distribution twice = of({60, 180});
  twice.repeat(2);
  EXPECT_EQ(twice, of({60, 60, 180, 180}));
}

TEST(Distribution, WhatIsNotCalledForHasNothing) {
  EXPECT_FALSE(Distribution(0).called_for());
  EXPECT_TRUE(Distribution(1).called_for());
}

}  // namespace
}  // namespace aplomb::analysis
