// What later steps can still tell apart in a customer's mood: the meters, how often they were
// heard, and which formulas are worn. Worked backwards through one choice or document at a time.
//
// Meters move in steps of 5, so a meter has 21 places. Bit p of its cuts (1 ≤ p): place p − 1 and
// place p are told apart.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/step.h"

namespace aplomb::analysis {

using scenario::Index;

// Meters, then being heard.
inline constexpr int kMoodSlots = scenario::kMeterCount + 1;
inline constexpr int kMoodPlaces = 21;
static_assert(scenario::kHeardSlot == kMoodSlots - 1);

using MoodCuts = std::array<std::uint32_t, kMoodSlots>;

struct MoodNeeds {
  MoodCuts cuts{};
  std::uint64_t worn = 0;

  // Adds what `other` needs; whether that changed anything.
  bool merge(const MoodNeeds& other);
  void add(const MoodCuts& other);
  bool operator==(const MoodNeeds&) const = default;
};

// Value at a place, and back. Place p of being heard is p turns.
[[nodiscard]] constexpr int mood_value(int slot, int place) {
  return slot == scenario::kHeardSlot ? place : 5 * place;
}
[[nodiscard]] constexpr int mood_place(int slot, int value) {
  return slot == scenario::kHeardSlot ? value : value / 5;
}
[[nodiscard]] constexpr int mood_places(int slot) {
  return slot == scenario::kHeardSlot ? scenario::kMaxHeard + 1 : kMoodPlaces;
}

// How a condition comes out where the facts are those of `state` and the mood may be any.
struct Outlook {
  bool known = false;    // the facts decide
  bool outcome = false;  // if known
  MoodCuts cuts{};       // if not: what of the mood it reads
};

// The conditions of some code, which outlives this.
class Outlooks {
 public:
  explicit Outlooks(std::span<const scenario::Instruction> code);

  [[nodiscard]] Outlook of(scenario::Condition condition, const engine::State& state) const;

  // What of the mood the condition may tell apart, whatever the facts.
  [[nodiscard]] MoodCuts at_most(scenario::Condition condition) const;

 private:
  // A value on the stack: known, or depending on the mood. Its cuts are all nought while known.
  struct Partial {
    bool known;
    std::int32_t value;
    MoodCuts cuts;
  };

  [[nodiscard]] Partial value_of(std::uint32_t instruction, const engine::State& state) const;
  [[nodiscard]] static Partial combined(scenario::Operation operation, const Partial& left,
                                        const Partial& right);

  std::span<const scenario::Instruction> code_;
  std::vector<std::uint32_t> cuts_;  // by instruction: what it tells apart in its slot
};

class MoodFlow {
 public:
  explicit MoodFlow(const engine::Machine& machine);

  // What is needed before taking `choice` (of the program) where `after` is needed when its effects
  // have been made; with what valuing the choice reads.
  [[nodiscard]] MoodNeeds before_choice(std::uint32_t choice, MoodNeeds after) const;
  [[nodiscard]] MoodNeeds before_document(Index document, MoodNeeds after) const;

 private:
  // What one choice may do to one meter.
  struct Pull {
    std::vector<int> places;          // every change that can come out, in places
    MoodNeeds reads;                  // what decides which
  };
  struct Reaction {
    std::array<Pull, scenario::kMeterCount> pulls;
    std::uint64_t valued = 0;   // formulas whose wear matters to the choice's value
    std::uint64_t formulas = 0;  // worn afterwards
    bool heard = false;
  };

  [[nodiscard]] Reaction reaction_of(const scenario::ProgramChoice& choice) const;
  [[nodiscard]] Pull pull_of(const scenario::ProgramChoice& choice, int meter) const;
  void before_effects(MoodNeeds& needs, scenario::Range<scenario::Effect> effects) const;

  const engine::Machine& machine_;
  const scenario::Program& program_;
  std::vector<Reaction> reactions_;  // by choice
};

}  // namespace aplomb::analysis
