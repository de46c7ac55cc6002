#include "language/numbers.h"

#include <algorithm>
#include <array>

namespace aplomb::language {
namespace {

struct NumberWord {
  std::string_view word;
  int value;
};
constexpr std::array kSmall = {
    NumberWord{"two", 2},        NumberWord{"three", 3},     NumberWord{"four", 4},
    NumberWord{"five", 5},       NumberWord{"six", 6},       NumberWord{"seven", 7},
    NumberWord{"eight", 8},      NumberWord{"nine", 9},      NumberWord{"ten", 10},
    NumberWord{"eleven", 11},    NumberWord{"twelve", 12},   NumberWord{"thirteen", 13},
    NumberWord{"fourteen", 14},  NumberWord{"fifteen", 15},  NumberWord{"sixteen", 16},
    NumberWord{"seventeen", 17}, NumberWord{"eighteen", 18}, NumberWord{"nineteen", 19},
    NumberWord{"twenty", 20},    NumberWord{"thirty", 30},   NumberWord{"forty", 40},
    NumberWord{"fifty", 50},     NumberWord{"sixty", 60},    NumberWord{"seventy", 70},
    NumberWord{"eighty", 80},    NumberWord{"ninety", 90},   NumberWord{"one", 1}};

int small(std::string_view word) {
  for (const NumberWord& each : kSmall) {
    if (each.word == word) return each.value;
  }
  return 0;
}

// Below a hundred: "twenty", "twenty-five" as two words, "one".
std::size_t below_hundred(std::span<const std::string_view> words, int& value) {
  if (words.empty()) return 0;
  value = small(words[0]);
  if (value == 0) return 0;
  if (value >= 20 && words.size() > 1) {
    const std::size_t next = words[1] == "-" && words.size() > 2 ? 2 : 1;
    const int unit = small(words[next]);
    if (unit > 0 && unit < 10) {
      value += unit;
      return next + 1;
    }
  }
  return 1;
}

int digit(char32_t c) {
  constexpr std::u32string_view kDigits = U"零一二三四五六七八九";
  if (c == U'两') return 2;
  if (c == U'〇') return 0;
  const auto at = kDigits.find(c);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

int power(char32_t c) {
  switch (c) {
    case U'十':
      return 10;
    case U'百':
      return 100;
    case U'千':
      return 1000;
    case U'万':
      return 10000;
    default:
      return 0;
  }
}

bool is_unit(char32_t c) {
  constexpr std::u32string_view kUnits =
      U"天日年月号点分秒小个块元次趟回遍条张份样件位倍成周家名步页栏项种楼层度米公斤套台部笔封句道"
      U"口封行格站场班届岁角毛"
      U"%";
  return kUnits.find(c) != std::u32string_view::npos;
}

}  // namespace

std::optional<Number> english_number(std::span<const std::string_view> words) {
  std::size_t at = 0;
  std::int64_t total = 0;
  bool any = false;
  if (words.size() > 1 && words[0] == "a" && (words[1] == "hundred" || words[1] == "thousand")) {
    total = words[1] == "hundred" ? 100 : 1000;
    at = 2;
    any = true;
  } else {
    int value = 0;
    at = below_hundred(words, value);
    if (at == 0) return std::nullopt;
    total = value;
    any = value != 1;
  }
  const auto skip_hyphen = [&] {
    if (at + 1 < words.size() && words[at] == "-") ++at;
  };
  while (at < words.size()) {
    const std::size_t before = at;
    skip_hyphen();
    if (words[at] == "hundred" && total < 100) {
      total *= 100;
      ++at;
    } else if (words[at] == "thousand" && total < 1000) {
      total *= 1000;
      ++at;
    } else {
      if (words[at] == "and" && total >= 100 && total % 100 == 0) ++at;
      int value = 0;
      const std::size_t taken =
          total >= 100 && total % 100 == 0 ? below_hundred(words.subspan(at), value) : 0;
      if (taken == 0) {
        at = before;
        break;
      }
      at += taken;
      if (at < words.size() && words[at] == "hundred" && total >= 1000) {
        value *= 100;
        ++at;
      }
      total += value;
    }
    any = true;
  }
  if (!any) return std::nullopt;
  return Number{total, at};
}

std::optional<Number> chinese_number(std::u32string_view characters) {
  std::size_t at = 0;
  std::int64_t total = 0, section = 0, current = -1;
  int last_power = 0;
  while (at < characters.size() && at < 12) {
    const char32_t c = characters[at];
    if (const int d = digit(c); d >= 0) {
      if (current > 0) return std::nullopt;
      current = d;
      if (d == 0) last_power = 0;
    } else if (const int p = power(c); p > 0) {
      if (at == 0 && p != 10) return std::nullopt;
      if (current < 0 && at > 0 && p != 10000) break;
      if (p == 10000) {
        total = (total + section + std::max<std::int64_t>(current, 0)) * p;
        section = 0;
      } else {
        section += std::max<std::int64_t>(current, 1) * p;
      }
      last_power = p;
      current = -1;
    } else {
      break;
    }
    ++at;
  }
  if (at == 0) return std::nullopt;
  const char32_t next = at < characters.size() ? characters[at] : U'\0';
  // 一百二 is a hundred and twenty.
  if (current > 0 && last_power >= 100 && at >= 3) current *= last_power / 10;
  if (at == 1) {
    if (characters[0] == U'十') {
      if (next == U'分' && !(characters.size() > 2 && characters[2] == U'钟')) return std::nullopt;
      if (!is_unit(next)) return std::nullopt;
    } else if (current < 2 || !is_unit(next)) {
      return std::nullopt;
    }
  }
  return Number{total + section + std::max<std::int64_t>(current, 0), at};
}

}  // namespace aplomb::language
