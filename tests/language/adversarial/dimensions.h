// What a reading is worth in each dimension, by the shipped rubric: the highest level, at most 1
// under a capping negative, minus 1 for each other negative, never under 0.
#pragma once

#include <array>

#include "language/reading.h"

namespace aplomb::language {

using DimensionValues = std::array<int, scenario::kDimensionCount>;

DimensionValues values_of(const Reading& reading);

// Whether `changed` is worth more than `plain` in any dimension.
bool gains(const Reading& changed, const Reading& plain);

}  // namespace aplomb::language
