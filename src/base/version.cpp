#include "base/version.h"

namespace aplomb::base {

std::string_view program_version() { return APLOMB_VERSION; }

}  // namespace aplomb::base
