#pragma once

#include "ui/canvas.h"
#include "ui/face/face_motion.h"

namespace aplomb::ui {

// The customer: face, name, state in words, meters with what the last input changed, and the
// coach's sentence. Either a column or, where there is no room for one, a strip.
class CustomerPanel {
 public:
  void draw_column(Canvas& canvas, const Rect& area, const app::ConversationView& view);
  void draw_strip(Canvas& canvas, const Rect& area, const app::ConversationView& view);
  static float strip_height(const Canvas& canvas);

 private:
  FaceMotion face_;
};

}  // namespace aplomb::ui
