// What the terminal shows of a command that takes long: a line with the count, the rate and the time
// left, from half a second on; and Ctrl-C, which ends the work with what there is so far.
#pragma once

#include <cstdint>
#include <string>

#include "analysis/progress.h"
#include "cli/context.h"
#include "i18n/format.h"

namespace aplomb::cli {

class ProgressLine {
 public:
  // `name` is what is worked on; `counted` a text with one {} for how many have been done, such as
  // "{} states".
  ProgressLine(const Context& context, std::string name, i18n::FormatKey<std::string> counted);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  // For the work; it must end before this line does.
  [[nodiscard]] analysis::Watching watching();

  // Takes the line away. Call before anything else is printed.
  void clear();

 private:
  void show(const analysis::Progress& progress);

  const Context& context_;
  std::string name_;
  i18n::Key counted_;
  std::int64_t started_ms_;
  std::int64_t shown_ms_ = 0;
  bool shown_ = false;
};

// A number with its thousands apart: 354,554.
[[nodiscard]] std::string grouped(std::uint64_t number);

}  // namespace aplomb::cli
