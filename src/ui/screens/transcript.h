#pragma once

#include "ui/canvas.h"

namespace aplomb::ui {

// What was said and done so far, the latest at the bottom. In practice the words that showed
// something are underlined, and named in a row below.
class Transcript {
 public:
  void draw(Canvas& canvas, const Rect& area, const app::ConversationView& view);

 private:
  void follow(Canvas& canvas, float content_height, float area_height);

  // Of the last frame.
  float content_height_ = 0.0F;
  float area_height_ = 0.0F;
  float scroll_ = 0.0F;    // where it was put
  bool following_ = true;  // stays at the end, until somebody scrolls back
  int settling_ = 0;       // frames until ImGui has caught up with a change of height
};

}  // namespace aplomb::ui
