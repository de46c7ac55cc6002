// Every shipped scenario tells skill from chance, and chance from looking at words, in both
// languages.
#include "analysis/spread.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/shipped.h"

namespace aplomb {
namespace {

using analysis::Policy;

constexpr std::uint64_t kRuns = 2000;

class ShippedSpread : public testing::TestWithParam<std::filesystem::path> {
 protected:
  void SetUp() override {
    valuation_ = test::valued(GetParam().string(), test::read_file(GetParam()));
    ASSERT_TRUE(valuation_) << GetParam() << " does not load";
  }

  std::unique_ptr<const scoring::Valuation> valuation_;
};

TEST_P(ShippedSpread, TellsSkillFromChanceAndFromLookingAtWords) {
  for (const base::Language language : base::kLanguages) {
    SCOPED_TRACE(base::language_id(language));
    const analysis::Spread spread = analysis::spread(*valuation_, language, {.runs = kRuns});
    EXPECT_TRUE(spread.expert_leads()) << *spread.lead(Policy::kExpert);
    for (const Policy gamer : analysis::kGamers) {
      EXPECT_TRUE(spread.gains_little(gamer))
          << id_of(gamer) << " " << *spread.lead(gamer);
    }
    for (const analysis::Simulation& each : spread.bots) {
      EXPECT_EQ(each.cut, 0U) << id_of(each.policy);
    }
  }
}

TEST_P(ShippedSpread, MoreSkillScoresMore) {
  std::int64_t before = -1;
  for (const int skill : {0, 25, 50, 75, 100}) {
    const analysis::Bot bot(*valuation_, Policy::kSkilled, base::Language::kEn, skill);
    const std::int64_t mean =
        analysis::simulate(*valuation_, bot, {.runs = kRuns}).score.mean();
    EXPECT_GT(mean, before) << "skill " << skill;
    before = mean;
  }
  EXPECT_EQ(before, 100'00);
}

TEST_P(ShippedSpread, TheNoviceAndTheHotHeadStayBehindTheExpert) {
  const analysis::Spread spread =
      analysis::spread(*valuation_, base::Language::kZh, {.runs = kRuns});
  const std::int64_t expert = spread.of(Policy::kExpert).score.mean();
  EXPECT_LT(spread.of(Policy::kNovice).score.mean(), expert - analysis::kLeastLead);
  EXPECT_LT(spread.of(Policy::kHotHeaded).score.mean(), spread.of(Policy::kNovice).score.mean());
}

INSTANTIATE_TEST_SUITE_P(Shipped, ShippedSpread, testing::ValuesIn(test::shipped_scenarios()),
                         [](const auto& each) {
                           std::string name = each.param.stem().string();
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace aplomb
