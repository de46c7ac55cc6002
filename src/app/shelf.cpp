#include "app/shelf.h"

namespace aplomb::app {

base::Result<Shelf> Shelf::open(const base::FileSystem& files, const std::string& shared) {
  auto found = scenario_files(files, shared);
  if (!found) return base::failure(std::move(found).error());
  Shelf shelf;
  shelf.files_ = *std::move(found);
  return shelf;
}

bool Shelf::load_next(const base::FileSystem& files, const Standard& standard) {
  if (complete()) return false;
  loaded_.push_back(load_story(files, files_[loaded_.size()], standard));
  return true;
}

std::shared_ptr<const Story> Shelf::find(const std::string& id) const {
  for (const LoadedStory& each : loaded_) {
    if (each.story && each.story->scenario->id == id) return each.story;
  }
  return nullptr;
}

}  // namespace aplomb::app
