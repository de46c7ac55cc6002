// How long a reply takes and how much the reader holds. The limits are those of a machine that
// does nothing else; a slow one is allowed four times as much.
#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <iostream>

#include "base/text.h"
#include "language/support.h"

namespace aplomb::language {
namespace {

// Time that the processor spent on it, whatever else it did meanwhile.
double microseconds() { return 1e6 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// The shortest of a few runs: what the reply takes when nothing else runs.
double time_of(const ShippedScenario& shipped, const scenario::Node& node, base::Language language,
               const std::string& reply) {
  double best = 1e9;
  const Moment moment(shipped, node, language);
  for (int i = 0; i < 3; ++i) {
    const double start = microseconds();
    const Reading reading = shipped_reader().read(reply, moment.context);
    best = std::min(best, microseconds() - start);
    if (reading.understanding == Understanding::kBrokenText) return -1;
  }
  return best;
}

// Authored replies one after the other, up to that many characters.
std::string long_reply(base::Language language, std::size_t characters) {
  std::string all;
  std::size_t count = 0;
  while (count < characters) {
    for (const ShippedScenario& shipped : shipped_scenarios()) {
      for (const scenario::Node& node : shipped.scenario->nodes) {
        for (const scenario::Choice& choice : node.choices) {
          if (choice.kind != scenario::ChoiceKind::kReply || count >= characters) continue;
          all += choice.text.in(language) + " ";
          count += base::count_code_points(choice.text.in(language)) + 1;
        }
      }
    }
  }
  return base::to_utf8(base::to_code_points(all).substr(0, characters));
}

TEST(Speed, OfRepliesUpToAThousandCharacters) {
  for (const base::Language language : base::kLanguages) {
    std::vector<double> times;
    for (const ShippedScenario& shipped : shipped_scenarios()) {
      for (const scenario::Node& node : shipped.scenario->nodes) {
        for (const scenario::Choice& choice : node.choices) {
          if (choice.kind != scenario::ChoiceKind::kReply) continue;
          times.push_back(time_of(shipped, node, language, choice.text.in(language)));
        }
      }
    }
    const ShippedScenario& shipped = shipped_scenarios().front();
    const double longest =
        time_of(shipped, shipped.scenario->nodes.front(), language, long_reply(language, 1000));
    std::sort(times.begin(), times.end());
    const double median = times[times.size() / 2];
    const double worst = std::max(times.back(), longest);
    std::cout << base::language_id(language) << ": median " << median << " us, worst of "
              << times.size() << " replies " << times.back() << " us, 1,000 characters " << longest
              << " us\n";
    EXPECT_LT(median, 4 * 200);
    EXPECT_LT(worst, 4 * 2000);
  }
}

TEST(Speed, GrowsLinearly) {
  const ShippedScenario& shipped = shipped_scenarios().front();
  const scenario::Node& node = shipped.scenario->nodes.front();
  for (const base::Language language : base::kLanguages) {
    const double ten = time_of(shipped, node, language, long_reply(language, 10'000));
    const double hundred = time_of(shipped, node, language, long_reply(language, 100'000));
    std::cout << base::language_id(language) << ": 10,000 characters " << ten / 1000
              << " ms, 100,000 " << hundred / 1000 << " ms\n";
    EXPECT_LT(hundred, 25 * ten);
  }
}

TEST(Memory, OfBothLanguagesIsSmall) {
  const std::size_t bytes = shipped_reader().memory();
  std::cout << "lexicons: " << bytes / 1024 << " KiB\n";
  EXPECT_LT(bytes, std::size_t{15} << 20);
}

}  // namespace
}  // namespace aplomb::language
