#include "base/random.h"

#include <bit>
#include <cassert>

namespace aplomb::base {

Random::Random(std::uint64_t seed, std::uint64_t stream) : increment_((stream << 1) | 1) {
  next();
  state_ += seed;
  next();
}

std::uint32_t Random::next() {
  const std::uint64_t old = state_;
  state_ = old * 6364136223846793005U + increment_;
  const auto mixed = static_cast<std::uint32_t>(((old >> 18) ^ old) >> 27);
  return std::rotr(mixed, static_cast<int>(old >> 59));
}

std::uint32_t Random::below(std::uint32_t bound) {
  assert(bound > 0);
  // The lowest 2^32 mod bound values would make the low results likelier; draw again for those.
  const std::uint32_t threshold = (0U - bound) % bound;
  std::uint32_t drawn = next();
  while (drawn < threshold) drawn = next();
  return drawn % bound;
}

}  // namespace aplomb::base
