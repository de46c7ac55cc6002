#include "ui/drawing/theme.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace aplomb::ui {
namespace {

// Relative luminance and contrast ratio after WCAG 2.2.
double luminance(Color color) {
  const auto linear = [](std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

double contrast(Color a, Color b) {
  const double one = luminance(a);
  const double other = luminance(b);
  return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

class ThemeContrast : public testing::TestWithParam<app::ThemeChoice> {
 protected:
  const Theme& theme_ = theme_of(GetParam());
};

TEST_P(ThemeContrast, TextReachesFourAndAHalfToOne) {
  constexpr double kText = 4.5;
  for (const Color ground : {theme_.paper, theme_.surface, theme_.surface_low}) {
    for (const Color text : {theme_.ink, theme_.quiet, theme_.accent, theme_.heat_hot}) {
      EXPECT_GE(contrast(text, ground), kText);
    }
  }
  EXPECT_GE(contrast(theme_.faint, theme_.surface), kText);
  EXPECT_GE(contrast(theme_.quiet, theme_.chip), kText);
  EXPECT_GE(contrast(theme_.ink, theme_.chip), kText);
  EXPECT_GE(contrast(theme_.ink, theme_.accent_soft), kText);
  EXPECT_GE(contrast(theme_.accent, theme_.accent_soft), kText);
  EXPECT_GE(contrast(theme_.on_accent, theme_.accent), kText);
  EXPECT_GE(contrast(theme_.quiet, theme_.warm_row), kText);
  EXPECT_GE(contrast(theme_.heat_hot, theme_.warm_row), kText);
}

TEST_P(ThemeContrast, FiguresAndMarksReachThreeToOne) {
  constexpr double kLarge = 3.0;
  for (const Color mark : {theme_.listening, theme_.empathy, theme_.deescalation, theme_.other,
                           theme_.heat_tense, theme_.heat_hot, theme_.accent}) {
    EXPECT_GE(contrast(mark, theme_.surface), kLarge);
  }
}

INSTANTIATE_TEST_SUITE_P(Both, ThemeContrast,
                         testing::Values(app::ThemeChoice::kLight, app::ThemeChoice::kDark));

TEST(Theme, HeatRunsFromCalmOverTenseToHot) {
  const Theme& theme = theme_of(app::ThemeChoice::kLight);
  EXPECT_EQ(heat_color(theme, 0), theme.heat_calm);
  EXPECT_EQ(heat_color(theme, 50), theme.heat_tense);
  EXPECT_EQ(heat_color(theme, 100), theme.heat_hot);
  EXPECT_EQ(heat_color(theme, 140), theme.heat_hot);
}

}  // namespace
}  // namespace aplomb::ui
