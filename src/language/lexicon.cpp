#include "language/lexicon.h"

#include "language/stemming.h"
#include "language/tokens.h"

namespace aplomb::language {
namespace {

constexpr std::size_t kLeastSlipLetters = 5;
constexpr int kSays = 4;
constexpr int kEveryday = 2;

// The forms of a word with one letter left out.
template <typename Function>
void each_shortened(std::string_view word, Function function) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    std::string shortened(word);
    shortened.erase(i, 1);
    if (!function(shortened)) return;
  }
}

}  // namespace

int Lexicon::weight(std::string_view word) const {
  const std::string key(word);
  if (stop.contains(key)) return 0;
  if (language == base::Language::kZh) return common.contains(key) ? 1 : kSays;
  if (common.contains(key)) return kEveryday;
  // "mhm", "hmm": sounds, not words.
  if (word.find_first_of("aeiouy") == std::string_view::npos) return 0;
  const auto base_form = irregular.find(key);
  const std::string stem = base_form != irregular.end() ? base_form->second : english_stem(word);
  return common.contains(stem) || stop.contains(stem) ? kEveryday : kSays;
}

std::uint64_t Lexicon::meaning(std::string_view word) const {
  std::string stem(word);
  if (language == base::Language::kEn) {
    const auto base_form = irregular.find(stem);
    stem = base_form != irregular.end() ? base_form->second : english_stem(word);
  }
  const auto group = synonyms.find(stem);
  return group != synonyms.end() ? group->second : hash_of(stem);
}

std::string_view Lexicon::corrected(std::string_view word) const {
  if (word.size() < kLeastSlipLetters || known.contains(std::string(word))) return word;
  if (known.contains(english_stem(word))) return word;
  const std::string* meant = nullptr;
  bool several = false;
  const auto consider = [&](const std::string& form) {
    const auto found = slips.find(form);
    if (found == slips.end()) return true;
    // A slip in the first letter is rarer than another word: "worry" and "sorry".
    if (found->second.empty() || found->second.front() != word.front()) return true;
    several = several || (meant != nullptr && *meant != found->second);
    meant = &found->second;
    return !several;
  };
  consider(std::string(word));
  each_shortened(word, consider);
  if (meant == nullptr || several) return word;
  const std::size_t longer = std::max(meant->size(), word.size());
  const std::size_t shorter = std::min(meant->size(), word.size());
  if (longer - shorter > 1) return word;
  return *meant;
}

std::span<const std::string> Lexicon::expansion(std::string_view word) const {
  const auto found = expand.find(std::string(word));
  return found == expand.end() ? std::span<const std::string>{} : found->second;
}

std::size_t Lexicon::memory() const {
  constexpr std::size_t kNode = 64;  // of a hash table with short strings
  return patterns.memory() + rules.size() * sizeof(Rule) +
         kNode * (simplified.size() / 2 + stop.size() + common.size() + irregular.size() +
                  synonyms.size() + expand.size() + 2 * slips.size() + known.size());
}

}  // namespace aplomb::language
