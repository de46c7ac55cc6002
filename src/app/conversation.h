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
  // What cannot be sent is said in the view's reply box, not as an error.
  [[nodiscard]] base::Result<void> type(const std::string& words);
  [[nodiscard]] base::Result<void> act(ActView::Kind kind);
  [[nodiscard]] base::Result<void> consult(const std::string& document);
  [[nodiscard]] base::Result<void> set_record(RecordField field, const std::string& text);
  [[nodiscard]] base::Result<void> set_notes(const std::string& text);
  [[nodiscard]] base::Result<void> keep_draft(const std::string& name, const std::string& text) {
    return playing_.keep_draft(name, text);
  }
  [[nodiscard]] base::Result<void> switch_language();
  void hurry();
  [[nodiscard]] base::Result<void> keep_reply_draft(const std::string& words);
  void set_reduced_motion(bool reduced) { reduced_motion_ = reduced; }
  // Production only. Ignored where cards once hidden stay so: in rehearsal and exam.
  void hide_cards(bool hidden);
  // Why typing is not offered, for the view.
  void set_unavailable(const base::Bilingual& why) { unavailable_ = why; }

  // Moves on with the time: lines, letting somebody go on by itself, silence.
  [[nodiscard]] base::Result<void> tick();
  // Seconds until tick() or view() would differ; kNever when only the trainee can move on.
  [[nodiscard]] double next_change() const;

  [[nodiscard]] ConversationView view() const;

 private:
  base::Result<void> take(engine::Action action);
  void show_entries();
  [[nodiscard]] bool speaking() const;
  [[nodiscard]] std::string text_of(const engine::TranscriptEntry& entry) const;
  [[nodiscard]] bool cards_hidden() const;
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
  void add_box(ConversationView& view) const;
  void add_papers(ConversationView& view) const;
  void add_stages(ConversationView& view) const;

  Playing playing_;
  const base::Clock* clock_;
  bool reduced_motion_ = false;
  std::size_t shown_ = 0;  // entries of the transcript that stand there in full
  Pacing pacing_;          // of entry shown_
  std::int64_t quiet_since_ms_ = 0;  // nobody has spoken since
  scoring::ScoreSheet sheet_;        // of the turns so far
  bool hides_cards_ = false;
  std::string draft_;                // of the reply box
  int sent_ = 0;
  std::optional<base::Error> problem_;  // with the last reply, which was not sent
  base::Bilingual unavailable_;
};

}  // namespace aplomb::app
