#include "app/pacing.h"

#include <algorithm>

#include "base/text.h"

namespace aplomb::app {
namespace {

// A little faster than people read, so that nobody waits for the machine.
constexpr std::int64_t kMsPerHan = 55;
constexpr std::int64_t kMsPerLetter = 24;
constexpr std::int64_t kPauseMs = 350;
constexpr std::int64_t kStepMs = 40;

}  // namespace

std::int64_t Pacing::duration_ms(std::string_view text, base::Language language) {
  const auto count = static_cast<std::int64_t>(base::count_code_points(text));
  return count * (language == base::Language::kZh ? kMsPerHan : kMsPerLetter);
}

void Pacing::begin(std::string_view text, base::Language language, std::int64_t now_ms,
                   bool reduced_motion) {
  started_ms_ = now_ms;
  const std::int64_t reading = duration_ms(text, language);
  duration_ms_ = reduced_motion ? 0 : reading;
  pause_ms_ = reduced_motion ? reading / 2 : kPauseMs;
}

void Pacing::hurry(std::int64_t now_ms) {
  started_ms_ = now_ms;
  duration_ms_ = 0;
  pause_ms_ = 0;
}

std::size_t Pacing::revealed(std::string_view text, std::int64_t now_ms) const {
  const std::int64_t elapsed = now_ms - started_ms_;
  if (duration_ms_ <= 0 || elapsed >= duration_ms_) return text.size();
  const auto wanted = static_cast<std::int64_t>(base::count_code_points(text)) *
                      std::max<std::int64_t>(elapsed, 0) / duration_ms_;
  std::size_t at = 0;
  for (std::int64_t i = 0; i < wanted && at < text.size(); ++i) {
    at += base::decode_utf8(text, at).length;
  }
  return at;
}

bool Pacing::done(std::int64_t now_ms) const {
  return now_ms - started_ms_ >= duration_ms_ + pause_ms_;
}

std::int64_t Pacing::next_change_ms(std::int64_t now_ms) const {
  const std::int64_t elapsed = now_ms - started_ms_;
  if (elapsed < duration_ms_) return kStepMs;
  return std::max<std::int64_t>(1, duration_ms_ + pause_ms_ - elapsed);
}

}  // namespace aplomb::app
