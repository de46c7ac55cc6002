#include "cli/simulate_output.h"

#include <algorithm>

#include "base/text.h"
#include "cli/progress.h"
#include "cli/simulate_text.h"
#include "cli/terminal.h"
#include "i18n/format.h"

namespace aplomb::cli {
namespace {

using analysis::Distribution;
using analysis::Simulation;
using i18n::Key;

constexpr int kPlaces = 8;  // columns of a short number with its heading
constexpr int kOffered = 14;
constexpr int kNarrowestName = 24;
constexpr int kWidestName = 56;
constexpr int kRange = 8;   // of a bar's points: "95–100"
constexpr int kShare = 10;

// One bot in detail.
class Detail {
 public:
  Detail(const Context& context, const app::Story& story, const Simulation& played,
         const analysis::SimulateOptions& options)
      : context_(context),
        story_(story),
        played_(played),
        options_(options),
        wide_(std::clamp(context.columns - 6 * kPlaces - 2, kNarrowestName, kWidestName)) {}

  void print() {
    head();
    if (played_.plays == 0) return;
    if (played_.cut < played_.plays) {
      scores();
      bars();
    }
    outcome();
    endings();
    picks();
  }

 private:
  void head() {
    context_.out << bold(context_, story_.scenario->title.in(language())) << "  "
                 << dim(context_, story_.scenario->id) << '\n'
                 << "  " << bot_name(played_, language()) << (zh() ? "：" : ": ")
                 << say(Key::kCliSimulatePlays, grouped(options_.runs), options_.seed) << '\n';
    if (played_.always_alike) {
      context_.out << "  " << text(Key::kCliSimulateAlike, language()) << '\n';
    }
    if (!played_.finished) {
      context_.out << wrapped(context_,
                              say(Key::kCliSimulateStopped, grouped(played_.plays),
                                  grouped(options_.runs)),
                              4, "  ✗ ");
    }
  }

  void scores() {
    context_.out << '\n' << "  " << padded(text(Key::kCliExploreScores, language()), wide_)
                 << heading(Key::kCliSimulateMean) << heading(Key::kCliExploreWorst)
                 << right("25 %", kPlaces) << heading(Key::kCliSimulateMedian)
                 << right("75 %", kPlaces) << heading(Key::kCliExploreBest) << '\n';
    row(text(Key::kCliExploreOverall, language()), played_.score);
    for (std::size_t i = 0; i < played_.dimensions.size(); ++i) {
      const auto dimension = static_cast<scenario::Dimension>(i);
      row(i18n::name("dimension", scenario::id_of(dimension), language()), played_.dimensions[i]);
    }
  }

  void row(std::string_view name, const Distribution& scores) {
    context_.out << "  " << padded(name, wide_);
    if (!scores.called_for()) {
      context_.out << "  " << dim(context_, text(Key::kCliExploreNotCalledFor, language())) << '\n';
      return;
    }
    context_.out << right(hundredths(scores.mean()), kPlaces);
    for (const int points : {scores.lowest(), scores.quantile(25), scores.quantile(50),
                             scores.quantile(75), scores.highest()}) {
      context_.out << right(std::to_string(points), kPlaces);
    }
    context_.out << '\n';
  }

  void bars() {
    if (!played_.score.called_for()) return;
    const auto bars = played_.score.bars();
    const std::uint64_t most = *std::max_element(bars.begin(), bars.end());
    const int columns = std::max(kPlaces, context_.columns - 2 - kRange - kShare - 2);
    context_.out << '\n' << "  " << text(Key::kCliSimulateBars, language()) << '\n';
    for (std::size_t i = 0; i < bars.size(); ++i) {
      const std::size_t last = i + 1 == bars.size() ? 100 : 5 * i + 4;
      context_.out << "  " << right(std::to_string(5 * i) + "–" + std::to_string(last), kRange - 1)
                   << right(bars[i] == 0 ? "–" : percent(bars[i], played_.score.count()), kShare)
                   << (bars[i] == 0 ? "" : "  ") << bar(bars[i], most, columns) << '\n';
    }
  }

  void outcome() {
    context_.out << '\n' << "  " << padded(text(Key::kCliSimulateOutcome, language()), name_columns())
                 << right(text(Key::kCliExploreShare, language()), kShare) << '\n';
    share(std::string(text(Key::kCliSimulatePassed, language())), played_.passed);
    share(std::string(text(Key::kCliSimulateFailed, language())), played_.failed);
    for (std::size_t i = 0; i < played_.critical.size(); ++i) {
      share("  " + story_.scenario->critical[i].title.in(language()), played_.critical[i]);
    }
    if (played_.cut > 0) share(say(Key::kCliSimulateCut, analysis::kMostTurns), played_.cut);
    if (played_.cut == played_.plays) return;
    context_.out << "  "
                 << say(Key::kCliSimulateLength, tenths(played_.mean_length()), played_.shortest(),
                        played_.length_quantile(50), played_.longest())
                 << '\n';
  }

  void endings() {
    context_.out << '\n' << "  " << padded(text(Key::kCliExploreEnding, language()), name_columns())
                 << right(text(Key::kCliExploreShare, language()), kShare) << '\n';
    for (std::size_t i = 0; i < played_.endings.size(); ++i) {
      const scenario::Ending& ending = story_.scenario->endings[i];
      share(std::string(i18n::name("ending", scenario::id_of(ending.kind), language())) +
                (zh() ? "　" : "  ") + ending.title.in(language()),
            played_.endings[i]);
    }
  }

  // What no play came to is left out.
  void picks() {
    context_.out << '\n' << "  " << padded(text(Key::kCliSimulatePicks, language()), name_columns())
                 << right(text(Key::kCliExploreShare, language()), kShare)
                 << right(text(Key::kCliSimulateOffered, language()), kOffered) << '\n';
    const scenario::Scenario& scenario = *story_.scenario;
    for (std::size_t n = 0; n < scenario.nodes.size(); ++n) {
      const auto choices = story_.machine->program->nodes[n].choices;
      bool named = false;
      for (std::uint32_t i = 0; i < choices.count; ++i) {
        const analysis::Picks& picks = played_.picks[choices.first + i];
        if (picks.offered == 0) continue;
        if (!named) context_.out << "  " << scenario.nodes[n].id << '\n';
        named = true;
        const std::string name = "  " + scenario.nodes[n].choices[i].id;
        context_.out << "  " << padded(shortened(name, name_columns() - 1), name_columns())
                     << right(picks.taken == 0 ? "–" : percent(picks.taken, picks.offered), kShare)
                     << right(grouped(picks.offered), kOffered) << '\n';
      }
    }
  }

  void share(const std::string& name, std::uint64_t plays) {
    context_.out << "  " << padded(shortened(name, name_columns() - 1), name_columns())
                 << right(plays == 0 ? "–" : percent(plays, played_.plays), kShare) << '\n';
  }

  [[nodiscard]] base::Language language() const { return context_.language; }
  [[nodiscard]] bool zh() const { return language() == base::Language::kZh; }
  [[nodiscard]] int name_columns() const {
    return std::clamp(context_.columns - 2 - kShare - kOffered, kNarrowestName, kWidestName);
  }
  [[nodiscard]] std::string heading(Key key) const {
    return right(text(key, language()), kPlaces);
  }

  template <typename... Args>
  [[nodiscard]] std::string say(i18n::FormatKey<std::type_identity_t<Args>...> key,
                                Args&&... args) const {
    return i18n::format<Args...>(key, language(), std::forward<Args>(args)...);
  }

  const Context& context_;
  const app::Story& story_;
  const Simulation& played_;
  const analysis::SimulateOptions& options_;
  int wide_;  // columns of the names beside scores
};

}  // namespace

std::string bot_name(const Simulation& played, base::Language language) {
  if (played.policy == analysis::Policy::kSkilled) {
    return i18n::format(Key::kCliBotSkilled, language, played.skill);
  }
  return std::string(i18n::name("bot", analysis::id_of(played.policy), language));
}

void print(const Context& context, const app::Story& story, const std::vector<Simulation>& played,
           const analysis::SimulateOptions& options) {
  bool first = true;
  for (const Simulation& each : played) {
    if (!first) context.out << '\n';
    Detail(context, story, each, options).print();
    first = false;
  }
}

}  // namespace aplomb::cli
