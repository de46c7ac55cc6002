#include <re2/re2.h>

#include "app/content.h"
#include "app/reading.h"
#include "bench/measure.h"
#include "bench/memory.h"
#include "bench/reference_story.h"
#include "cli/bench_output.h"
#include "cli/commands.h"
#include "i18n/format.h"

namespace aplomb::cli {
namespace {

using i18n::Key;

constexpr double kMega = 1e6;

std::string all_ids() {
  std::string ids;
  for (const bench::Figure& each : bench::figures()) {
    ids += (ids.empty() ? "" : ", ") + std::string(each.id);
  }
  return ids;
}

// The ids that match; empty, which has been said, where there are none.
std::vector<std::string> asked_for(const Context& context, const std::string& filter) {
  RE2::Options quiet;
  quiet.set_log_errors(false);
  const RE2 pattern(filter, quiet);
  std::vector<std::string> asked;
  for (const bench::Figure& each : bench::figures()) {
    const std::string id(each.id);
    if (pattern.ok() && RE2::PartialMatch(id, pattern)) asked.push_back(id);
  }
  if (!asked.empty()) return asked;
  const std::string problem =
      pattern.ok() ? i18n::format(Key::kBenchNothing, context.language, filter)
                   : i18n::format(Key::kBenchFilterWrong, context.language, pattern.error());
  context.err << "aplomb: " << problem << "\n  "
              << i18n::format(Key::kBenchFilterMend, context.language, all_ids()) << '\n';
  return asked;
}

base::Result<bench::Material> material(const Context& context, const app::Standard& standard) {
  bench::Material found{standard.affect, standard.rubric, {}, nullptr};
  auto reader = app::load_reader(context.files, context.shared);
  if (!reader) return base::failure(std::move(reader).error());
  found.reader = *std::move(reader);
  auto files = app::scenario_files(context.files, context.shared);
  if (!files) return base::failure(std::move(files).error());
  for (const std::string& file : *files) {
    const app::LoadedStory loaded = app::load_story(context.files, file, standard);
    if (!loaded.story) return base::failure(app::as_error(loaded.diagnostics));
    found.shipped.push_back({loaded.story->scenario->id, loaded.story->valuation});
  }
  return found;
}

int print_memory(const Context& context, const app::Standard& standard) {
  const auto use = bench::memory_use_playing(context.files, *standard.affect, standard.rubric);
  if (!use) return kInputOutput;
  print(context, Json{{"resident", use->resident}, {"most", use->most}});
  return kOk;
}

// By a second process; none where there can be none.
std::optional<bench::Measured> memory(const Context& context) {
  if (!context.run_again) return std::nullopt;
  const auto printed = context.run_again({"bench", "--memory"});
  if (!printed) {
    print_error(context, printed.error());
    return std::nullopt;
  }
  const Json json = Json::parse(*printed, nullptr, false);
  if (!json.is_object() || !json.contains("resident")) return std::nullopt;
  return bench::Measured{"memory", "", json["resident"].get<double>() / kMega};
}

BenchHeading heading(const Context& context, const bench::Options& options) {
  const bench::ReferenceStory story = bench::reference_story();
  return {bench::machine_name(context.files), story.places.size(), story.reply_count(),
          bench::scenario_text(story, bench::Behaviours::kNone).size(), options.rounds};
}

}  // namespace

int bench(const Context& context, const BenchRequest& request) {
  const auto standard = app::load_standard(context.files, context.shared);
  if (!standard) {
    print_error(context, standard.error());
    return exit_code(standard.error());
  }
  if (request.memory) return print_memory(context, *standard);
  const std::vector<std::string> asked = asked_for(context, request.filter);
  if (asked.empty()) return kUsage;
  const auto found = material(context, *standard);
  if (!found) {
    print_error(context, found.error());
    return exit_code(found.error());
  }
  if (context.shows_progress) {
    context.err << i18n::text(Key::kBenchMeasuring, context.language) << std::flush;
  }
  bench::Options options;
  options.min_seconds = request.min_seconds;
  std::vector<bench::Measured> measured = bench::measure(asked, *found, options);
  if (std::find(asked.begin(), asked.end(), "memory") != asked.end()) {
    if (auto use = memory(context)) measured.push_back(*std::move(use));
  }
  if (context.shows_progress) context.err << "\r\033[K";
  const std::vector<bench::Row> rows = bench::judged(asked, measured);
  if (context.json) {
    print(context, to_json(heading(context, options), rows));
  } else {
    print(context, heading(context, options), rows);
  }
  return kOk;
}

}  // namespace aplomb::cli
