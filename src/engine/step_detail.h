// The templates of step.h. Include that instead.
#pragma once

#include <algorithm>

#include "engine/step.h"

namespace aplomb::engine::detail {

using scenario::kNoIndex;
using scenario::Program;

// Of a shortcut with a plain offer.
[[nodiscard]] inline bool within(const scenario::Shortcut& shortcut, const State& state) {
  const int above = state.slots[shortcut.slot] - shortcut.least;
  return static_cast<unsigned>(above) <= shortcut.span;
}

// `choice` counts among all of the program.
[[nodiscard]] inline bool available(const Program& program, const State& state,
                                    std::size_t choice) {
  const scenario::Shortcut& shortcut = program.shortcuts[choice];
  if (shortcut.plain_offer) return within(shortcut, state);
  const scenario::ProgramChoice& whole = program.choices[choice];
  if (whole.once && state.bit(whole.used_bit)) return false;
  return holds(program.code, whole.when, state);
}

// The same as react() with what the choice shows.
inline void react_to(const Machine& machine, State& state, std::size_t place) {
  const Reaction& reaction = machine.reactions[place];
  const std::uint64_t formulas = machine.formula_sets[reaction.formulas];
  const std::uint64_t worn = formulas & state.worn;
  const bool settled = reaction.settled && (worn == 0 || worn == formulas) &&
                       !(reaction.ruled && any_rule_holds(machine.affect, state));
  if (!settled) {
    const scenario::ProgramChoice& choice = machine.program->choices[place];
    const std::span tags(machine.program->tags.data() + choice.shows.first, choice.shows.count);
    react(machine, state, {tags, choice.negatives}, choice.overridden_meters, choice.affect);
    return;
  }
  const MeterChange& change = worn == 0 ? reaction.fresh : reaction.stale;
  for (std::size_t i = 0; i < change.size(); ++i) {
    state.slots[i] = static_cast<std::int16_t>(std::clamp(state.slots[i] + change[i], 0, 100));
  }
  state.worn |= formulas;
  std::int16_t& turns = state.slots[scenario::kHeardSlot];
  const int heard = turns + static_cast<int>(reaction.heard);
  turns = static_cast<std::int16_t>(std::min(heard, scenario::kMaxHeard));
}

// Sets or changes a slot.
inline void apply(const Program& program, State& state, scenario::Effect effect) {
  const std::int32_t base =
      effect.kind == scenario::EffectKind::kAdd ? state.slots[effect.index] : 0;
  const scenario::SlotRange range = program.ranges[effect.index];
  state.slots[effect.index] = static_cast<std::int16_t>(
      std::clamp<std::int32_t>(base + effect.value, range.min, range.max));
}

inline void apply(const Program& program, State& state, scenario::Range<scenario::Effect> effects) {
  for (std::uint32_t i = 0; i < effects.count; ++i) {
    const scenario::Effect& effect = program.effects[effects.first + i];
    if (effect.kind == scenario::EffectKind::kReveal) {
      state.set_bit(effect.index);
    } else {
      apply(program, state, effect);
    }
  }
}

inline void reveal(const Program& program, State& state, scenario::Range<Index> reveals) {
  for (std::uint32_t i = 0; i < reveals.count; ++i) {
    state.set_bit(program.revealed_bits[reveals.first + i]);
  }
}

// Observers that have a function `tested(State, Condition, bool)` are told of every condition that
// is looked at.
template <typename Observer>
constexpr bool kWatchesTests = requires(Observer observer, const State& state) {
  observer.tested(state, scenario::Condition(), true);
};

// Whether `when` holds.
template <typename Observer>
[[nodiscard]] bool tested(const Program& program, const State& state, scenario::Condition when,
                          Observer& observer) {
  if (when.count == 0) return true;
  const bool outcome = holds(program.code, when, state);
  if constexpr (kWatchesTests<Observer>) observer.tested(state, when, outcome);
  return outcome;
}

template <typename Observer>
void say(const Program& program, State& state, scenario::Range<scenario::ProgramLine> lines,
         Index node, Index choice, Observer& observer) {
  for (std::uint32_t i = 0; i < lines.count; ++i) {
    const scenario::ProgramLine& line = program.lines[lines.first + i];
    if (!tested(program, state, line.when, observer)) continue;
    reveal(program, state, line.reveals);
    observer.line(state, LineRef{node, choice, static_cast<Index>(i)});
  }
}

template <typename Observer>
[[nodiscard]] bool any_available(const Program& program, const State& state,
                                 const scenario::ProgramNode& node, bool topics_only,
                                 Observer& observer) {
  const scenario::ProgramChoice* choices = program.choices_of(node);
  for (std::uint32_t i = 0; i < node.choices.count; ++i) {
    if (topics_only && !choices[i].topic) continue;
    if constexpr (kWatchesTests<Observer>) {
      if (choices[i].once && state.bit(choices[i].used_bit)) continue;
      if (tested(program, state, choices[i].when, observer)) return true;
    } else {
      if (available(program, state, node.choices.first + i)) return true;
    }
  }
  return false;
}

// Where the first branch that holds leads; calls and returns move the state's stack.
template <typename Observer>
[[nodiscard]] Index follow(const Program& program, State& state,
                           scenario::Range<scenario::ProgramBranch> branches,
                           Observer& observer) {
  for (std::uint32_t i = 0; i < branches.count; ++i) {
    const scenario::ProgramBranch& branch = program.branches[branches.first + i];
    if (!tested(program, state, branch.when, observer)) continue;
    if (branch.target == scenario::kReturnTarget) {
      if (state.depth == 0) return kNoIndex;
      --state.depth;
      const Index back = state.returns[state.depth];
      state.returns[state.depth] = 0;
      return back;
    }
    if (branch.then != kNoIndex && state.depth < scenario::kMaxCallDepth) {
      state.returns[state.depth++] = branch.then;
    }
    return branch.target;
  }
  return kNoIndex;
}

inline void clear_calls(State& state) {
  state.depth = 0;
  state.returns = {};
}

// Arrives at `target` and goes on until there is something to choose or the story ends. Ends
// because no circle of nodes without choices loads.
template <typename Observer>
void arrive(const Program& program, State& state, Index target, Observer& observer) {
  while (target != kNoIndex) {
    if (program.is_ending(target)) {
      const Index ending = program.ending_of(target);
      const Index follow_up = program.endings[ending].follow_up;
      const bool interim = follow_up != kNoIndex && state.follow_up == 0;
      clear_calls(state);
      state.node = target;
      observer.ending(state, ending, interim);
      if (!interim) return;
      state.follow_up = 1;
      target = follow_up;
      continue;
    }
    const scenario::ProgramNode& node = program.nodes[target];
    state.node = target;
    if (node.visits_slot != kNoIndex) {
      std::int16_t& visits = state.slots[node.visits_slot];
      visits = static_cast<std::int16_t>(std::min<int>(visits + 1, scenario::kMaxVisits));
    }
    if (node.topics_then != kNoIndex && !any_available(program, state, node, true, observer)) {
      target = node.topics_then;
      continue;
    }
    observer.arrive(state, target);
    if (node.plain_lines) {
      for (Index i = 0; i < node.lines.count; ++i) {
        observer.line(state, LineRef{target, kNoIndex, i});
      }
    } else {
      say(program, state, node.lines, target, kNoIndex, observer);
    }
    if (any_available(program, state, node, false, observer)) return;
    target = follow(program, state, node.go, observer);
  }
}

template <typename Observer>
[[nodiscard]] const scenario::ProgramBranch* watched(const Program& program, const State& state,
                                                     Observer& observer) {
  for (const scenario::ProgramWatch& watch : program.watch) {
    if (tested(program, state, watch.when, observer)) return &watch.go;
  }
  return nullptr;
}

// Where a watch leads if one holds, else to `target`, or where the branches lead if there is none.
template <typename Observer>
void go_on(const Program& program, State& state, Index target,
           scenario::Range<scenario::ProgramBranch> branches, Observer& observer) {
  if (const auto* go = watched(program, state, observer)) {
    clear_calls(state);
    if (go->then != kNoIndex) state.returns[state.depth++] = go->then;
    arrive(program, state, go->target, observer);
    return;
  }
  if (target == kNoIndex) target = follow(program, state, branches, observer);
  arrive(program, state, target, observer);
}

// Everything after the reaction to a choice and its effects: what is said, and where it leads.
template <typename Observer>
void proceed(const Program& program, State& state, Index node, Index index, Observer& observer) {
  const std::size_t place = program.nodes[node].choices.first + index;
  const scenario::Shortcut& shortcut = program.shortcuts[place];
  if (shortcut.speaks) say(program, state, program.choices[place].lines, node, index, observer);
  go_on(program, state, shortcut.target, program.choices[place].go, observer);
}

template <typename Observer>
StepResult choose(const Machine& machine, State& state, Index index, Observer& observer) {
  const Program& program = *machine.program;
  const scenario::ProgramNode& node = program.nodes[state.node];
  if (index >= node.choices.count) return StepResult::kNotOffered;
  const std::size_t place = node.choices.first + index;
  if (!available(program, state, place)) return StepResult::kNotOffered;
  const scenario::Shortcut& shortcut = program.shortcuts[place];
  const scenario::ProgramChoice& choice = program.choices[place];
  if (shortcut.reacts) react_to(machine, state, place);
  if (shortcut.marked) state.set_bit(choice.used_bit);
  if (shortcut.plain_effects) {
    for (const scenario::Effect effect : shortcut.effects) apply(program, state, effect);
  } else {
    apply(program, state, choice.effects);
  }
  proceed(program, state, state.node, index, observer);
  return StepResult::kTaken;
}

template <typename Observer>
StepResult take_typed(const Machine& machine, State& state, const TypedInput& input,
                      Observer& observer) {
  const Program& program = *machine.program;
  const Way way = way_of(machine, state, input);
  if (!way.followed()) return StepResult::kNotOffered;
  react(machine, state, input.showing, 0, {});
  if (way.choice == kNoIndex) {
    go_on(program, state, kNoIndex, program.rules[way.rule].go, observer);
    return StepResult::kTaken;
  }
  const Index node = state.node;
  const scenario::ProgramChoice& choice = program.choices_of(program.nodes[node])[way.choice];
  if (choice.used_bit != kNoIndex) state.set_bit(choice.used_bit);
  apply(program, state, choice.effects);
  proceed(program, state, node, way.choice, observer);
  return StepResult::kTaken;
}

[[nodiscard]] inline StepResult consult(const Program& program, State& state, Index index) {
  if (!document_offered(program, state, index)) return StepResult::kNotOffered;
  const scenario::ProgramDocument& document = program.documents[index];
  if (state.bit(document.read_bit)) return StepResult::kTaken;
  state.set_bit(document.read_bit);
  reveal(program, state, document.reveals);
  apply(program, state, document.effects);
  return StepResult::kTaken;
}

}  // namespace aplomb::engine::detail

namespace aplomb::engine {

inline std::uint32_t choices_on_offer(const scenario::Program& program, const State& state) {
  if (ended(program, state)) return 0;
  const scenario::ProgramNode& node = program.nodes[state.node];
  std::uint32_t on_offer = 0;
  for (std::uint32_t i = 0; i < node.choices.count; ++i) {
    const bool offered = detail::available(program, state, node.choices.first + i);
    on_offer |= static_cast<std::uint32_t>(offered) << i;
  }
  return on_offer;
}

template <typename Observer>
State begin(const Machine& machine, Observer& observer) {
  const scenario::Program& program = *machine.program;
  State state;
  state.slots = program.initial;
  state.bits = program.initial_bits;
  detail::arrive(program, state, program.start, observer);
  return state;
}

template <typename Observer>
StepResult step(const Machine& machine, State& state, Input input, Observer& observer) {
  if (ended(*machine.program, state)) return StepResult::kNotOffered;
  if (input.kind == InputKind::kConsult) {
    return detail::consult(*machine.program, state, input.index);
  }
  return detail::choose(machine, state, input.index, observer);
}

template <typename Observer>
StepResult step_typed(const Machine& machine, State& state, const TypedInput& input,
                      Observer& observer) {
  if (ended(*machine.program, state)) return StepResult::kNotOffered;
  return detail::take_typed(machine, state, input, observer);
}

}  // namespace aplomb::engine
