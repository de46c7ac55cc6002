#pragma once

#include <vector>

#include "ui/drawing/painter.h"

namespace aplomb::ui {

// An outline of straight lines and cubic Bézier curves.
class Outline {
 public:
  explicit Outline(Point start) : points_{start} {}

  Outline& line(Point to);
  Outline& curve(Point control_1, Point control_2, Point to);
  // Appends the mirror image (x → -x) of all so far, backwards, which closes a symmetric shape
  // whose first and last points lie on the axis.
  Outline& mirrored();

  const std::vector<Point>& points() const { return points_; }

 private:
  std::vector<Point> points_;
};

// The part of a polygon inside a convex one (Sutherland and Hodgman 1974).
std::vector<Point> clipped(const std::vector<Point>& subject, const std::vector<Point>& convex);

// A circle as a polygon.
std::vector<Point> circle_outline(Point center, float radius);

// Draws in the units of a portrait: the circle behind it has radius 1 around the origin, y down.
// Filled shapes never leave that circle. A sketch may be turned and moved as a whole, as a head is.
class Sketch {
 public:
  // `zoom` enlarges what is drawn, not the circle.
  Sketch(Painter& painter, Point center, float radius, float zoom = 1.0F)
      : painter_(&painter), center_(center), radius_(radius), zoom_(zoom) {}

  // The same portrait, turned by `angle` (radians) around `pivot` and moved by `offset`.
  Sketch turned(float angle, Point pivot, Point offset) const;

  void fill(const Outline& outline, Color color) const;
  void fill(const std::vector<Point>& outline, Color color) const;
  // A line of even thickness with round ends.
  void stroke(const Outline& outline, Color color, float thickness) const;
  // A line that swells from `thickness` at its start to `middle` and thins again to `end`.
  void brush(const Outline& outline, Color color, float thickness, float middle, float end) const;
  void ellipse(Point center, Point radii, Color color, float rotation = 0.0F) const;
  void ring(Point center, Point radii, Color color, float thickness) const;
  void glow(Point center, Point radii, Color color) const;

  // Small portraits leave out thin lines, which would only smear.
  bool detailed() const;

 private:
  Point placed(Point p) const;  // turned and moved, still in portrait units
  Point to_pixels(Point p) const { return center_ + placed(p) * radius_; }
  float line_width(float thickness) const;

  Painter* painter_;
  Point center_;
  float radius_;
  float zoom_;
  float cosine_ = 1.0F;
  float sine_ = 0.0F;
  Point pivot_;
  Point offset_;
};

}  // namespace aplomb::ui
