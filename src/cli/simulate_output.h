// What `aplomb simulate` prints: the comparison of all bots, or one bot in detail. No time and no
// thread count, so that the same seed prints the same bytes.
#pragma once

#include <string>
#include <vector>

#include "analysis/spread.h"
#include "app/content.h"
#include "cli/json_output.h"

namespace aplomb::cli {

// A bot as people call it: "Novice", "Skill 40".
[[nodiscard]] std::string bot_name(const analysis::Simulation& played, base::Language language);

// The spread: whether it holds, and a line for each bot.
void print(const Context& context, const app::Story& story, const analysis::Spread& spread,
           const analysis::SimulateOptions& options);

// Each bot in detail.
void print(const Context& context, const app::Story& story,
           const std::vector<analysis::Simulation>& played,
           const analysis::SimulateOptions& options);

[[nodiscard]] Json to_json(const app::Story& story, const analysis::Spread& spread,
                           base::Language language, const analysis::SimulateOptions& options);
[[nodiscard]] Json to_json(const app::Story& story,
                           const std::vector<analysis::Simulation>& played,
                           base::Language language, const analysis::SimulateOptions& options);

}  // namespace aplomb::cli
