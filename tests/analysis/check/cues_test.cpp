// Cues that give the best reply away, planted in a story of many decisions.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "sound.h"

namespace aplomb::analysis {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr int kReplies = 4;

// Which of the replies at a decision is what.
struct Cast {
  using Place = std::function<int(int decision)>;

  int decisions = 16;
  Place best = [](int i) { return i % kReplies; };
  Place longest = [](int i) { return (i + 1) % kReplies; };
  Place politest = [](int i) { return (i + 2) % kReplies; };
  // As polite as that and half as good as the best; none.
  Place second = [](int) { return -1; };
  // Best in another way.
  Place rival = [](int) { return -1; };
};

Json text(const std::string& zh, const std::string& en) { return {{"zh", zh}, {"en", en}}; }

Json reply(const Cast& cast, int decision, int place, const std::string& to) {
  std::string zh = "等了四十分钟";
  std::string en = "forty minutes";
  const bool second = place == cast.second(decision);
  if (place == cast.politest(decision) || second) {
    zh += "非常抱歉";
    en += ", so sorry";
  }
  if (place == cast.longest(decision)) {
    zh += "从九点到九点四十一直到现在";
    en += " from nine to twenty to ten and until now";
  }
  Json made{{"id", "r" + std::to_string(place)}, {"text", text(zh, en)}};
  const Json words = text("等了四十分钟", "forty minutes");
  if (place == cast.best(decision)) {
    made["shows"]["restate"] = {{"level", 2}, {"answers", {"waited"}}, {"words", words}};
  } else if (second) {
    made["shows"]["restate"] = {{"level", 1}, {"words", words}};
  } else if (place == cast.rival(decision)) {
    made["shows"]["concrete"] = {{"level", 2}, {"answers", {"waited"}}, {"words", words}};
  }
  made["goto"] = to;
  return made;
}

std::string story(const Cast& cast) {
  Json scenario = Json::parse(sound_with(Json::object()));
  scenario["case"].erase("wants");
  scenario["endings"].erase("lost");
  scenario["endings"].erase("partly");
  scenario["start"] = "n0";
  scenario["nodes"] = Json::object();
  for (int i = 0; i < cast.decisions; ++i) {
    Json& node = scenario["nodes"]["n" + std::to_string(i)];
    node["stage"] = i == 0 ? "receive" : "clarify";
    const std::string next =
        i + 1 == cast.decisions ? "resolved" : "n" + std::to_string(i + 1);
    if (i == 0) {
      node["lines"] = Json::array({{{"text", text("我等了四十分钟！", "Forty minutes!")},
                                    {"reveals", {"waited"}}}});
    }
    for (int place = 0; place < kReplies; ++place) {
      node["replies"].push_back(reply(cast, i, place, next));
    }
  }
  return scenario.dump(1);
}

std::vector<std::string> found_in(const Cast& cast) {
  const CheckedText found = checked(story(cast));
  EXPECT_TRUE(found.loads);
  std::vector<std::string> all;
  for (const auto& each : found.problems) {
    EXPECT_EQ(each.path, "$.nodes");
    EXPECT_EQ(each.severity, Severity::kWarning);
    all.push_back(each.code + " " + each.values.front().second);
  }
  return all;
}

TEST(Cues, ThatPointElsewhereGiveNothingAway) { EXPECT_THAT(found_in({}), IsEmpty()); }

TEST(Cues, LengthIsReportedInEachLanguage) {
  Cast cast;
  cast.longest = cast.best;
  EXPECT_THAT(found_in(cast), ElementsAre("S0821 zh", "S0821 en"));
}

TEST(Cues, OrderIsReported) {
  Cast cast;
  cast.best = [](int) { return 0; };
  cast.longest = [](int i) { return 1 + i % 3; };
  cast.politest = [](int i) { return 1 + (i + 1) % 3; };
  EXPECT_THAT(found_in(cast), ElementsAre("S0822 "));
}

TEST(Cues, PolitenessIsReportedInEachLanguage) {
  Cast cast;
  cast.politest = [&cast](int i) { return i % 2 == 0 ? cast.best(i) : (i + 2) % kReplies; };
  EXPECT_THAT(found_in(cast), ElementsAre("S0823 zh", "S0823 en"));
}

TEST(Cues, APlayByPolitenessThatPassesIsReported) {
  Cast cast;
  cast.politest = cast.best;
  cast.second = [](int i) { return (i + 2) % kReplies; };
  EXPECT_THAT(found_in(cast), ElementsAre("S0824 zh", "S0824 en"));
}

// Five of 12 are more than 40 in 100, but one guesser in six does as well.
TEST(Cues, ThatChanceExplainsAreNotReported) {
  Cast cast;
  cast.decisions = 12;
  cast.longest = [&cast](int i) { return i < 5 ? cast.best(i) : (i + 1) % kReplies; };
  EXPECT_THAT(found_in(cast), IsEmpty());
  cast.longest = [&cast](int i) { return i < 7 ? cast.best(i) : (i + 1) % kReplies; };
  EXPECT_THAT(found_in(cast), ElementsAre("S0821 zh", "S0821 en"));
}

// Beyond chance, but within what is aimed at.
TEST(Cues, OfAFortiethPartAreNotReported) {
  Cast cast;
  cast.decisions = 60;
  cast.longest = [&cast](int i) { return i % 5 < 2 ? cast.best(i) : (i + 1) % kReplies; };
  EXPECT_THAT(found_in(cast), IsEmpty());
}

TEST(Cues, OfAFewDecisionsSayNothing) {
  Cast cast;
  cast.decisions = 2;
  cast.longest = cast.politest = cast.best;
  EXPECT_THAT(found_in(cast), IsEmpty());
}

std::string leading_in(const Cast& cast) {
  const CheckedText found = checked(story(cast));
  if (found.information.size() != 1) return "";
  return message(found.information.front(), base::Language::kEn);
}

TEST(Cues, DecisionsWhereOneReplyLeadsInEverythingAreCounted) {
  Cast cast;
  EXPECT_EQ(leading_in(cast),
            "At 16 of 16 decisions (100 %) one reply is behind in no dimension.");
  cast.rival = [](int i) { return i == 3 ? 1 : -1; };
  EXPECT_EQ(leading_in(cast), "At 15 of 16 decisions (94 %) one reply is behind in no dimension.");
}

}  // namespace
}  // namespace aplomb::analysis
