#include "language/baselines.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "base/text.h"

namespace aplomb::language {
namespace {

struct Keywords {
  std::string_view en, zh;  // between '|'
};

// In the order of the vocabulary.
constexpr std::array<Keywords, scenario::kBehaviourCount> kKeywords = {{
    {"what|how|why|tell me", "什么|怎么|为什么|说说"},
    {"?|is it|did you|have you", "？|吗|是不是"},
    {"you said|you waited|you want", "您说|您等|您要"},
    {"so|to sum up|have i", "归纳|总结|一共"},
    {"really|seems|it isn't", "其实|好像|不是"},
    {"go on|listening", "您说|听着"},
    {"are you|worried|must be", "辛苦|累|担心"},
    {"angry|upset|hurt|frustrat", "生气|委屈|难受"},
    {"anyone|no wonder|right to", "换谁|难怪|应该"},
    {"cost you|your time|day off", "耽误|白跑|时间"},
    {"sorry|apolog", "对不起|抱歉|不好意思"},
    {"mr|ms", "先生|女士"},
    {"you're right|our fault|true", "您说得对|我们的错|确实"},
    {"let it out|go ahead", "慢慢说|尽管说"},
    {"will|minutes|today", "会|分钟|今天"},
    {"or|either|up to you", "或者|还是|您定"},
    {"let's|shall we|agree", "咱们|一起|商量"},
    {"can't|but i can", "不能|但是|可以"},
    {"seat|water|break", "坐|水|歇"},
    {"0|1|2|3|4|5|6|7|8|9", "一|二|三|点"},
    {"because|so that|since", "因为|所以|才"},
    {"i'll|next|first", "先|然后|下一步"},
    {"that means|in other words", "就是说|意思"},
    {"would you like|want us", "您希望|您想"},
    {"i'll|i will|by", "我会|我来|我给您"},
    {"refund|replace|repair|free", "退|换|免"},
    {"instead|could|alternatively", "要不|也可以"},
    {"put you through|introduce", "陪您|转"},
    {"call you|ring you|report", "打给您|回访"},
    {"agreed|all right", "行吗|说定"},
    {"i heard|understand", "听见|明白"},
    {"back to|coming back", "说回|回到"},
    {"can't|not able", "不能|没法"},
}};

int count_of(std::string_view words, std::string_view text) {
  int count = 0;
  for (const std::string_view each : base::split(words, '|')) {
    count += static_cast<int>(text.find(each) != std::string_view::npos);
  }
  return count;
}

}  // namespace

int token_count(std::string_view text) {
  int count = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto [point, length] = base::decode_utf8(text, at);
    const bool latin = point < 0x80 && std::isalnum(static_cast<int>(point)) != 0;
    count += static_cast<int>((latin && !in_word) || (point >= 0x3400 && point < 0xFF00));
    in_word = latin;
    at += length;
  }
  return count;
}

int keyword_level(Behaviour behaviour, std::string_view reply, base::Language language) {
  const Keywords& words = kKeywords[static_cast<std::size_t>(behaviour)];
  const std::string text = base::to_lower_ascii(reply);
  return std::min(3, count_of(language == base::Language::kZh ? words.zh : words.en, text));
}

}  // namespace aplomb::language
