#include "analysis/check/check.h"

#include <array>

#include "analysis/check/families.h"

namespace aplomb::analysis {

std::vector<scenario::Diagnostic> check(const scoring::Valuation& valuation,
                                        const scenario::Document& document,
                                        const Exploration& explored) {
  static constexpr std::array kFamilies{check_reach, check_ways_out,    check_theorems, check_use,
                                        check_cues,  check_stages,      check_translation,
                                        check_reading};
  const scenario::Program& program = *valuation.machine().program;
  const Subject subject{valuation, program, *program.scenario, document, explored};
  Findings findings(document);
  if (!explored.finished) {
    findings.add("S0714", Severity::kWarning, document.root(),
                 {{"states", std::to_string(explored.states)},
                  {"frontier", explored.frontier > 0 ? std::to_string(explored.frontier) : ""}});
  }
  for (const auto family : kFamilies) family(subject, findings);
  return findings.take();
}

Checked check(const scoring::Valuation& valuation, const scenario::Document& document,
              const ExploreOptions& options, const Watching& watching) {
  const Exploration explored = explore(valuation, options, watching);
  return {check(valuation, document, explored), explored.finished, explored.states};
}

}  // namespace aplomb::analysis
