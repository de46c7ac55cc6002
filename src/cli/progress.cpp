#include "cli/progress.h"

#include <algorithm>

#include "cli/terminal.h"

namespace aplomb::cli {
namespace {

using i18n::Key;

constexpr std::int64_t kQuietMs = 500;  // shorter work shows no line
constexpr std::int64_t kBetweenMs = 200;
constexpr std::int64_t kMsPerSecond = 1000;

}  // namespace

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
  return digits;
}

ProgressLine::ProgressLine(const Context& context, std::string name,
                           i18n::FormatKey<std::string> counted)
    : context_(context),
      name_(std::move(name)),
      counted_(counted.key()),
      started_ms_(context.clock.monotonic_ms()) {}

ProgressLine::~ProgressLine() { clear(); }

analysis::Watching ProgressLine::watching() {
  analysis::Watching watching;
  if (context_.shows_progress) {
    watching.report = [this](const analysis::Progress& progress) { show(progress); };
  }
  if (context_.on_interrupt) watching.stop = context_.on_interrupt();
  return watching;
}

void ProgressLine::clear() {
  if (shown_) context_.err << "\r\x1b[K" << std::flush;
  shown_ = false;
}

void ProgressLine::show(const analysis::Progress& progress) {
  const std::int64_t now = context_.clock.monotonic_ms();
  const std::int64_t spent = now - started_ms_;
  if (spent < kQuietMs || now - shown_ms_ < kBetweenMs) return;
  shown_ms_ = now;
  shown_ = true;
  const base::Language language = context_.language;
  const std::uint64_t rate = progress.done * kMsPerSecond / static_cast<std::uint64_t>(spent);
  std::string line =
      name_ + "  " +
      fmt::vformat(text(counted_, language), fmt::make_format_args(grouped(progress.done))) +
      i18n::format(Key::kCliProgressRate, language, grouped(rate));
  if (progress.known_total > progress.done && rate > 0) {
    const std::uint64_t left = (progress.known_total - progress.done + rate - 1) / rate;
    line += progress.total_grows
                ? i18n::format(Key::kCliProgressAtLeast, language, grouped(left))
                : i18n::format(Key::kCliProgressLeft, language, grouped(left));
  }
  if (context_.on_interrupt) line += text(Key::kCliProgressStop, language);
  context_.err << '\r' << shortened(line, context_.columns - 1) << "\x1b[K" << std::flush;
}

}  // namespace aplomb::cli
