// Random plays of the reference story, by arrays as flat as they can be and by the engine. Both draw
// the same numbers and do the same work: look at the conditions of all replies, take one of those
// on offer, apply its effects, and touch the length of every text that would be shown.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "bench/reference_story.h"
#include "scoring/valuation.h"

namespace aplomb::bench {

// xorshift32 (Marsaglia 2003): the cheapest generator that is good enough, so that choosing at
// random hides little of what is measured.
class QuickRandom {
 public:
  std::uint32_t next() {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 17;
    state_ ^= state_ << 5;
    return state_;
  }

 private:
  std::uint32_t state_ = 2463534242U;
};

// What a play went through. Equal for equal work.
struct Played {
  std::uint64_t steps = 0;
  std::uint64_t text_bytes = 0;  // lengths of all texts shown, in English
  std::uint32_t place = 0;       // where it ended, in ReferenceStory::places
  std::array<std::int32_t, kVariables> variables{};

  bool operator==(const Played&) const = default;
};

// A play that has not ended is broken off here.
inline constexpr std::uint64_t kMostSteps = 2000;

// The yardstick: two arrays of plain integers, nothing checked, nothing that a real story needs.
class FlatStory {
 public:
  explicit FlatStory(const ReferenceStory& story);

  // One play from the start.
  [[nodiscard]] Played play(QuickRandom& random) const;

 private:
  struct Place {
    std::int32_t first, count, text_bytes;
  };
  struct Reply {
    std::int32_t tested, at_least, raised, raise, lowered, lower, target, text_bytes;
  };

  std::vector<Place> places_;
  std::vector<Reply> replies_;
};

// The reference story as the program plays it.
class EngineStory {
 public:
  EngineStory(std::shared_ptr<const scenario::Program> program, const engine::AffectModel& affect,
              std::shared_ptr<const scoring::Rubric> rubric);

  [[nodiscard]] Played play(QuickRandom& random) const;

  // The same, with every turn valued against the best one on offer, and the score of the whole.
  struct ScoredPlay {
    Played played;
    std::optional<scoring::Score> score;
  };
  [[nodiscard]] ScoredPlay scored_play(QuickRandom& random) const;

  [[nodiscard]] engine::State start() const;

 private:
  template <typename Turn>
  engine::State walk(QuickRandom& random, Played& played, Turn turn) const;
  void finish(const engine::State& state, Played& played) const;

  std::shared_ptr<const engine::Machine> machine_;
  scoring::Valuation valuation_;
  scoring::Reference reference_;
  std::vector<std::uint32_t> place_of_;  // by node, then ending of the program
};

}  // namespace aplomb::bench
