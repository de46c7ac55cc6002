#include "scenario/load.h"

#include <algorithm>

#include "scenario/compiler.h"
#include "scenario/scenario_reader.h"

namespace aplomb::scenario {

std::shared_ptr<Scenario> read_scenario(const Document& document,
                                        std::vector<Diagnostic>& problems) {
  return std::make_shared<Scenario>(ScenarioReader(document, problems).read());
}

std::shared_ptr<const Program> compile(std::shared_ptr<const Scenario> scenario,
                                       const Document& document,
                                       std::vector<Diagnostic>& problems) {
  return Compiler(std::move(scenario), document, problems).compile();
}

Loaded load(std::string file, std::string text) {
  Loaded loaded;
  const Document document(std::move(file), std::move(text), loaded.diagnostics);
  auto scenario = read_scenario(document, loaded.diagnostics);
  // Of a text that broke off, references to what was never read would only mislead.
  const bool readable = document.complete() && scenario->version > 0;
  if (readable) {
    loaded.program = compile(scenario, document, loaded.diagnostics);
    if (loaded.program) loaded.scenario = std::move(scenario);
  }
  std::stable_sort(loaded.diagnostics.begin(), loaded.diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) {
                     return std::pair(a.line, a.column) < std::pair(b.line, b.column);
                   });
  loaded.diagnostics.erase(std::unique(loaded.diagnostics.begin(), loaded.diagnostics.end()),
                           loaded.diagnostics.end());
  if (has_error(loaded.diagnostics)) {
    loaded.program = nullptr;
    loaded.scenario = nullptr;
  }
  return loaded;
}

}  // namespace aplomb::scenario
