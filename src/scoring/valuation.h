// What inputs are worth: the rubric applied to a compiled scenario. Integers only.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "base/few_different.h"
#include "engine/step.h"
#include "scoring/rubric.h"

namespace aplomb::scoring {

using engine::Index;
using engine::State;

// Value of each dimension for one turn, 0–3, and the weighted sum of them.
struct TurnValue {
  std::array<std::uint8_t, scenario::kDimensionCount> dimensions{};
  int total = 0;

  // NOLINTNEXTLINE(modernize-use-nullptr): taken for a comparison with a pointer
  auto operator<=>(const TurnValue&) const = default;
};

// A dimension's value: its highest level shown, at most 1 under a capping negative, minus 1 for
// each other negative of it, never under 0. The total weighs the dimensions.
// `steady` and `plain_words` in `tags` must have been left out by the caller where they do not
// count (see Valuation).
[[nodiscard]] TurnValue value_of(const Rubric& rubric, std::span<const scenario::Tag> tags,
                                 std::uint32_t negatives);

// A scenario's inputs under a rubric, worked out once. Immutable.
class Valuation {
 public:
  Valuation(std::shared_ptr<const engine::Machine> machine, std::shared_ptr<const Rubric> rubric);

  // What taking `choice` (within the node where `state` stands) is worth: a worn formula is worth
  // nothing; `steady` counts only at provoking nodes, `plain_words` only at technical ones.
  [[nodiscard]] TurnValue value(const State& state, Index choice) const;

  // What showing this in `state` is worth, by the same rules: of a typed reply.
  [[nodiscard]] TurnValue value(const State& state, const engine::Showing& showing) const;

  // The level at which `tag` of an input counts in `state`: 0 where value() leaves it out.
  [[nodiscard]] int level(const State& state, scenario::Tag tag) const;

  // The best input on offer: highest total, the earlier one of equals. nullopt where nothing is.
  struct Best {
    Index choice = 0;
    TurnValue value;
  };
  [[nodiscard]] std::optional<Best> best(const State& state) const;
  // For those who know already what is on offer, a bit each (engine::choices_on_offer).
  [[nodiscard]] std::optional<Best> best(const State& state, std::uint32_t on_offer) const;

  [[nodiscard]] const Rubric& rubric() const { return *rubric_; }
  [[nodiscard]] const engine::Machine& machine() const { return *machine_; }

 private:
  struct Prepared {
    TurnValue fresh;             // with no formula worn
    TurnValue stale;             // with all of them worn
    std::uint64_t formulas = 0;  // behaviours shown at level 1 that may be worn
    bool known = false;          // the above is worked out

    // NOLINTNEXTLINE(modernize-use-nullptr): taken for a comparison with a pointer
    auto operator<=>(const Prepared&) const = default;
  };

  // `choice` counts among all of the program; null where it was not worked out beforehand, as
  // when some of its formulas are worn and some are not.
  [[nodiscard]] const TurnValue* known_value(const State& state, std::size_t choice) const;
  [[nodiscard]] TurnValue value_without(const scenario::ProgramNode& node,
                                        const engine::Showing& showing, std::uint64_t worn) const;

  std::shared_ptr<const engine::Machine> machine_;
  std::shared_ptr<const Rubric> rubric_;
  base::FewDifferent<Prepared> prepared_;  // by choice of the program
};

// What has been lost and met so far; small and copyable, kept beside a State.
struct Tally {
  std::array<std::int32_t, scenario::kDimensionCount> lost{};  // weighted by nothing
  std::array<std::int32_t, scenario::kDimensionCount> best{};  // sums of the bests met, likewise
  std::int32_t lost_total = 0;
  std::int32_t best_total = 0;  // sum of the bests met
};

// Adds one turn: L = best − earned, never under 0. A turn that loses nothing in total loses
// nothing in any dimension. `earned` above the best is capped at it.
void add_turn(Tally& tally, const TurnValue& best, const TurnValue& earned);

// The reference play: the best input in every state, from the start to a last ending.
struct Reference {
  std::array<std::int32_t, scenario::kDimensionCount> dimensions{};
  std::int32_t total = 0;  // D
  std::vector<Index> choices;
  Index ending = 0;
  bool ends = false;  // false: no ending within 10,000 turns, or nothing on offer
};
[[nodiscard]] Reference reference_play(const Valuation& valuation);

// An exact score: numerator / denominator in lowest terms, 0 to 100. Shown rounded half up.
struct Score {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;

  [[nodiscard]] int rounded() const;
  bool operator==(const Score&) const = default;
};

// By value. Both parts stay far below 2^31 (see score_of), so the products do not overflow.
[[nodiscard]] constexpr bool operator<(const Score& a, const Score& b) {
  return a.numerator * b.denominator < b.numerator * a.denominator;
}

// A score as parts of the reference's total (of its part in the dimension): 0 to 100 times that.
// For adding up many plays; score_of and dimension_score are these in lowest terms. That total must
// not be 0.
[[nodiscard]] std::int64_t score_parts(const Rubric& rubric, const Reference& reference,
                                       const Tally& tally, scenario::EndingKind ending);
[[nodiscard]] std::int64_t dimension_parts(const Rubric& rubric, const Reference& reference,
                                           const Tally& tally, Dimension dimension,
                                           scenario::EndingKind ending);

// Score = max(0, 100 · (D − ΣL − M) / D), where M is what leaving badly costs: 0 for good endings;
// for a bad one the larger of leaving_percent of D and D − (sum of bests met).
// nullopt where D is 0.
[[nodiscard]] std::optional<Score> score_of(const Rubric& rubric, const Reference& reference,
                                            const Tally& tally, scenario::EndingKind ending);

// A dimension with its own part of the reference play, its own bests met and its own M; nullopt:
// not called for.
[[nodiscard]] std::optional<Score> dimension_score(const Rubric& rubric,
                                                   const Reference& reference, const Tally& tally,
                                                   Dimension dimension,
                                                   scenario::EndingKind ending);

// The same as long as the conversation goes on, and for what adds up along a path: without M.
[[nodiscard]] std::optional<Score> dimension_score(const Reference& reference, const Tally& tally,
                                                   Dimension dimension);

// What was kept of the bests met, with nothing else taken into account: 100 · (Σbest − Σlost) /
// Σbest. For the turns of one kind, which are no play of their own. nullopt: not called for.
[[nodiscard]] std::optional<Score> kept_score(const Tally& tally);
[[nodiscard]] std::optional<Score> kept_score(const Tally& tally, Dimension dimension);

}  // namespace aplomb::scoring
