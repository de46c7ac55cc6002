#include "language/pieces.h"

#include "base/text.h"

namespace aplomb::language {
namespace {

bool is_word_glyph(const Glyph& glyph) {
  return glyph.kind == GlyphKind::kLetter || glyph.value == '\'';
}

class Pieces {
 public:
  explicit Pieces(const std::vector<Glyph>& glyphs) : glyphs_(glyphs) {}

  std::vector<Piece> all() {
    std::vector<Piece> pieces;
    pieces.reserve(glyphs_.size() / 2);
    while (at_ < glyphs_.size()) {
      const Glyph& glyph = glyphs_[at_];
      if (glyph.kind == GlyphKind::kSpace) {
        if (glyph.value == '\n')
          pieces.push_back({TokenKind::kMark, true, "\n", '\n', glyph.bytes});
        spaced_ = true;
        ++at_;
        continue;
      }
      if (glyph.value == '[' && skip_aside()) continue;
      if (glyph.kind == GlyphKind::kLetter) {
        pieces.push_back(word());
      } else if (glyph.kind == GlyphKind::kDigit) {
        pieces.push_back(number());
      } else {
        Piece piece{glyph.kind == GlyphKind::kHan ? TokenKind::kHan : TokenKind::kMark,
                    spaced_,
                    {},
                    glyph.value,
                    glyph.bytes};
        base::append_utf8(piece.text, glyph.value);
        ++at_;
        // Emoji and the like say nothing that is read; they part words.
        if (glyph.kind != GlyphKind::kOther) pieces.push_back(std::move(piece));
      }
      spaced_ = glyph.kind == GlyphKind::kOther;
    }
    return pieces;
  }

 private:
  Piece word() {
    Piece piece{TokenKind::kWord, spaced_, {}, 0, glyphs_[at_].bytes};
    for (; at_ < glyphs_.size() && is_word_glyph(glyphs_[at_]); ++at_) {
      if (glyphs_[at_].value == '\'' &&
          (at_ + 1 == glyphs_.size() || glyphs_[at_ + 1].kind != GlyphKind::kLetter)) {
        break;
      }
      base::append_utf8(piece.text, glyphs_[at_].value);
      piece.bytes.end = glyphs_[at_].bytes.end;
    }
    return piece;
  }

  // "[laughs]" is told, not said.
  bool skip_aside() {
    constexpr std::size_t kLongestAside = 40;
    for (std::size_t end = at_ + 1; end < glyphs_.size() && end - at_ < kLongestAside; ++end) {
      if (glyphs_[end].value != ']') continue;
      at_ = end + 1;
      spaced_ = true;
      return true;
    }
    return false;
  }

  // 3,000 is one number; 12.30 and 10:30 are too.
  Piece number() {
    Piece piece{TokenKind::kNumber, spaced_, {}, 0, glyphs_[at_].bytes};
    for (; at_ < glyphs_.size(); ++at_) {
      const char32_t c = glyphs_[at_].value;
      const bool digit = glyphs_[at_].kind == GlyphKind::kDigit;
      if (!digit) {
        const bool joins = c == ',' || c == '.' || c == ':';
        if (!joins || at_ + 1 == glyphs_.size() || glyphs_[at_ + 1].kind != GlyphKind::kDigit)
          break;
        if (c == ',' && !thousands()) break;
      }
      if (c != ',') piece.text.push_back(static_cast<char>(c));
      piece.bytes.end = glyphs_[at_].bytes.end;
    }
    return piece;
  }

  // Whether the comma at hand is followed by exactly three digits.
  [[nodiscard]] bool thousands() const {
    std::size_t count = 0;
    while (at_ + 1 + count < glyphs_.size() && glyphs_[at_ + 1 + count].kind == GlyphKind::kDigit) {
      ++count;
    }
    return count == 3;
  }

  const std::vector<Glyph>& glyphs_;
  std::size_t at_ = 0;
  bool spaced_ = false;
};

}  // namespace

std::vector<Piece> pieces_of(const std::vector<Glyph>& glyphs) { return Pieces(glyphs).all(); }

}  // namespace aplomb::language
