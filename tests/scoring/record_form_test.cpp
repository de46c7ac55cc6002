#include "scoring/record_form.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scoring/support.h"

namespace aplomb::scoring {
namespace {

using engine::ActionKind;

using Wordings = std::array<scenario::List<scenario::Text>, 2>;

scenario::List<scenario::Text> list(std::initializer_list<scenario::Text> texts) {
  static scenario::Arena memory;
  return memory.list(texts);
}

scenario::Scenario scenario_with_keys() {
  scenario::Scenario scenario;
  scenario.keys.resize(2);
  scenario.keys[0].id = "waited";
  scenario.keys[0].text = {"排队四十分钟", "queued for forty minutes"};
  scenario.keys[0].accepted = Wordings{list({"等了40分钟"}), list({"waited 40 minutes"})};
  scenario.keys[1].id = "phone";
  scenario.keys[1].text = {"柜员看手机", "clerk on the phone"};
  return scenario;
}

RecordResult judged(const std::string& written) {
  scenario::RecordAnswer answer;
  answer.field = scenario::RecordField::kFacts;
  answer.answer = {"服务态度差", "Rude service"};
  answer.accepted = Wordings{list({"态度冷淡"}), list({"cold manner"})};
  answer.keys = list({"waited", "phone"});
  return judge_field(scenario_with_keys(), answer, written);
}

TEST(RecordField, IsRightWithTheAnswerOrAnAcceptedWordingInEitherLanguage) {
  for (const char* right :
       {"服务态度差", "rude service", "态度冷淡", "cold manner", "客户说服务态度差，很生气"}) {
    EXPECT_EQ(judged(right), RecordResult::kRight) << right;
  }
}

TEST(RecordField, TakesCaseWidthAndSpaceAroundForTheSame) {
  for (const char* right :
       {"RUDE SERVICE", "  rude service\n", "ｒｕｄｅ　ｓｅｒｖｉｃｅ", "\u3000服务态度差\u3000"}) {
    EXPECT_EQ(judged(right), RecordResult::kRight) << right;
  }
  EXPECT_EQ(judged("等了４０分钟"), RecordResult::kPartly);
}

TEST(RecordField, IsRightWhenItSpeaksOfAllItsKeys) {
  EXPECT_EQ(judged("等了40分钟，柜员看手机"), RecordResult::kRight);
  EXPECT_EQ(judged("waited 40 minutes, 柜员看手机"), RecordResult::kRight);
}

TEST(RecordField, IsPartlyRightWhenItSpeaksOfSome) {
  EXPECT_EQ(judged("The clerk on the phone"), RecordResult::kPartly);
}

TEST(RecordField, IsWrongOtherwiseAndEmptyWithoutText) {
  EXPECT_EQ(judged("丢了包裹"), RecordResult::kWrong);
  EXPECT_EQ(judged("rude"), RecordResult::kWrong);
  EXPECT_EQ(judged(""), RecordResult::kEmpty);
  EXPECT_EQ(judged(" \u3000\n"), RecordResult::kEmpty);
}

TEST(RecordField, WithoutKeysIsNotPartlyRight) {
  scenario::RecordAnswer answer;
  answer.answer = {"李敏", "Min Li"};
  EXPECT_EQ(judge_field(scenario_with_keys(), answer, "等了40分钟"), RecordResult::kWrong);
}

TEST(RecordField, WithAnEmptyWordingIsNotAlwaysRight) {
  scenario::RecordAnswer answer;
  answer.answer = {"李敏", ""};
  answer.accepted = Wordings{list({" "}), {}};
  EXPECT_EQ(judge_field(scenario_with_keys(), answer, "张三"), RecordResult::kWrong);
}

TEST(RecordField, OfFoundedComparesTheId) {
  scenario::RecordAnswer answer;
  answer.field = scenario::RecordField::kFounded;
  answer.founded = scenario::Founded::kPartly;
  EXPECT_EQ(judge_field({}, answer, "partly"), RecordResult::kRight);
  EXPECT_EQ(judge_field({}, answer, "founded"), RecordResult::kWrong);
  EXPECT_EQ(judge_field({}, answer, "partly founded"), RecordResult::kWrong);
  EXPECT_EQ(judge_field({}, answer, ""), RecordResult::kEmpty);
}

TEST(RecordForm, IsJudgedByWhatWasWrittenLast) {
  Story story{{{"a", {reply("r", "", "resolved")}}}};
  story.record = R"("who": {"answer": {"zh": "李敏", "en": "Min Li"}},
      "demand": {"answer": {"zh": "道歉", "en": "an apology"}}, "founded": {"answer": "founded"})";
  const auto record = Stage(story)
                          .sheet(attempt({action(ActionKind::kRecord, "who", "李敏"),
                                          action(ActionKind::kRecord, "founded", "founded"),
                                          action(ActionKind::kRecord, "who", "张三"), pick("r")}))
                          .record;
  ASSERT_EQ(record.size(), 3U);
  EXPECT_EQ(record[0].field, scenario::RecordField::kWho);
  EXPECT_EQ(record[0].written, "张三");
  EXPECT_EQ(record[0].result, RecordResult::kWrong);
  EXPECT_EQ(record[1].result, RecordResult::kEmpty);
  EXPECT_EQ(record[2].result, RecordResult::kRight);
  EXPECT_EQ(record[2].answer, (base::Bilingual{"founded", "founded"}));
}

}  // namespace
}  // namespace aplomb::scoring
