#pragma once

#include <string>
#include <vector>

#include "cli/context.h"

namespace aplomb::cli {

struct Gathered {
  std::vector<std::string> files;
  int code = kOk;  // another one where a path led to nothing; that has been said
};

// Every .json file that the paths name, folders included; a path may also be a scenario's id.
[[nodiscard]] Gathered gather(const Context& context, const std::vector<std::string>& paths);

}  // namespace aplomb::cli
