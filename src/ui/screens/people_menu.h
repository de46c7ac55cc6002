#pragma once

#include <string>

#include "ui/canvas.h"

namespace aplomb::ui {

// A button with the current person's name and the menu under it: other people, and a field to add
// one.
class PeopleMenu {
 public:
  // The button is placed leftwards from `x`.
  void draw(Canvas& canvas, float& x, float middle, const app::View& view);

 private:
  void draw_add_row(Canvas& canvas, Rect row);

  std::string name_;  // typed, not added yet
};

// Longest name that is taken, in bytes.
inline constexpr std::size_t kLongestName = 60;

}  // namespace aplomb::ui
