// What `aplomb explore` prints of a proof.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/explore.h"
#include "app/content.h"
#include "cli/json_output.h"

namespace aplomb::cli {

struct ExploreFigures {
  std::int64_t spent_ms = 0;
};

// What of the story no play meets: nodes, replies and acts ("node.reply"), lines ("node, line 2"),
// endings.
[[nodiscard]] std::vector<std::string> unmet(const app::Story& story,
                                             const analysis::Exploration& explored);

// With `paths`, the inputs that lead to each ending and to each best and worst score.
void print(const Context& context, const app::Story& story, const analysis::Exploration& explored,
           const ExploreFigures& figures, bool paths);

[[nodiscard]] Json to_json(const app::Story& story, const analysis::Exploration& explored,
                           const ExploreFigures& figures);

}  // namespace aplomb::cli
