#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace aplomb::base {

// A small seeded generator: PCG32, XSH-RR (O'Neill 2014, "PCG: A Family of Simple Fast
// Space-Efficient Statistically Good Algorithms for Random Number Generation"). The same seed and
// stream give the same numbers on every machine and compiler. Not for secrets.
class Random {
 public:
  // Generators with one seed and different streams are independent of each other.
  explicit Random(std::uint64_t seed, std::uint64_t stream = 0);

  // Uniform over all 32-bit values.
  std::uint32_t next();

  // Uniform in [0, bound), without modulo bias. `bound` must be at least 1.
  std::uint32_t below(std::uint32_t bound);

  // Puts the items of a vector, array or span into a random order, each order equally likely
  // (Fisher and Yates 1938). At most 2^32 - 1 items.
  template <class Items>
  void shuffle(Items&& contiguous) {
    const std::span items(contiguous);
    for (std::size_t i = items.size(); i > 1; --i) {
      using std::swap;
      swap(items[i - 1], items[below(static_cast<std::uint32_t>(i))]);
    }
  }

 private:
  std::uint64_t state_ = 0;
  std::uint64_t increment_;
};

}  // namespace aplomb::base
