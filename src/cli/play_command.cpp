#include <algorithm>
#include <optional>

#include "app/plan.h"
#include "app/playing.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/json_output.h"
#include "cli/sheet_text.h"
#include "cli/terminal.h"
#include "cli/trainer.h"
#include "i18n/format.h"

namespace aplomb::cli {
namespace {

using i18n::Key;

constexpr std::size_t kMaxPlanSize = std::size_t{1} << 20;

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

// Lets replies be typed. Without the lexicons the rest goes on, and what is missing is said.
void let_type(const Context& context, app::Playing& playing) {
  if (!context.load_readers) return;
  auto readers = context.load_readers();
  if (readers) return playing.read_with((*readers)(*playing.story().scenario));
  print_error(context, readers.error());
  context.err << "  " << text(Key::kTypedNoReader, context.language) << '\n';
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
  const bool types = std::any_of(plan->steps.begin(), plan->steps.end(), [](const auto& step) {
    const auto* action = std::get_if<engine::Action>(&step.what);
    return action != nullptr && action->kind == engine::ActionKind::kType;
  });
  if (types) let_type(context, *playing);
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
    if (auto taken = playing->take(app::switch_to(*options.language)); !taken) {
      return fail(context, taken.error());
    }
  }
  context.language = playing->language();
  let_type(context, *playing);
  return train(context, *playing, options.hide_cards);
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
    let_type(own, *playing);
    return train(own, *playing, options.hide_cards);
  }
  auto store = records::Store::open(context.data);
  if (!store) return fail(context, store.error());
  return resume(context, options, *store);
}

}  // namespace aplomb::cli
