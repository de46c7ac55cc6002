#include <algorithm>
#include <array>
#include <functional>

#include "analysis/check/families.h"
#include "analysis/polite_words.h"
#include "analysis/simulate.h"
#include "base/text.h"

namespace aplomb::analysis {
namespace {

using base::Language;
using scoring::TurnValue;

constexpr int kMostPercent = 40;  // of the decisions; more gives the best reply away
constexpr std::uint64_t kBotPlays = 200;
constexpr std::int64_t kPassMark = 60;  // points of 100

struct Option {
  const scenario::Choice* choice = nullptr;
  TurnValue value;
  bool best = false;

  [[nodiscard]] bool is_reply() const { return choice->kind == scenario::ChoiceKind::kReply; }
};
using Decision = std::vector<Option>;  // replies in authored order, then acts

// How often a cue points at a best reply, and how often a blind guess would.
struct Cue {
  int hits = 0;
  int decisions = 0;
  std::vector<std::pair<int, int>> chances;  // best replies, replies

  // Rounded.
  [[nodiscard]] int expected() const {
    std::int64_t hundredths = 0;
    for (const auto& [best, all] : chances) hundredths += 100 * best / all;
    return static_cast<int>((hundredths + 50) / 100);
  }

  // Whether guessing would do as well in fewer than one of 20 such scenarios: the sum of the upper
  // tail of independent trials (Poisson 1837), in units of 2^-31, each step rounded down.
  [[nodiscard]] bool beyond_chance() const {
    constexpr std::uint64_t kOne = std::uint64_t{1} << 31;
    std::vector<std::uint64_t> with_hits(chances.size() + 1);
    with_hits[0] = kOne;
    for (std::size_t done = 0; done < chances.size(); ++done) {
      const auto best = static_cast<std::uint64_t>(chances[done].first);
      const auto all = static_cast<std::uint64_t>(chances[done].second);
      for (std::size_t k = done + 1; k > 0; --k) {
        with_hits[k] = with_hits[k] * (all - best) / all + with_hits[k - 1] * best / all;
      }
      with_hits[0] = with_hits[0] * (all - best) / all;
    }
    std::uint64_t tail = 0;
    for (std::size_t k = static_cast<std::size_t>(hits); k < with_hits.size(); ++k) {
      tail += with_hits[k];
    }
    return tail * 20 <= kOne;
  }

  [[nodiscard]] bool gives_away() const {
    return 100 * hits > kMostPercent * decisions && beyond_chance();
  }
};

// The place of the reply that the cue points at; none where it points at none.
using Pointer = std::function<std::optional<std::size_t>(const Decision&)>;

class Cues {
 public:
  Cues(const Subject& subject, Findings& findings)
      : subject_(subject),
        findings_(findings),
        at_(findings.member(subject.document.root(), "nodes")) {
    collect();
  }

  void run() {
    for (const Language language : base::kLanguages) {
      report("S0821", language, [language](const Decision& decision) {
        return longest(decision, language);
      });
    }
    report("S0822", std::nullopt, [](const Decision& decision) {
      return std::optional<std::size_t>(decision.front().is_reply() ? 0 : decision.size());
    });
    for (const Language language : base::kLanguages) {
      report("S0823", language, [language](const Decision& decision) {
        return politest(decision, language);
      });
    }
    for (const Language language : base::kLanguages) try_bot(language);
    count_leading();
  }

 private:
  // One decision for each node that can be reached: as it stands when first arrived at.
  void collect() {
    for (const auto& state : subject_.explored.first_choice) {
      if (!state) continue;
      const scenario::Node& node = subject_.story.nodes[state->node];
      Decision decision;
      int best = 0;
      for (Index i = 0; i < static_cast<Index>(node.choices.size()); ++i) {
        if (!engine::offered(subject_.program, *state, i)) continue;
        decision.push_back({&node.choices[i], subject_.valuation.value(*state, i)});
        best = std::max(best, decision.back().value.total);
      }
      for (Option& option : decision) option.best = option.value.total == best;
      if (decision.size() > 1) decisions_.push_back(std::move(decision));
    }
  }

  static std::optional<std::size_t> longest(const Decision& decision, Language language) {
    std::optional<std::size_t> found;
    std::size_t most = 0;
    for (std::size_t i = 0; i < decision.size(); ++i) {
      const std::size_t length = base::count_code_points(decision[i].choice->text.in(language));
      if (!decision[i].is_reply() || length <= most) continue;
      most = length;
      found = i;
    }
    return found;
  }

  // Several that are equally polite give nothing away.
  static std::optional<std::size_t> politest(const Decision& decision, Language language) {
    std::optional<std::size_t> found;
    int most = 0;
    for (std::size_t i = 0; i < decision.size(); ++i) {
      if (!decision[i].is_reply()) continue;
      const int words = count_polite_words(decision[i].choice->text.in(language), language);
      if (words == most) found.reset();
      if (words <= most) continue;
      most = words;
      found = i;
    }
    return found;
  }

  // Decisions between replies that differ, of which one is best.
  [[nodiscard]] Cue count(const Pointer& pointed_at) const {
    Cue cue;
    for (const Decision& decision : decisions_) {
      const auto replies = static_cast<int>(std::count_if(
          decision.begin(), decision.end(), [](const Option& each) { return each.is_reply(); }));
      const auto best = static_cast<int>(
          std::count_if(decision.begin(), decision.end(),
                        [](const Option& each) { return each.is_reply() && each.best; }));
      if (replies < 2 || best == 0 || best == replies) continue;
      ++cue.decisions;
      cue.chances.emplace_back(best, replies);
      const auto place = pointed_at(decision);
      if (place && *place < decision.size() && decision[*place].best) ++cue.hits;
    }
    return cue;
  }

  void report(std::string_view code, std::optional<Language> language, const Pointer& pointed_at) {
    const Cue cue = count(pointed_at);
    if (!cue.gives_away()) return;
    findings_.add_at_key(code, Severity::kWarning, at_,
                         {{"language", language ? std::string(base::language_id(*language)) : ""},
                          {"count", std::to_string(cue.hits)},
                          {"decisions", std::to_string(cue.decisions)},
                          {"chance", std::to_string(cue.expected())},
                          {"limit", std::to_string(kMostPercent)}});
  }

  void try_bot(Language language) {
    const scoring::Reference& reference = subject_.explored.reference;
    if (!reference.ends || reference.total == 0) return;
    // With fewer decisions mere luck passes.
    if (count([](const Decision&) { return std::nullopt; }).decisions < kFewestForBot) return;
    const Bot bot(subject_.valuation, Policy::kGamerWords, language);
    const Simulation played = simulate(subject_.valuation, bot, {.runs = kBotPlays, .threads = 1});
    if (2 * played.passed <= played.plays || played.score.mean() < 100 * kPassMark) return;
    findings_.add_at_key("S0824", Severity::kWarning, at_,
                         {{"language", std::string(base::language_id(language))},
                          {"score", std::to_string(played.score.mean() / 100)},
                          {"limit", std::to_string(kPassMark)}});
  }

  void count_leading() {
    int leading = 0;
    for (const Decision& decision : decisions_) {
      const bool leads = std::any_of(decision.begin(), decision.end(), [&](const Option& one) {
        return std::all_of(decision.begin(), decision.end(), [&](const Option& other) {
          return std::equal(one.value.dimensions.begin(), one.value.dimensions.end(),
                            other.value.dimensions.begin(), std::greater_equal<>());
        });
      });
      if (leads) ++leading;
    }
    if (decisions_.empty()) return;
    const auto count = static_cast<int>(decisions_.size());
    findings_.add_at_key("S0825", Severity::kInformation, at_,
                         {{"count", std::to_string(leading)},
                          {"decisions", std::to_string(count)},
                          {"percent", std::to_string((200 * leading + count) / (2 * count))}});
  }

  static constexpr int kFewestForBot = 3;

  const Subject& subject_;
  Findings& findings_;
  Findings::Place at_;
  std::vector<Decision> decisions_;
};

}  // namespace

void check_cues(const Subject& subject, Findings& findings) { Cues(subject, findings).run(); }

}  // namespace aplomb::analysis
