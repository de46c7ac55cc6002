#include "analysis/spent_watches.h"

#include <algorithm>

#include "engine/arithmetic.h"

namespace aplomb::analysis {
namespace {

using scenario::Condition;
using scenario::Instruction;
using scenario::Operation;

// Every further one doubles the contexts; stories have two or three watches.
constexpr std::size_t kMostRefutable = 4;

bool counts_visits(const scenario::Program& program, Index slot) {
  const auto sets = [slot](const scenario::Effect& effect) {
    return effect.kind != scenario::EffectKind::kReveal && effect.index == slot;
  };
  return std::any_of(program.nodes.begin(), program.nodes.end(),
                     [slot](const auto& node) { return node.visits_slot == slot; }) &&
         std::none_of(program.effects.begin(), program.effects.end(), sets);
}

// Whether every value of the slot that passes `first` passes `second` as well.
bool implies(const Instruction& first, const Instruction& second, scenario::SlotRange range) {
  for (int value = range.min; value <= range.max; ++value) {
    if (engine::test(first, value) && !engine::test(second, value)) return false;
  }
  return true;
}

}  // namespace

SpentWatches::SpentWatches(const scenario::Program& program)
    : program_(program), lasting_(program.watch.size()), hidden_(program.watch.size()) {
  for (std::uint32_t watch = 0; watch < lasting_.size(); ++watch) {
    if (refutable_.size() == kMostRefutable) break;
    for (const Condition part : parts_of(program_.watch[watch].when)) {
      if (stays_false(part)) lasting_[watch].push_back(part);
    }
    if (!lasting_[watch].empty()) refutable_.push_back(watch);
  }
  find_hidden();
}

std::vector<Condition> SpentWatches::parts_of(Condition when) const {
  std::vector<Condition> parts;
  std::vector<Condition> left{when};
  while (!left.empty()) {
    const Condition whole = left.back();
    left.pop_back();
    if (whole.count == 0) continue;
    const std::uint32_t last = whole.end() - 1;
    if (program_.code[last].operation != Operation::kAnd) {
      parts.push_back(whole);
      continue;
    }
    // The second operand is as many instructions before `last` as leave one value.
    std::uint32_t second = last;
    for (int missing = 1; missing > 0;) {
      const Operation operation = program_.code[--second].operation;
      if (engine::is_binary(operation)) {
        ++missing;
      } else if (operation != Operation::kNot) {
        --missing;
      }
    }
    left.emplace_back(second, last - second);
    left.emplace_back(whole.first, second - whole.first);
  }
  return parts;
}

bool SpentWatches::stays_false(Condition part) const {
  const Instruction& first = program_.code[part.first];
  if (part.count == 2) {
    const bool only_set = first.operation == Operation::kBit ||
                          first.operation == Operation::kShown ||
                          first.operation == Operation::kFollowUp;
    return only_set && program_.code[part.first + 1].operation == Operation::kNot;
  }
  const bool below = first.operation == Operation::kTestLess ||
                     first.operation == Operation::kTestLessEqual ||
                     (first.operation == Operation::kTestEqual && first.value == 0);
  return part.count == 1 && below && counts_visits(program_, first.index);
}

bool SpentWatches::implied(Condition part, Condition when) const {
  if (part.count != 1) return false;
  const Instruction& test = program_.code[part.first];
  if (test.operation == Operation::kFollowUp) return true;
  if (!engine::is_test(test.operation)) return false;
  const std::vector<Condition> parts = parts_of(when);
  return std::any_of(parts.begin(), parts.end(), [&](Condition other) {
    const Instruction& known = program_.code[other.first];
    return other.count == 1 && engine::is_test(known.operation) && known.index == test.index &&
           implies(known, test, program_.ranges[test.index]);
  });
}

// The first watch that holds is the one that is followed.
void SpentWatches::find_hidden() {
  for (std::size_t watch = 0; watch < hidden_.size(); ++watch) {
    for (std::size_t before = 0; before < watch; ++before) {
      const std::vector<Condition> parts = parts_of(program_.watch[before].when);
      const bool always = std::all_of(parts.begin(), parts.end(), [&](Condition part) {
        return implied(part, program_.watch[watch].when);
      });
      if (always) hidden_[watch] = 1;
    }
  }
}

SpentWatches::Context SpentWatches::of(const engine::State& state) const {
  Context context = state.follow_up;
  for (std::size_t i = 0; i < refutable_.size(); ++i) {
    const std::vector<Condition>& parts = lasting_[refutable_[i]];
    const bool spent = std::any_of(parts.begin(), parts.end(), [&](Condition part) {
      return !engine::holds(program_.code, part, state);
    });
    if (spent) context |= Context{2} << i;
  }
  return context;
}

bool SpentWatches::refuted(Context context, std::size_t watch) const {
  for (std::size_t i = 0; i < refutable_.size(); ++i) {
    if (refutable_[i] == watch) return (context & Context{2} << i) != 0;
  }
  return false;
}

bool SpentWatches::leads_on(Context context, std::size_t watch) const {
  const bool hidden = (context & 1U) != 0 && hidden_[watch] != 0;
  return !hidden && !refuted(context, watch);
}

}  // namespace aplomb::analysis
