#include "app/playing.h"

#include <algorithm>

#include "base/hash.h"
#include "base/random.h"
#include "base/version.h"
#include "i18n/catalogue.h"

namespace aplomb::app {
namespace {

constexpr std::string_view kRecordDraft = "record/";

engine::ActionKind action_kind(scenario::ChoiceKind kind) {
  switch (kind) {
    case scenario::ChoiceKind::kReply: return engine::ActionKind::kPick;
    case scenario::ChoiceKind::kListen: return engine::ActionKind::kListen;
    case scenario::ChoiceKind::kInterrupt: return engine::ActionKind::kInterrupt;
    case scenario::ChoiceKind::kPause: return engine::ActionKind::kPause;
    case scenario::ChoiceKind::kSilence: return engine::ActionKind::kSilence;
    case scenario::ChoiceKind::kManager: return engine::ActionKind::kManager;
  }
  return engine::ActionKind::kPick;
}

base::Error cannot_type(const char* code) {
  const bool here = std::string_view(code) == "typed.not_here";
  base::Error error{code, {}, {}};
  for (const base::Language language : base::kLanguages) {
    error.message.in(language) =
        text(here ? i18n::Key::kTypedNotHere : i18n::Key::kTypedNoReader, language);
    error.mend.in(language) = text(i18n::Key::kTypedNotHereMend, language);
  }
  return error;
}

base::Language language_after(const engine::Attempt& attempt) {
  base::Language language = attempt.header.language;
  for (const engine::Action& action : attempt.actions) {
    if (action.kind != engine::ActionKind::kLanguage) continue;
    language = base::language_from_id(action.subject).value_or(language);
  }
  return language;
}

}  // namespace

std::string draft_name(scenario::RecordField field) {
  return std::string(kRecordDraft) + std::string(scenario::id_of(field));
}

engine::Action switch_to(base::Language language) {
  engine::Action action;
  action.kind = engine::ActionKind::kLanguage;
  action.subject = base::language_id(language);
  return action;
}

engine::Action action_for(const scenario::Choice& choice) {
  engine::Action action;
  action.kind = action_kind(choice.kind);
  if (choice.kind == scenario::ChoiceKind::kReply) action.subject = choice.id;
  return action;
}

base::Result<std::shared_ptr<const Story>> open_stored(const records::Store& store,
                                                       const records::StoredAttempt& stored) {
  const engine::AttemptHeader& header = stored.attempt.header;
  auto rubric = store.content(header.rubric_hash);
  if (!rubric) return base::failure(std::move(rubric).error());
  auto affect = store.content(header.affect_hash);
  if (!affect) return base::failure(std::move(affect).error());
  auto standard = standard_from(*std::move(rubric), *std::move(affect));
  if (!standard) return base::failure(std::move(standard).error());
  auto bytes = store.content(header.scenario_hash);
  if (!bytes) return base::failure(std::move(bytes).error());
  LoadedStory loaded = story_from(header.scenario_id + ".json", *std::move(bytes), *standard);
  if (!loaded.story) return base::failure(as_error(loaded.diagnostics));
  return std::move(loaded.story);
}

records::AttemptResult result_of(const Story& story, const engine::Attempt& attempt,
                                 const engine::Transcript& transcript, std::int64_t utc_ms) {
  const scoring::ScoreSheet sheet =
      scoring::score_sheet(*story.valuation, story.reference, attempt, transcript);
  records::AttemptResult result;
  if (sheet.ending) result.ending = story.scenario->endings[*sheet.ending].id;
  result.score = sheet.score;
  result.passed = sheet.passed;
  for (std::size_t i = 0; i < result.dimensions.size(); ++i) {
    result.dimensions[i] = sheet.dimensions[i].score;
  }
  result.picked = {sheet.picked.turns, sheet.picked.score};
  result.typed = {sheet.typed.turns, sheet.typed.score};
  result.transcript_hash =
      base::sha256_hex(engine::transcript_text(*story.machine, attempt, transcript));
  result.score_hash = base::sha256_hex(scoring::score_text(sheet, *story.scenario));
  result.finished_utc_ms = utc_ms;
  return result;
}

Playing::Playing(std::shared_ptr<const Story> story, engine::Attempt attempt,
                 records::Store* store, const base::Clock& clock, std::int64_t id)
    : story_(std::move(story)),
      attempt_(std::move(attempt)),
      playback_(story_->machine),
      store_(store),
      clock_(&clock),
      id_(id),
      language_(language_after(attempt_)) {
  if (!attempt_.actions.empty()) base_ms_ = attempt_.actions.back().at_ms;
  running_since_ = clock.monotonic_ms();
}

base::Result<Playing> Playing::start(std::shared_ptr<const Story> story, const Standard& standard,
                                     const Beginning& beginning, records::Store* store,
                                     const base::Clock& clock) {
  engine::Attempt attempt;
  engine::AttemptHeader& header = attempt.header;
  header.scenario_id = story->scenario->id;
  header.scenario_hash = story->hash;
  header.rubric_hash = standard.rubric_hash;
  header.affect_hash = standard.affect_hash;
  header.program_version = base::program_version();
  header.semantics = engine::kSemanticsVersion;
  header.seed = beginning.seed;
  header.language = beginning.language;
  header.mode = beginning.mode;
  header.person = beginning.person;
  header.started_utc_ms = clock.utc_ms();
  std::int64_t id = 0;
  if (store != nullptr) {
    for (const std::string* bytes :
         {&story->bytes, &standard.rubric_bytes, &standard.affect_bytes}) {
      if (auto kept = store->keep_content(*bytes); !kept) {
        return base::failure(std::move(kept).error());
      }
    }
    auto created = store->create_attempt(header);
    if (!created) return base::failure(std::move(created).error());
    id = *created;
  }
  return Playing(std::move(story), std::move(attempt), store, clock, id);
}

base::Result<Playing> Playing::resume(std::shared_ptr<const Story> story,
                                      const records::StoredAttempt& stored, records::Store* store,
                                      const base::Clock& clock) {
  Playing playing(std::move(story), stored.attempt, store, clock, stored.id);
  for (const engine::Action& action : stored.attempt.actions) {
    if (auto done = playing.playback_.apply(action); !done) {
      return base::failure(std::move(done).error());
    }
  }
  // A crash between the last action and its result leaves an attempt to finish.
  if (playing.ended() && !stored.result && store != nullptr) {
    if (auto kept = playing.keep_result(); !kept) return base::failure(std::move(kept).error());
  }
  if (auto taken = playing.take_drafts(); !taken) return base::failure(std::move(taken).error());
  return playing;
}

std::int64_t Playing::elapsed_ms() const {
  if (!running_since_) return base_ms_;
  return base_ms_ + clock_->monotonic_ms() - *running_since_;
}

void Playing::suspend() {
  base_ms_ = elapsed_ms();
  running_since_.reset();
}

void Playing::go_on() {
  if (!running_since_) running_since_ = clock_->monotonic_ms();
}

base::Result<void> Playing::take(engine::Action action) {
  action.at_ms = elapsed_ms();
  if (ended()) {
    if (action.kind == engine::ActionKind::kLanguage) {
      language_ = base::language_from_id(action.subject).value_or(language_);
      return {};
    }
    return playback_.apply(action);
  }
  // Tried on a copy: an action that is not on offer is never stored, and one that could not be
  // stored never happened.
  engine::Playback next = playback_;
  if (auto done = next.apply(action); !done) return done;
  if (store_ != nullptr) {
    const int seq = static_cast<int>(attempt_.actions.size());
    if (auto kept = store_->append(id_, seq, action, clock_->utc_ms()); !kept) return kept;
  }
  playback_ = std::move(next);
  if (action.kind == engine::ActionKind::kLanguage) {
    language_ = base::language_from_id(action.subject).value_or(language_);
  }
  attempt_.actions.push_back(std::move(action));
  if (ended() && store_ != nullptr && action_ends()) return keep_result();
  return {};
}

bool Playing::action_ends() const {
  return engine::may_move(attempt_.actions.back().kind);
}

base::Result<void> Playing::keep_result() {
  auto kept = store_->finish(id_, result_of(*story_, attempt_, transcript(), clock_->utc_ms()));
  // A draft of a finished attempt that stays behind is never asked for.
  if (kept) static_cast<void>(store_->drafts().drop(id_));
  return kept;
}

bool Playing::can_type() const {
  if (reader_ == nullptr || ended()) return false;
  if (!node().typed.empty()) return true;
  const std::vector<engine::Index> on_offer = offered();
  return std::any_of(on_offer.begin(), on_offer.end(), [&](engine::Index index) {
    return node().choices[index].kind == scenario::ChoiceKind::kReply;
  });
}

base::Result<void> Playing::type(std::string_view words) {
  if (reader_ == nullptr) return base::failure(cannot_type("typed.no_reader"));
  if (!can_type()) return base::failure(cannot_type("typed.not_here"));
  std::vector<std::string_view> heard;
  for (const engine::TranscriptEntry& entry : transcript().entries) {
    if (entry.kind != engine::EntryKind::kLine) continue;
    const scenario::Line& line = engine::line_of(*story_->scenario, entry.line);
    if (line.by == scenario::Speaker::kCustomer) heard.push_back(line.text.in(language_));
  }
  auto reply = read_reply(*reader_, words, {*story_->machine, state(), heard});
  if (!reply) return base::failure(std::move(reply).error());
  engine::Action action;
  action.kind = engine::ActionKind::kType;
  action.text = words;
  action.reading = engine::typed_text(*reply);
  return take(std::move(action));
}

std::string Playing::asked_again(const engine::TranscriptEntry& entry) const {
  int number = 0;
  for (const engine::TranscriptEntry& each : transcript().entries) {
    if (each.kind != engine::EntryKind::kAsksAgain) continue;
    if (each.action >= entry.action) break;
    ++number;
  }
  // Where a document read in between changed it, the heat before serves as well.
  const auto turns = static_cast<std::size_t>(entry.turn);
  const engine::State& then =
      turns == 0 ? transcript().start : transcript().turns[turns - 1].after;
  return asks_again(story_->scenario->customer, engine::shown_heat(*story_->machine, then),
                    attempt_.header.seed, number, language_);
}

base::Result<void> Playing::keep_draft(const std::string& name, const std::string& text) {
  if (store_ == nullptr || ended()) return {};
  return store_->drafts().keep(id_, {name, text, static_cast<int>(attempt_.actions.size())});
}

base::Result<void> Playing::take_drafts() {
  if (store_ == nullptr || ended()) return {};
  auto drafts = store_->drafts().of(id_);
  if (!drafts) return base::failure(std::move(drafts).error());
  for (records::Draft& draft : *drafts) {
    engine::Action action;
    if (draft.name == kReplyDraft) {
      take_reply_draft(std::move(draft));
      continue;
    }
    if (draft.name == kNotesDraft) {
      action.kind = engine::ActionKind::kNote;
    } else if (draft.name.starts_with(kRecordDraft)) {
      action.kind = engine::ActionKind::kRecord;
      action.subject = draft.name.substr(kRecordDraft.size());
    } else {
      continue;
    }
    const auto last = std::find_if(attempt_.actions.rbegin(), attempt_.actions.rend(),
                                   [&](const engine::Action& each) {
                                     return each.kind == action.kind &&
                                            each.subject == action.subject;
                                   });
    const auto seq = attempt_.actions.rend() - last - 1;  // −1: there is none
    if (draft.seq <= seq || (seq < 0 && draft.text.empty())) continue;
    if (seq >= 0 && last->text == draft.text) continue;
    action.text = std::move(draft.text);
    if (auto taken = take(std::move(action)); !taken) return taken;
  }
  return {};
}

// Unless it was sent: a reply typed since is that one.
void Playing::take_reply_draft(records::Draft draft) {
  const auto since = attempt_.actions.begin() +
                     std::min<std::ptrdiff_t>(draft.seq, std::ssize(attempt_.actions));
  const bool sent = std::any_of(since, attempt_.actions.end(), [](const engine::Action& each) {
    return each.kind == engine::ActionKind::kType;
  });
  if (!sent) reply_draft_ = std::move(draft.text);
}

scoring::ScoreSheet Playing::sheet() const {
  return scoring::score_sheet(*story_->valuation, story_->reference, attempt_, transcript());
}

const scenario::Node& Playing::node() const { return story_->scenario->nodes[state().node]; }

std::vector<engine::Index> Playing::offered() const {
  std::vector<engine::Index> result;
  if (ended()) return result;
  const scenario::Node& here = node();
  const auto replies = std::count_if(
      here.choices.begin(), here.choices.end(),
      [](const scenario::Choice& each) { return each.kind == scenario::ChoiceKind::kReply; });
  std::vector<engine::Index> order(static_cast<std::size_t>(replies));
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<engine::Index>(i);
  // The order belongs to the place and the turn, so that it is the same after resuming.
  const std::uint64_t stream = (static_cast<std::uint64_t>(transcript().turns.size()) << 16) |
                               static_cast<std::uint64_t>(state().node);
  base::Random(attempt_.header.seed, stream).shuffle(std::span(order));
  for (std::size_t i = order.size(); i < here.choices.size(); ++i) {
    order.push_back(static_cast<engine::Index>(i));
  }
  for (const engine::Index index : order) {
    if (engine::offered(*story_->machine->program, state(), index)) result.push_back(index);
  }
  return result;
}

}  // namespace aplomb::app
