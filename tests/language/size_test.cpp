// How much the reader holds, and that a reply may be as long as it is let be.
#include <gtest/gtest.h>

#include <iostream>

#include "base/text.h"
#include "language/support.h"

namespace aplomb::language {
namespace {

// Authored replies one after the other, up to that many characters.
std::string long_reply(base::Language language, std::size_t characters) {
  std::string all;
  std::size_t count = 0;
  while (count < characters) {
    for (const ShippedScenario& shipped : shipped_scenarios()) {
      for (const scenario::Node& node : shipped.scenario->nodes) {
        for (const scenario::Choice& choice : node.choices) {
          if (choice.kind != scenario::ChoiceKind::kReply || count >= characters) continue;
          all += std::string(choice.text.in(language)) + " ";
          count += base::count_code_points(choice.text.in(language)) + 1;
        }
      }
    }
  }
  return base::to_utf8(base::to_code_points(all).substr(0, characters));
}

TEST(Size, AReplyOfAHundredThousandCharactersIsRead) {
  const ShippedScenario& shipped = shipped_scenarios().front();
  const scenario::Node& node = shipped.scenario->nodes.front();
  for (const base::Language language : base::kLanguages) {
    const Moment moment(shipped, node, language);
    const std::string reply = long_reply(language, 100'000);
    const Reading reading = shipped_reader().read(reply, moment.context);
    EXPECT_TRUE(reading.understood());
    for (const ShownBehaviour& each : reading.behaviours) {
      EXPECT_LE(each.spans.back().end, reply.size());
    }
  }
}

TEST(Size, TheLexiconsOfBothLanguagesAreSmall) {
  const std::size_t bytes = shipped_reader().memory();
  std::cout << "lexicons: " << bytes / 1024 << " KiB\n";
  EXPECT_LT(bytes, std::size_t{15} << 20);
}

}  // namespace
}  // namespace aplomb::language
