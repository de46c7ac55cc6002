#include "ui/drawing/painter.h"

#include <imgui.h>

#include <cmath>
#include <numbers>

namespace aplomb::ui {

namespace {

ImVec2 vec(Point p) { return {p.x, p.y}; }

ImU32 packed(Color color) { return IM_COL32(color.red, color.green, color.blue, color.alpha); }

// Point has ImVec2's layout, so whole arrays can be handed on.
static_assert(sizeof(Point) == sizeof(ImVec2));
const ImVec2* vecs(std::span<const Point> points) {
  return reinterpret_cast<const ImVec2*>(points.data());
}

int count(std::span<const Point> points) { return static_cast<int>(points.size()); }

int segments_for(float radius) {
  constexpr float kPixelsPerSegment = 3.0F;
  const float circumference = 2.0F * std::numbers::pi_v<float> * radius;
  return std::clamp(static_cast<int>(circumference / kPixelsPerSegment), 12, 96);
}

}  // namespace

void Painter::fill_rect(const Rect& rect, Color color, float radius) {
  if (rect.width() <= 0.0F || rect.height() <= 0.0F) return;
  list_->AddRectFilled(vec(rect.corner()), {rect.right, rect.bottom}, packed(color), radius);
}

void Painter::outline_rect(const Rect& rect, Color color, float radius, float thickness) {
  const Rect middle = rect.inset(thickness / 2);
  list_->PathRect(vec(middle.corner()), {middle.right, middle.bottom},
                  std::max(0.0F, radius - thickness / 2));
  list_->PathStroke(packed(color), ImDrawFlags_Closed, thickness);
}

void Painter::fill_circle(Point center, float radius, Color color) {
  list_->AddCircleFilled(vec(center), radius, packed(color));
}

void Painter::outline_circle(Point center, float radius, Color color, float thickness) {
  list_->AddCircle(vec(center), radius, packed(color), 0, thickness);
}

void Painter::fill_ellipse(Point center, Point radii, Color color, float rotation) {
  list_->AddEllipseFilled(vec(center), vec(radii), packed(color), rotation,
                          segments_for(std::max(radii.x, radii.y)));
}

void Painter::line(Point from, Point to, Color color, float thickness) {
  list_->AddLine(vec(from), vec(to), packed(color), thickness);
}

void Painter::dashed_line(Point from, Point to, Color color, float thickness, float dash) {
  const Point way = to - from;
  const float length = std::hypot(way.x, way.y);
  if (length <= 0.0F || dash <= 0.0F) return;
  for (float at = 0.0F; at < length; at += 2 * dash) {
    const float end = std::min(at + dash, length);
    line(from + way * (at / length), from + way * (end / length), color, thickness);
  }
}

void Painter::polyline(std::span<const Point> points, Color color, float thickness, bool closed) {
  for (const Point& point : points)
    list_->PathLineTo(vec(point));
  list_->PathStroke(packed(color), closed ? ImDrawFlags_Closed : ImDrawFlags_None, thickness);
}

void Painter::brush_line(std::span<const Point> points, Color color, float thickness) {
  if (points.empty()) return;
  polyline(points, color, thickness);
  fill_circle(points.front(), thickness / 2, color);
  fill_circle(points.back(), thickness / 2, color);
}

void Painter::fill(std::span<const Point> points, Color color) {
  if (points.size() < 3) return;
  list_->AddConcavePolyFilled(vecs(points), count(points), packed(color));
}

void Painter::fill_convex(std::span<const Point> points, Color color) {
  if (points.size() < 3) return;
  list_->AddConvexPolyFilled(vecs(points), count(points), packed(color));
}

void Painter::glow(Point center, Point radii, Color color) {
  const int segments = segments_for(std::max(radii.x, radii.y));
  const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
  const ImU32 clear = packed(color.faded(0.0F));
  list_->PrimReserve(segments * 3, segments + 1);
  const auto first = static_cast<ImDrawIdx>(list_->_VtxCurrentIdx);
  list_->PrimWriteVtx(vec(center), white, packed(color));
  for (int i = 0; i < segments; ++i) {
    const float angle =
        2.0F * std::numbers::pi_v<float> * static_cast<float>(i) / static_cast<float>(segments);
    const Point rim = {center.x + std::cos(angle) * radii.x, center.y + std::sin(angle) * radii.y};
    list_->PrimWriteVtx(vec(rim), white, clear);
  }
  for (int i = 0; i < segments; ++i) {
    list_->PrimWriteIdx(first);
    list_->PrimWriteIdx(static_cast<ImDrawIdx>(first + 1 + i));
    list_->PrimWriteIdx(static_cast<ImDrawIdx>(first + 1 + (i + 1) % segments));
  }
}

void Painter::fade_rect(const Rect& rect, Color top, Color bottom) {
  list_->AddRectFilledMultiColor(vec(rect.corner()), {rect.right, rect.bottom}, packed(top),
                                 packed(top), packed(bottom), packed(bottom));
}

void Painter::text(const ImFont& font, float size, Point top_left, Color color,
                   std::string_view text) {
  if (text.empty()) return;
  list_->AddText(const_cast<ImFont*>(&font), size, {std::round(top_left.x), std::round(top_left.y)},
                 packed(color), text.data(), text.data() + text.size());
}

void Painter::push_clip(const Rect& rect) {
  list_->PushClipRect(vec(rect.corner()), {rect.right, rect.bottom}, true);
}

void Painter::pop_clip() { list_->PopClipRect(); }

}  // namespace aplomb::ui
