#include <algorithm>

#include "app/conversation.h"
#include "app/score_sheet_view.h"
#include "i18n/format.h"

namespace aplomb::app {
namespace {

using i18n::Key;

constexpr std::int64_t kSilenceWarningMs = 10'000;

MeterView::Sense sense_of(const std::string& meter) {
  if (meter == "heat") return MeterView::Sense::kHeat;
  return meter == "pressure" ? MeterView::Sense::kBad : MeterView::Sense::kGood;
}

UtteranceView::Speaker speaker_of(scenario::Speaker by) {
  switch (by) {
    case scenario::Speaker::kCustomer: return UtteranceView::Speaker::kCustomer;
    case scenario::Speaker::kManager: return UtteranceView::Speaker::kManager;
    case scenario::Speaker::kColleague: return UtteranceView::Speaker::kColleague;
    case scenario::Speaker::kNarrator: return UtteranceView::Speaker::kNarrator;
  }
  return UtteranceView::Speaker::kNarrator;
}

std::string act_text(scenario::ChoiceKind kind, base::Language language) {
  switch (kind) {
    case scenario::ChoiceKind::kListen: return std::string(text(Key::kAppActListened, language));
    case scenario::ChoiceKind::kInterrupt:
      return std::string(text(Key::kAppActInterrupted, language));
    case scenario::ChoiceKind::kSilence: return std::string(text(Key::kAppActSilent, language));
    default: return {};
  }
}

}  // namespace

ConversationView Conversation::view() const {
  ConversationView view;
  const scenario::Scenario& scenario = *playing_.story().scenario;
  const base::Language language = playing_.language();
  view.attempt = playing_.id();
  view.title = scenario.title.in(language);
  view.industry = scenario.complaint.industry;
  view.channel = scenario.complaint.channel;
  view.mode = static_cast<Mode>(playing_.attempt().header.mode);
  view.turn = static_cast<int>(playing_.transcript().turns.size()) + (playing_.ended() ? 0 : 1);
  view.seconds = static_cast<int>(playing_.elapsed_ms() / 1000);
  view.speaking = speaking();
  view.ended = playing_.ended() && !speaking();
  add_stages(view);
  add_customer(view);
  add_transcript(view);
  add_choices(view);
  add_box(view);
  add_papers(view);
  return view;
}

void Conversation::add_stages(ConversationView& view) const {
  const scenario::Scenario& scenario = *playing_.story().scenario;
  std::array<bool, scenario::kStageCount> visited{};
  for (const engine::Turn& turn : playing_.transcript().turns) {
    visited[static_cast<std::size_t>(scenario.nodes[turn.node].stage)] = true;
  }
  std::optional<scenario::Stage> now;
  if (!playing_.ended()) now = playing_.node().stage;
  for (std::size_t i = 0; i < visited.size(); ++i) {
    const auto stage = static_cast<scenario::Stage>(i);
    StageView::Progress progress = StageView::Progress::kAhead;
    if (stage == now) {
      progress = StageView::Progress::kNow;
    } else if (visited[i]) {
      progress = StageView::Progress::kDone;
    }
    view.stages.push_back({stage, progress});
  }
}

void Conversation::add_customer(ConversationView& view) const {
  const scenario::Customer& customer = playing_.story().scenario->customer;
  const base::Language language = playing_.language();
  view.customer = customer.address.in(language);
  view.face = customer.face;
  view.emotion = engine::shown_emotion(*playing_.story().machine, playing_.state());
  // An authored emotion of the line that is being said overrides what the meters show.
  const auto& entries = playing_.transcript().entries;
  for (std::size_t i = 0; i < entries.size() && i <= shown_; ++i) {
    if (entries[i].kind == engine::EntryKind::kAsksAgain) view.emotion = entries[i].emotion;
    if (entries[i].kind != engine::EntryKind::kLine) continue;
    if (engine::line_of(*playing_.story().scenario, entries[i].line).by ==
        scenario::Speaker::kCustomer) {
      view.emotion = entries[i].emotion;
    }
  }
  if (playing_.attempt().header.mode != engine::Mode::kPractice) return;
  const auto& turns = playing_.transcript().turns;
  const engine::State& before = turns.empty() ? playing_.transcript().start : turns.back().before;
  for (std::size_t i = 0; i < customer.meters.size(); ++i) {
    const scenario::MeterStart& meter = customer.meters[i];
    MeterView shown;
    shown.label = meter.name.in(language).empty()
                      ? std::string(i18n::name("meter", meter.id, language))
                      : meter.name.in(language);
    shown.sense = sense_of(meter.id);
    shown.value = playing_.state().slots[i];
    shown.change = shown.value - before.slots[i];
    view.meters.push_back(std::move(shown));
  }
  if (!playing_.ended()) view.coach = playing_.node().hint.in(language);
}

UtteranceView Conversation::utterance(const engine::TranscriptEntry& entry) const {
  const scenario::Scenario& scenario = *playing_.story().scenario;
  const base::Language language = playing_.language();
  UtteranceView result;
  switch (entry.kind) {
    case engine::EntryKind::kLine: {
      const scenario::Line& line = engine::line_of(scenario, entry.line);
      result.speaker = speaker_of(line.by);
      result.text = line.text.in(language);
      if (line.by == scenario::Speaker::kManager || line.by == scenario::Speaker::kColleague) {
        result.name = scenario.cast[static_cast<std::size_t>(line.by)].in(language);
      }
      break;
    }
    case engine::EntryKind::kAction: {
      const engine::Action& action = playing_.attempt().actions[entry.action];
      result.speaker = UtteranceView::Speaker::kAct;
      if (action.kind == engine::ActionKind::kConsult) {
        for (const scenario::CaseDocument& document : scenario.documents) {
          if (document.id != action.subject) continue;
          result.text = i18n::format(Key::kAppActConsulted, language, document.title.in(language));
        }
        break;
      }
      const engine::Turn& turn =
          playing_.transcript().turns[static_cast<std::size_t>(entry.turn) - 1];
      if (turn.typed) {
        result.speaker = UtteranceView::Speaker::kTrainee;
        result.text = action.text;
        break;
      }
      const scenario::Choice& choice = *engine::choice_of(scenario, turn);
      if (choice.kind == scenario::ChoiceKind::kReply) {
        result.speaker = UtteranceView::Speaker::kTrainee;
      }
      result.text = choice.text.in(language);
      if (result.text.empty()) result.text = act_text(choice.kind, language);
      break;
    }
    case engine::EntryKind::kNotFollowed:
      result.speaker = UtteranceView::Speaker::kTrainee;
      result.text = playing_.attempt().actions[entry.action].text;
      result.remark = why_not_followed(entry.typed->understanding, language);
      break;
    case engine::EntryKind::kAsksAgain:
      result.speaker = UtteranceView::Speaker::kCustomer;
      result.text = playing_.asked_again(entry);
      break;
    case engine::EntryKind::kEnding:
      result.speaker = UtteranceView::Speaker::kNarrator;
      result.text = scenario.endings[entry.ending].text.in(language);
      break;
    case engine::EntryKind::kLater:
      result.speaker = UtteranceView::Speaker::kBreak;
      result.text = i18n::format(Key::kAppDaysLater, language, entry.days);
      break;
  }
  return result;
}

// In practice the words that counted are marked right under the reply.
void Conversation::add_evidence(UtteranceView& utterance, const engine::TranscriptEntry& entry,
                                const scoring::ScoreSheet& sheet) const {
  if (entry.kind != engine::EntryKind::kAction || entry.turn == 0) return;
  const auto index = static_cast<std::size_t>(entry.turn) - 1;
  if (index >= sheet.turns.size() || sheet.turns[index].action != entry.action) return;
  const scoring::TurnSheet& turn = sheet.turns[index];
  const bool same_text = turn.text == utterance.text;
  utterance.behaviours = behaviours_of(turn, *playing_.story().valuation, playing_.language());
  if (same_text) {
    utterance.evidence = evidence_of(turn, *playing_.story().valuation, playing_.language());
  }
}

void Conversation::add_transcript(ConversationView& view) const {
  const bool practice = playing_.attempt().header.mode == engine::Mode::kPractice;
  const auto& entries = playing_.transcript().entries;
  const std::int64_t now = clock_->monotonic_ms();
  for (std::size_t i = 0; i < entries.size() && i <= shown_; ++i) {
    UtteranceView said = utterance(entries[i]);
    if (practice) add_evidence(said, entries[i], sheet_);
    if (i == shown_) said.revealed = pacing_.revealed(said.text, now);
    const bool cuts_in =
        i + 1 < entries.size() && entries[i + 1].kind == engine::EntryKind::kAction &&
        playing_.attempt().actions[entries[i + 1].action].kind == engine::ActionKind::kInterrupt;
    said.cut_off = cuts_in && entries[i].kind == engine::EntryKind::kLine;
    view.transcript.push_back(std::move(said));
  }
}

void Conversation::add_choices(ConversationView& view) const {
  if (playing_.ended()) return;
  const base::Language language = playing_.language();
  view.can_interrupt = act_on_offer(scenario::ChoiceKind::kInterrupt).has_value();
  for (const engine::Index index : playing_.offered()) {
    const scenario::Choice& choice = playing_.node().choices[index];
    const std::string& own = choice.text.in(language);
    switch (choice.kind) {
      case scenario::ChoiceKind::kReply:
        if (!speaking() && !cards_hidden()) view.replies.push_back({own});
        break;
      case scenario::ChoiceKind::kListen:
        if (!speaking()) view.acts.push_back({ActView::Kind::kListen, own});
        break;
      case scenario::ChoiceKind::kInterrupt:
        view.acts.push_back({ActView::Kind::kInterrupt, own});
        break;
      case scenario::ChoiceKind::kPause:
        if (!speaking()) view.acts.push_back({ActView::Kind::kPause, own});
        break;
      case scenario::ChoiceKind::kManager:
        if (!speaking()) view.acts.push_back({ActView::Kind::kManager, own});
        break;
      case scenario::ChoiceKind::kSilence: break;
    }
  }
  const auto left = silence_left_ms();
  if (left && *left <= kSilenceWarningMs) {
    view.silence_left = static_cast<int>((*left + 999) / 1000);
  }
}

void Conversation::add_box(ConversationView& view) const {
  const base::Language language = playing_.language();
  view.box.offered = !speaking() && playing_.can_type();
  if (!playing_.reads()) view.box.unavailable = unavailable_.in(language);
  view.box.draft = draft_;
  view.box.sent = sent_;
  if (problem_) {
    view.box.problem = problem_->message.in(language);
    view.box.mend = problem_->mend.in(language);
  }
  view.box.cards_hidden = cards_hidden();
  view.box.may_show_cards = playing_.attempt().header.mode == engine::Mode::kPractice;
}

void Conversation::add_papers(ConversationView& view) const {
  const scenario::Scenario& scenario = *playing_.story().scenario;
  const scenario::Program& program = *playing_.story().machine->program;
  const base::Language language = playing_.language();
  for (const scenario::RecordAnswer& answer : scenario.record) {
    RecordFieldView field;
    field.field = answer.field;
    const bool long_text = answer.field == RecordField::kFacts;
    field.kind = long_text ? RecordFieldKind::kParagraph : RecordFieldKind::kLine;
    if (answer.field == RecordField::kFounded) field.kind = RecordFieldKind::kFounded;
    view.record.push_back(std::move(field));
  }
  std::sort(view.record.begin(), view.record.end(),
            [](const auto& a, const auto& b) { return a.field < b.field; });
  for (const engine::Action& action : playing_.attempt().actions) {
    if (action.kind == engine::ActionKind::kNote) view.notes = action.text;
    if (action.kind != engine::ActionKind::kRecord) continue;
    for (RecordFieldView& field : view.record) {
      if (scenario::id_of(field.field) != action.subject) continue;
      field.text = action.text;
      field.founded = scenario::from_id<Founded>(action.text);
    }
  }
  for (std::size_t i = 0; i < scenario.documents.size(); ++i) {
    const scenario::CaseDocument& document = scenario.documents[i];
    DocumentView shown;
    shown.id = document.id;
    shown.title = document.title.in(language);
    shown.minutes = document.minutes;
    shown.offered = !speaking() && engine::document_offered(program, playing_.state(),
                                                            static_cast<engine::Index>(i));
    shown.read = playing_.state().bit(program.documents[i].read_bit);
    if (shown.read) shown.text = document.text.in(language);
    view.documents.push_back(std::move(shown));
  }
}

}  // namespace aplomb::app
