// The story that speed and memory are measured on, made by rule: the same seed gives the same bytes
// on every machine. Every reply has one condition, two effects and a place to go; 2 % of the places
// are endings. The first reply of a node is always on offer, so every play goes on until it ends.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace aplomb::bench {

inline constexpr int kReferenceNodes = 10'000;
inline constexpr int kRepliesEach = 3;
inline constexpr int kVariables = 16;
inline constexpr std::uint64_t kReferenceSeed = 42;

// On offer while `tested` is at least `at_least`; adds to one variable, takes from another.
struct StoryReply {
  int tested = 0;
  int at_least = 0;
  int raised = 0, raise = 0;
  int lowered = 0, lower = 0;
  int target = 0;  // place in ReferenceStory::places
  std::string zh, en;
};

// A node, or an ending where it has no replies.
struct StoryPlace {
  std::string zh, en;
  std::vector<StoryReply> replies;
};

struct ReferenceStory {
  std::vector<StoryPlace> places;  // the start first

  [[nodiscard]] std::size_t reply_count() const;
};

[[nodiscard]] ReferenceStory reference_story(int places = kReferenceNodes,
                                             std::uint64_t seed = kReferenceSeed);

enum class Behaviours : std::uint8_t {
  kNone,
  kShown,  // two in every reply, and a negative in every fourth: work for affect model and rubric
};

// The story as a scenario file with the id `reference`, both languages, that loads without any
// diagnostic. The full one has about 7 MB.
[[nodiscard]] std::string scenario_text(const ReferenceStory& story, Behaviours behaviours);

}  // namespace aplomb::bench
