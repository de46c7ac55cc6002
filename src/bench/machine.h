// What the measurements were taken on: figures mean nothing without it.
#pragma once

#include <string>

#include "base/file_system.h"

namespace aplomb::bench {

struct MachineName {
  std::string processor;  // "AMD EPYC"; empty where the system does not tell
  int cores = 0;
  std::string compiler;  // "GCC 12.2.0"
  std::string build;     // "Release"
};

[[nodiscard]] MachineName machine_name(const base::FileSystem& files);

}  // namespace aplomb::bench
