#include "engine/step.h"

#include <algorithm>

#include "engine/arithmetic.h"

namespace aplomb::engine {
namespace {

using scenario::Instruction;

bool has(std::uint64_t set, Behaviour behaviour) {
  return ((set >> static_cast<int>(behaviour)) & 1U) != 0;
}

std::int32_t level_of(const Showing& showing, Index behaviour) {
  for (const scenario::Tag tag : showing.tags) {
    if (static_cast<Index>(tag.behaviour) == behaviour) return tag.level;
  }
  return 0;
}

std::int32_t value_of(const Instruction& instruction, const State& state, const Showing& showing) {
  switch (instruction.operation) {
    case Operation::kConstant: return instruction.value;
    case Operation::kSlot: return state.slots[instruction.index];
    case Operation::kBit: return state.bit(instruction.index) ? 1 : 0;
    case Operation::kShown: return static_cast<std::int32_t>((state.shown >> instruction.index) & 1U);
    case Operation::kFollowUp: return state.follow_up;
    case Operation::kLevel: return level_of(showing, instruction.index);
    case Operation::kNegative:
      return static_cast<std::int32_t>((showing.negatives >> instruction.index) & 1U);
    default: return test(instruction, state.slots[instruction.index]) ? 1 : 0;
  }
}

const MeterChange& change_for(const Affect& affect, const State& state, const Showing& showing,
                              scenario::Tag tag) {
  if (has(affect.ruled, tag.behaviour)) {
    for (const Affect::Rule& rule : affect.rules) {
      if (has(rule.behaviours, tag.behaviour) && holds(affect.code, rule.when, state, showing)) {
        return rule.change;
      }
    }
  }
  return affect.behaviours[static_cast<std::size_t>(tag.behaviour)]
                          [static_cast<std::size_t>(tag.level - 1)];
}

}  // namespace

std::shared_ptr<const Machine> make_machine(std::shared_ptr<const scenario::Program> program,
                                            const AffectModel& model) {
  auto machine = std::make_shared<Machine>();
  machine->affect = affect_for(model, *program);
  machine->formula_sets = FormulaSets(machine->affect.wears);
  machine->reactions = base::FewDifferent(
      reactions_of(*program, machine->affect, machine->formula_sets));
  machine->program = std::move(program);
  return machine;
}

bool evaluate(std::span<const Instruction> code, scenario::Condition condition, const State& state,
              const Showing& showing) {
  const Instruction* at = code.data() + condition.first;
  if (condition.count == 1) return value_of(*at, state, showing) != 0;
  std::array<std::int32_t, scenario::kMaxExpressionDepth> stack{};
  std::size_t depth = 0;
  for (std::uint32_t i = 0; i < condition.count; ++i, ++at) {
    if (is_binary(at->operation)) {
      --depth;
      stack[depth - 1] = combine(at->operation, stack[depth - 1], stack[depth]);
    } else if (at->operation == Operation::kNot) {
      stack[depth - 1] = stack[depth - 1] == 0 ? 1 : 0;
    } else {
      stack[depth++] = value_of(*at, state, showing);
    }
  }
  return stack[0] != 0;
}

void react(const Machine& machine, State& state, const Showing& showing, unsigned overridden,
           const MeterChange& instead) {
  const Affect& affect = machine.affect;
  Pull pull;
  std::uint64_t formulas = 0;
  bool heard = false;
  for (const scenario::Tag tag : showing.tags) {
    if (worn_out(affect, state, tag)) continue;
    pull.add(change_for(affect, state, showing, tag));
    const std::uint64_t bit = std::uint64_t{1} << static_cast<int>(tag.behaviour);
    if (tag.level == 1) {
      formulas |= bit & affect.wears;
    } else {
      heard = heard || (affect.hears & bit) != 0;
      state.shown |= bit & machine.program->shown_read;
    }
  }
  for (std::uint32_t rest = showing.negatives; rest != 0; rest &= rest - 1) {
    pull.add(affect.negatives[static_cast<std::size_t>(__builtin_ctz(rest))]);
  }
  for (int i = 0; i < machine.program->meter_count; ++i) {
    const bool own = ((overridden >> i) & 1U) != 0;
    const int change = own ? instead[i] : pull.down[i] + pull.up[i];
    state.slots[i] = static_cast<std::int16_t>(std::clamp(state.slots[i] + change, 0, 100));
  }
  state.worn |= formulas;
  if (heard) {
    std::int16_t& turns = state.slots[scenario::kHeardSlot];
    turns = static_cast<std::int16_t>(std::min<int>(turns + 1, scenario::kMaxHeard));
  }
}

bool any_rule_holds(const Affect& affect, const State& state) {
  return std::any_of(affect.rules.begin(), affect.rules.end(), [&](const Affect::Rule& rule) {
    return holds(affect.code, rule.when, state);
  });
}

bool offered(const scenario::Program& program, const State& state, Index index) {
  if (ended(program, state)) return false;
  const scenario::ProgramNode& node = program.nodes[state.node];
  return index < node.choices.count &&
         detail::available(program, state, node.choices.first + index);
}

Way way_of(const Machine& machine, const State& state, const TypedInput& input) {
  const scenario::Program& program = *machine.program;
  const bool near = input.nearest != scenario::kNoIndex && offered(program, state, input.nearest);
  const Way nearest{near ? input.nearest : scenario::kNoIndex, scenario::kNoIndex};
  if (ended(program, state)) return {};
  if (near && input.verbatim) return nearest;
  const scenario::Range<scenario::ProgramRule> rules = program.nodes[state.node].typed;
  for (std::uint32_t i = 0; i < rules.count; ++i) {
    const scenario::ProgramRule& rule = program.rules[rules.first + i];
    if (!holds(program.code, rule.when, state, input.showing)) continue;
    const bool leads_on = rule.as == scenario::kNoIndex;
    if (leads_on || offered(program, state, rule.as)) {
      return {rule.as, static_cast<Index>(rules.first + i)};
    }
  }
  return nearest;
}

bool document_offered(const scenario::Program& program, const State& state, Index document) {
  if (ended(program, state)) return false;
  const scenario::ProgramNode& node = program.nodes[state.node];
  const auto first = program.offered_documents.begin() + node.documents.first;
  return std::find(first, first + node.documents.count, document) != first + node.documents.count;
}

int shown_heat(const Machine& machine, const State& state) {
  const ShownHeat& shown = machine.affect.shown_heat;
  const int heat = state.meter(scenario::Meter::kHeat) * shown.numerator / shown.denominator;
  return heat - heat % 5;
}

Emotion shown_emotion(const Machine& machine, const State& state) {
  State seen = state;
  seen.slots[static_cast<std::size_t>(scenario::Meter::kHeat)] =
      static_cast<std::int16_t>(shown_heat(machine, state));
  for (const Affect::Feeling& feeling : machine.affect.feelings) {
    if (holds(machine.affect.code, feeling.when, seen)) return feeling.emotion;
  }
  return Emotion::kCalm;
}

}  // namespace aplomb::engine
