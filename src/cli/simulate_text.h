// Numbers and bars as `aplomb simulate` prints them. Whole numbers in, text out.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace aplomb::cli {

// 3524 hundredths: "35.24"; with a sign: "+35.24", "−3.20".
[[nodiscard]] std::string hundredths(std::int64_t value);
[[nodiscard]] std::string signed_hundredths(std::int64_t value);
// 942 hundredths: "9.4", rounded half up. Not negative.
[[nodiscard]] std::string tenths(std::int64_t hundredths);

// A part of a whole (not 0) in tenths of a per cent, rounded. What is more than nothing never shows
// as nothing, what is less than all never as all.
[[nodiscard]] std::string percent(std::uint64_t part, std::uint64_t whole);

// A bar of part / most of `columns`, in eighths of a column; what is more than nothing shows.
[[nodiscard]] std::string bar(std::uint64_t part, std::uint64_t most, int columns);

// One column for each count, its height in eighths of the highest; "·" for nothing.
[[nodiscard]] std::string skyline(std::span<const std::uint64_t> counts);

}  // namespace aplomb::cli
