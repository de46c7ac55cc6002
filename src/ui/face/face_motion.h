#pragma once

#include "ui/drawing/motion.h"
#include "ui/face/expression.h"

namespace aplomb::ui {

// A face that moves from one emotion to the next instead of jumping.
class FaceMotion {
 public:
  // The expression of this frame; asks for more frames until it has arrived.
  Expression toward(Motion& motion, scenario::Emotion emotion);

 private:
  bool started_ = false;
  scenario::Emotion emotion_{};
  Expression from_;
  Expression shown_;
  double start_ = 0.0;
};

}  // namespace aplomb::ui
