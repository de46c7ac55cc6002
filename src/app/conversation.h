// The conversation screen: an attempt under way, its lines appearing, its timers, and what of it
// the window shows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/pacing.h"
#include "app/playing.h"
#include "app/view.h"

namespace aplomb::app {

class Conversation {
 public:
  // Of a resumed attempt, only what follows the trainee's last action appears line by line.
  Conversation(Playing playing, const base::Clock& clock, bool reduced_motion);

  [[nodiscard]] const Playing& playing() const { return playing_; }

  // What the trainee does. An action that is not on offer does nothing. Errors are of the store.
  [[nodiscard]] base::Result<void> pick(std::size_t reply);
  [[nodiscard]] base::Result<void> act(ActView::Kind kind);
  [[nodiscard]] base::Result<void> consult(const std::string& document);
  [[nodiscard]] base::Result<void> set_record(RecordField field, const std::string& text);
  [[nodiscard]] base::Result<void> set_notes(const std::string& text);
  [[nodiscard]] base::Result<void> keep_draft(const std::string& name, const std::string& text) {
    return playing_.keep_draft(name, text);
  }
  [[nodiscard]] base::Result<void> switch_language();
  void hurry();
  void set_reduced_motion(bool reduced) { reduced_motion_ = reduced; }

  // Moves on with the time: lines, letting somebody go on by itself, silence.
  [[nodiscard]] base::Result<void> tick();
  // Seconds until tick() or view() would differ; kNever when only the trainee can move on.
  [[nodiscard]] double next_change() const;

  [[nodiscard]] ConversationView view() const;

 private:
  base::Result<void> take(engine::Action action);
  void show_entries();
  [[nodiscard]] bool speaking() const;
  [[nodiscard]] std::string_view text_of(const engine::TranscriptEntry& entry) const;
  [[nodiscard]] std::optional<scenario::Choice> act_on_offer(scenario::ChoiceKind kind) const;
  [[nodiscard]] bool goes_on_by_itself() const;
  [[nodiscard]] std::optional<std::int64_t> silence_left_ms() const;

  // conversation_view.cpp
  void add_transcript(ConversationView& view) const;
  [[nodiscard]] UtteranceView utterance(const engine::TranscriptEntry& entry) const;
  void add_evidence(UtteranceView& utterance, const engine::TranscriptEntry& entry,
                    const scoring::ScoreSheet& sheet) const;
  void add_customer(ConversationView& view) const;
  void add_choices(ConversationView& view) const;
  void add_papers(ConversationView& view) const;
  void add_stages(ConversationView& view) const;

  Playing playing_;
  const base::Clock* clock_;
  bool reduced_motion_ = false;
  std::size_t shown_ = 0;  // entries of the transcript that stand there in full
  Pacing pacing_;          // of entry shown_
  std::int64_t quiet_since_ms_ = 0;  // nobody has spoken since
  scoring::ScoreSheet sheet_;        // of the turns so far
};

}  // namespace aplomb::app
