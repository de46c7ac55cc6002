// The scenarios that are shipped, loaded one at a time so that the window need not wait for them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/content.h"

namespace aplomb::app {

class Shelf {
 public:
  // Lists the files; loads none.
  [[nodiscard]] static base::Result<Shelf> open(const base::FileSystem& files,
                                                const std::string& shared);

  // Loads the next file; false when there is none left.
  bool load_next(const base::FileSystem& files, const Standard& standard);
  [[nodiscard]] bool complete() const { return loaded_.size() == files_.size(); }

  // Loaded so far, in the order of their files. A broken one has no story.
  [[nodiscard]] const std::vector<LoadedStory>& loaded() const { return loaded_; }
  // The story with that scenario id; null when there is none (yet).
  [[nodiscard]] std::shared_ptr<const Story> find(const std::string& id) const;

 private:
  std::vector<std::string> files_;
  std::vector<LoadedStory> loaded_;
};

}  // namespace aplomb::app
