// What a scorer without any grammar would say, for comparison.
#pragma once

#include <string_view>

#include "language/reading.h"

namespace aplomb::language {

// Chinese characters and Latin words.
int token_count(std::string_view text);

// One level for each of the behaviour's usual words that occurs, 3 at the most.
int keyword_level(Behaviour behaviour, std::string_view reply, base::Language language);

}  // namespace aplomb::language
