#include "analysis/mood.h"

#include <algorithm>

#include "engine/arithmetic.h"

namespace aplomb::analysis {
namespace {

using scenario::Instruction;
using scenario::Operation;

constexpr int kStep = 5;

std::uint64_t bit(unsigned index) { return std::uint64_t{1} << index; }

constexpr std::uint32_t all_cuts(int slot) {
  return ((std::uint32_t{1} << mood_places(slot)) - 1) & ~std::uint32_t{1};
}

// Cuts before a change by so many places, clamped to the slot's range.
std::uint32_t shifted(int slot, std::uint32_t cuts, int places) {
  if (places >= kMoodPlaces || places <= -kMoodPlaces) return 0;
  return (places >= 0 ? cuts >> places : cuts << -places) & all_cuts(slot);
}

// Where the outcome of a test changes.
std::uint32_t cuts_of_test(const Instruction& test) {
  std::uint32_t cuts = 0;
  for (int place = 1; place < mood_places(test.index); ++place) {
    const bool below = engine::test(test, mood_value(test.index, place - 1));
    const bool above = engine::test(test, mood_value(test.index, place));
    if (below != above) cuts |= std::uint32_t{1} << place;
  }
  return cuts;
}

bool reads_slot(Operation operation) {
  return operation == Operation::kSlot ||
         (operation >= Operation::kTestEqual && operation <= Operation::kTestGreaterEqual);
}

}  // namespace

bool MoodNeeds::merge(const MoodNeeds& other) {
  const MoodNeeds before = *this;
  add(other.cuts);
  worn |= other.worn;
  return *this != before;
}

void MoodNeeds::add(const MoodCuts& other) {
  for (std::size_t i = 0; i < cuts.size(); ++i) cuts[i] |= other[i];
}

Outlooks::Outlooks(std::span<const Instruction> code) : code_(code) {
  cuts_.reserve(code.size());
  for (const Instruction& each : code) {
    const bool reads = reads_slot(each.operation) && each.index < kMoodSlots;
    const bool whole = each.operation == Operation::kSlot;
    cuts_.push_back(!reads ? 0 : whole ? all_cuts(each.index) : cuts_of_test(each));
  }
}

MoodCuts Outlooks::at_most(scenario::Condition condition) const {
  MoodCuts all{};
  for (std::uint32_t i = condition.first; i < condition.end(); ++i) {
    if (cuts_[i] != 0) all[code_[i].index] |= cuts_[i];
  }
  return all;
}

Outlook Outlooks::of(scenario::Condition condition, const engine::State& state) const {
  if (condition.count == 0) return {true, true, {}};
  std::array<Partial, scenario::kMaxExpressionDepth> stack;
  std::size_t depth = 0;
  for (std::uint32_t i = condition.first; i < condition.end(); ++i) {
    const Operation operation = code_[i].operation;
    if (engine::is_binary(operation)) {
      --depth;
      stack[depth - 1] = combined(operation, stack[depth - 1], stack[depth]);
    } else if (operation == Operation::kNot) {
      stack[depth - 1].value = stack[depth - 1].value == 0 ? 1 : 0;
    } else {
      stack[depth++] = value_of(i, state);
    }
  }
  return {stack[0].known, stack[0].value != 0, stack[0].cuts};
}

Outlooks::Partial Outlooks::value_of(std::uint32_t instruction, const engine::State& state) const {
  const Instruction& each = code_[instruction];
  Partial result{true, 0, {}};
  switch (each.operation) {
    case Operation::kConstant: result.value = each.value; break;
    case Operation::kBit: result.value = state.bit(each.index) ? 1 : 0; break;
    case Operation::kShown:
      result.value = static_cast<std::int32_t>((state.shown >> each.index) & 1U);
      break;
    case Operation::kFollowUp: result.value = state.follow_up; break;
    case Operation::kLevel:
    case Operation::kNegative: result.known = false; break;
    case Operation::kSlot: result.value = state.slots[each.index]; break;
    default:
      // A test of the mood that no value fails, or none passes, is known from any value.
      result.value = engine::test(each, state.slots[each.index]) ? 1 : 0;
  }
  if (cuts_[instruction] != 0) {
    result.known = false;
    result.cuts[each.index] = cuts_[instruction];
  }
  return result;
}

Outlooks::Partial Outlooks::combined(Operation operation, const Partial& left,
                                     const Partial& right) {
  if (left.known && right.known) {
    return {true, engine::combine(operation, left.value, right.value), {}};
  }
  const auto decides = [operation](const Partial& one) {
    return one.known && ((operation == Operation::kAnd && one.value == 0) ||
                         (operation == Operation::kOr && one.value != 0));
  };
  if (decides(left) || decides(right)) {
    return {true, operation == Operation::kOr ? 1 : 0, {}};
  }
  Partial result{false, 0, left.cuts};
  for (std::size_t i = 0; i < result.cuts.size(); ++i) result.cuts[i] |= right.cuts[i];
  return result;
}

MoodFlow::MoodFlow(const engine::Machine& machine) : machine_(machine), program_(*machine.program) {
  reactions_.reserve(program_.choices.size());
  for (const auto& choice : program_.choices) reactions_.push_back(reaction_of(choice));
}

MoodFlow::Reaction MoodFlow::reaction_of(const scenario::ProgramChoice& choice) const {
  Reaction reaction;
  for (int meter = 0; meter < program_.meter_count; ++meter) {
    reaction.pulls[meter] = pull_of(choice, meter);
  }
  for (std::uint32_t t = 0; t < choice.shows.count; ++t) {
    const scenario::Tag tag = program_.tags[choice.shows.first + t];
    const std::uint64_t behaviour = bit(static_cast<unsigned>(tag.behaviour));
    if (tag.level == 1) {
      reaction.formulas |= behaviour & machine_.affect.wears;
    } else {
      reaction.heard = reaction.heard || (machine_.affect.hears & behaviour) != 0;
    }
  }
  reaction.valued = reaction.formulas;
  return reaction;
}

// Each tag pulls by one of several changes: none where its formula may be worn, an affect rule's,
// or its own. What decides between changes that differ is needed as well.
MoodFlow::Pull MoodFlow::pull_of(const scenario::ProgramChoice& choice, int meter) const {
  if (((choice.overridden_meters >> meter) & 1U) != 0) {
    return {{int{choice.affect[meter]} / kStep}, {}};
  }
  const engine::Affect& affect = machine_.affect;
  struct Both {
    int down = 0;
    int up = 0;
    bool operator==(const Both&) const = default;
  };
  Both start;
  for (std::uint32_t rest = choice.negatives; rest != 0; rest &= rest - 1) {
    const int by{affect.negatives[__builtin_ctz(rest)][meter]};
    start = {std::min(start.down, by), std::max(start.up, by)};
  }
  std::vector<Both> sums{start};
  Pull pull;
  for (std::uint32_t t = 0; t < choice.shows.count; ++t) {
    const scenario::Tag tag = program_.tags[choice.shows.first + t];
    const std::uint64_t behaviour = bit(static_cast<unsigned>(tag.behaviour));
    const int own{
        affect.behaviours[static_cast<std::size_t>(tag.behaviour)][tag.level - 1U][meter]};
    std::vector<int> changes{own};
    for (const engine::Affect::Rule& rule : affect.rules) {
      if ((rule.behaviours & behaviour) == 0 || rule.change[meter] == own) continue;
      changes.push_back(rule.change[meter]);
    }
    if (changes.size() > 1) {
      for (const engine::Affect::Rule& rule : affect.rules) {
        if ((rule.behaviours & behaviour) == 0) continue;
        pull.reads.add(Outlooks(affect.code).of(rule.when, {}).cuts);
      }
    }
    if (tag.level == 1 && (affect.wears & behaviour) != 0 && (own != 0 || changes.size() > 1)) {
      changes.push_back(0);
      pull.reads.worn |= behaviour;
    }
    std::vector<Both> next;
    for (const Both sum : sums) {
      for (const int by : changes) {
        const Both both{std::min(sum.down, by), std::max(sum.up, by)};
        if (std::find(next.begin(), next.end(), both) == next.end()) next.push_back(both);
      }
    }
    sums = std::move(next);
  }
  for (const Both sum : sums) {
    const int places = (sum.down + sum.up) / kStep;
    if (std::find(pull.places.begin(), pull.places.end(), places) == pull.places.end()) {
      pull.places.push_back(places);
    }
  }
  return pull;
}

void MoodFlow::before_effects(MoodNeeds& needs, scenario::Range<scenario::Effect> effects) const {
  for (std::uint32_t i = effects.count; i-- > 0;) {
    const scenario::Effect& effect = program_.effects[effects.first + i];
    if (effect.kind == scenario::EffectKind::kReveal || effect.index >= kMoodSlots) continue;
    std::uint32_t& cuts = needs.cuts[effect.index];
    cuts = effect.kind == scenario::EffectKind::kSet
               ? 0
               : shifted(effect.index, cuts, effect.value / kStep);
  }
}

MoodNeeds MoodFlow::before_choice(std::uint32_t choice, MoodNeeds after) const {
  before_effects(after, program_.choices[choice].effects);
  const Reaction& reaction = reactions_[choice];
  MoodNeeds before;
  before.worn = (after.worn & ~reaction.formulas) | reaction.valued;
  const std::uint32_t heard = after.cuts[scenario::kHeardSlot];
  before.cuts[scenario::kHeardSlot] =
      reaction.heard ? shifted(scenario::kHeardSlot, heard, 1) : heard;
  for (int meter = 0; meter < program_.meter_count; ++meter) {
    const std::uint32_t cuts = after.cuts[meter];
    if (cuts == 0) continue;
    for (const int places : reaction.pulls[meter].places) {
      before.cuts[meter] |= shifted(meter, cuts, places);
    }
    before.merge(reaction.pulls[meter].reads);
  }
  return before;
}

MoodNeeds MoodFlow::before_document(Index document, MoodNeeds after) const {
  before_effects(after, program_.documents[document].effects);
  return after;
}

}  // namespace aplomb::analysis
