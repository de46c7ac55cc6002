#include "analysis/spread.h"

#include <algorithm>

namespace aplomb::analysis {

const Simulation& Spread::of(Policy policy) const { return bots[static_cast<std::size_t>(policy)]; }

std::optional<std::int64_t> Spread::lead(Policy policy) const {
  const Distribution& chance = of(Policy::kRandom).score;
  const Distribution& score = of(policy).score;
  if (chance.count() == 0 || score.count() == 0) return std::nullopt;
  return score.mean() - chance.mean();
}

bool Spread::expert_leads() const { return lead(Policy::kExpert).value_or(0) >= kLeastLead; }

bool Spread::gains_little(Policy gamer) const {
  if (of(gamer).cut == of(gamer).plays) return true;
  const auto gain = lead(gamer);
  return gain && *gain <= kMostGain;
}

bool Spread::holds() const {
  return finished && expert_leads() &&
         std::all_of(kGamers.begin(), kGamers.end(),
                     [this](Policy gamer) { return gains_little(gamer); });
}

Spread spread(const scoring::Valuation& valuation, base::Language language,
              const SimulateOptions& options, const Watching& watching) {
  std::vector<Bot> bots;
  std::uint64_t total = 0;
  for (const Policy policy : kBots) {
    bots.emplace_back(valuation, policy, language);
    total += plays_needed(bots.back(), options);
  }
  Spread spread;
  std::uint64_t before = 0;
  Watching each = watching;
  if (watching.report) {
    each.report = [&](const Progress& progress) {
      watching.report({before + progress.done, total, false});
    };
  }
  spread.finished = true;
  for (const Bot& bot : bots) {
    spread.bots.push_back(simulate(valuation, bot, options, each));
    spread.finished = spread.finished && spread.bots.back().finished;
    before += plays_needed(bot, options);
  }
  return spread;
}

}  // namespace aplomb::analysis
