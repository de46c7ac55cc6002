#include "app/trainee.h"

#include <algorithm>
#include <charconv>

#include "i18n/catalogue.h"

namespace aplomb::app {
namespace {

constexpr int kSmallestText = 80;
constexpr int kLargestText = 200;

template <typename T>
T number(const std::string& text, T usual) {
  T value{};
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() ? value : usual;
}

}  // namespace

Trainee::Trainee(Surroundings surroundings) : around_(std::move(surroundings)) {
  view_.settings.language = around_.language;
  open();
  refresh();
}

// Opens what cannot wait; the scenarios follow one by one in tick().
void Trainee::open() {
  auto standard = load_standard(around_.files, around_.shared);
  if (!standard) return trouble(standard.error(), true);
  standard_ = *std::move(standard);
  auto shelf = Shelf::open(around_.files, around_.shared);
  if (!shelf) return trouble(shelf.error(), true);
  shelf_ = *std::move(shelf);
  auto store = records::Store::open(around_.data);
  if (!store) return trouble(store.error(), true);
  store_.emplace(*std::move(store));
  if (auto read = read_settings(); !read) return trouble(read.error(), true);
  page_ = view_.people.empty() ? Page::kWelcome : Page::kLibrary;
}

base::Result<void> Trainee::read_settings() {
  auto people = store_->people();
  if (!people) return base::failure(std::move(people).error());
  view_.people.clear();
  for (const records::Person& person : *people) {
    view_.people.push_back({person.id, person.name, person.finished});
  }
  const auto read = [&](const char* key) -> std::string {
    auto value = store_->setting(key);
    return value && *value ? **value : std::string();
  };
  Settings& settings = view_.settings;
  settings.language = base::language_from_id(read("language")).value_or(settings.language);
  settings.theme = read("theme") == "dark" ? ThemeChoice::kDark : ThemeChoice::kLight;
  settings.text_percent =
      std::clamp(number(read("text_percent"), settings.text_percent), kSmallestText, kLargestText);
  settings.reduced_motion = read("reduced_motion") == "on";
  settings.cards_hidden = read("cards_hidden") == "on";
  const auto current = number<std::int64_t>(read("person"), 0);
  const bool known = std::any_of(view_.people.begin(), view_.people.end(),
                                 [&](const PersonView& each) { return each.id == current; });
  view_.person = known ? current : (view_.people.empty() ? 0 : view_.people.front().id);
  read_progress();
  return {};
}

void Trainee::trouble(const base::Error& error, bool can_retry) {
  page_ = Page::kTrouble;
  const base::Language language = view_.settings.language;
  view_.screen = TroubleView{error.message.in(language), error.mend.in(language), can_retry};
}

void Trainee::report(const base::Error& error) {
  const base::Language language = view_.settings.language;
  view_.notice = NoticeView{NoticeView::Kind::kProblem, error.message.in(language),
                            error.mend.in(language)};
}

void Trainee::report(const base::Result<void>& result) {
  if (!result) report(result.error());
}

void Trainee::keep_setting(const char* key, const std::string& value) {
  if (store_) report(store_->set_setting(key, value));
}

void Trainee::handle(const Command& command) {
  std::visit([this](const auto& each) { run(each); }, command);
  refresh();
}

void Trainee::tick() {
  if (shelf_ && standard_ && !shelf_->complete()) {
    shelf_->load_next(around_.files, *standard_);
  } else if (standard_) {
    load_readers();
  }
  if (conversation_ && page_ == Page::kConversation) report(conversation_->tick());
  refresh();
}

void Trainee::refresh() {
  view_.next_change = kNever;
  const bool loading = shelf_ && !shelf_->complete();
  if (loading || (standard_ && !readers_loaded_)) view_.next_change = 0;
  switch (page_) {
    case Page::kTrouble: break;
    case Page::kWelcome: view_.screen = WelcomeView{}; break;
    case Page::kLibrary: view_.screen = library(); break;
    case Page::kBriefing: view_.screen = briefing(); break;
    case Page::kConversation:
      view_.screen = conversation_->view();
      view_.next_change = std::min(view_.next_change, conversation_->next_change());
      break;
    case Page::kSheet:
      view_.screen = score_sheet_view(*sheet_of_, view_.settings.language, around_.local_time);
      break;
  }
}

void Trainee::run(const command::AddPerson& command) {
  if (!store_) return;
  auto added = store_->add_person(command.name, around_.clock.utc_ms());
  if (!added) return report(added.error());
  view_.notice.reset();
  select_person(*added);
}

void Trainee::run(const command::SwitchPerson& command) { select_person(command.person); }

void Trainee::select_person(std::int64_t person) {
  if (!store_) return;
  keep_setting("person", std::to_string(person));
  conversation_.reset();
  sheet_of_.reset();
  if (auto read = read_settings(); !read) return report(read.error());
  page_ = Page::kLibrary;
}

void Trainee::run(const command::SwitchLanguage&) {
  base::Language& language = view_.settings.language;
  if (page_ == Page::kConversation) {
    report(conversation_->switch_language());
    language = conversation_->playing().language();
  } else {
    language = base::other(language);
  }
  keep_setting("language", std::string(base::language_id(language)));
}

void Trainee::run(const command::SetTheme& command) {
  view_.settings.theme = command.theme;
  keep_setting("theme", command.theme == ThemeChoice::kDark ? "dark" : "light");
}

void Trainee::run(const command::SetTextSize& command) {
  view_.settings.text_percent = std::clamp(command.percent, kSmallestText, kLargestText);
  keep_setting("text_percent", std::to_string(view_.settings.text_percent));
}

void Trainee::run(const command::SetReducedMotion& command) {
  view_.settings.reduced_motion = command.reduced;
  if (conversation_) conversation_->set_reduced_motion(command.reduced);
  keep_setting("reduced_motion", command.reduced ? "on" : "off");
}

void Trainee::run(const command::HideCards& command) {
  view_.settings.cards_hidden = command.hidden;
  if (conversation_) conversation_->hide_cards(command.hidden);
  keep_setting("cards_hidden", command.hidden ? "on" : "off");
}

void Trainee::run(const command::TypeReply& command) {
  if (conversation_) report(conversation_->type(command.text));
}

void Trainee::run(const command::KeepReplyDraft& command) {
  if (conversation_) report(conversation_->keep_reply_draft(command.text));
}

void Trainee::run(const command::DismissNotice&) { view_.notice.reset(); }

void Trainee::run(const command::Retry&) {
  if (page_ == Page::kTrouble) open();
}

void Trainee::run(const command::Quit&) { quits_ = true; }

void Trainee::run(const command::OpenScenario& command) {
  if (!shelf_ || !shelf_->find(command.id)) return;
  briefed_ = command.id;
  page_ = Page::kBriefing;
}

void Trainee::run(const command::Start& command) {
  if (page_ != Page::kBriefing || !store_) return;
  Beginning beginning;
  beginning.person = view_.person;
  beginning.language = view_.settings.language;
  beginning.mode = static_cast<engine::Mode>(command.mode);
  beginning.seed = around_.fresh_seed();
  auto playing = Playing::start(shelf_->find(briefed_), *standard_, beginning, &*store_,
                                around_.clock);
  if (!playing) return report(playing.error());
  converse(*std::move(playing));
}

// Typing waits for its readers; everything else does not.
void Trainee::load_readers() {
  if (readers_loaded_) return;
  readers_loaded_ = true;
  unavailable_ = {std::string(text(i18n::Key::kTypedNoReader, base::Language::kZh)),
                  std::string(text(i18n::Key::kTypedNoReader, base::Language::kEn))};
  if (!around_.load_readers) return;
  auto loaded = around_.load_readers();
  if (loaded) {
    readers_ = *std::move(loaded);
    return;
  }
  for (const base::Language language : base::kLanguages) {
    unavailable_.in(language) += " " + loaded.error().message.in(language);
  }
}

void Trainee::converse(Playing playing) {
  load_readers();
  if (readers_) playing.read_with(readers_(*playing.story().scenario));
  conversation_.emplace(std::move(playing), around_.clock, view_.settings.reduced_motion);
  conversation_->set_unavailable(unavailable_);
  conversation_->hide_cards(view_.settings.cards_hidden);
  page_ = Page::kConversation;
}

base::Result<Playing> Trainee::open_attempt(std::int64_t attempt, records::Store* store) {
  auto stored = store_->load_attempt(attempt);
  if (!stored) return base::failure(std::move(stored).error());
  auto story = open_stored(*store_, *stored);
  if (!story) return base::failure(std::move(story).error());
  return Playing::resume(*std::move(story), *stored, store, around_.clock);
}

void Trainee::run(const command::Resume& command) {
  if (!store_) return;
  auto playing = open_attempt(command.attempt, &*store_);
  if (!playing) return report(playing.error());
  if (playing->ended()) {
    read_progress();
    sheet_of_.emplace(*std::move(playing));
    page_ = Page::kSheet;
    return;
  }
  converse(*std::move(playing));
  // It goes on in the language that is read now.
  if (conversation_->playing().language() != view_.settings.language) {
    report(conversation_->switch_language());
    view_.settings.language = conversation_->playing().language();
  }
}

void Trainee::run(const command::ShowScoreSheet& command) {
  if (!store_) return;
  auto playing = open_attempt(command.attempt, nullptr);
  if (!playing) return report(playing.error());
  if (!playing->ended()) return;
  sheet_of_.emplace(*std::move(playing));
  read_progress();
  page_ = Page::kSheet;
}

void Trainee::run(const command::Back&) {
  if (page_ == Page::kTrouble || page_ == Page::kWelcome) return;
  conversation_.reset();
  sheet_of_.reset();
  read_progress();
  page_ = Page::kLibrary;
}

void Trainee::run(const command::PickReply& command) {
  if (conversation_) report(conversation_->pick(command.index));
}

void Trainee::run(const command::DoAct& command) {
  if (conversation_) report(conversation_->act(command.kind));
}

void Trainee::run(const command::Hurry&) {
  if (!conversation_) return;
  conversation_->hurry();
  report(conversation_->tick());
}

void Trainee::run(const command::Consult& command) {
  if (conversation_) report(conversation_->consult(command.document));
}

void Trainee::run(const command::SetRecordField& command) {
  if (!conversation_) return;
  const std::string text =
      command.founded ? std::string(scenario::id_of(*command.founded)) : command.text;
  report(conversation_->set_record(command.field, text));
}

void Trainee::run(const command::SetNotes& command) {
  if (conversation_) report(conversation_->set_notes(command.text));
}

void Trainee::run(const command::KeepDraft& command) {
  if (!conversation_) return;
  const std::string name = command.field ? draft_name(*command.field) : std::string(kNotesDraft);
  report(conversation_->keep_draft(name, command.text));
}

}  // namespace aplomb::app
