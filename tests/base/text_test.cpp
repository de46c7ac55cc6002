#include "base/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/random.h"

namespace aplomb::base {
namespace {

using ::testing::ElementsAre;

TEST(Utf8, ReadsAndWritesEveryLength) {
  const std::string text = "a\u00E9\u542C\U0001F600";
  EXPECT_EQ(to_code_points(text), U"a\u00E9\u542C\U0001F600");
  EXPECT_EQ(to_utf8(to_code_points(text)), text);
  EXPECT_EQ(count_code_points(text), 4U);
  EXPECT_EQ(first_invalid_utf8(text), std::nullopt);
}

TEST(Utf8, AcceptsTheEndsOfEveryRange) {
  for (const char32_t code_point : {U'\x7F', U'\u0080', U'\u07FF', U'\u0800', U'\uD7FF', U'\uE000',
                                    U'\uFFFD', U'\uFFFF', U'\U00010000', U'\U0010FFFF'}) {
    std::string text;
    append_utf8(text, code_point);
    EXPECT_EQ(first_invalid_utf8(text), std::nullopt) << static_cast<unsigned>(code_point);
    EXPECT_EQ(decode_utf8(text, 0).value, code_point);
    EXPECT_EQ(decode_utf8(text, 0).length, text.size());
  }
}

struct Malformed {
  std::string text;
  std::size_t first;
  std::u32string decoded;
};

class Utf8Malformed : public ::testing::TestWithParam<Malformed> {};

TEST_P(Utf8Malformed, IsFoundAndReplacedPartByPart) {
  EXPECT_EQ(first_invalid_utf8(GetParam().text), GetParam().first);
  EXPECT_EQ(to_code_points(GetParam().text), GetParam().decoded);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, Utf8Malformed,
    ::testing::Values(Malformed{"a\x80", 1, U"a\uFFFD"},                // a stray trail byte
                      Malformed{"\xC0\xAF", 0, U"\uFFFD\uFFFD"},        // an overlong '/'
                      Malformed{"\xE0\x80\xAF", 0, U"\uFFFD\uFFFD\uFFFD"},
                      Malformed{"\xED\xA0\x80", 0, U"\uFFFD\uFFFD\uFFFD"},  // a surrogate
                      Malformed{"\xF4\x90\x80\x80", 0, U"\uFFFD\uFFFD\uFFFD\uFFFD"},
                      Malformed{"\xF5", 0, U"\uFFFD"},
                      Malformed{"\xE5\x90", 0, U"\uFFFD"},              // cut off at the end
                      Malformed{"\xF0\x9F\x98", 0, U"\uFFFD"},
                      Malformed{"\xE5\x90z", 0, U"\uFFFDz"},            // cut off by a letter
                      Malformed{"\uFFFD\xFF", 3, U"\uFFFD\uFFFD"}));

TEST(Utf8, ReplacesWhatIsNoCodePoint) {
  std::string text;
  append_utf8(text, 0xD800);
  append_utf8(text, 0x110000);
  EXPECT_EQ(text, "\uFFFD\uFFFD");
}

TEST(Utf8, DecodingRandomBytesEndsAndGivesValidText) {
  Random random(5);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes(random.below(12), '\0');
    for (char& byte : bytes) byte = static_cast<char>(random.below(256));
    const std::string repaired = to_utf8(to_code_points(bytes));
    EXPECT_EQ(first_invalid_utf8(repaired), std::nullopt);
    EXPECT_EQ(first_invalid_utf8(bytes) == std::nullopt, repaired == bytes);
  }
}

TEST(DisplayWidth, CountsTerminalColumns) {
  EXPECT_EQ(display_width("abc"), 3);
  EXPECT_EQ(display_width("倾听"), 4);
  EXPECT_EQ(display_width("，！"), 4);
  EXPECT_EQ(display_width("e\u0301"), 1);
  EXPECT_EQ(display_width("\u200B\u0007"), 0);
  EXPECT_EQ(display_width(U'\U0001F600'), 2);
  EXPECT_EQ(display_width(U'\U00020000'), 2);
  EXPECT_EQ(display_width(U'ｱ'), 1);
}

TEST(Lower, ChangesOnlyAsciiLetters) {
  EXPECT_EQ(to_lower_ascii("AZ Open Äpp 听 [@"), "az open Äpp 听 [@");
}

TEST(Trim, RemovesSpaceOfBothScripts) {
  EXPECT_EQ(trim(" \t您好 　\r\n"), "您好");
  EXPECT_EQ(trim("　 　"), "");
  EXPECT_EQ(trim(""), "");
  // The ideographic space shares its first bytes with punctuation.
  EXPECT_EQ(trim("、好。"), "、好。");
}

TEST(Split, KeepsEmptyParts) {
  EXPECT_THAT(split("a,,b,", ','), ElementsAre("a", "", "b", ""));
  EXPECT_THAT(split("", ','), ElementsAre(""));
}

TEST(EditDistance, CountsCodePointsAndSwaps) {
  EXPECT_EQ(edit_distance("", ""), 0U);
  EXPECT_EQ(edit_distance("goto", "goto"), 0U);
  EXPECT_EQ(edit_distance("goto", "gto"), 1U);
  EXPECT_EQ(edit_distance("goto", "gotto"), 1U);
  EXPECT_EQ(edit_distance("goto", "gozo"), 1U);
  EXPECT_EQ(edit_distance("goto", "gtoo"), 1U);
  EXPECT_EQ(edit_distance("倾听", "听"), 1U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
  EXPECT_EQ(edit_distance("", "abc"), 3U);
}

TEST(EditDistance, IsTheSameBothWays) {
  Random random(9);
  const auto word = [&random] {
    std::string letters(random.below(8), '\0');
    for (char& letter : letters) letter = static_cast<char>('a' + random.below(3));
    return letters;
  };
  for (int round = 0; round < 500; ++round) {
    const std::string a = word();
    const std::string b = word();
    EXPECT_EQ(edit_distance(a, b), edit_distance(b, a)) << a << " " << b;
    EXPECT_EQ(edit_distance(a, b) == 0, a == b) << a << " " << b;
  }
}

TEST(Nearest, SuggestsWhatWasMeant) {
  constexpr std::string_view kKeys[] = {"nodes", "notes", "endings"};
  EXPECT_EQ(nearest("endigns", kKeys), "endings");
  EXPECT_EQ(nearest("node", kKeys), "nodes");
  EXPECT_EQ(nearest("nomes", kKeys), "nodes") << "the earlier of two equally near";
  EXPECT_EQ(nearest("customer", kKeys), std::nullopt);
  EXPECT_EQ(nearest("", {}), std::nullopt);
}

}  // namespace
}  // namespace aplomb::base
