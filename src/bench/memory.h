// How much memory the program takes while it plays the reference story, without a window. Measured
// by a process that does nothing else: one that has measured speed has used more before.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "base/file_system.h"
#include "scoring/valuation.h"

namespace aplomb::bench {

struct MemoryUse {
  std::int64_t resident = 0;  // bytes, with the story loaded and being played
  std::int64_t most = 0;      // bytes, the most so far: while loading
};

// Of this process. nullopt where the system does not tell (/proc/self/status).
[[nodiscard]] std::optional<MemoryUse> memory_use(const base::FileSystem& files);

// Loads the reference story, plays it for a while with scoring and looks.
[[nodiscard]] std::optional<MemoryUse> memory_use_playing(
    const base::FileSystem& files, const engine::AffectModel& affect,
    std::shared_ptr<const scoring::Rubric> rubric);

}  // namespace aplomb::bench
