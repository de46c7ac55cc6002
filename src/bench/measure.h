// Takes the measurements, with Google Benchmark.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "bench/figures.h"
#include "language/reader.h"
#include "scoring/valuation.h"

namespace aplomb::bench {

struct ShippedScenario {
  std::string id;
  std::shared_ptr<const scoring::Valuation> valuation;
};

// What is measured, besides the reference story.
struct Material {
  std::shared_ptr<const engine::AffectModel> affect;
  std::shared_ptr<const scoring::Rubric> rubric;
  std::vector<ShippedScenario> shipped;
  std::shared_ptr<const language::Reader> reader;
};

struct Options {
  double min_seconds = 0.2;  // that each measurement is repeated for, at the least
  int rounds = 9;            // measurements of each figure; the best counts
};

// Measures the figures in `asked`, by id, and the yardsticks that these are measured against. Of
// times, CPU time counts, so that what else the machine does matters little; of `explore` and
// `simulate`, the time on the clock. `memory` is not measured here; see memory.h.
[[nodiscard]] std::vector<Measured> measure(const std::vector<std::string>& asked,
                                            const Material& material, const Options& options);

}  // namespace aplomb::bench
