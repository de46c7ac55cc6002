#include "base/language.h"

#include <gtest/gtest.h>

namespace aplomb::base {
namespace {

TEST(Language, HasAnIdentifierThatReadsBack) {
  for (Language language : kLanguages) {
    EXPECT_EQ(language_from_id(language_id(language)), language);
  }
  EXPECT_EQ(language_from_id("fr"), std::nullopt);
  EXPECT_EQ(language_from_id(""), std::nullopt);
}

TEST(Language, BilingualTextGivesTheAskedSide) {
  Bilingual text{"倾听", "Listening"};
  EXPECT_EQ(text.in(Language::kZh), "倾听");
  EXPECT_EQ(text.in(Language::kEn), "Listening");
  text.in(other(Language::kZh)) = "Hearing";
  EXPECT_EQ(text.en, "Hearing");
}

}  // namespace
}  // namespace aplomb::base
