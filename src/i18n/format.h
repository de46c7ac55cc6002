#pragma once

#include <fmt/format.h>

#include <string>
#include <type_traits>
#include <utility>

#include "i18n/entries.h"

namespace aplomb::i18n {

// How many arguments the {} places of a text take: {} {} and {1} {0} both take two. Throws, which
// while compiling is an error, when a brace has no partner.
constexpr std::size_t places(std::string_view text) {
  std::size_t automatic = 0;
  std::size_t highest = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '{' && text[at] != '}') continue;
    const bool escaped = at + 1 < text.size() && text[at + 1] == text[at];
    if (escaped) {
      ++at;
      continue;
    }
    const std::size_t end = text.find('}', at);
    if (text[at] == '}' || end == std::string_view::npos) throw "a brace without its partner";
    std::size_t index = 0;
    bool numbered = false;
    for (++at; at < end && text[at] >= '0' && text[at] <= '9'; ++at) {
      index = index * 10 + static_cast<std::size_t>(text[at] - '0');
      numbered = true;
    }
    if (!numbered) index = automatic++;
    if (index + 1 > highest) highest = index + 1;
    at = end;
  }
  return highest;
}

// A key whose texts take arguments of these types. Made from a Key while compiling: a call that
// gives too few or too many arguments, or ones that either language's {} cannot show, does not
// compile.
template <class... Args>
class FormatKey {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): callers write the plain key
  consteval FormatKey(Key key) : key_(key) {
    if (places(entry(key).zh) != sizeof...(Args) || places(entry(key).en) != sizeof...(Args)) {
      throw "this key's texts take another number of arguments";
    }
#if !defined(__clang__) || __clang_major__ >= 15
    // Clang 14 cannot call one consteval constructor from another.
    [[maybe_unused]] const fmt::format_string<Args...> zh(entry(key).zh);
    [[maybe_unused]] const fmt::format_string<Args...> en(entry(key).en);
#endif
  }

  Key key() const { return key_; }

 private:
  Key key_;
};

// The text in that language with its {} places filled: format(Key::kTurnOf, language, 3, 12).
// Use {0}, {1} in the catalogue where the languages differ in order.
template <class... Args>
std::string format(FormatKey<std::type_identity_t<Args>...> key, Language language,
                   Args&&... args) {
  return fmt::vformat(text(key.key(), language), fmt::make_format_args(args...));
}

}  // namespace aplomb::i18n
