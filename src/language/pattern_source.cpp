#include "language/pattern_source.h"

#include "base/text.h"

namespace aplomb::language {
namespace {

constexpr std::string_view kGap = "…";
constexpr std::string_view kInClause = "[^,.?!;:~]";
constexpr std::string_view kInSentence = "[^.?!;]";
constexpr int kMaxDepth = 8;

bool is_word_end(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ')' || c == '(' || c == '>' ||
         c == '<';
}

// How many bytes a character class takes, brackets included; all that is left where it is not
// closed, which RE2 then complains of.
std::size_t class_length(std::string_view text) {
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == ']' && at > 1) {
      return at + 1;
    }
  }
  return text.size();
}

// A character class as RE2 must be given it that reads bytes: characters of several bytes are
// alternatives beside it.
std::string bytewise(std::string_view written) {
  std::string narrow;
  std::string wide;
  for (std::size_t at = 0; at < written.size();) {
    const std::size_t length = base::decode_utf8(written, at).length;
    const std::string each(written.substr(at, length));
    if (length > 1) {
      wide += "|" + each;
    } else {
      narrow += each;
    }
    at += length;
  }
  if (wide.empty()) return narrow;
  if (narrow == "[]") return "(?:" + wide.substr(1) + ")";
  return "(?:" + narrow + wide + ")";
}

}  // namespace

void PatternSource::define(std::string name, std::string alternatives) {
  classes_.insert_or_assign(std::move(name), std::move(alternatives));
}

void PatternSource::expand(std::string_view written, int depth, Made& made) const {
  std::string& out = made.pattern;
  for (std::size_t at = 0; at < written.size();) {
    const std::string_view rest = written.substr(at);
    if (rest.starts_with(kGap)) {
      at += kGap.size();
      std::string_view any = kInClause;
      if (written.substr(at).starts_with(kGap)) {
        at += kGap.size();
        any = kInSentence;
      }
      // " … " takes whole words: the space after it is its own.
      if (out.ends_with(' ') && written.substr(at).starts_with(' ')) {
        ++at;
        out += "(?:" + std::string(any) + "*? )??";
      } else {
        out += std::string(any) + "*?";
      }
      continue;
    }
    if (rest.front() == '<') {
      const auto end = rest.find('>');
      const std::string_view name = rest.substr(1, end == std::string_view::npos ? end : end - 1);
      const auto found = classes_.find(name);
      if (end == std::string_view::npos || found == classes_.end() || depth == kMaxDepth) {
        if (made.unknown.empty()) made.unknown = std::string(name);
        return;
      }
      out += "(?:";
      expand(found->second, depth + 1, made);
      out += ")";
      at += end + 1;
      continue;
    }
    if (rest.front() == '\\' && rest.size() > 1) {
      out += rest.substr(0, 2);
      at += 2;
      continue;
    }
    if (rest.front() == '[') {
      const std::size_t length = class_length(rest);
      out += bytewise(rest.substr(0, length));
      at += length;
      continue;
    }
    const std::size_t length = base::decode_utf8(written, at).length;
    if (length > 1) {
      // A quantifier is meant for the character, not for its last byte.
      out += "(?:" + std::string(rest.substr(0, length)) + ")";
      at += length;
      continue;
    }
    // Groups are never captured, and saying so keeps RE2 from counting them.
    if (rest.front() == '(' && !rest.starts_with("(?")) {
      out += "(?:";
    } else {
      out += rest.front();
    }
    ++at;
  }
}

PatternSource::Made PatternSource::make(std::string_view written, base::Language language) const {
  Made made;
  if (language == base::Language::kZh || written.empty()) {
    expand(written, 0, made);
  } else {
    if (is_word_end(written.front())) made.pattern = "\\b";
    made.pattern += "(?:";
    expand(written, 0, made);
    made.pattern += ")";
    if (is_word_end(written.back())) made.pattern += "\\b";
  }
  if (!made.unknown.empty()) made.pattern.clear();
  return made;
}

}  // namespace aplomb::language
