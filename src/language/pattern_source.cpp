#include "language/pattern_source.h"

#include <cctype>

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
