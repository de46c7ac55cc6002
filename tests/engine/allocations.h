#pragma once

#include <cstddef>

namespace aplomb::engine {

// How often this program has asked for memory so far.
std::size_t allocations();

}  // namespace aplomb::engine
