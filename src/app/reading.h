// The shipped lexicons, as the reader of typed replies.
#pragma once

#include <memory>
#include <string>

#include "base/file_system.h"
#include "base/result.h"
#include "language/reader.h"

namespace aplomb::app {

// Reads every .json file of assets/language/zh and assets/language/en below `shared`.
[[nodiscard]] base::Result<std::shared_ptr<const language::Reader>> load_reader(
    const base::FileSystem& files, const std::string& shared);

}  // namespace aplomb::app
