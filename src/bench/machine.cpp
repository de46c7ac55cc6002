#include "bench/machine.h"

#include <string_view>
#include <thread>

#include "base/text.h"

namespace aplomb::bench {
namespace {

constexpr std::size_t kCpuInfoLimit = std::size_t{4} << 20;

#ifdef __clang__
constexpr std::string_view kCompiler = __VERSION__;  // names itself
#else
constexpr std::string_view kCompiler = "GCC " __VERSION__;
#endif

std::string processor(const base::FileSystem& files) {
  const auto described = files.read("/proc/cpuinfo", kCpuInfoLimit);
  if (!described) return {};
  for (const std::string_view line : base::split(*described, '\n')) {
    const std::size_t colon = line.find(':');
    if (!line.starts_with("model name") || colon == std::string_view::npos) continue;
    return std::string(base::trim(line.substr(colon + 1)));
  }
  return {};
}

}  // namespace

MachineName machine_name(const base::FileSystem& files) {
  const auto cores = static_cast<int>(std::thread::hardware_concurrency());
  return {processor(files), cores, std::string(kCompiler), APLOMB_BUILD_TYPE};
}

}  // namespace aplomb::bench
