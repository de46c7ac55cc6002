// What came of many plays of one bot.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "analysis/distribution.h"
#include "analysis/policy.h"
#include "scoring/valuation.h"

namespace aplomb::analysis {

// A play that has taken so many turns, or finds nothing to say, is cut: it does not end by itself.
inline constexpr int kMostTurns = 500;

// Of one reply or act: the plays that offered it at least once, and those that took it.
struct Picks {
  std::uint64_t offered = 0;
  std::uint64_t taken = 0;

  bool operator==(const Picks&) const = default;
};

// Whole numbers only, so that the parts that threads play add up to the same in any order.
struct Simulation {
  Simulation(const scoring::Valuation& valuation, const scoring::Reference& reference);

  void merge(const Simulation& other);
  // As if every play had been played `times` as often.
  void repeat(std::uint64_t times);

  Policy policy{};
  int skill = 0;              // of Policy::kSkilled
  bool finished = false;      // otherwise stopped on the way, with fewer plays than were asked for
  bool always_alike = false;  // every play is the same, so one was played and counted as all

  // plays = passed + failed + cut. A cut play has neither score nor length nor ending.
  std::uint64_t plays = 0;
  std::uint64_t passed = 0;  // ended without a critical failure
  std::uint64_t failed = 0;  // ended with one
  std::uint64_t cut = 0;

  Distribution score;
  std::array<Distribution, scenario::kDimensionCount> dimensions;
  std::array<std::uint64_t, kMostTurns + 1> lengths{};  // by turns
  std::vector<std::uint64_t> endings;   // by ending: plays that ended there for good
  std::vector<std::uint64_t> critical;  // by critical failure: ended plays that committed it
  std::vector<Picks> picks;             // by choice of the program; of cut plays too

  // Of the ended plays, of which there must be some.
  [[nodiscard]] int shortest() const;
  [[nodiscard]] int longest() const;
  [[nodiscard]] std::int64_t mean_length() const;  // in hundredths of a turn, rounded half up
  // The fewest turns that at least `percent` of the plays do not exceed; 1 to 100.
  [[nodiscard]] int length_quantile(int percent) const;

  bool operator==(const Simulation&) const = default;
};

}  // namespace aplomb::analysis
