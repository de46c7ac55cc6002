#pragma once

#include <optional>

#include "language/lexicon.h"
#include "language/remarks.h"

namespace aplomb::language {

// The first match of any of the rule's patterns in the remark that is said in earnest: neither
// negated, nor quoted, nor only supposed, as far as the rule heeds these.
[[nodiscard]] std::optional<TokenRange> in_earnest(const Rule& rule, const Remark& remark);

}  // namespace aplomb::language
