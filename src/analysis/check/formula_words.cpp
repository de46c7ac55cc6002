#include "analysis/check/formula_words.h"

#include <array>
#include <span>
#include <string>

#include "base/text.h"

namespace aplomb::analysis {
namespace {

// No entry is part of another, so that nothing counts twice.
constexpr std::array<std::string_view, 24> kChinese{
    "您",   "请",   "谢谢", "感谢", "抱歉", "对不起", "不好意思", "理解", "体谅", "谅解", "放心", "一定",
    "尽快", "马上", "立即", "非常", "荣幸", "愿意",   "诚挚",     "真诚", "重视", "耐心", "包涵", "祝"};
constexpr std::array<std::string_view, 24> kEnglish{
    "thank",   "grateful",     "sorry",   "apolog",     "understand",    "appreciat",
    "certain", "of course", "happy",   "glad",       "pleas",         "value",
    "sincere", "assure",    "kind",    "definitely", "inconvenience", "patien",
    "absolut", "rest easy", "delight", "immediate",  "regret",        "care about"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

int count_of(std::string_view word, std::string_view text, bool at_word_start) {
  int count = 0;
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + word.size())) {
    if (!at_word_start || at == 0 || !is_letter(text[at - 1])) ++count;
  }
  return count;
}

}  // namespace

int formula_words(std::string_view text, base::Language language) {
  const bool english = language == base::Language::kEn;
  const std::string plain = base::to_lower_ascii(text);
  const std::span<const std::string_view> words =
      english ? std::span<const std::string_view>(kEnglish) : kChinese;
  int count = 0;
  for (const std::string_view word : words) count += count_of(word, plain, english);
  return count;
}

}  // namespace aplomb::analysis
