#include "base/line_breaking.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/random.h"
#include "base/text.h"

namespace aplomb::base {
namespace {

using ::testing::ElementsAre;

float columns(char32_t code_point) { return static_cast<float>(display_width(code_point)); }

std::vector<std::string> broken(std::string_view text, float width) {
  std::vector<std::string> lines;
  for (const LineRange& line : break_lines(text, width, columns)) {
    lines.emplace_back(text.substr(line.begin, line.end - line.begin));
  }
  return lines;
}

TEST(BreakLines, BreaksBetweenChineseCharacters) {
  EXPECT_THAT(broken("我想先听您说完", 8), ElementsAre("我想先听", "您说完"));
}

TEST(BreakLines, BreaksLatinTextAtSpacesAndSwallowsThem) {
  EXPECT_THAT(broken("let me hear you out", 8), ElementsAre("let me", "hear you", "out"));
}

TEST(BreakLines, BreaksBetweenLatinAndChinese) {
  EXPECT_THAT(broken("请打开app看看", 6), ElementsAre("请打开", "app看", "看"));
}

TEST(BreakLines, KeepsClosingPunctuationOffTheLineStart) {
  for (const char* mark : {"，", "。", "！", "？", "；", "：", "、", "”", "’", "）", "】", "》", "…",
                           "—", "·", ",", ".", "!", "?", ")", "%"}) {
    const std::string text = "我先记下" + std::string(mark) + "再查";
    const auto lines = broken(text, 8);
    EXPECT_EQ(lines.at(0), "我先记") << mark;
    EXPECT_EQ(lines.at(1).substr(0, 3), "下") << mark;
  }
}

TEST(BreakLines, KeepsOpeningPunctuationOffTheLineEnd) {
  for (const char* mark : {"“", "‘", "（", "【", "《", "「", "(", "[", "￥", "$"}) {
    const std::string text = "您刚才" + std::string(mark) + "说的话";
    EXPECT_EQ(broken(text, 8).at(0), "您刚才") << mark;
  }
}

TEST(BreakLines, KeepsAnEllipsisAndADashInOnePiece) {
  EXPECT_THAT(broken("我等了……三天", 6), ElementsAre("我等", "了……三", "天"));
  EXPECT_THAT(broken("第一——先听", 5), ElementsAre("第", "一——", "先听"));
}

TEST(BreakLines, KeepsANumberWithItsUnit) {
  EXPECT_THAT(broken("已扣了120元整", 8), ElementsAre("已扣了", "120元整"));
  EXPECT_THAT(broken("已扣了120 元", 9), ElementsAre("已扣了", "120 元"));
  EXPECT_THAT(broken("利率是15%吗", 8), ElementsAre("利率是", "15%吗"));
  EXPECT_THAT(broken("退您￥300吧", 6), ElementsAre("退您", "￥300", "吧"));
}

TEST(BreakLines, KeepsWhatLatinWordsHaveInside) {
  EXPECT_THAT(broken("see f(x) 3.5 don’t", 6), ElementsAre("see", "f(x)", "3.5", "don’t"));
  EXPECT_THAT(broken("over 10–20 days", 8), ElementsAre("over", "10–20", "days"));
  EXPECT_THAT(broken("say \"no\" now", 7), ElementsAre("say", "\"no\"", "now"));
}

TEST(BreakLines, BreaksAfterAHyphenOnlyInsideAWord) {
  EXPECT_THAT(broken("a well-known one", 7), ElementsAre("a well-", "known", "one"));
  EXPECT_THAT(broken("use --mode so", 7), ElementsAre("use", "--mode", "so"));
  EXPECT_THAT(broken("heat -5 now", 6), ElementsAre("heat", "-5 now"));
}

TEST(BreakLines, BreaksAWordWiderThanALine) {
  EXPECT_THAT(broken("an incomprehensible", 6), ElementsAre("an", "incomp", "rehens", "ible"));
}

TEST(BreakLines, GivesACodePointWiderThanALineItsOwn) {
  EXPECT_THAT(broken("您好", 1), ElementsAre("您", "好"));
  EXPECT_THAT(broken("好，", 2), ElementsAre("好", "，"));
}

TEST(BreakLines, KeepsMarksAndJoinedEmojiWithWhatTheyAreDrawnOn) {
  EXPECT_THAT(broken("e\u0301e\u0301", 1), ElementsAre("e\u0301", "e\u0301"));
  EXPECT_THAT(broken("👩‍💼👩‍💼", 3), ElementsAre("👩‍💼", "👩‍💼"));
}

TEST(BreakLines, HonoursNoBreakAndZeroWidthSpaces) {
  EXPECT_THAT(broken("at 5\u00A0pm", 6), ElementsAre("at", "5\u00A0pm"));
  EXPECT_THAT(broken("abcd\u200Befgh", 6), ElementsAre("abcd\u200B", "efgh"));
  EXPECT_THAT(broken("abcd\u200B\"no\"", 6), ElementsAre("abcd\u200B", "\"no\""));
}

TEST(BreakLines, EndsALineAtEveryNewline) {
  EXPECT_THAT(broken("", 9), ElementsAre(""));
  EXPECT_THAT(broken("a\n\nb\n", 9), ElementsAre("a", "", "b", ""));
  EXPECT_THAT(broken("a \r\nb", 9), ElementsAre("a", "b"));
}

TEST(BreakLines, KeepsTheIndentOfAParagraph) {
  EXPECT_THAT(broken("　　您好，请坐下", 8), ElementsAre("　　您", "好，请坐", "下"));
}

TEST(BreakLines, MeasuresNoSpacesAtALineEnd) {
  EXPECT_THAT(broken("four     five", 4), ElementsAre("four", "five"));
}

TEST(BreakLines, SurvivesMalformedText) {
  EXPECT_THAT(broken("ab\xFF\xFE\xE4\xBD", 2), ElementsAre("ab", "\xFF\xFE", "\xE4\xBD"));
}

// Random mixtures of everything that has a rule, checked against what the header promises.
class BreakLinesProperty : public ::testing::TestWithParam<std::uint64_t> {};

std::string random_text(Random& random) {
  static constexpr std::string_view kPieces[] = {
      "您", "好", "听", "元", "，", "。", "！", "“", "”", "（", "）", "…", "—", "a",  "word",
      "-",  "/",  "7",  "%",  "￥", "$",  "(",  ")", ".", " ",  " ",  "　", "\n", "’", "\"",
      "\u0301", "\u200B", "\u00A0", "👩‍💼"};
  std::string text;
  for (std::uint32_t i = random.below(60); i > 0; --i) {
    text += kPieces[random.below(std::size(kPieces))];
  }
  return text;
}

bool is_blank(std::string_view text) { return trim(text).empty(); }

TEST_P(BreakLinesProperty, LosesNothingAndOverfillsNoLine) {
  Random random(GetParam());
  for (int round = 0; round < 400; ++round) {
    const std::string text = random_text(random);
    const auto width = static_cast<float>(1 + random.below(20));
    SCOPED_TRACE("seed " + std::to_string(GetParam()) + ", width " + std::to_string(width) +
                 ", text: " + text);
    std::size_t at = 0;
    for (const LineRange& line : break_lines(text, width, columns)) {
      ASSERT_LE(line.begin, line.end);
      const std::string_view gap = std::string_view(text).substr(at, line.begin - at);
      ASSERT_TRUE(is_blank(gap)) << "only spaces may vanish between lines";
      at = line.end;
      const std::string_view visible = std::string_view(text).substr(line.begin, line.end - line.begin);
      if (static_cast<float>(display_width(visible)) <= width) continue;
      // Too wide: then the first thing drawn, after any indent, is all there is.
      const auto code_points = to_code_points(trim(visible));
      const bool emoji = code_points.at(0) == U'👩';
      for (std::size_t i = emoji ? 3 : 1; i < code_points.size(); ++i) {
        ASSERT_TRUE(extends_previous(code_points[i])) << "too wide: " << visible;
      }
    }
    ASSERT_TRUE(is_blank(std::string_view(text).substr(at)));
  }
}

TEST_P(BreakLinesProperty, StartsAndEndsLinesWellWhereThereIsRoom) {
  Random random(GetParam());
  for (int round = 0; round < 400; ++round) {
    // One mark between words of Chinese: there is always a better place than a forbidden one.
    static constexpr std::string_view kMarks[] = {"，", "。", "”", "）", "…", "“", "（", "《"};
    std::string text;
    for (int i = 0; i < 20; ++i) {
      text += "先听完";
      text += kMarks[random.below(std::size(kMarks))];
    }
    const auto width = static_cast<float>(8 + random.below(20));
    const auto lines = broken(text, width);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const auto code_points = to_code_points(lines[i]);
      ASSERT_FALSE(code_points.empty());
      if (i > 0) {
        ASSERT_EQ(std::u32string_view(U"，。”）…").find(code_points.front()), std::u32string::npos)
            << lines[i];
      }
      if (i + 1 < lines.size()) {
        ASSERT_EQ(std::u32string_view(U"“（《").find(code_points.back()), std::u32string::npos)
            << lines[i];
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, BreakLinesProperty, ::testing::Values(1, 2, 3));

}  // namespace
}  // namespace aplomb::base
