#include "analysis/polite_words.h"

#include <gtest/gtest.h>

namespace aplomb::analysis {
namespace {

int zh(std::string_view text) { return count_polite_words(text, base::Language::kZh); }
int en(std::string_view text) { return count_polite_words(text, base::Language::kEn); }

TEST(PoliteWords, AreCountedInEachLanguage) {
  EXPECT_EQ(zh("您排了四十分钟。"), 1);
  EXPECT_EQ(zh("非常抱歉，请您谅解。"), 4);
  EXPECT_EQ(zh("排了四十分钟。"), 0);
  EXPECT_EQ(en("I am very sorry, please forgive us."), 3);
  EXPECT_EQ(en("You queued for forty minutes."), 0);
}

TEST(PoliteWords, OverlappingOnesCountOnceTheLongestFirst) {
  EXPECT_EQ(zh("深表歉意"), 1);
  EXPECT_EQ(en("very sorry"), 1);
  EXPECT_EQ(en("sorry, very"), 2);
}

TEST(PoliteWords, EnglishOnesCountWholeInAnyCase) {
  EXPECT_EQ(en("SORRY"), 1);
  EXPECT_EQ(en("Don’t worry."), 1);
  EXPECT_EQ(en("helpless and careful"), 0);
  EXPECT_EQ(en("overvalued"), 0);
}

}  // namespace
}  // namespace aplomb::analysis
