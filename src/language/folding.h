// A reply as the characters that matter for reading it, each with the bytes it came from: width,
// case and script (traditional to simplified) are evened out, what cannot be seen is left out.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/reading.h"

namespace aplomb::language {

enum class GlyphKind : std::uint8_t { kLetter, kHan, kDigit, kSpace, kMark, kOther };

struct Glyph {
  char32_t value = 0;
  GlyphKind kind{};
  Span bytes;
};

// Traditional characters and the simplified one for each; one to one, so that places are kept.
using SimplifiedForms = std::unordered_map<char32_t, char32_t>;

// What the characters of a text are, for telling why it cannot be read.
struct CharacterCounts {
  std::uint32_t latin = 0, han = 0, digits = 0;
  std::uint32_t other_letters = 0;  // of scripts that are not read
  std::uint32_t visible = 0;        // everything that can be seen
  bool broken = false;              // malformed UTF-8, or control characters
};

struct Folded {
  std::vector<Glyph> glyphs;
  CharacterCounts counts;
};

// Marks come out in one form each: , . ? ! ; : " ' ( ) - ~ % and newline as kSpace '\n'.
[[nodiscard]] Folded fold(std::string_view text, const SimplifiedForms& simplified);

}  // namespace aplomb::language
