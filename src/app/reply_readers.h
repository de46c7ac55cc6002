// The reader of typed replies as shipped, bound to scenarios.
#pragma once

#include <string>

#include "app/typing.h"
#include "base/file_system.h"

namespace aplomb::app {

// Reads assets/language below `shared` when called, which takes a moment. `files` must outlive it.
[[nodiscard]] LoadReplyReaders shipped_readers(const base::FileSystem& files, std::string shared);

}  // namespace aplomb::app
