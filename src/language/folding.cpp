#include "language/folding.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace aplomb::language {
namespace {

struct CodeRange {
  char32_t first, last;
};

bool in_ranges(char32_t c, const CodeRange* begin, const CodeRange* end) {
  return std::any_of(begin, end, [c](CodeRange r) { return c >= r.first && c <= r.last; });
}

// Zero-width and direction marks, joiners, variation selectors, the soft hyphen.
constexpr std::array kInvisible = {
    CodeRange{0xAD, 0xAD},     CodeRange{0x61C, 0x61C},   CodeRange{0x180B, 0x180F},
    CodeRange{0x200B, 0x200F}, CodeRange{0x202A, 0x202E}, CodeRange{0x2060, 0x206F},
    CodeRange{0xFE00, 0xFE0F}, CodeRange{0xFEFF, 0xFEFF}, CodeRange{0xE0000, 0xE0FFF}};

constexpr std::array kHan = {CodeRange{0x3400, 0x4DBF}, CodeRange{0x4E00, 0x9FFF},
                             CodeRange{0xF900, 0xFAFF}, CodeRange{0x20000, 0x323AF}};

// Letters of scripts that are not read: Greek to Thai and on, kana, hangul, Arabic forms.
constexpr std::array kOtherLetters = {CodeRange{0x370, 0x1FFF},  CodeRange{0x2C00, 0x2DFF},
                                      CodeRange{0x3040, 0x312F}, CodeRange{0x3130, 0x318F},
                                      CodeRange{0xA000, 0xD7FF}, CodeRange{0xFB1D, 0xFDFF},
                                      CodeRange{0xFE70, 0xFEFE}};

struct Alike {
  char32_t from, to;
};
constexpr std::array kMarks = {
    Alike{0x3002, '.'},  Alike{0xFF61, '.'},  Alike{0x3001, ','},  Alike{0x2026, '.'},
    Alike{0x2018, '\''}, Alike{0x2019, '\''}, Alike{0x201A, '\''}, Alike{0x2032, '\''},
    Alike{0x02BC, '\''}, Alike{'`', '\''},    Alike{0x201C, '"'},  Alike{0x201D, '"'},
    Alike{0x201E, '"'},  Alike{0x300C, '"'},  Alike{0x300D, '"'},  Alike{0x300E, '"'},
    Alike{0x300F, '"'},  Alike{0x300A, '"'},  Alike{0x300B, '"'},  Alike{0xAB, '"'},
    Alike{0xBB, '"'},    Alike{0x2013, '~'},  Alike{0x2014, '~'},  Alike{0x2015, '~'},
    Alike{0x2500, '~'},  Alike{0x2010, '-'},  Alike{0x2011, '-'},  Alike{0x3010, '('},
    Alike{0x3011, ')'},  Alike{0x203C, '!'},  Alike{0x2049, '?'},  Alike{0x203D, '?'},
    Alike{0xBF, '?'},    Alike{0xA1, '!'},    Alike{0xA5, '$'},    Alike{0xA3, '$'},
    Alike{0x20AC, '$'},  Alike{0xB7, ' '},    Alike{0x301C, '~'}};

char32_t unaccented(char32_t c) {
  static constexpr std::string_view kLatin1 =
      "aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo/ouuuuypy";
  if (c >= 0xC0 && c <= 0xFF && c != 0xD7 && c != 0xF7) {
    return static_cast<unsigned char>(kLatin1[c - 0xC0]);
  }
  return c;
}

char32_t one_form(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
  if (c == 0xFFE5) c = 0xA5;
  for (const Alike& each : kMarks) {
    if (each.from == c) return each.to;
  }
  if (c >= 'A' && c <= 'Z') return c + ('a' - 'A');
  return c < 0x80 ? c : unaccented(c);
}

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
         c == 0x205F || c == 0x3000;
}

bool is_line_end(char32_t c) {
  return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x85;
}

GlyphKind kind_of(char32_t c, CharacterCounts& counts) {
  if (c >= 'a' && c <= 'z') {
    ++counts.latin;
    return GlyphKind::kLetter;
  }
  if (c >= '0' && c <= '9') {
    ++counts.digits;
    return GlyphKind::kDigit;
  }
  if (c < 0x80) return c == ' ' ? GlyphKind::kSpace : GlyphKind::kMark;
  if (in_ranges(c, kHan.data(), kHan.data() + kHan.size())) {
    ++counts.han;
    return GlyphKind::kHan;
  }
  if ((c >= 0x100 && c <= 0x24F) || (c >= 0x1E00 && c <= 0x1EFF)) {
    ++counts.latin;
    return GlyphKind::kLetter;
  }
  if (in_ranges(c, kOtherLetters.data(), kOtherLetters.data() + kOtherLetters.size())) {
    ++counts.other_letters;
  }
  return GlyphKind::kOther;
}

}  // namespace

Folded fold(std::string_view text, const SimplifiedForms& simplified) {
  Folded folded;
  folded.glyphs.reserve(text.size());
  CharacterCounts& counts = folded.counts;
  for (std::size_t at = 0; at < text.size();) {
    const auto [raw, length] = base::decode_utf8(text, at);
    const Span bytes{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + length)};
    at += length;
    if (is_line_end(raw)) {
      folded.glyphs.push_back({'\n', GlyphKind::kSpace, bytes});
      continue;
    }
    if (is_space(raw)) {
      folded.glyphs.push_back({' ', GlyphKind::kSpace, bytes});
      continue;
    }
    // U+FFFD itself is well-formed and three bytes long, but nobody types it.
    if (raw < 0x20 || (raw >= 0x7F && raw < 0xA0) || raw == base::kReplacementCharacter) {
      counts.broken = true;
      continue;
    }
    if (in_ranges(raw, kInvisible.data(), kInvisible.data() + kInvisible.size()) ||
        base::extends_previous(raw)) {
      continue;
    }
    ++counts.visible;
    char32_t c = one_form(raw);
    if (c >= 0x3400) {
      if (const auto found = simplified.find(c); found != simplified.end()) c = found->second;
    }
    folded.glyphs.push_back({c, kind_of(c, counts), bytes});
  }
  return folded;
}

}  // namespace aplomb::language
