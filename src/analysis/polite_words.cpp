#include "analysis/polite_words.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "base/text.h"

namespace aplomb::analysis {
namespace {

constexpr auto kZh = std::to_array<std::string_view>({
    "非常抱歉", "十分抱歉", "深表歉意", "深感抱歉", "万分抱歉", "诚挚", "真诚", "衷心",   "抱歉",
    "对不起",   "不好意思", "歉意",     "道歉",     "见谅",     "谅解", "包涵", "请",     "您",
    "谢谢",     "感谢",     "多谢",     "理解",     "体谅",     "明白", "放心", "安心",   "尊敬",
    "尊重",     "重视",     "珍视",     "宝贵",     "荣幸",     "高兴", "乐意", "愿意",   "一定",
    "保证",     "承诺",     "负责",     "全力",     "尽力",     "尽快", "马上", "立刻",   "立即",
    "第一时间", "没问题",   "当然",     "帮您",     "为您",     "服务", "满意", "关心",   "关注",
    "支持",     "配合",     "祝您",     "愉快",     "欢迎",     "好的", "辛苦", "非常"});

constexpr auto kEn = std::to_array<std::string_view>({
    "sincerely sorry", "very sorry",   "so sorry",    "sorry",        "apologise",
    "apologize",       "apologies",    "apology",     "regret",       "forgive",
    "please",          "kindly",       "thank you",   "thanks",       "grateful",
    "appreciate",      "appreciated",  "understand",  "understanding", "of course",
    "certainly",       "absolutely",   "definitely",  "sure",         "assure",
    "rest assured",    "reassure",     "guarantee",   "promise",      "commit",
    "committed",       "don't worry",  "no problem",  "right away",   "straight away",
    "immediately",     "at once",      "as soon as possible", "do our best", "do my best",
    "every effort",    "happy",        "glad",        "pleased",      "delighted",
    "pleasure",        "welcome",      "value",       "valued",       "important to us",
    "respect",         "sincere",      "sincerely",   "truly",        "deeply",
    "really",          "very",         "help",        "assist",       "support",
    "care",            "service",      "satisfied",   "satisfaction", "feedback",
    "best"});

bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || static_cast<unsigned char>(byte) >= 0x80;
}

// Curly apostrophes straight and letters small, so that one spelling finds every writing.
std::string plain_english(std::string_view text) {
  std::string plain = base::to_lower_ascii(text);
  constexpr std::string_view kCurly = "’";
  for (std::size_t at = plain.find(kCurly); at != std::string::npos; at = plain.find(kCurly, at)) {
    plain.replace(at, kCurly.size(), "'");
  }
  return plain;
}

bool whole_word(std::string_view text, std::size_t begin, std::size_t end) {
  return (begin == 0 || !is_letter(text[begin - 1])) &&
         (end == text.size() || !is_letter(text[end]));
}

// Length of the longest entry that stands at `at`; 0 where none does.
std::size_t longest_at(std::string_view text, std::size_t at,
                       std::span<const std::string_view> entries, bool whole) {
  std::size_t longest = 0;
  for (const std::string_view entry : entries) {
    if (entry.size() <= longest || text.substr(at, entry.size()) != entry) continue;
    if (!whole || whole_word(text, at, at + entry.size())) longest = entry.size();
  }
  return longest;
}

int count(std::string_view text, std::span<const std::string_view> entries, bool whole) {
  int found = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = longest_at(text, at, entries, whole);
    if (length > 0) ++found;
    at += std::max<std::size_t>(1, length);
  }
  return found;
}

}  // namespace

int count_polite_words(std::string_view text, base::Language language) {
  if (language == base::Language::kZh) return count(text, kZh, false);
  return count(plain_english(text), kEn, true);
}

}  // namespace aplomb::analysis
