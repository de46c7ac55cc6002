#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/command.h"
#include "app/view.h"
#include "i18n/catalogue.h"
#include "ui/drawing/motion.h"
#include "ui/drawing/painter.h"
#include "ui/drawing/text.h"
#include "ui/drawing/theme.h"
#include "ui/editing/text_edit.h"

namespace aplomb::ui {

// What is remembered between frames, whatever the screen.
struct CanvasMemory {
  explicit CanvasMemory(const Typefaces& typefaces) : setter(typefaces) {}

  TextSetter setter;
  Motion motion;
  std::optional<ActiveEdit> edit;  // the field that has the caret
  bool overlay_was_open = false;   // a dialog or popover, at the end of the last frame
  // Everything written on the last frame, for tests and for nothing else. Off unless a list is put
  // here.
  std::vector<std::string>* written = nullptr;
};

// What the pointer and the keyboard do to one area of the window.
struct Touch {
  bool hovered = false;
  bool held = false;
  bool focused = false;  // has the keyboard
  bool pressed = false;  // activated in this frame, by either
};

// What a view draws one frame with: where, in which colours and language, and how it asks for
// something to be done. Lives for one frame; positions are window pixels.
class Canvas {
 public:
  Canvas(CanvasMemory& memory, const app::Settings& settings, float scale,
         std::vector<app::Command>& commands);

  const Theme& theme() const { return *theme_; }
  base::Language language() const { return language_; }
  Motion& motion() { return memory_->motion; }
  TextSetter& setter() { return memory_->setter; }
  CanvasMemory& memory() { return *memory_; }

  // Draws into the window that ImGui is filling right now.
  Painter painter() const;

  // Design pixels to window pixels, rounded, so that edges stay sharp.
  float px(float design) const;
  float scale() const { return scale_; }

  TextStyle style(float size, Weight weight = Weight::kRegular,
                  float line_height = size::kLineHeight) const;

  std::string_view text(i18n::Key key) const { return i18n::text(key, language_); }

  // One line that starts at `top_left` and is `pitch` high (its own line height when 0).
  void line(Point top_left, std::string_view text, const TextStyle& style, Color color,
            float pitch = 0.0F);
  // One line inside a box, shortened when it does not fit. `align` 0 left, 0.5 centre, 1 right.
  void line_in(const Rect& box, std::string_view text, const TextStyle& style, Color color,
               float align = 0.0F);
  // A paragraph; returns its height.
  float paragraph(Point top_left, float width, std::string_view text, const TextStyle& style,
                  Color color);
  float paragraph_height(float width, std::string_view text, const TextStyle& style);
  float width_of(std::string_view text, const TextStyle& style) const;

  // Makes an area of the window answer to pointer and keyboard. `name` is what tests know it by and
  // what keeps it apart from others in the same ImGui id scope.
  Touch touch(std::string_view name, const Rect& area);
  // Gives the keyboard to the area or field made last.
  void focus_last();
  // The outline of what has the keyboard.
  void focus_ring(const Rect& area, float radius);

  void ask(app::Command command) { commands_->push_back(std::move(command)); }

  // Whether neither a text field nor a dialog wants the keys of this frame.
  bool keyboard_is_free() const;
  // Whether a key was pressed in this frame and is free.
  bool key_pressed(int imgui_key) const;

  // For colours and bars that follow a state: eased over 150 ms, keyed by the ImGui id scope.
  float eased(std::string_view name, float target, float seconds = 0.15F);

 private:
  CanvasMemory* memory_;
  const Theme* theme_;
  base::Language language_;
  float scale_;
  std::vector<app::Command>* commands_;
};

// A part of the window that scrolls. Draw between making and end(); positions inside are window
// pixels already moved by the scrolling.
class ScrollArea {
 public:
  ScrollArea(std::string_view name, const Rect& area);
  ~ScrollArea();
  ScrollArea(const ScrollArea&) = delete;
  ScrollArea& operator=(const ScrollArea&) = delete;

  // Where the content starts, and how wide it may be (less the scroll bar's own width).
  Point origin() const { return origin_; }
  float width() const { return width_; }

  // Lets Page Up and Page Down scroll this area, wherever the keyboard is.
  void take_page_keys(const Canvas& canvas);

  // Tells how high the content was.
  void set_content_height(float height) { content_height_ = height; }

 private:
  Rect area_;
  Point origin_;
  float width_ = 0.0F;
  float content_height_ = 0.0F;
};

}  // namespace aplomb::ui
