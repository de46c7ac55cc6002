#include <algorithm>
#include <limits>

#include "scenario/compiler.h"

namespace aplomb::scenario {
namespace {

using Limits = std::numeric_limits<std::int16_t>;

}  // namespace

void Compiler::add_shortcuts() {
  Program& program = *program_;
  program.shortcuts.reserve(program.choices.size());
  for (const ProgramChoice& choice : program.choices) {
    Shortcut& result = program.shortcuts.emplace_back();
    shorten_condition(choice.when, result);
    if (choice.once) result.plain_offer = false;
    shorten_effects(choice.effects, result);
    if (choice.go.count > 0) {
      const ProgramBranch& first = program.branches[choice.go.first];
      const bool plain =
          first.when.count == 0 && first.target != kReturnTarget && first.then == kNoIndex;
      if (plain) result.target = first.target;
    }
    result.reacts =
        choice.shows.count > 0 || choice.negatives != 0 || choice.overridden_meters != 0;
    result.marked = choice.used_bit != kNoIndex;
    result.speaks = choice.lines.count > 0;
  }
  for (ProgramNode& node : program.nodes) {
    const auto first = program.lines.begin() + node.lines.first;
    node.plain_lines = std::all_of(first, first + node.lines.count, [](const ProgramLine& line) {
      return line.when.count == 0 && line.reveals.count == 0;
    });
  }
}

// Comparisons with a number are intervals, but for "not equal".
void Compiler::shorten_condition(Condition when, Shortcut& result) const {
  int least = Limits::min();
  int most = Limits::max();
  if (when.count > 0) {
    const Instruction& test = program_->code[when.first];
    switch (test.operation) {
      case Operation::kTestEqual: least = most = test.value; break;
      case Operation::kTestLess: most = test.value - 1; break;
      case Operation::kTestLessEqual: most = test.value; break;
      case Operation::kTestGreater: least = test.value + 1; break;
      case Operation::kTestGreaterEqual: least = test.value; break;
      default: return;
    }
    if (when.count > 1) return;
    result.slot = test.index;
  }
  result.plain_offer = true;
  result.least = static_cast<std::int16_t>(least);
  result.span = static_cast<std::uint16_t>(most - least);
}

void Compiler::shorten_effects(Range<Effect> effects, Shortcut& result) const {
  // Adding nothing to a meter, which is always within its range, changes nothing.
  result.effects.fill({EffectKind::kAdd, 0, 0});
  if (effects.count > result.effects.size()) return;
  const auto first = program_->effects.begin() + effects.first;
  const bool reveals = std::any_of(first, first + effects.count, [](const Effect& effect) {
    return effect.kind == EffectKind::kReveal;
  });
  if (reveals) return;
  std::copy_n(first, effects.count, result.effects.begin());
  result.plain_effects = true;
}

}  // namespace aplomb::scenario
