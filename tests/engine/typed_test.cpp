// A typed reply is logged with how it was read, and steps by that and nothing else.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/allocations.h"
#include "engine/support.h"

namespace aplomb::engine {
namespace {

using ::testing::HasSubstr;

// The smallest scenario with a rule at its only node and a critical failure.
std::shared_ptr<const Machine> ruled(const std::string& rules) {
  std::string text = read_source("tests/scenario/minimal.json");
  const auto put = [&](const std::string& before, const std::string& what) {
    const std::size_t at = text.find(before);
    ASSERT_NE(at, std::string::npos) << before;
    text.insert(at, what);
  };
  put("\"replies\": [", "\"typed\": " + rules + ",\n");
  put("\"start\":", R"("critical": {"leak": {"title": {"zh": "泄密", "en": "A leak"},
      "text": {"zh": "说了别人的事。", "en": "Told of another."}}},
)");
  return make_machine(program_of("minimal.json", text), standard_model());
}

TypedReply read(std::vector<ReadBehaviour> behaviours, std::vector<ReadNegative> negatives = {}) {
  TypedReply reply;
  reply.followed = true;
  reply.understanding = "understood";
  reply.behaviours = std::move(behaviours);
  reply.negatives = std::move(negatives);
  return reply;
}

Action typed(const std::string& words, const TypedReply& reply) {
  Action action;
  action.kind = ActionKind::kType;
  action.text = words;
  action.reading = typed_text(reply);
  return action;
}

const scenario::Scenario& scenario_of(const Machine& machine) {
  return *machine.program->scenario;
}

TEST(TypedLog, ComesBackAsItWas) {
  const auto machine = ruled("[]");
  TypedReply reply = read({{Behaviour::kRestate, 3, {{0, 6}, {9, 12}}, {"waited"}}},
                          {{Negative::kMisquote, {{6, 9}}, {"waited"}}});
  reply.as = "name_it";
  reply.verbatim = true;
  reply.critical = {{"leak", {{0, 3}}}};
  const std::string text = typed_text(reply);
  EXPECT_EQ(typed_from(text, "等了四十", scenario_of(*machine)).value(), reply);
  EXPECT_EQ(typed_text(*typed_from(text, "等了四十", scenario_of(*machine))), text);
}

TEST(TypedLog, IsRefusedWhereItCouldNotHaveBeenWritten) {
  const auto machine = ruled("[]");
  const TypedReply good = read({{Behaviour::kRestate, 2, {{0, 3}}, {"waited"}}});
  const std::string text = typed_text(good);
  const auto refused = [&](const std::string& from, const std::string& to) {
    std::string changed = text;
    const std::size_t at = changed.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    changed.replace(at, from.size(), to);
    return !typed_from(changed, "等了", scenario_of(*machine)).has_value();
  };
  EXPECT_TRUE(typed_from(text, "等了", scenario_of(*machine)));
  EXPECT_TRUE(refused("restate", "flatter"));
  EXPECT_TRUE(refused("\"level\":2", "\"level\":4"));
  EXPECT_TRUE(refused("[0,3]", "[0,4]")) << "in the middle of a character";
  EXPECT_TRUE(refused("[0,3]", "[3,9]")) << "beyond the words";
  EXPECT_TRUE(refused("[0,3]", "[3,3]"));
  EXPECT_TRUE(refused("[[0,3]]", "[]")) << "nothing cited";
  EXPECT_TRUE(refused("[[0,3]]", "[[0,3],[0,3]]"));
  EXPECT_TRUE(refused("waited", "unknown"));
  EXPECT_TRUE(refused("aplomb/typed@1", "aplomb/typed@2"));
  EXPECT_TRUE(refused("{", "")) << "no JSON";
}

TEST(TypedStep, ReactsToWhatIsShownAndNotToTheCard) {
  const auto machine = ruled("[]");
  Silent silent;
  State picked = begin(*machine, silent);
  State typed_state = picked;
  step(*machine, picked, {InputKind::kChoose, 0}, silent);
  const std::vector<scenario::Tag> nothing;
  step_typed(*machine, typed_state, {{nothing, 0}, 0, false}, silent);
  EXPECT_EQ(typed_state.node, picked.node) << "the same way";
  EXPECT_NE(typed_state.slots, picked.slots) << "another reaction";
  State expected = begin(*machine, silent);
  const std::vector<scenario::Tag> shown{{Behaviour::kRestate, 2}};
  react(*machine, expected, {shown, 0}, 0, {});
  State same = begin(*machine, silent);
  step_typed(*machine, same, {{shown, 0}, 0, false}, silent);
  for (int i = 0; i < scenario::kMeterCount; ++i) EXPECT_EQ(same.slots[i], expected.slots[i]);
}

TEST(TypedStep, RulesComeBeforeTheNearestAndAfterTheReplysOwnText) {
  const auto machine = ruled(R"rules([{"when": "negative(insult)", "goto": "lost"},
      {"when": "level(restate) >= 2", "as": "calm"}])rules");
  Silent silent;
  const State start = begin(*machine, silent);
  const std::uint32_t insult = std::uint32_t{1} << static_cast<int>(Negative::kInsult);
  const std::vector<scenario::Tag> two{{Behaviour::kRestate, 2}};
  const std::vector<scenario::Tag> one{{Behaviour::kRestate, 1}};
  EXPECT_EQ(way_of(*machine, start, {{one, 0}, 0, false}).choice, 0);
  EXPECT_EQ(way_of(*machine, start, {{two, 0}, 0, false}).choice, 1);
  EXPECT_EQ(way_of(*machine, start, {{two, 0}, 0, true}).choice, 0) << "verbatim";
  const Way way = way_of(*machine, start, {{two, insult}, 0, false});
  EXPECT_EQ(way.choice, scenario::kNoIndex);
  EXPECT_TRUE(way.followed());
  EXPECT_FALSE(way_of(*machine, start, {{one, 0}, scenario::kNoIndex, false}).followed());
  State state = start;
  step_typed(*machine, state, {{two, insult}, 0, false}, silent);
  EXPECT_TRUE(ended(*machine->program, state));
  EXPECT_EQ(step_typed(*machine, state, {{two, 0}, 0, false}, silent), StepResult::kNotOffered);
}

TEST(TypedStep, AllocatesNothing) {
  const auto machine = ruled(R"rules([{"when": "level(restate) >= 3", "as": "calm"}])rules");
  Silent silent;
  const std::vector<scenario::Tag> tags{{Behaviour::kRestate, 2}, {Behaviour::kApologise, 1}};
  State state = begin(*machine, silent);
  const std::size_t before = allocations();
  for (int i = 0; i < 100; ++i) {
    State next = state;
    step_typed(*machine, next, {{tags, 1}, 1, false}, silent);
  }
  EXPECT_EQ(allocations(), before);
}

TEST(TypedReplay, IsTheSameEveryTimeAndForEveryPrefix) {
  const auto machine = ruled("[]");
  TypedReply calm = read({}, {{Negative::kVagueTime, {{0, 4}}, {}}});
  calm.as = "calm";
  TypedReply lost;
  lost.understanding = "nothing_found";
  TypedReply named = read({{Behaviour::kRestate, 2, {{0, 5}}, {"waited"}}});
  named.as = "name_it";
  const std::vector<Action> actions{typed("calm down", calm), typed("bananas", lost),
                                    typed("forty minutes", named)};
  const auto whole = replay(machine, actions);
  ASSERT_TRUE(whole);
  EXPECT_EQ(whole->turns.size(), 2U) << "not followed is no turn";
  EXPECT_TRUE(ended(*machine->program, whole->state));
  Playback playback(machine);
  std::vector<State> states{playback.state()};
  for (const Action& action : actions) {
    ASSERT_TRUE(playback.apply(action));
    states.push_back(playback.state());
  }
  EXPECT_EQ(states[1], states[2]) << "not followed changes nothing";
  for (std::size_t kept = 0; kept <= actions.size(); ++kept) {
    const auto end = actions.begin() + static_cast<std::ptrdiff_t>(kept);
    const auto prefix = replay(machine, {actions.begin(), end});
    ASSERT_TRUE(prefix);
    EXPECT_EQ(prefix->state, states[kept]);
  }
  Attempt attempt;
  attempt.actions = actions;
  const std::string text = transcript_text(*machine, attempt, *whole);
  EXPECT_THAT(text, HasSubstr("> type as calm: calm down\n"));
  EXPECT_THAT(text, HasSubstr("> type, not followed: bananas\n"));
  EXPECT_THAT(text, HasSubstr(") asks again\n"));
  EXPECT_EQ(text, transcript_text(*machine, attempt, *replay(machine, actions)));
}

TEST(TypedReplay, CommitsWhatWasReadAndNotWhatIsTaggedAtTheWay) {
  const auto machine = ruled("[]");
  TypedReply reply = read({});
  reply.as = "calm";
  reply.critical = {{"leak", {{0, 4}}}};
  EXPECT_EQ(replay(machine, {typed("calm down", reply)})->critical, 1U);
  reply.critical.clear();
  EXPECT_EQ(replay(machine, {typed("calm down", reply)})->critical, 0U);
}

TEST(TypedReplay, RefusesALogThatLeadsNowhere) {
  const auto machine = ruled("[]");
  TypedReply reply = read({});
  reply.as = "no_such_reply";
  EXPECT_EQ(replay(machine, {typed("calm", reply)}).error().error.code, "attempt.not_offered");
  Action action = typed("calm", reply);
  action.reading = "{}";
  EXPECT_EQ(replay(machine, {action}).error().error.code, "attempt.bad_reading");
}

}  // namespace
}  // namespace aplomb::engine
