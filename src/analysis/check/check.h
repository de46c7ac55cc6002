// Everything that can be said against a scenario that loads: what its exploration proves, and what
// makes it a worse rehearsal than it could be. Codes S07xx and S08xx; the pages in
// scenario/diagnostics/ say of each what it means.
//
// Errors break what every scenario promises: all of it can happen, every play can end, and scores
// are fair. Warnings are about quality. Information wants nothing.
#pragma once

#include <vector>

#include "analysis/explore.h"
#include "scenario/diagnostic.h"
#include "scenario/document.h"

namespace aplomb::analysis {

// In the order of their places. `document` is the one that the valuation's scenario was read from.
// An exploration that is not finished proves less: S0714 says so, and nothing is reported that only
// a whole one could show.
[[nodiscard]] std::vector<scenario::Diagnostic> check(const scoring::Valuation& valuation,
                                                      const scenario::Document& document,
                                                      const Exploration& explored);

struct Checked {
  std::vector<scenario::Diagnostic> diagnostics;
  bool finished = false;  // the exploration
  std::uint64_t states = 0;
};

// Explores first.
[[nodiscard]] Checked check(const scoring::Valuation& valuation,
                            const scenario::Document& document, const ExploreOptions& options,
                            const Watching& watching = {});

}  // namespace aplomb::analysis
