#pragma once

#include "ui/canvas.h"

namespace aplomb::ui {

// The box for a reply in the trainee's own words: grows with what is written, says which keys send
// and break the line, and keeps its draft.
class ReplyBox {
 public:
  // 0 where the view offers no box and has nothing to say about it.
  float wanted_height(Canvas& canvas, float width, const app::ReplyBoxView& view) const;
  void draw(Canvas& canvas, const Rect& area, const app::ReplyBoxView& view);

  // Puts the caret into the box when it is drawn next.
  void write() { writes_ = true; }
  // Whether the trainee was writing when the last reply was sent: the next one is expected to be
  // written too.
  bool writing() const { return writing_; }
  void stop_writing() { writing_ = false; }

 private:
  // Where the words on keys stand: beside the text where there is room, else under it.
  struct Shape {
    float text_width = 0.0F;
    float beside = 0.0F;  // kept free at the right
    float under = 0.0F;   // kept free at the bottom
    float box = 0.0F;     // height of the field
  };
  Shape shape(Canvas& canvas, float width, const app::ReplyBoxView& view) const;

  bool writes_ = false;
  bool writing_ = false;
  int sent_ = 0;
};

}  // namespace aplomb::ui
