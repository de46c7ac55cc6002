// What a whole exploration proves, with another rubric, and what is said without one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>

#include "sound.h"

namespace aplomb::analysis {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string without_shows() {
  Json scenario = Json::parse(sound_with(Json::object()));
  for (auto& [id, node] : scenario["nodes"].items()) {
    for (Json& reply : node["replies"]) reply.erase("shows");
  }
  scenario["record"]["facts"] = Json::parse(
      R"json({"answer": {"zh": "等了四十分钟", "en": "forty minutes"},
          "keys": ["waited", "explanation"]})json");
  return scenario.dump(1);
}

TEST(Promises, APlayThatIsWorthNothingIsReported) {
  const CheckedText found = checked(without_shows());
  ASSERT_TRUE(found.loads);
  ASSERT_EQ(found.problems.size(), 1U) << found.rendered();
  EXPECT_EQ(found.problems[0].code, "S0712");
  EXPECT_EQ(found.problems[0].path, "$.nodes");
  EXPECT_EQ(found.problems[0].severity, Severity::kError);
}

// Nearly everything earned, then a bad ending.
std::string late_loss() {
  return sound_with(Json::parse(R"json({"nodes": {"offers": {"manager": {
    "text": {"zh": "您请主管过来", "en": "You call the manager"},
    "shows": {"fit_remedy": {"level": 2, "answers": ["explanation"]},
              "give_reason": {"level": 1}},
    "goto": "lost"}}}})json"));
}

std::vector<scenario::Diagnostic> problems_with_leaving(int percent) {
  const std::string text = late_loss();
  const scenario::Loaded loaded = scenario::load("sound.json", text);
  auto rubric = std::make_shared<scoring::Rubric>(*test::standard_rubric());
  rubric->leaving_percent = percent;
  const scoring::Valuation valuation(
      engine::make_machine(loaded.program, *test::standard_affect()), rubric);
  std::vector<scenario::Diagnostic> problems;
  const scenario::Document document("sound.json", text, problems);
  for (auto& each : check(valuation, document, {.threads = 1}).diagnostics) {
    if (each.severity != Severity::kInformation) problems.push_back(std::move(each));
  }
  return problems;
}

TEST(Promises, ABadEndingAbove85IsReported) {
  EXPECT_THAT(problems_with_leaving(15), IsEmpty());
  const auto problems = problems_with_leaving(1);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].code, "S0713");
  EXPECT_EQ(problems[0].path, "$.endings.lost");
  EXPECT_THAT(message(problems[0], base::Language::kEn),
              testing::HasSubstr("89: opening.name_it → asks.ask_wish → offers.manager"));
}

TEST(Unfinished, ExplorationIsSaidAndTheRestIsChecked) {
  const std::string text = sound_with(Json::parse(R"json({
    "title": {"zh": "Queue", "en": "Queue"},
    "nodes": {"waits": {"stage": "settle", "goto": "partly"},
              "offers": {"silence": {"after": 30, "when": "heat >= 90 and heat < 40",
                                     "goto": "partly"}}}})json"));
  EXPECT_THAT(checked(text).codes(), ElementsAre("S0701", "S0703", "S0811"));
  const CheckedText found = checked(text, {.threads = 1, .max_memory = 1});
  ASSERT_TRUE(found.loads);
  EXPECT_THAT(found.codes(), ElementsAre("S0701", "S0714", "S0811")) << found.rendered();
  EXPECT_EQ(found.problems.front().code, "S0714");
}

TEST(Unfinished, ExplorationThatWasStoppedIsSaid) {
  const std::atomic<bool> stop{true};
  const CheckedText found =
      checked(sound_with(Json::object()), {.threads = 1}, {.report = {}, .stop = &stop});
  EXPECT_THAT(found.codes(), ElementsAre("S0714"));
}

// Wherever memory runs out, what is said is only that it did.
TEST(Unfinished, ExplorationOfAShippedScenarioRaisesNoFalseAlarm) {
  for (const auto& file : test::shipped_scenarios()) {
    const std::string text = test::read_file(file);
    const auto valuation = test::valued(file.string(), text);
    ASSERT_TRUE(valuation);
    std::vector<scenario::Diagnostic> ignored;
    const scenario::Document document(file.string(), text, ignored);
    for (const std::uint64_t memory : {1U << 10, 1U << 20, 1U << 22}) {
      const Checked found = check(*valuation, document, {.threads = 1, .max_memory = memory});
      EXPECT_FALSE(found.finished);
      for (const auto& each : found.diagnostics) {
        if (each.severity == Severity::kInformation) continue;
        EXPECT_EQ(each.code, "S0714") << render(each, base::Language::kEn);
      }
    }
  }
}

TEST(Shipped, ScenariosHaveNothingToMend) {
  for (const auto& file : test::shipped_scenarios()) {
    const std::string text = test::read_file(file);
    const auto valuation = test::valued(file.string(), text);
    ASSERT_TRUE(valuation);
    std::vector<scenario::Diagnostic> ignored;
    const scenario::Document document(file.string(), text, ignored);
    const Checked found = check(*valuation, document, ExploreOptions{});
    EXPECT_TRUE(found.finished);
    for (const auto& each : found.diagnostics) {
      EXPECT_EQ(each.severity, Severity::kInformation) << render(each, base::Language::kEn);
    }
  }
}

}  // namespace
}  // namespace aplomb::analysis
