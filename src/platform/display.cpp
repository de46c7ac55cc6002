#include "platform/display.h"

#include <dlfcn.h>

namespace aplomb::platform {

namespace {

// GLFW already links Xlib; looking its functions up at run time spares Xlib's headers, whose macros
// collide with everything.
using GetDisplay = void* (*)();
using ErrorHandler = int (*)(void* display);
using SetErrorHandler = ErrorHandler (*)(ErrorHandler);
using ExitHandler = void (*)(void* display, void* user);
using SetExitHandler = void (*)(void* display, ExitHandler, void* user);

template <typename Function>
Function find_function(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_DEFAULT, name));
}

int stay_silent(void* /*display*/) { return 0; }

void call_lost(void* /*display*/, void* user) {
  const auto& lost = *static_cast<const std::function<void()>*>(user);
  lost();
}

}  // namespace

void watch_display(const std::function<void()>& lost) {
  const auto get_display = find_function<GetDisplay>("glfwGetX11Display");
  const auto set_error_handler = find_function<SetErrorHandler>("XSetIOErrorHandler");
  const auto set_exit_handler = find_function<SetExitHandler>("XSetIOErrorExitHandler");
  if (get_display == nullptr || set_error_handler == nullptr || set_exit_handler == nullptr) return;
  set_error_handler(stay_silent);
  set_exit_handler(get_display(), call_lost, const_cast<std::function<void()>*>(&lost));
}

}  // namespace aplomb::platform
