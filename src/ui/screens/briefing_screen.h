#pragma once

#include <optional>

#include "ui/canvas.h"
#include "ui/screens/top_bar.h"

namespace aplomb::ui {

// What the trainee reads before a conversation: who comes, who they are themselves and what they
// may decide, what to practise, what can be looked up; and how to play it.
class BriefingScreen {
 public:
  TopBarText bar_text(const Canvas& canvas, const app::BriefingView& view) const;
  void draw(Canvas& canvas, const Rect& window, const Rect& bar, const app::BriefingView& view);

 private:
  float draw_start(Canvas& canvas, Point at, float width, const app::BriefingView& view);

  bool settled_ = false;
  std::optional<app::Mode> mode_;  // chosen here; until then the view's
};

}  // namespace aplomb::ui
