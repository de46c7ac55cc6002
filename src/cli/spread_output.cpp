#include <algorithm>

#include "base/text.h"
#include "cli/progress.h"
#include "cli/simulate_output.h"
#include "cli/simulate_text.h"
#include "cli/terminal.h"
#include "i18n/format.h"

namespace aplomb::cli {
namespace {

using analysis::Policy;
using analysis::Simulation;
using i18n::Key;

constexpr int kName = 13;
constexpr int kPlaces = 7;

// The comparison of all bots: 80 columns at most.
class Comparison {
 public:
  Comparison(const Context& context, const app::Story& story, const analysis::Spread& spread,
             const analysis::SimulateOptions& options)
      : context_(context), story_(story), spread_(spread), options_(options) {}

  void print() {
    context_.out << bold(context_, story_.scenario->title.in(language())) << "  "
                 << dim(context_, story_.scenario->id) << '\n'
                 << "  " << say(Key::kCliSimulateEach, grouped(options_.runs), options_.seed)
                 << '\n';
    if (spread_.finished) {
      verdict();
    } else {
      stopped();
    }
    scores();
    dimensions();
  }

 private:
  void verdict() {
    const auto lead = spread_.lead(Policy::kExpert);
    if (!lead) {
      line(false, text(Key::kCliSpreadNoScores, language()));
    } else if (spread_.expert_leads()) {
      line(true, say(Key::kCliSpreadLeads, hundredths(*lead), points(analysis::kLeastLead)));
    } else {
      line(false,
           say(Key::kCliSpreadLeadsTooLittle, hundredths(*lead), points(analysis::kLeastLead)));
    }
    gains();
  }

  void gains() {
    std::optional<Policy> best;
    bool little = true;
    for (const Policy gamer : analysis::kGamers) {
      const auto gain = spread_.lead(gamer);
      if (!gain) continue;
      if (!best || *gain > *spread_.lead(*best)) best = gamer;
      if (spread_.gains_little(gamer)) continue;
      little = false;
      line(false, say(Key::kCliSpreadGain, name(gamer), hundredths(*gain),
                      points(analysis::kMostGain)));
    }
    if (!little || !best) return;
    line(true, say(Key::kCliSpreadNoGain, name(*best), signed_hundredths(*spread_.lead(*best)),
                   points(analysis::kMostGain)));
  }

  void stopped() {
    std::uint64_t plays = 0;
    for (const Simulation& each : spread_.bots) plays += each.plays;
    line(false, say(Key::kCliSimulateStopped, grouped(plays),
                    grouped(options_.runs * spread_.bots.size())));
    context_.out << wrapped(context_, text(Key::kCliSpreadStopped, language()), 4);
  }

  void scores() {
    context_.out << '\n' << "  " << padded(text(Key::kCliSimulateBot, language()), kName);
    for (const Key key : {Key::kCliSimulateMean, Key::kCliExploreWorst, Key::kCliSimulateMedian}) {
      context_.out << right(text(key, language()), kPlaces);
    }
    context_.out << right(text(Key::kCliExploreBest, language()), kPlaces + 1)
                 << right(text(Key::kCliSimulateCriticalShare, language()), kPlaces + 2)
                 << right(text(Key::kCliSimulateTurns, language()), kPlaces - 1) << " 0"
                 << std::string(analysis::Distribution::kBars - 4, ' ') << "100" << '\n';
    for (const Simulation& each : spread_.bots) row(each);
    for (const Simulation& each : spread_.bots) {
      if (each.cut == 0) continue;
      context_.out << wrapped(context_, say(Key::kCliSimulateCutOff, bot_name(each, language()),
                                            grouped(each.cut), analysis::kMostTurns),
                              4, "  ! ");
    }
  }

  void row(const Simulation& played) {
    context_.out << "  " << padded(bot_name(played, language()), kName);
    if (played.score.count() == 0) {
      Key why = Key::kCliSimulateNeverEnds;
      if (!played.score.called_for()) why = Key::kCliExploreNotCalledFor;
      if (played.plays == 0) why = Key::kCliSimulateNotPlayed;
      context_.out << "  " << dim(context_, text(why, language())) << '\n';
      return;
    }
    context_.out << right(hundredths(played.score.mean()), kPlaces)
                 << right(std::to_string(played.score.lowest()), kPlaces)
                 << right(std::to_string(played.score.quantile(50)), kPlaces)
                 << right(std::to_string(played.score.highest()), kPlaces + 1)
                 << right(percent(played.failed, played.plays), kPlaces + 2)
                 << right(tenths(played.mean_length()), kPlaces - 1) << ' '
                 << skyline(played.score.bars()) << '\n';
  }

  void dimensions() {
    context_.out << '\n' << "  " << padded(text(Key::kCliSimulateMeans, language()), kName);
    for (int i = 0; i < scenario::kDimensionCount; ++i) {
      context_.out << right(dimension(i), columns(i));
    }
    context_.out << '\n';
    for (const Simulation& each : spread_.bots) {
      if (each.passed + each.failed == 0) continue;
      context_.out << "  " << padded(bot_name(each, language()), kName);
      for (int i = 0; i < scenario::kDimensionCount; ++i) {
        const auto& scores = each.dimensions[static_cast<std::size_t>(i)];
        context_.out << right(scores.called_for() ? hundredths(scores.mean()) : "–", columns(i));
      }
      context_.out << '\n';
    }
  }

  void line(bool good, std::string_view what) {
    context_.out << wrapped(context_, what, 4, good ? "  ✓ " : "  ✗ ");
  }

  [[nodiscard]] base::Language language() const { return context_.language; }
  [[nodiscard]] std::string name(Policy policy) const {
    return bot_name(spread_.of(policy), language());
  }
  [[nodiscard]] std::string_view dimension(int index) const {
    const auto dimension = static_cast<scenario::Dimension>(index);
    return i18n::name("dimension", scenario::id_of(dimension), language());
  }
  [[nodiscard]] int columns(int index) const {
    return std::max(kPlaces, base::display_width(dimension(index))) + 1;
  }
  [[nodiscard]] static std::int64_t points(std::int64_t hundredths) { return hundredths / 100; }

  template <typename... Args>
  [[nodiscard]] std::string say(i18n::FormatKey<std::type_identity_t<Args>...> key,
                                Args&&... args) const {
    return i18n::format<Args...>(key, language(), std::forward<Args>(args)...);
  }

  const Context& context_;
  const app::Story& story_;
  const analysis::Spread& spread_;
  const analysis::SimulateOptions& options_;
};

}  // namespace

void print(const Context& context, const app::Story& story, const analysis::Spread& spread,
           const analysis::SimulateOptions& options) {
  Comparison(context, story, spread, options).print();
}

}  // namespace aplomb::cli
