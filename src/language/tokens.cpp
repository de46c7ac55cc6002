#include "language/tokens.h"

#include <algorithm>
#include <array>

#include "language/lexicon.h"
#include "language/numbers.h"
#include "language/pieces.h"

namespace aplomb::language {
namespace {

constexpr std::size_t kMostTokens = 400;
constexpr std::size_t kForeignRun = 3;  // words of the other language that make a sentence

bool ends_sentence(const std::vector<Piece>& pieces, std::size_t at) {
  const char32_t c = pieces[at].character;
  if (c == '?' || c == '!' || c == ';' || c == '\n') return true;
  if (c != '.') return false;
  static constexpr std::array<std::string_view, 8> kShort = {"mr", "ms", "mrs", "dr",
                                                             "st", "no", "vs",  "etc"};
  return at == 0 || pieces[at - 1].kind != TokenKind::kWord ||
         std::find(kShort.begin(), kShort.end(), pieces[at - 1].text) == kShort.end();
}

// Where a run of three words or more in Latin letters begins or ends among Chinese characters,
// looking from `first` on; `last` where there is no such place.
std::size_t change_of_language(const std::vector<Piece>& pieces, std::size_t first,
                               std::size_t last) {
  bool before = false;
  for (std::size_t i = first; i < last;) {
    if (pieces[i].kind != TokenKind::kWord && pieces[i].kind != TokenKind::kHan) {
      ++i;
      continue;
    }
    const TokenKind other = pieces[i].kind == TokenKind::kWord ? TokenKind::kHan : TokenKind::kWord;
    std::size_t end = i;
    std::size_t length = 0;
    for (; end < last && pieces[end].kind != other; ++end) {
      length += static_cast<std::size_t>(pieces[end].kind == pieces[i].kind);
    }
    if (other == TokenKind::kHan && length >= kForeignRun) {
      if (before) return i;
      if (end < last) return end;
    }
    before = true;
    i = end;
  }
  return last;
}

class SentenceMaker {
 public:
  SentenceMaker(const Lexicon& lexicon, base::Language language) : lexicon_(lexicon) {
    sentence_.language = language;
    if (language == base::Language::kEn) sentence_.plain = " ";
  }

  Sentence make(std::span<const Piece> pieces, bool& quoted) {
    quoted_ = quoted;
    sentence_.tokens.reserve(pieces.size());
    for (std::size_t i = 0; i < pieces.size();) {
      i += sentence_.language == base::Language::kEn ? english(pieces, i) : chinese(pieces, i);
    }
    quoted = quoted_;
    weigh();
    return std::move(sentence_);
  }

 private:
  void put(TokenKind kind, std::string_view text, std::uint64_t stem, int weight, Span bytes) {
    Token token{kind, quoted_, clause_, bytes, 0, 0, stem, static_cast<std::uint8_t>(weight)};
    std::string& plain = sentence_.plain;
    const bool english = sentence_.language == base::Language::kEn;
    if (!english && kind == TokenKind::kWord && !sentence_.tokens.empty() &&
        sentence_.tokens.back().kind == TokenKind::kWord) {
      plain += ' ';
    }
    token.at = static_cast<std::uint32_t>(plain.size());
    plain += text;
    token.to = static_cast<std::uint32_t>(plain.size());
    if (english) plain += ' ';
    sentence_.tokens.push_back(token);
  }

  void mark(const Piece& piece) {
    const char32_t c = piece.character;
    if (c == '\n') return;
    if (c == '"') {
      quoted_ = !quoted_;
      ++clause_;
      return;
    }
    if (c == '?') sentence_.asked = true;
    put(TokenKind::kMark, piece.text, 0, 0, piece.bytes);
    if (c == ',' || c == ':' || c == '~' || c == '(' || c == ')' || c == '.' || c == '!') ++clause_;
  }

  void number(std::int64_t value, Span bytes) { number(std::to_string(value), bytes); }
  void number(const std::string& digits, Span bytes) {
    put(TokenKind::kNumber, digits, mixed(hash_of(digits), 1), 5, bytes);
  }

  void word(std::string_view text, Span bytes) {
    put(TokenKind::kWord, text, lexicon_.meaning(text), lexicon_.weight(text), bytes);
  }

  // How many pieces it took.
  std::size_t english(std::span<const Piece> pieces, std::size_t at) {
    const Piece& piece = pieces[at];
    if (piece.kind == TokenKind::kNumber) {
      number(piece.text, piece.bytes);
      return 1;
    }
    if (piece.kind == TokenKind::kMark) {
      const bool joined =
          !piece.spaced && at > 0 && at + 1 < pieces.size() && !pieces[at + 1].spaced;
      if (piece.character == '-' && joined) return 1;
      if (piece.character == '-') {
        put(TokenKind::kMark, "~", 0, 0, piece.bytes);
        ++clause_;
      } else if (piece.character != '\'') {
        mark(piece);
      }
      return 1;
    }
    if (piece.kind == TokenKind::kHan) {
      put(TokenKind::kHan, piece.text, hash_of(piece.text), 4, piece.bytes);
      return 1;
    }
    if (const std::size_t taken = english_number_at(pieces, at)) return taken;
    spell_out(piece);
    return 1;
  }

  std::size_t english_number_at(std::span<const Piece> pieces, std::size_t at) {
    constexpr std::size_t kLongest = 10;
    std::array<std::string_view, kLongest> words;
    std::size_t count = 0;
    for (; count < kLongest && at + count < pieces.size(); ++count) {
      const Piece& piece = pieces[at + count];
      if (piece.kind != TokenKind::kWord && piece.character != '-') break;
      words[count] = piece.text;
    }
    const auto found = english_number(std::span(words).first(count));
    if (!found) return 0;
    number(found->value, {pieces[at].bytes.first, pieces[at + found->count - 1].bytes.end});
    return found->count;
  }

  // A contraction is several words with the same bytes.
  void spell_out(const Piece& piece) {
    std::string_view text = piece.text;
    if (const auto words = lexicon_.expansion(text); !words.empty()) {
      for (const std::string& each : words)
        word(each, piece.bytes);
      return;
    }
    if (const auto apostrophe = text.find('\''); apostrophe != std::string_view::npos) {
      struct Ending {
        std::string_view after, word;
      };
      static constexpr std::array kEndings = {
          Ending{"ll", "will"}, Ending{"re", "are"}, Ending{"ve", "have"}, Ending{"d", "would"},
          Ending{"m", "am"},    Ending{"t", "not"},  Ending{"s", "'s"}};
      std::string_view head = text.substr(0, apostrophe);
      const std::string_view tail = text.substr(apostrophe + 1);
      for (const Ending& each : kEndings) {
        if (each.after != tail) continue;
        if (tail == "t" && head.ends_with('n')) head.remove_suffix(1);
        word(head, piece.bytes);
        word(each.word, piece.bytes);
        return;
      }
    }
    word(lexicon_.corrected(text), piece.bytes);
  }

  std::size_t chinese(std::span<const Piece> pieces, std::size_t at) {
    const Piece& piece = pieces[at];
    // In Chinese a space is a mark that was not typed.
    if (piece.kind == TokenKind::kHan && piece.spaced && at > 0) ++clause_;
    if (piece.kind == TokenKind::kMark) {
      mark(piece);
      return 1;
    }
    if (piece.kind == TokenKind::kWord) {
      put(TokenKind::kWord, piece.text, hash_of(piece.text), 4, piece.bytes);
      return 1;
    }
    if (piece.kind == TokenKind::kNumber) return digits_at(pieces, at);
    std::u32string characters;
    constexpr std::size_t kLongest = 16;
    for (std::size_t i = at; i < pieces.size() && characters.size() < kLongest; ++i) {
      if (pieces[i].kind != TokenKind::kHan) break;
      characters.push_back(pieces[i].character);
    }
    // 百分之三 is 3%.
    const bool percent = characters.starts_with(U"百分之");
    const std::u32string_view rest = std::u32string_view(characters).substr(percent ? 3 : 0);
    const std::u32string with_unit = percent ? std::u32string(rest) + U"%" : std::u32string(rest);
    if (const auto found = chinese_number(with_unit)) {
      const std::size_t count = found->count + (percent ? 3 : 0);
      const Span bytes{piece.bytes.first, pieces[at + count - 1].bytes.end};
      number(found->value, bytes);
      if (percent) put(TokenKind::kMark, "%", 0, 0, bytes);
      return count;
    }
    put(TokenKind::kHan, piece.text, hash_of(piece.text), lexicon_.weight(piece.text), piece.bytes);
    return 1;
  }

  // 3千 is 3000.
  std::size_t digits_at(std::span<const Piece> pieces, std::size_t at) {
    const Piece& piece = pieces[at];
    if (at + 1 < pieces.size() && piece.text.size() <= 4 &&
        piece.text.find_first_not_of("0123456789") == std::string::npos) {
      const char32_t next = pieces[at + 1].character;
      const int power = next == U'万' ? 10000 : next == U'千' ? 1000 : next == U'百' ? 100 : 0;
      if (power > 0) {
        number(std::stoll(piece.text) * power, {piece.bytes.first, pieces[at + 1].bytes.end});
        return 2;
      }
    }
    number(piece.text, piece.bytes);
    return 1;
  }

  // In Chinese two characters say something together: the everyday pairs weigh less.
  void weigh() {
    if (sentence_.language != base::Language::kZh) return;
    std::vector<Token>& tokens = sentence_.tokens;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
      if (tokens[i].kind != TokenKind::kHan || tokens[i + 1].kind != TokenKind::kHan) continue;
      const std::string pair =
          sentence_.plain.substr(tokens[i].at, tokens[i + 1].to - tokens[i].at);
      if (!lexicon_.common.contains(pair)) continue;
      tokens[i].weight = std::min<std::uint8_t>(tokens[i].weight, 1);
      tokens[i + 1].weight = std::min<std::uint8_t>(tokens[i + 1].weight, 1);
    }
  }

  const Lexicon& lexicon_;
  Sentence sentence_;
  std::uint16_t clause_ = 0;
  bool quoted_ = false;
};

base::Language language_of(std::span<const Piece> pieces) {
  std::size_t words = 0;
  std::size_t han = 0;
  for (const Piece& piece : pieces) {
    words += static_cast<std::size_t>(piece.kind == TokenKind::kWord);
    han += static_cast<std::size_t>(piece.kind == TokenKind::kHan);
  }
  return han > words ? base::Language::kZh : base::Language::kEn;
}

bool has_words(std::span<const Piece> pieces) {
  return std::any_of(pieces.begin(), pieces.end(),
                     [](const Piece& piece) { return piece.kind != TokenKind::kMark; });
}

}  // namespace

const SimplifiedForms& Lexicons::zh_simplified() const { return zh->simplified; }

std::vector<Sentence> sentences_of(const std::vector<Glyph>& glyphs, const Lexicons& lexicons) {
  const std::vector<Piece> pieces = pieces_of(glyphs);
  std::vector<Sentence> sentences;
  bool quoted = false;
  const auto add = [&](std::size_t first, std::size_t end) {
    const std::span<const Piece> part = std::span(pieces).subspan(first, end - first);
    if (!has_words(part)) return;
    const base::Language language = language_of(part);
    sentences.push_back(SentenceMaker(lexicons.in(language), language).make(part, quoted));
  };
  for (std::size_t first = 0; first < pieces.size();) {
    std::size_t end = first;
    while (end < pieces.size() && end - first < kMostTokens) {
      if (ends_sentence(pieces, end++)) break;
    }
    // "?!" and "……" end one sentence, not several.
    while (end < pieces.size() && end > first && pieces[end].kind == TokenKind::kMark &&
           pieces[end].character != '"' && pieces[end].character != '(' &&
           ends_sentence(pieces, end)) {
      ++end;
    }
    for (std::size_t from = first; from < end;) {
      const std::size_t to = std::max(from + 1, change_of_language(pieces, from, end));
      add(from, to);
      from = to;
    }
    first = end;
  }
  return sentences;
}

}  // namespace aplomb::language
