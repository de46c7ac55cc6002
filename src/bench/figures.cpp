#include "bench/figures.h"

#include <algorithm>
#include <array>

namespace aplomb::bench {
namespace {

constexpr std::array<Figure, 11> kFigures{{
    {"flat_loop", Unit::kMillionsPerSecond, std::nullopt, "", 0},
    {"steps", Unit::kMillionsPerSecond, std::nullopt, "flat_loop", 1.0 / 2},
    {"scored_steps", Unit::kMillionsPerSecond, std::nullopt, "flat_loop", 1.0 / 5},
    {"state_copy", Unit::kNanoseconds, 50, "", 0},
    {"json_parse", Unit::kMilliseconds, std::nullopt, "", 0},
    {"load", Unit::kMilliseconds, 120, "json_parse", 2},
    {"transitions", Unit::kMillionsPerSecond, 3, "", 0},
    {"explore", Unit::kSeconds, 1, "", 0},
    {"simulate", Unit::kSeconds, 2, "", 0},
    {"reading", Unit::kMilliseconds, 0.2, "", 0},
    {"memory", Unit::kMegabytes, 30, "", 0},
}};

bool reaches(Unit unit, double value, double bound) {
  return is_rate(unit) ? value >= bound : value <= bound;
}

Row judge(const Figure& figure, const Measured& measured, std::span<const Measured> all) {
  Row row{&figure, measured.subject, measured.value, std::nullopt, std::nullopt};
  bool known = figure.target.has_value();
  bool met = !known || reaches(figure.unit, measured.value, *figure.target);
  const auto base = std::find_if(all.begin(), all.end(), [&](const Measured& each) {
    return each.figure == figure.base;
  });
  if (base != all.end() && base->value > 0) {
    row.ratio = measured.value / base->value;
    met = met && reaches(figure.unit, *row.ratio, figure.factor);
    known = true;
  }
  if (known) row.met = met;
  return row;
}

}  // namespace

std::span<const Figure> figures() { return kFigures; }

const Figure* find_figure(std::string_view id) {
  const auto found = std::find_if(kFigures.begin(), kFigures.end(),
                                  [&](const Figure& each) { return each.id == id; });
  return found == kFigures.end() ? nullptr : &*found;
}

std::vector<Row> judged(std::span<const std::string> asked, std::span<const Measured> measured) {
  std::vector<Row> rows;
  for (const Figure& figure : kFigures) {
    if (std::find(asked.begin(), asked.end(), figure.id) == asked.end()) continue;
    const std::size_t before = rows.size();
    for (const Measured& each : measured) {
      if (each.figure == figure.id) rows.push_back(judge(figure, each, measured));
    }
    if (rows.size() == before) rows.push_back({&figure, "", {}, {}, {}});
    std::sort(rows.begin() + static_cast<std::ptrdiff_t>(before), rows.end(),
              [](const Row& a, const Row& b) { return a.subject < b.subject; });
  }
  return rows;
}

}  // namespace aplomb::bench
