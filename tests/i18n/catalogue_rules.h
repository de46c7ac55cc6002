#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "i18n/entries.h"

namespace aplomb::i18n {

// What is wrong with the entries themselves: an empty text, a language in the other's place, {}
// that differ between the languages, an id given twice. One sentence each; none when all is well.
std::vector<std::string> faults(std::span<const Entry> entries);

// The keys of the entries that `sources` never name. A word of the field counts as used: it is
// found by its id.
std::vector<std::string> unused_keys(std::span<const Entry> entries,
                                     const std::set<std::string>& words_in_sources);

// Every word that looks like a constant (kSomething) in C++ text.
std::set<std::string> constants_in(std::string_view source);

}  // namespace aplomb::i18n
