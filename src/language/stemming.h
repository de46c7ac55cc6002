// English words without their endings, so that "waited", "waits" and "waiting" are one word.
#pragma once

#include <string>
#include <string_view>

namespace aplomb::language {

// Plural, -ed, -ing and -ly taken off, a doubled consonant made single, a final e or y evened out:
// the first step of Porter (1980, "An algorithm for suffix stripping") and no more, so that words
// which only look related stay apart. `word` is lower-case; short words are left alone.
[[nodiscard]] std::string english_stem(std::string_view word);

}  // namespace aplomb::language
