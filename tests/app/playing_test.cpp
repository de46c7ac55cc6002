#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "app/support.h"

namespace aplomb::app {
namespace {

constexpr const char* kScenario = "papers-again";

class PlayingTest : public ::testing::Test {
 protected:
  PlayingTest() {
    auto opened = records::Store::open(folder_.file("attempts.sqlite"));
    EXPECT_TRUE(opened);
    store_.emplace(*std::move(opened));
    beginning_.person = store_->add_person("Chen Wei", 0).value();
    beginning_.seed = 7;
  }

  Playing start() {
    auto playing = Playing::start(shipped(kScenario), standard(), beginning_, &*store_, clock_);
    EXPECT_TRUE(playing);
    return *std::move(playing);
  }

  static engine::Action first_reply(const Playing& playing) {
    return action_for(playing.node().choices[playing.offered().front()]);
  }

  // Always what stands first on screen, to the end.
  static void play_on(Playing& playing) {
    for (int turn = 0; turn < 300 && !playing.ended(); ++turn) {
      ASSERT_TRUE(playing.take(first_reply(playing)));
    }
    ASSERT_TRUE(playing.ended());
  }

  TemporaryFolder folder_;
  std::optional<records::Store> store_;
  base::FakeClock clock_;
  Beginning beginning_;
};

TEST_F(PlayingTest, EveryActionIsKeptBeforeItIsShown) {
  Playing playing = start();
  clock_.advance_ms(1500);
  ASSERT_TRUE(playing.take(first_reply(playing)));
  const auto stored = store_->load_attempt(playing.id());
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->attempt.actions, playing.attempt().actions);
  EXPECT_EQ(stored->attempt.actions.back().at_ms, 1500);
}

TEST_F(PlayingTest, WhatIsNotOnOfferIsNotKept) {
  Playing playing = start();
  engine::Action wrong;
  wrong.subject = "no_such_reply";
  EXPECT_FALSE(playing.take(wrong));
  EXPECT_TRUE(store_->load_attempt(playing.id())->attempt.actions.empty());
}

TEST_F(PlayingTest, ResumesAtEveryPointExactly) {
  Playing playing = start();
  for (int turn = 0; turn < 300 && !playing.ended(); ++turn) {
    ASSERT_TRUE(playing.take(first_reply(playing)));
    const auto stored = store_->load_attempt(playing.id());
    ASSERT_TRUE(stored);
    const auto story = open_stored(*store_, *stored);
    ASSERT_TRUE(story);
    const auto again = Playing::resume(*story, *stored, nullptr, clock_);
    ASSERT_TRUE(again);
    ASSERT_EQ(again->state(), playing.state());
    ASSERT_EQ(again->offered(), playing.offered());
  }
}

TEST_F(PlayingTest, TheStoredResultIsTheReplayedOne) {
  Playing playing = start();
  play_on(playing);
  const auto stored = store_->load_attempt(playing.id());
  ASSERT_TRUE(stored);
  ASSERT_TRUE(stored->result);
  EXPECT_EQ(*stored->result, result_of(playing.story(), stored->attempt, playing.transcript(),
                                       stored->result->finished_utc_ms));
}

// A crash between the last action and its result.
TEST_F(PlayingTest, ResumingFinishesWhatHadEnded) {
  Playing playing = start();
  play_on(playing);
  const auto again = store_->create_attempt(playing.attempt().header, playing.attempt().actions);
  ASSERT_TRUE(again);
  const auto stored = store_->load_attempt(*again);
  ASSERT_FALSE(stored->result);
  ASSERT_TRUE(Playing::resume(open_stored(*store_, *stored).value(), *stored, &*store_, clock_));
  EXPECT_TRUE(store_->load_attempt(*again)->result);
}

TEST_F(PlayingTest, SwitchingTheLanguageIsAnInput) {
  Playing playing = start();
  engine::Action action;
  action.kind = engine::ActionKind::kLanguage;
  action.subject = "en";
  ASSERT_TRUE(playing.take(action));
  EXPECT_EQ(playing.language(), base::Language::kEn);
  EXPECT_EQ(store_->load_attempt(playing.id())->attempt.actions.size(), 1U);
}

TEST_F(PlayingTest, TimeStandsStillWhileSuspended) {
  Playing playing = start();
  clock_.advance_ms(1000);
  playing.suspend();
  clock_.advance_ms(60'000);
  playing.go_on();
  clock_.advance_ms(500);
  EXPECT_EQ(playing.elapsed_ms(), 1500);
}

TEST_F(PlayingTest, TheSeedShufflesRepliesAndNothingElse) {
  std::set<std::vector<engine::Index>> orders;
  std::optional<engine::State> state;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    beginning_.seed = seed;
    Playing playing = start();
    if (!state) state = playing.state();
    EXPECT_EQ(playing.state(), *state);
    EXPECT_EQ(playing.offered(), start().offered());
    orders.insert(playing.offered());
  }
  EXPECT_GT(orders.size(), 3U);
}

}  // namespace
}  // namespace aplomb::app
