#pragma once

#include <algorithm>
#include <cmath>

namespace aplomb::ui {

// Pixels, x to the right and y down.
struct Point {
  float x = 0.0F;
  float y = 0.0F;

  friend Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
  friend Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
  friend Point operator*(Point a, float factor) { return {a.x * factor, a.y * factor}; }
  bool operator==(const Point&) const = default;
};

struct Rect {
  float left = 0.0F;
  float top = 0.0F;
  float right = 0.0F;
  float bottom = 0.0F;

  static Rect at(Point corner, float width, float height) {
    return {corner.x, corner.y, corner.x + width, corner.y + height};
  }

  float width() const { return right - left; }
  float height() const { return bottom - top; }
  Point corner() const { return {left, top}; }
  Point center() const { return {(left + right) / 2, (top + bottom) / 2}; }
  bool contains(Point p) const { return p.x >= left && p.x < right && p.y >= top && p.y < bottom; }

  Rect inset(float by) const { return inset(by, by); }
  Rect inset(float horizontal, float vertical) const {
    return {left + horizontal, top + vertical, right - horizontal, bottom - vertical};
  }
  Rect moved(Point by) const { return {left + by.x, top + by.y, right + by.x, bottom + by.y}; }

  // Cut a strip off one side; what is left stays in this rectangle.
  Rect take_top(float height) {
    Rect strip = {left, top, right, top + height};
    top += height;
    return strip;
  }
  Rect take_bottom(float height) {
    Rect strip = {left, bottom - height, right, bottom};
    bottom -= height;
    return strip;
  }
  Rect take_left(float width) {
    Rect strip = {left, top, left + width, bottom};
    left += width;
    return strip;
  }
  Rect take_right(float width) {
    Rect strip = {right - width, top, right, bottom};
    right -= width;
    return strip;
  }
};

inline float mix(float a, float b, float t) { return a + (b - a) * t; }
inline Point mix(Point a, Point b, float t) { return {mix(a.x, b.x, t), mix(a.y, b.y, t)}; }

}  // namespace aplomb::ui
