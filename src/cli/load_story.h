#pragma once

#include <memory>
#include <string>

#include "app/content.h"
#include "cli/context.h"

namespace aplomb::cli {

// The story of a file; null where it cannot be read or does not load. That has then been said, and
// `code` raised to the exit code for it.
[[nodiscard]] std::shared_ptr<const app::Story> load_or_say(const Context& context,
                                                            const std::string& file,
                                                            const app::Standard& standard,
                                                            int& code);

}  // namespace aplomb::cli
