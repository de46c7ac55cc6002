// An attempt: who played what, and the ordered list of what the trainee did. It is the only truth
// about a conversation; transcript, meters, scores and debrief are derived from it by replay.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/result.h"
#include "scenario/vocabulary.h"

namespace aplomb::engine {

enum class ActionKind : std::uint8_t {
  kPick,       // subject: reply id
  kListen,
  kInterrupt,
  kPause,
  kSilence,
  kManager,
  kConsult,    // subject: document id
  kRecord,     // subject: record field id; text: what was written
  kNote,       // text: all of the notes
  kLanguage,   // subject: "zh" or "en", from here on
  kType,       // text: what was typed; reading: how it was read
};

// "pick", "listen", …: the words of input plans, the store and the terminal trainer.
[[nodiscard]] std::string_view id_of(ActionKind kind);
[[nodiscard]] std::optional<ActionKind> action_kind_from_id(std::string_view id);

// Whether it may move the conversation: a reply, picked or typed, or an act.
[[nodiscard]] constexpr bool may_move(ActionKind kind) {
  return kind <= ActionKind::kManager || kind == ActionKind::kType;
}

struct Action {
  ActionKind kind{};
  std::string subject;
  std::string text;
  std::int64_t at_ms = 0;  // conversation time since the attempt began; pauses do not count
  std::string reading = {};  // of kType: see engine/typed.h

  bool operator==(const Action&) const = default;
};

enum class Mode : std::uint8_t { kPractice, kRehearse, kExam };
[[nodiscard]] std::string_view id_of(Mode mode);  // "practice", "rehearse", "exam"
[[nodiscard]] std::optional<Mode> mode_from_id(std::string_view id);

struct AttemptHeader {
  std::string scenario_id;
  std::string scenario_hash;  // SHA-256 of the file's bytes, as are the others
  std::string rubric_hash;
  std::string affect_hash;
  std::string program_version;
  int semantics = 0;  // kSemanticsVersion of the program that played it
  std::uint64_t seed = 0;
  base::Language language{};  // at the start
  Mode mode = Mode::kPractice;
  std::int64_t person = 0;
  std::int64_t started_utc_ms = 0;
  std::int64_t parent = 0;  // attempt that this one branches from; 0: none
  int parent_turn = 0;      // turns kept of it

  bool operator==(const AttemptHeader&) const = default;
};

struct Attempt {
  AttemptHeader header;
  std::vector<Action> actions;
};

}  // namespace aplomb::engine
