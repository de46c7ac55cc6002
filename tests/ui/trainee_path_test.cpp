// The whole way through the program as a trainee goes it, with keys alone: first start, library,
// briefing, conversation, score sheet, and back.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <optional>

#include "app/trainee.h"
#include "headless.h"
#include "support/files.h"

namespace aplomb::ui {
namespace {

using base::Language;

struct Play {
  std::string scenario;
  Language language{};
};

void PrintTo(const Play& play, std::ostream* out) {
  *out << play.scenario << ' ' << base::language_id(play.language);
}

std::vector<Play> every_play() {
  std::vector<Play> plays;
  for (const std::filesystem::path& file : test::shipped_scenarios()) {
    for (const Language language : base::kLanguages) {
      plays.push_back({file.stem().string(), language});
    }
  }
  return plays;
}

class TraineePath : public testing::TestWithParam<Play> {
 protected:
  TraineePath()
      : folder_(std::filesystem::temp_directory_path() /
                ("aplomb-path-" + std::to_string(getpid()))) {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    open();
  }
  void TearDown() override {
    trainee_.reset();
    std::filesystem::remove_all(folder_);
  }

  // As if the program were started.
  void open() {
    trainee_.reset();
    trainee_.emplace(app::Surroundings{
        files_, clock_, test::source_dir().string(), (folder_ / "attempts.sqlite").string(),
        [](std::int64_t) { return app::MomentView{}; }, [] { return 5; }, GetParam().language});
    while (trainee_->view().next_change == 0)
      trainee_->tick();
    show();
  }

  void show() { window_.draw(trainee_->view()); }

  // Hands on what the window asked for, as the main loop does.
  void obey() {
    for (const app::Command& command : window_.take_commands())
      trainee_->handle(command);
    trainee_->tick();
    show();
  }

  void press(ImGuiKey key) {
    window_.press(key);
    obey();
  }

  template <typename Screen>
  const Screen& screen() const {
    return std::get<Screen>(trainee_->view().screen);
  }

  void give_name() {
    window_.click("welcome/name");
    window_.type("Chen Wei");
    press(ImGuiKey_Enter);
  }

  void open_scenario(const std::string& id) {
    window_.click("scenario/" + id);
    obey();
  }

  // Answers with the number key of `reply`, hurries what is said, waits where there is nothing to
  // say. Returns the turns it took.
  int talk(ImGuiKey reply, int most_turns) {
    int turns = 0;
    for (int step = 0; step < 3000 && turns < most_turns; ++step) {
      const auto& conversation = screen<app::ConversationView>();
      if (conversation.ended) return turns;
      if (conversation.speaking) {
        press(ImGuiKey_Space);
      } else if (!conversation.replies.empty()) {
        press(reply);
        ++turns;
      } else {
        clock_.advance_ms(2000);
        trainee_->tick();
        show();
      }
    }
    return turns;
  }

  std::filesystem::path folder_;
  base::DiskFileSystem files_;
  base::FakeClock clock_{1'763'800'000'000};
  std::optional<app::Trainee> trainee_;
  Headless window_;
};

TEST_P(TraineePath, FromTheFirstStartToTheScoreSheetWithKeysAlone) {
  give_name();
  open_scenario(GetParam().scenario);
  EXPECT_EQ(window_.focused(), "start");
  press(ImGuiKey_Enter);
  const int turns = talk(ImGuiKey_1, 400);
  ASSERT_TRUE(screen<app::ConversationView>().ended) << "after " << turns << " turns";
  EXPECT_EQ(window_.focused(), "score_sheet");
  press(ImGuiKey_Enter);
  const auto& sheet = screen<app::ScoreSheetView>();
  ASSERT_FALSE(sheet.turns.empty());
  EXPECT_TRUE(window_.shows(std::to_string(sheet.score)));
  EXPECT_TRUE(window_.shows(sheet.turns.front().text));
  press(ImGuiKey_Escape);
  EXPECT_EQ(screen<app::LibraryView>().recent.size(), 1U);
}

TEST_P(TraineePath, AnAttemptLeftOpenIsResumedWhereItWas) {
  give_name();
  open_scenario(GetParam().scenario);
  press(ImGuiKey_Enter);
  talk(ImGuiKey_1, 2);
  const std::size_t said = screen<app::ConversationView>().transcript.size();
  open();
  EXPECT_EQ(window_.focused(), "suggestion");
  press(ImGuiKey_Enter);
  EXPECT_GE(screen<app::ConversationView>().transcript.size(), said);
}

TEST_P(TraineePath, TheLanguageSwitchesInTheMiddleOfATalk) {
  give_name();
  open_scenario(GetParam().scenario);
  press(ImGuiKey_Enter);
  talk(ImGuiKey_1, 1);
  press(ImGuiKey_F2);
  EXPECT_EQ(trainee_->view().settings.language, base::other(GetParam().language));
  talk(ImGuiKey_2, 400);
  EXPECT_TRUE(screen<app::ConversationView>().ended);
}

INSTANTIATE_TEST_SUITE_P(EveryScenario, TraineePath, testing::ValuesIn(every_play()));

}  // namespace
}  // namespace aplomb::ui
