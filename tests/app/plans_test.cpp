// The conversations under tests/plans, played as their plans say.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/plan.h"
#include "app/support.h"

namespace aplomb::app {
namespace {

using ::testing::HasSubstr;

std::vector<std::string> plan_files() {
  const base::DiskFileSystem files;
  std::vector<std::string> found;
  const std::string folder = shared_folder() + "/tests/plans";
  for (const std::string& name : files.list(folder).value_or(std::vector<std::string>())) {
    if (name.ends_with(".plan")) found.push_back(folder + "/" + name);
  }
  return found;
}

Plan parsed(const std::string& file) {
  const base::DiskFileSystem files;
  auto plan = parse_plan(file, files.read(file, 1U << 20).value());
  EXPECT_TRUE(plan) << plan.error().message.en;
  return plan.value_or(Plan{});
}

base::Result<Playing> start(const Plan& plan, base::Language language) {
  static const base::FakeClock clock;
  Beginning beginning;
  beginning.language = language;
  beginning.seed = plan.seed.value_or(1);
  return Playing::start(shipped(plan.scenario), standard(), beginning, nullptr, clock);
}

class ShippedPlan : public ::testing::TestWithParam<std::string> {};

TEST_P(ShippedPlan, IsMet) {
  const Plan plan = parsed(GetParam());
  auto playing = start(plan, plan.language.value_or(base::Language::kZh));
  ASSERT_TRUE(playing);
  for (const PlanStep& step : plan.steps) {
    const auto taken = take_step(*playing, plan, step);
    ASSERT_TRUE(taken) << taken.error().message.en;
  }
  EXPECT_TRUE(playing->ended());
}

// The same inputs lead to the same states and score in the other language.
TEST_P(ShippedPlan, ScoresTheSameInBothLanguages) {
  const Plan plan = parsed(GetParam());
  std::vector<scoring::ScoreSheet> sheets;
  for (const base::Language language : base::kLanguages) {
    auto playing = start(plan, language);
    ASSERT_TRUE(playing);
    for (const PlanStep& step : plan.steps) {
      const auto* action = std::get_if<engine::Action>(&step.what);
      if (action == nullptr || action->kind == engine::ActionKind::kLanguage) continue;
      ASSERT_TRUE(playing->take(*action));
    }
    sheets.push_back(playing->sheet());
  }
  EXPECT_EQ(sheets[0].score, sheets[1].score);
  EXPECT_EQ(sheets[0].ending, sheets[1].ending);
  for (std::size_t i = 0; i < sheets[0].turns.size(); ++i) {
    EXPECT_EQ(sheets[0].turns[i].earned, sheets[1].turns[i].earned);
  }
}

INSTANTIATE_TEST_SUITE_P(Plans, ShippedPlan, ::testing::ValuesIn(plan_files()),
                         [](const auto& each) {
                           std::string name(base::file_name(each.param));
                           for (char& c : name) {
                             if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
                           }
                           return name;
                         });

TEST(Plan, NamesTheLineThatIsNotUnderstood) {
  const auto plan = parse_plan("x.plan", "scenario x\nlang zh\npick a\nfrobnicate\n");
  ASSERT_FALSE(plan);
  EXPECT_EQ(plan.error().code, "plan.bad_step");
  EXPECT_THAT(plan.error().message.en, HasSubstr("x.plan:4"));
}

TEST(Plan, RefusesHalfASteps) {
  for (const char* step : {"pick", "pick a b", "consult", "record nowhere x", "lang fr",
                           "listen now", "expect", "expect weather fine", "mode easy"}) {
    EXPECT_FALSE(parse_plan("x.plan", std::string("pick a\n") + step)) << step;
  }
}

TEST(Plan, SaysWhatWasExpectedAndWhatWasFound) {
  const Plan plan = parsed(plan_files().front());
  auto playing = start(plan, base::Language::kZh);
  ASSERT_TRUE(playing);
  const PlanStep wrong{7, Expectation{Expectation::Kind::kNode, "nowhere"}};
  const auto taken = take_step(*playing, plan, wrong);
  ASSERT_FALSE(taken);
  EXPECT_EQ(taken.error().code, "plan.not_met");
  EXPECT_THAT(taken.error().message.en, HasSubstr("nowhere"));
  EXPECT_THAT(taken.error().message.en, HasSubstr(playing->node().id));
}

}  // namespace
}  // namespace aplomb::app
