// From an attempt to what happened: the same machine and actions give the same transcript, byte
// for byte, on every machine.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/attempt.h"
#include "engine/step.h"
#include "engine/typed.h"

namespace aplomb::engine {

enum class EntryKind : std::uint8_t {
  kLine,         // said by customer, manager, colleague or narrator
  kAction,       // something the trainee did
  kEnding,       // interim or last
  kLater,        // so many days pass
  kNotFollowed,  // a typed reply that the customer did not follow; no turn
  kAsksAgain,    // the customer says so; the words are the program's, not the scenario's
};

struct TranscriptEntry {
  EntryKind kind{};
  LineRef line;                 // of kLine
  scenario::Emotion emotion{};  // of kLine by the customer and of kAsksAgain
  int action = -1;              // of all the trainee did, and what kAsksAgain answers: index into
                                // the attempt's actions
  Index ending = 0;             // of kEnding
  bool interim = false;         // of kEnding
  int days = 0;                 // of kLater
  int turn = 0;                 // turns taken before this entry; a turn's own action has its number
  std::shared_ptr<const TypedReply> typed = {};  // of kNotFollowed: how it was read
};

// A scored input: a reply or an act.
struct Turn {
  int action = 0;  // index into the attempt's actions
  Index node = 0;
  Index choice = 0;  // within the node; of a typed reply that whose way it went, or kNoIndex
                     // where a rule of the node led elsewhere
  State before;
  State after;
  std::shared_ptr<const TypedReply> typed = {};  // how it was read; null: it was not typed
};

struct Transcript {
  std::vector<TranscriptEntry> entries;
  std::vector<Turn> turns;
  State start;
  State state;  // after the last action
  std::uint32_t critical = 0;  // failures committed, bit per critical of the scenario
};

// What was said or done in a turn: its choice, or null for a typed reply that took none.
[[nodiscard]] const scenario::Choice* choice_of(const scenario::Scenario& scenario,
                                                const Turn& turn);

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
  base::Result<void> type(const Action& action);
  void begin_turn(Turn turn);

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
