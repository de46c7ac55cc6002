#include "cli/bench_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "i18n/format.h"

namespace aplomb::cli {
namespace {

using bench::Figure;
using bench::Row;
using bench::Unit;
using i18n::Key;

constexpr double kMega = 1e6;
constexpr std::string_view kNothing = "–";

// Three figures are enough to compare by: 0.532, 5.32, 53.2, 532.
std::string number(double value) {
  const int before = value < 1 ? 0 : static_cast<int>(std::log10(value)) + 1;
  return fmt::format("{:.{}f}", value, std::max(0, 3 - before));
}

std::string with_unit(const std::string& value, Unit unit, base::Language language) {
  switch (unit) {
    case Unit::kMillionsPerSecond:
      return i18n::format(Key::kBenchMillionsPerSecond, language, value);
    case Unit::kNanoseconds: return i18n::format(Key::kBenchNanoseconds, language, value);
    case Unit::kMilliseconds: return i18n::format(Key::kBenchMilliseconds, language, value);
    case Unit::kSeconds: return i18n::format(Key::kBenchSeconds, language, value);
    case Unit::kMegabytes: return i18n::format(Key::kBenchMegabytes, language, value);
  }
  return value;
}

class Table {
 public:
  Table(const Context& context, const std::vector<Row>& rows) : context_(context), rows_(rows) {
    using i18n::text;
    lines_.push_back({std::string(text(Key::kBenchColumnFigure, language())),
                      std::string(text(Key::kBenchColumnValue, language())),
                      std::string(text(Key::kBenchColumnTarget, language())),
                      std::string(text(Key::kBenchColumnRatio, language())),
                      std::string(text(Key::kBenchColumnMet, language()))});
    for (const Row& row : rows) {
      lines_.push_back({name(row), value(row), target(*row.figure), ratio(row), met(row)});
    }
    for (const Cells& cells : lines_) {
      for (std::size_t i = 0; i < kColumns; ++i) {
        widths_[i] = std::max(widths_[i], base::display_width(cells[i]));
      }
    }
  }

  void print() const {
    context_.out << bold(context_, line(lines_.front())) << '\n';
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      context_.out << line(lines_[i + 1]) << '\n';
      const bool last_of_figure =
          i + 1 == rows_.size() || rows_[i + 1].figure != rows_[i].figure;
      if (!last_of_figure) continue;
      const std::string how = std::string(rows_[i].figure->id) + ".how";
      context_.out << dim(context_,
                          wrapped(context_, i18n::name("bench", how, language()), 4, "    "));
    }
  }

 private:
  static constexpr std::size_t kColumns = 5;
  using Cells = std::array<std::string, kColumns>;

  [[nodiscard]] base::Language language() const { return context_.language; }

  [[nodiscard]] std::string name(const Row& row) const {
    std::string name(i18n::name("bench", row.figure->id, language()));
    if (!row.subject.empty()) name += " · " + row.subject;
    return name;
  }

  [[nodiscard]] std::string value(const Row& row) const {
    if (!row.value) return std::string(i18n::text(Key::kBenchNotMeasured, language()));
    return with_unit(number(*row.value), row.figure->unit, language());
  }

  [[nodiscard]] std::string target(const Figure& figure) const {
    const std::string sign = bench::is_rate(figure.unit) ? "≥ " : "≤ ";
    std::string result;
    if (figure.target) {
      result = sign + with_unit(fmt::format("{:g}", *figure.target), figure.unit, language());
    }
    if (!figure.base.empty()) {
      const std::string times =
          sign + i18n::format(Key::kBenchTargetOf, language(), fmt::format("{:g}", figure.factor),
                              std::string(i18n::name("bench", figure.base, language())));
      result = result.empty() ? times : i18n::format(Key::kBenchAnd, language(), result, times);
    }
    return result.empty() ? std::string(i18n::text(Key::kBenchYardstick, language())) : result;
  }

  [[nodiscard]] static std::string ratio(const Row& row) {
    return row.ratio ? fmt::format("{:.2f}", *row.ratio) : std::string(kNothing);
  }

  [[nodiscard]] static std::string met(const Row& row) {
    if (!row.met) return std::string(kNothing);
    return *row.met ? "✓" : "✗";
  }

  // Names and targets to the left, numbers to the right.
  [[nodiscard]] std::string line(const Cells& cells) const {
    std::string result;
    for (std::size_t i = 0; i < kColumns; ++i) {
      const bool number = i == 1 || i == 3;
      const int missing = widths_[i] - base::display_width(cells[i]);
      const std::string space(static_cast<std::size_t>(missing), ' ');
      result += (i == 0 ? "  " : "   ") + (number ? space + cells[i] : cells[i] + space);
    }
    while (result.back() == ' ') result.pop_back();
    return result;
  }

  const Context& context_;
  const std::vector<Row>& rows_;
  std::vector<Cells> lines_;
  std::array<int, kColumns> widths_{};
};

std::string_view unit_id(Unit unit) {
  static constexpr std::array<std::string_view, 5> kIds{"million_per_second", "ns", "ms", "s",
                                                        "MB"};
  return kIds[static_cast<std::size_t>(unit)];
}

template <typename T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

}  // namespace

void print(const Context& context, const BenchHeading& heading, const std::vector<Row>& rows) {
  const base::Language language = context.language;
  const std::string processor =
      heading.machine.processor.empty()
          ? std::string(i18n::text(Key::kBenchUnknownProcessor, language))
          : heading.machine.processor;
  context.out << i18n::format(Key::kBenchMachine, language, processor, heading.machine.cores,
                              heading.machine.compiler, heading.machine.build)
              << '\n'
              << i18n::format(Key::kBenchStory, language, grouped(heading.places),
                              grouped(heading.replies),
                              fmt::format("{:.1f}", static_cast<double>(heading.bytes) / kMega))
              << '\n'
              << i18n::format(Key::kBenchRounds, language, heading.rounds) << "\n\n";
  Table(context, rows).print();
}

Json to_json(const BenchHeading& heading, const std::vector<Row>& rows) {
  Json json{{"machine",
             {{"processor", heading.machine.processor},
              {"cores", heading.machine.cores},
              {"compiler", heading.machine.compiler},
              {"build", heading.machine.build}}},
            {"story",
             {{"places", heading.places}, {"replies", heading.replies}, {"bytes", heading.bytes}}},
            {"rounds", heading.rounds}};
  json["figures"] = Json::array();
  for (const Row& row : rows) {
    const Figure& figure = *row.figure;
    Json entry{{"id", figure.id}, {"unit", unit_id(figure.unit)}, {"value", or_null(row.value)}};
    if (!row.subject.empty()) entry["scenario"] = row.subject;
    if (figure.target) entry["target"] = *figure.target;
    if (!figure.base.empty()) {
      entry["base"] = figure.base;
      entry["target_ratio"] = figure.factor;
      entry["ratio"] = or_null(row.ratio);
    }
    entry["met"] = or_null(row.met);
    json["figures"].push_back(std::move(entry));
  }
  return json;
}

}  // namespace aplomb::cli
