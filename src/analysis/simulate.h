// Plays a scenario many times with a trainee bot and scores every play. The result depends on the
// seed, the bot and the number of plays alone, never on the threads.
#pragma once

#include <cstdint>

#include "analysis/bot.h"
#include "analysis/progress.h"
#include "analysis/simulation.h"

namespace aplomb::analysis {

// More plays say nothing new, and sums of scores stay far from overflowing.
inline constexpr std::uint64_t kMostRuns = 1'000'000'000;

struct SimulateOptions {
  std::uint64_t runs = 10'000;  // 1 to kMostRuns
  std::uint64_t seed = 1;
  int threads = 0;  // 0: as many as the machine runs at once
};

// How many plays simulate() has to play: one where every play is the same, else `options.runs`.
[[nodiscard]] std::uint64_t plays_needed(const Bot& bot, const SimulateOptions& options);

// `bot` was made for `valuation`. Play i draws from a generator of its own, seeded by the seed, the
// policy and i; so fewer plays are the first of more. Stopped on the way, the result is what has
// been played so far.
[[nodiscard]] Simulation simulate(const scoring::Valuation& valuation, const Bot& bot,
                                  const SimulateOptions& options, const Watching& watching = {});

}  // namespace aplomb::analysis
