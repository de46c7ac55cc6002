#include "engine/reaction.h"

#include <algorithm>
#include <span>

namespace aplomb::engine {
namespace {

using scenario::Program;
using scenario::ProgramChoice;

std::uint64_t bit(Behaviour behaviour) { return std::uint64_t{1} << static_cast<int>(behaviour); }

std::span<const scenario::Tag> tags_of(const Program& program, const ProgramChoice& choice) {
  return {program.tags.data() + choice.shows.first, choice.shows.count};
}

MeterChange change_of(const Program& program, const Affect& affect, const ProgramChoice& choice,
                      std::uint64_t worn) {
  Pull pull;
  for (const scenario::Tag tag : tags_of(program, choice)) {
    if (tag.level == 1 && (worn & bit(tag.behaviour)) != 0) continue;
    pull.add(affect.behaviours[static_cast<std::size_t>(tag.behaviour)]
                              [static_cast<std::size_t>(tag.level - 1)]);
  }
  for (std::uint32_t rest = choice.negatives; rest != 0; rest &= rest - 1) {
    pull.add(affect.negatives[static_cast<std::size_t>(__builtin_ctz(rest))]);
  }
  MeterChange change{};
  for (int i = 0; i < program.meter_count; ++i) {
    const bool own = ((choice.overridden_meters >> i) & 1U) != 0;
    change[i] = own ? choice.affect[i] : static_cast<std::int8_t>(pull.down[i] + pull.up[i]);
  }
  return change;
}

// Whether the condition of a rule asks what is shown.
bool reads_showing(const Affect& affect, const Affect::Rule& rule) {
  const auto first = affect.code.begin() + rule.when.first;
  return std::any_of(first, first + rule.when.count, [](const scenario::Instruction& each) {
    return each.operation == scenario::Operation::kLevel ||
           each.operation == scenario::Operation::kNegative;
  });
}

Reaction reaction_of(const Program& program, const Affect& affect, const FormulaSets& sets,
                     const ProgramChoice& choice) {
  const std::uint64_t formulas = formulas_of(program, affect, choice);
  std::uint64_t shown = 0;
  std::uint64_t well_shown = 0;
  for (const scenario::Tag tag : tags_of(program, choice)) {
    shown |= bit(tag.behaviour);
    if (tag.level > 1) well_shown |= bit(tag.behaviour);
  }
  const bool depends = std::any_of(affect.rules.begin(), affect.rules.end(), [&](const auto& rule) {
    return (rule.behaviours & shown) != 0 && reads_showing(affect, rule);
  });
  Reaction reaction;
  reaction.fresh = change_of(program, affect, choice, 0);
  reaction.stale = change_of(program, affect, choice, formulas);
  reaction.formulas = sets.number_of(formulas);
  reaction.settled = !depends && (well_shown & program.shown_read) == 0;
  reaction.ruled = (shown & affect.ruled) != 0;
  reaction.heard = (well_shown & affect.hears) != 0;
  return reaction;
}

}  // namespace

FormulaSets::FormulaSets(std::uint64_t wears) {
  for (std::size_t number = 0; number < sets_.size(); ++number) {
    std::uint64_t rest = wears;
    for (std::size_t bits = number; bits != 0 && rest != 0; bits >>= 1, rest &= rest - 1) {
      if ((bits & 1U) != 0) sets_[number] |= rest & -rest;
    }
  }
}

std::uint8_t FormulaSets::number_of(std::uint64_t set) const {
  return static_cast<std::uint8_t>(std::find(sets_.begin(), sets_.end(), set) - sets_.begin());
}

std::uint64_t formulas_of(const Program& program, const Affect& affect,
                          const ProgramChoice& choice) {
  std::uint64_t formulas = 0;
  for (const scenario::Tag tag : tags_of(program, choice)) {
    if (tag.level == 1) formulas |= bit(tag.behaviour) & affect.wears;
  }
  return formulas;
}

std::vector<Reaction> reactions_of(const Program& program, const Affect& affect,
                                   const FormulaSets& sets) {
  std::vector<Reaction> reactions;
  reactions.reserve(program.choices.size());
  for (const ProgramChoice& choice : program.choices) {
    reactions.push_back(reaction_of(program, affect, sets, choice));
  }
  return reactions;
}

}  // namespace aplomb::engine
