// Text in the columns of a terminal.
#pragma once

#include <string>
#include <string_view>

#include "cli/context.h"

namespace aplomb::cli {

// Breaks `text` into lines of the terminal's width, each after `indent` columns; the first begins
// with `lead`, which counts as part of the indent.
[[nodiscard]] std::string wrapped(const Context& context, std::string_view text, int indent = 0,
                                  std::string_view lead = {});

// As much of `text` as fits into `columns`, ending in "…" where something is missing.
[[nodiscard]] std::string shortened(std::string_view text, int columns);

// `text` padded with spaces to `columns`.
[[nodiscard]] std::string padded(std::string_view text, int columns);

// The same with the spaces before it.
[[nodiscard]] std::string right(std::string_view text, int columns);

[[nodiscard]] std::string bold(const Context& context, std::string_view text);
[[nodiscard]] std::string dim(const Context& context, std::string_view text);

}  // namespace aplomb::cli
