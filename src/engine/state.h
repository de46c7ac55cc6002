// Where a conversation stands: a small value that is copied, compared and hashed freely.
#pragma once

#include <array>
#include <cstdint>
#include <type_traits>

#include "scenario/program.h"

namespace aplomb::engine {

struct State {
  std::array<std::int16_t, scenario::kMaxSlots> slots{};          // see scenario/program.h
  std::array<std::uint64_t, scenario::kMaxBits / 64> bits{};      // see scenario/program.h
  std::uint64_t worn = 0;   // behaviours whose formula has been used, bit per Behaviour
  std::uint64_t shown = 0;  // behaviours shown at level 2 or more, of those that are asked for
  std::array<scenario::Index, scenario::kMaxCallDepth> returns{};
  scenario::Index node = 0;  // node, or ending from node_count() on
  std::uint8_t depth = 0;    // of `returns`
  std::uint8_t follow_up = 0;  // 1 after an interim ending

  [[nodiscard]] int meter(scenario::Meter meter) const {
    return slots[static_cast<std::size_t>(meter)];
  }
  [[nodiscard]] bool bit(scenario::Index index) const {
    return ((bits[index / 64] >> (index % 64)) & 1U) != 0;
  }
  void set_bit(scenario::Index index) { bits[index / 64] |= std::uint64_t{1} << (index % 64); }

  bool operator==(const State&) const = default;
};

static_assert(sizeof(State) <= 256);
static_assert(std::is_trivially_copyable_v<State>);

}  // namespace aplomb::engine
