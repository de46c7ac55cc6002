// The shipped reader and scenarios, and what is known on arriving at a node.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "language/reader.h"
#include "scenario/load.h"

namespace aplomb::language {

// Loaded once; a lexicon that does not load fails loudly.
const Reader& shipped_reader();

struct ShippedScenario {
  std::string id;
  std::shared_ptr<const scenario::Scenario> scenario;
  CaseBook book;
};
const std::vector<ShippedScenario>& shipped_scenarios();
// Null where there is none of that id.
const ShippedScenario* shipped_scenario(std::string_view id);
const scenario::Node* node_of(const ShippedScenario& shipped, std::string_view id);

// The context of a reply at a node: its own lines were heard, and what they reveal is known.
// Refers to itself: neither copied nor moved.
struct Moment {
  Moment(const ShippedScenario& shipped, const scenario::Node& node, base::Language language);
  Moment(const Moment&) = delete;
  Moment& operator=(const Moment&) = delete;

  std::vector<std::string_view> heard;
  Context context;
};

// The reading of one reply at one node.
Reading read_at(const ShippedScenario& shipped, const scenario::Node& node, base::Language language,
                std::string_view reply);

// The reading without a scenario.
Reading read_alone(std::string_view reply, std::vector<std::string_view> heard = {});

// "restate 2 [waited forty minutes]; apologise 1 […]" for messages.
std::string describe(const Reading& reading, std::string_view reply);

}  // namespace aplomb::language
