// What is measured, and the figures that the program must reach. Where a figure is measured against
// a yardstick, both are taken in the same run, turn about.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace aplomb::bench {

enum class Unit : std::uint8_t {
  kMillionsPerSecond,
  kNanoseconds,
  kMilliseconds,
  kSeconds,
  kMegabytes,  // of 10^6 bytes
};

// Of a rate more is better, of everything else less.
[[nodiscard]] constexpr bool is_rate(Unit unit) { return unit == Unit::kMillionsPerSecond; }

struct Figure {
  std::string_view id;
  Unit unit{};
  std::optional<double> target;  // in `unit`
  std::string_view base;         // the figure it is divided by; empty: none
  double factor = 0;             // of the base, the least rate or the longest time
};

// In the order of the table.
[[nodiscard]] std::span<const Figure> figures();
// Null when there is none of that id.
[[nodiscard]] const Figure* find_figure(std::string_view id);

struct Measured {
  std::string figure;
  std::string subject;  // the scenario it was taken on; empty: the reference story
  double value = 0;     // in the figure's unit
};

// A line of the table.
struct Row {
  const Figure* figure = nullptr;
  std::string subject;
  std::optional<double> value;  // none: not measured
  std::optional<double> ratio;  // to the base
  std::optional<bool> met;      // none where there is no target or it could not be told
};

// A row for each figure in `asked`, or each of its subjects, in the order of the table.
[[nodiscard]] std::vector<Row> judged(std::span<const std::string> asked,
                                      std::span<const Measured> measured);

}  // namespace aplomb::bench
