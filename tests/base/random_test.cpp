#include "base/random.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <vector>

namespace aplomb::base {
namespace {

using ::testing::ElementsAre;

// The first outputs of the reference implementation's demo, pcg32_srandom(42, 54).
TEST(Random, GivesTheNumbersOfTheReferenceImplementation) {
  Random random(42, 54);
  for (const std::uint32_t expected :
       {0xa15c02b7U, 0x7b47f409U, 0xba1d3330U, 0x83d2f293U, 0xbfa4784bU, 0xcbed606eU}) {
    EXPECT_EQ(random.next(), expected);
  }
}

TEST(Random, DiffersBySeedAndByStream) {
  EXPECT_NE(Random(1).next(), Random(2).next());
  EXPECT_NE(Random(1, 1).next(), Random(1, 2).next());
  EXPECT_EQ(Random(1, 1).next(), Random(1, 1).next());
}

TEST(Random, BelowIsEvenAndStaysBelow) {
  Random random(7);
  std::array<int, 6> counts{};
  for (int i = 0; i < 60000; ++i) ++counts.at(random.below(6));
  // 10 000 each, give or take five standard deviations.
  for (const int count : counts) EXPECT_NEAR(count, 10000, 460);
  EXPECT_EQ(random.below(1), 0U);
}

// With a plain remainder, the first third of this range would come up twice as often.
TEST(Random, BelowHasNoBiasInALargeRange) {
  Random random(7);
  constexpr std::uint32_t kBound = 3U << 30;
  int low = 0;
  for (int i = 0; i < 30000; ++i) low += random.below(kBound) < kBound / 3 ? 1 : 0;
  EXPECT_NEAR(low, 10000, 410);
}

TEST(Random, ShuffleKeepsTheItemsAndIsTheSameForOneSeed) {
  const auto shuffled = [](std::uint64_t seed) {
    std::vector<int> items(20);
    std::iota(items.begin(), items.end(), 0);
    Random random(seed);
    random.shuffle(items);
    return items;
  };
  EXPECT_EQ(shuffled(3), shuffled(3));
  EXPECT_NE(shuffled(3), shuffled(4));
  std::vector<int> sorted = shuffled(3);
  std::sort(sorted.begin(), sorted.end());
  EXPECT_EQ(sorted.front(), 0);
  EXPECT_EQ(sorted.back(), 19);
  EXPECT_EQ(std::adjacent_find(sorted.begin(), sorted.end()), sorted.end());
}

TEST(Random, ShuffleGivesEveryOrderEqually) {
  Random random(11);
  std::map<std::array<int, 3>, int> counts;
  for (int i = 0; i < 60000; ++i) {
    std::array<int, 3> items{1, 2, 3};
    random.shuffle(items);
    ++counts[items];
  }
  EXPECT_EQ(counts.size(), 6U);
  for (const auto& [order, count] : counts) EXPECT_NEAR(count, 10000, 460);
}

// Attempts store a seed: this order must never change.
TEST(Random, ShuffleOrderIsFixed) {
  std::array<int, 4> items{1, 2, 3, 4};
  Random random(2024);
  random.shuffle(items);
  EXPECT_THAT(items, ElementsAre(4, 2, 3, 1));
}

}  // namespace
}  // namespace aplomb::base
