#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "base/result.h"

namespace aplomb::platform {

// Reads one environment variable; nullopt when it is not set.
using Environment = std::function<std::optional<std::string>(const char* name)>;

// The environment of this process.
Environment process_environment();

// Where things are kept, after the XDG Base Directory Specification 0.8. All paths are absolute;
// none of them is created here.
struct Paths {
  std::filesystem::path data;    // attempts and people: $XDG_DATA_HOME/aplomb
  std::filesystem::path config;  // settings: $XDG_CONFIG_HOME/aplomb
};

// Fails with "paths.no_home" when neither the XDG variables nor HOME say where a person's files
// belong. Relative values in XDG variables are ignored, as the specification asks.
base::Result<Paths> find_paths(const Environment& environment);

// The folder that holds `assets/` and `scenarios/`: beside the binary's folder (a build tree), under
// share/aplomb of the prefix it is installed in, or the source tree it was built from. Fails with
// "paths.no_assets" when none of them has both.
base::Result<std::filesystem::path> find_shared_files(const std::filesystem::path& executable);

// The running program's own file; empty when the system does not tell.
std::filesystem::path executable_path();

}  // namespace aplomb::platform
