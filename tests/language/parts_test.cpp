// The parts that reading is made of: numbers in words, stems, patterns as they are written, and
// what is said of lexicon files that are wrong.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "language/lexicon.h"
#include "language/numbers.h"
#include "language/pattern_source.h"
#include "language/reader.h"
#include "language/stemming.h"

namespace aplomb::language {
namespace {

using testing::ElementsAre;

std::int64_t english(const std::vector<std::string_view>& written) {
  const auto number = english_number(written);
  return number ? number->value : -1;
}

TEST(Numbers, InEnglishWords) {
  EXPECT_EQ(english({"forty", "minutes"}), 40);
  EXPECT_EQ(english({"twenty", "-", "five"}), 25);
  EXPECT_EQ(english({"a", "hundred", "and", "twenty", "yuan"}), 120);
  EXPECT_EQ(english({"eighteen", "hundred"}), 1800);
  EXPECT_EQ(english({"three", "thousand", "five", "hundred"}), 3500);
  EXPECT_EQ(english({"one", "of", "them"}), -1);
  EXPECT_EQ(english({"a", "man"}), -1);
  EXPECT_EQ(english({}), -1);
}

std::int64_t chinese(std::u32string_view characters) {
  const auto number = chinese_number(characters);
  return number ? number->value : -1;
}

TEST(Numbers, InChineseCharacters) {
  EXPECT_EQ(chinese(U"四十分钟"), 40);
  EXPECT_EQ(chinese(U"一百二十块"), 120);
  EXPECT_EQ(chinese(U"一百二"), 120);
  EXPECT_EQ(chinese(U"两万块"), 20000);
  EXPECT_EQ(chinese(U"三千五"), 3500);
  EXPECT_EQ(chinese(U"三号窗口"), 3);
  EXPECT_EQ(chinese(U"千万别"), -1);
  EXPECT_EQ(chinese(U"十分抱歉"), -1);
  EXPECT_EQ(chinese(U"十分钟"), 10);
  EXPECT_EQ(chinese(U"一下"), -1);
  EXPECT_EQ(chinese(U"三五天"), -1);
}

TEST(Stems, EvenOutEndings) {
  EXPECT_EQ(english_stem("waited"), english_stem("waiting"));
  EXPECT_EQ(english_stem("queued"), english_stem("queue"));
  EXPECT_EQ(english_stem("apologised"), english_stem("apologise"));
  EXPECT_EQ(english_stem("stopped"), english_stem("stop"));
  EXPECT_NE(english_stem("policy"), english_stem("police"));
}

TEST(PatternSource, KnowsClassesAndGaps) {
  PatternSource source;
  source.define("you", "you|your");
  EXPECT_EQ(source.make("<you> … wait", base::Language::kEn).pattern,
            "\\b(?:(?:you|your) (?:[^,.?!;:~]*? )??wait)\\b");
  EXPECT_EQ(source.make("您…等", base::Language::kZh).pattern, "(?:您)[^,.?!;:~]*?(?:等)");
  EXPECT_EQ(source.make("周[一二]", base::Language::kZh).pattern, "(?:周)(?:一|二)");
  EXPECT_EQ(source.make("[0-9一]天", base::Language::kZh).pattern, "(?:[0-9]|一)(?:天)");
  EXPECT_EQ(source.make("<nobody>", base::Language::kEn).unknown, "nobody");
}

std::vector<std::string> codes(const std::string& rules) {
  const LexiconFile file{"assets/language/en/test.json",
                         R"({"format": "aplomb/lexicon@1", "language": "en", )" + rules + "}"};
  std::vector<std::string> all;
  for (const auto& each : load_lexicon(base::Language::kEn, {&file, 1}).diagnostics) {
    EXPECT_NE(scenario::message(each, base::Language::kEn), "") << each.code;
    EXPECT_EQ(scenario::message(each, base::Language::kZh).find("{"), std::string::npos);
    EXPECT_GT(each.line, 0);
    EXPECT_GT(each.column, 0);
    all.push_back(each.code);
  }
  return all;
}

TEST(Lexicons, SayWhatIsWrongAndWhere) {
  EXPECT_THAT(codes(R"("rules": [{"shows": "apologise", "any": ["(sorry"]}])"),
              ElementsAre("S0901"));
  EXPECT_THAT(codes(R"("rules": [{"shows": "apologise", "any": ["<sorry>"]}])"),
              ElementsAre("S0902"));
  EXPECT_THAT(codes(R"("rules": [{"shows": "apologise", "needs": ["nonsense"]}])"),
              ElementsAre("S0903"));
  EXPECT_THAT(codes(R"("traditional": ["說"])"), ElementsAre("S0904"));
  EXPECT_THAT(codes(R"("rules": [{"shows": "apologize", "any": ["sorry"]}])"),
              ElementsAre("S0206"));
  EXPECT_THAT(codes(R"("rules": [{"any": ["sorry"]}])"), ElementsAre("S0202"));
  EXPECT_THAT(codes(R"("rools": [])"), ElementsAre("S0201"));
  EXPECT_THAT(codes(R"("rules": [{"shows": "apologise", "any": ["sorry"]}])"), ElementsAre());
}

TEST(Lexicons, LeaveNoReaderWhenOneIsBroken) {
  const std::vector<LexiconFile> files = {{"assets/language/en/a.json", "{"},
                                          {"assets/language/zh/a.json", "{"}};
  const auto loaded = Reader::load(files);
  EXPECT_EQ(loaded.reader, nullptr);
  EXPECT_GE(loaded.diagnostics.size(), 2U);
}

}  // namespace
}  // namespace aplomb::language
