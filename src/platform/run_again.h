#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace aplomb::platform {

// Runs `program` in a process of its own, waits for its end and returns what it printed. Fails with
// "process.failed" when it cannot be started, or ends with another exit code than 0.
base::Result<std::string> run_again(const std::filesystem::path& program,
                                    std::vector<std::string> arguments);

}  // namespace aplomb::platform
