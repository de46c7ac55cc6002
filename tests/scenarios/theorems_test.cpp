// What is proven of every shipped scenario: it ends, everything in it can happen, and its scores
// keep what the rubric promises. Every state that can be reached is looked at.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/explore.h"
#include "base/random.h"
#include "support/shipped.h"

namespace aplomb {
namespace {

using analysis::Exploration;
using analysis::PlayStep;
using engine::Input;
using engine::InputKind;
using engine::State;
using scenario::Index;
using scoring::Score;

// A scenario with its proof, worked out once for all tests of it.
struct Proven {
  std::unique_ptr<const scoring::Valuation> valuation;
  std::unique_ptr<const Exploration> explored;

  [[nodiscard]] const engine::Machine& machine() const { return valuation->machine(); }
  [[nodiscard]] const scenario::Program& program() const { return *machine().program; }
  [[nodiscard]] const scenario::Scenario& story() const { return *program().scenario; }
};

const Proven& proven(const std::filesystem::path& file) {
  static std::map<std::filesystem::path, Proven> known;
  Proven& entry = known[file];
  if (!entry.valuation) {
    entry.valuation = test::valued(file.string(), test::read_file(file));
    if (entry.valuation) {
      entry.explored = std::make_unique<Exploration>(analysis::explore(*entry.valuation, {}));
    }
  }
  return entry;
}

class Theorems : public testing::TestWithParam<std::filesystem::path> {
 protected:
  void SetUp() override {
    ASSERT_TRUE(it().valuation) << GetParam() << " does not load";
    ASSERT_TRUE(it().explored->finished);
  }

  [[nodiscard]] static const Proven& it() { return proven(GetParam()); }

  [[nodiscard]] static bool bad(scenario::EndingKind kind) {
    return ((it().valuation->rubric().bad_endings >> static_cast<int>(kind)) & 1U) != 0;
  }

  [[nodiscard]] static std::string told(const analysis::Play& play) {
    std::string text;
    for (const PlayStep& step : play.unrolled()) {
      const scenario::Node& node = it().story().nodes[step.node];
      text += " " + node.id + ".";
      text += step.input.kind == InputKind::kChoose
                  ? node.choices[step.input.index].id
                  : it().story().documents[step.input.index].id;
    }
    return text;
  }
};

// Every input on offer, documents not yet read among them.
std::vector<Input> inputs(const Proven& it, const State& state) {
  std::vector<Input> all;
  if (engine::ended(it.program(), state)) return all;
  const scenario::ProgramNode& node = it.program().nodes[state.node];
  for (Index i = 0; i < node.choices.count; ++i) {
    if (engine::offered(it.program(), state, i)) all.push_back({InputKind::kChoose, i});
  }
  for (Index i = 0; i < static_cast<Index>(it.program().documents.size()); ++i) {
    const bool fresh = !state.bit(it.program().documents[i].read_bit);
    if (fresh && engine::document_offered(it.program(), state, i)) {
      all.push_back({InputKind::kConsult, i});
    }
  }
  return all;
}

TEST_P(Theorems, EveryPlayCanEnd) {
  for (const analysis::DeadEnd& dead : it().explored->dead_ends) {
    ADD_FAILURE() << it().story().nodes[dead.node].id << (dead.loop ? " loops:" : " is stuck:")
                  << told(dead.play);
  }
}

TEST_P(Theorems, EverythingCanHappen) {
  const analysis::Coverage& met = it().explored->coverage;
  for (std::size_t i = 0; i < it().story().endings.size(); ++i) {
    EXPECT_EQ(met.endings[i], 1) << it().story().endings[i].id;
  }
  for (std::size_t i = 0; i < it().story().nodes.size(); ++i) {
    const scenario::Node& node = it().story().nodes[i];
    EXPECT_EQ(met.nodes[i], 1) << node.id;
    for (std::size_t c = 0; c < node.choices.size(); ++c) {
      const std::size_t choice = it().program().nodes[i].choices.first + c;
      EXPECT_EQ(met.choices[choice], 1) << node.id << "." << node.choices[c].id;
    }
  }
  for (std::size_t i = 0; i < met.lines.size(); ++i) {
    EXPECT_EQ(met.lines[i], 1) << "line " << i;
  }
}

// Nothing is written in one language only, so that what can happen can be read in both.
TEST_P(Theorems, EverythingIsThereInBothLanguages) {
  for (const scenario::Node& node : it().story().nodes) {
    for (const scenario::Line& line : node.lines) {
      EXPECT_EQ(line.text.zh.empty(), line.text.en.empty()) << node.id;
    }
    for (const scenario::Choice& choice : node.choices) {
      EXPECT_EQ(choice.text.zh.empty(), choice.text.en.empty()) << node.id << "." << choice.id;
      for (const scenario::Line& line : choice.lines) {
        EXPECT_EQ(line.text.zh.empty(), line.text.en.empty()) << node.id << "." << choice.id;
      }
    }
  }
}

TEST_P(Theorems, TheReferencePlayEndsWellAndScoresAHundred) {
  const scoring::Reference& reference = it().explored->reference;
  ASSERT_TRUE(reference.ends);
  EXPECT_FALSE(bad(it().program().endings[reference.ending].kind));
  scoring::Tally tally;
  tally.best_total = reference.total;
  EXPECT_EQ(scoring::score_of(it().valuation->rubric(), reference, tally,
                              it().program().endings[reference.ending].kind),
            (Score{100, 1}));
}

// Losing nothing costs nothing unless the ending is bad, so it is enough that no tie leads to one.
TEST_P(Theorems, TheBestInputsEndWellUnderEveryTie) {
  const auto& badly = it().explored->best_inputs_end_badly;
  EXPECT_FALSE(badly) << told(*badly);
}

TEST_P(Theorems, ScoresLieBetweenNoughtAndAHundred) {
  const auto within = [](const std::optional<Score>& score) {
    return !score || (!(*score < Score{0, 1}) && !(Score{100, 1} < *score));
  };
  EXPECT_EQ(it().explored->best.score, (Score{100, 1}));
  for (const analysis::EndingFound& ending : it().explored->endings) {
    EXPECT_TRUE(within(ending.best.score));
    EXPECT_TRUE(within(ending.worst.score));
  }
  for (const analysis::DimensionRange& range : it().explored->dimensions) {
    EXPECT_TRUE(within(range.best.score));
    EXPECT_TRUE(within(range.worst.score));
  }
}

TEST_P(Theorems, ABadEndingScoresEightyFiveAtMost) {
  for (const analysis::EndingFound& ending : it().explored->endings) {
    if (ending.interim || !bad(it().program().endings[ending.ending].kind)) continue;
    ASSERT_TRUE(ending.best.score);
    EXPECT_FALSE((Score{85, 1} < *ending.best.score))
        << it().story().endings[ending.ending].id << told(ending.best.play);
  }
}

// What becomes of a play that takes one input and then the best ones.
struct Continued {
  int lost = 0;
  bool ended = false;
  Score score;
  std::int64_t leaving = 0;
};

Continued continued(const Proven& it, State state, scoring::Tally tally, Index choice) {
  engine::Silent silent;
  Continued result;
  auto best = it.valuation->best(state);
  scoring::TurnValue value = it.valuation->value(state, choice);
  result.lost = best->value.total - value.total;
  for (int turn = 0; turn < 1000; ++turn) {
    scoring::add_turn(tally, best->value, value);
    engine::step(it.machine(), state, {InputKind::kChoose, choice}, silent);
    if (engine::ended(it.program(), state)) break;
    best = it.valuation->best(state);
    if (!best) return result;
    choice = best->choice;
    value = best->value;
  }
  result.ended = engine::ended(it.program(), state);
  if (!result.ended) return result;
  const scoring::Rubric& rubric = it.valuation->rubric();
  const auto kind = it.program().endings[it.program().ending_of(state.node)].kind;
  const std::int64_t whole = it.explored->reference.total;
  result.score = *scoring::score_of(rubric, it.explored->reference, tally, kind);
  if (((rubric.bad_endings >> static_cast<int>(kind)) & 1U) != 0) {
    result.leaving = std::max<std::int64_t>(rubric.leaving_percent * whole,
                                            100 * (whole - tally.best_total));
  }
  return result;
}

TEST_P(Theorems, ALargerLossNeverScoresHigher) {
  base::Random random(1);
  engine::Silent silent;
  for (int play = 0; play < 2000; ++play) {
    State state = engine::begin(it().machine(), silent);
    scoring::Tally tally;
    while (!engine::ended(it().program(), state)) {
      const std::vector<Input> all = inputs(it(), state);
      std::vector<Continued> ends;
      for (const Input input : all) {
        if (input.kind == InputKind::kConsult) continue;
        ends.push_back(continued(it(), state, tally, input.index));
      }
      for (const Continued& more : ends) {
        for (const Continued& less : ends) {
          if (!more.ended || !less.ended || more.leaving != less.leaving) continue;
          if (more.lost > less.lost) {
            ASSERT_FALSE(less.score < more.score) << it().story().nodes[state.node].id;
          }
        }
      }
      const Input input = all[random.below(static_cast<std::uint32_t>(all.size()))];
      if (input.kind == InputKind::kChoose) {
        scoring::add_turn(tally, it().valuation->best(state)->value,
                          it().valuation->value(state, input.index));
      }
      engine::step(it().machine(), state, input, silent);
    }
  }
}

// A state is a value: what was saved at any step goes on as what was not, and so does what is
// played again from the start.
TEST_P(Theorems, AnyPrefixReplaysAndAnySavedStateGoesOnAlike) {
  base::Random random(2);
  engine::Silent silent;
  for (int play = 0; play < 100; ++play) {
    std::vector<Input> taken;
    std::vector<State> states{engine::begin(it().machine(), silent)};
    while (!engine::ended(it().program(), states.back())) {
      const std::vector<Input> all = inputs(it(), states.back());
      taken.push_back(all[random.below(static_cast<std::uint32_t>(all.size()))]);
      states.push_back(states.back());
      engine::step(it().machine(), states.back(), taken.back(), silent);
    }
    for (std::size_t prefix = 0; prefix <= taken.size(); ++prefix) {
      State again = engine::begin(it().machine(), silent);
      for (std::size_t i = 0; i < prefix; ++i) engine::step(it().machine(), again, taken[i], silent);
      ASSERT_EQ(again, states[prefix]);
      State saved = states[prefix];
      for (std::size_t i = prefix; i < taken.size(); ++i) {
        engine::step(it().machine(), saved, taken[i], silent);
      }
      ASSERT_EQ(saved, states.back());
    }
  }
}

// Typed replies may show anything; they go where an authored reply goes.
TEST_P(Theorems, PlaysEndWhateverIsShown) {
  constexpr int kPlays = 100'000;
  constexpr int kMostTurns = 5000;
  base::Random random(3);
  engine::Silent silent;
  const scenario::Program& program = it().program();
  for (int play = 0; play < kPlays; ++play) {
    State state = engine::begin(it().machine(), silent);
    int turns = 0;
    while (!engine::ended(program, state)) {
      ASSERT_LT(++turns, kMostTurns) << "play " << play;
      const std::vector<Input> all = inputs(it(), state);
      ASSERT_FALSE(all.empty()) << it().story().nodes[state.node].id << ", play " << play;
      const Input input = all[random.below(static_cast<std::uint32_t>(all.size()))];
      if (input.kind == InputKind::kConsult) {
        engine::step(it().machine(), state, input, silent);
        continue;
      }
      std::array<scenario::Tag, 3> tags{};
      for (scenario::Tag& tag : tags) {
        tag.behaviour = static_cast<scenario::Behaviour>(random.below(scenario::kBehaviourCount));
        tag.level = static_cast<std::uint8_t>(1 + random.below(scoring::kMaxLevel));
      }
      const std::uint32_t negative = std::uint32_t{1} << random.below(scenario::kNegativeCount);
      const std::size_t count = random.below(tags.size() + 1);
      engine::react(it().machine(), state,
                    {{tags.data(), count}, random.below(2) == 0 ? 0 : negative}, 0, {});
      const scenario::ProgramChoice& choice =
          program.choices_of(program.nodes[state.node])[input.index];
      if (choice.used_bit != scenario::kNoIndex) state.set_bit(choice.used_bit);
      engine::detail::apply(program, state, choice.effects);
      engine::detail::proceed(program, state, state.node, input.index, silent);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Shipped, Theorems, testing::ValuesIn(test::shipped_scenarios()),
                         [](const auto& each) {
                           std::string name = each.param.stem().string();
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Theorems);

}  // namespace
}  // namespace aplomb
