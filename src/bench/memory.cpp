#include "bench/memory.h"

#include <malloc.h>

#include <charconv>
#include <string>
#include <string_view>

#include "base/text.h"
#include "bench/walk.h"
#include "scenario/load.h"

namespace aplomb::bench {
namespace {

constexpr int kPlays = 1000;
constexpr std::size_t kStatusLimit = 1 << 16;

// "VmRSS:	   23456 kB": the value of the line with that name, in bytes.
std::optional<std::int64_t> bytes_of(std::string_view status, std::string_view name) {
  for (const std::string_view line : base::split(status, '\n')) {
    if (!line.starts_with(name)) continue;
    const std::string_view value = base::trim(line.substr(name.size()));
    std::int64_t kilobytes = 0;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), kilobytes);
    if (read.ec == std::errc()) return kilobytes * 1024;
  }
  return std::nullopt;
}

}  // namespace

std::optional<MemoryUse> memory_use(const base::FileSystem& files) {
  const auto status = files.read("/proc/self/status", kStatusLimit);
  if (!status) return std::nullopt;
  const auto resident = bytes_of(*status, "VmRSS:");
  const auto most = bytes_of(*status, "VmHWM:");
  if (!resident || !most) return std::nullopt;
  return MemoryUse{*resident, *most};
}

std::optional<MemoryUse> memory_use_playing(const base::FileSystem& files,
                                            const engine::AffectModel& affect,
                                            std::shared_ptr<const scoring::Rubric> rubric) {
  std::string text = scenario_text(reference_story(), Behaviours::kNone);
  // What making the story took is no part of what is measured.
  malloc_trim(0);
  scenario::Loaded loaded = scenario::load("", std::move(text));
  const EngineStory story(std::move(loaded.program), affect, std::move(rubric));
  QuickRandom random;
  for (int i = 0; i < kPlays; ++i) static_cast<void>(story.scored_play(random));
  return memory_use(files);
}

}  // namespace aplomb::bench
