// Which authored reply a typed one goes with.
#include "language/routing.h"

#include <gtest/gtest.h>

namespace aplomb::language {
namespace {

scenario::Choice reply(scenario::Arena& memory, std::string_view id, const std::string& text,
                       const std::vector<std::pair<Behaviour, int>>& shows,
                       const std::vector<Negative>& negatives = {}) {
  scenario::Choice choice;
  choice.id = memory.keep(id);
  choice.text = {memory.keep("中文" + text), memory.keep(text)};
  auto shown_list = memory.list<scenario::Shown>(shows.size());
  for (const auto& [behaviour, level] : shows) {
    scenario::Shown shown;
    shown.behaviour = behaviour;
    shown.level = level;
    shown_list.add(shown);
  }
  choice.shows = shown_list.done();
  auto negative_list = memory.list<scenario::ShownNegative>(negatives.size());
  for (const Negative negative : negatives) {
    scenario::ShownNegative shown;
    shown.negative = negative;
    negative_list.add(shown);
  }
  choice.negatives = negative_list.done();
  return choice;
}

Reading reading(std::vector<std::pair<Behaviour, int>> shows,
                std::vector<Negative> negatives = {}) {
  Reading read;
  read.understanding = Understanding::kUnderstood;
  for (const auto& [behaviour, level] : shows) {
    read.behaviours.push_back({behaviour, static_cast<std::uint8_t>(level), {{0, 1}}, {}});
  }
  for (const Negative negative : negatives) read.negatives.push_back({negative, {{0, 1}}, {}});
  return read;
}

int nothing_in_common(std::string_view, std::string_view) { return 0; }

class Routing : public ::testing::Test {
 protected:
  std::optional<Nearest> nearest(std::string_view typed, const Reading& read,
                                 const Closeness& closeness = nothing_in_common) const {
    std::vector<const scenario::Choice*> offered;
    for (const scenario::Choice& each : replies_) offered.push_back(&each);
    return nearest_reply(typed, read, offered, closeness);
  }

  scenario::Arena memory_;
  std::vector<scenario::Choice> replies_{
      reply(memory_, "ask", "What happened?", {{Behaviour::kOpenQuestion, 2}}),
      reply(memory_, "name", "You waited forty minutes.", {{Behaviour::kRestate, 2}}),
      reply(memory_, "calm", "Please calm down.", {{Behaviour::kConcern, 1}}, {Negative::kCalmDown}),
      reply(memory_, "plain", "Right.", {})};
};

TEST_F(Routing, GoesWhereTheBehavioursAre) {
  EXPECT_EQ(nearest("so you stood there", reading({{Behaviour::kRestate, 2}}))->reply, 1U);
  EXPECT_EQ(nearest("how so", reading({{Behaviour::kOpenQuestion, 1}}))->reply, 0U);
  EXPECT_EQ(nearest("easy", reading({}, {Negative::kCalmDown}))->reply, 2U);
}

TEST_F(Routing, ALikeBehaviourIsNearer) {
  EXPECT_EQ(nearest("is it the form", reading({{Behaviour::kCheckQuestion, 2}}))->reply, 0U);
  EXPECT_FALSE(nearest("tomorrow at nine", reading({{Behaviour::kNextStep, 2}})));
}

TEST_F(Routing, WhoeverSpeaksOfThisCaseIsFollowedAndAFormulaIsNot) {
  const auto hardly = [](std::string_view, std::string_view authored) {
    return authored == "Right." ? 20 : 0;
  };
  EXPECT_EQ(nearest("I will ring you", reading({{Behaviour::kFollowUp, 2}}), hardly)->reply, 3U);
  EXPECT_FALSE(nearest("I will ring you", reading({{Behaviour::kFollowUp, 1}}), hardly));
}

TEST_F(Routing, WhatTheTextsSayDecidesBetweenEquals) {
  const auto like_the_last = [](std::string_view, std::string_view authored) {
    return authored == "Right." ? 900 : 0;
  };
  EXPECT_EQ(nearest("tomorrow at nine", reading({{Behaviour::kNextStep, 2}}), like_the_last)->reply,
            3U);
}

TEST_F(Routing, OfEqualsTheFirstIsTaken) {
  replies_ = {reply(memory_, "a", "A.", {{Behaviour::kRestate, 2}}),
              reply(memory_, "b", "B.", {{Behaviour::kRestate, 2}})};
  EXPECT_EQ(nearest("so you stood there", reading({{Behaviour::kRestate, 2}}))->reply, 0U);
}

TEST_F(Routing, ItsOwnTextIsARepliesWhateverWasRead) {
  Reading nothing;
  nothing.understanding = Understanding::kNothingFound;
  for (const char* own : {"Right.", "right", " RIGHT ！", "Ｒｉｇｈｔ", "中文Right。"}) {
    const auto found = nearest(own, nothing);
    ASSERT_TRUE(found) << own;
    EXPECT_EQ(found->reply, 3U);
    EXPECT_TRUE(found->verbatim);
  }
  EXPECT_FALSE(nearest("Right then", nothing));
  EXPECT_FALSE(nearest("", nothing));
  EXPECT_FALSE(nearest("?!", nothing));
}

TEST_F(Routing, HarmIsNeverOverlooked) {
  EXPECT_EQ(nearest("idiot", reading({}, {Negative::kInsult}))->reply, 2U)
      << "another harm is nearer than none";
  replies_.resize(2);
  EXPECT_TRUE(nearest("idiot", reading({}, {Negative::kInsult})));
  replies_.clear();
  EXPECT_FALSE(nearest("idiot", reading({}, {Negative::kInsult})));
}

}  // namespace
}  // namespace aplomb::language
