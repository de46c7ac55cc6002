#include <algorithm>

#include "analysis/check/families.h"
#include "analysis/play_names.h"

namespace aplomb::analysis {
namespace {

constexpr scoring::Score kMostOfABadEnding{85, 1};

class Theorems {
 public:
  Theorems(const Subject& subject, Findings& findings)
      : subject_(subject), explored_(subject.explored), findings_(findings) {}

  void run() {
    if (explored_.reference.ends && explored_.reference.total == 0) {
      // Every input is as good as any other then, bad endings included.
      findings_.add_at_key("S0712", Severity::kError, nodes());
      return;
    }
    reference_ends_well();
    for (const EndingFound& found : explored_.endings) {
      if (!found.interim && found.best.score && is_bad(found.ending) &&
          kMostOfABadEnding < *found.best.score) {
        scores_too_much(found);
      }
    }
  }

 private:
  [[nodiscard]] Findings::Place nodes() const {
    return findings_.member(subject_.document.root(), "nodes");
  }

  [[nodiscard]] bool is_bad(Index ending) const {
    const auto kind = static_cast<int>(subject_.program.endings[ending].kind);
    return ((subject_.valuation.rubric().bad_endings >> kind) & 1U) != 0;
  }

  // Without the whole exploration the reference play itself can still be looked at.
  void reference_ends_well() {
    const scoring::Reference& reference = explored_.reference;
    Play play = reference_as_play();
    if (!reference.ends) {
      const Index last = stopped_at_;
      const bool known = std::any_of(explored_.dead_ends.begin(), explored_.dead_ends.end(),
                                     [&](const DeadEnd& dead) { return dead.node == last; });
      if (known) return;
      findings_.add_at_key("S0711", Severity::kError, subject_.story.nodes[last].origin.value,
                           {{"node", subject_.story.nodes[last].id},
                            {"play", told(subject_.story, play)}});
      return;
    }
    if (explored_.best_inputs_end_badly) {
      play = *explored_.best_inputs_end_badly;
    } else if (!is_bad(reference.ending)) {
      return;
    }
    ends_badly(play);
  }

  [[nodiscard]] Play reference_as_play() {
    Play play;
    engine::Silent silent;
    engine::State state = engine::begin(subject_.valuation.machine(), silent);
    // Once or twice round a loop says it all (Brent 1980).
    engine::State before = state;
    std::size_t next_before = 1;
    for (const Index choice : explored_.reference.choices) {
      if (!play.steps.empty() && state == before) break;
      if (play.steps.size() == next_before) {
        before = state;
        next_before *= 2;
      }
      const engine::Input input{engine::InputKind::kChoose, choice};
      play.steps.push_back({state.node, input});
      engine::step(subject_.valuation.machine(), state, input, silent);
    }
    stopped_at_ = state.node;
    return play;
  }

  // At the last reply of the play: there the story turns.
  void ends_badly(const Play& play) {
    engine::Silent silent;
    engine::State state = engine::begin(subject_.valuation.machine(), silent);
    for (const PlayStep& step : play.unrolled()) {
      engine::step(subject_.valuation.machine(), state, step.input, silent);
    }
    const bool ended = engine::ended(subject_.program, state);
    if (!ended) {
      const Index node = state.node;
      const bool known = std::any_of(explored_.dead_ends.begin(), explored_.dead_ends.end(),
                                     [&](const DeadEnd& dead) { return dead.node == node; });
      if (known) return;
    }
    const std::string ending =
        ended ? subject_.story.endings[subject_.program.ending_of(state.node)].id : "";
    const Findings::Place at = play.steps.empty() ? nodes() : place_of(play.steps.back());
    findings_.add_at_key("S0710", Severity::kError, at,
                         {{"ending", ending}, {"play", told(subject_.story, play)}});
  }

  [[nodiscard]] Findings::Place place_of(const PlayStep& step) const {
    const scenario::Node& node = subject_.story.nodes[step.node];
    if (step.input.kind == engine::InputKind::kConsult) return node.origin.value;
    return node.choices[step.input.index].origin.value;
  }

  void scores_too_much(const EndingFound& found) {
    const scenario::Ending& ending = subject_.story.endings[found.ending];
    findings_.add_at_key("S0713", Severity::kError, ending.origin.value,
                         {{"ending", ending.id},
                          {"score", std::to_string(found.best.score->rounded())},
                          {"play", told(subject_.story, found.best.play)}});
  }

  const Subject& subject_;
  const Exploration& explored_;
  Findings& findings_;
  Index stopped_at_ = 0;
};

}  // namespace

void check_theorems(const Subject& subject, Findings& findings) {
  Theorems(subject, findings).run();
}

}  // namespace aplomb::analysis
