#include "i18n/format.h"

#include <gtest/gtest.h>

namespace aplomb::i18n {
namespace {

TEST(Format, GivesATextWithoutPlacesAsItIs) {
  EXPECT_EQ(format(Key::kCommonClose, Language::kZh), "关闭");
  EXPECT_EQ(format(Key::kCommonClose, Language::kEn), "Close");
}

TEST(Format, FillsThePlacesInTheOrderOfEachLanguage) {
  EXPECT_EQ(format(Key::kMomentDay, Language::kZh, 3, 21), "3 月 21 日");
  EXPECT_EQ(format(Key::kMomentDay, Language::kEn, 3, 21), "21/3");
}

// Evaluated while compiling, as in every call of format().
TEST(Format, CountsThePlacesOfAText) {
  static_assert(places("") == 0);
  static_assert(places("{{}} no place") == 0);
  static_assert(places("{} of {}") == 2);
  static_assert(places("{1} of {0}") == 2);
  static_assert(places("{0} and {0}") == 1);
  static_assert(places("{:.1f} %, {:>3}") == 2);
  static_assert(places("{12:x}") == 13);
}

TEST(Format, RefusesABraceWithoutItsPartner) {
  EXPECT_ANY_THROW(places("{"));
  EXPECT_ANY_THROW(places("}"));
  EXPECT_ANY_THROW(places("{0"));
}

}  // namespace
}  // namespace aplomb::i18n
