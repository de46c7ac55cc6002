// Reads typed values out of a document and reports what does not fit. Shared by every file format
// of the project (scenario, rubric, affect model). After a problem a reader returns a harmless
// value and goes on, so that one pass finds everything.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "scenario/document.h"
#include "scenario/text.h"
#include "scenario/vocabulary.h"

namespace aplomb::scenario {

// A fixed list of keys: static constexpr auto kKeys = words("id", "title");
template <typename... Words>
constexpr std::array<std::string_view, sizeof...(Words)> words(Words... each) {
  return {std::string_view(each)...};
}

class Reader {
 public:
  using Index = Document::Index;

  Reader(const Document& document, std::vector<Diagnostic>& problems)
      : document_(document), problems_(problems) {}

  [[nodiscard]] const Document& document() const { return document_; }

  void report(std::string_view code, Index at,
              std::vector<std::pair<std::string, std::string>> values = {},
              std::size_t offset = 0);
  void report_at_key(std::string_view code, Index at,
                     std::vector<std::pair<std::string, std::string>> values = {});

  // `value` as an object whose keys are all in `known`; false when it is no object.
  bool object(Index value, std::span<const std::string_view> known);
  bool array(Index value);
  // An object whose keys are the author's own ids.
  bool map(Index value);

  // The member, reported when missing (unless the text broke off); kNone then.
  [[nodiscard]] Index need(Index object, std::string_view key);
  [[nodiscard]] Index find(Index object, std::string_view key) const {
    return document_.member(object, key);
  }

  // Each of these takes kNone, reported before, and returns an empty value for it. Texts are views
  // into the document.
  std::string_view text(Index value);  // any string, not empty
  std::string_view id(Index value);    // a–z, 0–9 and _, starting with a letter
  bool is_id(std::string_view id, Index at, bool at_key);
  int integer(Index value, int min, int max);
  bool boolean(Index value);
  Bilingual bilingual(Index value);  // both languages, neither empty

  template <typename Enum>
  Enum word(Index value) {
    return static_cast<Enum>(word_index(value, ids<Enum>()));
  }
  std::size_t word_index(Index value, std::span<const std::string_view> known);

  // Reports S0206 for a key that is none of `known`.
  template <typename Enum>
  bool key_word(Index value, Enum& out) {
    const auto found = from_id<Enum>(document_.at(value).key);
    if (found) {
      out = *found;
      return true;
    }
    unknown_word(value, document_.at(value).key, ids<Enum>(), true);
    return false;
  }

  // Reports a list that is too short (S0217) or too long (S0213).
  void count(Index list, std::string_view what, int least, int most);
  // Warns (S0217) of a list that would do better with more.
  void wish_for(Index list, std::string_view what, int least);

  // The format line "<name>@<version>"; false when another format or a newer one was found.
  bool format(Index root, std::string_view name, int version);

  template <typename Function>
  void each(Index container, Function function) {
    if (container == Document::kNone) return;
    for (Index i = document_.at(container).first; i != Document::kNone; i = document_.at(i).next) {
      function(i);
    }
  }

 private:
  bool has_kind(Index value, ValueKind kind);
  void unknown_word(Index value, std::string_view word, std::span<const std::string_view> known,
                    bool at_key);
  bool clean_text(Index value);

  const Document& document_;
  std::vector<Diagnostic>& problems_;
};

}  // namespace aplomb::scenario
