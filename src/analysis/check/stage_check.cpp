#include <algorithm>
#include <array>

#include "analysis/check/families.h"

namespace aplomb::analysis {
namespace {

using scenario::Stage;

class Stages {
 public:
  Stages(const Subject& subject, Findings& findings) : subject_(subject), findings_(findings) {}

  void run() {
    follow_reference();
    for (const auto& [from, to] : subject_.explored.passages) look_at_passage(from, to);
  }

 private:
  [[nodiscard]] const scenario::Node& node(Index index) const {
    return subject_.story.nodes[index];
  }
  [[nodiscard]] Findings::Place stage_place(Index index) const {
    return findings_.member(node(index).origin.value, "stage");
  }

  void follow_reference() {
    const engine::Machine& machine = subject_.valuation.machine();
    std::array<bool, scenario::kStageCount> had{};
    engine::Silent silent;
    engine::State state = engine::begin(machine, silent);
    for (const Index choice : subject_.explored.reference.choices) {
      const Stage stage = node(state.node).stage;
      // What must have gone before; each is missed once.
      if (stage == Stage::kAgree || stage == Stage::kAct) {
        need(had, Stage::kClarify, state.node);
        if (stage == Stage::kAct) need(had, Stage::kAgree, state.node);
      }
      had[static_cast<std::size_t>(stage)] = true;
      look_for_early_remedy(state, choice);
      engine::step(machine, state, {engine::InputKind::kChoose, choice}, silent);
    }
  }

  void need(std::array<bool, scenario::kStageCount>& had, Stage stage, Index at) {
    bool& met = had[static_cast<std::size_t>(stage)];
    if (met) return;
    met = true;
    findings_.add("S0841", Severity::kWarning, stage_place(at),
                  {{"node", node(at).id},
                   {"stage", std::string(scenario::id_of(node(at).stage))},
                   {"missing", std::string(scenario::id_of(stage))}});
  }

  // The affect model punishes a remedy offered before the customer has been heard; the best play
  // may not do it either.
  void look_for_early_remedy(const engine::State& state, Index index) {
    const scenario::Choice& choice = node(state.node).choices[index];
    const int heard = state.slots[scenario::kHeardSlot];
    if (heard >= subject_.program.vent_need) return;
    for (const scenario::Shown& shown : choice.shows) {
      if (shown.behaviour != scenario::Behaviour::kFitRemedy) continue;
      findings_.add_at_key("S0842", Severity::kWarning, shown.origin.value,
                           {{"reply", node(state.node).id + "." + choice.id},
                            {"heard", std::to_string(heard)},
                            {"need", std::to_string(subject_.program.vent_need)}});
    }
  }

  // Anger may flare up at any time, new facts may come to light and what was agreed may have to be
  // agreed anew; but nobody takes a complaint a second time.
  void look_at_passage(Index from, Index to) {
    if (node(to).stage != Stage::kReceive || node(from).stage <= Stage::kSettle) return;
    if (std::find(begun_again_.begin(), begun_again_.end(), to) != begun_again_.end()) return;
    begun_again_.push_back(to);
    findings_.add("S0843", Severity::kWarning, stage_place(to),
                  {{"node", node(to).id},
                   {"from", node(from).id},
                   {"stage", std::string(scenario::id_of(node(from).stage))}});
  }

  const Subject& subject_;
  Findings& findings_;
  std::vector<Index> begun_again_;
};

}  // namespace

void check_stages(const Subject& subject, Findings& findings) { Stages(subject, findings).run(); }

}  // namespace aplomb::analysis
