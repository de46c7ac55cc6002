// What the choices of a program do to the customer, worked out beforehand as far as that goes: most
// of it depends on the state only in whether the formulas are worn.
#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>
#include <vector>

#include "engine/affect.h"
#include "scenario/program.h"

namespace aplomb::engine {

// Names every set of the behaviours that may wear by a number of six bits.
class FormulaSets {
 public:
  FormulaSets() = default;
  explicit FormulaSets(std::uint64_t wears);

  [[nodiscard]] std::uint64_t operator[](std::uint8_t number) const { return sets_[number]; }
  // Of a set of behaviours of which each may wear.
  [[nodiscard]] std::uint8_t number_of(std::uint64_t set) const;

 private:
  std::array<std::uint64_t, 64> sets_{};  // bit per Behaviour
};

// The formulas of a choice: behaviours that it shows at level 1 and that may wear, bit each.
[[nodiscard]] std::uint64_t formulas_of(const scenario::Program& program, const Affect& affect,
                                        const scenario::ProgramChoice& choice);

// Strongest change in each direction, per meter.
struct Pull {
  MeterChange down{};
  MeterChange up{};

  void add(const MeterChange& change) {
    for (std::size_t i = 0; i < change.size(); ++i) {
      down[i] = std::min(down[i], change[i]);
      up[i] = std::max(up[i], change[i]);
    }
  }
};

// Of one choice, as long as no rule of the affect model holds.
struct Reaction {
  MeterChange fresh{};        // of the meters, with none of its formulas worn
  MeterChange stale{};        // with all of them worn
  std::uint8_t formulas = 0;  // a number of Machine::formula_sets
  bool settled : 1 = false;   // the members say it all; otherwise react() has the say
  bool ruled : 1 = false;     // a rule speaks of one of its behaviours
  bool heard : 1 = false;     // lets the customer feel heard

  // NOLINTNEXTLINE(modernize-use-nullptr): taken for a comparison with a pointer
  auto operator<=>(const Reaction&) const = default;
};

// By choice of the program.
[[nodiscard]] std::vector<Reaction> reactions_of(const scenario::Program& program,
                                                 const Affect& affect, const FormulaSets& sets);

}  // namespace aplomb::engine
