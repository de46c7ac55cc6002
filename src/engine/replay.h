// From an attempt to what happened: the same machine and actions give the same transcript, byte
// for byte, on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/attempt.h"
#include "engine/step.h"

namespace aplomb::engine {

enum class EntryKind : std::uint8_t {
  kLine,     // said by customer, manager, colleague or narrator
  kAction,   // something the trainee did
  kEnding,   // interim or last
  kLater,    // so many days pass
};

struct TranscriptEntry {
  EntryKind kind{};
  LineRef line;                 // of kLine
  scenario::Emotion emotion{};  // of kLine by the customer
  int action = -1;              // kAction: index into the attempt's actions
  Index ending = 0;             // of kEnding
  bool interim = false;         // of kEnding
  int days = 0;                 // of kLater
  int turn = 0;                 // turns taken before this entry; a turn's own action has its number
};

// A scored input: a reply or an act.
struct Turn {
  int action = 0;  // index into the attempt's actions
  Index node = 0;
  Index choice = 0;  // within the node
  State before;
  State after;
};

struct Transcript {
  std::vector<TranscriptEntry> entries;
  std::vector<Turn> turns;
  State start;
  State state;  // after the last action
  std::uint32_t critical = 0;  // failures committed, bit per critical of the scenario
};

// The line in the scenario that a reference means.
[[nodiscard]] const scenario::Line& line_of(const scenario::Scenario& scenario, LineRef ref);

struct ReplayProblem {
  int action = 0;  // the action that could not be taken
  base::Error error;
};

// Grows with every action; the way the program plays and the way it replays are the same.
class Playback {
 public:
  explicit Playback(std::shared_ptr<const Machine> machine);

  // Applies an action. On an error nothing changed.
  [[nodiscard]] base::Result<void> apply(const Action& action);

  [[nodiscard]] const Transcript& transcript() const { return transcript_; }
  [[nodiscard]] const State& state() const { return transcript_.state; }
  [[nodiscard]] const Machine& machine() const { return *machine_; }
  [[nodiscard]] bool ended() const;

 private:
  base::Result<void> choose(const Action& action, scenario::ChoiceKind kind);
  base::Result<void> consult(const Action& action);

  std::shared_ptr<const Machine> machine_;
  Transcript transcript_;
  int actions_ = 0;
};

[[nodiscard]] base::Result<Transcript, ReplayProblem> replay(
    std::shared_ptr<const Machine> machine, const std::vector<Action>& actions);

// The transcript as text, for its hash and for golden files: one line an entry, in the language
// that was on at the time.
[[nodiscard]] std::string transcript_text(const Machine& machine, const Attempt& attempt,
                                          const Transcript& transcript);

}  // namespace aplomb::engine
