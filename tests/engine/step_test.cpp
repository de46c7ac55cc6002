#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/allocations.h"
#include "engine/support.h"

namespace aplomb::engine {
namespace {

std::shared_ptr<const Machine> complete() {
  return make_machine(program_of("complete.json", read_source("tests/scenario/complete.json")),
                      standard_model());
}

Index choice_of(const Machine& machine, const State& state, const std::string& id) {
  const scenario::Node& node = machine.program->scenario->nodes[state.node];
  for (std::size_t i = 0; i < node.choices.size(); ++i) {
    if (node.choices[i].id == id) return static_cast<Index>(i);
  }
  ADD_FAILURE() << "no " << id << " at " << node.id;
  return 0;
}

StepResult take(const Machine& machine, State& state, const std::string& id) {
  Silent silent;
  return step(machine, state, {InputKind::kChoose, choice_of(machine, state, id)}, silent);
}

std::string node_of(const Machine& machine, const State& state) {
  const scenario::Scenario& scenario = *machine.program->scenario;
  if (ended(*machine.program, state)) {
    return scenario.endings[machine.program->ending_of(state.node)].id;
  }
  return scenario.nodes[state.node].id;
}

// What was said and where, for those who show it.
struct Log {
  std::vector<std::string> seen;
  const scenario::Scenario& scenario;

  void line(const State&, LineRef ref) { seen.push_back(line_of(scenario, ref).text.en); }
  void arrive(const State&, Index node) { seen.push_back("at " + scenario.nodes[node].id); }
  void ending(const State&, Index ending, bool interim) {
    seen.push_back((interim ? "interim " : "ending ") + scenario.endings[ending].id);
  }
};

TEST(Step, IsASmallValue) {
  EXPECT_LE(sizeof(State), 256U);
  const auto machine = complete();
  Silent silent;
  State state = begin(*machine, silent);
  const State copy = state;
  take(*machine, state, "name_it");
  EXPECT_NE(state, copy);
  state = copy;
  EXPECT_EQ(state, begin(*machine, silent));
}

TEST(Step, AllocatesNothing) {
  const auto machine = complete();
  Silent silent;
  State state = begin(*machine, silent);
  const Index first = choice_of(*machine, state, "calm");
  const std::size_t before = allocations();
  state = begin(*machine, silent);
  step(*machine, state, {InputKind::kChoose, first}, silent);
  step(*machine, state, {InputKind::kConsult, 0}, silent);
  static_cast<void>(shown_emotion(*machine, state));
  EXPECT_EQ(allocations(), before);
}

TEST(Step, RefusesWhatIsNotOnOfferAndChangesNothing) {
  const auto machine = complete();
  Silent silent;
  State state = begin(*machine, silent);
  const State before = state;
  EXPECT_EQ(step(*machine, state, {InputKind::kChoose, 99}, silent), StepResult::kNotOffered);
  EXPECT_EQ(step(*machine, state, {InputKind::kConsult, 99}, silent), StepResult::kNotOffered);
  EXPECT_EQ(state, before);
}

TEST(Step, OnceMeansOnce) {
  const auto machine = complete();
  Silent silent;
  State state = begin(*machine, silent);
  const Index calm = choice_of(*machine, state, "calm");
  EXPECT_TRUE(offered(*machine->program, state, calm));
  state.set_bit(machine->program->choices[calm].used_bit);
  EXPECT_FALSE(offered(*machine->program, state, calm));
  EXPECT_EQ(step(*machine, state, {InputKind::kChoose, calm}, silent), StepResult::kNotOffered);
}

TEST(Step, TopicsComeInAnyOrderAndThenLeadOn) {
  const auto machine = complete();
  for (const auto& order : {std::vector<std::string>{"ask_when", "ask_wish"},
                            std::vector<std::string>{"ask_wish", "ask_when"}}) {
    Silent silent;
    State state = begin(*machine, silent);
    take(*machine, state, "name_it");
    ASSERT_EQ(node_of(*machine, state), "asks");
    take(*machine, state, order[0]);
    EXPECT_EQ(node_of(*machine, state), "asks");
    take(*machine, state, order[1]);
    EXPECT_NE(node_of(*machine, state), "asks");
  }
}

TEST(Step, AFragmentReturnsToWhereItWasCalledFrom) {
  const auto machine = complete();
  Log log{{}, *machine->program->scenario};
  State state = begin(*machine, log);
  log.seen.clear();
  step(*machine, state, {InputKind::kChoose, choice_of(*machine, state, "check")}, log);
  EXPECT_EQ(node_of(*machine, state), "asks");
  EXPECT_THAT(log.seen, ::testing::Contains("at asks_birthday"));
  EXPECT_EQ(log.seen.back(), "at asks");
  EXPECT_EQ(state.depth, 0);
}

TEST(Step, AnInterimEndingIsFollowedByItsScene) {
  const auto machine = complete();
  const scenario::Program& program = *machine->program;
  Log log{{}, *program.scenario};
  State state = begin(*machine, log);
  step(*machine, state, {InputKind::kConsult, 0}, log);
  take(*machine, state, "listen");
  take(*machine, state, "ask_when");
  log.seen.clear();
  step(*machine, state, {InputKind::kChoose, choice_of(*machine, state, "ask_wish")}, log);
  EXPECT_EQ(state.follow_up, 1);
  EXPECT_THAT(log.seen, ::testing::IsSupersetOf({"interim call_later", "ending resolved"}));
  EXPECT_EQ(node_of(*machine, state), "resolved");
  Silent silent;
  EXPECT_EQ(step(*machine, state, {InputKind::kChoose, 0}, silent), StepResult::kNotOffered);
}

TEST(Step, AWatchDecidesBeforeTheInputsOwnWay) {
  const auto machine = complete();
  Silent silent;
  State state = begin(*machine, silent);
  state.slots[static_cast<std::size_t>(scenario::Meter::kHeat)] = 100;
  take(*machine, state, "calm");
  EXPECT_EQ(node_of(*machine, state), "lost");
}

TEST(Replay, AnyPrefixLeadsToTheSameState) {
  const auto machine = complete();
  std::vector<Action> actions(4);
  actions[0] = {ActionKind::kConsult, "queue_log", "", 10};
  actions[1] = {ActionKind::kPick, "name_it", "", 20};
  actions[2] = {ActionKind::kPick, "ask_when", "", 30};
  actions[3] = {ActionKind::kPick, "ask_wish", "", 40};
  Playback playback(machine);
  for (std::size_t count = 0; count <= actions.size(); ++count) {
    const auto again = replay(machine, {actions.begin(), actions.begin() + static_cast<std::ptrdiff_t>(count)});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->state, playback.state());
    EXPECT_EQ(again->entries.size(), playback.transcript().entries.size());
    if (count < actions.size()) {
      ASSERT_TRUE(playback.apply(actions[count]));
    }
  }
  EXPECT_TRUE(playback.ended());
}

TEST(Replay, SaysWhichActionIsNotOnOffer) {
  const auto machine = complete();
  const auto failed = replay(machine, {{ActionKind::kPick, "name_it", "", 0},
                                       {ActionKind::kPick, "name_it", "", 0}});
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().action, 1);
  EXPECT_EQ(failed.error().error.code, "attempt.not_offered");
  EXPECT_THAT(failed.error().error.message.en, ::testing::HasSubstr("name_it"));
}

// Golden: whoever changes what these inputs lead to changes the semantics, and has to raise
// kSemanticsVersion.
TEST(Replay, GoldenTranscript) {
  const auto machine = complete();
  Attempt attempt;
  attempt.header.language = base::Language::kZh;
  attempt.actions = {{ActionKind::kConsult, "queue_log", "", 0},
                     {ActionKind::kListen, "", "", 0},
                     {ActionKind::kLanguage, "en", "", 0},
                     {ActionKind::kPick, "ask_wish", "", 0},
                     {ActionKind::kPick, "ask_when", "", 0}};
  const auto transcript = replay(machine, attempt.actions);
  ASSERT_TRUE(transcript);
  EXPECT_EQ(kSemanticsVersion, 1);
  EXPECT_EQ(transcript_text(*machine, attempt, *transcript),
            read_source("tests/engine/golden/complete.transcript"));
}

}  // namespace
}  // namespace aplomb::engine
