#include "base/few_different.h"

#include <gtest/gtest.h>

namespace aplomb::base {
namespace {

TEST(FewDifferent, GivesBackEveryItem) {
  const std::vector<int> items{7, 0, 7, -3, 0, 7};
  const FewDifferent<int> list(items);
  for (std::size_t i = 0; i < items.size(); ++i) EXPECT_EQ(list[i], items[i]);
}

TEST(FewDifferent, WhatFindsNoRoomIsUnknown) {
  std::vector<int> items;
  for (int i = 1; i <= 70'000; ++i) items.push_back(i);
  items.push_back(5);
  const FewDifferent<int> list(items);
  EXPECT_EQ(list[65'534], 65'535);
  EXPECT_EQ(list[65'535], 0);
  EXPECT_EQ(list[70'000], 5);
}

}  // namespace
}  // namespace aplomb::base
