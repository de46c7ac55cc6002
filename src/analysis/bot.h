// A trainee bot: a policy made ready for one scenario.
//
// Documents: the random bot consults one as readily as it takes any other input, so that its plays
// are those whose shares `explore` works out. The others consult none: a document takes no turn and
// earns no point, and the play that sets the hundred, the reference play, reads none either.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "analysis/policy.h"
#include "analysis/temptation.h"
#include "base/language.h"
#include "base/random.h"
#include "scoring/valuation.h"

namespace aplomb::analysis {

using scenario::Index;

// What may be said or done at a turn.
struct Offer {
  std::array<Index, scenario::kMaxChoices> choices{};  // the first `count`; within the node
  std::size_t count = 0;
  Index best = 0;  // by the rubric; the earliest of equals

  [[nodiscard]] std::span<const Index> all() const { return {choices.data(), count}; }
};

class Bot {
 public:
  // `language` decides which text the gamers read, `skill` (0 to 100) how skilled Policy::kSkilled
  // is; the other bots go by neither. The bot plays the scenario of `valuation` only.
  Bot(const scoring::Valuation& valuation, Policy policy, base::Language language, int skill = 0);

  // What it does in `state`, where `offer` is on offer and not empty.
  [[nodiscard]] engine::Input choose(const engine::State& state, const Offer& offer,
                                     base::Random& random) const;

  // It leaves nothing to chance: every play of it is the same.
  [[nodiscard]] bool always_alike() const;

  [[nodiscard]] Policy policy() const { return policy_; }
  [[nodiscard]] int skill() const { return skill_; }

 private:
  [[nodiscard]] engine::Input any(const engine::State& state, const Offer& offer,
                                  base::Random& random) const;
  [[nodiscard]] Index pulled(const engine::State& state, const Offer& offer,
                             base::Random& random) const;
  [[nodiscard]] Index foremost(const engine::State& state, const Offer& offer,
                               base::Random& random) const;

  std::shared_ptr<const scenario::Program> program_;
  Policy policy_;
  int skill_;
  // By choice of the program. Of those who are tempted: the pull before and after the customer has
  // vented; of the gamers: how much they like it.
  std::array<std::vector<Pull>, 2> pulls_;
  std::vector<std::uint32_t> liking_;
};

}  // namespace aplomb::analysis
