#pragma once

#include <functional>

namespace aplomb::platform {

// Arranges for `lost` to be called when the connection to the X server breaks, instead of the
// display library's own message and exit. `lost` must live as long as the display and must end the
// process. Call after glfwInit and while a window is open. Does nothing where the library is too
// old for it.
void watch_display(const std::function<void()>& lost);

}  // namespace aplomb::platform
