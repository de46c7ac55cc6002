#pragma once

#include <string>
#include <string_view>

namespace aplomb::base {

// The SHA-256 (FIPS 180-4) of the bytes, as 64 lower-case hexadecimal digits. Names content:
// scenarios, rubrics and affect models that an attempt refers to.
std::string sha256_hex(std::string_view bytes);

}  // namespace aplomb::base
