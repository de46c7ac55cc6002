// What a typed turn is worth, and that it is never mixed with what was picked.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/typed.h"
#include "scoring/support.h"

namespace aplomb::scoring {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

// "restate:2@0-4 !calm_down@5-9": read at those bytes; level 2 and more answers `waited`.
engine::Action typed(const std::string& words, const std::string& as,
                     std::vector<engine::ReadBehaviour> behaviours,
                     std::vector<engine::ReadNegative> negatives = {}) {
  engine::TypedReply reply;
  reply.followed = true;
  reply.as = as;
  reply.understanding = "understood";
  reply.behaviours = std::move(behaviours);
  reply.negatives = std::move(negatives);
  engine::Action made;
  made.kind = engine::ActionKind::kType;
  made.text = words;
  made.reading = engine::typed_text(reply);
  return made;
}

engine::ReadBehaviour read(Behaviour behaviour, int level, engine::ReadSpan span = {0, 4}) {
  return {behaviour, static_cast<std::uint8_t>(level), {span},
          level > 1 ? std::vector<std::string>{"waited"} : std::vector<std::string>{}};
}

// Two turns: the best of each is restate:2, worth 4 of weighted points.
Story two_turns() {
  return {{{"a", {reply("good", "restate:2", "b"), reply("poor", "", "b")}},
           {"b", {reply("good", "restate:2", "resolved"), reply("poor", "", "resolved")}}}};
}

TEST(TypedTurn, IsValuedByItsReadingAndNotByTheCardsTags) {
  const ScoreSheet sheet = Stage(two_turns()).sheet(
      attempt({typed("well now", "good", {}), typed("so you waited", "poor",
                                                    {read(Behaviour::kRestate, 2)})}));
  EXPECT_EQ(sheet.turns.at(0).earned.total, 0);
  EXPECT_EQ(sheet.turns.at(1).earned, sheet.turns.at(1).best);
  EXPECT_TRUE(sheet.turns.at(0).typed);
  EXPECT_EQ(sheet.turns.at(0).missed.size(), 1U);
}

TEST(TypedTurn, CitesTheTypedWordsAndWhatTheyAnswer) {
  engine::ReadBehaviour restate = read(Behaviour::kRestate, 2, {0, 2});
  restate.spans.push_back({7, 13});
  const ScoreSheet sheet = Stage(two_turns()).sheet(attempt(
      {typed("so you waited", "good", {restate}, {{Negative::kMisquote, {{3, 6}}, {"waited"}}})}));
  const TurnSheet& turn = sheet.turns.at(0);
  EXPECT_EQ(turn.text, "so you waited");
  EXPECT_THAT(turn.shown.at(0).words, ElementsAre(Span{0, 2}, Span{7, 13}));
  EXPECT_EQ(turn.shown.at(0).answers.at(0).key, "waited");
  EXPECT_THAT(turn.negatives.at(0).words, ElementsAre(Span{3, 6}));
  EXPECT_EQ(turn.negatives.at(0).answers.at(0).key, "waited");
}

TEST(TypedTurn, EarnsNoMoreThanTheBestOnOffer) {
  const ScoreSheet sheet = Stage(two_turns()).sheet(attempt(
      {typed("so much", "good", {read(Behaviour::kRestate, 3), read(Behaviour::kValidate, 3),
                                 read(Behaviour::kOfferChoice, 3)}),
       pick("good")}));
  EXPECT_EQ(sheet.turns.at(0).earned.total, sheet.turns.at(0).best.total);
  EXPECT_EQ(sheet.tally.lost_total, 0);
  EXPECT_EQ(sheet.score, (Score{100, 1}));
}

TEST(TypedTurn, SteadyAndPlainWordsCountOnlyWhereTheyCanBeShown) {
  const auto earned = [](const std::string& member, Behaviour behaviour) {
    Story story{{{"a", {reply("good", "restate:3 summarise:3", "resolved")}, {member}}}};
    return Stage(story)
        .sheet(attempt({typed("well now", "good", {read(behaviour, 2)})}))
        .turns.at(0)
        .earned.total;
  };
  EXPECT_EQ(earned("\"provoking\": false", Behaviour::kSteady), 0);
  EXPECT_GT(earned("\"provoking\": true", Behaviour::kSteady), 0);
  EXPECT_EQ(earned("\"technical\": false", Behaviour::kPlainWords), 0);
  EXPECT_GT(earned("\"technical\": true", Behaviour::kPlainWords), 0);
}

TEST(TypedTurn, AFormulaUsedBeforeIsWorthNothing) {
  const ScoreSheet sheet = Stage(two_turns()).sheet(
      attempt({typed("I understand", "good", {read(Behaviour::kValidate, 1)}),
               typed("I understand", "good", {read(Behaviour::kValidate, 1)})}));
  EXPECT_GT(sheet.turns.at(0).earned.total, 0);
  EXPECT_EQ(sheet.turns.at(1).earned.total, 0);
  EXPECT_EQ(sheet.turns.at(1).shown.at(0).level, 0);
}

TEST(Kinds, AreKeptApart) {
  const ScoreSheet sheet = Stage(two_turns()).sheet(
      attempt({pick("poor"), typed("so you waited", "good", {read(Behaviour::kRestate, 2)})}));
  EXPECT_EQ(sheet.picked.turns, 1);
  EXPECT_EQ(sheet.typed.turns, 1);
  EXPECT_EQ(sheet.picked.score, (Score{0, 1}));
  EXPECT_EQ(sheet.typed.score, (Score{100, 1}));
  const auto listening = static_cast<std::size_t>(Dimension::kListening);
  const auto solution = static_cast<std::size_t>(Dimension::kSolution);
  EXPECT_EQ(sheet.typed.dimensions[listening], (Score{100, 1}));
  EXPECT_EQ(sheet.typed.dimensions[solution], std::nullopt) << "not called for";
  EXPECT_EQ(sheet.picked.tally.lost_total + sheet.typed.tally.lost_total, sheet.tally.lost_total);
}

TEST(Kinds, AreExactFractions) {
  Story story{{{"a", {reply("good", "restate:3", "resolved")}}}};
  const ScoreSheet sheet =
      Stage(story).sheet(attempt({typed("waited", "good", {read(Behaviour::kRestate, 2)})}));
  EXPECT_EQ(sheet.typed.score, (Score{200, 3}));
}

TEST(Kinds, LeaveTheTextOfAnAttemptWithoutTypingAsItWas) {
  const Stage stage(two_turns());
  const scenario::Scenario& scenario = *stage.machine->program->scenario;
  const std::string picked = score_text(stage.sheet(attempt({pick("good")})), scenario);
  EXPECT_THAT(picked, Not(HasSubstr("typed")));
  const std::string both = score_text(
      stage.sheet(attempt({pick("good"), typed("waited", "good", {read(Behaviour::kRestate, 2)})})),
      scenario);
  EXPECT_THAT(both, HasSubstr("picked turns 1 score 100/1"));
  EXPECT_THAT(both, HasSubstr("typed turns 1 score 100/1"));
}

TEST(NotFollowed, IsSeenAndCostsNothing) {
  engine::Action lost = typed("bananas", "", {});
  engine::TypedReply reply;
  reply.understanding = "nothing_found";
  lost.reading = engine::typed_text(reply);
  const ScoreSheet sheet =
      Stage(two_turns()).sheet(attempt({lost, pick("good"), lost, pick("good")}));
  EXPECT_EQ(sheet.score, (Score{100, 1}));
  EXPECT_EQ(sheet.turns.size(), 2U);
  ASSERT_EQ(sheet.not_followed.size(), 2U);
  EXPECT_EQ(sheet.not_followed.at(1).text, "bananas");
  EXPECT_EQ(sheet.not_followed.at(1).turn, 1);
}

TEST(TypedCritical, FailsThePlayWhateverThePoints) {
  Story story = two_turns();
  story.members.emplace_back(R"("critical": {"leak": {"title": {"zh": "泄密", "en": "A leak"},
      "text": {"zh": "说了别人的事。", "en": "Told of another."}}})");
  engine::Action leaked = typed("so you waited", "good", {read(Behaviour::kRestate, 2)});
  engine::TypedReply reply;
  reply.followed = true;
  reply.as = "good";
  reply.understanding = "understood";
  reply.critical = {{"leak", {{3, 6}}}};
  leaked.reading = engine::typed_text(reply);
  const ScoreSheet sheet = Stage(story).sheet(attempt({leaked, pick("good")}));
  EXPECT_FALSE(sheet.passed);
  EXPECT_THAT(sheet.critical, ElementsAre(0));
  EXPECT_THAT(sheet.turns.at(0).critical.at(0).words, ElementsAre(Span{3, 6}));
}

}  // namespace
}  // namespace aplomb::scoring
