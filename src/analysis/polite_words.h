// How polite a reply sounds: the words and set phrases that a complaints desk is told to use. What
// a trainee would go by who has noticed how such replies read, not what they do.
#pragma once

#include <string_view>

#include "base/language.h"

namespace aplomb::analysis {

// How many polite or positive words and phrases of the language the text holds; overlapping ones
// count once, the longest first. English words count whole and in any case.
[[nodiscard]] int count_polite_words(std::string_view text, base::Language language);

}  // namespace aplomb::analysis
