#pragma once

#include "ui/canvas.h"

namespace aplomb::ui {

// Nothing works until something outside is mended: what is wrong and what to do about it.
class TroubleScreen {
 public:
  void draw(Canvas& canvas, const Rect& window, const app::TroubleView& view);
};

}  // namespace aplomb::ui
