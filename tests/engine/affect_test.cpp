// What holds for customers of every temperament. The sentences are those of the field; the numbers
// behind them are data in assets/affect/standard.json and may change, these may not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "base/random.h"
#include "engine/support.h"

namespace aplomb::engine {
namespace {

using scenario::Meter;

class EveryTemperament : public ::testing::TestWithParam<std::string> {
 protected:
  [[nodiscard]] static Persona persona(int heat = 70) {
    Persona result;
    result.temperament = GetParam();
    result.heat = heat;
    return result;
  }
};

INSTANTIATE_TEST_SUITE_P(Affect, EveryTemperament, ::testing::ValuesIn(kTemperaments),
                         [](const auto& each) { return each.param; });

// The change of a meter after one showing, by temperament.
std::map<std::string, int> changes(const std::string& tags, Meter meter, int heat = 70) {
  std::map<std::string, int> result;
  for (const std::string& temperament : kTemperaments) {
    Persona persona;
    persona.temperament = temperament;
    persona.heat = heat;
    Subject subject(persona);
    subject.show(tags);
    result[temperament] = subject.change(meter);
  }
  return result;
}

void expect_most(const std::map<std::string, int>& effect, const std::string& temperament) {
  for (const auto& [other, value] : effect) {
    if (other == temperament) continue;
    EXPECT_GT(effect.at(temperament), value) << other;
  }
}

std::map<std::string, int> negated(std::map<std::string, int> effect) {
  for (auto& [name, value] : effect) value = -value;
  return effect;
}

TEST_P(EveryTemperament, AFormulaSaidASecondTimeNoLongerHelps) {
  for (const char* formula : {"concern:1", "name_feeling:1", "validate:1", "apologise:1"}) {
    Subject subject(persona());
    subject.show(formula);
    EXPECT_LT(subject.change(Meter::kHeat), 0) << formula;
    const State once = subject.state();
    subject.show(formula);
    EXPECT_EQ(subject.state(), once) << formula;
  }
}

TEST_P(EveryTemperament, WhatNamesThisCaseHelpsAgain) {
  Subject subject(persona(90));
  subject.show("name_feeling:2");
  subject.show("name_feeling:2");
  EXPECT_LT(subject.change(Meter::kHeat), 0);
}

TEST_P(EveryTemperament, ARemedyOfferedToSomeoneStillBoilingDoesNotLand) {
  for (const char* remedy : {"fit_remedy:2", "fit_remedy:3", "alternative:3", "offer_choice:3"}) {
    Subject subject(persona(70));
    subject.show(remedy);
    EXPECT_GE(subject.change(Meter::kHeat), 0) << remedy;
    EXPECT_LT(subject.change(Meter::kTrust), 0) << remedy;
  }
}

TEST_P(EveryTemperament, TheSameRemedyLandsOnceTheyWereHeard) {
  Subject subject(persona(100));
  for (int turn = 0; turn < 3; ++turn) subject.show("let_vent:2");
  subject.show("fit_remedy:3");
  EXPECT_LT(subject.change(Meter::kHeat), 0);
  EXPECT_GT(subject.change(Meter::kTrust), 0);
}

TEST_P(EveryTemperament, CalmDownRaisesHeat) {
  Subject subject(persona());
  subject.show("!calm_down");
  EXPECT_GT(subject.change(Meter::kHeat), 0);
}

TEST(Temperaments, CalmDownRaisesTheHeatOfTheCholericMost) {
  expect_most(changes("!calm_down", Meter::kHeat, 50), "choleric");
}

TEST(Temperaments, BeingHeardCoolsTheCholericFastest) {
  expect_most(negated(changes("let_vent:2", Meter::kHeat)), "choleric");
  expect_most(negated(changes("name_feeling:2", Meter::kHeat)), "choleric");
  expect_most(negated(changes("let_vent:2 name_feeling:3", Meter::kHeat)), "choleric");
}

TEST(Temperaments, AVaguePromiseCostsTheMelancholicMostTrust) {
  expect_most(negated(changes("!vague_time", Meter::kTrust)), "melancholic");
  expect_most(negated(changes("own_commitment:1", Meter::kTrust)), "melancholic");
  expect_most(negated(changes("own_commitment:1 !vague_time", Meter::kTrust)), "melancholic");
  expect_most(negated(changes("!over_promise", Meter::kTrust)), "melancholic");
}

TEST(Temperaments, RespectAndAnApologyMoveTheSanguineMost) {
  for (const char* respect : {"apologise:2", "apologise:3", "address_by_name:2",
                              "apologise:2 address_by_name:2"}) {
    auto moved = changes(respect, Meter::kTrust);
    for (const auto& [name, heat] : changes(respect, Meter::kHeat)) moved[name] -= heat;
    expect_most(moved, "sanguine");
  }
}

TEST(Temperaments, ThePhlegmaticShowsLessThanIsFelt) {
  for (int heat = 10; heat <= 100; heat += 5) {
    Persona persona;
    persona.temperament = "phlegmatic";
    persona.heat = heat;
    const Subject subject(persona);
    EXPECT_LT(shown_heat(subject.machine(), subject.state()), heat);
    persona.temperament = "choleric";
    const Subject open(persona);
    EXPECT_EQ(shown_heat(open.machine(), open.state()), heat);
  }
}

// Shown emotion lags heat: what makes a choleric customer furious leaves no such sign here.
TEST(Temperaments, ThePhlegmaticDoesNotLookFurious) {
  Persona persona;
  persona.heat = 85;
  EXPECT_EQ(shown_emotion(Subject(persona).machine(), Subject(persona).state()),
            Emotion::kFurious);
  persona.temperament = "phlegmatic";
  const Emotion shown = shown_emotion(Subject(persona).machine(), Subject(persona).state());
  EXPECT_NE(shown, Emotion::kFurious);
  EXPECT_NE(shown, Emotion::kAngry);
}

TEST_P(EveryTemperament, GivingInToAThreatRaisesTheNextDemand) {
  Persona malicious = persona(50);
  malicious.kind = "malicious";
  Subject subject(malicious);
  subject.show("!capitulate");
  EXPECT_GT(subject.change(Meter::kPressure), 0);
}

TEST_P(EveryTemperament, ALimitWithAPathLowersThePressure) {
  Persona malicious = persona(50);
  malicious.kind = "malicious";
  Subject subject(malicious);
  subject.show("limit_with_path:2");
  EXPECT_LT(subject.change(Meter::kPressure), 0);
  const int generic = subject.change(Meter::kPressure);
  subject.show("limit_with_path:3");
  EXPECT_LT(subject.change(Meter::kPressure), generic);
}

TEST_P(EveryTemperament, AVagueCustomerGetsClearerOnlyByOpenQuestionsRestatingAndChecking) {
  using enum Behaviour;
  const std::vector<Behaviour> clears{kOpenQuestion, kCheckQuestion, kRestate, kSummarise};
  Persona vague = persona(30);
  vague.kind = "vague";
  for (int b = 0; b < scenario::kBehaviourCount; ++b) {
    const auto behaviour = static_cast<Behaviour>(b);
    const bool may_clear = std::find(clears.begin(), clears.end(), behaviour) != clears.end();
    for (std::uint8_t level = 1; level <= 3; ++level) {
      Subject subject(vague);
      subject.show({{behaviour, level}});
      if (!may_clear) {
        EXPECT_LE(subject.change(Meter::kClarity), 0) << scenario::id_of(behaviour);
      } else if (level >= 2) {
        EXPECT_GT(subject.change(Meter::kClarity), 0) << scenario::id_of(behaviour);
      }
    }
  }
}

TEST_P(EveryTemperament, StackedClosedQuestionsCostAVagueCustomersPatience) {
  Persona vague = persona(30);
  vague.kind = "vague";
  Subject subject(vague);
  subject.show("check_question:1 !stacked_questions");
  EXPECT_LT(subject.change(Meter::kPatience), 0);
  EXPECT_LE(subject.change(Meter::kClarity), 0);
}

// Of several behaviours the strongest counts, so that piling them up does not pay.
TEST_P(EveryTemperament, MoreOfTheSameInOneReplyMovesNoFurther) {
  Subject one(persona(90));
  one.show("name_feeling:2");
  Subject many(persona(90));
  many.show("name_feeling:2 validate:1 concern:1 restate:2");
  EXPECT_EQ(many.change(Meter::kHeat), one.change(Meter::kHeat));
}

TEST_P(EveryTemperament, MetersStayOnTheirScaleWhateverIsShown) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE(seed);
    base::Random random(seed);
    Persona any = persona(static_cast<int>(random.below(21)) * 5);
    const std::vector<std::string> kinds{"angry", "vague", "malicious"};
    any.kind = kinds[random.below(3)];
    Subject subject(any);
    for (int turn = 0; turn < 60; ++turn) {
      std::vector<scenario::Tag> tags;
      for (std::uint32_t i = random.below(5); i > 0; --i) {
        tags.push_back({static_cast<Behaviour>(random.below(scenario::kBehaviourCount)),
                        static_cast<std::uint8_t>(1 + random.below(3))});
      }
      subject.show(tags, random.next() & random.next() & ((1U << scenario::kNegativeCount) - 1));
      for (int m = 0; m < subject.machine().program->meter_count; ++m) {
        const int value = subject.state().slots[m];
        ASSERT_GE(value, 0);
        ASSERT_LE(value, 100);
        ASSERT_EQ(value % 5, 0);
      }
    }
  }
}

TEST(AffectModel, ReportsEveryProblemAtOnce) {
  std::string text = read_source("assets/affect/standard.json");
  const auto replace = [&](const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
  };
  replace("\"open_question\": {\"trust\": [0, 0, 5]", "\"open_question\": {\"trust\": [0, 0, 7]");
  replace("\"calm_down\"", "\"calm_dwon\"");
  replace("heat >= 50 and not vented", "haet >= 50");
  const LoadedAffect loaded = load_affect("standard.json", text);
  EXPECT_EQ(loaded.model, nullptr);
  std::vector<std::string> codes;
  for (const auto& each : loaded.diagnostics) codes.push_back(each.code);
  EXPECT_THAT(codes, ::testing::UnorderedElementsAre("S0508", "S0206", "S0502"));
}

}  // namespace
}  // namespace aplomb::engine
