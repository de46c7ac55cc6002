// rubric.md, "Evidence, or no point": every point of a sheet is traced to words.
#include "scoring/score_sheet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scoring/support.h"

namespace aplomb::scoring {
namespace {

using engine::ActionKind;
using scenario::ChoiceKind;
using testing::ElementsAre;
using testing::IsEmpty;

// A line; `extra` is one more member, such as what it reveals.
std::string line(const std::string& zh, const std::string& en, const std::string& extra = "") {
  return R"({"text": {"zh": ")" + zh + R"(", "en": ")" + en + "\"}" +
         (extra.empty() ? "" : ", " + extra) + "}";
}

const std::string kRevealing = R"("reveals": ["waited"])";

std::string says(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& each : lines)
    text += (text.empty() ? "" : ", ") + each;
  return "\"lines\": [" + text + "]";
}

TurnSheet last_turn(const Story& story, const std::vector<engine::Action>& actions) {
  return Stage(story).sheet(attempt(actions)).turns.back();
}

std::string cited(const TurnSheet& turn, std::size_t index = 0) {
  const auto& words = turn.shown.at(index).words;
  return words.empty() ? ""
                       : turn.text.substr(words[0].begin, words[0].end - words[0].begin);
}

TEST(CitedWords, AreFoundInTheTurnsText) {
  const TurnSheet turn =
      last_turn({{{"a", {reply("r", "validate:1 restate:2", "resolved")}}}}, {pick("r")});
  EXPECT_EQ(turn.text, "validate-1, restate-2");
  EXPECT_THAT(turn.shown.at(0).words, ElementsAre(Span{0, 10}));
  EXPECT_EQ(cited(turn, 1), "restate-2");
}

TEST(CitedWords, AreOfTheLanguageThatWasOn) {
  const auto bilingual = [](const std::string& go) {
    return R"({"id": "r", "text": {"zh": "您等了四十分钟。", "en": "You waited."},
        "shows": {"restate": {"level": 2, "answers": ["waited"],
        "words": {"zh": "等了四十分钟", "en": "waited"}}}, "goto": ")" +
           go + "\"}";
  };
  const Stage stage({{{"a", {bilingual("b")}}, {"b", {bilingual("resolved")}}}});
  const auto turns = stage
                         .sheet(attempt({action(ActionKind::kLanguage, "zh"), pick("r"),
                                         action(ActionKind::kLanguage, "en"), pick("r")}))
                         .turns;
  EXPECT_EQ(turns.at(0).language, base::Language::kZh);
  EXPECT_EQ(turns.at(0).action, 1);
  EXPECT_EQ(cited(turns.at(0)), "等了四十分钟");
  EXPECT_EQ(turns.at(0).shown.at(0).answers.at(0).quote, "排队四十分钟");
  EXPECT_EQ(turns.at(1).language, base::Language::kEn);
  EXPECT_EQ(cited(turns.at(1)), "waited");
  EXPECT_EQ(turns.at(1).shown.at(0).answers.at(0).quote, "queued for forty minutes");
}

TEST(CitedWords, AreNoneForAnActWithoutText) {
  const TurnSheet turn =
      last_turn({{{"a", {reply("r", "", "resolved")}, {act("listen", "let_vent:2", "resolved")}}}},
                {action(ActionKind::kListen)});
  EXPECT_EQ(turn.kind, ChoiceKind::kListen);
  EXPECT_EQ(turn.text, "");
  EXPECT_TRUE(turn.shown.at(0).words.empty());
  EXPECT_EQ(turn.shown.at(0).level, 2);
}

TEST(CitedWords, OfANegativeAreCitedToo) {
  const TurnSheet turn =
      last_turn({{{"a", {reply("r", "restate:2 !calm_down", "resolved")}}}}, {pick("r")});
  ASSERT_EQ(turn.negatives.size(), 1U);
  EXPECT_EQ(turn.negatives[0].negative, Negative::kCalmDown);
  EXPECT_THAT(turn.negatives[0].words, ElementsAre(Span{11, 20}));
}

// The words that `restate:2` answers, after the customer has said `lines`.
Answered answer_to(const std::vector<std::string>& lines) {
  return last_turn({{{"a", {reply("r", "restate:2", "resolved")}, {says(lines)}}}}, {pick("r")})
      .shown.at(0)
      .answers.at(0);
}

TEST(AnsweredWords, AreTheKeysOwnInTheLineThatRevealedIt) {
  const Answered words =
      answer_to({line("又来了", "Again."),
                 line("我排队四十分钟了！", "I queued for forty minutes!", kRevealing)});
  EXPECT_EQ(words.key, "waited");
  EXPECT_EQ(words.quote, "queued for forty minutes");
  EXPECT_EQ(words.turn, 0);
}

TEST(AnsweredWords, MayBeAnAcceptedWordingTheLongestThatStandsThere) {
  EXPECT_EQ(answer_to({line("等了四十分钟", "I Waited Forty Minutes here.", kRevealing)}).quote,
            "Waited Forty Minutes");
}

TEST(AnsweredWords, AreTheWholeLineWhereItSaysThemDifferently) {
  EXPECT_EQ(answer_to({line("等到现在", "Since ten o'clock!", kRevealing)}).quote,
            "Since ten o'clock!");
}

TEST(AnsweredWords, AreOfTheFirstLineThatRevealedTheKeyAndWasSaid) {
  const std::string unsaid = R"("when": "heat > 90", )" + kRevealing;
  const Story story{{{"a", {reply("r", "", "b")}},
                     {"b",
                      {reply("r", "restate:2", "resolved")},
                      {says({line("没说", "Unsaid: forty minutes.", unsaid),
                             line("第二句", "Second: waited forty minutes.", kRevealing),
                             line("第三句", "Third: queued for forty minutes.", kRevealing)})}}}};
  const Answered words = last_turn(story, {pick("r"), pick("r")}).shown.at(0).answers.at(0);
  EXPECT_EQ(words.quote, "waited forty minutes");
  EXPECT_EQ(words.turn, 1) << "one turn was taken before";
}

TEST(AnsweredWords, MayStandInTheReactionToAReply) {
  const Story story{
      {{"a", {reply("r", "", "b", says({line("四十分钟", "Forty minutes!", kRevealing)}))}},
       {"b", {reply("r", "restate:2", "resolved")}}}};
  const Answered words = last_turn(story, {pick("r"), pick("r")}).shown.at(0).answers.at(0);
  EXPECT_EQ(words.quote, "Forty minutes");
  EXPECT_EQ(words.turn, 1);
}

Story with_document(const std::string& extra) {
  Story story{{{"a", {reply("r", "restate:2", "resolved")}, {"\"documents\": [\"log\"]"}}}};
  story.members = {R"("documents": {"log": {"title": {"zh": "记录", "en": "Log"},
      "text": {"zh": "等了四十分钟", "en": "10:05, waited forty minutes."}, "minutes": 2, )" +
                   extra + "}}"};
  return story;
}

TEST(AnsweredWords, MayStandInADocument) {
  const Answered words =
      last_turn(with_document(kRevealing), {action(ActionKind::kConsult, "log"), pick("r")})
          .shown.at(0)
          .answers.at(0);
  EXPECT_EQ(words.quote, "waited forty minutes");
  EXPECT_EQ(words.turn, -1);
}

TEST(AnsweredWords, OfAnOpenKeyStandInTheCaseFile) {
  Story story{{{"a",
                {reply("r", "restate:2", "resolved")},
                {says({line("四十分钟", "Forty minutes!", kRevealing)})}}}};
  story.keys = R"("waited": {"text": {"zh": "排队", "en": "the queue"}, "open": true,
      "accepted": {"zh": ["四十分钟"], "en": ["forty minutes"]}})";
  const Answered words = last_turn(story, {pick("r")}).shown.at(0).answers.at(0);
  EXPECT_EQ(words.quote, "the queue");
  EXPECT_EQ(words.turn, -1);
}

TEST(AnsweredWords, OfAKeyThatAnEffectRevealsAreLookedForInWhatWasSaid) {
  const Answered said = answer_to({line("等了四十分钟", "Forty minutes.")});
  EXPECT_EQ(said.quote, "Forty minutes");
  EXPECT_EQ(said.turn, 0);
  const Answered unsaid = answer_to({line("唉", "Well.")});
  EXPECT_EQ(unsaid.quote, "queued for forty minutes");
  EXPECT_EQ(unsaid.turn, -1);
}

TEST(ShownLevel, IsAsItCounted) {
  const Story story{{{"a", {reply("r", "validate:1", "b")}},
                     {"b", {reply("r", "validate:1 steady:2", "resolved")}}}};
  const auto turns = Stage(story).sheet(attempt({pick("r"), pick("r")})).turns;
  EXPECT_EQ(turns.at(0).shown.at(0).level, 1);
  EXPECT_EQ(turns.at(1).shown.at(0).level, 0) << "a worn formula";
  EXPECT_EQ(turns.at(1).shown.at(0).tagged, 1);
  EXPECT_EQ(turns.at(1).shown.at(1).level, 0) << "nobody provoked";
  EXPECT_EQ(turns.at(1).shown.at(1).tagged, 2);
}

TEST(Interrupting, IsListedThoughNoAuthorTaggedIt) {
  const Story story{
      {{"a", {reply("r", "", "resolved")}, {act("interrupt", "", "b")}},
       {"b", {reply("r", "", "resolved")}, {act("interrupt", "skilful_pause:2", "resolved")}}}};
  const ScoreSheet sheet =
      Stage(story).sheet(attempt({action(ActionKind::kInterrupt), action(ActionKind::kInterrupt)}));
  ASSERT_EQ(sheet.turns.at(0).negatives.size(), 1U);
  EXPECT_EQ(sheet.turns[0].negatives[0].negative, Negative::kInterrupts);
  EXPECT_TRUE(sheet.turns[0].negatives[0].words.empty());
  EXPECT_THAT(sheet.turns.at(1).negatives, IsEmpty());
  EXPECT_EQ(sheet.interruptions, 1) << "a skilful one is none";
}

std::vector<std::string> missed(const TurnSheet& turn) {
  std::vector<std::string> all;
  for (const Missed& each : turn.missed) {
    all.push_back(std::string(scenario::id_of(each.behaviour)) + " " + std::to_string(each.level) +
                  " " + each.words);
  }
  return all;
}

TEST(Missed, IsWhatTheBestInputWouldHaveAdded) {
  const TurnSheet turn = last_turn(
      {{{"a",
         {reply("good", "restate:3 check_question:2 open_question:1 validate:2 concrete:1",
                "resolved"),
          reply("fair", "summarise:1 concern:2", "resolved")}}}},
      {pick("fair")});
  EXPECT_THAT(missed(turn), ElementsAre("restate 3 restate-3", "check_question 2 check_question-2",
                                        "concrete 1 concrete-1"))
      << "a lower level in a dimension that reached it, and empathy, are not missed";
  EXPECT_EQ(turn.best_text, "restate-3, check_question-2, open_question-1, validate-2, concrete-1");
  EXPECT_EQ(turn.best.total, 6 + 4 + 1);
  EXPECT_EQ(turn.earned.total, 2 + 4);
}

TEST(Missed, IsNothingForTheBestInputOrAnEqualOne) {
  const Story story{{{"a",
                      {reply("x", "restate:2", "resolved"), reply("y", "validate:2", "resolved"),
                       reply("z", "validate:1", "resolved")}}}};
  EXPECT_THAT(last_turn(story, {pick("x")}).missed, IsEmpty());
  EXPECT_THAT(last_turn(story, {pick("y")}).missed, IsEmpty());
  EXPECT_THAT(missed(last_turn(story, {pick("z")})), ElementsAre("restate 2 restate-2"));
}

TEST(Missed, IsNothingWhereOnlyANegativeCost) {
  const TurnSheet turn = last_turn(
      {{{"a",
         {reply("x", "restate:2", "resolved"), reply("y", "restate:2 !asks_known", "resolved")}}}},
      {pick("y")});
  EXPECT_LT(turn.earned.total, turn.best.total);
  EXPECT_THAT(turn.missed, IsEmpty()) << "what it showed was right; the negative stands beside it";
}

TEST(Missed, QuotesTheWholeTextOfAnActThatCitesNothing) {
  const std::string pause = R"("pause": {"text": {"zh": "倒水", "en": "You pour some water"},
      "shows": {"skilful_pause": {"level": 2, "answers": ["waited"]}}, "goto": "resolved"})";
  const TurnSheet turn = last_turn({{{"a", {reply("r", "", "resolved")}, {pause}}}}, {pick("r")});
  EXPECT_THAT(missed(turn), ElementsAre("skilful_pause 2 You pour some water"));
  EXPECT_EQ(turn.best_kind, ChoiceKind::kPause);
}

TEST(Missed, CountsLevelsAsTheyWouldHaveCounted) {
  const Story story{
      {{"a", {reply("r", "validate:1", "b")}},
       {"b", {reply("x", "validate:1 concern:2", "resolved"), reply("y", "", "resolved")}}}};
  EXPECT_THAT(missed(last_turn(story, {pick("r"), pick("y")})), ElementsAre("concern 2 concern-2"))
      << "the worn formula would have added nothing";
}

TEST(Missed, IsALevelThatAWornFormulaOnlySeemedToReach) {
  const Story story{
      {{"a", {reply("r", "validate:1", "b")}},
       {"b",
        {reply("x", "recognise_impact:1", "resolved"), reply("y", "validate:1", "resolved")}}}};
  EXPECT_THAT(missed(last_turn(story, {pick("r"), pick("y")})),
              ElementsAre("recognise_impact 1 recognise_impact-1"));
}

TEST(Missed, IsNothingInADimensionThatLostNothing) {
  const Story story{{{"a",
                      {reply("x", "restate:3 !asks_known validate:3", "resolved"),
                       reply("y", "summarise:2 validate:1", "resolved")}}}};
  EXPECT_THAT(missed(last_turn(story, {pick("y")})), ElementsAre("validate 3 validate-3"));
}

TEST(Heard, IsTheLastLineSaidToTheTrainee) {
  const Story story{{{"a", {reply("r", "", "b")}, {says({line("一", "One"), line("二", "Two")})}},
                     {"b",
                      {reply("r", "", "c")},
                      {says({line("三", "Three", R"("by": "colleague")"),
                             line("四", "Four", R"("by": "narrator")")})}},
                     {"c", {reply("r", "", "resolved")}}}};
  const auto turns = Stage(story).sheet(attempt({pick("r"), pick("r"), pick("r")})).turns;
  EXPECT_EQ(turns.at(0).heard, "Two");
  EXPECT_EQ(turns.at(1).heard, "Three") << "a narrator says nothing to anybody";
  EXPECT_EQ(turns.at(2).heard, "Three");
  EXPECT_EQ(Stage(Story{{{"a", {reply("r", "", "resolved")}}}})
                .sheet(attempt({pick("r")}))
                .turns.at(0)
                .heard,
            "");
}

Story critical_story() {
  Story story{{{"a",
                {reply("good", "restate:3", "resolved"),
                 reply("leak", "restate:3", "resolved", R"("critical": ["leaked"])")}}}};
  story.members = {R"("critical": {"unused": {"title": {"zh": "一", "en": "A"},
      "text": {"zh": "一", "en": "A"}}, "leaked": {"title": {"zh": "二", "en": "B"},
      "text": {"zh": "二", "en": "B"}}})"};
  return story;
}

TEST(CriticalFailure, FailsWhateverThePoints) {
  const Stage stage(critical_story());
  const ScoreSheet sheet = stage.sheet(attempt({pick("leak")}));
  EXPECT_EQ(sheet.score, (Score{100, 1}));
  EXPECT_FALSE(sheet.passed);
  EXPECT_THAT(sheet.critical, ElementsAre(1));
  ASSERT_EQ(sheet.turns.at(0).critical.size(), 1U);
  EXPECT_EQ(sheet.turns.at(0).critical[0].critical, 1);
  EXPECT_TRUE(stage.sheet(attempt({pick("good")})).passed);
}

TEST(UnfinishedAttempt, HasASheetWithoutAScore) {
  const Stage stage({{{"a", {reply("r", "restate:2", "b"), reply("s", "", "b")}},
                      {"b", {reply("r", "restate:2", "resolved")}}}});
  const ScoreSheet none = stage.sheet(attempt({}));
  EXPECT_FALSE(none.ended);
  EXPECT_THAT(none.turns, IsEmpty());
  const ScoreSheet half = stage.sheet(attempt({pick("s")}));
  EXPECT_EQ(half.score, std::nullopt);
  EXPECT_EQ(half.ending, std::nullopt);
  EXPECT_FALSE(half.passed);
  EXPECT_EQ(half.tally.lost_total, 4);
  EXPECT_EQ(half.dimensions[0].score, (Score{50, 1}));
}

TEST(CustomersShare, IsOfAllThatWasSaid) {
  const Story story{{{"a",
                      {reply("r", "restate:1", "resolved")},  // restate-1: nine code points
                      {says({line("十个字十个字十个字十", "ten signs!"),
                             line("旁白旁白", "not said by anybody", R"("by": "narrator")"),
                             line("经理", "boss", R"("by": "manager")")})}}}};
  const Stage stage(story);
  EXPECT_EQ(stage.sheet(attempt({pick("r")})).customer_share, 43) << "10 of 23";
  EXPECT_EQ(stage.sheet(attempt({action(ActionKind::kLanguage, "zh"), pick("r")})).customer_share,
            43)
      << "counted as it was said, before the change";
  auto chinese = attempt({pick("r")});
  chinese.header.language = base::Language::kZh;
  EXPECT_EQ(stage.sheet(chinese).customer_share, 48) << "10 of 21";
}

TEST(CustomersShare, OfSilenceIsNothing) {
  const Stage stage({{{"a", {reply("r", "", "resolved")}, {act("pause", "", "resolved")}}}});
  EXPECT_EQ(stage.sheet(attempt({action(ActionKind::kPause)})).customer_share, 0);
}

TEST(ScoreText, IsTheSheetLineByLine) {
  Story story = critical_story();
  story.nodes[0].members = {
      says({line("排队四十分钟", "I \\\"queued for\\nforty minutes\\\"", kRevealing)})};
  story.nodes[0].replies.push_back(reply("poor", "validate:1 !calm_down", "lost"));
  story.record = R"("who": {"answer": {"zh": "李敏", "en": "Min Li"}})";
  const Stage stage(story);
  const auto text = [&](const engine::Attempt& played) {
    return score_text(stage.sheet(played), *stage.machine->program->scenario);
  };
  EXPECT_EQ(text(attempt({action(ActionKind::kRecord, "who", "min li"), pick("poor")})),
            R"(scenario story
rubric standard
ending lost lost
score 55/3
passed yes
lost 4 best met 6 reference 6
dimension listening 0/1 lost 3 of 3
dimension empathy none lost 0 of 0
dimension deescalation none lost 0 of 0
dimension clarity none lost 0 of 0
dimension solution none lost 0 of 0
dimension composure none lost 0 of 0
turn 1 settle reply en action 1
  heard "I \"queued for\nforty minutes\""
  text "validate-1, calm_down"
  shown validate 1 of 1 0-10 "validate-1"
  negative calm_down 12-21 "calm_down"
  earned 0 1 0 0 0 0 = 2
  best 3 0 0 0 0 0 = 6 reply "restate-3"
  missed restate 3 "restate-3"
record who right "min li"
customer share 57
interruptions 0
)");
  EXPECT_EQ(text(attempt({pick("leak")})), text(attempt({pick("leak")})));
  EXPECT_NE(text(attempt({pick("leak")})), text(attempt({pick("good")})));
}

}  // namespace
}  // namespace aplomb::scoring
