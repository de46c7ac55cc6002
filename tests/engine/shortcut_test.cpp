// What is worked out beforehand must come to the same as looking at every choice in full.
#include <gtest/gtest.h>

#include "base/random.h"
#include "engine/support.h"
#include "scenario/load.h"

namespace aplomb::engine {
namespace {

constexpr int kPlays = 500;
constexpr int kMostTurns = 200;

// The same machine with nothing worked out beforehand.
Machine without_shortcuts(const Machine& machine) {
  auto program = std::make_shared<scenario::Program>(*machine.program);
  for (scenario::Shortcut& shortcut : program->shortcuts) {
    shortcut.plain_offer = false;
    shortcut.plain_effects = false;
    shortcut.target = scenario::kNoIndex;
    shortcut.reacts = true;
    shortcut.speaks = true;
  }
  for (scenario::ProgramNode& node : program->nodes) node.plain_lines = false;
  Machine result = machine;
  result.program = std::move(program);
  result.reactions = base::FewDifferent(std::vector<Reaction>(machine.program->choices.size()));
  return result;
}

struct Said {
  std::vector<Index> lines;

  void line(const State&, LineRef ref) {
    lines.insert(lines.end(), {ref.node, ref.choice, ref.line});
  }
  void arrive(const State&, Index node) { lines.push_back(node); }
  void ending(const State&, Index ending, bool) { lines.push_back(ending); }
};

// The choices taken.
int compare_plays(const Machine& machine) {
  const Machine other = without_shortcuts(machine);
  base::Random random(7);
  int taken = 0;
  for (int play = 0; play < kPlays; ++play) {
    Said said;
    Said expected;
    State state = begin(machine, said);
    State same = begin(other, expected);
    for (int turn = 0; turn < kMostTurns && !ended(*machine.program, state); ++turn) {
      const std::uint32_t on_offer = choices_on_offer(*machine.program, state);
      EXPECT_EQ(on_offer, choices_on_offer(*other.program, same));
      const scenario::ProgramNode& node = machine.program->nodes[state.node];
      for (std::uint32_t i = 0; i < node.documents.count; ++i) {
        const Index document = machine.program->offered_documents[node.documents.first + i];
        if (random.below(2) == 0) continue;
        step(machine, state, {InputKind::kConsult, document}, said);
        step(other, same, {InputKind::kConsult, document}, expected);
      }
      const auto choice = static_cast<Index>(random.below(node.choices.count));
      const StepResult result = step(machine, state, {InputKind::kChoose, choice}, said);
      EXPECT_EQ(result, step(other, same, {InputKind::kChoose, choice}, expected));
      if (result == StepResult::kTaken) ++taken;
      EXPECT_EQ(state, same);
      EXPECT_EQ(said.lines, expected.lines);
      if (testing::Test::HasFailure()) return taken;
    }
  }
  return taken;
}

TEST(Shortcuts, LeadWhereTheLongWayLeads) {
  int taken = compare_plays(*make_machine(
      program_of("complete.json", read_source("tests/scenario/complete.json")), standard_model()));
  for (const char* name : {"cold-clerk", "papers-again", "the-threat"}) {
    const std::string file = std::string("scenarios/") + name + ".json";
    taken += compare_plays(*make_machine(program_of(file, read_source(file)), standard_model()));
  }
  EXPECT_GT(taken, 10'000);
}

// Six formulas at the most, so a number has six bits.
TEST(FormulaSets, HaveANumberEach) {
  const std::uint64_t wears = 0b1011'0010'1001;
  const FormulaSets sets(wears);
  EXPECT_EQ(sets[sets.number_of(0)], 0U);
  EXPECT_EQ(sets[sets.number_of(wears)], wears);
  EXPECT_EQ(sets[sets.number_of(0b0001'0010'0000)], 0b0001'0010'0000U);
}

}  // namespace
}  // namespace aplomb::engine
