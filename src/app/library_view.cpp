#include <algorithm>

#include "app/trainee.h"
#include "i18n/catalogue.h"

namespace aplomb::app {
namespace {

using i18n::Key;

constexpr std::size_t kRecent = 8;

UnfinishedView unfinished_view(const records::AttemptSummary& attempt, std::string title,
                               const LocalTime& local_time) {
  UnfinishedView view;
  view.attempt = attempt.id;
  view.scenario_title = std::move(title);
  view.mode = static_cast<Mode>(attempt.header.mode);
  view.turn = attempt.turns + 1;
  view.last_played = local_time(attempt.played_utc_ms);
  return view;
}

std::vector<std::string> paragraphs(const std::string& text) {
  std::vector<std::string> all;
  std::size_t at = 0;
  while (at <= text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) all.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return all;
}

}  // namespace

void Trainee::read_progress() {
  attempts_.clear();
  standings_.clear();
  if (!store_ || view_.person == 0) return;
  records::AttemptFilter filter;
  filter.person = view_.person;
  if (auto found = store_->attempts(filter)) {
    attempts_ = *std::move(found);
  } else {
    report(found.error());
  }
  if (auto found = store_->standings(view_.person)) {
    standings_ = *std::move(found);
  } else {
    report(found.error());
  }
}

std::string Trainee::title_of(const std::string& scenario) const {
  const auto story = shelf_->find(scenario);
  return story ? story->scenario->title.in(view_.settings.language) : scenario;
}

LibraryView Trainee::library() const {
  LibraryView view;
  view.loading = !shelf_->complete();
  add_cards(view);
  for (const records::AttemptSummary& attempt : attempts_) {
    const std::string title = title_of(attempt.header.scenario_id);
    if (!attempt.result) {
      view.unfinished.push_back(unfinished_view(attempt, title, around_.local_time));
    } else if (view.recent.size() < kRecent) {
      RecentView recent;
      recent.attempt = attempt.id;
      recent.title = title;
      recent.score = attempt.result->score ? attempt.result->score->rounded() : 0;
      recent.passed = attempt.result->passed;
      recent.kinds = kinds_of(attempt.result->picked, attempt.result->typed);
      recent.when = around_.local_time(attempt.result->finished_utc_ms);
      view.recent.push_back(std::move(recent));
    }
  }
  for (const LoadedStory& each : shelf_->loaded()) {
    if (each.story) continue;
    const base::Error error = as_error(each.diagnostics);
    BrokenScenarioView broken;
    if (!each.diagnostics.empty()) {
      const scenario::Diagnostic& first = each.diagnostics.front();
      broken.file = first.file + ":" + std::to_string(first.line) + ":" +
                    std::to_string(first.column);
      broken.what = scenario::message(first, view_.settings.language);
      broken.what_to_do = scenario::mend(first, view_.settings.language);
    }
    broken.problems = static_cast<int>(each.diagnostics.size());
    view.broken.push_back(std::move(broken));
  }
  add_suggestion(view);
  return view;
}

void Trainee::add_cards(LibraryView& view) const {
  for (const LoadedStory& each : shelf_->loaded()) {
    if (!each.story) continue;
    ScenarioCardView card = card_of(*each.story, view_.settings.language);
    for (const records::Standing& standing : standings_) {
      if (standing.scenario != card.id) continue;
      card.attempts = standing.finished;
      if (standing.best) card.best = standing.best->rounded();
    }
    for (const records::AttemptSummary& attempt : attempts_) {
      if (attempt.result || attempt.header.scenario_id != card.id) continue;
      card.unfinished = unfinished_view(attempt, card.title, around_.local_time);
      break;
    }
    view.cards.push_back(std::move(card));
  }
  std::stable_sort(view.cards.begin(), view.cards.end(),
                   [](const auto& a, const auto& b) { return a.difficulty < b.difficulty; });
}

// Something unfinished first, then the easiest case not met, then the weakest result.
void Trainee::add_suggestion(LibraryView& view) const {
  if (view.cards.empty() || view.loading) return;
  const auto find = [&](auto fits) -> std::optional<std::size_t> {
    const auto found = std::find_if(view.cards.begin(), view.cards.end(), fits);
    if (found == view.cards.end()) return std::nullopt;
    return static_cast<std::size_t>(found - view.cards.begin());
  };
  if (const auto card = find([](const auto& each) { return each.unfinished.has_value(); })) {
    view.suggestion = SuggestionView{SuggestionView::Reason::kUnfinished, *card};
    return;
  }
  if (const auto card = find([](const auto& each) { return each.attempts == 0; })) {
    view.suggestion = SuggestionView{SuggestionView::Reason::kNotMet, *card};
    return;
  }
  const auto weakest =
      std::min_element(view.cards.begin(), view.cards.end(), [](const auto& a, const auto& b) {
        return a.best.value_or(0) < b.best.value_or(0);
      });
  view.suggestion = SuggestionView{SuggestionView::Reason::kLowestScore,
                                   static_cast<std::size_t>(weakest - view.cards.begin())};
}

BriefingView Trainee::briefing() const {
  BriefingView view;
  const auto story = shelf_->find(briefed_);
  if (!story) return view;
  const scenario::Scenario& scenario = *story->scenario;
  const base::Language language = view_.settings.language;
  const LibraryView shelf_view = library();
  for (const ScenarioCardView& card : shelf_view.cards) {
    if (card.id == briefed_) view.card = card;
  }
  view.can_type = static_cast<bool>(readers_);
  view.cards_hidden = view_.settings.cards_hidden;
  view.customer = scenario.customer.address.in(language);
  view.background = scenario.customer.background.in(language);
  view.brief = paragraphs(scenario.brief.in(language));
  view.role = scenario.role.title.in(language);
  view.authority = scenario.role.authority.in(language);
  for (const scenario::Bilingual& each : scenario.objectives) {
    view.objectives.push_back(each.in(language));
  }
  const bool in_person = scenario.complaint.channel == scenario::Channel::kCounter;
  const bool by_voice = in_person || scenario.complaint.channel == scenario::Channel::kPhone;
  const auto teach = [&](Key key) { view.taught.emplace_back(text(key, language)); };
  if (in_person) teach(Key::kAppTaughtEyes);
  if (in_person) teach(Key::kAppTaughtPosture);
  if (by_voice) teach(Key::kAppTaughtVoice);
  if (!by_voice) teach(Key::kAppTaughtPace);
  teach(Key::kAppTaughtNotes);
  for (const scenario::CaseDocument& document : scenario.documents) {
    view.documents.push_back({document.title.in(language), document.minutes});
  }
  return view;
}

}  // namespace aplomb::app
