#pragma once

#include <string>

#include "ui/canvas.h"

namespace aplomb::ui {

// The very first page: what this is, and a name to begin with.
class WelcomeScreen {
 public:
  void draw(Canvas& canvas, const Rect& window, bool fresh);

 private:
  std::string name_;
};

}  // namespace aplomb::ui
