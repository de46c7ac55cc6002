// Replies made to be scored rather than to be said gain nothing, other ways of typing a reply
// change nothing, and a reply and its translation are read alike.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "language/adversarial/dimensions.h"
#include "language/adversarial/variants.h"
#include "language/support.h"
#include "support/files.h"

namespace aplomb::language {
namespace {

using base::Language;

struct Tally {
  int cases = 0, kept = 0;

  [[nodiscard]] double share() const { return cases == 0 ? 0 : static_cast<double>(kept) / cases; }
};
using Tallies = std::map<std::string, Tally>;

bool shows_misses() {
  static const bool shows = std::getenv("APLOMB_MISSES") != nullptr;
  return shows;
}

void count(Tallies& tallies, const std::string& kind, bool kept, const std::string& what) {
  for (Tally* each : {&tallies[kind], &tallies["ALL"]}) {
    ++each->cases;
    each->kept += static_cast<int>(kept);
  }
  if (!kept && shows_misses()) std::cout << "NOT KEPT " << kind << ": " << what << '\n';
}

void print(const std::string& title, const Tallies& tallies) {
  std::cout << title << '\n';
  for (const auto& [kind, tally] : tallies) {
    std::cout << "  " << kind << ": " << tally.kept << " of " << tally.cases << '\n';
  }
}

// A base of real replies: the authored ones that are worth something, every third for the changes.
template <typename Function>
void each_authored(Function function) {
  for (const ShippedScenario& shipped : shipped_scenarios()) {
    for (const scenario::Node& node : shipped.scenario->nodes) {
      for (const scenario::Choice& choice : node.choices) {
        if (choice.kind == scenario::ChoiceKind::kReply) function(shipped, node, choice);
      }
    }
  }
}

std::string last_line(const scenario::Node& node, Language language) {
  std::string last;
  for (const scenario::Line& each : node.lines) {
    if (each.by == scenario::Speaker::kCustomer) last = each.text.in(language);
  }
  return last;
}

template <typename Enum, typename Shown>
bool shows_any(const nlohmann::json& ids, const Shown& shown) {
  for (const auto& each : ids) {
    const auto id = scenario::from_id<Enum>(each.template get<std::string>());
    if (id && shown(*id)) return true;
  }
  return false;
}

// What the hand-written cases ask for, both ways.
void count_written(Language language, Tallies& tallies) {
  const auto path = test::source_dir() / "tests/language/adversarial" /
                    (std::string(base::language_id(language)) + ".jsonl");
  std::istringstream lines(test::read_file(path));
  const ShippedScenario& shipped = *shipped_scenario("cold-clerk");
  for (std::string line; std::getline(lines, line);) {
    const auto json = nlohmann::json::parse(line);
    const std::string reply = json.at("reply").get<std::string>();
    const Reading reading = read_at(shipped, *node_of(shipped, "tells"), language, reply);
    const auto level = [&](Behaviour behaviour) { return reading.level(behaviour) > 0; };
    const auto shown = [&](Negative negative) { return reading.shows(negative); };
    const auto list = [&](const char* key) { return json.value(key, nlohmann::json::array()); };
    const bool kept = !shows_any<Behaviour>(list("not"), level) &&
                      !shows_any<Negative>(list("not_negative"), shown) &&
                      (list("negative").empty() || shows_any<Negative>(list("negative"), shown));
    count(tallies, "written " + json.at("kind").get<std::string>(), kept,
          reply + " | " + describe(reading, reply));
  }
}

class Adversarial : public testing::TestWithParam<Language> {};

TEST_P(Adversarial, RepliesMadeToScoreGainNothing) {
  const Language language = GetParam();
  Tallies tallies;
  int salt = 0;
  each_authored([&](const ShippedScenario& shipped, const scenario::Node& node,
                    const scenario::Choice& choice) {
    if (choice.shows.empty() || ++salt % 3 != 0) return;
    const std::string& text = choice.text.in(language);
    const Reading plain = read_at(shipped, node, language, text);
    for (const Variant& each : abuses(text, last_line(node, language), language, salt / 3)) {
      const Reading reading = read_at(shipped, node, language, each.reply);
      count(tallies, each.kind, !gains(reading, plain),
            each.reply + "\n    now " + describe(reading, each.reply) + "\n    plain " +
                describe(plain, text));
    }
  });
  count_written(language, tallies);
  print(std::string(base::language_id(language)) + ": gain nothing", tallies);
  EXPECT_GE(tallies["ALL"].cases, 300);
  EXPECT_GE(tallies["ALL"].share(), 0.95);
}

TEST_P(Adversarial, OtherWaysOfTypingAReplyScoreTheSame) {
  const Language language = GetParam();
  Tallies tallies;
  each_authored([&](const ShippedScenario& shipped, const scenario::Node& node,
                    const scenario::Choice& choice) {
    const std::string& text = choice.text.in(language);
    const DimensionValues plain = values_of(read_at(shipped, node, language, text));
    for (const Variant& each : same_replies(text, language)) {
      const Reading reading = read_at(shipped, node, language, each.reply);
      count(tallies, each.kind, values_of(reading) == plain,
            each.reply + " | " + describe(reading, each.reply));
    }
  });
  print(std::string(base::language_id(language)) + ": the same score", tallies);
  EXPECT_EQ(tallies["ALL"].kept, tallies["ALL"].cases);
}

std::string language_name(const testing::TestParamInfo<Language>& tested) {
  return std::string(base::language_id(tested.param));
}

INSTANTIATE_TEST_SUITE_P(Languages, Adversarial, testing::ValuesIn(base::kLanguages),
                         language_name);

TEST(Translation, IsReadWithinOneLevel) {
  Tallies tallies;
  each_authored([&](const ShippedScenario& shipped, const scenario::Node& node,
                    const scenario::Choice& choice) {
    const DimensionValues zh = values_of(read_at(shipped, node, Language::kZh, choice.text.zh));
    const DimensionValues en = values_of(read_at(shipped, node, Language::kEn, choice.text.en));
    for (int i = 0; i < scenario::kDimensionCount; ++i) {
      count(tallies, std::string(scenario::id_of(static_cast<scenario::Dimension>(i))),
            std::abs(zh[i] - en[i]) <= 1, choice.text.zh + " | " + choice.text.en);
    }
  });
  print("a reply and its translation within one level", tallies);
  // The goal is .90 of these pairs of values, one for each dimension and reply.
  EXPECT_GE(tallies["ALL"].share(), 0.87);
}

}  // namespace
}  // namespace aplomb::language
