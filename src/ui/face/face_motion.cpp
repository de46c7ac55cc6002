#include "ui/face/face_motion.h"

#include <algorithm>

namespace aplomb::ui {

namespace {

// A little slower than the rest of the screen: the change of a face is worth seeing.
constexpr double kSeconds = 0.36;

}  // namespace

Expression FaceMotion::toward(Motion& motion, scenario::Emotion emotion) {
  const Expression target = expression_of(emotion);
  if (!started_ || motion.reduced()) {
    started_ = true;
    emotion_ = emotion;
    start_ = motion.now() - kSeconds;
    from_ = shown_ = target;
    return target;
  }
  if (emotion != emotion_) {
    emotion_ = emotion;
    from_ = shown_;
    start_ = motion.now();
  }
  const auto t = static_cast<float>(std::clamp((motion.now() - start_) / kSeconds, 0.0, 1.0));
  if (t >= 1.0F) return shown_ = target;
  const float eased = t * t * (3.0F - 2.0F * t);
  shown_ = mix(from_, target, eased);
  motion.want_frame(0.0);
  return shown_;
}

}  // namespace aplomb::ui
