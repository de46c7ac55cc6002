// A state's relevant part in 64 bits: where it belongs in the control graph, and its mood as far as
// it is told apart there. States with the same key go on alike.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "analysis/control_graph.h"

namespace aplomb::analysis {

using StateKey = std::uint64_t;

class StateKeys {
 public:
  // `control` has been built and outlives this.
  explicit StateKeys(const ControlGraph& control);

  // Of a state that the control graph holds.
  [[nodiscard]] StateKey encode(const engine::State& state, ControlNumber control) const;
  [[nodiscard]] StateKey encode(const engine::State& state) const {
    return encode(state, control_.find(state));
  }

  // The representative: encoding it gives the key back.
  [[nodiscard]] engine::State decode(StateKey key) const;

  [[nodiscard]] static ControlNumber control_of(StateKey key) {
    return static_cast<ControlNumber>(key & kControlMask);
  }

 private:
  static constexpr int kControlWidth = 31;
  static constexpr StateKey kControlMask = (StateKey{1} << kControlWidth) - 1;

  struct Field {
    std::uint8_t slot = 0;
    std::uint8_t width = 0;
    std::array<std::uint8_t, kMoodPlaces> class_of{};  // by place
    std::array<std::uint8_t, kMoodPlaces> lowest{};    // place, by class
  };
  struct Layout {
    std::array<Field, kMoodSlots> fields;
    int field_count = 0;
    std::uint64_t worn = 0;
  };

  [[nodiscard]] static Layout layout_for(const MoodNeeds& needs);

  const ControlGraph& control_;
  std::vector<Layout> layouts_;
  std::vector<std::uint32_t> layout_of_;  // by control number
};

}  // namespace aplomb::analysis
