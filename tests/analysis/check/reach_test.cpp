// What cannot happen is reported once, where it begins.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sound.h"

namespace aplomb::analysis {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// "S0701 $.nodes.waits" of each problem.
std::vector<std::string> found_in(const std::string& patch) {
  const CheckedText found = checked(sound_with(Json::parse(patch)));
  EXPECT_TRUE(found.loads);
  std::vector<std::string> all;
  for (const auto& each : found.problems) all.push_back(each.code + " " + each.path);
  return all;
}

std::string value_of(const scenario::Diagnostic& problem, const std::string& name) {
  for (const auto& [key, value] : problem.values) {
    if (key == name) return value;
  }
  return "";
}

TEST(Reach, OfPlacesThatHangTogetherTheFirstIsReported) {
  EXPECT_THAT(found_in(R"json({
    "nodes": {"b": {"stage": "settle", "goto": "c"}, "c": {"stage": "settle", "goto": "walks_out"},
              "a": {"stage": "settle", "goto": "b"}},
    "endings": {"walks_out": {"kind": "lost", "title": {"zh": "走了", "en": "Gone"},
                              "text": {"zh": "她走了。", "en": "She left."}, "keeps": 9}}})json"),
              ElementsAre("S0701 $.nodes.a"));
}

TEST(Reach, OfACircleTheFirstInTheFileIsReported) {
  EXPECT_THAT(found_in(R"json({"nodes": {
    "a": {"stage": "settle", "silence": {"after": 30, "goto": "b"}},
    "b": {"stage": "settle", "silence": {"after": 30, "goto": "a"}}}})json"),
              ElementsAre("S0701 $.nodes.a"));
}

TEST(Reach, WhatIsBehindAReplyThatIsNeverOnOfferIsNotReportedAgain) {
  EXPECT_THAT(found_in(R"json({"nodes": {
    "offers": {"silence": {"after": 30, "when": "visits(opening) == 0", "goto": "waits"}},
    "waits": {"stage": "settle", "goto": "partly"}}})json"),
              ElementsAre("S0703 $.nodes.offers.silence"));
}

TEST(Reach, AnEndingBehindAConditionThatNeverHoldsIsReportedWithTheWayThere) {
  const CheckedText found = checked(sound_with(Json::parse(R"json({
    "nodes": {"offers": {"silence": {"after": 30, "goto": [
      {"when": "heat >= 80 and heat < 40", "goto": "walks_out"}, {"goto": "partly"}]}}},
    "endings": {"walks_out": {"kind": "lost", "title": {"zh": "走了", "en": "Gone"},
                              "text": {"zh": "她走了。", "en": "She left."}, "keeps": 9}}})json")));
  ASSERT_EQ(found.problems.size(), 1U) << found.rendered();
  EXPECT_EQ(found.problems[0].code, "S0704");
  EXPECT_EQ(value_of(found.problems[0], "from"), "offers.silence");
}

TEST(Reach, WhatOnlyATypedReplyLeadsToIsNotExploredAndNotReported) {
  EXPECT_THAT(found_in(R"json({"nodes": {
    "offers": {"typed": [{"when": "negative(insult)", "goto": "insulted"}]},
    "insulted": {"stage": "settle", "goto": "insulted_more"},
    "insulted_more": {"stage": "settle", "goto": "lost"}}})json"),
              IsEmpty());
}

TEST(Reach, OnATypedWayThatIsMetOtherwiseEverythingIsLookedAt) {
  EXPECT_THAT(found_in(R"json({"nodes": {
    "offers": {"typed": [{"when": "negative(insult)", "goto": "asks"}]},
    "waits": {"stage": "settle", "goto": "asks"}}})json"),
              ElementsAre("S0701 $.nodes.waits"));
}

TEST(Reach, AWatchThatNeverHoldsIsReported) {
  EXPECT_THAT(found_in(R"json({"watch": [
    {"when": "patience <= 0 and heat <= 0", "goto": "lost"}]})json"),
              ElementsAre("S0709 $.watch[0].when"));
}

TEST(Reach, ABranchThatThoseBeforeItAlwaysCatchIsReported) {
  EXPECT_THAT(found_in(R"json({"nodes": {"asks": {"silence": {"after": 30, "goto": [
    {"when": "visits(opening) == 1", "goto": "offers"},
    {"when": "visits(opening) >= 2", "goto": "lost"},
    {"when": "heat >= 70", "goto": "lost"}, {"goto": "offers"}]}}}})json"),
              ElementsAre("S0708 $.nodes.asks.silence.goto[1].when"));
}

TEST(Reach, AReplyBehindAConditionThatAlwaysHoldsIsReportedAtTheCondition) {
  EXPECT_THAT(found_in(R"json({"nodes": {"asks": {"silence": {
    "after": 30, "when": "knows(waited)", "goto": "offers"}}}})json"),
              ElementsAre("S0708 $.nodes.asks.silence.when"));
}

TEST(WaysOut, ARuleForTypedRepliesIsFollowedInEveryMood) {
  EXPECT_THAT(found_in(R"json({"nodes": {
    "asks": {"typed": [{"when": "negative(insult)", "goto": "insulted"}]},
    "insulted": {"stage": "settle", "replies": [{"id": "sorry", "when": "heat < 70",
      "text": {"zh": "让您久等了。", "en": "You have waited long."}, "goto": "asks"}]}}})json"),
              ElementsAre("S0707 $.nodes.insulted"));
}

TEST(WaysOut, AMoodThatTheEffectsRuleOutIsNotFollowed) {
  const std::string with = R"json({"nodes": {
    "offers": {"silence": {"after": 30, "effects": [%], "goto": "waits"}},
    "waits": {"stage": "settle", "replies": [
      {"id": "first", "when": "visits(opening) == 1 and heat <= 60",
       "text": {"zh": "让您久等了。", "en": "You have waited long."}, "goto": "offers"},
      {"id": "again", "when": "visits(opening) >= 2 and heat <= 60",
       "text": {"zh": "又让您等。", "en": "You have to wait again."}, "goto": "offers"}]}}})json";
  const auto having = [&](const std::string& effects) {
    std::string text = with;
    return found_in(text.replace(text.find('%'), 1, effects));
  };
  EXPECT_THAT(having("\"heat = 50\""), IsEmpty());
  EXPECT_THAT(having("\"heat -= 40\""), IsEmpty());
  EXPECT_THAT(having("\"heat -= 35\""), ElementsAre("S0707 $.nodes.waits"));
}

TEST(WaysOut, ADocumentThatChangesTheMoodIsFollowed) {
  const std::string with = R"json({
    "documents": {"log": {"title": {"zh": "记录", "en": "Log"}, "text": {"zh": "记录。", "en": "Log."},
                          "minutes": 2, "effects": [%]}},
    "nodes": {
      "offers": {"silence": {"after": 30, "goto": "waits"}},
      "waits": {"stage": "settle", "documents": ["log"], "goto": "offers", "replies": [
        {"id": "first", "when": "visits(opening) == 1 and patience >= 20",
         "text": {"zh": "让您久等了。", "en": "You have waited long."}, "goto": "offers"},
        {"id": "again", "when": "visits(opening) >= 2 and patience >= 20",
         "text": {"zh": "又让您等。", "en": "You have to wait again."}, "goto": "offers"}]}}})json";
  const auto having = [&](const std::string& effect) {
    std::string text = with;
    return found_in(text.replace(text.find('%'), 1, effect));
  };
  EXPECT_THAT(having("\"patience += 5\""), IsEmpty());
  EXPECT_THAT(having("\"heat += 5\""), IsEmpty());
  EXPECT_THAT(having("\"patience -= 5\""), ElementsAre("S0707 $.nodes.waits"));
}

TEST(WaysOut, ALoopOverSeveralNodesIsReportedOnce) {
  const CheckedText found = checked(sound_with(Json::parse(R"json({"nodes": {
    "offers": {"silence": {"after": 30, "goto": "a"}},
    "a": {"stage": "settle", "silence": {"after": 30, "goto": "b"}},
    "b": {"stage": "settle", "silence": {"after": 30, "goto": "a"}}}})json")));
  ASSERT_EQ(found.problems.size(), 1U) << found.rendered();
  EXPECT_EQ(found.problems[0].code, "S0706");
  EXPECT_EQ(found.problems[0].path, "$.nodes.a");
  EXPECT_EQ(value_of(found.problems[0], "others"), "b");
  EXPECT_EQ(value_of(found.problems[0], "play"),
            "opening.name_it → asks.ask_wish → offers.silence");
}

}  // namespace
}  // namespace aplomb::analysis
