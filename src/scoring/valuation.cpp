#include "scoring/valuation.h"

#include <algorithm>
#include <numeric>

namespace aplomb::scoring {
namespace {

constexpr int kMaxTurns = 10'000;

std::size_t at(Dimension dimension) { return static_cast<std::size_t>(dimension); }

std::uint64_t bit(Behaviour behaviour) { return std::uint64_t{1} << static_cast<int>(behaviour); }

// Whether the node lets the behaviour count at all.
bool counts_at(const scenario::ProgramNode& node, Behaviour behaviour) {
  if (behaviour == Behaviour::kSteady) return node.provoking;
  if (behaviour == Behaviour::kPlainWords) return node.technical;
  return true;
}

std::int64_t within(std::int64_t parts, std::int64_t whole) {
  return std::clamp<std::int64_t>(parts, 0, 100 * whole);
}

Score in_lowest_terms(std::int64_t parts, std::int64_t whole) {
  const std::int64_t divisor = std::gcd(parts, whole);
  return {parts / divisor, whole / divisor};
}

engine::Showing showing(const scenario::Program& program, const scenario::ProgramChoice& choice) {
  return {{program.tags.data() + choice.shows.first, choice.shows.count}, choice.negatives};
}

// What leaving badly costs, in hundredths of a point so that the share of `whole` stays whole.
std::int64_t leaving(const Rubric& rubric, scenario::EndingKind ending, std::int64_t whole,
                            std::int64_t met) {
  if (((rubric.bad_endings >> static_cast<int>(ending)) & 1U) == 0) return 0;
  return std::max(rubric.leaving_percent * whole, 100 * (whole - met));
}

}  // namespace

TurnValue value_of(const Rubric& rubric, std::span<const scenario::Tag> tags,
                   std::uint32_t negatives) {
  TurnValue value;
  for (const scenario::Tag tag : tags) {
    std::uint8_t& level = value.dimensions[at(rubric.dimension[static_cast<int>(tag.behaviour)])];
    level = std::max(level, tag.level);
  }
  std::array<int, scenario::kDimensionCount> lowered{};
  for (std::uint32_t rest = negatives; rest != 0; rest &= rest - 1) {
    const auto negative = static_cast<Negative>(__builtin_ctz(rest));
    const std::size_t dimension = at(rubric.negative_dimension[static_cast<int>(negative)]);
    if (rubric.is_cap(negative)) {
      value.dimensions[dimension] = std::min<std::uint8_t>(value.dimensions[dimension], 1);
    } else {
      ++lowered[dimension];
    }
  }
  for (std::size_t i = 0; i < value.dimensions.size(); ++i) {
    const int level = std::max(0, value.dimensions[i] - lowered[i]);
    value.dimensions[i] = static_cast<std::uint8_t>(level);
    value.total += rubric.weight[i] * level;
  }
  return value;
}

Valuation::Valuation(std::shared_ptr<const engine::Machine> machine,
                     std::shared_ptr<const Rubric> rubric)
    : machine_(std::move(machine)), rubric_(std::move(rubric)) {
  const scenario::Program& program = *machine_->program;
  std::vector<Prepared> prepared(program.choices.size());
  for (const scenario::ProgramNode& node : program.nodes) {
    for (std::uint32_t i = 0; i < node.choices.count; ++i) {
      const scenario::ProgramChoice& choice = program.choices[node.choices.first + i];
      const std::uint64_t formulas = engine::formulas_of(program, machine_->affect, choice);
      const engine::Showing shows = showing(program, choice);
      prepared[node.choices.first + i] = {value_without(node, shows, 0),
                                          value_without(node, shows, formulas), formulas, true};
    }
  }
  prepared_ = base::FewDifferent(prepared);
}

TurnValue Valuation::value_without(const scenario::ProgramNode& node,
                                   const engine::Showing& showing, std::uint64_t worn) const {
  std::array<scenario::Tag, scenario::kBehaviourCount> counted{};
  std::size_t count = 0;
  for (const scenario::Tag tag : showing.tags) {
    if (count == counted.size()) break;
    if (!counts_at(node, tag.behaviour)) continue;
    if (tag.level == 1 && (worn & bit(tag.behaviour)) != 0) continue;
    counted[count++] = tag;
  }
  return value_of(*rubric_, {counted.data(), count}, showing.negatives);
}

const TurnValue* Valuation::known_value(const State& state, std::size_t choice) const {
  const Prepared& prepared = prepared_[choice];
  const std::uint64_t worn = prepared.formulas & state.worn;
  if (!prepared.known || (worn != 0 && worn != prepared.formulas)) return nullptr;
  return worn == 0 ? &prepared.fresh : &prepared.stale;
}

TurnValue Valuation::value(const State& state, Index choice) const {
  const scenario::Program& program = *machine_->program;
  const scenario::ProgramNode& node = program.nodes[state.node];
  const std::size_t index = node.choices.first + choice;
  if (const TurnValue* known = known_value(state, index)) return *known;
  return value_without(node, showing(program, program.choices[index]),
                       state.worn & machine_->affect.wears);
}

TurnValue Valuation::value(const State& state, const engine::Showing& showing) const {
  return value_without(machine_->program->nodes[state.node], showing,
                       state.worn & machine_->affect.wears);
}

int Valuation::level(const State& state, scenario::Tag tag) const {
  const bool counts = counts_at(machine_->program->nodes[state.node], tag.behaviour) &&
                      !engine::worn_out(machine_->affect, state, tag);
  return counts ? tag.level : 0;
}

std::optional<Valuation::Best> Valuation::best(const State& state) const {
  return best(state, engine::choices_on_offer(*machine_->program, state));
}

std::optional<Valuation::Best> Valuation::best(const State& state, std::uint32_t on_offer) const {
  if (on_offer == 0) return std::nullopt;
  const std::size_t first = machine_->program->nodes[state.node].choices.first;
  Index best = 0;
  int highest = -1;
  for (std::uint32_t rest = on_offer; rest != 0; rest &= rest - 1) {
    const auto choice = static_cast<Index>(__builtin_ctz(rest));
    const TurnValue* known = known_value(state, first + choice);
    const int total = known != nullptr ? known->total : value(state, choice).total;
    if (total > highest) best = choice;
    highest = std::max(highest, total);
  }
  return Best{best, value(state, best)};
}

void add_turn(Tally& tally, const TurnValue& best, const TurnValue& earned) {
  tally.best_total += best.total;
  for (std::size_t i = 0; i < tally.best.size(); ++i) tally.best[i] += best.dimensions[i];
  if (earned.total >= best.total) return;
  tally.lost_total += best.total - earned.total;
  for (std::size_t i = 0; i < tally.lost.size(); ++i) {
    tally.lost[i] += std::max(0, best.dimensions[i] - earned.dimensions[i]);
  }
}

Reference reference_play(const Valuation& valuation) {
  const engine::Machine& machine = valuation.machine();
  Reference reference;
  engine::Silent silent;
  State state = engine::begin(machine, silent);
  for (int turn = 0; turn < kMaxTurns; ++turn) {
    if (engine::ended(*machine.program, state)) {
      reference.ending = machine.program->ending_of(state.node);
      reference.ends = true;
      return reference;
    }
    const auto best = valuation.best(state);
    if (!best) return reference;
    reference.total += best->value.total;
    for (std::size_t i = 0; i < reference.dimensions.size(); ++i) {
      reference.dimensions[i] += best->value.dimensions[i];
    }
    reference.choices.push_back(best->choice);
    engine::step(machine, state, {engine::InputKind::kChoose, best->choice}, silent);
  }
  return reference;
}

int Score::rounded() const {
  return static_cast<int>((2 * numerator + denominator) / (2 * denominator));
}

std::int64_t score_parts(const Rubric& rubric, const Reference& reference, const Tally& tally,
                         scenario::EndingKind ending) {
  const std::int64_t whole = reference.total;
  const std::int64_t left = leaving(rubric, ending, whole, tally.best_total);
  return within(100 * (whole - tally.lost_total) - left, whole);
}

std::int64_t dimension_parts(const Rubric& rubric, const Reference& reference, const Tally& tally,
                             Dimension dimension, scenario::EndingKind ending) {
  const std::int64_t whole = reference.dimensions[at(dimension)];
  const std::int64_t left = leaving(rubric, ending, whole, tally.best[at(dimension)]);
  return within(100 * (whole - tally.lost[at(dimension)]) - left, whole);
}

std::optional<Score> score_of(const Rubric& rubric, const Reference& reference, const Tally& tally,
                              scenario::EndingKind ending) {
  if (reference.total == 0) return std::nullopt;
  return in_lowest_terms(score_parts(rubric, reference, tally, ending), reference.total);
}

std::optional<Score> dimension_score(const Rubric& rubric, const Reference& reference,
                                     const Tally& tally, Dimension dimension,
                                     scenario::EndingKind ending) {
  const std::int64_t whole = reference.dimensions[at(dimension)];
  if (whole == 0) return std::nullopt;
  return in_lowest_terms(dimension_parts(rubric, reference, tally, dimension, ending), whole);
}

std::optional<Score> dimension_score(const Reference& reference, const Tally& tally,
                                     Dimension dimension) {
  const std::int64_t whole = reference.dimensions[at(dimension)];
  if (whole == 0) return std::nullopt;
  return in_lowest_terms(within(100 * (whole - tally.lost[at(dimension)]), whole), whole);
}

std::optional<Score> kept_score(const Tally& tally) {
  if (tally.best_total == 0) return std::nullopt;
  const std::int64_t kept = std::int64_t{100} * (tally.best_total - tally.lost_total);
  return in_lowest_terms(within(kept, tally.best_total), tally.best_total);
}

std::optional<Score> kept_score(const Tally& tally, Dimension dimension) {
  const std::int64_t best = tally.best[at(dimension)];
  if (best == 0) return std::nullopt;
  return in_lowest_terms(within(100 * (best - tally.lost[at(dimension)]), best), best);
}

}  // namespace aplomb::scoring
