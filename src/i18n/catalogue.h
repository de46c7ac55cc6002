#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/language.h"

namespace aplomb::i18n {

using base::Language;

// One key for every text that the screens and the terminal show. The texts stand in
// i18n/strings/*.inc, one file for each area of the program, both languages side by side.
enum class Key : std::uint16_t {
#define APLOMB_STRING(key, zh, en) key,
#define APLOMB_NAME(key, id, zh, en) key,
#include "i18n/strings/all.inc"
#undef APLOMB_STRING
#undef APLOMB_NAME
};

// The text in that language, in UTF-8. Lives as long as the program and ends in a '\0', so that
// text(...).data() is a C string. Where it has {} places, use format() of i18n/format.h.
std::string_view text(Key key, Language language);

// The key of a word of the field, by the id that files use: find_name("stage", "settle"). nullopt
// when the catalogue has no such name. Groups: see the APLOMB_NAME lines.
std::optional<Key> find_name(std::string_view group, std::string_view id);

// The same as a text; the bare id where the catalogue has no name for it, as may happen with the
// words of a foreign rubric.
std::string_view name(std::string_view group, std::string_view id, Language language);

// How many keys there are: Key values are 0 to key_count() - 1.
std::size_t key_count();

}  // namespace aplomb::i18n
