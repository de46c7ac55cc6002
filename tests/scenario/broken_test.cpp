// Each kind of fault is found where it is, and nothing else is reported because of it.
#include "broken_samples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "scenario/diagnostics/pages.h"
#include "scenario/load.h"

namespace aplomb::scenario {
namespace {

std::string rendered(const std::vector<Diagnostic>& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) {
    text += render(diagnostic, base::Language::kEn) + "\n";
  }
  return text;
}

Document::Index value_at(const Document& document, const std::string& path,
                         Document::Index from = 0) {
  if (document.path(from) == path) return from;
  for (auto i = document.at(from).first; i != Document::kNone; i = document.at(i).next) {
    const auto found = value_at(document, path, i);
    if (found != Document::kNone) return found;
  }
  return Document::kNone;
}

// Whether a diagnostic's line and column lie in the value, or at the key, that its path names.
bool place_fits_path(const Diagnostic& diagnostic, const std::string& text) {
  std::vector<Diagnostic> ignored;
  const Document document(diagnostic.file, text, ignored);
  const auto index = value_at(document, diagnostic.path);
  if (index == Document::kNone) return false;
  const Document::Value& value = document.at(index);
  const auto is_at = [&](std::size_t byte) {
    const Document::Position place = document.position(byte);
    return place.line == diagnostic.line && place.column == diagnostic.column;
  };
  if (is_at(value.key_at)) return true;
  for (std::size_t byte = 0; byte <= value.text.size() + 1; ++byte) {
    if (is_at(value.at + byte)) return true;
  }
  return false;
}

class Broken : public testing::TestWithParam<BrokenSample> {};

TEST_P(Broken, IsFoundWhereItIs) {
  const BrokenSample& sample = GetParam();
  const Loaded loaded = load(sample.file, sample.text);
  EXPECT_EQ(loaded.scenario, nullptr);
  EXPECT_EQ(loaded.program, nullptr);
  const std::string all = rendered(loaded.diagnostics);
  for (const Diagnostic& each : loaded.diagnostics) {
    EXPECT_THAT(sample.codes, testing::Contains(each.code)) << all;
    EXPECT_NE(message(each, base::Language::kEn), "") << "no page for " << each.code;
  }
  const auto found = std::find_if(loaded.diagnostics.begin(), loaded.diagnostics.end(),
                                  [&](const Diagnostic& each) { return each.code == sample.code; });
  ASSERT_NE(found, loaded.diagnostics.end()) << all;
  EXPECT_EQ(found->file, sample.file);
  if (sample.line > 0) {
    EXPECT_EQ(std::pair(found->line, found->column), std::pair(sample.line, sample.column)) << all;
  }
  if (!sample.path.empty()) {
    EXPECT_EQ(found->path, sample.path) << all;
    EXPECT_TRUE(place_fits_path(*found, sample.text)) << all;
  }
}

std::string test_name(const testing::TestParamInfo<BrokenSample>& info) {
  std::string name = info.param.code + "_" + info.param.about;
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return !std::isalnum(c); }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Samples, Broken, testing::ValuesIn(broken_samples()), test_name);

TEST(Whole, ScenariosLoadWithoutAWord) {
  for (const std::string file : {"minimal.json", "complete.json"}) {
    const Loaded loaded = load(file, read_source("tests/scenario/" + file));
    EXPECT_NE(loaded.scenario, nullptr) << file;
    EXPECT_NE(loaded.program, nullptr) << file;
    EXPECT_EQ(rendered(loaded.diagnostics), "");
  }
}

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> codes_of(const std::string& text) {
  std::vector<std::string> codes;
  for (const Diagnostic& each : load("minimal.json", text).diagnostics)
    codes.push_back(each.code);
  return codes;
}

std::string minimal_with(const std::vector<std::pair<std::string, std::string>>& replacements) {
  std::string text = read_source("tests/scenario/minimal.json");
  for (const auto& [what, by] : replacements)
    text.replace(text.find(what), what.size(), by);
  return text;
}

TEST(Problems, AreReportedAllAtOnceInTheOrderOfTheirPlaces) {
  EXPECT_THAT(codes_of(minimal_with({{"\"version\": 1", "\"version\": 1.5"},
                                     {"\"choleric\"", "\"cholerik\""},
                                     {"\"heat\": 75", "\"heat\": 74"},
                                     {"heat >= 90", "heet >= 90"},
                                     {"\"goto\": \"resolved\"", "\"goto\": \"resolve\""},
                                     {"\"keeps\": 9", "\"keep\": 9"}})),
              ElementsAre("S0204", "S0206", "S0212", "S0302", "S0502", "S0202", "S0201"));
}

TEST(Problems, BeforeASyntaxErrorAreReportedWithoutGuessingWhatFollows) {
  EXPECT_THAT(codes_of(minimal_with({{"\"choleric\"", "\"cholerik\""},
                                     {"\"start\": \"opening\",", "\"start\": \"opening\""}})),
              ElementsAre("S0206", "S0105"));
}

// Every value that a page's sentences need is supplied, so that nobody reads “”.
TEST(Diagnostics, ComeWithEveryValueThatTheirSentencesNeed) {
  for (const BrokenSample& sample : broken_samples()) {
    for (const Diagnostic& each : load(sample.file, sample.text).diagnostics) {
      for (const base::Language language : base::kLanguages) {
        const std::string text = message(each, language) + mend(each, language);
        for (const char* gap : {"“”", "  ", "：。", ": .", "()", "（）"}) {
          if (text.find("()") != std::string::npos && gap == std::string("()")) continue;
          EXPECT_EQ(text.find(gap), std::string::npos) << sample.code << " " << sample.about << "\n"
                                                       << text;
        }
      }
    }
  }
}

TEST(Diagnostics, HaveASampleForEachPage) {
  std::set<std::string> codes;
  for (const BrokenSample& sample : broken_samples())
    codes.insert(sample.code);
  // S0101 is of the file system; the others need a scenario too large for a sample.
  const std::set<std::string> elsewhere{"S0101", "S0601", "S0602", "S0603"};
  for (const DiagnosticPage& page : diagnostic_pages()) {
    const std::string code(page.code);
    // What is found in scenarios that load is proven in tests/analysis, lexicons in tests/language.
    if (code >= "S07") continue;
    EXPECT_NE(codes.contains(code), elsewhere.contains(code)) << code;
  }
}

// A valid scenario with as many more members in the object at `pointer` as are asked for.
std::string grown(const std::string& pointer, int count, const Json& value) {
  Json scenario = Json::parse(read_source("tests/scenario/minimal.json"));
  Json& object = scenario[Json::json_pointer(pointer)];
  for (int i = 0; i < count; ++i)
    object["more_" + std::to_string(i)] = value;
  return scenario.dump();
}

TEST(TooMuch, CaseKeysAreRefused) {
  const Json key =
      Json::parse(read_source("tests/scenario/minimal.json"))["case"]["facts"]["waited"];
  EXPECT_THAT(codes_of(grown("/case/facts", 63, key)), IsEmpty());
  EXPECT_THAT(codes_of(grown("/case/facts", 64, key)), ElementsAre("S0602"));
}

TEST(TooMuch, CriticalFailuresAreRefused) {
  const Json failure = Json::parse(
      R"({"title": {"zh": "失误", "en": "Failure"}, "text": {"zh": "失误。", "en": "A failure."}})");
  EXPECT_THAT(codes_of(grown("/critical", 16, failure)), IsEmpty());
  Json many = Json::parse(grown("/critical", 40, failure));
  many["nodes"]["opening"]["replies"][0]["critical"] = {"more_39"};
  EXPECT_THAT(codes_of(many.dump()), ElementsAre("S0602"));
}

TEST(TooMuch, StateIsRefused) {
  Json scenario = Json::parse(read_source("tests/scenario/minimal.json"));
  for (int i = 0; i < 48; ++i) {
    const std::string id = "node_" + std::to_string(i);
    scenario["nodes"][id] = {{"stage", "settle"}, {"goto", "resolved"}};
    scenario["watch"].push_back({{"when", "visits(" + id + ") > 1"}, {"goto", "lost"}});
  }
  EXPECT_THAT(codes_of(scenario.dump()), ElementsAre("S0601"));
}

TEST(TooFew, OtherWordingsAreAWarningOnly) {
  std::string text = read_source("tests/scenario/minimal.json");
  const std::string one = "\"forty minutes\", ";
  text.erase(text.find(one), one.size());
  const Loaded loaded = load("minimal.json", text);
  EXPECT_NE(loaded.scenario, nullptr);
  ASSERT_EQ(loaded.diagnostics.size(), 1U);
  EXPECT_EQ(loaded.diagnostics[0].code, "S0217");
  EXPECT_EQ(loaded.diagnostics[0].severity, Severity::kWarning);
}

TEST(TooMuch, NodesAreRefused) {
  std::string text = read_source("tests/scenario/minimal.json");
  const std::string nodes = "\"nodes\": {";
  std::string more;
  for (int i = 0; i < 60'000; ++i) {
    more += "\"n" + std::to_string(i) + R"(": {"stage": "settle", "goto": "resolved"}, )";
  }
  text.insert(text.find(nodes) + nodes.size(), more);
  EXPECT_THAT(codes_of(text), ElementsAre("S0603"));
}

}  // namespace
}  // namespace aplomb::scenario
