#pragma once

#include <string>
#include <string_view>

#include "ui/canvas.h"
#include "ui/screens/people_menu.h"

namespace aplomb::ui {

// What the bar at the top of every screen shows besides its own buttons.
struct TopBarText {
  std::string title;
  std::string where;  // quiet, after the title
  bool can_go_back = true;
  float reserved = 0.0F;  // pixels that the screen wants for itself before `where` is shown
};

// The bar at the top of every screen: the way back, a title, the person, language, settings, help.
class TopBar {
 public:
  // Draws into the upper part of `window`, which is reduced to what is left. Returns the free space
  // between the title and the buttons, where a screen may put its own.
  Rect draw(Canvas& canvas, Rect& window, const app::View& view, const TopBarText& text);

 private:
  float draw_buttons(Canvas& canvas, const Rect& bar, const app::View& view);

  PeopleMenu people_;
};

}  // namespace aplomb::ui
