// The examples on the pages of what check finds are true: each is merged into a sound scenario, and
// the bad one brings exactly the problem that its page is about, where the defect was planted; the
// mended one brings none.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "scenario/diagnostics/pages.h"
#include "sound.h"

namespace aplomb::analysis {
namespace {


struct Twin {
  std::string code;
  std::string path;
  Severity severity = Severity::kError;
};
void PrintTo(const Twin& twin, std::ostream* out) { *out << twin.code; }

constexpr Severity kWarning = Severity::kWarning;

const std::vector<Twin>& twins() {
  static const std::vector<Twin> all{
      {"S0701", "$.nodes.waits"},
      {"S0702", "$.nodes.asks.lines[0]"},
      {"S0703", "$.nodes.offers.manager"},
      {"S0704", "$.endings.walks_out"},
      {"S0705", "$.nodes.waits"},
      {"S0706", "$.nodes.waits"},
      {"S0707", "$.nodes.waits"},
      {"S0708", "$.nodes.asks.lines[0].when", kWarning},
      {"S0709", "$.nodes.asks.silence.goto[0].when", kWarning},
      {"S0710", "$.nodes.offers.pause"},
      {"S0711", "$.nodes.offers"},
      {"S0801", "$.variables.promised", kWarning},
      {"S0802", "$.case.facts.parking", kWarning},
      {"S0803", "$.case.facts.parking", kWarning},
      {"S0804", "$.documents.queue_log", kWarning},
      {"S0805", "$.fragments.check_identity", kWarning},
      {"S0806", "$.critical.leaks_data", kWarning},
      {"S0811", "$.title.zh", kWarning},
      {"S0812", "$.title.en", kWarning},
      {"S0831", "$.nodes.asks.lines[0].text.en", kWarning},
      {"S0832", "$.nodes.asks.lines[0].text.zh", kWarning},
      {"S0833", "$.nodes.asks.lines[0].text.en", kWarning},
      {"S0841", "$.nodes.offers.stage", kWarning},
      {"S0842", "$.nodes.offers.replies[1].shows.fit_remedy", kWarning},
      {"S0843", "$.nodes.opening.stage", kWarning},
  };
  return all;
}

// The first or second block between fences.
std::string example(const std::string& code, int which) {
  for (const scenario::DiagnosticPage& page : scenario::diagnostic_pages()) {
    if (page.code != code) continue;
    const std::string text(page.markdown);
    std::size_t open = text.find("```json\n");
    if (which == 1) open = text.find("```json\n", open + 1);
    const std::size_t first = open + std::string("```json\n").size();
    return "{" + text.substr(first, text.find("\n```", first) - first) + "}";
  }
  return "{}";
}

class PageExamples : public testing::TestWithParam<Twin> {};

TEST_P(PageExamples, BadOnesBringExactlyTheProblemAtItsPlace) {
  const std::string text = sound_with(Json::parse(example(GetParam().code, 0)));
  const CheckedText found = checked(text);
  ASSERT_TRUE(found.loads);
  ASSERT_EQ(found.problems.size(), 1U) << found.rendered();
  const scenario::Diagnostic& problem = found.problems.front();
  EXPECT_EQ(problem.code, GetParam().code) << found.rendered();
  EXPECT_EQ(problem.path, GetParam().path);
  EXPECT_EQ(problem.severity, GetParam().severity);
  EXPECT_EQ(problem.file, "sound.json");
  EXPECT_GT(problem.line, 1);
  EXPECT_GT(problem.column, 0);
}

TEST_P(PageExamples, MendedOnesBringNone) {
  const CheckedText found = checked(sound_with(Json::parse(example(GetParam().code, 1))));
  ASSERT_TRUE(found.loads);
  EXPECT_EQ(found.rendered(), "");
}

// Every value that the sentences need is there, in both languages.
TEST_P(PageExamples, ReadWell) {
  const CheckedText found = checked(sound_with(Json::parse(example(GetParam().code, 0))));
  for (const scenario::Diagnostic& each : found.problems) {
    for (const base::Language language : base::kLanguages) {
      const std::string text = message(each, language) + mend(each, language);
      for (const char* gap : {"“”", "  ", "：。", ": .", "{", "[["}) {
        EXPECT_EQ(text.find(gap), std::string::npos) << text;
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Twins, PageExamples, testing::ValuesIn(twins()),
                         [](const auto& each) { return each.param.code; });

TEST(Sound, ScenarioHasNoProblem) {
  const CheckedText found = checked(sound_with(Json::object()));
  ASSERT_TRUE(found.loads);
  EXPECT_EQ(found.rendered(), "");
}

// Those need another rubric, little memory or many nodes, and have their twins in their own tests.
TEST(PageExamplesOf, EveryCodeAreTwinsHereOrElsewhere) {
  std::set<std::string> proven{"S0712", "S0713", "S0714", "S0821", "S0822",
                               "S0823", "S0824", "S0825"};
  for (const Twin& twin : twins()) EXPECT_TRUE(proven.insert(twin.code).second) << twin.code;
  std::set<std::string> pages;
  for (const scenario::DiagnosticPage& page : scenario::diagnostic_pages()) {
    const bool of_lexicons = page.code >= "S09";
    if (page.code >= "S07" && !of_lexicons) pages.emplace(page.code);
  }
  EXPECT_EQ(proven, pages);
}

}  // namespace
}  // namespace aplomb::analysis
