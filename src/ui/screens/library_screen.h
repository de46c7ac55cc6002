#pragma once

#include "ui/canvas.h"
#include "ui/screens/top_bar.h"

namespace aplomb::ui {

// What can be practised: what to do next, a card for each scenario, what was left unfinished, the
// latest results, and files that could not be read.
class LibraryScreen {
 public:
  TopBarText bar_text(const Canvas& canvas, const app::LibraryView& view) const;
  void draw(Canvas& canvas, const Rect& window, const Rect& bar, const app::LibraryView& view);

 private:
  bool settled_ = false;  // the keyboard was put on the main action
};

}  // namespace aplomb::ui
