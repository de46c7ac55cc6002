// How far two raters agree: the scorer and a person, over levels 0 to 3.
#pragma once

#include <array>
#include <cstdint>

namespace aplomb::language {

// Pairs of levels, one for each behaviour and reply: what the person gave, what was read.
class Agreement {
 public:
  void add(int person, int reading) { ++cells_[person][reading]; }

  [[nodiscard]] double pairs() const;
  // Of the pairs in which either side is not 0: the same level, and at most one apart.
  [[nodiscard]] double exact() const;
  [[nodiscard]] double within_one() const;
  // Of all pairs, zeros included: Cohen's kappa with quadratic weights (Cohen 1968).
  [[nodiscard]] double weighted_kappa() const;
  // Of what the person gave, how much was read, and the other way round, levels left out.
  [[nodiscard]] double recall() const;
  [[nodiscard]] double precision() const;
  [[nodiscard]] std::int64_t cell(int person, int reading) const { return cells_[person][reading]; }

 private:
  std::array<std::array<std::int64_t, 4>, 4> cells_{};
};

}  // namespace aplomb::language
