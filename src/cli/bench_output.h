// The table of measurements, for people and for machines.
#pragma once

#include <vector>

#include "bench/figures.h"
#include "bench/machine.h"
#include "cli/json_output.h"

namespace aplomb::cli {

struct BenchHeading {
  bench::MachineName machine;
  std::size_t places = 0;   // of the reference story
  std::size_t replies = 0;  // likewise
  std::size_t bytes = 0;    // likewise
  int rounds = 0;
};

void print(const Context& context, const BenchHeading& heading,
           const std::vector<bench::Row>& rows);

[[nodiscard]] Json to_json(const BenchHeading& heading, const std::vector<bench::Row>& rows);

}  // namespace aplomb::cli
