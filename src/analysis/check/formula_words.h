// The words that politeness training hands out: "please", "I completely understand", 请您放心.
// A reply full of them sounds good and says nothing.
#pragma once

#include <string_view>

#include "base/language.h"

namespace aplomb::analysis {

// How many stand in the text, each as often as it does. English words count in any case and with
// any ending ("apolog" is in "apologies").
[[nodiscard]] int formula_words(std::string_view text, base::Language language);

}  // namespace aplomb::analysis
