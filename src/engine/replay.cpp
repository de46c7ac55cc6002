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

Playback::Playback(std::shared_ptr<const Machine> machine) : machine_(std::move(machine)) {
  Recorder recorder(*machine_, transcript_);
  transcript_.start = begin(*machine_, recorder);
  transcript_.state = transcript_.start;
}

bool Playback::ended() const { return engine::ended(*machine_->program, transcript_.state); }

base::Result<void> Playback::apply(const Action& action) {
  if (const auto kind = choice_kind(action.kind)) return choose(action, *kind);
  if (action.kind == ActionKind::kConsult) return consult(action);
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
  Turn turn;
  turn.action = actions_++;
  turn.node = state().node;
  turn.choice = index;
  turn.before = state();
  transcript_.turns.push_back(turn);
  TranscriptEntry entry;
  entry.kind = EntryKind::kAction;
  entry.action = turn.action;
  entry.turn = static_cast<int>(transcript_.turns.size());
  transcript_.entries.push_back(entry);
  const scenario::ProgramNode& compiled = machine_->program->nodes[turn.node];
  transcript_.critical |= machine_->program->choices_of(compiled)[index].critical;
  Recorder recorder(*machine_, transcript_);
  step(*machine_, transcript_.state, {InputKind::kChoose, index}, recorder);
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
    const std::string& said = scenario.nodes[turn.node].choices[turn.choice].text.in(language);
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
    }
  }
  return text;
}

}  // namespace aplomb::engine
