#include "cli/simulate_text.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

namespace aplomb::cli {
namespace {

// Eighths of `columns`; at least one for what is more than nothing.
std::uint64_t eighths(std::uint64_t part, std::uint64_t most, std::uint64_t columns) {
  if (part == 0) return 0;
  return std::max<std::uint64_t>(1, part * columns * 8 / most);
}

std::string with_decimals(std::uint64_t whole, std::uint64_t part, std::size_t digits) {
  std::string decimals = std::to_string(part);
  decimals.insert(0, digits - std::min(digits, decimals.size()), '0');
  return std::to_string(whole) + "." + decimals;
}

}  // namespace

std::string hundredths(std::int64_t value) {
  const auto size = static_cast<std::uint64_t>(std::abs(value));
  return (value < 0 ? "−" : "") + with_decimals(size / 100, size % 100, 2);
}

std::string signed_hundredths(std::int64_t value) {
  return (value < 0 ? "" : "+") + hundredths(value);
}

std::string tenths(std::int64_t hundredths) {
  const auto rounded = static_cast<std::uint64_t>((hundredths + 5) / 10);
  return with_decimals(rounded / 10, rounded % 10, 1);
}

std::string percent(std::uint64_t part, std::uint64_t whole) {
  constexpr std::uint64_t kAll = 1000;
  const std::uint64_t rounded = (2 * kAll * part + whole) / (2 * whole);
  if (rounded == 0 && part > 0) return "< 0.1 %";
  if (rounded == kAll && part < whole) return "> 99.9 %";
  return with_decimals(rounded / 10, rounded % 10, 1) + " %";
}

std::string bar(std::uint64_t part, std::uint64_t most, int columns) {
  static constexpr std::array<std::string_view, 8> kEnds{"",  "▏", "▎", "▍",
                                                         "▌", "▋", "▊", "▉"};
  const std::uint64_t length = eighths(part, most, static_cast<std::uint64_t>(columns));
  std::string text;
  for (std::uint64_t i = 0; i < length / 8; ++i) text += "█";
  text += kEnds[length % 8];
  return text;
}

std::string skyline(std::span<const std::uint64_t> counts) {
  static constexpr std::array<std::string_view, 9> kHeights{"·", "▁", "▂", "▃", "▄",
                                                            "▅", "▆", "▇", "█"};
  const std::uint64_t most = *std::max_element(counts.begin(), counts.end());
  std::string text;
  for (const std::uint64_t count : counts) text += kHeights[eighths(count, most, 1)];
  return text;
}

}  // namespace aplomb::cli
