// Whether a scenario's score tells skill from chance and from looking at words: every bot plays it,
// and the means are compared.
#pragma once

#include <optional>
#include <vector>

#include "analysis/simulate.h"

namespace aplomb::analysis {

// In hundredths of a point, on the means as they are shown.
inline constexpr std::int64_t kLeastLead = 25'00;  // of the expert over chance
inline constexpr std::int64_t kMostGain = 10'00;   // of any gamer over chance

struct Spread {
  bool finished = false;         // otherwise stopped on the way: nothing can be said
  std::vector<Simulation> bots;  // in the order of kBots

  [[nodiscard]] const Simulation& of(Policy policy) const;

  // How far the bot's mean lies above that of the random bot, in hundredths of a point. nullopt
  // where either has no score, because no play of it ended or nothing can be scored.
  [[nodiscard]] std::optional<std::int64_t> lead(Policy policy) const;

  [[nodiscard]] bool expert_leads() const;
  // A gamer whose plays never end gains nothing.
  [[nodiscard]] bool gains_little(Policy gamer) const;
  // Finished, the expert leads, and every gamer gains little.
  [[nodiscard]] bool holds() const;
};

// Every bot plays `options.runs` times; progress counts what has to be played for all together.
[[nodiscard]] Spread spread(const scoring::Valuation& valuation, base::Language language,
                            const SimulateOptions& options, const Watching& watching = {});

}  // namespace aplomb::analysis
