// The box for replies in one's own words.
#include <gtest/gtest.h>

#include "headless.h"
#include "ui/fixtures.h"

namespace aplomb::ui {
namespace {

namespace command = app::command;
using base::Language;

class ReplyBoxTest : public testing::TestWithParam<Language> {
 protected:
  void show(const std::function<void(app::ConversationView&)>& change = {}) {
    app::ConversationView view = fixtures::conversation(GetParam());
    view.box.offered = true;
    if (change) change(view);
    view_ = fixtures::view_of(GetParam(), std::move(view));
    window_.draw(view_);
  }
  app::ReplyBoxView& box() { return std::get<app::ConversationView>(view_.screen).box; }

  // What is typed comes back as the draft, as the workspace does it.
  void type(std::string_view text) {
    window_.type(text);
    for (const app::Command& each : window_.take_commands()) {
      if (const auto* draft = std::get_if<command::KeepReplyDraft>(&each)) box().draft = draft->text;
    }
    window_.draw(view_);
  }

  app::View view_;
  Headless window_;
};

TEST_P(ReplyBoxTest, IsOnlyThereWhenAReplyCanBeTyped) {
  show([](app::ConversationView& view) { view.box.offered = false; });
  EXPECT_FALSE(window_.has("reply"));
  EXPECT_FALSE(window_.has("cards"));
  show();
  EXPECT_TRUE(window_.has("reply"));
}

TEST_P(ReplyBoxTest, ItsKeysPutTheCaretThereAndEscapeLeavesIt) {
  for (const ImGuiKey key : {ImGuiKey_T, ImGuiKey_Slash}) {
    show();
    window_.press(key);
    window_.type("1t");
    const auto all = window_.take_commands();
    ASSERT_FALSE(all.empty());
    EXPECT_EQ(std::get<command::KeepReplyDraft>(all.back()).text, "1t") << "and not the key's own";
    window_.press(ImGuiKey_Escape);
    window_.take_commands();
    window_.press(ImGuiKey_2);
    EXPECT_EQ(window_.take<command::PickReply>().index, 1U) << "number keys pick again";
  }
}

TEST_P(ReplyBoxTest, EnterSendsAndCtrlOrShiftBreakTheLine) {
  show();
  window_.click("reply");
  type("您等了");
  window_.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  type("很久");
  window_.press(ImGuiKey_Enter, ImGuiMod_Shift);
  type("了");
  window_.take_commands();
  window_.press(ImGuiKey_Enter);
  EXPECT_EQ(window_.take<command::TypeReply>().text, "您等了\n很久\n了");
}

TEST_P(ReplyBoxTest, WhatWasSentIsGoneAndTheCaretStays) {
  show();
  window_.click("reply");
  type("hello");
  window_.press(ImGuiKey_Enter);
  window_.take<command::TypeReply>();
  box().sent = 1;
  box().draft.clear();
  window_.draw(view_);
  window_.type("again");
  const auto all = window_.take_commands();
  ASSERT_FALSE(all.empty());
  EXPECT_EQ(std::get<command::KeepReplyDraft>(all.back()).text, "again");
}

TEST_P(ReplyBoxTest, WhatWasNotSentStaysAndWhyIsSaid) {
  show();
  window_.click("reply");
  type("hello");
  window_.press(ImGuiKey_Enter);
  window_.take_commands();
  box().problem = "It was not sent.";
  box().mend = "Try again.";
  window_.draw(view_);
  EXPECT_TRUE(window_.shows("It was not sent. Try again."));
  window_.press(ImGuiKey_Enter);
  EXPECT_EQ(window_.take<command::TypeReply>().text, "hello");
}

TEST_P(ReplyBoxTest, ADraftStandsThereBeforeAnythingIsPressed) {
  show([](app::ConversationView& view) { view.box.draft = "李女士，我"; });
  EXPECT_TRUE(window_.shows("李女士，我"));
}

TEST_P(ReplyBoxTest, GrowsWithWhatIsWritten) {
  show();
  const float one = window_.area_of("reply").height();
  show([](app::ConversationView& view) {
    view.box.draft = "一行\n两行\n三行\n四行\n五行\n六行\n七行\n八行\n九行";
  });
  const float many = window_.area_of("reply").height();
  EXPECT_GT(many, 3 * one);
  EXPECT_LT(many, 8 * one) << "and no further than it is useful";
}

TEST_P(ReplyBoxTest, CardsCanBePutAwayAndBack) {
  show();
  window_.press(ImGuiKey_H);
  EXPECT_TRUE(window_.take<command::HideCards>().hidden);
  show([](app::ConversationView& view) {
    view.box.cards_hidden = true;
    view.replies.clear();
  });
  EXPECT_FALSE(window_.has("reply/1"));
  window_.press(ImGuiKey_Escape);
  window_.take_commands();
  window_.click("cards");
  EXPECT_FALSE(window_.take<command::HideCards>().hidden);
  show([](app::ConversationView& view) {
    view.box.cards_hidden = true;
    view.box.may_show_cards = false;
    view.replies.clear();
  });
  EXPECT_FALSE(window_.has("cards"));
}

TEST_P(ReplyBoxTest, WithoutCardsTheCaretIsInTheBox) {
  show([](app::ConversationView& view) {
    view.box.cards_hidden = true;
    view.replies.clear();
  });
  window_.type("hello");
  const auto all = window_.take_commands();
  ASSERT_FALSE(all.empty());
  EXPECT_EQ(std::get<command::KeepReplyDraft>(all.back()).text, "hello");
}

TEST_P(ReplyBoxTest, WhyNothingCanBeTypedIsSaid) {
  show([](app::ConversationView& view) {
    view.box.offered = false;
    view.box.unavailable = "The lexicons did not load.";
  });
  EXPECT_TRUE(window_.shows("The lexicons did not load."));
}

TEST(ReplyBox, FitsEveryTextSizeAndANarrowWindow) {
  for (const int percent : {80, 100, 150, 200}) {
    Headless narrow(700.0F, 800.0F);
    app::ConversationView view = fixtures::conversation(Language::kEn);
    view.box.offered = true;
    view.box.draft = "一行\n两行\n三行\n四行\n五行\n六行\n七行";
    if (percent == 200) view.replies.clear();
    app::View whole = fixtures::view_of(Language::kEn, std::move(view));
    whole.settings.text_percent = percent;
    narrow.draw(whole, 20);
    ASSERT_TRUE(narrow.has("reply")) << percent;
    const Rect area = narrow.area_of("reply");
    EXPECT_GE(area.left, 0.0F) << percent;
    EXPECT_LE(area.right, 700.0F) << percent;
    EXPECT_LE(area.bottom, 800.0F) << percent;
    // The panel has at most 62 % of what is below bar and strip; the transcript keeps the rest.
    EXPECT_GE(area.top, 800.0F * 0.3F) << percent;
  }
}

TEST_P(ReplyBoxTest, WhyItWasNotFollowedStandsUnderTheReply) {
  show([](app::ConversationView& view) {
    view.transcript.back().remark = "It was not clear what this answers.";
  });
  EXPECT_TRUE(window_.shows("It was not clear what this answers."));
}

INSTANTIATE_TEST_SUITE_P(BothLanguages, ReplyBoxTest,
                         testing::Values(Language::kZh, Language::kEn),
                         [](const auto& each) { return std::string(language_id(each.param)); });

}  // namespace
}  // namespace aplomb::ui
