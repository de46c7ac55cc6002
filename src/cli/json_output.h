// What the commands print with --format json.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "app/playing.h"
#include "cli/context.h"
#include "scenario/diagnostic.h"

namespace aplomb::cli {

using Json = nlohmann::ordered_json;

[[nodiscard]] Json to_json(const std::vector<scenario::Diagnostic>& diagnostics,
                           base::Language language);
// Transcript and score sheet.
[[nodiscard]] Json to_json(const app::Playing& playing);
[[nodiscard]] Json to_json(const std::optional<scoring::Score>& score);

void print(const Context& context, const Json& json);

}  // namespace aplomb::cli
