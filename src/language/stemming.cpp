#include "language/stemming.h"

#include <algorithm>

namespace aplomb::language {
namespace {

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool has_vowel(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return is_vowel(c) || c == 'y'; });
}

void undouble(std::string& word) {
  const std::size_t size = word.size();
  if (size < 3 || word[size - 1] != word[size - 2]) return;
  const char last = word[size - 1];
  if (!is_vowel(last) && last != 'l' && last != 's' && last != 'z' && last != 'f') word.pop_back();
}

// Takes `ending` off if a vowel is left before it.
bool take_off(std::string& word, std::string_view ending) {
  if (word.size() < ending.size() + 2 || !word.ends_with(ending)) return false;
  if (!has_vowel(std::string_view(word).substr(0, word.size() - ending.size()))) return false;
  word.resize(word.size() - ending.size());
  return true;
}

}  // namespace

std::string english_stem(std::string_view word) {
  std::string stem(word);
  if (stem.size() < 4) return stem;
  if (stem.ends_with("ies") || stem.ends_with("sses") || stem.ends_with("ches") ||
      stem.ends_with("shes") || stem.ends_with("xes")) {
    stem.resize(stem.size() - 2);
  } else if (stem.ends_with('s') && !stem.ends_with("ss") && !stem.ends_with("us") &&
             !stem.ends_with("is")) {
    stem.pop_back();
  }
  if (stem.size() > 4 && stem.ends_with("ied")) {
    stem.resize(stem.size() - 2);
  } else if (take_off(stem, "ing") || (!stem.ends_with("eed") && take_off(stem, "ed"))) {
    undouble(stem);
  } else if (stem.size() > 5) {
    take_off(stem, "ly");
  }
  if (stem.size() > 3 && stem.back() == 'e') stem.pop_back();
  if (stem.size() > 2 && stem.back() == 'y' && !is_vowel(stem[stem.size() - 2])) stem.back() = 'i';
  return stem;
}

}  // namespace aplomb::language
