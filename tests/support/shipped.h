// What is shipped, and scenarios valued by it.
#pragma once

#include <memory>
#include <string>

#include "scenario/load.h"
#include "scoring/valuation.h"
#include "support/files.h"

namespace aplomb::test {

inline std::shared_ptr<const engine::AffectModel> standard_affect() {
  const auto file = source_dir() / "assets/affect/standard.json";
  return engine::load_affect(file.string(), read_file(file)).model;
}

inline std::shared_ptr<const scoring::Rubric> standard_rubric() {
  const auto file = source_dir() / "assets/rubrics/standard.json";
  return scoring::load_rubric(file.string(), read_file(file)).rubric;
}

// The valuation of a scenario under what is shipped; null when the scenario does not load.
inline std::unique_ptr<const scoring::Valuation> valued(const std::string& file,
                                                        const std::string& text) {
  static const auto kAffect = standard_affect();
  static const auto kRubric = standard_rubric();
  const scenario::Loaded loaded = scenario::load(file, text);
  if (!loaded.program) return nullptr;
  return std::make_unique<scoring::Valuation>(engine::make_machine(loaded.program, *kAffect),
                                              kRubric);
}

}  // namespace aplomb::test
