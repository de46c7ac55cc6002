// rubric.md, "Fair across paths": a score is what was not lost.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scoring/support.h"

namespace aplomb::scoring {
namespace {

using scenario::EndingKind;
using testing::ElementsAre;

TEST(BestInput, IsTheOneWorthMost) {
  const Stage stage({{{"a",
                       {reply("x", "restate:1", "resolved"), reply("y", "restate:3", "resolved"),
                        reply("z", "restate:2", "resolved")}}}});
  const auto best = stage.valuation.best(stage.start());
  EXPECT_EQ(best->choice, 1);
  EXPECT_EQ(best->value.total, 6);
}

TEST(BestInput, OfEqualsIsTheOneAuthoredFirst) {
  const Stage stage({{{"a",
                       {reply("x", "concrete:1", "resolved"), reply("y", "restate:2", "resolved"),
                        reply("z", "validate:2", "resolved")}}}});
  EXPECT_EQ(stage.valuation.best(stage.start())->choice, 1);
}

TEST(BestInput, IsOnOffer) {
  const Stage stage(
      {{{"a",
         {reply("x", "restate:3", "resolved", R"("when": "heat >= 90")"),
          reply("y", "restate:2", "a", R"("once": true)"), reply("z", "restate:1", "resolved")}}}});
  EXPECT_EQ(stage.valuation.best(stage.start())->choice, 1);
  EXPECT_EQ(stage.valuation.best(stage.after({1}))->choice, 2);
}

TEST(BestInput, MayBeAnAct) {
  for (const char* kind : {"pause", "manager"}) {
    const Stage stage(
        {{{"a", {reply("x", "let_vent:1", "resolved")}, {act(kind, "let_vent:2", "resolved")}}}});
    EXPECT_EQ(stage.valuation.best(stage.start())->choice, 1) << kind;
  }
  const Stage listening(
      {{{"a", {reply("x", "let_vent:1", "resolved")}, {act("listen", "let_vent:2", "resolved")}}}});
  EXPECT_EQ(listening.valuation.best(listening.start())->choice, 1);
  const Stage silent({{{"a",
                        {reply("x", "let_vent:1", "resolved")},
                        {act("silence", "let_vent:2", "resolved", "\"after\": 30")}}}});
  EXPECT_EQ(silent.valuation.best(silent.start())->choice, 1);
}

TEST(BestInput, TakesWearIntoAccount) {
  const Stage stage(
      {{{"a", {reply("x", "validate:1", "b")}},
        {"b", {reply("x", "validate:1", "resolved"), reply("y", "concrete:1", "resolved")}}}});
  EXPECT_EQ(stage.valuation.best(stage.after({0}))->choice, 1);
}

TEST(BestInput, IsNoneAfterTheEnd) {
  const Stage stage({{{"a", {reply("x", "", "resolved")}}}});
  EXPECT_FALSE(stage.valuation.best(stage.after({0})).has_value());
}

TurnValue worth(std::array<std::uint8_t, 6> dimensions, int total) { return {dimensions, total}; }

TEST(Loss, IsWhatTheBestWouldHaveAdded) {
  Tally tally;
  add_turn(tally, worth({3, 2, 0, 1, 0, 0}, 11), worth({1, 2, 0, 0, 0, 0}, 6));
  EXPECT_EQ(tally.lost_total, 5);
  EXPECT_EQ(tally.best_total, 11);
  EXPECT_THAT(tally.lost, ElementsAre(2, 0, 0, 1, 0, 0));
}

TEST(Loss, AddsUpOverTheTurns) {
  Tally tally;
  for (int i = 0; i < 3; ++i) {
    add_turn(tally, worth({2, 0, 0, 0, 0, 0}, 4), worth({1, 0, 0, 0, 0, 0}, 2));
  }
  EXPECT_EQ(tally.lost_total, 6);
  EXPECT_EQ(tally.best_total, 12);
  EXPECT_EQ(tally.lost[0], 3);
}

TEST(Loss, IsNeverUnderNothing) {
  Tally tally;
  add_turn(tally, worth({2, 0, 0, 0, 0, 0}, 4), worth({3, 0, 0, 0, 0, 0}, 6));
  EXPECT_EQ(tally.lost_total, 0) << "a typed reply's earnings are capped at the best on offer";
  EXPECT_EQ(tally.best_total, 4);
  add_turn(tally, worth({3, 1, 0, 0, 0, 0}, 8), worth({1, 2, 0, 0, 0, 0}, 6));
  EXPECT_THAT(tally.lost, ElementsAre(2, 0, 0, 0, 0, 0)) << "more in one does not fill another";
}

TEST(Loss, OfNothingInTotalIsNothingInAnyDimension) {
  Tally tally;
  add_turn(tally, worth({2, 0, 0, 0, 0, 0}, 4), worth({0, 2, 0, 0, 0, 0}, 4));
  EXPECT_THAT(tally.lost, ElementsAre(0, 0, 0, 0, 0, 0));
}

TEST(ReferencePlay, TakesTheBestInputInEveryState) {
  const Stage stage(
      {{{"a", {reply("x", "restate:1", "b"), reply("y", "restate:3 concrete:1", "c")}},
        {"b", {reply("x", "validate:3", "resolved")}},
        {"c", {reply("x", "validate:2", "resolved"), reply("y", "", "lost")}}}});
  EXPECT_TRUE(stage.reference.ends);
  EXPECT_THAT(stage.reference.choices, ElementsAre(1, 0));
  EXPECT_EQ(stage.reference.total, 7 + 4);
  EXPECT_THAT(stage.reference.dimensions, ElementsAre(3, 2, 0, 1, 0, 0));
  EXPECT_EQ(stage.machine->program->scenario->endings[stage.reference.ending].id, "resolved");
}

TEST(ReferencePlay, SaysWhenItFindsNoEnd) {
  const Stage stage({{{"a", {reply("x", "restate:1", "a"), reply("y", "", "resolved")}}}});
  EXPECT_FALSE(stage.reference.ends);
}

TEST(ReferencePlay, GoesOnAfterAnInterimEnding) {
  Story story{{{"a", {reply("x", "restate:1", "interim")}},
               {"call_back", {reply("x", "follow_up:3", "resolved")}}}};
  std::string text = story.text();
  const std::string endings = "\"endings\": {";
  text.insert(text.find(endings) + endings.size(),
              R"("interim": {"kind": "partly", "title": {"zh": "再说", "en": "Later"},
                 "text": {"zh": "再说", "en": "Later"}, "keeps": 50,
                 "follow_up": {"days": 4, "goto": "call_back"}}, )");
  const auto loaded = scenario::load("story.json", text);
  ASSERT_NE(loaded.program, nullptr);
  const Valuation valuation(engine::make_machine(loaded.program, unmoved()), standard_rubric());
  const Reference reference = reference_play(valuation);
  EXPECT_TRUE(reference.ends);
  EXPECT_EQ(reference.total, 2 + 3);
}

Reference reference_of(std::int32_t total) {
  Reference reference;
  reference.total = total;
  return reference;
}

Tally tally_of(std::int32_t lost, std::int32_t best) {
  Tally tally;
  tally.lost_total = lost;
  tally.best_total = best;
  return tally;
}

std::optional<Score> score(std::int32_t whole, std::int32_t lost, std::int32_t best,
                           EndingKind ending = EndingKind::kResolved) {
  return score_of(*standard_rubric(), reference_of(whole), tally_of(lost, best), ending);
}

TEST(Score, IsWhatWasNotLostOfTheReferencePlay) {
  EXPECT_EQ(score(30, 0, 30), (Score{100, 1}));
  EXPECT_EQ(score(30, 5, 30), (Score{250, 3}));
  EXPECT_EQ(score(30, 30, 45), (Score{0, 1}));
}

TEST(Score, DoesNotDependOnHowLongThePathWas) { EXPECT_EQ(score(30, 5, 20), score(30, 5, 60)); }

TEST(Score, OfAGoodEndingPaysNothingForLeaving) {
  for (const EndingKind good :
       {EndingKind::kResolved, EndingKind::kPartly, EndingKind::kSafelyEnded}) {
    EXPECT_EQ(score(30, 0, 10, good), (Score{100, 1}));
  }
}

TEST(Score, OfABadEndingPaysFifteenPerCentAtLeast) {
  for (const EndingKind bad : {EndingKind::kLost, EndingKind::kEscalated}) {
    EXPECT_EQ(score(30, 0, 30, bad), (Score{85, 1}));
    EXPECT_EQ(score(30, 0, 45, bad), (Score{85, 1}));
    EXPECT_EQ(score(30, 6, 30, bad), (Score{65, 1}));
  }
}

TEST(Score, OfABadEndingPaysForWhatWasLeftOut) {
  EXPECT_EQ(score(30, 0, 12, EndingKind::kLost), (Score{40, 1})) << "D - bests met = 18 of 30";
  EXPECT_EQ(score(30, 3, 12, EndingKind::kLost), (Score{30, 1}));
}

TEST(Score, OfABadEndingPaysTheLargerOfBoth) {
  EXPECT_EQ(score(100, 0, 86, EndingKind::kLost), (Score{85, 1}));
  EXPECT_EQ(score(100, 0, 84, EndingKind::kLost), (Score{84, 1}));
}

TEST(Score, KeepsFractionsOfTheShareExactly) {
  EXPECT_EQ(score(7, 0, 7, EndingKind::kLost), (Score{85, 1})) << "15 % of 7 is 21/20";
  EXPECT_EQ(score(7, 1, 7, EndingKind::kLost), (Score{495, 7})) << "85 - 100/7";
}

TEST(Score, IsNeverUnderNothing) {
  EXPECT_EQ(score(30, 40, 60), (Score{0, 1}));
  EXPECT_EQ(score(30, 30, 30, EndingKind::kLost), (Score{0, 1}));
}

TEST(Score, IsNoneWhereNothingIsCalledFor) { EXPECT_EQ(score(0, 0, 0), std::nullopt); }

TEST(Score, FollowsTheRubricsShareAndEndings) {
  Rubric rubric = *standard_rubric();
  rubric.leaving_percent = 30;
  rubric.bad_endings = 1U << static_cast<int>(EndingKind::kPartly);
  const auto of = [&](EndingKind ending) {
    return score_of(rubric, reference_of(10), tally_of(0, 10), ending);
  };
  EXPECT_EQ(of(EndingKind::kPartly), (Score{70, 1}));
  EXPECT_EQ(of(EndingKind::kLost), (Score{100, 1}));
}

TEST(Score, IsRoundedHalfUpForDisplayOnly) {
  EXPECT_EQ((Score{199, 2}).rounded(), 100);
  EXPECT_EQ((Score{171, 2}).rounded(), 86);
  EXPECT_EQ((Score{250, 3}).rounded(), 83);
  EXPECT_EQ((Score{0, 1}).rounded(), 0);
  EXPECT_EQ((Score{1, 3}).rounded(), 0);
}

TEST(Score, IsComparedExactly) {
  EXPECT_TRUE((Score{1333, 20}) < (Score{200, 3}));
  EXPECT_FALSE((Score{200, 3}) < (Score{1333, 20}));
  EXPECT_FALSE((Score{85, 1}) < (Score{85, 1}));
}

TEST(DimensionScore, IsWhatWasNotLostOfItsOwnPart) {
  Reference reference;
  reference.dimensions = {12, 6, 0, 3, 0, 0};
  Tally tally;
  tally.lost = {3, 6, 2, 5, 0, 0};
  EXPECT_EQ(dimension_score(reference, tally, Dimension::kListening), (Score{75, 1}));
  EXPECT_EQ(dimension_score(reference, tally, Dimension::kEmpathy), (Score{0, 1}));
  EXPECT_EQ(dimension_score(reference, tally, Dimension::kClarity), (Score{0, 1}));
}

TEST(DimensionScore, LeavingBadlyCostsEachDimensionItsShare) {
  Reference reference;
  reference.dimensions = {12, 0, 0, 0, 0, 0};
  Tally tally;
  tally.lost = {3, 0, 0, 0, 0, 0};
  tally.best = {12, 0, 0, 0, 0, 0};
  const auto listening = [&](scenario::EndingKind ending) {
    return dimension_score(*standard_rubric(), reference, tally, Dimension::kListening, ending);
  };
  EXPECT_EQ(listening(scenario::EndingKind::kResolved), (Score{75, 1}));
  EXPECT_EQ(listening(scenario::EndingKind::kLost), (Score{60, 1}));
  tally.best[0] = 4;
  EXPECT_EQ(listening(scenario::EndingKind::kLost), (Score{25, 3}));
  EXPECT_EQ(dimension_score(*standard_rubric(), reference, tally, Dimension::kSolution,
                            scenario::EndingKind::kLost),
            std::nullopt);
}

TEST(DimensionScore, IsNoneWhereItIsNotCalledFor) {
  Reference reference;
  reference.dimensions = {12, 6, 0, 3, 0, 0};
  Tally tally;
  tally.lost = {0, 0, 2, 0, 0, 0};
  EXPECT_EQ(dimension_score(reference, tally, Dimension::kDeescalation), std::nullopt);
  EXPECT_EQ(dimension_score(reference, tally, Dimension::kSolution), std::nullopt);
}

}  // namespace
}  // namespace aplomb::scoring
