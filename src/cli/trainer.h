#pragma once

#include "app/playing.h"
#include "cli/context.h"

namespace aplomb::cli {

// The trainer at a terminal: shows where the conversation stands, reads a line, takes it, until the
// end or until the trainee stops. With `hide_cards` replies are not listed where one can be typed;
// in practice a key shows them. Returns the exit code.
[[nodiscard]] int train(const Context& context, app::Playing& playing, bool hide_cards);

}  // namespace aplomb::cli
