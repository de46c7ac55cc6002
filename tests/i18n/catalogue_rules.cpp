#include "catalogue_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace aplomb::i18n {
namespace {

bool is_chinese(char32_t code_point) { return code_point >= 0x4E00 && code_point <= 0x9FFF; }

bool has_chinese(std::string_view text) {
  const std::u32string code_points = base::to_code_points(text);
  return std::any_of(code_points.begin(), code_points.end(), is_chinese);
}

bool has_letters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
}

// The {} of a text, each as written, in the order of what they stand for.
std::vector<std::string> braces(std::string_view text) {
  std::vector<std::string> found;
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at)) {
    if (text.substr(at, 2) == "{{") {
      at += 2;
      continue;
    }
    const std::size_t end = text.find('}', at);
    if (end == std::string_view::npos) return {"unclosed"};
    found.emplace_back(text.substr(at, end - at + 1));
    at = end;
  }
  std::sort(found.begin(), found.end());
  return found;
}

// The names of the languages stand in their own language everywhere.
bool is_language_name(const Entry& entry) { return entry.name.starts_with("language."); }

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

}  // namespace

std::vector<std::string> faults(std::span<const Entry> entries) {
  std::vector<std::string> found;
  std::set<std::string_view> names;
  for (const Entry& entry : entries) {
    const auto report = [&](std::string_view what) {
      found.push_back(fmt::format("{}: {}", entry.key, what));
    };
    if (base::trim(entry.zh).empty()) report("the Chinese text is empty");
    if (base::trim(entry.en).empty()) report("the English text is empty");
    if (!is_language_name(entry)) {
      if (has_chinese(entry.en)) report("the English text has Chinese in it");
      if (has_letters(entry.en) && entry.zh == entry.en) report("both languages say the same");
    }
    if (braces(entry.zh) != braces(entry.en)) report("the {} of the two languages differ");
    if (!entry.name.empty() && !names.insert(entry.name).second) {
      report(fmt::format("the id {} is given twice", entry.name));
    }
  }
  return found;
}

std::vector<std::string> unused_keys(std::span<const Entry> entries,
                                     const std::set<std::string>& words_in_sources) {
  std::vector<std::string> unused;
  for (const Entry& entry : entries) {
    if (entry.name.empty() && !words_in_sources.contains(std::string(entry.key))) {
      unused.emplace_back(entry.key);
    }
  }
  return unused;
}

std::set<std::string> constants_in(std::string_view source) {
  std::set<std::string> words;
  for (std::size_t at = 0; at < source.size();) {
    if (!is_word_character(source[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < source.size() && is_word_character(source[end])) ++end;
    const std::string_view word = source.substr(at, end - at);
    if (word.size() > 1 && word[0] == 'k' && word[1] >= 'A' && word[1] <= 'Z') words.emplace(word);
    at = end;
  }
  return words;
}

}  // namespace aplomb::i18n
