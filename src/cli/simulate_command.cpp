#include <algorithm>
#include <type_traits>

#include "cli/commands.h"
#include "cli/gather.h"
#include "cli/load_story.h"
#include "cli/progress.h"
#include "cli/simulate_output.h"

namespace aplomb::cli {
namespace {

// Plays one scenario after the other and tells what came of each.
class Simulating {
 public:
  Simulating(const Context& context, const SimulateRequest& request)
      : context_(context), request_(request) {}

  // Returns whether all is well.
  bool run(const app::Story& story) {
    if (!context_.json && told_) context_.out << '\n';
    told_ = true;
    return request_.bots.empty() ? compare(story) : show(story);
  }

  // Ctrl-C was pressed: what comes after would be empty.
  [[nodiscard]] bool stopped() const { return stopped_; }
  [[nodiscard]] const Json& all() const { return all_; }

 private:
  bool compare(const app::Story& story) {
    const analysis::Spread spread = watched(story.scenario->id, [&](const auto& watching) {
      return analysis::spread(*story.valuation, context_.language, request_.options, watching);
    });
    if (context_.json) {
      all_.push_back(to_json(story, spread, context_.language, request_.options));
    } else {
      print(context_, story, spread, request_.options);
    }
    return spread.holds();
  }

  bool show(const app::Story& story) {
    std::vector<analysis::Simulation> played;
    bool well = true;
    for (const analysis::Policy policy : request_.bots) {
      const analysis::Bot bot(*story.valuation, policy, context_.language, request_.skill);
      played.push_back(watched(story.scenario->id, [&](const auto& watching) {
        return analysis::simulate(*story.valuation, bot, request_.options, watching);
      }));
      well = well && played.back().finished && played.back().cut == 0;
      if (stopped_) break;
    }
    if (context_.json) {
      all_.push_back(to_json(story, played, context_.language, request_.options));
    } else {
      print(context_, story, played, request_.options);
    }
    return well;
  }

  template <typename Play>
  std::invoke_result_t<Play, const analysis::Watching&> watched(const std::string& name,
                                                                const Play& play) {
    ProgressLine progress(context_, name, i18n::Key::kCliProgressPlays);
    const analysis::Watching watching = progress.watching();
    auto result = play(watching);
    progress.clear();
    stopped_ = watching.stopped();
    return result;
  }

  const Context& context_;
  const SimulateRequest& request_;
  Json all_ = Json::array();
  bool told_ = false;
  bool stopped_ = false;
};

}  // namespace

int simulate(const Context& context, const SimulateRequest& request) {
  const Gathered gathered = gather(context, request.scenarios);
  auto standard = app::load_standard(context.files, context.shared);
  if (!standard) {
    print_error(context, standard.error());
    return exit_code(standard.error());
  }
  int code = gathered.code;
  Simulating simulating(context, request);
  for (const std::string& file : gathered.files) {
    const auto story = load_or_say(context, file, *standard, code);
    if (!story) continue;
    if (!simulating.run(*story)) code = std::max(code, kProblems);
    if (simulating.stopped()) break;
  }
  if (context.json) print(context, simulating.all());
  return code;
}

}  // namespace aplomb::cli
