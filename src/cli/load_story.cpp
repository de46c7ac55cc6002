#include "cli/load_story.h"

#include <algorithm>

#include "scenario/load.h"

namespace aplomb::cli {

std::shared_ptr<const app::Story> load_or_say(const Context& context, const std::string& file,
                                              const app::Standard& standard, int& code) {
  auto bytes = context.files.read(file, scenario::kMaxFileSize);
  if (!bytes) {
    print_error(context, bytes.error());
    code = std::max(code, kInputOutput);
    return nullptr;
  }
  app::LoadedStory loaded = app::story_from(file, *std::move(bytes), standard);
  if (loaded.story) return std::move(loaded.story);
  for (const scenario::Diagnostic& each : loaded.diagnostics) {
    context.err << scenario::render(each, context.language) << '\n';
  }
  code = std::max(code, kProblems);
  return nullptr;
}

}  // namespace aplomb::cli
