// A conversation under way: the machine that runs it, the attempt that records it, and the store
// that keeps it. Every action is on the disk before anything that follows from it can be shown.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/content.h"
#include "app/typing.h"
#include "base/clock.h"
#include "base/result.h"
#include "engine/replay.h"
#include "records/store.h"
#include "scoring/score_sheet.h"

namespace aplomb::app {

// What a new attempt is begun with.
struct Beginning {
  std::int64_t person = 0;
  base::Language language{};
  engine::Mode mode = engine::Mode::kPractice;
  std::uint64_t seed = 0;
};

class Playing {
 public:
  // Begins an attempt and keeps it; without a store it is only played.
  [[nodiscard]] static base::Result<Playing> start(std::shared_ptr<const Story> story,
                                                   const Standard& standard,
                                                   const Beginning& beginning,
                                                   records::Store* store,
                                                   const base::Clock& clock);

  // Goes on with a stored attempt, finished or not, by replaying it. Fails with
  // attempt.not_offered when the story no longer allows what was done.
  [[nodiscard]] static base::Result<Playing> resume(std::shared_ptr<const Story> story,
                                                    const records::StoredAttempt& stored,
                                                    records::Store* store,
                                                    const base::Clock& clock);

  // Takes an action: refused when not on offer or when it could not be kept; then nothing changed.
  // `at_ms` is filled in from conversation time. The last action also keeps the result; where only
  // that failed, the action is taken and resuming keeps the result.
  // After the end the language may still be switched, which is no longer part of the attempt.
  [[nodiscard]] base::Result<void> take(engine::Action action);

  // Lets replies be typed. Without a reader they are refused with typed.no_reader.
  void read_with(std::shared_ptr<const ReplyReader> reader) { reader_ = std::move(reader); }
  [[nodiscard]] bool reads() const { return reader_ != nullptr; }
  // Whether a reply can be typed here: there is a reader, and something a reply could lead to.
  [[nodiscard]] bool can_type() const;
  // Reads a reply and takes it, followed or not. Fails, and changes nothing, with typed.empty,
  // typed.too_long, typed.broken, typed.not_here or typed.no_reader, or as take() does.
  [[nodiscard]] base::Result<void> type(std::string_view words);
  // What the customer said, of an entry of kind kAsksAgain.
  [[nodiscard]] std::string asked_again(const engine::TranscriptEntry& entry) const;
  // What stood in the reply box when the program ended.
  [[nodiscard]] const std::string& reply_draft() const { return reply_draft_; }

  // Keeps what stands in a field and is not taken yet, at every key. Resuming takes what is newer
  // than the field's last action; of the reply box it waits in reply_draft().
  [[nodiscard]] base::Result<void> keep_draft(const std::string& name, const std::string& text);

  // Conversation time, which stands still between suspend() and go_on().
  [[nodiscard]] std::int64_t elapsed_ms() const;
  void suspend();
  void go_on();
  // Time that an action costs in the story, such as reading a document.
  void spend_ms(std::int64_t ms) { base_ms_ += ms; }

  [[nodiscard]] const Story& story() const { return *story_; }
  [[nodiscard]] const engine::Attempt& attempt() const { return attempt_; }
  [[nodiscard]] const engine::Transcript& transcript() const { return playback_.transcript(); }
  [[nodiscard]] const engine::State& state() const { return playback_.state(); }
  [[nodiscard]] bool ended() const { return playback_.ended(); }
  [[nodiscard]] std::int64_t id() const { return id_; }  // 0 without a store
  [[nodiscard]] base::Language language() const { return language_; }
  [[nodiscard]] scoring::ScoreSheet sheet() const;

  // The choices on offer now, as indices within the node: replies in the order in which this
  // attempt shows them (shuffled by its seed), then the acts.
  [[nodiscard]] std::vector<engine::Index> offered() const;
  [[nodiscard]] const scenario::Node& node() const;

 private:
  Playing(std::shared_ptr<const Story> story, engine::Attempt attempt, records::Store* store,
          const base::Clock& clock, std::int64_t id);
  [[nodiscard]] bool action_ends() const;
  base::Result<void> keep_result();
  base::Result<void> take_drafts();
  void take_reply_draft(records::Draft draft);

  std::shared_ptr<const Story> story_;
  engine::Attempt attempt_;
  engine::Playback playback_;
  records::Store* store_;
  const base::Clock* clock_;
  std::int64_t id_ = 0;
  std::int64_t base_ms_ = 0;
  std::optional<std::int64_t> running_since_;
  base::Language language_{};
  std::shared_ptr<const ReplyReader> reader_;
  std::string reply_draft_;
};

// The story of a stored attempt, from the very content it was played with.
[[nodiscard]] base::Result<std::shared_ptr<const Story>> open_stored(
    const records::Store& store, const records::StoredAttempt& stored);

// What is stored of a finished attempt, worked out from its replay.
[[nodiscard]] records::AttemptResult result_of(const Story& story, const engine::Attempt& attempt,
                                               const engine::Transcript& transcript,
                                               std::int64_t utc_ms);

// The names of drafts: of a field of the record form, of the notes, and of the reply box.
[[nodiscard]] std::string draft_name(scenario::RecordField field);
inline constexpr std::string_view kNotesDraft = "notes";
inline constexpr std::string_view kReplyDraft = "reply";

// The action that goes on in another language.
[[nodiscard]] engine::Action switch_to(base::Language language);

// The action that taking `choice` of the node is.
[[nodiscard]] engine::Action action_for(const scenario::Choice& choice);

}  // namespace aplomb::app
