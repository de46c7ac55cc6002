#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

namespace aplomb::base {

// One line: the bytes [begin, end) of the text. Between one line's end and the next one's begin
// there is only what a line end swallows: spaces and at most one '\n'.
struct LineRange {
  std::size_t begin;
  std::size_t end;

  bool operator==(const LineRange&) const = default;
};

// The width that one code point takes on a line, in the unit of break_lines' `width`.
using MeasureCodePoint = std::function<float(char32_t)>;

// Breaks a text into lines no wider than `width`, for Chinese, Latin and mixed text: a reduced
// Unicode Standard Annex #14 with the rules of GB/T 15834 on punctuation.
//
// Breaks between Chinese characters, and in Latin text at spaces and after hyphens and slashes.
// No line starts with closing punctuation or ends with opening punctuation; …… and —— stay in one
// piece, and so do a number and its unit, sign or currency. '\n' always ends a line, so n of them
// make at least n + 1 lines; an empty text is one empty line. Spaces at a line's end are not
// measured. A word wider than a whole line is broken where it must be, and a single code point
// wider than `width` gets a line of its own.
std::vector<LineRange> break_lines(std::string_view text, float width,
                                   const MeasureCodePoint& measure);

}  // namespace aplomb::base
