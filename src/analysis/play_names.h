// Inputs by the names that their author gave them: opening.name_it, opening.queue_log.
#pragma once

#include <string>
#include <vector>

#include "analysis/explore.h"

namespace aplomb::analysis {

// "node.reply", "node.listen" and the like for an act, "node.document".
[[nodiscard]] std::string step_name(const scenario::Scenario& scenario, const PlayStep& step);

[[nodiscard]] std::vector<std::string> step_names(const scenario::Scenario& scenario,
                                                  const Play& play);

// The names one after the other, with " → " between; of a long play the first ones, then "…".
[[nodiscard]] std::string told(const scenario::Scenario& scenario, const Play& play);

}  // namespace aplomb::analysis
