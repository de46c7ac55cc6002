#include "app/support.h"

namespace aplomb::app {

const std::string& shared_folder() {
  static const std::string folder = APLOMB_SOURCE_DIR;
  return folder;
}

const Standard& standard() {
  static const Standard loaded = [] {
    const base::DiskFileSystem files;
    auto result = load_standard(files, shared_folder());
    EXPECT_TRUE(result) << result.error().message.en;
    return *result;
  }();
  return loaded;
}

std::shared_ptr<const Story> shipped(const std::string& id) {
  const base::DiskFileSystem files;
  LoadedStory loaded = load_story(files, shared_folder() + "/scenarios/" + id + ".json", standard());
  for (const auto& each : loaded.diagnostics) {
    ADD_FAILURE() << scenario::render(each, base::Language::kEn);
  }
  return loaded.story;
}

}  // namespace aplomb::app
