#include "engine/replay.h"

#include <algorithm>
#include <array>

namespace aplomb::engine {
namespace {

using scenario::Choice;
using scenario::ChoiceKind;
using scenario::Scenario;

// Writes down what there is to show.
class Recorder {
 public:
  Recorder(const Machine& machine, Transcript& transcript)
      : machine_(machine), transcript_(transcript) {}

  void line(const State& state, LineRef ref) {
    TranscriptEntry entry = fresh(EntryKind::kLine);
    entry.line = ref;
    const scenario::Line& said = line_of(*machine_.program->scenario, ref);
    entry.emotion = said.emotion.value_or(shown_emotion(machine_, state));
    transcript_.entries.push_back(entry);
  }

  void arrive(const State&, Index) {}

  void ending(const State&, Index index, bool interim) {
    TranscriptEntry entry = fresh(EntryKind::kEnding);
    entry.ending = index;
    entry.interim = interim;
    transcript_.entries.push_back(entry);
    if (!interim) return;
    TranscriptEntry later = fresh(EntryKind::kLater);
    later.days = machine_.program->scenario->endings[index].follow_up->days;
    transcript_.entries.push_back(later);
  }

 private:
  [[nodiscard]] TranscriptEntry fresh(EntryKind kind) const {
    TranscriptEntry entry;
    entry.kind = kind;
    entry.turn = static_cast<int>(transcript_.turns.size());
    return entry;
  }

  const Machine& machine_;
  Transcript& transcript_;
};

std::optional<ChoiceKind> choice_kind(ActionKind kind) {
  switch (kind) {
    case ActionKind::kPick: return ChoiceKind::kReply;
    case ActionKind::kListen: return ChoiceKind::kListen;
    case ActionKind::kInterrupt: return ChoiceKind::kInterrupt;
    case ActionKind::kPause: return ChoiceKind::kPause;
    case ActionKind::kSilence: return ChoiceKind::kSilence;
    case ActionKind::kManager: return ChoiceKind::kManager;
    default: return std::nullopt;
  }
}

base::Error not_offered(const Action& action) {
  std::string what(id_of(action.kind));
  if (!action.subject.empty()) what += " " + action.subject;
  return {"attempt.not_offered",
          {"这里不能“" + what + "”。", "“" + what + "” is not on offer here."},
          {"请从此刻列出的选项里选。", "Choose from what is listed at this point."}};
}

}  // namespace

const scenario::Line& line_of(const Scenario& scenario, LineRef ref) {
  const scenario::Node& node = scenario.nodes[ref.node];
  if (ref.choice == scenario::kNoIndex) return node.lines[ref.line];
  return node.choices[ref.choice].lines[ref.line];
}

const scenario::Choice* choice_of(const Scenario& scenario, const Turn& turn) {
  if (turn.choice == scenario::kNoIndex) return nullptr;
  return &scenario.nodes[turn.node].choices[turn.choice];
}

Playback::Playback(std::shared_ptr<const Machine> machine) : machine_(std::move(machine)) {
  Recorder recorder(*machine_, transcript_);
  transcript_.start = begin(*machine_, recorder);
  transcript_.state = transcript_.start;
}

bool Playback::ended() const { return engine::ended(*machine_->program, transcript_.state); }

base::Result<void> Playback::apply(const Action& action) {
  if (const auto kind = choice_kind(action.kind)) return choose(action, *kind);
  if (action.kind == ActionKind::kConsult) return consult(action);
  if (action.kind == ActionKind::kType) return type(action);
  if (ended()) return base::failure(not_offered(action));
  ++actions_;
  return {};
}

base::Result<void> Playback::choose(const Action& action, ChoiceKind kind) {
  const Scenario& scenario = *machine_->program->scenario;
  if (ended()) return base::failure(not_offered(action));
  const scenario::Node& node = scenario.nodes[state().node];
  const auto found = std::find_if(node.choices.begin(), node.choices.end(), [&](const Choice& c) {
    return c.kind == kind && (kind != ChoiceKind::kReply || c.id == action.subject);
  });
  const auto index = static_cast<Index>(found - node.choices.begin());
  if (found == node.choices.end() || !offered(*machine_->program, state(), index)) {
    return base::failure(not_offered(action));
  }
  const scenario::ProgramNode& compiled = machine_->program->nodes[state().node];
  transcript_.critical |= machine_->program->choices_of(compiled)[index].critical;
  Turn turn;
  turn.choice = index;
  begin_turn(std::move(turn));
  Recorder recorder(*machine_, transcript_);
  step(*machine_, transcript_.state, {InputKind::kChoose, index}, recorder);
  transcript_.turns.back().after = transcript_.state;
  return {};
}

void Playback::begin_turn(Turn turn) {
  turn.action = actions_++;
  turn.node = state().node;
  turn.before = state();
  TranscriptEntry entry;
  entry.kind = EntryKind::kAction;
  entry.action = turn.action;
  transcript_.turns.push_back(std::move(turn));
  entry.turn = static_cast<int>(transcript_.turns.size());
  transcript_.entries.push_back(entry);
}

base::Result<void> Playback::type(const Action& action) {
  const Scenario& scenario = *machine_->program->scenario;
  if (ended()) return base::failure(not_offered(action));
  auto read = typed_from(action.reading, action.text, scenario);
  if (!read) return base::failure(std::move(read).error());
  const auto typed = std::make_shared<const TypedReply>(*std::move(read));
  if (!typed->followed) {
    TranscriptEntry entry;
    entry.kind = EntryKind::kNotFollowed;
    entry.action = actions_++;
    entry.turn = static_cast<int>(transcript_.turns.size());
    entry.typed = typed;
    transcript_.entries.push_back(entry);
    entry.kind = EntryKind::kAsksAgain;
    entry.emotion = shown_emotion(*machine_, state());
    entry.typed = nullptr;
    transcript_.entries.push_back(entry);
    return {};
  }
  const PreparedReply prepared = prepare(*typed, scenario, scenario.nodes[state().node]);
  const Way way = way_of(*machine_, state(), prepared.input());
  if (!way.followed()) return base::failure(not_offered(action));
  transcript_.critical |= prepared.critical;
  Turn turn;
  turn.choice = way.choice;
  turn.typed = typed;
  begin_turn(std::move(turn));
  Recorder recorder(*machine_, transcript_);
  step_typed(*machine_, transcript_.state, prepared.input(), recorder);
  transcript_.turns.back().after = transcript_.state;
  return {};
}

base::Result<void> Playback::consult(const Action& action) {
  const auto& documents = machine_->program->scenario->documents;
  const auto found = std::find_if(documents.begin(), documents.end(),
                                  [&](const auto& each) { return each.id == action.subject; });
  const auto index = static_cast<Index>(found - documents.begin());
  Silent silent;
  if (found == documents.end() ||
      step(*machine_, transcript_.state, {InputKind::kConsult, index}, silent) !=
          StepResult::kTaken) {
    return base::failure(not_offered(action));
  }
  TranscriptEntry entry;
  entry.kind = EntryKind::kAction;
  entry.action = actions_++;
  entry.turn = static_cast<int>(transcript_.turns.size());
  transcript_.entries.push_back(entry);
  return {};
}

base::Result<Transcript, ReplayProblem> replay(std::shared_ptr<const Machine> machine,
                                               const std::vector<Action>& actions) {
  Playback playback(std::move(machine));
  for (std::size_t i = 0; i < actions.size(); ++i) {
    if (auto done = playback.apply(actions[i]); !done) {
      return tl::unexpected(ReplayProblem{static_cast<int>(i), std::move(done.error())});
    }
  }
  return playback.transcript();
}

namespace {

// One line, whatever the text holds.
std::string on_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::string meters_text(const scenario::Program& program, const State& state) {
  std::string text;
  for (int i = 0; i < program.meter_count; ++i) {
    text += (i == 0 ? "" : " ") + program.scenario->customer.meters[i].id + " " +
            std::to_string(state.slots[i]);
  }
  return text;
}

std::string action_text(const Scenario& scenario, const Attempt& attempt,
                        const Transcript& transcript, const TranscriptEntry& entry,
                        base::Language language) {
  const Action& action = attempt.actions[entry.action];
  std::string text = "> " + std::string(id_of(action.kind));
  if (!action.subject.empty()) text += " " + action.subject;
  if (action.kind != ActionKind::kConsult) {
    const Turn& turn = transcript.turns[static_cast<std::size_t>(entry.turn) - 1];
    const scenario::Choice* choice = choice_of(scenario, turn);
    if (turn.typed) {
      text += (choice != nullptr ? " as " + choice->id : std::string(" elsewhere")) + ": " +
              on_one_line(action.text) + "\n  " + action.reading;
      return text;
    }
    const std::string& said = choice->text.in(language);
    if (!said.empty()) text += ": " + on_one_line(said);
  }
  return text;
}

}  // namespace

std::string transcript_text(const Machine& machine, const Attempt& attempt,
                            const Transcript& transcript) {
  const Scenario& scenario = *machine.program->scenario;
  base::Language language = attempt.header.language;
  std::size_t next_action = 0;
  const auto catch_up = [&](std::size_t until) {
    for (; next_action < until && next_action < attempt.actions.size(); ++next_action) {
      const Action& action = attempt.actions[next_action];
      if (action.kind != ActionKind::kLanguage) continue;
      language = base::language_from_id(action.subject).value_or(language);
    }
  };
  std::string text = "scenario " + scenario.id + "\n" +
                     meters_text(*machine.program, transcript.start) + "\n";
  for (const TranscriptEntry& entry : transcript.entries) {
    switch (entry.kind) {
      case EntryKind::kLine: {
        const scenario::Line& line = line_of(scenario, entry.line);
        text += std::string(scenario::id_of(line.by));
        if (line.by == scenario::Speaker::kCustomer) {
          text += " (" + std::string(scenario::id_of(entry.emotion)) + ")";
        }
        text += ": " + on_one_line(line.text.in(language)) + "\n";
        break;
      }
      case EntryKind::kAction: {
        catch_up(static_cast<std::size_t>(entry.action));
        text += action_text(scenario, attempt, transcript, entry, language) + "\n";
        if (attempt.actions[entry.action].kind != ActionKind::kConsult) {
          const Turn& turn = transcript.turns[static_cast<std::size_t>(entry.turn) - 1];
          text += "  " + meters_text(*machine.program, turn.after) + "\n";
        }
        break;
      }
      case EntryKind::kEnding:
        text += std::string(entry.interim ? "interim " : "ending ") +
                scenario.endings[entry.ending].id + "\n";
        break;
      case EntryKind::kLater:
        text += "days " + std::to_string(entry.days) + "\n";
        break;
      case EntryKind::kNotFollowed: {
        const Action& action = attempt.actions[entry.action];
        text += "> type, not followed: " + on_one_line(action.text) + "\n  " + action.reading +
                "\n";
        break;
      }
      case EntryKind::kAsksAgain:
        text += "customer (" + std::string(scenario::id_of(entry.emotion)) + ") asks again\n";
        break;
    }
  }
  return text;
}

}  // namespace aplomb::engine
