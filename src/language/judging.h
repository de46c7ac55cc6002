// From sentences to a reading: the rules of the lexicons, what of the case each sentence names,
// and the level that follows from both.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "language/content.h"
#include "language/reader.h"
#include "language/tokens.h"

namespace aplomb::language {

// The behaviours, negatives, markers and critical failures of a reply; `understanding` says
// whether there were any.
[[nodiscard]] Reading judge(const std::vector<Sentence>& sentences, const Context& context,
                            const Lexicons& lexicons);

}  // namespace aplomb::language
