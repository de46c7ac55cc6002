// rubric.md, "Six dimensions", "Levels" and "A turn": what one turn is worth.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scoring/support.h"

namespace aplomb::scoring {
namespace {

using scenario::Tag;
using testing::ElementsAre;

constexpr std::size_t kListening = 0;
constexpr std::size_t kEmpathy = 1;

std::uint32_t bits(std::initializer_list<Negative> negatives) {
  std::uint32_t all = 0;
  for (const Negative each : negatives)
    all |= std::uint32_t{1} << static_cast<int>(each);
  return all;
}

TurnValue value(const std::vector<Tag>& tags, std::initializer_list<Negative> negatives = {}) {
  return value_of(*standard_rubric(), tags, bits(negatives));
}

int listening(const std::vector<Tag>& tags, std::initializer_list<Negative> negatives = {}) {
  return value(tags, negatives).dimensions[kListening];
}

TEST(TurnValue, OfNothingShownIsNothing) { EXPECT_EQ(value({}), TurnValue{}); }

TEST(TurnValue, CountsEveryBehaviourInItsOwnDimension) {
  for (int i = 0; i < scenario::kBehaviourCount; ++i) {
    const TurnValue worth = value({{static_cast<Behaviour>(i), 2}});
    for (int d = 0; d < scenario::kDimensionCount; ++d) {
      const bool own = standard_rubric()->dimension[i] == static_cast<Dimension>(d);
      EXPECT_EQ(worth.dimensions[d], own ? 2 : 0) << i;
    }
  }
}

TEST(TurnValue, OfADimensionIsTheHighestLevelAndNotTheSum) {
  EXPECT_EQ(listening({{Behaviour::kRestate, 2}, {Behaviour::kOpenQuestion, 1}}), 2);
  EXPECT_EQ(listening({{Behaviour::kOpenQuestion, 1}, {Behaviour::kRestate, 3}}), 3);
}

TEST(TurnValue, OfTheLongestReplyIsNoMore) {
  std::vector<Tag> everything;
  everything.reserve(6);
  for (int i = 0; i < 6; ++i)
    everything.push_back({static_cast<Behaviour>(i), 2});
  EXPECT_EQ(value(everything), value({{Behaviour::kRestate, 2}}));
}

TEST(TurnValue, IsAtMostOneUnderACap) {
  EXPECT_EQ(listening({{Behaviour::kRestate, 3}}, {Negative::kMisquote}), 1);
  EXPECT_EQ(listening({{Behaviour::kRestate, 1}}, {Negative::kMisquote}), 1);
  EXPECT_EQ(listening({}, {Negative::kMisquote}), 0) << "a cap gives nothing";
}

TEST(TurnValue, IsCappedInTheNegativesOwnDimensionOnly) {
  const TurnValue worth =
      value({{Behaviour::kRestate, 3}, {Behaviour::kValidate, 3}}, {Negative::kMinimise});
  EXPECT_EQ(worth.dimensions[kListening], 3);
  EXPECT_EQ(worth.dimensions[kEmpathy], 1);
}

TEST(TurnValue, LosesOneForEachOtherNegative) {
  const std::vector<Tag> tags{{Behaviour::kRestate, 3}};
  EXPECT_EQ(listening(tags, {Negative::kAsksKnown}), 2);
  EXPECT_EQ(listening(tags, {Negative::kAsksKnown, Negative::kAdviceFirst}), 1);
  EXPECT_EQ(listening(tags, {Negative::kYesBut}), 3) << "another dimension's";
}

TEST(TurnValue, IsCappedFirstAndLoweredThen) {
  EXPECT_EQ(listening({{Behaviour::kRestate, 3}}, {Negative::kMisquote, Negative::kInterrupts}), 0);
}

TEST(TurnValue, IsLoweredByNoCapTwice) {
  EXPECT_EQ(value({{Behaviour::kValidate, 3}}, {Negative::kMinimise, Negative::kBlame})
                .dimensions[kEmpathy],
            1);
}

TEST(TurnValue, IsNeverUnderNothing) {
  EXPECT_EQ(listening({{Behaviour::kRestate, 1}},
                      {Negative::kAsksKnown, Negative::kAdviceFirst, Negative::kInterrupts}),
            0);
}

TEST(TurnValue, WeighsTheNamedDimensionsDouble) {
  EXPECT_EQ(value({{Behaviour::kRestate, 3}}).total, 6);
  EXPECT_EQ(value({{Behaviour::kValidate, 3}}).total, 6);
  EXPECT_EQ(value({{Behaviour::kLetVent, 3}}).total, 6);
  EXPECT_EQ(value({{Behaviour::kConcrete, 3}}).total, 3);
  EXPECT_EQ(value({{Behaviour::kAskWish, 3}}).total, 3);
  EXPECT_EQ(value({{Behaviour::kSteady, 3}}).total, 3);
  EXPECT_EQ(value({{Behaviour::kRestate, 2}, {Behaviour::kConcrete, 1}}).total, 5);
}

TEST(TurnValue, WeighsAsTheRubricSays) {
  Rubric rubric = *standard_rubric();
  rubric.weight = {1, 1, 1, 1, 1, 9};
  const std::vector<Tag> tags{{Behaviour::kRestate, 2}, {Behaviour::kSteady, 3}};
  EXPECT_EQ(value_of(rubric, tags, 0).total, 29);
}

TEST(TurnValue, FollowsTheRubricsDimensionsAndCaps) {
  Rubric rubric = *standard_rubric();
  rubric.dimension[static_cast<std::size_t>(Behaviour::kRestate)] = Dimension::kEmpathy;
  rubric.caps = bits({Negative::kYesBut});
  const std::vector<Tag> tags{{Behaviour::kRestate, 3}};
  EXPECT_THAT(value_of(rubric, tags, 0).dimensions, ElementsAre(0, 3, 0, 0, 0, 0));
  EXPECT_EQ(value_of(rubric, tags, bits({Negative::kYesBut})).dimensions[kEmpathy], 1);
  EXPECT_EQ(value_of(rubric, tags, bits({Negative::kMinimise})).dimensions[kEmpathy], 2);
}

// In a story: what state and place make of an input.

Story one_reply(const std::string& tags, const std::vector<std::string>& members = {}) {
  return {
      {{"a", {reply("r", tags, "b")}, members}, {"b", {reply("r", tags, "resolved")}, members}}};
}

TEST(InputValue, OfAWornFormulaIsNothing) {
  const Stage stage(one_reply("validate:1"));
  EXPECT_EQ(stage.valuation.value(stage.start(), 0).total, 2);
  EXPECT_EQ(stage.valuation.value(stage.after({0}), 0).total, 0);
}

TEST(InputValue, OfAFormulaThatDoesNotWearStays) {
  const Stage stage(one_reply("give_reason:1"));
  EXPECT_EQ(stage.valuation.value(stage.after({0}), 0).total, 1);
  State everything_used = stage.start();
  everything_used.worn = ~std::uint64_t{0};
  EXPECT_EQ(stage.valuation.value(everything_used, 0).total, 1);
}

TEST(InputValue, OfMoreThanAFormulaDoesNotWear) {
  const Stage stage(one_reply("validate:2"));
  EXPECT_EQ(stage.valuation.value(stage.after({0}), 0).total, 4);
}

TEST(InputValue, WearsEachBehaviourForItself) {
  const Stage stage({{{"a", {reply("r", "validate:1", "b")}},
                      {"b", {reply("r", "validate:1 apologise:1 restate:2", "resolved")}}}});
  EXPECT_EQ(stage.valuation.value(stage.after({0}), 0).total, 4 + 2) << "the apology is new";
}

TEST(InputValue, OfAWornFormulaStillPaysForItsNegatives) {
  const Stage stage({{{"a", {reply("r", "validate:1", "b")}},
                      {"b", {reply("r", "validate:1 concern:2 !yes_but", "resolved")}}}});
  EXPECT_EQ(stage.valuation.value(stage.after({0}), 0).total, 2);
}

TEST(InputValue, CountsSteadyOnlyWhereProvoked) {
  EXPECT_EQ(Stage(one_reply("steady:2")).reference.total, 0);
  EXPECT_EQ(Stage(one_reply("steady:2", {"\"provoking\": true"})).reference.total, 4);
  EXPECT_EQ(Stage(one_reply("steady:2", {"\"technical\": true"})).reference.total, 0);
}

TEST(InputValue, CountsPlainWordsOnlyWhereItIsTechnical) {
  EXPECT_EQ(Stage(one_reply("plain_words:2")).reference.total, 0);
  EXPECT_EQ(Stage(one_reply("plain_words:2", {"\"technical\": true"})).reference.total, 4);
  EXPECT_EQ(Stage(one_reply("plain_words:2", {"\"provoking\": true"})).reference.total, 0);
}

TEST(InputValue, TakesOffForInterruptingUnlessSkilfully) {
  const Stage rude({{{"a",
                      {reply("r", "restate:2", "resolved")},
                      {act("interrupt", "restate:2", "resolved")}}}});
  EXPECT_EQ(rude.valuation.value(rude.start(), 0).total, 4);
  EXPECT_EQ(rude.valuation.value(rude.start(), 1).total, 2);
  const Stage skilful({{{"a",
                         {reply("r", "restate:2", "resolved")},
                         {act("interrupt", "restate:2 skilful_pause:2", "resolved")}}}});
  EXPECT_EQ(skilful.valuation.value(skilful.start(), 1).total, 8);
}

TEST(InputValue, GivesTheLevelAtWhichATagCounts) {
  const Stage stage(one_reply("validate:1 steady:2"));
  const State worn = stage.after({0});
  EXPECT_EQ(stage.valuation.level(stage.start(), {Behaviour::kValidate, 1}), 1);
  EXPECT_EQ(stage.valuation.level(worn, {Behaviour::kValidate, 1}), 0);
  EXPECT_EQ(stage.valuation.level(worn, {Behaviour::kValidate, 2}), 2);
  EXPECT_EQ(stage.valuation.level(worn, {Behaviour::kSteady, 2}), 0);
}

}  // namespace
}  // namespace aplomb::scoring
