#include <fmt/format.h>

#include <array>

#include "app/playing.h"
#include "base/hash.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/json_output.h"
#include "cli/sheet_text.h"
#include "cli/terminal.h"
#include "i18n/format.h"

namespace aplomb::cli {
namespace {

using i18n::Key;

int fail(const Context& context, const base::Error& error) {
  print_error(context, error);
  return exit_code(error);
}

std::string person_name(const std::vector<records::Person>& people, std::int64_t id) {
  for (const records::Person& person : people) {
    if (person.id == id) return person.name;
  }
  return {};
}

Json summary_json(const records::AttemptSummary& attempt, const std::string& person) {
  Json json{{"id", attempt.id},
            {"scenario", attempt.header.scenario_id},
            {"person", person},
            {"mode", engine::id_of(attempt.header.mode)},
            {"started", base::format_utc(attempt.header.started_utc_ms)},
            {"turns", attempt.turns},
            {"finished", attempt.result.has_value()}};
  if (attempt.result) {
    json["ending"] = attempt.result->ending;
    json["score"] = to_json(attempt.result->score);
    json["passed"] = attempt.result->passed;
  }
  return json;
}

std::string score_words(const Context& context, const records::AttemptSummary& attempt) {
  if (!attempt.result) return std::string(text(Key::kCliAttemptUnfinished, context.language));
  if (!attempt.result->passed) {
    return std::string(text(Key::kCliAttemptNotPassed, context.language));
  }
  return attempt.result->score ? std::to_string(attempt.result->score->rounded()) : "–";
}

// A stored attempt, played again from its own content.
struct Opened {
  records::StoredAttempt stored;
  app::Playing playing;
};

base::Result<Opened> open(const Context& context, records::Store& store, std::int64_t id) {
  auto stored = store.load_attempt(id);
  if (!stored) return base::failure(std::move(stored).error());
  auto story = app::open_stored(store, *stored);
  if (!story) return base::failure(std::move(story).error());
  auto playing = app::Playing::resume(*story, *stored, nullptr, context.clock);
  if (!playing) return base::failure(std::move(playing).error());
  return Opened{*std::move(stored), *std::move(playing)};
}

// An attempt of other rules is not worked out anew: what is kept of it is shown as it is.
int show_stored(const Context& context, const records::StoredAttempt& stored) {
  if (context.json) {
    Json json{{"id", stored.id}, {"semantics", stored.attempt.header.semantics}};
    if (stored.result) {
      json["ending"] = stored.result->ending;
      json["score"] = to_json(stored.result->score);
      json["passed"] = stored.result->passed;
    }
    print(context, json);
    return kOk;
  }
  context.out << i18n::format(Key::kCliOlderSemantics, context.language,
                              stored.attempt.header.semantics)
              << '\n';
  if (!stored.result) {
    context.out << text(Key::kCliUnfinished, context.language) << '\n';
    return kOk;
  }
  if (stored.result->score) {
    context.out << i18n::format(Key::kCliScore, context.language, stored.result->score->rounded())
                << '\n';
  }
  for (std::size_t i = 0; i < stored.result->dimensions.size(); ++i) {
    const auto& score = stored.result->dimensions[i];
    const auto id = scenario::id_of(static_cast<scenario::Dimension>(i));
    context.out << "  " << padded(i18n::name("dimension", id, context.language), 16)
                << (score ? std::to_string(score->rounded())
                          : std::string(text(Key::kCliNotCalledFor, context.language)))
                << '\n';
  }
  return kOk;
}

}  // namespace

int list_attempts(const Context& context) {
  auto store = records::Store::open(context.data);
  if (!store) return fail(context, store.error());
  auto attempts = store->attempts();
  if (!attempts) return fail(context, attempts.error());
  auto people = store->people();
  if (!people) return fail(context, people.error());
  if (context.json) {
    Json all = Json::array();
    for (const auto& each : *attempts) {
      all.push_back(summary_json(each, person_name(*people, each.header.person)));
    }
    print(context, all);
    return kOk;
  }
  if (attempts->empty()) {
    context.out << text(Key::kCliNoAttempts, context.language) << '\n';
    return kOk;
  }
  context.out << bold(context, text(Key::kCliAttemptsHead, context.language)) << '\n';
  for (const auto& each : *attempts) {
    context.out << padded(std::to_string(each.id), 6)
                << padded(base::format_utc(each.header.started_utc_ms).substr(0, 16), 19)
                << padded(person_name(*people, each.header.person), 12)
                << padded(each.header.scenario_id, 18)
                << padded(i18n::name("mode", engine::id_of(each.header.mode), context.language), 10)
                << padded(std::to_string(each.turns), 7) << score_words(context, each) << '\n';
  }
  return kOk;
}

int show_attempt(const Context& context, std::int64_t attempt) {
  auto store = records::Store::open(context.data);
  if (!store) return fail(context, store.error());
  auto stored = store->load_attempt(attempt);
  if (!stored) return fail(context, stored.error());
  if (stored->attempt.header.semantics != engine::kSemanticsVersion) {
    return show_stored(context, *stored);
  }
  auto opened = open(context, *store, attempt);
  if (!opened) return fail(context, opened.error());
  if (context.json) {
    print(context, to_json(opened->playing));
    return kOk;
  }
  context.out << transcript_for_people(context, opened->playing, 0)
              << sheet_for_people(context, opened->playing);
  return kOk;
}

int replay_attempt(const Context& context, std::int64_t attempt) {
  auto store = records::Store::open(context.data);
  if (!store) return fail(context, store.error());
  auto stored = store->load_attempt(attempt);
  if (!stored) return fail(context, stored.error());
  if (stored->attempt.header.semantics != engine::kSemanticsVersion) {
    return show_stored(context, *stored);
  }
  auto opened = open(context, *store, attempt);
  if (!opened) return fail(context, opened.error());
  if (!opened->stored.result) {
    context.out << i18n::format(Key::kCliReplayUnfinished, context.language, attempt) << '\n';
    return kOk;
  }
  const records::AttemptResult again =
      app::result_of(opened->playing.story(), opened->playing.attempt(),
                     opened->playing.transcript(), opened->stored.result->finished_utc_ms);
  std::string differs;
  if (again.transcript_hash != opened->stored.result->transcript_hash) differs = "transcript";
  if (again.score_hash != opened->stored.result->score_hash ||
      again.score != opened->stored.result->score) {
    differs += differs.empty() ? "score" : ", score";
  }
  if (context.json) {
    print(context, {{"id", attempt},
                    {"same", differs.empty()},
                    {"transcript_hash", again.transcript_hash},
                    {"score_hash", again.score_hash}});
    return differs.empty() ? kOk : kProblems;
  }
  if (differs.empty()) {
    context.out << i18n::format(Key::kCliReplaySame, context.language, attempt) << '\n';
    return kOk;
  }
  const std::string version = opened->stored.attempt.header.program_version;
  const auto both = [&](auto make) {
    return base::Bilingual{make(base::Language::kZh), make(base::Language::kEn)};
  };
  print_error(context, {"replay.differs",
                        both([&](base::Language language) {
                          return i18n::format(Key::kCliReplayDiffers, language, attempt, differs);
                        }),
                        both([&](base::Language language) {
                          return i18n::format(Key::kCliReplayDiffersMend, language, version);
                        })});
  return kProblems;
}

}  // namespace aplomb::cli
