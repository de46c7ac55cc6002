#include "app/conversation.h"

#include <algorithm>

namespace aplomb::app {
namespace {

constexpr std::int64_t kGoesOnAfterMs = 1200;
constexpr std::int64_t kSilenceWarningMs = 10'000;
constexpr std::int64_t kMinuteMs = 60'000;
constexpr double kMsPerSecond = 1000.0;

bool is_said(engine::EntryKind kind) {
  return kind == engine::EntryKind::kLine || kind == engine::EntryKind::kAsksAgain;
}

bool is_by_trainee(engine::EntryKind kind) {
  return kind == engine::EntryKind::kAction || kind == engine::EntryKind::kNotFollowed;
}

scenario::ChoiceKind choice_kind(ActView::Kind kind) {
  switch (kind) {
    case ActView::Kind::kListen: return scenario::ChoiceKind::kListen;
    case ActView::Kind::kInterrupt: return scenario::ChoiceKind::kInterrupt;
    case ActView::Kind::kPause: return scenario::ChoiceKind::kPause;
    case ActView::Kind::kManager: return scenario::ChoiceKind::kManager;
  }
  return scenario::ChoiceKind::kListen;
}

}  // namespace

Conversation::Conversation(Playing playing, const base::Clock& clock, bool reduced_motion)
    : playing_(std::move(playing)), clock_(&clock), reduced_motion_(reduced_motion) {
  quiet_since_ms_ = clock.monotonic_ms();
  sheet_ = playing_.sheet();
  draft_ = playing_.reply_draft();
  // Of a resumed attempt, what was said up to the trainee's last action stands there already.
  const auto& entries = playing_.transcript().entries;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (is_by_trainee(entries[i].kind)) shown_ = i + 1;
  }
  show_entries();
}

std::string Conversation::text_of(const engine::TranscriptEntry& entry) const {
  if (entry.kind == engine::EntryKind::kAsksAgain) return playing_.asked_again(entry);
  const scenario::Program& program = *playing_.story().machine->program;
  return program.texts_in(playing_.language()).lines[engine::place_of(program, entry.line)];
}

// Starts the next line; everything else on the way simply stands there.
void Conversation::show_entries() {
  const auto& entries = playing_.transcript().entries;
  while (shown_ < entries.size() && !is_said(entries[shown_].kind)) ++shown_;
  const std::int64_t now = clock_->monotonic_ms();
  quiet_since_ms_ = now;
  if (shown_ < entries.size()) {
    pacing_.begin(text_of(entries[shown_]), playing_.language(), now, reduced_motion_);
  }
}

bool Conversation::speaking() const { return shown_ < playing_.transcript().entries.size(); }

base::Result<void> Conversation::take(engine::Action action) {
  const std::size_t before = playing_.transcript().turns.size();
  auto taken = playing_.take(std::move(action));
  if (!taken) {
    if (taken.error().code == "attempt.not_offered") return {};
    return taken;
  }
  if (playing_.transcript().turns.size() != before) sheet_ = playing_.sheet();
  if (!speaking()) return {};
  show_entries();
  return {};
}

base::Result<void> Conversation::type(const std::string& words) {
  if (playing_.ended() || speaking()) return {};
  problem_.reset();
  const std::size_t before = playing_.transcript().turns.size();
  auto typed = playing_.type(words);
  if (!typed) {
    if (!typed.error().code.starts_with("typed.")) return typed;
    problem_ = std::move(typed).error();
    return {};
  }
  ++sent_;
  draft_.clear();
  if (playing_.transcript().turns.size() != before) sheet_ = playing_.sheet();
  if (speaking()) show_entries();
  return {};
}

base::Result<void> Conversation::keep_reply_draft(const std::string& words) {
  draft_ = words;
  problem_.reset();
  return playing_.keep_draft(std::string(kReplyDraft), words);
}

bool Conversation::cards_hidden() const { return hides_cards_ && playing_.can_type(); }

void Conversation::hide_cards(bool hidden) {
  const bool practice = playing_.attempt().header.mode == engine::Mode::kPractice;
  hides_cards_ = hidden || (hides_cards_ && !practice);
}

base::Result<void> Conversation::pick(std::size_t reply) {
  if (playing_.ended() || speaking() || cards_hidden()) return {};
  std::size_t at = 0;
  for (const engine::Index index : playing_.offered()) {
    const scenario::Choice& choice = playing_.node().choices[index];
    if (choice.kind == scenario::ChoiceKind::kReply && at++ == reply) {
      return take(action_for(choice));
    }
  }
  return {};
}

base::Result<void> Conversation::act(ActView::Kind kind) {
  const auto choice = act_on_offer(choice_kind(kind));
  if (!choice) return {};
  if (speaking()) {
    // Only cutting in needs no waiting: what was being said ends there.
    if (kind != ActView::Kind::kInterrupt) return {};
    shown_ = playing_.transcript().entries.size();
  }
  return take(action_for(*choice));
}

std::optional<scenario::Choice> Conversation::act_on_offer(scenario::ChoiceKind kind) const {
  if (playing_.ended()) return std::nullopt;
  for (const engine::Index index : playing_.offered()) {
    if (playing_.node().choices[index].kind == kind) return playing_.node().choices[index];
  }
  return std::nullopt;
}

base::Result<void> Conversation::consult(const std::string& document) {
  if (speaking() || playing_.ended()) return {};
  const scenario::Scenario& scenario = *playing_.story().scenario;
  const scenario::Program& program = *playing_.story().machine->program;
  for (std::size_t i = 0; i < scenario.documents.size(); ++i) {
    if (scenario.documents[i].id != document) continue;
    if (!engine::document_offered(program, playing_.state(), static_cast<engine::Index>(i)) ||
        playing_.state().bit(program.documents[i].read_bit)) {
      return {};
    }
    playing_.spend_ms(scenario.documents[i].minutes * kMinuteMs);
    engine::Action action;
    action.kind = engine::ActionKind::kConsult;
    action.subject = document;
    return take(std::move(action));
  }
  return {};
}

base::Result<void> Conversation::set_record(RecordField field, const std::string& text) {
  engine::Action action;
  action.kind = engine::ActionKind::kRecord;
  action.subject = scenario::id_of(field);
  action.text = text;
  return take(std::move(action));
}

base::Result<void> Conversation::set_notes(const std::string& text) {
  engine::Action action;
  action.kind = engine::ActionKind::kNote;
  action.text = text;
  return take(std::move(action));
}

base::Result<void> Conversation::switch_language() {
  engine::Action action;
  action.kind = engine::ActionKind::kLanguage;
  action.subject = base::language_id(base::other(playing_.language()));
  // A line that is appearing would jump; it stands there in full instead.
  const bool was_speaking = speaking();
  auto taken = take(std::move(action));
  if (taken && was_speaking) hurry();
  sheet_ = playing_.sheet();
  return taken;
}

void Conversation::hurry() {
  if (speaking()) pacing_.hurry(clock_->monotonic_ms());
}

bool Conversation::goes_on_by_itself() const {
  if (playing_.ended() || speaking()) return false;
  bool listens = false;
  for (const engine::Index index : playing_.offered()) {
    const scenario::ChoiceKind kind = playing_.node().choices[index].kind;
    if (kind == scenario::ChoiceKind::kListen) {
      listens = true;
    } else if (kind != scenario::ChoiceKind::kInterrupt) {
      return false;
    }
  }
  return listens;
}

std::optional<std::int64_t> Conversation::silence_left_ms() const {
  if (speaking()) return std::nullopt;
  const auto silence = act_on_offer(scenario::ChoiceKind::kSilence);
  if (!silence) return std::nullopt;
  const std::int64_t quiet = clock_->monotonic_ms() - quiet_since_ms_;
  return std::max<std::int64_t>(0, std::int64_t{silence->after} * 1000 - quiet);
}

base::Result<void> Conversation::tick() {
  const std::int64_t now = clock_->monotonic_ms();
  while (speaking() && pacing_.done(now)) {
    ++shown_;
    show_entries();
  }
  if (goes_on_by_itself() && now - quiet_since_ms_ >= kGoesOnAfterMs) {
    engine::Action action;
    action.kind = engine::ActionKind::kListen;
    return take(std::move(action));
  }
  if (const auto left = silence_left_ms(); left && *left == 0) {
    engine::Action action;
    action.kind = engine::ActionKind::kSilence;
    return take(std::move(action));
  }
  return {};
}

double Conversation::next_change() const {
  const std::int64_t now = clock_->monotonic_ms();
  if (speaking()) return static_cast<double>(pacing_.next_change_ms(now)) / kMsPerSecond;
  if (goes_on_by_itself()) {
    return static_cast<double>(std::max<std::int64_t>(1, quiet_since_ms_ + kGoesOnAfterMs - now)) /
           kMsPerSecond;
  }
  if (playing_.ended()) return kNever;
  // The clock in the top bar shows whole minutes; the silence counts its last seconds.
  const std::int64_t to_minute = kMinuteMs - playing_.elapsed_ms() % kMinuteMs;
  std::int64_t next = to_minute;
  if (const auto left = silence_left_ms()) {
    const std::int64_t counting = *left > kSilenceWarningMs ? *left - kSilenceWarningMs
                                                            : (*left - 1) % 1000 + 1;
    next = std::min(next, counting);
  }
  return static_cast<double>(std::max<std::int64_t>(1, next)) / kMsPerSecond;
}

}  // namespace aplomb::app
