// Scenarios of a few words. What a reply shows is written as tags: "restate:2 validate:1
// !calm_down" makes a reply that says "restate-2, validate-1, calm_down", each cited for its own
// behaviour; from level 2 up it answers the case key `waited`.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/replay.h"
#include "scenario/load.h"
#include "scoring/score_sheet.h"

namespace aplomb::scoring {

// `shows`, `negatives` and, for what is said, the text that cites them.
std::string shown(std::string_view tags, bool said = true);

// An element of `replies`, and a member of a node. `extra` is one more member, such as
// "\"once\": true".
std::string reply(std::string_view id, std::string_view tags, std::string_view go,
                  std::string_view extra = "");
std::string act(std::string_view kind, std::string_view tags, std::string_view go,
                std::string_view extra = "");

struct StoryNode {
  std::string id;
  std::vector<std::string> replies;
  std::vector<std::string> members = {};  // such as an act, or "\"provoking\": true"
};

struct Story {
  std::vector<StoryNode> nodes;           // starts at the first
  std::vector<std::string> members = {};  // of the file, such as documents
  std::string keys = R"("waited": {"text": {"zh": "排队四十分钟", "en": "queued for forty minutes"},
      "accepted": {"zh": ["等了四十分钟"], "en": ["forty minutes", "waited forty minutes"]}})";
  std::string record = {};

  [[nodiscard]] std::string text() const;
};

// The shipped rubric.
std::shared_ptr<const Rubric> standard_rubric();

// A customer whom nothing moves; formulas of concern, validate and apologise wear.
engine::AffectModel unmoved();

// Everything that scoring needs to know of a scenario.
struct Stage {
  std::shared_ptr<const engine::Machine> machine;
  std::shared_ptr<const Rubric> rubric;
  Valuation valuation;
  Reference reference;

  explicit Stage(const Story& story, std::shared_ptr<const Rubric> rubric_used = standard_rubric());

  [[nodiscard]] State start() const;
  // The state after choosing, by index; the test fails when one is not on offer.
  [[nodiscard]] State after(const std::vector<Index>& choices) const;
  [[nodiscard]] ScoreSheet sheet(const engine::Attempt& played) const;
};

engine::Action pick(std::string_view reply);
engine::Action action(engine::ActionKind kind, std::string_view subject = "",
                      std::string_view text = "");
// In English from the start.
engine::Attempt attempt(std::vector<engine::Action> actions);

}  // namespace aplomb::scoring
