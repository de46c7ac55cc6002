#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "ui/drawing/color.h"
#include "ui/drawing/geometry.h"

struct ImDrawList;
struct ImFont;

namespace aplomb::ui {

// Draws shapes into one ImGui draw list. Every call that ImGui may still rename or reorder is made
// here and nowhere else. Does not own the list; make a new painter whenever the window changes.
class Painter {
 public:
  explicit Painter(ImDrawList& list) : list_(&list) {}

  void fill_rect(const Rect& rect, Color color, float radius = 0.0F);
  // The outline lies inside the rectangle.
  void outline_rect(const Rect& rect, Color color, float radius, float thickness);
  void fill_circle(Point center, float radius, Color color);
  void outline_circle(Point center, float radius, Color color, float thickness);
  void fill_ellipse(Point center, Point radii, Color color, float rotation = 0.0F);

  void line(Point from, Point to, Color color, float thickness);
  void dashed_line(Point from, Point to, Color color, float thickness, float dash);
  void polyline(std::span<const Point> points, Color color, float thickness, bool closed = false);
  // With round ends.
  void brush_line(std::span<const Point> points, Color color, float thickness);

  // A simple polygon in clockwise order on screen; `fill_convex` is faster and wants a convex one.
  void fill(std::span<const Point> points, Color color);
  void fill_convex(std::span<const Point> points, Color color);

  // An ellipse of the colour at its centre, fading to nothing at its edge.
  void glow(Point center, Point radii, Color color);
  // A rectangle running from one colour at the top to another at the bottom.
  void fade_rect(const Rect& rect, Color top, Color bottom);

  // `size` is ImGui's: ascent and descent together. `top_left` is rounded to whole pixels.
  void text(const ImFont& font, float size, Point top_left, Color color, std::string_view text);

  void push_clip(const Rect& rect);
  void pop_clip();

 private:
  ImDrawList* list_;
};

}  // namespace aplomb::ui
