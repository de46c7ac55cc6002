// What every reading keeps, whatever was typed: an answer for what cannot be read, spans on code
// point borders, the same result each time.
#include <gtest/gtest.h>

#include <string>

#include "base/random.h"
#include "base/text.h"
#include "language/support.h"

namespace aplomb::language {
namespace {

Understanding understanding(const std::string& reply) { return read_alone(reply).understanding; }

void expect_nothing(const std::string& reply, Understanding why) {
  const Reading reading = read_alone(reply);
  EXPECT_EQ(id_of(reading.understanding), id_of(why)) << reply.substr(0, 60);
  EXPECT_TRUE(reading.behaviours.empty());
  EXPECT_TRUE(reading.negatives.empty());
  EXPECT_TRUE(reading.markers.empty());
}

TEST(BadInput, IsAnsweredAndNeverScored) {
  expect_nothing("", Understanding::kEmpty);
  expect_nothing(" \t\n\u3000 ", Understanding::kEmpty);
  expect_nothing("\u200B\u200F\u202E", Understanding::kEmpty);
  expect_nothing(std::string(1 << 20, 'a'), Understanding::kTooLong);
  expect_nothing("I am sorry \xC3\x28", Understanding::kBrokenText);
  expect_nothing("sorry\x01 about the wait", Understanding::kBrokenText);
  expect_nothing(std::string("sorry\0about", 11), Understanding::kBrokenText);
  expect_nothing("😀🙏🙏", Understanding::kNoWords);
  expect_nothing("12345 !!! ???", Understanding::kNoWords);
  expect_nothing("Извините, пожалуйста, за ожидание", Understanding::kOtherLanguage);
  expect_nothing("お待たせして申し訳ございません", Understanding::kOtherLanguage);
  expect_nothing("Je suis vraiment désolé pour cette longue attente",
                 Understanding::kOtherLanguage);
  expect_nothing("asdf qwer zxcv uiop hjkl", Understanding::kOtherLanguage);
}

TEST(BadInput, DoesNotHideAReplyThatCanBeRead) {
  EXPECT_EQ(understanding("I am sorry about the wait 🙏"), Understanding::kUnderstood);
  EXPECT_EQ(understanding("\u202EI am sorry about the wait"), Understanding::kUnderstood);
  EXPECT_EQ(understanding("实在对不起，让您久等了 😀"), Understanding::kUnderstood);
}

TEST(Reading, TellsTheLanguage) {
  EXPECT_EQ(read_alone("I am sorry about the wait").language, base::Language::kEn);
  EXPECT_EQ(read_alone("对不起，让您久等了").language, base::Language::kZh);
  EXPECT_EQ(read_alone("对不起，让您久等了，我们的app坏了").language, base::Language::kZh);
}

TEST(Reading, ForgivesSlipsAndMissingMarks) {
  EXPECT_GT(read_alone("im realy sory, i apologse for the wait").level(Behaviour::kApologise), 0);
  EXPECT_GT(read_alone("what happened at the counter").level(Behaviour::kOpenQuestion), 0);
  EXPECT_GT(read_alone("刚才窗口上出了什么事").level(Behaviour::kOpenQuestion), 0);
}

TEST(Reading, MisquotesAreCaught) {
  const ShippedScenario& shipped = *shipped_scenario("cold-clerk");
  const scenario::Node& node = *node_of(shipped, "tells");
  const auto shows = [&](base::Language language, const std::string& reply) {
    return read_at(shipped, node, language, reply).shows(Negative::kMisquote);
  };
  EXPECT_TRUE(shows(base::Language::kEn, "You queued for twenty minutes."));
  EXPECT_FALSE(shows(base::Language::kEn, "You queued for forty minutes."));
  EXPECT_FALSE(shows(base::Language::kEn, "I'll be back within twenty minutes."));
  EXPECT_TRUE(shows(base::Language::kZh, "您排队等了二十分钟。"));
  EXPECT_FALSE(shows(base::Language::kZh, "您排队等了40分钟。"));
  EXPECT_TRUE(shows(base::Language::kEn, "Ms Wang, you queued for forty minutes."));
  EXPECT_FALSE(shows(base::Language::kEn, "Ms Li, you queued for forty minutes."));
  EXPECT_TRUE(shows(base::Language::kZh, "王女士，让您久等了。"));
  EXPECT_FALSE(shows(base::Language::kZh, "李女士，让您久等了。"));
}

void expect_sound(const Reading& reading, const std::string& reply) {
  const auto check = [&](const std::vector<Span>& spans) {
    ASSERT_FALSE(spans.empty());
    std::uint32_t last = 0;
    for (const Span& each : spans) {
      ASSERT_LT(each.first, each.end);
      ASSERT_LE(each.end, reply.size());
      ASSERT_GE(each.first, last);
      last = each.end;
      for (const std::uint32_t at : {each.first, each.end}) {
        ASSERT_TRUE(at == reply.size() || (static_cast<unsigned char>(reply[at]) & 0xC0U) != 0x80U);
      }
    }
  };
  for (const ShownBehaviour& each : reading.behaviours) {
    check(each.spans);
    ASSERT_GE(each.level, 1);
    ASSERT_LE(each.level, 3);
  }
  for (const ShownNegative& each : reading.negatives)
    check(each.spans);
  for (const ShownMarker& each : reading.markers)
    check(each.spans);
  for (const ShownCritical& each : reading.critical)
    check(each.spans);
}

// Pieces of replies, marks and odd characters in any order.
std::string concatenation(base::Random& random) {
  static const std::vector<std::string> kPieces = {"I'm sorry",
                                                   " about the ",
                                                   "forty minutes",
                                                   "?",
                                                   "!",
                                                   ",",
                                                   "。",
                                                   "，",
                                                   "四十分钟",
                                                   "对不起",
                                                   "您",
                                                   "'",
                                                   "\"",
                                                   "“",
                                                   "”",
                                                   " ",
                                                   "\n",
                                                   "-",
                                                   "[",
                                                   "]",
                                                   "3,000",
                                                   "10:30",
                                                   "百分之三",
                                                   "一百二",
                                                   "don't",
                                                   "n't",
                                                   "Ms ",
                                                   "李女士",
                                                   "🙏",
                                                   "\u200B",
                                                   "ａｂｃ",
                                                   "１２",
                                                   "…",
                                                   "：",
                                                   "what",
                                                   "什么",
                                                   "a hundred and",
                                                   "thirty-",
                                                   "%",
                                                   "é",
                                                   "\u0301",
                                                   "請問",
                                                   "because",
                                                   "因为",
                                                   "\t",
                                                   "."};
  std::string all;
  for (std::uint32_t i = random.below(40); i > 0; --i) {
    all += kPieces[random.below(static_cast<std::uint32_t>(kPieces.size()))];
  }
  return all;
}

TEST(Reading, IsSoundForRandomText) {
  constexpr std::uint64_t kSeed = 20;
  base::Random random(kSeed);
  const ShippedScenario& shipped = *shipped_scenario("the-threat");
  const scenario::Node& node = shipped.scenario->nodes.front();
  for (int i = 0; i < 4000; ++i) {
    const std::string reply = concatenation(random);
    SCOPED_TRACE(reply);
    for (const base::Language language : base::kLanguages) {
      const Reading reading = read_at(shipped, node, language, reply);
      expect_sound(reading, reply);
      ASSERT_EQ(reading, read_at(shipped, node, language, reply));
    }
    expect_sound(read_alone(reply, {reply}), reply);
    if (testing::Test::HasFatalFailure()) return;
  }
}

TEST(Reading, SurvivesRandomBytes) {
  constexpr std::uint64_t kSeed = 21;
  base::Random random(kSeed);
  for (int i = 0; i < 4000; ++i) {
    std::string reply(random.below(60), '\0');
    for (char& c : reply)
      c = static_cast<char>(random.below(256));
    expect_sound(read_alone(reply), reply);
    if (testing::Test::HasFatalFailure()) return;
  }
}

TEST(Reading, CutsTheRepliesOfTheScenariosAnywhere) {
  const ShippedScenario& shipped = *shipped_scenario("papers-again");
  for (const scenario::Node& node : shipped.scenario->nodes) {
    for (const scenario::Choice& choice : node.choices) {
      for (const base::Language language : base::kLanguages) {
        const std::string& text = choice.text.in(language);
        const std::string half = text.substr(0, text.size() / 2);
        expect_sound(read_at(shipped, node, language, half), half);
        if (testing::Test::HasFatalFailure()) return;
      }
    }
  }
}

}  // namespace
}  // namespace aplomb::language
