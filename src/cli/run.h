// The command line: which command, with what; help and usage errors in the person's language.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/context.h"

namespace aplomb::cli {

// What the window is opened with when no command is given.
struct WindowRequest {
  std::string data;
  std::optional<base::Language> language;
  std::string scenario;      // opens its briefing
  std::int64_t attempt = 0;  // goes on with it, or opens its score sheet
  bool dark = false;
  int text_percent = 0;
  int width = 0, height = 0;
  std::string screenshot;  // saves the first settled frame here and closes; empty: stays open
  bool measure = false;    // prints the frame figures at the end
};

struct Outcome {
  int code = kOk;
  std::optional<WindowRequest> window;
};

// `arguments` without the program's own name.
[[nodiscard]] Outcome run(Context context, const std::vector<std::string>& arguments);

// zh for a Chinese locale (LC_ALL, LC_MESSAGES, LANG), else en.
[[nodiscard]] base::Language language_of_locale(
    const std::function<std::optional<std::string>(const char*)>& environment);

}  // namespace aplomb::cli
