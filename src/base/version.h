#pragma once

#include <string_view>

namespace aplomb::base {

// The program's version, "major.minor.patch". Every attempt records the one it was made with.
std::string_view program_version();

}  // namespace aplomb::base
