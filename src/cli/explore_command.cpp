#include "cli/commands.h"
#include "cli/explore_output.h"
#include "cli/gather.h"
#include "cli/load_story.h"
#include "cli/progress.h"
#include "i18n/format.h"

namespace aplomb::cli {
namespace {

// Whether everything that a shipped scenario must keep was proven.
bool sound(const app::Story& story, const analysis::Exploration& explored) {
  return explored.finished && unmet(story, explored).empty() && explored.dead_ends.empty() &&
         !explored.best_inputs_end_badly && explored.reference.ends;
}

}  // namespace

int explore(const Context& context, const ExploreRequest& request) {
  const Gathered gathered = gather(context, request.scenarios);
  auto standard = app::load_standard(context.files, context.shared);
  if (!standard) {
    print_error(context, standard.error());
    return exit_code(standard.error());
  }
  int code = gathered.code;
  Json all = Json::array();
  bool first = true;
  for (const std::string& file : gathered.files) {
    const auto story = load_or_say(context, file, *standard, code);
    if (!story) continue;
    ProgressLine progress(context, story->scenario->id,
                          i18n::Key::kCliProgressStates);
    const analysis::Watching watching = progress.watching();
    const std::int64_t started = context.clock.monotonic_ms();
    const analysis::Exploration explored =
        analysis::explore(*story->valuation, request.options, watching);
    const ExploreFigures figures{context.clock.monotonic_ms() - started};
    progress.clear();
    if (!sound(*story, explored)) code = std::max(code, kProblems);
    if (context.json) {
      all.push_back(to_json(*story, explored, figures));
    } else {
      if (!first) context.out << '\n';
      print(context, *story, explored, figures, request.paths);
    }
    first = false;
    if (watching.stopped()) break;
  }
  if (context.json) print(context, all);
  return code;
}

}  // namespace aplomb::cli
