// Every reply of the shipped scenarios, typed word for word, against what its author tagged: a
// behaviour within one level, a negative found, a critical failure found. The goal is all of them;
// the floors below are what general rules, without a single sentence of the scenarios among them,
// have reached.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>

#include "language/support.h"

namespace aplomb::language {
namespace {

struct Count {
  int tagged = 0, exact = 0, within_one = 0;  // of what was tagged
  int read = 0, extra = 0;                    // of what was read
  int zeros = 0;                              // tagged, and not read at all
};

struct Figures {
  std::map<std::string, Count> behaviours, negatives;
  Count all, all_negatives;
  int replies = 0, critical_tagged = 0, critical_found = 0, critical_extra = 0;
};

// With APLOMB_MISSES in the environment, every miss is printed.
bool shows_misses() {
  static const bool shows = std::getenv("APLOMB_MISSES") != nullptr;
  return shows;
}

void compare(const ShippedScenario& shipped, const scenario::Node& node,
             const scenario::Choice& choice, base::Language language, Figures& figures) {
  const std::string& text = choice.text.in(language);
  const Reading reading = read_at(shipped, node, language, text);
  ++figures.replies;
  const std::string place = shipped.id + " " + node.id + "." + choice.id + " (" +
                            std::string(base::language_id(language)) + ")";
  for (const scenario::Shown& tag : choice.shows) {
    const int level = reading.level(tag.behaviour);
    const bool near = std::abs(level - tag.level) <= 1;
    for (Count* count :
         {&figures.all, &figures.behaviours[std::string(scenario::id_of(tag.behaviour))]}) {
      ++count->tagged;
      count->exact += static_cast<int>(level == tag.level);
      count->within_one += static_cast<int>(near);
      count->zeros += static_cast<int>(level == 0);
    }
    if (!near && shows_misses()) {
      std::cout << "MISS " << place << ": " << scenario::id_of(tag.behaviour) << ' ' << tag.level
                << " [" << tag.words.in(language) << "]\n     " << text << "\n     "
                << describe(reading, text) << '\n';
    }
  }
  for (const ShownBehaviour& each : reading.behaviours) {
    const bool tagged =
        std::any_of(choice.shows.begin(), choice.shows.end(),
                    [&](const scenario::Shown& tag) { return tag.behaviour == each.behaviour; });
    for (Count* count :
         {&figures.all, &figures.behaviours[std::string(scenario::id_of(each.behaviour))]}) {
      ++count->read;
      count->extra += static_cast<int>(!tagged);
    }
  }
  for (const scenario::ShownNegative& tag : choice.negatives) {
    const bool found = reading.shows(tag.negative);
    for (Count* count :
         {&figures.all_negatives, &figures.negatives[std::string(scenario::id_of(tag.negative))]}) {
      ++count->tagged;
      count->exact += static_cast<int>(found);
    }
    if (!found && shows_misses()) {
      std::cout << "MISS " << place << ": -" << scenario::id_of(tag.negative) << " ["
                << tag.words.in(language) << "]\n     " << text << "\n     "
                << describe(reading, text) << '\n';
    }
  }
  for (const ShownNegative& each : reading.negatives) {
    const bool tagged = std::any_of(
        choice.negatives.begin(), choice.negatives.end(),
        [&](const scenario::ShownNegative& tag) { return tag.negative == each.negative; });
    for (Count* count : {&figures.all_negatives,
                         &figures.negatives[std::string(scenario::id_of(each.negative))]}) {
      ++count->read;
      count->extra += static_cast<int>(!tagged);
    }
    if (!tagged && shows_misses()) {
      std::cout << "EXTRA " << place << ": -" << scenario::id_of(each.negative) << " ["
                << text.substr(each.spans[0].first, each.spans[0].end - each.spans[0].first)
                << "]\n";
    }
  }
  figures.critical_tagged += static_cast<int>(choice.critical.size());
  for (const scenario::Text& id : choice.critical) {
    for (const ShownCritical& each : reading.critical) {
      if (shipped.scenario->critical[each.critical].id == id) ++figures.critical_found;
    }
  }
  if (choice.critical.empty() && !reading.critical.empty()) {
    ++figures.critical_extra;
    if (shows_misses()) {
      std::cout << "EXTRA " << place << ": critical "
                << shipped.scenario->critical[reading.critical[0].critical].id << "\n     " << text
                << '\n';
    }
  }
}

Figures measure(base::Language language) {
  Figures figures;
  for (const ShippedScenario& shipped : shipped_scenarios()) {
    for (const scenario::Node& node : shipped.scenario->nodes) {
      for (const scenario::Choice& choice : node.choices) {
        if (choice.kind != scenario::ChoiceKind::kReply) continue;
        compare(shipped, node, choice, language, figures);
      }
    }
  }
  return figures;
}

void print(base::Language language, const Figures& figures) {
  std::cout << base::language_id(language) << ": " << figures.replies << " authored replies\n";
  const auto line = [](const std::string& name, const Count& count) {
    std::cout << "  " << name << std::string(26 - std::min<std::size_t>(name.size(), 25), ' ')
              << "tagged " << count.tagged << "  exact " << count.exact << "  within one "
              << count.within_one << "  not read " << count.zeros << "  read " << count.read
              << "  untagged " << count.extra << '\n';
  };
  for (const auto& [name, count] : figures.behaviours)
    line(name, count);
  line("ALL BEHAVIOURS", figures.all);
  for (const auto& [name, count] : figures.negatives)
    line("-" + name, count);
  line("ALL NEGATIVES", figures.all_negatives);
  std::cout << "  critical: " << figures.critical_found << " of " << figures.critical_tagged
            << " found, " << figures.critical_extra << " in replies without\n";
}

class Authored : public testing::TestWithParam<base::Language> {};

TEST_P(Authored, RepliesAreReadWithinOneLevelOfTheirTags) {
  const Figures figures = measure(GetParam());
  print(GetParam(), figures);
  ASSERT_GT(figures.replies, 100);
  constexpr int kWithinOnePercent = 90;
  constexpr int kNegativesPercent = 77;
  constexpr int kMostFalseCritical = 12;
  EXPECT_GE(100 * figures.all.within_one, kWithinOnePercent * figures.all.tagged);
  EXPECT_GE(100 * figures.all_negatives.exact, kNegativesPercent * figures.all_negatives.tagged);
  EXPECT_EQ(figures.critical_found, figures.critical_tagged);
  EXPECT_LE(figures.critical_extra, kMostFalseCritical);
}

std::string language_name(const testing::TestParamInfo<base::Language>& tested) {
  return std::string(base::language_id(tested.param));
}

INSTANTIATE_TEST_SUITE_P(Languages, Authored, testing::ValuesIn(base::kLanguages), language_name);

}  // namespace
}  // namespace aplomb::language
