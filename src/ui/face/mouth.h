#pragma once

#include "ui/face/expression.h"
#include "ui/face/sketch.h"

namespace aplomb::ui {

// The curves of a mouth, corner to corner.
struct MouthShape {
  Point left;
  Point right;
  Outline upper{{}};  // edge of the upper lip, left to right
  Outline lower{{}};
};

MouthShape mouth_shape(const Expression& expression);

}  // namespace aplomb::ui
