#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace aplomb::base {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

// One code point at a place in a text, and how many bytes it takes there.
struct DecodedCodePoint {
  char32_t value;
  std::size_t length;
};

// The code point that starts at byte `at`, which must be below text.size(). Malformed bytes give
// U+FFFD for each maximal ill-formed part (Unicode 15, section 3.9), so decoding always advances
// and never reads past the end.
DecodedCodePoint decode_utf8(std::string_view text, std::size_t at);

// Where the first malformed byte is; nullopt when all of the text is well-formed UTF-8 (no
// overlong forms, no surrogates, nothing above U+10FFFF).
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

// Appends the code point; U+FFFD for surrogates and values above U+10FFFF.
void append_utf8(std::string& text, char32_t code_point);

// The code points of a text; malformed parts give U+FFFD.
std::u32string to_code_points(std::string_view text);
std::string to_utf8(std::u32string_view code_points);
std::size_t count_code_points(std::string_view text);

// Columns a terminal gives the code point: 0 for controls, combining marks and joiners, 2 for East
// Asian wide and full-width forms (Unicode Standard Annex #11), otherwise 1.
int display_width(char32_t code_point);
int display_width(std::string_view text);

// A combining mark, joiner or variation selector: drawn with the code point before it.
bool extends_previous(char32_t code_point);

// Lower-cases A to Z and leaves every other byte alone.
std::string to_lower_ascii(std::string_view text);

// Without spaces, tabs and line ends at both ends; U+3000, the ideographic space, counts.
std::string_view trim(std::string_view text);

// The parts between separators. n separators make n + 1 parts; parts may be empty.
std::vector<std::string_view> split(std::string_view text, char separator);

// How many insertions, deletions, replacements and swaps of neighbours turn one text into the
// other, counted in code points (Damerau 1964, optimal string alignment).
std::size_t edit_distance(std::string_view a, std::string_view b);

// For "did you mean": the candidate with the smallest edit distance, if it is at most a third of
// the word's length (at least 1); the earlier one of equals; nullopt when none is near.
std::optional<std::string_view> nearest(std::string_view word,
                                        std::span<const std::string_view> candidates);

}  // namespace aplomb::base
