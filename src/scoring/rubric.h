// The rubric as data: which behaviours and negatives belong to which dimension, what caps, what
// weighs how much, and what leaving badly costs. From assets/rubrics/<id>.json, aplomb/rubric@1.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/language.h"
#include "scenario/diagnostic.h"
#include "scenario/vocabulary.h"

namespace aplomb::scoring {

using scenario::Behaviour;
using scenario::Dimension;
using scenario::Negative;

inline constexpr int kMaxLevel = 3;

struct Rubric {
  std::string id;
  int version = 0;
  base::Bilingual title;
  base::Bilingual claim;  // what it is aligned with, in words

  std::array<int, scenario::kDimensionCount> weight{};  // 1–9
  std::array<Dimension, scenario::kBehaviourCount> dimension{};
  std::array<std::vector<std::string>, scenario::kBehaviourCount> sources;  // instruments
  std::array<Dimension, scenario::kNegativeCount> negative_dimension{};
  std::uint32_t caps = 0;        // negatives (bit each) that cap their dimension at level 1
  int leaving_percent = 15;      // of D, the least that a bad ending costs
  std::uint8_t bad_endings = 0;  // bit per EndingKind

  [[nodiscard]] bool is_cap(Negative negative) const {
    return ((caps >> static_cast<int>(negative)) & 1U) != 0;
  }
};

struct LoadedRubric {
  std::shared_ptr<const Rubric> rubric;  // null when there is an error
  std::vector<scenario::Diagnostic> diagnostics;
};
[[nodiscard]] LoadedRubric load_rubric(std::string file, std::string text);

}  // namespace aplomb::scoring
