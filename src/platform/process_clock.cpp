#include "platform/process_clock.h"

#include <unistd.h>

#include <ctime>
#include <fstream>
#include <sstream>
#include <string>

namespace aplomb::platform {

double process_age_ms() {
  // Field 22 of proc(5) /proc/self/stat: start after boot in clock ticks. Fields are counted from
  // the one after the program's name, which is in parentheses and may itself hold spaces.
  constexpr int kFieldsAfterName = 20;
  std::ifstream file("/proc/self/stat");
  std::string line;
  std::getline(file, line);
  const std::size_t name_end = line.rfind(')');
  if (name_end == std::string::npos) return -1.0;
  std::istringstream fields(line.substr(name_end + 1));
  std::string field;
  for (int i = 0; i < kFieldsAfterName; ++i)
    fields >> field;
  if (!fields) return -1.0;

  timespec now{};
  clock_gettime(CLOCK_BOOTTIME, &now);
  const double ticks_per_second = static_cast<double>(sysconf(_SC_CLK_TCK));
  const double started = std::stod(field) / ticks_per_second;
  const double seconds = static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
  return (seconds - started) * 1000.0;
}

}  // namespace aplomb::platform
