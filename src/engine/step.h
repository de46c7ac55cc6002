// One step of a conversation: a pure function of the compiled scenario, the affect model, the
// state and an input. No allocation, no clock, no input or output, no floating point.
//
// What there is to show on the way (lines, scene breaks, endings) is told to an observer, a type
// with the functions of `Silent`; stepping itself does not depend on it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "base/few_different.h"
#include "engine/affect.h"
#include "engine/arithmetic.h"
#include "engine/reaction.h"
#include "engine/state.h"
#include "scenario/program.h"

namespace aplomb::engine {

using scenario::Index;

// What a conversation runs on. Immutable; shared by every session of the scenario.
struct Machine {
  std::shared_ptr<const scenario::Program> program;
  Affect affect;
  FormulaSets formula_sets;
  base::FewDifferent<Reaction> reactions;  // by choice of the program
};

[[nodiscard]] std::shared_ptr<const Machine> make_machine(
    std::shared_ptr<const scenario::Program> program, const AffectModel& model);

// Changes whenever the same inputs may lead to other states or scores. Attempts carry it.
inline constexpr int kSemanticsVersion = 1;

enum class InputKind : std::uint8_t {
  kChoose,   // a reply or an act: `index` counts within the node's choices
  kConsult,  // a document: `index` into the program's documents
};

struct Input {
  InputKind kind = InputKind::kChoose;
  Index index = 0;
};

// A line that is said: of a node on arrival, or of a choice as the reaction to it.
struct LineRef {
  Index node = 0;
  Index choice = scenario::kNoIndex;  // within the node; kNoIndex for the node's own lines
  Index line = 0;
};

// Where a line stands in the program's `lines`, and its text in the texts of a language.
[[nodiscard]] inline std::size_t place_of(const scenario::Program& program, LineRef ref) {
  const scenario::ProgramNode& node = program.nodes[ref.node];
  const bool own = ref.choice == scenario::kNoIndex;
  return (own ? node.lines.first : program.choices_of(node)[ref.choice].lines.first) + ref.line;
}

// The observer of those who only want the state.
struct Silent {
  void line(const State&, LineRef) {}
  void arrive(const State&, Index /*node*/) {}
  void ending(const State&, Index /*ending*/, bool /*interim*/) {}
};

// The state before the first input, arrived at the first choice.
template <typename Observer>
[[nodiscard]] State begin(const Machine& machine, Observer& observer);

enum class StepResult : std::uint8_t {
  kTaken,
  kNotOffered,  // the input is not on offer in this state; nothing changed
};

// Takes `input` in `state` and goes on to the next choice or ending.
template <typename Observer>
StepResult step(const Machine& machine, State& state, Input input, Observer& observer);

// What an input shows: its tags and its negatives (bit per Negative).
struct Showing {
  std::span<const scenario::Tag> tags;
  std::uint32_t negatives = 0;
};

// A typed reply: what it shows, and the reply on offer that it comes nearest to.
struct TypedInput {
  Showing showing;
  Index nearest = scenario::kNoIndex;  // within the node's choices; kNoIndex: none is near
  bool verbatim = false;               // it is that reply's own text, to which no rule applies
};

// Where a typed reply leads. Neither a choice nor a rule: the customer did not follow.
struct Way {
  Index choice = scenario::kNoIndex;  // within the node: whose effects, lines and goto follow
  Index rule = scenario::kNoIndex;    // of Program::rules: the one that decided

  [[nodiscard]] bool followed() const {
    return choice != scenario::kNoIndex || rule != scenario::kNoIndex;
  }
};

// The node's first `typed` rule that holds and whose reply is on offer, else the nearest reply if
// it is on offer.
[[nodiscard]] Way way_of(const Machine& machine, const State& state, const TypedInput& input);

// Takes a typed reply: the customer reacts to what it shows, not to what is tagged at the reply
// whose way it goes. kNotOffered where the customer does not follow.
template <typename Observer>
StepResult step_typed(const Machine& machine, State& state, const TypedInput& input,
                      Observer& observer);

// Whether a level-1 formula has been used before and so is worth nothing now.
[[nodiscard]] inline bool worn_out(const Affect& affect, const State& state, scenario::Tag tag) {
  return tag.level == 1 &&
         ((state.worn & affect.wears) >> static_cast<int>(tag.behaviour) & 1U) != 0;
}

[[nodiscard]] bool evaluate(std::span<const scenario::Instruction> code,
                            scenario::Condition condition, const State& state,
                            const Showing& showing);

// Most conditions are none at all, or compare one slot with a constant.
[[nodiscard]] inline bool holds(std::span<const scenario::Instruction> code,
                                scenario::Condition condition, const State& state,
                                const Showing& showing = {}) {
  if (condition.count == 0) return true;
  const scenario::Instruction& first = code[condition.first];
  if (condition.count == 1 && is_test(first.operation)) {
    return test(first, state.slots[first.index]);
  }
  return evaluate(code, condition, state, showing);
}

// The meters, being heard, wear and shown behaviours after somebody shows this. `overridden` meters
// (bit each) change by `instead`.
void react(const Machine& machine, State& state, const Showing& showing, unsigned overridden,
           const MeterChange& instead);

// Whether any rule of the affect model holds, of those that do not ask what is shown.
[[nodiscard]] bool any_rule_holds(const Affect& affect, const State& state);

// The choices on offer where `state` stands, a bit each; none at an ending.
[[nodiscard]] std::uint32_t choices_on_offer(const scenario::Program& program, const State& state);

// Whether the choice `index` of the node where `state` stands is on offer.
[[nodiscard]] bool offered(const scenario::Program& program, const State& state, Index index);

// Whether a document is offered here (it may have been read already).
[[nodiscard]] bool document_offered(const scenario::Program& program, const State& state,
                                    Index document);

[[nodiscard]] inline bool ended(const scenario::Program& program, const State& state) {
  return program.is_ending(state.node);
}

// What the customer lets be seen.
[[nodiscard]] Emotion shown_emotion(const Machine& machine, const State& state);
[[nodiscard]] int shown_heat(const Machine& machine, const State& state);

}  // namespace aplomb::engine

#include "engine/step_detail.h"
