// A reply as the pieces that tokens are made of: words, numbers in digits, Chinese characters and
// marks, each with its bytes. What is told rather than said, such as "[laughs]", is left out.
#pragma once

#include <string>
#include <vector>

#include "language/folding.h"
#include "language/tokens.h"

namespace aplomb::language {

struct Piece {
  TokenKind kind{};
  bool spaced = false;  // a space stands before it
  std::string text;
  char32_t character = 0;  // of kHan and kMark
  Span bytes;
};

// A line end is a mark of its own.
[[nodiscard]] std::vector<Piece> pieces_of(const std::vector<Glyph>& glyphs);

}  // namespace aplomb::language
