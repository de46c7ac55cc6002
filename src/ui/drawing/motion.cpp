#include "ui/drawing/motion.h"

#include <algorithm>
#include <limits>

#include "ui/drawing/geometry.h"

namespace aplomb::ui {

namespace {

// A value nobody asked for in this many frames belongs to a screen that is gone; it starts afresh
// when it comes back.
constexpr std::uint64_t kForgetAfterFrames = 2;

float eased(float t) {
  const float rest = 1.0F - t;
  return 1.0F - rest * rest * rest;
}

}  // namespace

void Motion::begin_frame(double seconds, bool reduced) {
  std::erase_if(tracks_, [this](const auto& entry) {
    return frame_ - entry.second.last_frame >= kForgetAfterFrames;
  });
  ++frame_;
  now_ = seconds;
  reduced_ = reduced;
  next_frame_ = std::numeric_limits<double>::infinity();
}

float Motion::ease(MotionId id, float target, float duration) {
  return ease_from(id, target, target, duration);
}

float Motion::ease_from(MotionId id, float start, float target, float duration) {
  const auto [entry, fresh] = tracks_.try_emplace(id);
  Track& track = entry->second;
  track.last_frame = frame_;
  if (fresh) track = {start, target, now_, frame_};
  if (reduced_ || duration <= 0.0F) {
    track = {target, target, now_, frame_};
    return target;
  }
  const auto progress = [&] {
    return std::clamp(static_cast<float>((now_ - track.start) / duration), 0.0F, 1.0F);
  };
  if (track.target != target) {
    const float here = mix(track.from, track.target, eased(progress()));
    track = {here, target, now_, frame_};
  }
  const float done = progress();
  if (done >= 1.0F || track.from == track.target) {
    track.from = track.target;
    return target;
  }
  want_frame(0.0);
  return mix(track.from, track.target, eased(done));
}

void Motion::want_frame(double in_seconds) { next_frame_ = std::min(next_frame_, in_seconds); }

}  // namespace aplomb::ui
