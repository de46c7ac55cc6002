#pragma once

#include <cstdint>
#include <unordered_map>

namespace aplomb::ui {

using MotionId = std::uint64_t;

// Values that move smoothly to where they should be. Knows when it needs another frame, so that a
// still screen costs nothing.
class Motion {
 public:
  // Once a frame, before anything is asked. `seconds` only ever grows.
  void begin_frame(double seconds, bool reduced);

  // The value of `id` on its way to `target`, with easing (cubic, fast first). A value asked for
  // the first time starts at its target; with reduced motion it is always there.
  float ease(MotionId id, float target, float duration);

  // As ease(), but starts from `start` when asked for the first time.
  float ease_from(MotionId id, float start, float target, float duration);

  // Another frame is wanted in so many seconds.
  void want_frame(double in_seconds);

  double next_frame() const { return next_frame_; }
  double now() const { return now_; }
  bool reduced() const { return reduced_; }

 private:
  struct Track {
    float from = 0.0F;
    float target = 0.0F;
    double start = 0.0;
    std::uint64_t last_frame = 0;
  };

  std::unordered_map<MotionId, Track> tracks_;
  std::uint64_t frame_ = 0;
  double now_ = 0.0;
  double next_frame_ = 0.0;
  bool reduced_ = false;
};

}  // namespace aplomb::ui
