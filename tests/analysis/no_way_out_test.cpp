// Whatever a trainee might type: where a play gets stuck has been foretold.
#include "analysis/no_way_out.h"

#include <gtest/gtest.h>

#include <set>

#include "analysis/explore.h"
#include "base/random.h"
#include "support/generated_scenario.h"
#include "support/shipped.h"

namespace aplomb::analysis {
namespace {

using engine::State;
using scenario::Program;

constexpr std::uint64_t kSeeds = 400;
constexpr int kPlays = 200;
constexpr int kMostTurns = 40;

std::set<Index> foretold(const Exploration& explored) {
  std::set<Index> nodes;
  for (const NoWayOut& way : explored.no_way_out) nodes.insert(way.node);
  return nodes;
}

// Reacts to anything, as if it had been typed, and goes on as the choice does.
void say_anything(const engine::Machine& machine, State& state, Index index,
                  base::Random& random) {
  const Program& program = *machine.program;
  std::array<scenario::Tag, 3> tags{};
  for (scenario::Tag& tag : tags) {
    tag.behaviour = static_cast<scenario::Behaviour>(random.below(scenario::kBehaviourCount));
    tag.level = static_cast<std::uint8_t>(1 + random.below(scoring::kMaxLevel));
  }
  const std::uint32_t negative = std::uint32_t{1} << random.below(scenario::kNegativeCount);
  // The mood may become any; what was shown is a fact, and those are the authored reply's.
  const std::uint64_t shown = state.shown;
  engine::react(machine, state, {{tags.data(), random.below(4)}, random.below(2) * negative}, 0,
                {});
  state.shown = shown;
  const scenario::ProgramChoice& choice =
      program.choices_of(program.nodes[state.node])[index];
  for (std::uint32_t i = 0; i < choice.shows.count; ++i) {
    const scenario::Tag tag = program.tags[choice.shows.first + i];
    const std::uint64_t bit = std::uint64_t{1} << static_cast<int>(tag.behaviour);
    if (tag.level > 1) state.shown |= bit & program.shown_read;
  }
  if (choice.used_bit != scenario::kNoIndex) state.set_bit(choice.used_bit);
  engine::detail::apply(program, state, choice.effects);
  engine::Silent silent;
  engine::detail::proceed(program, state, state.node, index, silent);
}

// The node where a play gets stuck; nullopt when it ends or goes on for long.
std::optional<Index> stuck_at(const engine::Machine& machine, base::Random& random) {
  const Program& program = *machine.program;
  engine::Silent silent;
  State state = engine::begin(machine, silent);
  for (int turn = 0; turn < kMostTurns && !engine::ended(program, state); ++turn) {
    std::vector<Index> offered;
    const scenario::ProgramNode& node = program.nodes[state.node];
    for (Index i = 0; i < node.choices.count; ++i) {
      if (engine::offered(program, state, i)) offered.push_back(i);
    }
    if (offered.empty()) return state.node;
    if (node.documents.count > 0 && random.below(4) == 0) {
      engine::step(machine, state, {engine::InputKind::kConsult,
                                    program.offered_documents[node.documents.first]}, silent);
      continue;
    }
    const auto pick = random.below(static_cast<std::uint32_t>(offered.size()));
    say_anything(machine, state, offered[pick], random);
  }
  return std::nullopt;
}

TEST(NoWayOut, ForetellsWhereverAPlayGetsStuck) {
  int stuck = 0;
  for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
    const auto valuation = test::valued("generated.json", test::generated_scenario(seed));
    if (!valuation) continue;
    const Exploration explored = explore(*valuation, {.threads = 1});
    ASSERT_TRUE(explored.moods_followed);
    const std::set<Index> nodes = foretold(explored);
    base::Random random(seed);
    for (int play = 0; play < kPlays; ++play) {
      const auto node = stuck_at(valuation->machine(), random);
      if (!node) continue;
      ++stuck;
      // The begin of a play follows no input.
      if (*node == valuation->machine().program->start) continue;
      ASSERT_TRUE(nodes.contains(*node)) << "seed " << seed << ", node " << *node;
    }
  }
  RecordProperty("stuck", stuck);
  EXPECT_GT(stuck, 0);
}

TEST(NoWayOut, IsNowhereInAShippedScenario) {
  for (const auto& file : test::shipped_scenarios()) {
    const auto valuation = test::valued(file.string(), test::read_file(file));
    ASSERT_TRUE(valuation);
    ControlGraph control(valuation->machine());
    ASSERT_TRUE(control.build(1U << 20, {}));
    EXPECT_TRUE(no_way_out(valuation->machine(), control).empty()) << file;
  }
}

}  // namespace
}  // namespace aplomb::analysis
