// Topics that have all been used lead on by themselves; where that leads back, nobody would ever
// have a turn again.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "scenario/load.h"
#include "support/files.h"

namespace aplomb::scenario {
namespace {

// The smallest scenario, with a topic beside its other replies.
std::string with_topics_that_lead_to(const std::string& then) {
  auto story = nlohmann::ordered_json::parse(
      test::read_file(test::source_dir() / "tests/scenario/minimal.json"));
  auto& opening = story["nodes"]["opening"];
  opening["topics"] = {{"then", then}};
  opening["replies"].push_back({{"id", "ask"},
                                {"topic", true},
                                {"text", {{"zh", "几点来的？"}, {"en", "Since when?"}}}});
  return story.dump();
}

bool goes_in_a_circle(const Loaded& loaded) {
  return std::any_of(loaded.diagnostics.begin(), loaded.diagnostics.end(),
                     [](const Diagnostic& each) { return each.code == "S0407"; });
}

TEST(Topics, MustNotLeadBackWhenNoneIsLeft) {
  EXPECT_TRUE(goes_in_a_circle(load("minimal.json", with_topics_that_lead_to("opening"))));
}

TEST(Topics, MayLeadOnWhereOtherRepliesAreLeft) {
  const Loaded loaded = load("minimal.json", with_topics_that_lead_to("resolved"));
  EXPECT_TRUE(loaded.program) << (loaded.diagnostics.empty()
                                      ? ""
                                      : render(loaded.diagnostics[0], base::Language::kEn));
}

}  // namespace
}  // namespace aplomb::scenario
