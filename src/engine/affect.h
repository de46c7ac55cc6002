// The affect model: how behaviours move a customer's meters. Data from assets/affect/, flattened
// for one scenario's persona. Integers only; meters move in steps of 5.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "scenario/diagnostic.h"
#include "scenario/program.h"

namespace aplomb::engine {

using scenario::Behaviour;
using scenario::Emotion;
using scenario::Negative;

// Changes of heat, trust, clarity, patience and pressure.
using MeterChange = std::array<std::int8_t, scenario::kMeterCount>;

// By level 1 to 3.
using LevelChanges = std::array<MeterChange, 3>;

// What a temperament or a kind of customer adds to the common table.
struct AffectTable {
  std::array<LevelChanges, scenario::kBehaviourCount> behaviours{};
  std::array<MeterChange, scenario::kNegativeCount> negatives{};
};

// Replaces the effect of some behaviours while its condition holds. The condition may use the
// meters, heard, vented and level().
struct AffectRule {
  std::string id;
  std::uint64_t behaviours = 0;  // bit per Behaviour
  std::string when;
  MeterChange change{};
};

struct EmotionRule {
  std::string when;  // may use the meters; `heat` is the shown heat
  std::uint8_t kinds = 0;         // bit per CustomerKind; 0: any
  std::uint8_t temperaments = 0;  // bit per Temperament; 0: any
  Emotion emotion{};
};

// Shown heat = heat · numerator / denominator, rounded down to a step of 5.
struct ShownHeat {
  int numerator = 1;
  int denominator = 1;
};

// assets/affect/<id>.json, format aplomb/affect@1.
struct AffectModel {
  std::string id;
  int version = 0;
  std::uint64_t wears = 0;   // behaviours whose level-1 formula works once; at most six
  std::uint64_t hears = 0;   // behaviours that let the customer feel heard, at level 2 or more
  AffectTable common;
  std::array<AffectTable, 4> temperaments;  // added to the common table
  std::array<AffectTable, 3> kinds;         // likewise
  std::array<std::uint64_t, 3> clarity_only{};  // kinds: behaviours that alone raise clarity; 0: any
  std::vector<AffectRule> rules;
  std::vector<EmotionRule> emotions;  // first that holds
  std::array<ShownHeat, 4> shown_heat;
};

struct LoadedAffect {
  std::shared_ptr<const AffectModel> model;  // null when there is an error
  std::vector<scenario::Diagnostic> diagnostics;
};
[[nodiscard]] LoadedAffect load_affect(std::string file, std::string text);

// The model for one persona, compiled. Immutable.
struct Affect {
  struct Rule {
    std::uint64_t behaviours = 0;
    scenario::Condition when;
    MeterChange change{};
  };
  struct Feeling {
    scenario::Condition when;
    Emotion emotion{};
  };

  std::uint64_t wears = 0;
  std::uint64_t hears = 0;
  std::array<LevelChanges, scenario::kBehaviourCount> behaviours{};
  std::array<MeterChange, scenario::kNegativeCount> negatives{};
  std::vector<Rule> rules;
  std::uint64_t ruled = 0;  // behaviours that any rule speaks of
  std::vector<Feeling> feelings;
  ShownHeat shown_heat;
  std::vector<scenario::Instruction> code;
};

// `program` gives the persona. The model's conditions were checked when it was loaded.
[[nodiscard]] Affect affect_for(const AffectModel& model, const scenario::Program& program);

}  // namespace aplomb::engine
