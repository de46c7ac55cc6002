// A reply as sentences of tokens. Each sentence has one language and a plain form, the text that
// patterns are matched against, and every token knows its bytes in both.
//
// The plain form: English in lower case, one space between tokens and at both ends, contractions
// written out ("don't" is "do not"); Chinese without spaces. Numbers, also those in words, are
// digits. Marks stay, as tokens of their own.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/language.h"
#include "language/folding.h"
#include "language/reading.h"

namespace aplomb::language {

class Lexicon;

enum class TokenKind : std::uint8_t { kWord, kHan, kNumber, kMark };

struct Token {
  TokenKind kind{};
  bool quoted = false;           // between quotation marks: mentioned, not said
  std::uint16_t clause = 0;      // counted within the sentence
  Span bytes;                    // of the reply
  std::uint32_t at = 0, to = 0;  // in the plain form
  std::uint64_t stem = 0;        // what it means: the hash of the stem, character or number
  std::uint8_t weight = 0;       // how much it says: 0 for what holds a sentence together, up to 5
};

struct Sentence {
  base::Language language{};
  std::string plain;
  std::vector<Token> tokens;
  bool asked = false;  // ends in a question mark
};

struct Lexicons {
  const Lexicon* zh = nullptr;
  const Lexicon* en = nullptr;

  [[nodiscard]] const Lexicon& in(base::Language language) const {
    return language == base::Language::kZh ? *zh : *en;
  }
  [[nodiscard]] const SimplifiedForms& zh_simplified() const;
};

// A sentence ends at . ? ! ; a line end, a change of language that lasts three words, or after 400
// tokens where there is nothing of the kind.
[[nodiscard]] std::vector<Sentence> sentences_of(const std::vector<Glyph>& glyphs,
                                                 const Lexicons& lexicons);

// FNV-1a, 64 bits (Fowler, Noll and Vo): the same on every machine.
[[nodiscard]] constexpr std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  }
  return hash;
}
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  return (a ^ (b * 0x9e3779b97f4a7c15ULL + (a << 6U) + (a >> 2U))) * 0x100000001b3ULL;
}

}  // namespace aplomb::language
