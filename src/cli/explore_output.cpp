#include "cli/explore_output.h"

#include <algorithm>
#include <cmath>

#include "analysis/play_names.h"
#include "base/text.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "i18n/format.h"

namespace aplomb::cli {
namespace {

using analysis::EndingFound;
using analysis::Exploration;
using analysis::Extreme;
using analysis::Play;
using analysis::step_name;
using analysis::step_names;
using engine::InputKind;
using i18n::Key;
using scenario::Index;

constexpr int kNarrow = 10;
constexpr int kNarrowestName = 24;
constexpr int kWidestName = 56;
constexpr std::size_t kStepsShown = 60;  // of a play that goes round a loop many times

std::string shown(const std::optional<scoring::Score>& score) {
  return score ? std::to_string(score->rounded()) : "–";
}

// In tenths of a per cent, rounded; what is more than nothing never shows as nothing.
std::string percent(std::uint64_t share) {
  const std::uint64_t whole = analysis::OutcomeShares::kWhole;
  const std::uint64_t tenths = (share / (whole / 1000) + (share % (whole / 1000) * 2 >= whole / 1000 ? 1 : 0));
  if (share > 0 && tenths == 0) return "< 0.1 %";
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %";
}

// The text of one scenario's proof.
class Report {
 public:
  Report(const Context& context, const app::Story& story, const Exploration& explored, bool paths)
      : context_(context),
        story_(story),
        scenario_(*story.scenario),
        explored_(explored),
        paths_(paths),
        wide_(std::clamp(context.columns - 4 * kNarrow - 2, kNarrowestName, kWidestName)) {}

  void head(const ExploreFigures& figures) {
    context_.out << bold(context_, scenario_.title.in(language())) << "  "
                 << dim(context_, scenario_.id) << '\n'
                 << "  "
                 << say(Key::kCliExploreSize, grouped(explored_.states), grouped(explored_.moves),
                        seconds(figures.spent_ms))
                 << '\n';
  }

  void unfinished() {
    const Key why = explored_.out_of_memory ? Key::kCliExploreNoMemory : Key::kCliExploreStopped;
    context_.out << "  " << text(why, language()) << '\n'
                 << "  "
                 << say(Key::kCliExploreUnfinished, grouped(explored_.states),
                        grouped(explored_.frontier))
                 << '\n';
    if (explored_.endings.empty()) return;
    std::string met;
    for (const EndingFound& each : explored_.endings) {
      met += (met.empty() ? "" : ", ") + scenario_.endings[each.ending].id;
    }
    context_.out << wrapped(context_, say(Key::kCliExploreMetSoFar, met), 2, "  ");
  }

  void verdict() {
    const auto missing = unmet(story_, explored_);
    if (explored_.dead_ends.empty()) {
      line(true, text(Key::kCliExploreEnds, language()));
    }
    for (const analysis::DeadEnd& dead : explored_.dead_ends) {
      const Key what = dead.loop ? Key::kCliExploreLoop : Key::kCliExploreDeadEnd;
      line(false, i18n::format(Key::kCliExploreAt, language(), text(what, language()),
                               scenario_.nodes[dead.node].id));
      steps(dead.play);
    }
    if (missing.empty()) {
      line(true, text(Key::kCliExploreAllMet, language()));
    } else {
      std::string names;
      for (const std::string& each : missing) names += (names.empty() ? "" : ", ") + each;
      line(false, say(Key::kCliExploreUnmet, names));
    }
    if (!explored_.reference.ends) {
      line(false, text(Key::kCliExploreNoReference, language()));
    } else if (explored_.best_inputs_end_badly) {
      line(false, text(Key::kCliExploreBestEndsBadly, language()));
      steps(*explored_.best_inputs_end_badly);
    } else {
      line(true, text(Key::kCliExploreBestIsHundred, language()));
    }
    const std::string longest = explored_.longest
                                    ? say(Key::kCliExploreTurns, *explored_.longest)
                                    : std::string(text(Key::kCliExploreNoBound, language()));
    context_.out << "  " << say(Key::kCliExploreLength, explored_.shortest, longest) << '\n';
  }

  void endings() {
    context_.out << '\n' << "  " << row(text(Key::kCliExploreEnding, language()), wide_)
                 << heading(Key::kCliExploreShortest) << heading(Key::kCliExploreWorst)
                 << heading(Key::kCliExploreBest) << heading(Key::kCliExploreShare) << '\n';
    for (const EndingFound& each : explored_.endings) {
      const scenario::Ending& ending = scenario_.endings[each.ending];
      const std::string name =
          std::string(i18n::name("ending", scenario::id_of(ending.kind), language())) +
                         (language() == base::Language::kZh ? "　" : "  ") +
                         ending.title.in(language());
      context_.out << "  " << row(shortened(name, wide_ - 1), wide_)
                   << right(std::to_string(each.turns), kNarrow);
      if (each.interim) {
        context_.out << "    " << dim(context_, text(Key::kCliExploreInterim, language())) << '\n';
      } else {
        context_.out << right(shown(each.worst.score), kNarrow)
                     << right(shown(each.best.score), kNarrow)
                     << right(percent(explored_.shares.at_least[each.ending]), kNarrow) << '\n';
      }
      steps(each.shortest);
    }
  }

  void scores() {
    context_.out << '\n' << "  " << row(text(Key::kCliExploreScores, language()), wide_)
                 << heading(Key::kCliExploreWorst) << heading(Key::kCliExploreBest) << '\n';
    range(text(Key::kCliExploreOverall, language()), explored_.worst, explored_.best);
    for (std::size_t i = 0; i < explored_.dimensions.size(); ++i) {
      const auto dimension = static_cast<scenario::Dimension>(i);
      range(i18n::name("dimension", scenario::id_of(dimension), language()),
            explored_.dimensions[i].worst, explored_.dimensions[i].best);
    }
  }

 private:
  [[nodiscard]] base::Language language() const { return context_.language; }

  template <typename... Args>
  [[nodiscard]] std::string say(i18n::FormatKey<std::type_identity_t<Args>...> key,
                                Args&&... args) const {
    return i18n::format<Args...>(key, language(), std::forward<Args>(args)...);
  }

  [[nodiscard]] static std::string row(std::string_view text, int columns) {
    return padded(text, columns);
  }
  [[nodiscard]] std::string heading(Key key) const {
    return right(std::string(text(key, language())), kNarrow);
  }

  [[nodiscard]] static std::string seconds(std::int64_t ms) {
    const std::int64_t hundredths = (ms + 5) / 10;
    const std::string rest = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + "." + (rest.size() < 2 ? "0" : "") + rest;
  }

  void line(bool good, std::string_view what) {
    context_.out << wrapped(context_, what, 4, good ? "  ✓ " : "  ✗ ");
  }

  void steps(const Play& play) {
    if (!paths_ || play.steps.empty()) return;
    std::vector<std::string> names = step_names(scenario_, play);
    std::string joined;
    for (std::size_t i = 0; i < std::min(names.size(), kStepsShown); ++i) {
      joined += (joined.empty() ? "" : " → ") + names[i];
    }
    if (names.size() > kStepsShown) joined += " → … " + say(Key::kCliExploreTurns, names.size());
    context_.out << dim(context_, wrapped(context_, joined, 6, "      "));
  }

  void range(std::string_view name, const Extreme& worst, const Extreme& best) {
    if (!best.score) {
      context_.out << "  " << row(name, wide_)
                   << text(Key::kCliExploreNotCalledFor, language()) << '\n';
      return;
    }
    context_.out << "  " << row(name, wide_) << right(shown(worst.score), kNarrow)
                 << right(shown(best.score), kNarrow) << '\n';
    if (!paths_) return;
    steps(worst.play);
    steps(best.play);
  }

  const Context& context_;
  const app::Story& story_;
  const scenario::Scenario& scenario_;
  const Exploration& explored_;
  bool paths_;
  int wide_;  // columns of the names
};

Json score_json(const scenario::Scenario& scenario, const Extreme& extreme) {
  return {{"score", to_json(extreme.score)},
          {"unbounded", extreme.unbounded},
          {"path", step_names(scenario, extreme.play)}};
}

}  // namespace

std::vector<std::string> unmet(const app::Story& story, const Exploration& explored) {
  std::vector<std::string> missing;
  const scenario::Scenario& scenario = *story.scenario;
  const scenario::Program& program = *story.machine->program;
  const auto lines = [&](const std::string& where, const auto& range) {
    for (Index i = 0; i < range.count; ++i) {
      if (explored.coverage.lines[range.first + i] == 0) {
        missing.push_back(where + ".lines[" + std::to_string(i) + "]");
      }
    }
  };
  for (std::size_t n = 0; n < scenario.nodes.size(); ++n) {
    const scenario::Node& node = scenario.nodes[n];
    if (explored.coverage.nodes[n] == 0) {
      missing.push_back(node.id);
      continue;
    }
    lines(node.id, program.nodes[n].lines);
    for (Index c = 0; c < static_cast<Index>(node.choices.size()); ++c) {
      const std::size_t at = program.nodes[n].choices.first + c;
      const std::string name =
          step_name(scenario, {static_cast<Index>(n), {InputKind::kChoose, c}});
      if (explored.coverage.choices[at] == 0) {
        missing.push_back(name);
      } else {
        lines(name, program.choices[at].lines);
      }
    }
  }
  for (std::size_t i = 0; i < scenario.endings.size(); ++i) {
    if (explored.coverage.endings[i] == 0) missing.push_back(scenario.endings[i].id);
  }
  return missing;
}

void print(const Context& context, const app::Story& story, const Exploration& explored,
           const ExploreFigures& figures, bool paths) {
  Report report(context, story, explored, paths);
  report.head(figures);
  if (!explored.finished) return report.unfinished();
  report.verdict();
  report.endings();
  report.scores();
}

Json to_json(const app::Story& story, const Exploration& explored, const ExploreFigures& figures) {
  const scenario::Scenario& scenario = *story.scenario;
  Json json{{"scenario", scenario.id},
            {"finished", explored.finished},
            {"out_of_memory", explored.out_of_memory},
            {"states", explored.states},
            {"moves", explored.moves},
            {"frontier", explored.frontier},
            {"milliseconds", figures.spent_ms},
            {"unmet", unmet(story, explored)}};
  json["endings"] = Json::array();
  for (const EndingFound& each : explored.endings) {
    const scenario::Ending& ending = scenario.endings[each.ending];
    Json entry{{"id", ending.id}, {"kind", scenario::id_of(ending.kind)}, {"interim", each.interim}};
    if (explored.finished) {
      entry["turns"] = each.turns;
      entry["shortest"] = step_names(scenario, each.shortest);
    }
    if (explored.finished && !each.interim) {
      const double whole = std::ldexp(1.0, 62);
      entry["share"] = static_cast<double>(explored.shares.at_least[each.ending]) / whole;
      entry["best"] = score_json(scenario, each.best);
      entry["worst"] = score_json(scenario, each.worst);
    }
    json["endings"].push_back(std::move(entry));
  }
  if (!explored.finished) return json;
  json["dead_ends"] = Json::array();
  for (const analysis::DeadEnd& dead : explored.dead_ends) {
    json["dead_ends"].push_back({{"node", scenario.nodes[dead.node].id},
                                 {"loop", dead.loop},
                                 {"states", dead.states},
                                 {"path", step_names(scenario, dead.play)}});
  }
  json["shortest"] = explored.shortest;
  json["longest"] = explored.longest ? Json(*explored.longest) : Json(nullptr);
  json["best"] = score_json(scenario, explored.best);
  json["worst"] = score_json(scenario, explored.worst);
  json["reference_ends"] = explored.reference.ends;
  if (explored.best_inputs_end_badly) {
    json["best_inputs_end_badly"] = step_names(scenario, *explored.best_inputs_end_badly);
  }
  for (std::size_t i = 0; i < explored.dimensions.size(); ++i) {
    const auto id = std::string(scenario::id_of(static_cast<scenario::Dimension>(i)));
    json["dimensions"][id] = {{"best", score_json(scenario, explored.dimensions[i].best)},
                              {"worst", score_json(scenario, explored.dimensions[i].worst)}};
  }
  return json;
}

}  // namespace aplomb::cli
