#pragma once

#include <string_view>

#include "ui/canvas.h"

namespace aplomb::ui {

// A card over the screen, in the middle, with everything behind it dimmed and out of reach. Opened
// with open(); closed by Esc, by a press outside, or with close().
//
//   if (Dialog dialog(canvas, "help", width, height); dialog.shown()) draw(dialog.inside());
class Dialog {
 public:
  static void open(std::string_view name);
  static void close();

  Dialog(Canvas& canvas, std::string_view name, float width, float height);
  ~Dialog();
  Dialog(const Dialog&) = delete;
  Dialog& operator=(const Dialog&) = delete;

  bool shown() const { return shown_; }
  const Rect& inside() const { return inside_; }

 private:
  bool shown_ = false;
  Rect inside_;
};

// A card that hangs under a button: a menu or a few settings. Same use as Dialog.
class Popover {
 public:
  static void open(std::string_view name);
  static void close();

  // `anchor` is the button; the card's right edge is the anchor's where there is room.
  Popover(Canvas& canvas, std::string_view name, const Rect& anchor, float width, float height);
  ~Popover();
  Popover(const Popover&) = delete;
  Popover& operator=(const Popover&) = delete;

  bool shown() const { return shown_; }
  const Rect& inside() const { return inside_; }

 private:
  bool shown_ = false;
  Rect inside_;
};

// Whether a dialog or popover is open and has the keyboard to itself.
bool overlay_open();

// The notice at the lower edge of the window, over any screen.
void notice(Canvas& canvas, const Rect& window, const app::NoticeView& notice);

}  // namespace aplomb::ui
