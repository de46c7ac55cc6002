// Which input each bot takes.
#include "analysis/bot.h"

#include <gtest/gtest.h>

#include <map>

#include "small_story.h"

namespace aplomb::analysis {
namespace {

using base::Language;
using test::reply;
using test::showing;
using test::with_mistake;

// What is on offer at the start.
Offer offer_at(const scoring::Valuation& valuation, const engine::State& state) {
  const scenario::Program& program = *valuation.machine().program;
  Offer offer;
  for (Index i = 0; i < program.nodes[state.node].choices.count; ++i) {
    if (engine::offered(program, state, i)) offer.choices[offer.count++] = i;
  }
  offer.best = valuation.best(state)->choice;
  return offer;
}

// How often the bot takes each input of the first node, by id, out of `times`.
std::map<std::string, int> taken(const scoring::Valuation& valuation, const Bot& bot, int times) {
  const scenario::Program& program = *valuation.machine().program;
  engine::Silent silent;
  const engine::State state = engine::begin(valuation.machine(), silent);
  const Offer offer = offer_at(valuation, state);
  base::Random random(7);
  std::map<std::string, int> counts;
  for (int i = 0; i < times; ++i) {
    const engine::Input input = bot.choose(state, offer, random);
    const bool chosen = input.kind == engine::InputKind::kChoose;
    ++counts[chosen ? program.scenario->nodes[state.node].choices[input.index].id
                    : program.scenario->documents[input.index].id];
  }
  return counts;
}

std::string always(const scoring::Valuation& valuation, Policy policy, Language language) {
  const Bot bot(valuation, policy, language);
  EXPECT_EQ(bot.always_alike(), policy != Policy::kGamerWords);
  const auto counts = taken(valuation, bot, 20);
  return counts.size() == 1 ? counts.begin()->first : "not always the same";
}

TEST(Bot, GamersGoByTheTextOfTheLanguage) {
  const auto valuation = test::small_story(
      {{"opening", test::node({reply("first", "好。", "Yes.", "resolved"),
                               reply("polite", "请您放心", "Very good", "resolved"),
                               reply("kind", "行吧", "Please, of course, sorry", "resolved"),
                               reply("long_zh", "这件事我们会按照规定的流程来处理的",
                                     "As it is.", "resolved"),
                               reply("long_en", "照办", "We shall do as it says in the rule book",
                                     "resolved")})}});
  ASSERT_TRUE(valuation);
  EXPECT_EQ(always(*valuation, Policy::kGamerFirst, Language::kZh), "first");
  EXPECT_EQ(always(*valuation, Policy::kGamerWords, Language::kZh), "polite");
  EXPECT_EQ(always(*valuation, Policy::kGamerWords, Language::kEn), "kind");
  EXPECT_EQ(always(*valuation, Policy::kGamerLongest, Language::kZh), "long_zh");
  EXPECT_EQ(always(*valuation, Policy::kGamerLongest, Language::kEn), "long_en");
}

// Nothing but chance tells equally polite replies apart; equally long ones are taken as authored.
TEST(Bot, OfEquallyPoliteRepliesAnyIsTaken) {
  const auto valuation = test::small_story(
      {{"opening", test::node({reply("plain", "好。", "Yes.", "resolved"),
                               reply("one", "请您放心", "Please, of course.", "resolved"),
                               reply("two", "您请放心", "Of course, please.", "resolved")})}});
  ASSERT_TRUE(valuation);
  const auto counts = taken(*valuation, Bot(*valuation, Policy::kGamerWords, Language::kEn), 300);
  EXPECT_EQ(counts.size(), 2U);
  EXPECT_GT(counts.at("one"), 100);
  EXPECT_GT(counts.at("two"), 100);
  EXPECT_EQ(always(*valuation, Policy::kGamerLongest, Language::kZh), "one");
}

TEST(Bot, GamersTakeAnActOnlyWhenThereIsNothingToSay) {
  test::Json opening = test::node({reply("mute", "嗯", "Mm", "resolved")});
  opening["pause"]["text"] = {{"zh", "请您喝一杯温水，再请您坐下"}, {"en", "Please, some water"}};
  opening["pause"]["goto"] = "resolved";
  const auto valuation = test::small_story({{"opening", opening}});
  ASSERT_TRUE(valuation);
  for (const Policy gamer : kGamers) {
    EXPECT_EQ(always(*valuation, gamer, Language::kZh), "mute");
  }
}

TEST(Bot, TheExpertTakesTheBestAndTheEarlierOfEquals) {
  const auto valuation = test::small_story(
      {{"opening",
        test::node({reply("nothing", "好。", "Yes.", "resolved"),
                    showing(reply("good", "等了四十分钟", "All that time", "resolved"), "restate", 2),
                    showing(reply("as_good", "这么久", "So long", "resolved"), "restate", 2)})}});
  ASSERT_TRUE(valuation);
  EXPECT_EQ(always(*valuation, Policy::kExpert, Language::kZh), "good");
}

std::unique_ptr<const scoring::Valuation> temptations() {
  return test::small_story(
      {{"opening",
        test::node({with_mistake(reply("calm", "冷静", "Calm down", "resolved"), "calm_down"),
                    with_mistake(reply("insult", "笨", "Fool", "resolved"), "insult"),
                    with_mistake(reply("order", "坐下", "Sit", "resolved"), "order"),
                    showing(reply("good", "等了四十分钟", "All that time", "resolved"), "restate",
                            3)})}});
}

TEST(Bot, TheNoviceErrsMostlyAndHardlyEverInsults) {
  const auto valuation = temptations();
  ASSERT_TRUE(valuation);
  auto counts = taken(*valuation, Bot(*valuation, Policy::kNovice, Language::kZh), 10'000);
  EXPECT_GT(counts["calm"], counts["order"]);
  EXPECT_GT(counts["order"], counts["insult"]);
  EXPECT_GT(counts["good"], 1000);
  EXPECT_GT(counts["calm"], 2 * counts["good"]);
  EXPECT_LT(counts["insult"], 300);
}

TEST(Bot, TheHotHeadOrdersAndInsults) {
  const auto valuation = temptations();
  ASSERT_TRUE(valuation);
  auto counts = taken(*valuation, Bot(*valuation, Policy::kHotHeaded, Language::kZh), 10'000);
  EXPECT_GT(counts["order"] + counts["insult"], 6000);
  EXPECT_LT(counts["good"], 500);
}

TEST(Bot, TheNoviceOffersARemedyTooEarlyAndLessOnceTheCustomerHasVented) {
  const auto valuation = test::small_story(
      {{"opening",
        test::node({showing(reply("remedy", "赔", "Paid", "resolved"), "fit_remedy", 3),
                    showing(reply("good", "等了四十分钟", "All that time", "resolved"), "restate",
                            3)})}});
  ASSERT_TRUE(valuation);
  const scenario::Program& program = *valuation->machine().program;
  ASSERT_GT(program.vent_need, 0);
  const scenario::ProgramChoice& remedy = program.choices[0];
  EXPECT_GT(novice_pull(program, remedy, false), novice_pull(program, remedy, true));
  const scenario::ProgramChoice& good = program.choices[1];
  EXPECT_EQ(novice_pull(program, good, false), novice_pull(program, good, true));
  // The same by the state alone.
  engine::Silent silent;
  engine::State state = engine::begin(valuation->machine(), silent);
  const Offer offer = offer_at(*valuation, state);
  const Bot novice(*valuation, Policy::kNovice, Language::kZh);
  const auto remedies = [&] {
    base::Random random(1);
    int count = 0;
    for (int i = 0; i < 1000; ++i) count += novice.choose(state, offer, random).index == 0 ? 1 : 0;
    return count;
  };
  const int before = remedies();
  state.slots[scenario::kHeardSlot] = static_cast<std::int16_t>(program.vent_need);
  EXPECT_GT(before, remedies() + 100);
}

TEST(Bot, SkillMixesTheNoviceWithTheExpert) {
  const auto valuation = temptations();
  ASSERT_TRUE(valuation);
  int before = -1;
  for (const int skill : {0, 50, 100}) {
    const Bot bot(*valuation, Policy::kSkilled, Language::kZh, skill);
    EXPECT_EQ(bot.always_alike(), skill == 100);
    auto counts = taken(*valuation, bot, 10'000);
    EXPECT_GT(counts["good"], before + 2000 * (skill > 0 ? 1 : 0));
    before = counts["good"];
  }
  EXPECT_EQ(before, 10'000);
}

TEST(Bot, OnlyTheRandomOneConsultsDocuments) {
  test::Json opening = test::node({reply("say", "嗯", "Mm", "resolved")});
  opening["documents"] = {"log"};
  const auto valuation = test::small_story(
      {{"opening", opening}},
      {{"documents",
        {{"log",
          {{"title", {{"zh", "单"}, {"en", "Log"}}},
           {"text", {{"zh", "字"}, {"en", "Words"}}},
           {"minutes", 1}}}}}});
  ASSERT_TRUE(valuation);
  for (const Policy policy : kBots) {
    auto counts = taken(*valuation, Bot(*valuation, policy, Language::kEn), 1000);
    if (policy == Policy::kRandom) {
      EXPECT_NEAR(counts["log"], 500, 80);
    } else {
      EXPECT_EQ(counts["log"], 0) << id_of(policy);
    }
  }
}

TEST(Policy, NamesStandForTheirBots) {
  EXPECT_EQ(bots_named("gamer").size(), 3U);
  EXPECT_TRUE(bots_named("skilled").empty());
  EXPECT_TRUE(bots_named("").empty());
  for (const std::string_view name : bot_names()) EXPECT_FALSE(bots_named(name).empty()) << name;
  for (const Policy policy : kBots) {
    ASSERT_EQ(bots_named(id_of(policy)).size(), 1U);
    EXPECT_EQ(bots_named(id_of(policy))[0], policy);
  }
}

}  // namespace
}  // namespace aplomb::analysis
