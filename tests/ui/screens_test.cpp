#include <gtest/gtest.h>

#include "headless.h"
#include "ui/fixtures.h"

namespace aplomb::ui {
namespace {

namespace command = app::command;
using base::Language;

class ScreensTest : public testing::TestWithParam<Language> {
 protected:
  void show(app::ScreenView screen) {
    view_ = fixtures::view_of(GetParam(), std::move(screen));
    window_.draw(view_);
  }

  app::View view_;
  Headless window_;
};

TEST_P(ScreensTest, FirstStartAsksForANameAndTakesIt) {
  show(app::WelcomeView{});
  window_.press(ImGuiKey_Enter);
  EXPECT_TRUE(window_.take_commands().empty()) << "no name yet";
  window_.click("welcome/name");
  window_.type("  李敏 ");
  window_.press(ImGuiKey_Enter);
  EXPECT_EQ(window_.take<command::AddPerson>().name, "李敏");
}

TEST_P(ScreensTest, TheNameCanBeSentWithTheButton) {
  show(app::WelcomeView{});
  window_.type("Min");
  window_.click("welcome/start");
  EXPECT_EQ(window_.take<command::AddPerson>().name, "Min");
}

TEST_P(ScreensTest, TroubleSaysWhatToDo) {
  const app::TroubleView trouble = fixtures::trouble(GetParam());
  show(trouble);
  EXPECT_TRUE(window_.shows(trouble.what));
  EXPECT_TRUE(window_.shows(trouble.what_to_do));
  window_.click("retry");
  window_.take<command::Retry>();
  window_.click("quit");
  window_.take<command::Quit>();
}

TEST_P(ScreensTest, TheLibraryOpensAScenario) {
  show(fixtures::library(GetParam()));
  window_.click("scenario/the-threat");
  EXPECT_EQ(window_.take<command::OpenScenario>().id, "the-threat");
  window_.click("resume/7");
  EXPECT_EQ(window_.take<command::Resume>().attempt, 7);
  window_.click("recent/4");
  EXPECT_EQ(window_.take<command::ShowScoreSheet>().attempt, 4);
}

TEST_P(ScreensTest, EnterInTheLibraryDoesWhatIsSuggested) {
  show(fixtures::library(GetParam()));
  EXPECT_EQ(window_.focused(), "suggestion");
  window_.press(ImGuiKey_Enter);
  EXPECT_EQ(window_.take<command::Resume>().attempt, 7);
}

TEST_P(ScreensTest, TheKeyboardReachesEveryCard) {
  show(fixtures::library(GetParam()));
  window_.press(ImGuiKey_Tab);
  EXPECT_EQ(window_.focused(), "scenario/cold-clerk");
  window_.press(ImGuiKey_RightArrow);
  EXPECT_EQ(window_.focused(), "scenario/papers-again");
  window_.press(ImGuiKey_DownArrow);
  EXPECT_EQ(window_.focused(), "scenario/tea-bags");
  window_.press(ImGuiKey_Enter);
  EXPECT_EQ(window_.take<command::OpenScenario>().id, "tea-bags");
}

TEST_P(ScreensTest, AnEmptyLibrarySaysWhatBelongsThere) {
  show(fixtures::empty_library());
  EXPECT_TRUE(window_.shows("scenarios"));
}

TEST_P(ScreensTest, ABrokenScenarioIsNamedWithItsPlace) {
  app::LibraryView library = fixtures::library(GetParam());
  library.broken = {{"scenarios/tea.json:12:7", "一个键写错了", "改成 title", 3}};
  show(library);
  EXPECT_TRUE(window_.shows("scenarios/tea.json:12:7"));
  EXPECT_TRUE(window_.shows("一个键写错了"));
}

TEST_P(ScreensTest, PeopleAreSwitchedAndAdded) {
  show(fixtures::library(GetParam()));
  window_.click("people");
  window_.click("person/2");
  EXPECT_EQ(window_.take<command::SwitchPerson>().person, 2);
  window_.click("people");
  window_.click("person/name");
  window_.type("Bo");
  window_.click("person/add");
  EXPECT_EQ(window_.take<command::AddPerson>().name, "Bo");
}

TEST_P(ScreensTest, SettingsAreOnEveryScreen) {
  for (const app::ScreenView& screen : {app::ScreenView(fixtures::library(GetParam())),
                                        app::ScreenView(fixtures::briefing(GetParam())),
                                        app::ScreenView(fixtures::conversation(GetParam())),
                                        app::ScreenView(fixtures::score_sheet(GetParam()))}) {
    show(screen);
    window_.click("settings");
    window_.click("theme/1");
    EXPECT_EQ(window_.take<command::SetTheme>().theme, app::ThemeChoice::kDark);
    window_.click("text_size/6");
    EXPECT_EQ(window_.take<command::SetTextSize>().percent, 200);
    window_.click("motion/1");
    EXPECT_TRUE(window_.take<command::SetReducedMotion>().reduced);
    window_.press(ImGuiKey_Escape);
    EXPECT_TRUE(window_.take_commands().empty());
  }
}

TEST_P(ScreensTest, TextSizeHasKeys) {
  show(fixtures::library(GetParam()));
  window_.press(ImGuiKey_Equal, ImGuiMod_Ctrl);
  EXPECT_EQ(window_.take<command::SetTextSize>().percent, 125);
  window_.press(ImGuiKey_Minus, ImGuiMod_Ctrl);
  EXPECT_EQ(window_.take<command::SetTextSize>().percent, 90);
}

TEST_P(ScreensTest, TheBriefingStartsInTheChosenMode) {
  show(fixtures::briefing(GetParam()));
  EXPECT_EQ(window_.focused(), "start");
  window_.click("mode/2");
  window_.click("start");
  EXPECT_EQ(window_.take<command::Start>().mode, app::Mode::kExam);
}

TEST_P(ScreensTest, TheBriefingOffersToResume) {
  app::BriefingView briefing = fixtures::briefing(GetParam());
  briefing.card.unfinished = app::UnfinishedView{12, briefing.card.title, app::Mode::kExam, 3, {}};
  show(briefing);
  EXPECT_EQ(window_.focused(), "resume");
  window_.press(ImGuiKey_Enter);
  EXPECT_EQ(window_.take<command::Resume>().attempt, 12);
}

TEST_P(ScreensTest, TheBriefingTellsAllThatMatters) {
  const app::BriefingView briefing = fixtures::briefing(GetParam());
  show(briefing);
  EXPECT_TRUE(window_.shows(briefing.brief[0]));
  EXPECT_TRUE(window_.shows(briefing.authority));
  EXPECT_TRUE(window_.shows(briefing.objectives[2]));
  EXPECT_TRUE(window_.shows(briefing.taught[0]));
  EXPECT_TRUE(window_.shows(briefing.documents[1].title));
}

TEST_P(ScreensTest, TheScoreSheetQuotesTheWords) {
  const app::ScoreSheetView sheet = fixtures::score_sheet(GetParam());
  show(sheet);
  EXPECT_TRUE(window_.shows(sheet.turns[0].shown[0].words));
  EXPECT_TRUE(window_.shows(sheet.turns[0].shown[0].answers));
  EXPECT_TRUE(window_.shows(sheet.turns[1].missed[0].reply));
  EXPECT_TRUE(window_.shows(sheet.ending.text));
  EXPECT_TRUE(window_.shows("54"));
  EXPECT_FALSE(window_.shows(sheet.turns[0].text + " "));
}

TEST_P(ScreensTest, ACriticalFailureStandsAboveEverything) {
  const app::ScoreSheetView sheet = fixtures::failed_score_sheet(GetParam());
  show(sheet);
  EXPECT_TRUE(window_.shows(sheet.critical[0].title));
  EXPECT_TRUE(window_.shows(sheet.critical[0].words));
}

TEST_P(ScreensTest, TheScoreSheetLeadsOn) {
  show(fixtures::score_sheet(GetParam()));
  EXPECT_EQ(window_.focused(), "again");
  window_.press(ImGuiKey_R);
  EXPECT_EQ(window_.take<command::OpenScenario>().id, "cold-clerk");
  window_.press(ImGuiKey_Escape);
  window_.take<command::Back>();
}

TEST_P(ScreensTest, ATurnOfTheChartBringsItsRowIntoView) {
  show(fixtures::score_sheet(GetParam()));
  EXPECT_FALSE(window_.has("turn/11"));
  window_.click("chart/11");
  window_.draw(view_, 5);
  EXPECT_TRUE(window_.has("turn/11"));
  EXPECT_TRUE(window_.take_commands().empty());
}

TEST_P(ScreensTest, ANoticeCanBeClosed) {
  show(fixtures::library(GetParam()));
  view_.notice = app::NoticeView{app::NoticeView::Kind::kProblem, "磁盘已满。", "腾出空间再试。"};
  window_.draw(view_, 20);
  EXPECT_TRUE(window_.shows("腾出空间再试。"));
  window_.click("notice/close");
  window_.take<command::DismissNotice>();
}

// Nothing may fall out of the window, at any size of text, in a small window.
TEST_P(ScreensTest, EveryScreenIsDrawnAtEveryTextSize) {
  Headless small(900, 640);
  for (const app::ScreenView& screen :
       {app::ScreenView(app::WelcomeView{}), app::ScreenView(fixtures::trouble(GetParam())),
        app::ScreenView(fixtures::library(GetParam())),
        app::ScreenView(fixtures::briefing(GetParam())),
        app::ScreenView(fixtures::conversation(GetParam())),
        app::ScreenView(fixtures::ended(GetParam())),
        app::ScreenView(fixtures::score_sheet(GetParam()))}) {
    for (const int percent : {80, 100, 150, 200}) {
      view_ = fixtures::view_of(GetParam(), screen);
      view_.settings.text_percent = percent;
      small.draw(view_, 2);
      EXPECT_FALSE(small.texts().empty());
      EXPECT_TRUE(small.take_commands().empty());
    }
  }
}

INSTANTIATE_TEST_SUITE_P(BothLanguages, ScreensTest, testing::Values(Language::kZh, Language::kEn));

}  // namespace
}  // namespace aplomb::ui
