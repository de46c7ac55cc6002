#pragma once

#include <string_view>

#include "base/result.h"

namespace aplomb::records {

// records.bad_text for what SQLite would cut off (NUL) or hand back changed (malformed UTF-8).
[[nodiscard]] base::Result<void> check_text(std::string_view text);

}  // namespace aplomb::records
