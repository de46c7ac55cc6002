#include "ui/face/sketch.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace aplomb::ui {

namespace {

constexpr int kCurveSteps = 14;

float signed_area(const std::vector<Point>& points) {
  float area = 0.0F;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Point a = points[i];
    const Point b = points[(i + 1) % points.size()];
    area += a.x * b.y - b.x * a.y;
  }
  return area;
}

Point bezier(Point a, Point b, Point c, Point d, float t) {
  const float s = 1.0F - t;
  return a * (s * s * s) + b * (3 * s * s * t) + c * (3 * s * t * t) + d * (t * t * t);
}

constexpr Point kZoomCenter = {0.0F, 0.12F};

// Neighbours closer than a fraction of a pixel only make the polygon filler work harder, and it
// smooths edges for one direction of rotation.
std::vector<Point> without_repeats(const std::vector<Point>& points) {
  constexpr float kNear = 0.3F;
  std::vector<Point> result;
  result.reserve(points.size());
  const auto near = [](Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y) < kNear; };
  for (const Point& point : points) {
    if (result.empty() || !near(point, result.back())) result.push_back(point);
  }
  while (result.size() > 1 && near(result.front(), result.back()))
    result.pop_back();
  if (signed_area(result) < 0.0F) std::reverse(result.begin(), result.end());
  return result;
}

}  // namespace

std::vector<Point> clipped(const std::vector<Point>& subject, const std::vector<Point>& convex) {
  const float inside = signed_area(convex) < 0.0F ? -1.0F : 1.0F;
  std::vector<Point> result = subject;
  for (std::size_t i = 0; i < convex.size() && !result.empty(); ++i) {
    const Point a = convex[i];
    const Point b = convex[(i + 1) % convex.size()];
    const auto side = [&](Point p) {
      return inside * ((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x));
    };
    std::vector<Point> kept;
    for (std::size_t j = 0; j < result.size(); ++j) {
      const Point from = result[j];
      const Point to = result[(j + 1) % result.size()];
      const float from_side = side(from);
      const float to_side = side(to);
      if (from_side >= 0.0F) kept.push_back(from);
      if ((from_side < 0.0F) != (to_side < 0.0F)) {
        kept.push_back(mix(from, to, from_side / (from_side - to_side)));
      }
    }
    result = std::move(kept);
  }
  return result;
}

std::vector<Point> circle_outline(Point center, float radius) {
  constexpr int kSteps = 80;
  std::vector<Point> points;
  points.reserve(kSteps);
  for (int i = 0; i < kSteps; ++i) {
    const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / kSteps;
    points.push_back(center + Point{std::cos(angle), std::sin(angle)} * radius);
  }
  return points;
}

Outline& Outline::line(Point to) {
  points_.push_back(to);
  return *this;
}

Outline& Outline::curve(Point control_1, Point control_2, Point to) {
  const Point from = points_.back();
  for (int i = 1; i <= kCurveSteps; ++i) {
    const float t = static_cast<float>(i) / kCurveSteps;
    points_.push_back(bezier(from, control_1, control_2, to, t));
  }
  return *this;
}

Outline& Outline::mirrored() {
  for (std::size_t i = points_.size() - 1; i-- > 1;) {
    points_.push_back({-points_[i].x, points_[i].y});
  }
  return *this;
}

Sketch Sketch::turned(float angle, Point pivot, Point offset) const {
  Sketch result = *this;
  result.cosine_ = std::cos(angle);
  result.sine_ = std::sin(angle);
  result.pivot_ = pivot;
  result.offset_ = offset;
  return result;
}

bool Sketch::detailed() const {
  constexpr float kDetailRadius = 40.0F;
  return radius_ >= kDetailRadius;
}

Point Sketch::placed(Point p) const {
  const Point arm = p - pivot_;
  const Point turned = {arm.x * cosine_ - arm.y * sine_, arm.x * sine_ + arm.y * cosine_};
  return kZoomCenter + (turned + pivot_ + offset_ - kZoomCenter) * zoom_;
}

float Sketch::line_width(float thickness) const {
  return std::max(1.0F, thickness * radius_ * zoom_);
}

void Sketch::fill(const std::vector<Point>& outline, Color color) const {
  std::vector<Point> points;
  points.reserve(outline.size());
  bool leaves_circle = false;
  for (const Point& point : outline) {
    points.push_back(placed(point));
    leaves_circle = leaves_circle || std::hypot(points.back().x, points.back().y) > 1.0F;
  }
  if (leaves_circle) points = clipped(points, circle_outline({}, 1.0F));
  for (Point& point : points)
    point = center_ + point * radius_;
  painter_->fill(without_repeats(points), color);
}

void Sketch::fill(const Outline& outline, Color color) const { fill(outline.points(), color); }

void Sketch::stroke(const Outline& outline, Color color, float thickness) const {
  std::vector<Point> points = outline.points();
  for (Point& point : points)
    point = to_pixels(point);
  painter_->brush_line(points, color, line_width(thickness));
}

void Sketch::brush(const Outline& outline, Color color, float thickness, float middle,
                   float end) const {
  const std::vector<Point>& points = outline.points();
  std::vector<Point> near_side;
  std::vector<Point> far_side;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Point before = points[i == 0 ? 0 : i - 1];
    const Point after = points[std::min(i + 1, points.size() - 1)];
    const Point way = after - before;
    const float length = std::hypot(way.x, way.y);
    const Point normal = length > 0.0F ? Point{-way.y / length, way.x / length} : Point{};
    const float t = static_cast<float>(i) / static_cast<float>(points.size() - 1);
    const float width = t < 0.5F ? mix(thickness, middle, t * 2) : mix(middle, end, (t - 0.5F) * 2);
    const float half = line_width(width) / (radius_ * zoom_) / 2;
    near_side.push_back(points[i] + normal * half);
    far_side.push_back(points[i] - normal * half);
  }
  near_side.insert(near_side.end(), far_side.rbegin(), far_side.rend());
  fill(near_side, color);
  ellipse(points.front(), {thickness / 2, thickness / 2}, color);
  ellipse(points.back(), {end / 2, end / 2}, color);
}

void Sketch::ellipse(Point center, Point radii, Color color, float rotation) const {
  const float turn = rotation + std::atan2(sine_, cosine_);
  const Point middle = placed(center);
  const float reach = std::hypot(middle.x, middle.y) + std::max(radii.x, radii.y) * zoom_;
  if (reach <= 1.0F) {
    painter_->fill_ellipse(to_pixels(center), radii * (radius_ * zoom_), color, turn);
    return;
  }
  std::vector<Point> points = circle_outline({}, 1.0F);
  for (Point& point : points) {
    const Point arm = {point.x * radii.x, point.y * radii.y};
    point = center + Point{arm.x * std::cos(rotation) - arm.y * std::sin(rotation),
                           arm.x * std::sin(rotation) + arm.y * std::cos(rotation)};
  }
  fill(points, color);
}

void Sketch::ring(Point center, Point radii, Color color, float thickness) const {
  std::vector<Point> points;
  constexpr int kSteps = 40;
  for (int i = 0; i < kSteps; ++i) {
    const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / kSteps;
    points.push_back(
        to_pixels(center + Point{std::cos(angle) * radii.x, std::sin(angle) * radii.y}));
  }
  painter_->polyline(points, color, line_width(thickness), true);
}

void Sketch::glow(Point center, Point radii, Color color) const {
  painter_->glow(to_pixels(center), radii * (radius_ * zoom_), color);
}

}  // namespace aplomb::ui
