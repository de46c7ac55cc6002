// Every page of src/scenario/diagnostics/ keeps the form that scenario/diagnostic.cpp reads, and
// its sentences read well in both languages with whatever values a problem comes with.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "scenario/diagnostic.h"
#include "scenario/diagnostics/pages.h"

namespace aplomb::scenario {
namespace {

using base::Language;

constexpr std::string_view kLabels[] = {"zh: ", "en: ", "mend-zh: ", "mend-en: "};

bool is_chinese(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3000 && c <= 0x303F) ||
         (c >= 0xFF00 && c <= 0xFFEF);
}

bool has_chinese(std::string_view text) {
  const std::u32string points = base::to_code_points(text);
  return std::any_of(points.begin(), points.end(), is_chinese);
}

struct Page {
  std::string code;
  std::string heading;
  std::map<std::string_view, std::string> sentences;  // by label
  std::string why_en, why_zh;
  std::string bad_label, bad, mended_label, mended;
};

std::vector<std::string> split_at(std::string text, const std::string& separator) {
  std::vector<std::string> parts;
  for (std::size_t at; (at = text.find(separator)) != std::string::npos;) {
    parts.push_back(text.substr(0, at));
    text.erase(0, at + separator.size());
  }
  parts.push_back(text);
  return parts;
}

// The page's parts; their number is the first thing that is tested.
std::vector<std::string> blocks_of(const DiagnosticPage& page) {
  return split_at(std::string(page.markdown), "\n\n");
}

std::vector<Page> pages() {
  std::vector<Page> result;
  for (const DiagnosticPage& source : diagnostic_pages()) {
    std::vector<std::string> blocks = blocks_of(source);
    blocks.resize(8);
    Page page{std::string(source.code),
              blocks[0],
              {},
              blocks[2],
              blocks[3],
              blocks[4],
              blocks[5],
              blocks[6],
              blocks[7]};
    const auto lines = split_at(blocks[1], "\n");
    for (std::size_t i = 0; i < std::size(kLabels) && i < lines.size(); ++i) {
      if (lines[i].starts_with(kLabels[i])) {
        page.sentences[kLabels[i]] = lines[i].substr(kLabels[i].size());
      }
    }
    result.push_back(page);
  }
  return result;
}

bool is_name(std::string_view text) {
  return !text.empty() &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos;
}

// The names in curly brackets.
std::set<std::string> names_in(const std::string& sentence) {
  std::set<std::string> names;
  for (std::size_t at = 0; (at = sentence.find('{', at)) != std::string::npos; ++at) {
    names.insert(sentence.substr(at + 1, sentence.find('}', at) - at - 1));
  }
  return names;
}

// The parts in double square brackets.
std::vector<std::string> optional_parts(const std::string& sentence) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; (at = sentence.find("[[", at)) != std::string::npos; ++at) {
    parts.push_back(sentence.substr(at + 2, sentence.find("]]", at) - at - 2));
  }
  return parts;
}

// Names without which the sentence does not stand.
std::set<std::string> required_names(std::string sentence) {
  for (const std::string& part : optional_parts(sentence)) {
    sentence.erase(sentence.find("[[" + part + "]]"), part.size() + 4);
  }
  return names_in(sentence);
}

std::vector<std::pair<std::string, std::string>> values_for(const std::set<std::string>& names) {
  std::vector<std::pair<std::string, std::string>> values;
  values.reserve(names.size());
  for (const std::string& name : names)
    values.emplace_back(name, "7");
  return values;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(DiagnosticPages, AreAllOfTheFolder) {
  std::map<std::string, std::string> on_disk;
  const std::filesystem::path folder = APLOMB_SOURCE_DIR "/src/scenario/diagnostics";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".md") on_disk[entry.path().stem()] = read_file(entry.path());
  }
  std::map<std::string, std::string> embedded;
  for (const DiagnosticPage& page : diagnostic_pages()) {
    embedded[std::string(page.code)] = page.markdown;
  }
  EXPECT_EQ(embedded, on_disk);
  EXPECT_FALSE(embedded.empty());
}

// "S0201" and the like.
std::set<std::string> codes_in(const std::string& source) {
  std::set<std::string> codes;
  for (std::size_t at = 0; (at = source.find("\"S", at)) != std::string::npos; ++at) {
    const std::string code = source.substr(at + 1, 5);
    const bool numbered = code.find_first_not_of("0123456789", 1) == std::string::npos;
    if (numbered && source.substr(at + 6, 1) == "\"") codes.insert(code);
  }
  return codes;
}

TEST(DiagnosticPages, AreOneForEachCodeThatTheProgramReports) {
  std::set<std::string> reported;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(APLOMB_SOURCE_DIR "/src")) {
    if (entry.path().extension() == ".cpp") reported.merge(codes_in(read_file(entry.path())));
  }
  std::set<std::string> explained;
  for (const DiagnosticPage& page : diagnostic_pages())
    explained.emplace(page.code);
  EXPECT_EQ(explained, reported);
}

TEST(DiagnosticPages, HaveEightParts) {
  for (const DiagnosticPage& page : diagnostic_pages()) {
    EXPECT_EQ(blocks_of(page).size(), 8U) << page.code;
    EXPECT_TRUE(page.markdown.ends_with("```\n")) << page.code;
  }
}

TEST(DiagnosticPages, AreHeadedByTheirCodeAndATitleInBothLanguages) {
  for (const Page& page : pages()) {
    SCOPED_TRACE(page.code);
    ASSERT_TRUE(page.heading.starts_with("# " + page.code + " ")) << page.heading;
    const auto titles = split_at(page.heading.substr(page.code.size() + 3), " · ");
    ASSERT_EQ(titles.size(), 2U) << page.heading;
    EXPECT_FALSE(has_chinese(titles[0]));
    EXPECT_TRUE(has_chinese(titles[1]));
  }
}

TEST(DiagnosticPages, SayWhatIsWrongAndHowToMendItInBothLanguages) {
  for (const Page& page : pages()) {
    SCOPED_TRACE(page.code);
    ASSERT_EQ(page.sentences.size(), std::size(kLabels));
    EXPECT_TRUE(has_chinese(page.sentences.at("zh: ")));
    EXPECT_TRUE(has_chinese(page.sentences.at("mend-zh: ")));
    EXPECT_FALSE(has_chinese(page.sentences.at("en: ")));
    EXPECT_FALSE(has_chinese(page.sentences.at("mend-en: ")));
    EXPECT_FALSE(has_chinese(page.why_en));
    EXPECT_TRUE(has_chinese(page.why_zh));
  }
}

TEST(DiagnosticPages, UseTheSameNamesInBothLanguages) {
  for (const Page& page : pages()) {
    SCOPED_TRACE(page.code);
    for (const std::string prefix : {"", "mend-"}) {
      const std::string& zh = page.sentences.at(prefix + "zh: ");
      const std::string& en = page.sentences.at(prefix + "en: ");
      EXPECT_EQ(names_in(zh), names_in(en));
      EXPECT_EQ(required_names(zh), required_names(en));
    }
  }
}

TEST(DiagnosticPages, HoldNoMarkupButNamesAndOptionalParts) {
  for (const Page& page : pages()) {
    for (const auto& [label, sentence] : page.sentences) {
      SCOPED_TRACE(page.code + " " + sentence);
      for (const std::string& name : names_in(sentence))
        EXPECT_TRUE(is_name(name)) << name;
      for (const std::string& part : optional_parts(sentence)) {
        EXPECT_FALSE(names_in(part).empty()) << "[[" << part << "]] is never dropped";
        EXPECT_EQ(part.find('['), std::string::npos) << "nested: " << part;
      }
      EXPECT_EQ(split_at(sentence, "[[").size(), split_at(sentence, "]]").size());
      EXPECT_EQ(std::count(sentence.begin(), sentence.end(), '{'),
                std::count(sentence.begin(), sentence.end(), '}'));
      EXPECT_EQ(sentence.find_first_of("`*#"), std::string::npos);
    }
  }
}

TEST(DiagnosticPages, PunctuateChineseFullWidth) {
  for (const Page& page : pages()) {
    for (const std::string& text :
         {page.sentences.at("zh: "), page.sentences.at("mend-zh: "), page.why_zh}) {
      const std::u32string points = base::to_code_points(text);
      for (std::size_t i = 1; i < points.size(); ++i) {
        const bool half_width =
            std::u32string_view(U",;:?!.()\"'").find(points[i]) != std::u32string_view::npos;
        EXPECT_FALSE(half_width && is_chinese(points[i - 1])) << page.code << " " << text;
      }
    }
  }
}

// Sentences as a person reads them: with every value, and with only those that must be there.
TEST(DiagnosticPages, ReadWellWithAndWithoutOptionalValues) {
  for (const Page& page : pages()) {
    for (const auto& [label, sentence] : page.sentences) {
      for (const auto& names : {names_in(sentence), required_names(sentence)}) {
        const std::string text = fill(sentence, values_for(names));
        SCOPED_TRACE(page.code + " " + text);
        EXPECT_EQ(text, base::trim(text));
        EXPECT_TRUE(text.ends_with(".") || text.ends_with("。") || text.ends_with("？")) << text;
        EXPECT_FALSE(text.front() >= 'a' && text.front() <= 'z') << "starts with a small letter";
        for (const char* flaw : {"  ", "“”", "{", "}", "[[", "]]", " .", " ,", "，。", "。。"}) {
          EXPECT_EQ(text.find(flaw), std::string::npos) << flaw;
        }
      }
    }
  }
}

// Text between the fences, and its kind behind the first.
struct Fenced {
  std::string kind;
  std::string text;
};

Fenced fenced(const std::string& block) {
  const std::size_t line_end = block.find('\n');
  const std::size_t close = block.rfind("\n```");
  if (!block.starts_with("```") || line_end == std::string::npos || close < line_end) return {};
  return {block.substr(3, line_end - 3), block.substr(line_end + 1, close - line_end - 1)};
}

// An example is a value, or members of an object.
bool is_json(const std::string& text) {
  return nlohmann::json::accept(text) || nlohmann::json::accept("{" + text + "}");
}

TEST(DiagnosticPages, ShowABadAndAMendedExample) {
  for (const Page& page : pages()) {
    SCOPED_TRACE(page.code);
    EXPECT_EQ(page.bad_label, "Bad · 错");
    EXPECT_EQ(page.mended_label, "Mended · 改");
    const Fenced bad = fenced(page.bad);
    const Fenced mended = fenced(page.mended);
    EXPECT_FALSE(bad.text.empty());
    EXPECT_FALSE(mended.text.empty());
    EXPECT_NE(bad.text, mended.text);
    for (const Fenced& example : {bad, mended}) {
      EXPECT_THAT(example.kind, testing::AnyOf("json", "text"));
    }
    if (mended.kind == "json") {
      EXPECT_TRUE(is_json(mended.text)) << mended.text;
    }
    if (bad.kind == "json") {
      EXPECT_EQ(is_json(bad.text), page.code != "S0105") << bad.text;
    }
  }
}

TEST(Fill, PutsValuesInPlaceOfNames) {
  EXPECT_EQ(fill("There is no key “{key}” here.", {{"key", "colour"}}),
            "There is no key “colour” here.");
  EXPECT_EQ(fill("{a}{b}{a}", {{"a", "1"}, {"b", "2"}}), "121");
  EXPECT_EQ(fill("第 {line} 行", {}), "第  行");
}

TEST(Fill, DropsAnOptionalPartWhenANameInItHasNoValue) {
  const std::string sentence = "Remove it[[, or write “{suggestion}”]].";
  EXPECT_EQ(fill(sentence, {{"suggestion", "zh"}}), "Remove it, or write “zh”.");
  EXPECT_EQ(fill(sentence, {{"suggestion", ""}}), "Remove it.");
  EXPECT_EQ(fill(sentence, {}), "Remove it.");
  EXPECT_EQ(fill("a[[ {x} {y}]][[ {x}]]", {{"x", "1"}}), "a 1");
}

TEST(Fill, TakesValuesAsTheyAre) {
  EXPECT_EQ(fill("“{key}”", {{"key", "{other}[[x]]"}, {"other", "!"}}), "“{other}[[x]]”");
}

TEST(Fill, LeavesBracketsThatAreNoMarkup) {
  EXPECT_EQ(fill("{} {A} {a [[a", {{"a", "1"}}), "{} {A} {a [[a");
  EXPECT_EQ(fill("[\"zh\", \"en\"]", {}), "[\"zh\", \"en\"]");
}

TEST(Fill, ShowsControlCharactersInsteadOfSendingThemToATerminal) {
  EXPECT_EQ(fill("{key}", {{"key", "a\x1b[31m\nb"}}), "a\\u001b[31m\\u000ab");
  EXPECT_EQ(fill("{key}", {{"key", "a\xE2\x80\xAE|b"}}), "a\\u202e|b");
  EXPECT_EQ(fill("{key}", {{"key", "a\xff"}}), "a\uFFFD");
}

TEST(Fill, CutsAValueThatNobodyWouldReadToItsEnd) {
  const std::string cut = fill("{key}.", {{"key", std::string(5000, 'x')}});
  EXPECT_EQ(cut, std::string(800, 'x') + "….");
}

Diagnostic unknown_key() {
  return {"S0201",
          Severity::kError,
          "cold-clerk.json",
          12,
          5,
          "$.customer",
          {{"key", "temperment"}, {"suggestion", "temperament"}}};
}

TEST(Render, PutsThePlaceInFrontAndTheMendingBelow) {
  EXPECT_EQ(render(unknown_key(), Language::kEn),
            "cold-clerk.json:12:5: S0201: There is no key “temperment” here.\n"
            "  $.customer\n"
            "  Did you mean “temperament”? Remove it if it is not needed.");
  EXPECT_EQ(render(unknown_key(), Language::kZh),
            "cold-clerk.json:12:5: S0201: 这里没有“temperment”这个键。\n"
            "  $.customer\n"
            "  是想写“temperament”吗？不需要就删掉它。");
}

TEST(Render, LeavesOutAPlaceThatIsNotThere) {
  const Diagnostic problem{"S0101", Severity::kError, "gone.json", 0, 0, "", {}};
  EXPECT_EQ(render(problem, Language::kEn),
            "gone.json: S0101: This file cannot be read.\n"
            "  Check its name, its folder and your permission to read it, then try again.");
}

TEST(Render, SaysOfWhatIsNoErrorWhatItIs) {
  Diagnostic problem = unknown_key();
  problem.severity = Severity::kWarning;
  EXPECT_TRUE(render(problem, Language::kEn).starts_with("cold-clerk.json:12:5: warning S0201: "));
  EXPECT_TRUE(render(problem, Language::kZh).starts_with("cold-clerk.json:12:5: 警告 S0201: "));
  problem.severity = Severity::kInformation;
  EXPECT_TRUE(render(problem, Language::kEn).starts_with("cold-clerk.json:12:5: note S0201: "));
  EXPECT_TRUE(render(problem, Language::kZh).starts_with("cold-clerk.json:12:5: 说明 S0201: "));
}

TEST(Render, NamesTheCodeWhenThereIsNoPageForIt) {
  const Diagnostic problem{"S9999", Severity::kError, "a.json", 1, 2, "$", {}};
  EXPECT_EQ(message(problem, Language::kEn), "");
  EXPECT_EQ(render(problem, Language::kEn), "a.json:1:2: S9999\n  $");
}

TEST(Diagnostics, HaveAnErrorWhenOneOfThemIsOne) {
  Diagnostic problem = unknown_key();
  EXPECT_FALSE(has_error({}));
  EXPECT_TRUE(has_error({problem}));
  problem.severity = Severity::kWarning;
  EXPECT_FALSE(has_error({problem}));
  EXPECT_TRUE(has_error({problem, unknown_key()}));
}

}  // namespace
}  // namespace aplomb::scenario
