#include <gtest/gtest.h>

#include "headless.h"
#include "ui/fixtures.h"

namespace aplomb::ui {
namespace {

namespace command = app::command;
using base::Language;

class ConversationScreenTest : public testing::TestWithParam<Language> {
 protected:
  void show(app::ConversationView conversation, Headless& window) {
    view_ = fixtures::view_of(GetParam(), std::move(conversation));
    window.draw(view_);
  }
  app::ConversationView& conversation() { return std::get<app::ConversationView>(view_.screen); }

  app::View view_;
  Headless window_;
};

TEST_P(ConversationScreenTest, ShowsWhatWasSaidAndWhatCanBeSaid) {
  show(fixtures::conversation(GetParam()), window_);
  for (const app::UtteranceView& line : conversation().transcript) {
    EXPECT_TRUE(window_.shows(line.text)) << line.text;
  }
  for (const app::ReplyView& reply : conversation().replies) {
    EXPECT_TRUE(window_.shows(reply.text)) << reply.text;
  }
  EXPECT_TRUE(window_.shows(conversation().coach));
  EXPECT_TRUE(window_.shows("60"));
}

TEST_P(ConversationScreenTest, EveryReplyHasItsNumberKeyAndCanBePressed) {
  show(fixtures::conversation(GetParam()), window_);
  window_.press(ImGuiKey_3);
  EXPECT_EQ(window_.take<command::PickReply>().index, 2U);
  window_.click("reply/4");
  EXPECT_EQ(window_.take<command::PickReply>().index, 3U);
  window_.press(ImGuiKey_9);
  EXPECT_TRUE(window_.take_commands().empty());
}

TEST_P(ConversationScreenTest, TheKeyboardIsOnTheFirstReplyAndMovesDown) {
  show(fixtures::conversation(GetParam()), window_);
  EXPECT_EQ(window_.focused(), "reply/1");
  window_.press(ImGuiKey_DownArrow);
  EXPECT_EQ(window_.focused(), "reply/2");
  window_.press(ImGuiKey_Enter);
  EXPECT_EQ(window_.take<command::PickReply>().index, 1U);
}

TEST_P(ConversationScreenTest, ActsHaveTheirLetters) {
  show(fixtures::conversation(GetParam()), window_);
  using Kind = app::ActView::Kind;
  window_.press(ImGuiKey_W);
  EXPECT_EQ(window_.take<command::DoAct>().kind, Kind::kPause);
  window_.click("act/M");
  EXPECT_EQ(window_.take<command::DoAct>().kind, Kind::kManager);
  window_.press(ImGuiKey_I);
  EXPECT_TRUE(window_.take_commands().empty()) << "nobody is speaking";
}

TEST_P(ConversationScreenTest, WhileSomebodySpeaksSpaceHurriesAndNothingElseIsPressed) {
  show(fixtures::speaking(GetParam()), window_);
  EXPECT_FALSE(window_.has("reply/1"));
  EXPECT_EQ(window_.focused(), "hurry");
  window_.press(ImGuiKey_Space);
  window_.take<command::Hurry>();
  window_.press(ImGuiKey_I);
  EXPECT_EQ(window_.take<command::DoAct>().kind, app::ActView::Kind::kInterrupt);
  window_.press(ImGuiKey_1);
  EXPECT_TRUE(window_.take_commands().empty());
}

TEST_P(ConversationScreenTest, OnlyWhatHasAppearedIsWritten) {
  show(fixtures::speaking(GetParam()), window_);
  const app::UtteranceView& last = conversation().transcript.back();
  EXPECT_FALSE(window_.shows(last.text));
  EXPECT_TRUE(window_.shows(last.text.substr(0, last.revealed)));
}

TEST_P(ConversationScreenTest, TheFormIsFilledInAndNoLetterIsTakenForAKey) {
  show(fixtures::conversation(GetParam()), window_);
  window_.click("record/department");
  window_.type("M1 ");
  const auto only_drafts = [this] {
    const std::vector<app::Command> all = window_.take_commands();
    return std::all_of(all.begin(), all.end(), [](const app::Command& each) {
      return std::holds_alternative<command::KeepDraft>(each);
    });
  };
  EXPECT_TRUE(only_drafts()) << "stored after a pause, not for every letter";
  window_.press(ImGuiKey_1);
  window_.press(ImGuiKey_M);
  EXPECT_TRUE(only_drafts());
  window_.press(ImGuiKey_Enter);
  const auto field = window_.take<command::SetRecordField>();
  EXPECT_EQ(field.field, scenario::RecordField::kDepartment);
  EXPECT_EQ(field.text, "M1 ");
}

TEST_P(ConversationScreenTest, TheKeyOfTheFormLeadsToItsFirstEmptyField) {
  show(fixtures::conversation(GetParam()), window_);
  const auto empty = std::find_if(
      conversation().record.begin(), conversation().record.end(), [](const auto& field) {
        return field.kind != app::RecordFieldKind::kFounded && field.text.empty();
      });
  ASSERT_NE(empty, conversation().record.end());
  window_.press(ImGuiKey_R);
  window_.type("M1");
  const std::vector<app::Command> all = window_.take_commands();
  ASSERT_FALSE(all.empty());
  const auto& draft = std::get<command::KeepDraft>(all.back());
  EXPECT_EQ(draft.field, empty->field);
  EXPECT_EQ(draft.text, "M1");
}

TEST_P(ConversationScreenTest, TheKeyOfTheNotesGoesOnWhereTheyEnd) {
  show(fixtures::conversation(GetParam()), window_);
  conversation().notes = "counter 3";
  window_.draw(view_);
  window_.press(ImGuiKey_N);
  window_.type("!");
  const std::vector<app::Command> all = window_.take_commands();
  ASSERT_FALSE(all.empty());
  const auto& draft = std::get<command::KeepDraft>(all.back());
  EXPECT_EQ(draft.field, std::nullopt);
  EXPECT_EQ(draft.text, "counter 3!");
}

TEST_P(ConversationScreenTest, LeavingAFieldStoresIt) {
  show(fixtures::conversation(GetParam()), window_);
  window_.click("record/cause");
  window_.type("queue");
  window_.take_commands();
  window_.press(ImGuiKey_Escape);
  EXPECT_EQ(window_.take<command::SetRecordField>().text, "queue");
  EXPECT_TRUE(std::holds_alternative<app::ConversationView>(view_.screen));
}

TEST_P(ConversationScreenTest, WhatIsTypedIsStoredAfterAPause) {
  show(fixtures::conversation(GetParam()), window_);
  window_.click("record/cause");
  window_.type("queue");
  window_.take_commands();
  EXPECT_LT(window_.next_frame(), 1.0);
  window_.draw(view_, 50);
  EXPECT_EQ(window_.take<command::SetRecordField>().text, "queue");
}

TEST_P(ConversationScreenTest, EveryKeyKeepsADraft) {
  show(fixtures::conversation(GetParam()), window_);
  window_.click("record/cause");
  window_.type("q");
  const auto first = window_.take<command::KeepDraft>();
  EXPECT_EQ(first.field, scenario::RecordField::kCause);
  EXPECT_EQ(first.text, "q");
  window_.press(ImGuiKey_LeftArrow);
  EXPECT_TRUE(window_.take_commands().empty()) << "nothing was changed";
  window_.press(ImGuiKey_Delete);
  EXPECT_EQ(window_.take<command::KeepDraft>().text, "");
}

TEST_P(ConversationScreenTest, PageUpLooksBackAndNothingPullsForward) {
  app::ConversationView long_talk = fixtures::conversation(GetParam());
  const std::vector<app::UtteranceView> said = long_talk.transcript;
  for (int i = 0; i < 6; ++i) {
    long_talk.transcript.insert(long_talk.transcript.begin(), said.begin(), said.end());
  }
  show(long_talk, window_);
  window_.draw(view_, 60);
  const float end = window_.scroll_of("transcript");
  EXPECT_GT(end, 0.0F);
  EXPECT_EQ(window_.next_frame(), app::kNever);
  window_.press(ImGuiKey_PageUp);
  window_.draw(view_, 30);
  EXPECT_EQ(window_.focused(), "reply/1") << "the keyboard stays where it was";
  EXPECT_LT(window_.scroll_of("transcript"), end);
  EXPECT_EQ(window_.next_frame(), app::kNever);
}

TEST_P(ConversationScreenTest, TheVerdictIsChosen) {
  show(fixtures::conversation(GetParam()), window_);
  window_.click("record/founded/1");
  EXPECT_EQ(window_.take<command::SetRecordField>().founded, app::Founded::kPartly);
}

TEST_P(ConversationScreenTest, LettersTurnThePapers) {
  show(fixtures::conversation(GetParam()), window_);
  window_.press(ImGuiKey_D);
  EXPECT_TRUE(window_.shows(conversation().documents[0].text));
  EXPECT_FALSE(window_.shows(conversation().documents[2].title)) << "not offered here";
  window_.click("document/specimen");
  EXPECT_EQ(window_.take<command::Consult>().document, "specimen");
  window_.press(ImGuiKey_N);
  EXPECT_TRUE(window_.has("notes"));
}

TEST_P(ConversationScreenTest, EscapeGoesBack) {
  show(fixtures::conversation(GetParam()), window_);
  window_.press(ImGuiKey_Escape);
  window_.take<command::Back>();
}

TEST_P(ConversationScreenTest, EscapeClosesTheHelpFirst) {
  show(fixtures::conversation(GetParam()), window_);
  window_.press(ImGuiKey_F1);
  EXPECT_TRUE(window_.has("help/close"));
  window_.press(ImGuiKey_3);
  window_.press(ImGuiKey_Escape);
  EXPECT_FALSE(window_.has("help/close"));
  EXPECT_TRUE(window_.take_commands().empty());
}

TEST_P(ConversationScreenTest, TheLanguageSwitchesAtAnyMoment) {
  show(fixtures::speaking(GetParam()), window_);
  window_.press(ImGuiKey_F2);
  window_.take<command::SwitchLanguage>();
  window_.click("language");
  window_.take<command::SwitchLanguage>();
}

TEST_P(ConversationScreenTest, TheEndLeadsToTheScoreSheet) {
  show(fixtures::ended(GetParam()), window_);
  EXPECT_EQ(window_.focused(), "score_sheet");
  window_.press(ImGuiKey_Enter);
  EXPECT_EQ(window_.take<command::ShowScoreSheet>().attempt, conversation().attempt);
}

TEST_P(ConversationScreenTest, AnExamShowsNoMeters) {
  app::ConversationView exam = fixtures::conversation(GetParam());
  exam.mode = app::Mode::kExam;
  exam.meters.clear();
  exam.coach.clear();
  show(exam, window_);
  EXPECT_FALSE(window_.shows("60"));
}

TEST_P(ConversationScreenTest, NothingIsDrawnAgainWhileNothingChanges) {
  show(fixtures::conversation(GetParam()), window_);
  window_.draw(view_, 60);
  EXPECT_EQ(window_.next_frame(), app::kNever);
}

TEST_P(ConversationScreenTest, AFaceThatChangesIsDrawnUntilItHasArrived) {
  show(fixtures::conversation(GetParam()), window_);
  window_.draw(view_, 60);
  conversation().emotion = scenario::Emotion::kRelieved;
  window_.draw(view_, 2);
  EXPECT_EQ(window_.next_frame(), 0.0);
  window_.draw(view_, 60);
  EXPECT_EQ(window_.next_frame(), app::kNever);
  view_.settings.reduced_motion = true;
  conversation().emotion = scenario::Emotion::kAngry;
  window_.draw(view_, 1);
  EXPECT_EQ(window_.next_frame(), app::kNever);
}

TEST_P(ConversationScreenTest, WithLargeTextEverythingIsStillWithinReach) {
  view_ = fixtures::view_of(GetParam(), fixtures::conversation(GetParam()));
  view_.settings.text_percent = 200;
  window_.draw(view_);
  window_.press(ImGuiKey_2);
  EXPECT_EQ(window_.take<command::PickReply>().index, 1U);
  EXPECT_FALSE(window_.has("record/cause"));
  window_.press(ImGuiKey_R);
  EXPECT_TRUE(window_.has("record/who"));
  window_.press(ImGuiKey_Escape);
  EXPECT_TRUE(window_.has("record/who")) << "the first only leaves the field";
  window_.press(ImGuiKey_Escape);
  EXPECT_FALSE(window_.has("record/who"));
  EXPECT_TRUE(window_.take_commands().empty());
}

INSTANTIATE_TEST_SUITE_P(BothLanguages, ConversationScreenTest,
                         testing::Values(Language::kZh, Language::kEn));

}  // namespace
}  // namespace aplomb::ui
