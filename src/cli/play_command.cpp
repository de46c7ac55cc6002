#include <algorithm>
#include <charconv>
#include <optional>

#include "app/plan.h"
#include "app/playing.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/json_output.h"
#include "cli/sheet_text.h"
#include "cli/terminal.h"
#include "i18n/format.h"

namespace aplomb::cli {
namespace {

using i18n::Key;

constexpr std::size_t kMaxPlanSize = std::size_t{1} << 20;
constexpr std::int64_t kMinuteMs = 60'000;

std::string_view first_word(std::string_view text) {
  return text.substr(0, std::min(text.find(' '), text.size()));
}

std::optional<std::size_t> number(std::string_view text) {
  std::size_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

engine::Action switch_to(base::Language language) {
  engine::Action action;
  action.kind = engine::ActionKind::kLanguage;
  action.subject = base::language_id(language);
  return action;
}

// The trainer at a terminal: shows where the conversation stands, reads a line, takes it.
class Trainer {
 public:
  Trainer(Context context, app::Playing& playing) : context_(std::move(context)), playing_(playing) {}

  int run() {
    briefing();
    show_news();
    while (!playing_.ended()) {
      show_options();
      context_.out << text(Key::kCliPrompt, context_.language) << std::flush;
      std::string line;
      if (!std::getline(context_.in, line)) break;
      const std::string_view typed = base::trim(line);
      if (typed == "q") break;
      if (!typed.empty()) take(typed);
      if (failure_ != kOk) return failure_;
      show_news();
    }
    if (!playing_.ended()) {
      context_.out << '\n'
                   << i18n::format(Key::kCliStopped, context_.language,
                                   playing_.story().scenario->id, playing_.id())
                   << '\n';
      return kOk;
    }
    context_.out << sheet_for_people(context_, playing_) << '\n'
                 << i18n::format(Key::kCliKept, context_.language, playing_.id(), playing_.id())
                 << '\n';
    return kOk;
  }

 private:
  void briefing() {
    const scenario::Scenario& scenario = *playing_.story().scenario;
    const base::Language language = context_.language;
    context_.out << bold(context_, scenario.title.in(language)) << "\n\n"
                 << wrapped(context_, scenario.brief.in(language)) << '\n'
                 << wrapped(context_, scenario.role.title.in(language))
                 << wrapped(context_, std::string(text(Key::kCliAuthority, language)) +
                                          scenario.role.authority.in(language))
                 << text(Key::kCliObjectives, language) << '\n';
    for (const scenario::Bilingual& objective : scenario.objectives) {
      context_.out << wrapped(context_, objective.in(language), 4, "  · ");
    }
    context_.out << '\n' << dim(context_, text(Key::kCliKeys, language)) << "\n";
  }

  void show_news() {
    if (!playing_.ended() && stage_ != playing_.node().stage) {
      stage_ = playing_.node().stage;
      context_.out << '\n'
                   << dim(context_, "── " +
                                        std::string(i18n::name("stage", scenario::id_of(*stage_),
                                                               context_.language)) +
                                        " ──")
                   << '\n';
    }
    context_.out << transcript_for_people(context_, playing_, shown_);
    shown_ = playing_.transcript().entries.size();
    if (playing_.attempt().header.mode == engine::Mode::kPractice) show_meters();
  }

  void show_meters() {
    std::string line;
    const scenario::Customer& customer = playing_.story().scenario->customer;
    for (std::size_t i = 0; i < customer.meters.size(); ++i) {
      const scenario::MeterStart& meter = customer.meters[i];
      const std::string own = meter.name.in(context_.language);
      if (!line.empty()) line += " · ";
      line += i18n::format(Key::kCliMeter, context_.language,
                           own.empty() ? i18n::name("meter", meter.id, context_.language)
                                       : std::string_view(own),
                           playing_.state().slots[i]);
    }
    context_.out << dim(context_, "  " + line) << '\n';
  }

  void show_options() {
    replies_.clear();
    std::string acts;
    const scenario::Node& node = playing_.node();
    context_.out << '\n';
    for (const engine::Index index : playing_.offered()) {
      const scenario::Choice& choice = node.choices[index];
      if (choice.kind == scenario::ChoiceKind::kReply) {
        replies_.push_back(index);
        context_.out << wrapped(context_, choice.text.in(context_.language), 4,
                                " " + std::to_string(replies_.size()) + ". ");
      } else {
        acts += (acts.empty() ? "" : "   ") + act_label(choice);
      }
    }
    documents_.clear();
    const auto& documents = playing_.story().scenario->documents;
    for (std::size_t i = 0; i < documents.size(); ++i) {
      const auto index = static_cast<engine::Index>(i);
      const scenario::Program& program = *playing_.story().machine->program;
      if (!engine::document_offered(program, playing_.state(), index)) continue;
      documents_.push_back(documents[i].id);
      const std::string title = documents[i].title.in(context_.language);
      const bool read = playing_.state().bit(program.documents[i].read_bit);
      acts += (acts.empty() ? "d " : "   d ") + std::to_string(documents_.size()) + " " +
              (read ? i18n::format(Key::kCliActDocumentRead, context_.language, title)
                    : i18n::format(Key::kCliActDocument, context_.language, title,
                                   documents[i].minutes));
    }
    if (!acts.empty()) context_.out << dim(context_, wrapped(context_, acts, 4));
  }

  std::string act_label(const scenario::Choice& choice) const {
    const std::string& own = choice.text.in(context_.language);
    const auto label = [&](std::string_view key, std::string_view usual) {
      return std::string(key) + " " + (own.empty() ? std::string(usual) : own);
    };
    const base::Language language = context_.language;
    switch (choice.kind) {
      case scenario::ChoiceKind::kListen: return label("l", text(Key::kCliActListen, language));
      case scenario::ChoiceKind::kInterrupt:
        return label("i", text(Key::kCliActInterrupt, language));
      case scenario::ChoiceKind::kPause: return label("w", {});
      case scenario::ChoiceKind::kSilence: return label(".", text(Key::kCliActSilence, language));
      default: return label("m", text(Key::kCliActManager, language));
    }
  }

  void take(std::string_view typed) {
    if (const auto picked = number(typed)) {
      if (*picked == 0 || *picked > replies_.size()) return say(Key::kCliNotOffered);
      return apply(app::action_for(playing_.node().choices[replies_[*picked - 1]]));
    }
    const std::string_view word = first_word(typed);
    const std::string_view rest = base::trim(typed.substr(word.size()));
    if (word == "?") return say(Key::kCliHelp);
    if (word == "h") return show_hint();
    if (word == "lang") return switch_language();
    if (word == "d") return consult(rest);
    if (word == "r") return record(rest);
    if (word == "n") return note(rest);
    act(word);
  }

  void act(std::string_view word) {
    using engine::ActionKind;
    static constexpr std::array<std::pair<std::string_view, ActionKind>, 5> kActs{
        {{"l", ActionKind::kListen},
         {"i", ActionKind::kInterrupt},
         {"w", ActionKind::kPause},
         {".", ActionKind::kSilence},
         {"m", ActionKind::kManager}}};
    for (const auto& [key, kind] : kActs) {
      if (word != key) continue;
      engine::Action action;
      action.kind = kind;
      return apply(std::move(action));
    }
    say(Key::kCliNotOffered);
  }

  void apply(engine::Action action) {
    auto taken = playing_.take(std::move(action));
    if (taken) return;
    if (taken.error().code == "attempt.not_offered") return say(Key::kCliNotOffered);
    print_error(context_, taken.error());
    failure_ = exit_code(taken.error());
  }

  void consult(std::string_view which) {
    const auto picked = number(which);
    if (!picked || *picked == 0 || *picked > documents_.size()) return say(Key::kCliNotOffered);
    engine::Action action;
    action.kind = engine::ActionKind::kConsult;
    action.subject = documents_[*picked - 1];
    for (const scenario::CaseDocument& document : playing_.story().scenario->documents) {
      if (document.id == action.subject) playing_.spend_ms(document.minutes * kMinuteMs);
    }
    apply(std::move(action));
  }

  void record(std::string_view what) {
    if (what.empty()) return show_record();
    const std::string_view field = first_word(what);
    if (!scenario::from_id<scenario::RecordField>(field)) {
      std::string known;
      for (const std::string_view id : scenario::ids<scenario::RecordField>()) {
        known += (known.empty() ? "" : " ") + std::string(id);
      }
      context_.out << i18n::format(Key::kCliNoField, context_.language, field, known) << '\n';
      return;
    }
    engine::Action action;
    action.kind = engine::ActionKind::kRecord;
    action.subject = field;
    action.text = base::trim(what.substr(field.size()));
    apply(std::move(action));
  }

  void show_record() {
    for (const std::string_view id : scenario::ids<scenario::RecordField>()) {
      std::string written;
      for (const engine::Action& action : playing_.attempt().actions) {
        if (action.kind == engine::ActionKind::kRecord && action.subject == id) {
          written = action.text;
        }
      }
      context_.out << "  " << padded(id, 12)
                   << i18n::name("record", id, context_.language) << ": " << written << '\n';
    }
  }

  void note(std::string_view what) {
    std::string notes;
    for (const engine::Action& action : playing_.attempt().actions) {
      if (action.kind == engine::ActionKind::kNote) notes = action.text;
    }
    if (what.empty()) {
      context_.out << wrapped(context_, notes, 2);
      return;
    }
    engine::Action action;
    action.kind = engine::ActionKind::kNote;
    action.text = notes + (notes.empty() ? "" : "\n") + std::string(what);
    apply(std::move(action));
  }

  void show_hint() {
    const std::string& hint = playing_.node().hint.in(context_.language);
    if (hint.empty() || playing_.attempt().header.mode != engine::Mode::kPractice) {
      return say(Key::kCliNoHint);
    }
    context_.out << wrapped(context_, hint, 2);
  }

  void switch_language() {
    apply(switch_to(base::other(context_.language)));
    context_.language = playing_.language();
  }

  void say(Key key) { context_.out << text(key, context_.language) << '\n'; }

  Context context_;
  app::Playing& playing_;
  std::size_t shown_ = 0;
  std::optional<scenario::Stage> stage_;
  std::vector<engine::Index> replies_;
  std::vector<std::string> documents_;
  int failure_ = kOk;
};

int fail(const Context& context, const base::Error& error) {
  print_error(context, error);
  return exit_code(error);
}

// Whoever is named, else whoever used the program last, else asks.
base::Result<std::int64_t> find_person(const Context& context, records::Store& store,
                                       std::string name) {
  auto people = store.people();
  if (!people) return base::failure(std::move(people).error());
  if (name.empty()) {
    auto current = store.setting("person");
    if (!current) return base::failure(std::move(current).error());
    for (const records::Person& person : *people) {
      if (*current == std::to_string(person.id)) return person.id;
    }
    if (!people->empty()) return people->front().id;
    context.out << text(Key::kCliAskName, context.language) << std::flush;
    std::getline(context.in, name);
  }
  const std::string trimmed(base::trim(name));
  for (const records::Person& person : *people) {
    if (person.name == trimmed) return person.id;
  }
  return store.add_person(trimmed, context.clock.utc_ms());
}

app::Beginning beginning_for(const Context& context, const PlayOptions& options) {
  app::Beginning beginning;
  beginning.language = options.language.value_or(context.language);
  beginning.mode = options.mode.value_or(engine::Mode::kPractice);
  beginning.seed = options.seed.value_or(context.fresh_seed ? context.fresh_seed() : 1);
  return beginning;
}

// Plays every step; the transcript of a plan that fails is printed up to there.
int run_plan(const Context& context, app::Playing& playing, const app::Plan& plan) {
  int code = kOk;
  for (const app::PlanStep& step : plan.steps) {
    auto taken = app::take_step(playing, plan, step);
    if (taken) continue;
    print_error(context, taken.error());
    code = exit_code(taken.error());
    break;
  }
  if (context.json) {
    print(context, to_json(playing));
    return code;
  }
  context.out << transcript_for_people(context, playing, 0)
              << sheet_for_people(context, playing);
  return code;
}

int play_inputs(Context context, const PlayOptions& options, const app::Standard& standard,
                std::shared_ptr<const app::Story> story) {
  auto bytes = context.files.read(options.inputs, kMaxPlanSize);
  if (!bytes) return fail(context, bytes.error());
  auto plan = app::parse_plan(options.inputs, *bytes);
  if (!plan) return fail(context, plan.error());
  app::Beginning beginning = beginning_for(context, options);
  if (!options.language && plan->language) beginning.language = *plan->language;
  if (!options.mode && plan->mode) beginning.mode = *plan->mode;
  if (!options.seed) beginning.seed = plan->seed.value_or(1);
  context.language = beginning.language;
  std::optional<records::Store> store;
  if (options.keep) {
    auto opened = records::Store::open(context.data);
    if (!opened) return fail(context, opened.error());
    store.emplace(*std::move(opened));
    auto person = find_person(context, *store, options.person);
    if (!person) return fail(context, person.error());
    beginning.person = *person;
  }
  auto playing = app::Playing::start(std::move(story), standard, beginning,
                                     store ? &*store : nullptr, context.clock);
  if (!playing) return fail(context, playing.error());
  const int code = run_plan(context, *playing, *plan);
  if (store && !context.json) {
    context.out << i18n::format(Key::kCliKept, context.language, playing->id(), playing->id())
                << '\n';
  }
  return code;
}

int resume(Context context, const PlayOptions& options, records::Store& store) {
  auto stored = store.load_attempt(options.resume);
  if (!stored) return fail(context, stored.error());
  const engine::AttemptHeader& header = stored->attempt.header;
  if (stored->result) {
    return fail(context,
                {"play.finished",
                 {i18n::format(Key::kCliResumeFinished, base::Language::kZh, options.resume),
                  i18n::format(Key::kCliResumeFinished, base::Language::kEn, options.resume)},
                 {i18n::format(Key::kCliResumeFinishedMend, base::Language::kZh, options.resume),
                  i18n::format(Key::kCliResumeFinishedMend, base::Language::kEn, options.resume)}});
  }
  auto opened = app::open_stored(store, *stored);
  if (!opened) return fail(context, opened.error());
  auto playing = app::Playing::resume(*opened, *stored, &store, context.clock);
  if (!playing) return fail(context, playing.error());
  if (!options.scenario.empty() && options.scenario != header.scenario_id) {
    return fail(
        context,
        {"play.other_scenario",
         {i18n::format(Key::kCliResumedOther, base::Language::kZh, options.resume,
                       header.scenario_id),
          i18n::format(Key::kCliResumedOther, base::Language::kEn, options.resume,
                       header.scenario_id)},
         {i18n::format(Key::kCliResumedOtherMend, base::Language::kZh, header.scenario_id,
                       options.resume),
          i18n::format(Key::kCliResumedOtherMend, base::Language::kEn, header.scenario_id,
                       options.resume)}});
  }
  if (options.language && *options.language != playing->language()) {
    if (auto taken = playing->take(switch_to(*options.language)); !taken) {
      return fail(context, taken.error());
    }
  }
  context.language = playing->language();
  return Trainer(context, *playing).run();
}

}  // namespace

int play(const Context& context, const PlayOptions& options) {
  if (options.resume == 0 || !options.inputs.empty()) {
    auto standard = app::load_standard(context.files, context.shared);
    if (!standard) return fail(context, standard.error());
    auto file = app::find_scenario(context.files, context.shared, options.scenario);
    if (!file) return fail(context, file.error());
    const app::LoadedStory loaded = app::load_story(context.files, *file, *standard);
    if (!loaded.story) {
      for (const scenario::Diagnostic& each : loaded.diagnostics) {
        context.err << scenario::render(each, context.language) << '\n';
      }
      return kProblems;
    }
    if (!options.inputs.empty()) return play_inputs(context, options, *standard, loaded.story);
    auto store = records::Store::open(context.data);
    if (!store) return fail(context, store.error());
    auto person = find_person(context, *store, options.person);
    if (!person) return fail(context, person.error());
    app::Beginning beginning = beginning_for(context, options);
    beginning.person = *person;
    auto playing =
        app::Playing::start(loaded.story, *standard, beginning, &*store, context.clock);
    if (!playing) return fail(context, playing.error());
    Context own = context;
    own.language = beginning.language;
    return Trainer(own, *playing).run();
  }
  auto store = records::Store::open(context.data);
  if (!store) return fail(context, store.error());
  return resume(context, options, *store);
}

}  // namespace aplomb::cli
