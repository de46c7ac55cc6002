// Numbers in words: "a hundred and twenty", 一百二, 四十.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace aplomb::language {

struct Number {
  std::int64_t value = 0;
  std::size_t count = 0;  // words or characters that it takes
};

// The number that the words begin with: two or more, or one before "hundred" and "thousand". "one"
// alone is a pronoun as often as a number and is left alone.
[[nodiscard]] std::optional<Number> english_number(std::span<const std::string_view> words);

// The number that the characters begin with. A single one counts only before a unit (三天, 两趟);
// 一 alone never, nor what only looks like a number (千万别, 十分抱歉, 三五天).
[[nodiscard]] std::optional<Number> chinese_number(std::u32string_view characters);

}  // namespace aplomb::language
