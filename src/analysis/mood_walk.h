// Going on with a conversation in every mood that makes a difference on the way.
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "analysis/mood.h"

namespace aplomb::analysis {

// By the first instruction of a condition: what of the mood it may tell apart.
[[nodiscard]] std::vector<MoodCuts> condition_cuts(const scenario::Program& program,
                                                   const Outlooks& outlooks);

// Collects what of the mood the conditions on the way tell apart, and all that is met.
class MoodObserver {
 public:
  MoodObserver(const Outlooks& outlooks, const std::vector<MoodCuts>& at_most)
      : outlooks_(outlooks), at_most_(at_most) {}

  void line(const engine::State&, engine::LineRef ref) {
    trail_.push_back(kLine | ref.line);
    trail_.push_back(ref.choice);
  }
  void arrive(const engine::State&, Index node) { trail_.push_back(kNode | node); }
  void ending(const engine::State&, Index ending, bool) { trail_.push_back(kEnding | ending); }
  void tested(const engine::State& state, scenario::Condition when, bool outcome) {
    trail_.push_back(when.first << 1 | (outcome ? 1U : 0U));
    if (!adds(at_most_[when.first])) return;
    const Outlook found = outlooks_.of(when, state);
    if (found.known) return;
    for (std::size_t i = 0; i < cuts_.size(); ++i) cuts_[i] |= found.cuts[i];
  }

  [[nodiscard]] const MoodCuts& cuts() const { return cuts_; }
  // A number for each thing met, in order.
  std::vector<std::uint32_t>& trail() { return trail_; }

 private:
  [[nodiscard]] bool adds(const MoodCuts& cuts) const {
    std::uint32_t more = 0;
    for (std::size_t i = 0; i < cuts.size(); ++i) more |= cuts[i] & ~cuts_[i];
    return more != 0;
  }

  static constexpr std::uint32_t kLine = 1U << 30;
  static constexpr std::uint32_t kNode = 2U << 30;
  static constexpr std::uint32_t kEnding = 3U << 30;

  const Outlooks& outlooks_;
  const std::vector<MoodCuts>& at_most_;
  MoodCuts cuts_{};
  std::vector<std::uint32_t> trail_;
};

// One mood of each class that the cuts make, one after the other.
class MoodSamples {
 public:
  explicit MoodSamples(const MoodCuts& cuts) : cuts_(cuts) {}

  void put(engine::State& state) const {
    for (int slot = 0; slot < kMoodSlots; ++slot) {
      state.slots[slot] = static_cast<std::int16_t>(mood_value(slot, places_[slot]));
    }
  }

  // The lowest and the highest value of a slot that this mood stands for.
  [[nodiscard]] std::pair<int, int> range(int slot) const {
    const std::uint32_t above = cuts_[slot] >> (places_[slot] + 1);
    const int last =
        above == 0 ? mood_places(slot) - 1 : places_[slot] + __builtin_ctz(above);
    return {mood_value(slot, places_[slot]), mood_value(slot, last)};
  }

  // False after the last.
  bool next() {
    for (int slot = 0; slot < kMoodSlots; ++slot) {
      const std::uint32_t above = cuts_[slot] >> (places_[slot] + 1);
      if (above != 0) {
        places_[slot] += 1 + __builtin_ctz(above);
        return true;
      }
      places_[slot] = 0;
    }
    return false;
  }

 private:
  MoodCuts cuts_;
  std::array<int, kMoodSlots> places_{};
};

}  // namespace aplomb::analysis
