// A JSON text with the place of every value, and every problem of the text itself.
//
// The parser is nlohmann's; it keeps no positions, so the handler walks the text along with it.
// Keys keep their order. Refused: duplicate keys, nesting over 64, NUL (also as \u0000), text that
// is not UTF-8, files over 16 MiB.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/diagnostic.h"

namespace aplomb::scenario {

inline constexpr std::size_t kMaxFileSize = std::size_t{16} << 20;
inline constexpr int kMaxDepth = 64;

enum class ValueKind : std::uint8_t { kNull, kBool, kInteger, kNumber, kString, kArray, kObject };

class Document {
 public:
  using Index = std::uint32_t;
  static constexpr Index kNone = 0xffffffffU;

  struct Value {
    Index parent = kNone;
    Index next = kNone;   // following member or element of the same parent
    Index first = kNone;  // first member or element
    std::uint32_t count = 0;
    std::uint32_t at = 0;       // first byte in the text
    std::uint32_t key_at = 0;   // first byte of the member's key, or `at` where there is none
    std::string_view key;       // decoded
    std::string_view text;      // decoded string, or the raw bytes of a number or literal
    ValueKind kind = ValueKind::kNull;
  };

  // Parses `text`. What could be read before a syntax error stays readable, so that its problems
  // are reported too; `complete()` is then false. Every problem goes to `problems`.
  // At most 100 problems of one file are kept.
  Document(std::string file, std::string text, std::vector<Diagnostic>& problems);
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  [[nodiscard]] bool complete() const { return complete_; }
  [[nodiscard]] bool empty() const { return values_.empty(); }
  [[nodiscard]] Index root() const { return 0; }
  [[nodiscard]] const Value& at(Index index) const { return values_[index]; }
  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] std::string_view text() const { return text_; }

  // The member of that name; kNone when there is none or `object` is no object.
  [[nodiscard]] Index member(Index object, std::string_view key) const;

  // The whole number at `index`; nullopt when it is none or does not fit.
  [[nodiscard]] std::optional<std::int64_t> integer(Index index) const;

  // $.nodes.opening.replies[2]
  [[nodiscard]] std::string path(Index index) const;

  struct Position {
    int line = 0;
    int column = 0;
  };
  [[nodiscard]] Position position(std::size_t byte) const;

  // A problem at a value, `offset` bytes into its string; or at its key.
  [[nodiscard]] Diagnostic problem(std::string_view code, Index index,
                                   std::vector<std::pair<std::string, std::string>> values = {},
                                   std::size_t offset = 0) const;
  [[nodiscard]] Diagnostic problem_at_key(
      std::string_view code, Index index,
      std::vector<std::pair<std::string, std::string>> values = {}) const;

 private:
  friend class DocumentBuilder;

  void index_lines() const;

  std::string file_;
  std::string text_;
  std::vector<Value> values_;
  std::deque<std::string> decoded_;  // strings with escapes; views point into it
  mutable std::vector<std::uint32_t> line_starts_;
  bool complete_ = false;
};

// `text` in the canonical layout: two spaces a level; an object or array stands on one line when
// it fits into 100 columns (a wide character counts two), else one member a line; keys in the
// order given; one line end at the end. Only for complete documents.
[[nodiscard]] std::string canonical_layout(const Document& document);

// Whether two complete documents hold the same values with the same keys in the same order,
// however they are laid out.
[[nodiscard]] bool same_content(const Document& a, const Document& b);

// What is written when `edited` replaces `original`: the very bytes of the original where nothing
// changed, else the canonical layout.
[[nodiscard]] std::string saved_text(const Document& original, const Document& edited);

}  // namespace aplomb::scenario
