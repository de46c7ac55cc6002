// Typed replies in play: what is read, where it leads, what is said when it leads nowhere.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "app/plan.h"
#include "app/reply_readers.h"
#include "app/support.h"
#include "base/random.h"

namespace aplomb::app {
namespace {

using ::testing::HasSubstr;
using language::Reading;
using language::Understanding;

// Reads "restate 2" as that behaviour, "!insult" as that negative, "critical" as the scenario's
// first failure, and anything else as it is told to.
class FakeReader : public ReplyReader {
 public:
  [[nodiscard]] Reading read(std::string_view reply, const language::Context&) const override {
    Reading reading;
    reading.understanding = Understanding::kNothingFound;
    const language::Span whole{0, static_cast<std::uint32_t>(reply.size())};
    if (reply.empty()) reading.understanding = Understanding::kEmpty;
    if (reply == "too long") reading.understanding = Understanding::kTooLong;
    if (reply == "broken") reading.understanding = Understanding::kBrokenText;
    if (reply == "restate 2") {
      reading.understanding = Understanding::kUnderstood;
      reading.behaviours.push_back({scenario::Behaviour::kRestate, 2, {whole}, {0}});
    }
    if (reply == "!insult") {
      reading.understanding = Understanding::kUnderstood;
      reading.negatives.push_back({scenario::Negative::kInsult, {whole}, {}});
    }
    if (reply == "critical") {
      reading.understanding = Understanding::kUnderstood;
      reading.critical.push_back({0, {whole}});
    }
    return reading;
  }
  [[nodiscard]] int closeness(std::string_view, std::string_view) const override { return 0; }
};

const ReplyReaders& real_readers() {
  static const base::DiskFileSystem files;
  static const ReplyReaders loaded = [] {
    auto readers = shipped_readers(files, shared_folder())();
    EXPECT_TRUE(readers) << readers.error().message.en;
    return *readers;
  }();
  return loaded;
}

constexpr std::array kScenarios{"cold-clerk", "papers-again", "the-threat"};

class TypingTest : public ::testing::Test {
 protected:
  TypingTest() {
    store_.emplace(records::Store::open(folder_.file("attempts.sqlite")).value());
    beginning_.person = store_->add_person("Chen Wei", 0).value();
    beginning_.seed = 7;
  }

  Playing start(const std::string& scenario = "cold-clerk", bool reads = true) {
    auto playing = Playing::start(shipped(scenario), standard(), beginning_, &*store_, clock_);
    EXPECT_TRUE(playing);
    if (reads) playing->read_with(std::make_shared<FakeReader>());
    return *std::move(playing);
  }

  Playing resumed(const Playing& playing) {
    auto again = Playing::resume(shipped(playing.story().scenario->id),
                                 store_->load_attempt(playing.id()).value(), &*store_, clock_);
    EXPECT_TRUE(again);
    return *std::move(again);
  }

  TemporaryFolder folder_;
  std::optional<records::Store> store_;
  base::FakeClock clock_;
  Beginning beginning_;
};

TEST_F(TypingTest, AReplyIsATurnAndIsKeptWithItsReading) {
  Playing playing = start();
  ASSERT_TRUE(playing.can_type());
  ASSERT_TRUE(playing.type("!insult"));
  EXPECT_EQ(playing.transcript().turns.size(), 1U);
  const auto stored = store_->load_attempt(playing.id());
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->attempt.actions, playing.attempt().actions);
  EXPECT_THAT(stored->attempt.actions.back().reading, HasSubstr("\"insult\""));
}

TEST_F(TypingTest, ReplayNeverReadsAgain) {
  Playing playing = start();
  ASSERT_TRUE(playing.type("!insult"));
  ASSERT_TRUE(playing.type("bananas"));
  const Playing again = resumed(playing);
  EXPECT_FALSE(again.reads());
  EXPECT_EQ(again.state(), playing.state());
  EXPECT_EQ(engine::transcript_text(*again.story().machine, again.attempt(), again.transcript()),
            engine::transcript_text(*playing.story().machine, playing.attempt(),
                                    playing.transcript()));
}

TEST_F(TypingTest, WhatIsNotFollowedChangesNothingAndIsAnsweredInCharacter) {
  Playing playing = start();
  const engine::State before = playing.state();
  for (int i = 0; i < 5; ++i) ASSERT_TRUE(playing.type("bananas"));
  EXPECT_EQ(playing.state(), before);
  EXPECT_TRUE(playing.transcript().turns.empty());
  EXPECT_EQ(playing.sheet().tally.lost_total, 0);
  EXPECT_EQ(playing.sheet().not_followed.size(), 5U);
  std::set<std::string> said;
  for (const engine::TranscriptEntry& entry : playing.transcript().entries) {
    if (entry.kind != engine::EntryKind::kAsksAgain) continue;
    const std::string words = playing.asked_again(entry);
    EXPECT_EQ(words, playing.asked_again(entry)) << "the same whenever it is looked at";
    said.insert(words);
  }
  EXPECT_EQ(said.size(), 5U) << "not the same twice";
}

TEST(AsksAgain, HasWordsForEveryCustomerInBothLanguages) {
  scenario::Customer customer;
  for (const std::string_view kind : scenario::ids<scenario::CustomerKind>()) {
    for (const std::string_view temperament : scenario::ids<scenario::Temperament>()) {
      customer.kind = *scenario::from_id<scenario::CustomerKind>(kind);
      customer.temperament = *scenario::from_id<scenario::Temperament>(temperament);
      for (int heat = 0; heat <= 100; heat += 5) {
        for (const base::Language language : base::kLanguages) {
          for (int number = 0; number < 5; ++number) {
            const std::string said = asks_again(customer, heat, 3, number, language);
            EXPECT_EQ(said.find('_'), std::string::npos) << "no words for " << said;
            EXPECT_FALSE(said.empty());
          }
        }
      }
    }
  }
}

TEST(WhyNotFollowed, IsSaidForEveryReason) {
  for (const Understanding why : {Understanding::kUnderstood, Understanding::kNothingFound,
                                  Understanding::kNoWords, Understanding::kOtherLanguage}) {
    EXPECT_NE(why_not_followed(language::id_of(why), base::Language::kEn), language::id_of(why));
  }
}

TEST_F(TypingTest, WhatCannotBeSentIsSaidAndNothingIsKept) {
  Playing playing = start();
  EXPECT_EQ(playing.type("").error().code, "typed.empty");
  EXPECT_EQ(playing.type("too long").error().code, "typed.too_long");
  EXPECT_EQ(playing.type("broken").error().code, "typed.broken");
  EXPECT_TRUE(playing.attempt().actions.empty());
  EXPECT_EQ(start("cold-clerk", false).type("hello").error().code, "typed.no_reader");
}

TEST_F(TypingTest, CriticalFailuresFollowFromTheReadingAlone) {
  Playing playing = start();
  ASSERT_TRUE(playing.type("critical"));
  EXPECT_EQ(playing.transcript().critical, 1U);
  EXPECT_EQ(playing.sheet().turns.at(0).critical.size(), 1U);
}

TEST_F(TypingTest, TheDraftWaitsUntilSomethingIsSent) {
  Playing playing = start();
  ASSERT_TRUE(playing.keep_draft(std::string(kReplyDraft), "李女士，我"));
  EXPECT_EQ(resumed(playing).reply_draft(), "李女士，我");
  ASSERT_TRUE(playing.type("bananas"));
  EXPECT_EQ(resumed(playing).reply_draft(), "");
}

TEST_F(TypingTest, APlanTypesAndExpects) {
  const auto plan = parse_plan("typed.plan",
                               "scenario cold-clerk\n"
                               "type bananas\n"
                               "expect way nowhere\n"
                               "type !insult\n"
                               "expect read insult\n");
  ASSERT_TRUE(plan) << plan.error().message.en;
  Playing playing = start();
  for (const PlanStep& step : plan->steps) {
    const auto taken = take_step(playing, *plan, step);
    EXPECT_TRUE(taken) << taken.error().message.en;
  }
  const auto wrong = parse_plan("typed.plan", "scenario cold-clerk\nexpect read restate 3\n");
  EXPECT_EQ(take_step(playing, *wrong, wrong->steps.front()).error().code, "plan.not_met");
}

TEST(BadInput, IsAnsweredAndNeverScored) {
  const auto story = shipped("cold-clerk");
  const base::FakeClock clock;
  auto playing = Playing::start(story, standard(), Beginning{}, nullptr, clock);
  ASSERT_TRUE(playing);
  playing->read_with(real_readers()(*story->scenario));
  const std::vector<std::string> inputs{"",
                                        "   \n\t　",
                                        std::string(1 << 20, 'x'),
                                        "\xFF\xFE broken",
                                        std::string("a\0b", 3),
                                        "\x1B[31mred",
                                        "👍👍👍",
                                        "\u200E\u200F\u202E",
                                        "...!?",
                                        "Извините за ожидание",
                                        "ご不便をおかけしました"};
  for (const std::string& input : inputs) {
    const auto typed = playing->type(input);
    if (typed) continue;
    EXPECT_TRUE(typed.error().code.starts_with("typed.")) << typed.error().code;
  }
  EXPECT_TRUE(playing->transcript().turns.empty());
  EXPECT_EQ(playing->sheet().tally.best_total, 0);
}

// Every reply on offer in the states that random picking reaches, typed in its own words.
class Verbatim : public ::testing::TestWithParam<const char*> {};

TEST_P(Verbatim, GoesTheWayOfTheReply) {
  const auto story = shipped(GetParam());
  const auto reader = real_readers()(*story->scenario);
  const scenario::Program& program = *story->machine->program;
  base::Random random(11);
  std::set<std::pair<engine::Index, engine::Index>> seen;
  for (int play = 0; play < 400; ++play) {
    engine::Silent silent;
    engine::State state = engine::begin(*story->machine, silent);
    for (int turn = 0; turn < 60 && !engine::ended(program, state); ++turn) {
      const scenario::Node& node = story->scenario->nodes[state.node];
      std::vector<engine::Index> offered;
      for (std::size_t i = 0; i < node.choices.size(); ++i) {
        const auto index = static_cast<engine::Index>(i);
        if (!engine::offered(program, state, index)) continue;
        offered.push_back(index);
        const bool reply = node.choices[i].kind == scenario::ChoiceKind::kReply;
        if (!reply || !seen.emplace(state.node, index).second) continue;
        for (const base::Language language : base::kLanguages) {
          const std::string& words = node.choices[i].text.in(language);
          const auto read = read_reply(*reader, words, {*story->machine, state, {}});
          ASSERT_TRUE(read) << words;
          EXPECT_TRUE(read->followed) << words;
          const auto prepared = engine::prepare(*read, *story->scenario, node);
          EXPECT_EQ(engine::way_of(*story->machine, state, prepared.input()).choice, index)
              << node.id << ": " << words;
        }
      }
      ASSERT_FALSE(offered.empty()) << node.id;
      const auto count = static_cast<std::uint32_t>(offered.size());
      engine::step(*story->machine, state,
                   {engine::InputKind::kChoose, offered[random.below(count)]}, silent);
    }
  }
  EXPECT_GT(seen.size(), 50U) << "too few replies were met to mean anything";
}

// Replies of other moments, typed at random: whatever is read, the conversation goes on.
TEST_P(Verbatim, NothingTypedLeadsToADeadEnd) {
  const auto story = shipped(GetParam());
  const auto reader = real_readers()(*story->scenario);
  const base::FakeClock clock;
  std::vector<std::string> sayings{"对不起", "您冷静一下", "你这人怎么这样", "I understand.",
                                   "What would you like us to do?", "闭嘴"};
  for (const scenario::Node& node : story->scenario->nodes) {
    for (const scenario::Choice& choice : node.choices) {
      if (choice.kind == scenario::ChoiceKind::kReply) sayings.push_back(choice.text.zh);
    }
  }
  base::Random random(12);
  int followed = 0;
  for (int play = 0; play < 12; ++play) {
    Beginning beginning;
    beginning.seed = static_cast<std::uint64_t>(play);
    auto playing = Playing::start(story, standard(), beginning, nullptr, clock);
    ASSERT_TRUE(playing);
    playing->read_with(reader);
    for (int turn = 0; turn < 60 && !playing->ended(); ++turn) {
      const auto offered = playing->offered();
      ASSERT_FALSE(offered.empty()) << playing->node().id;
      const std::size_t before = playing->transcript().turns.size();
      if (playing->can_type()) {
        const auto count = static_cast<std::uint32_t>(sayings.size());
        ASSERT_TRUE(playing->type(sayings[random.below(count)]));
      }
      if (playing->transcript().turns.size() != before) {
        ++followed;
      } else {
        ASSERT_TRUE(playing->take(action_for(playing->node().choices[offered.front()])));
      }
    }
    const scoring::ScoreSheet sheet = playing->sheet();
    for (const scoring::TurnSheet& turn : sheet.turns) {
      EXPECT_TRUE(!turn.typed || turn.earned.total <= turn.best.total);
      for (const auto& shown : turn.shown) {
        for (const scoring::Span words : shown.words) EXPECT_LE(words.end, turn.text.size());
      }
    }
    const auto again = engine::replay(story->machine, playing->attempt().actions);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->state, playing->state());
  }
  EXPECT_GT(followed, 50);
}

// Whole conversations in a trainee's own words, one in each language: the plans under
// tests/plans/typed.
class TypedPlan : public ::testing::TestWithParam<const char*> {};

TEST_P(TypedPlan, IsPlayedWithoutACardAndEndsWell) {
  const base::DiskFileSystem files;
  const std::string file =
      shared_folder() + "/tests/plans/typed/" + std::string(GetParam()) + ".typed.plan";
  const auto plan = parse_plan(file, files.read(file, 1U << 20).value());
  ASSERT_TRUE(plan) << plan.error().message.en;
  const auto story = shipped(plan->scenario);
  const base::FakeClock clock;
  Beginning beginning;
  beginning.language = *plan->language;
  beginning.seed = 1;
  auto playing = Playing::start(story, standard(), beginning, nullptr, clock);
  ASSERT_TRUE(playing);
  playing->read_with(real_readers()(*story->scenario));
  for (const PlanStep& step : plan->steps) {
    const auto taken = take_step(*playing, *plan, step);
    ASSERT_TRUE(taken) << taken.error().message.en;
  }
  const scoring::ScoreSheet sheet = playing->sheet();
  EXPECT_TRUE(sheet.passed);
  EXPECT_TRUE(sheet.not_followed.empty());
  EXPECT_GT(sheet.typed.turns, 10);
  ASSERT_TRUE(sheet.typed.score);
  EXPECT_GE(sheet.typed.score->rounded(), 70);
}

INSTANTIATE_TEST_SUITE_P(InBothLanguages, TypedPlan,
                         ::testing::Values("cold-clerk", "papers-again"),
                         [](const auto& each) {
                           return std::string(each.index == 0 ? "zh" : "en");
                         });

INSTANTIATE_TEST_SUITE_P(Shipped, Verbatim, ::testing::ValuesIn(kScenarios),
                         [](const auto& each) {
                           std::string name(each.param);
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace aplomb::app
