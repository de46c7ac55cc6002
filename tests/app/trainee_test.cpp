// The workspace behind the window, from the first start to the score sheet.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/support.h"
#include "app/trainee.h"
#include "base/text.h"

namespace aplomb::app {
namespace {

class TraineeTest : public ::testing::Test {
 protected:
  TraineeTest() { open(); }

  void open() {
    trainee_.reset();
    trainee_.emplace(Surroundings{files_, clock_, shared_, folder_.file("attempts.sqlite"),
                                  [](std::int64_t) { return MomentView{}; }, [] { return 5; },
                                  base::Language::kZh});
    while (trainee_->view().next_change == 0) trainee_->tick();
  }

  template <typename Screen>
  const Screen& screen() const {
    const auto* found = std::get_if<Screen>(&trainee_->view().screen);
    EXPECT_NE(found, nullptr) << "screen " << trainee_->view().screen.index();
    static const Screen none;
    return found != nullptr ? *found : none;
  }
  const ConversationView& conversation() const { return screen<ConversationView>(); }

  void handle(const Command& command) { trainee_->handle(command); }

  void begin_conversation(Mode mode = Mode::kPractice) {
    handle(command::AddPerson{"Chen Wei"});
    handle(command::OpenScenario{"papers-again"});
    handle(command::Start{mode});
  }

  // Until the trainee has to do something.
  void listen() {
    for (int i = 0; i < 4000 && conversation().speaking; ++i) {
      clock_.advance_ms(50);
      trainee_->tick();
    }
  }

  void play_to_the_end() {
    for (int turn = 0; turn < 400 && !conversation().ended; ++turn) {
      if (conversation().speaking) {
        handle(command::Hurry{});
      } else if (!conversation().replies.empty()) {
        handle(command::PickReply{0});
      } else {
        clock_.advance_ms(2000);
        trainee_->tick();
      }
    }
    ASSERT_TRUE(conversation().ended);
  }

  base::DiskFileSystem files_;
  base::FakeClock clock_;
  TemporaryFolder folder_;
  std::string shared_ = shared_folder();
  std::optional<Trainee> trainee_;
};

TEST_F(TraineeTest, TheFirstStartAsksForAName) {
  screen<WelcomeView>();
  handle(command::AddPerson{"  "});
  EXPECT_TRUE(trainee_->view().notice);
  screen<WelcomeView>();
  handle(command::AddPerson{"陈伟"});
  EXPECT_EQ(trainee_->view().people.size(), 1U);
  EXPECT_FALSE(screen<LibraryView>().cards.empty());
}

TEST_F(TraineeTest, PeopleCanBeSwitchedAndAreRemembered) {
  handle(command::AddPerson{"Chen"});
  handle(command::AddPerson{"Li"});
  const auto first = trainee_->view().people.front().id;
  handle(command::SwitchPerson{first});
  open();
  EXPECT_EQ(trainee_->view().person, first);
}

TEST_F(TraineeTest, SettingsAreRemembered) {
  handle(command::AddPerson{"Chen"});
  handle(command::SetTheme{ThemeChoice::kDark});
  handle(command::SetTextSize{500});
  handle(command::SetReducedMotion{true});
  handle(command::SwitchLanguage{});
  open();
  const Settings& settings = trainee_->view().settings;
  EXPECT_EQ(settings.theme, ThemeChoice::kDark);
  EXPECT_EQ(settings.text_percent, 200);
  EXPECT_TRUE(settings.reduced_motion);
  EXPECT_EQ(settings.language, base::Language::kEn);
}

TEST_F(TraineeTest, TheBriefingTellsWhatIsTaughtButNotScored) {
  handle(command::AddPerson{"Chen"});
  handle(command::OpenScenario{"papers-again"});
  const BriefingView& briefing = screen<BriefingView>();
  EXPECT_FALSE(briefing.brief.empty());
  EXPECT_FALSE(briefing.authority.empty());
  EXPECT_FALSE(briefing.objectives.empty());
  EXPECT_FALSE(briefing.taught.empty());
  EXPECT_FALSE(briefing.documents.empty());
}

TEST_F(TraineeTest, LinesAppearByAndByAndRepliesWaitForThem) {
  begin_conversation();
  ASSERT_TRUE(conversation().speaking);
  EXPECT_TRUE(conversation().replies.empty());
  const std::size_t early = conversation().transcript.front().revealed;
  clock_.advance_ms(400);
  trainee_->tick();
  EXPECT_GT(conversation().transcript.front().revealed, early);
  listen();
  EXPECT_FALSE(conversation().replies.empty());
}

TEST_F(TraineeTest, HurryingShowsTheLineAtOnce) {
  begin_conversation();
  for (int i = 0; i < 50 && conversation().speaking; ++i) handle(command::Hurry{});
  EXPECT_FALSE(conversation().speaking);
}

TEST_F(TraineeTest, EveryByteOffsetFallsOnACodePoint) {
  begin_conversation();
  for (int i = 0; i < 200 && conversation().speaking; ++i) {
    for (const UtteranceView& said : conversation().transcript) {
      const std::string shown = said.text.substr(0, said.revealed);
      EXPECT_FALSE(base::first_invalid_utf8(shown));
    }
    clock_.advance_ms(37);
    trainee_->tick();
  }
}

TEST_F(TraineeTest, OnlyPracticeShowsMetersCoachAndEvidence) {
  for (const Mode mode : {Mode::kPractice, Mode::kRehearse, Mode::kExam}) {
    begin_conversation(mode);
    listen();
    handle(command::PickReply{0});
    const bool practice = mode == Mode::kPractice;
    EXPECT_EQ(conversation().meters.empty(), !practice);
    if (!practice) {
      EXPECT_TRUE(conversation().coach.empty());
    }
    for (const UtteranceView& said : conversation().transcript) {
      if (!practice) {
        EXPECT_TRUE(said.evidence.empty() && said.behaviours.empty());
      }
    }
  }
}

TEST_F(TraineeTest, SwitchingTheLanguageChangesAllThatIsShown) {
  begin_conversation();
  listen();
  const std::string before = conversation().transcript.front().text;
  handle(command::SwitchLanguage{});
  EXPECT_EQ(trainee_->view().settings.language, base::Language::kEn);
  EXPECT_NE(conversation().transcript.front().text, before);
}

TEST_F(TraineeTest, AnUnfinishedAttemptIsOfferedAndGoesOn) {
  begin_conversation();
  listen();
  handle(command::PickReply{0});
  handle(command::SetRecordField{RecordField::kWho, "程先生", std::nullopt});
  handle(command::SetNotes{"第四趟"});
  const int turn = conversation().turn;
  open();
  ASSERT_EQ(screen<LibraryView>().unfinished.size(), 1U);
  handle(command::Resume{screen<LibraryView>().unfinished.front().attempt});
  EXPECT_EQ(conversation().turn, turn);
  EXPECT_EQ(conversation().notes, "第四趟");
  EXPECT_EQ(conversation().record.front().text, "程先生");
}

TEST_F(TraineeTest, AnAttemptGoesOnInTheLanguageThatIsReadNow) {
  begin_conversation();
  listen();
  const base::Language then = trainee_->view().settings.language;
  open();
  handle(command::SwitchLanguage{});
  handle(command::Resume{screen<LibraryView>().unfinished.front().attempt});
  EXPECT_EQ(trainee_->view().settings.language, base::other(then));
  EXPECT_EQ(conversation().title, then == base::Language::kZh ? "Papers again" : "又要补材料");
}

// The program may be killed between two keys.
TEST_F(TraineeTest, WhatIsBeingTypedOutlivesTheProgram) {
  begin_conversation();
  listen();
  handle(command::SetRecordField{RecordField::kWho, "程", std::nullopt});
  handle(command::KeepDraft{RecordField::kWho, "程先"});
  handle(command::KeepDraft{RecordField::kWho, "程先生"});
  handle(command::KeepDraft{std::nullopt, "第四"});
  handle(command::KeepDraft{RecordField::kCause, "流水"});
  handle(command::SetRecordField{RecordField::kCause, "流水旧了", std::nullopt});
  open();
  handle(command::Resume{screen<LibraryView>().unfinished.front().attempt});
  EXPECT_EQ(conversation().notes, "第四");
  const auto field = [this](RecordField which) {
    return conversation().record[static_cast<std::size_t>(which)].text;
  };
  EXPECT_EQ(field(RecordField::kWho), "程先生");
  EXPECT_EQ(field(RecordField::kCause), "流水旧了") << "a draft is older than what was stored";
}

TEST_F(TraineeTest, FromTheFirstLineToTheScoreSheet) {
  begin_conversation();
  play_to_the_end();
  const std::int64_t attempt = conversation().attempt;
  handle(command::ShowScoreSheet{attempt});
  const ScoreSheetView& sheet = screen<ScoreSheetView>();
  EXPECT_EQ(sheet.dimensions.size(), 6U);
  EXPECT_FALSE(sheet.turns.empty());
  EXPECT_FALSE(sheet.ending.text.empty());
  for (const TurnView& turn : sheet.turns) {
    for (const EvidenceView& evidence : turn.evidence) {
      EXPECT_LE(evidence.end, turn.text.size());
      EXPECT_LT(evidence.begin, evidence.end);
    }
    EXPECT_LE(turn.earned, turn.best);
  }
  handle(command::Back{});
  EXPECT_EQ(screen<LibraryView>().recent.size(), 1U);
  EXPECT_TRUE(screen<LibraryView>().unfinished.empty());
  handle(command::ShowScoreSheet{attempt});
  screen<ScoreSheetView>();
}

TEST_F(TraineeTest, CommandsThatDoNotFitDoNothing) {
  handle(command::PickReply{3});
  handle(command::Start{});
  handle(command::Resume{99});
  handle(command::ShowScoreSheet{99});
  handle(command::OpenScenario{"nowhere"});
  handle(command::Hurry{});
  screen<WelcomeView>();
}

TEST_F(TraineeTest, WithoutItsContentItSaysWhatToDo) {
  shared_ = folder_.file("nothing_here");
  open();
  EXPECT_FALSE(screen<TroubleView>().what.empty());
  EXPECT_FALSE(screen<TroubleView>().what_to_do.empty());
  EXPECT_TRUE(screen<TroubleView>().can_retry);
  handle(command::Retry{});
  screen<TroubleView>();
}

TEST_F(TraineeTest, AForeignStoreIsTroubleAndStaysAsItIs) {
  trainee_.reset();
  const std::string path = folder_.file("attempts.sqlite");
  ASSERT_TRUE(files_.write(path, "not a database, but somebody's words, long enough to be read"));
  const std::string before = files_.read(path, 1U << 20).value();
  open();
  EXPECT_FALSE(screen<TroubleView>().what.empty());
  EXPECT_EQ(files_.read(path, 1U << 20).value(), before);
}

}  // namespace
}  // namespace aplomb::app
