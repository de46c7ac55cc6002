#include "ui/screens/evidence.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/screens/scenario_text.h"

namespace aplomb::ui {

namespace {

struct Entry {
  std::string text;
  float width = 0.0F;
};

constexpr float kMarkSpace = 15.0F;
constexpr float kEntryGap = 18.0F;

}  // namespace

void draw_evidence(Canvas& canvas, std::string_view text, const TextLayout& layout, Point top_left,
                   std::span<const app::EvidenceView> evidence) {
  if (evidence.empty()) return;
  const Theme& theme = canvas.theme();
  std::vector<Underline> marks;
  marks.reserve(evidence.size());
  for (const app::EvidenceView& piece : evidence) {
    const Color color = piece.negative ? theme.heat_hot : dimension_color(theme, piece.dimension);
    marks.push_back({piece.begin, piece.end, color, piece.negative});
  }
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const Point pointer = Point{mouse.x, mouse.y} - top_left;
  Painter painter = canvas.painter();
  if (ImGui::IsWindowHovered()) {
    if (const auto under = underline_at(canvas.setter(), text, layout, marks, pointer)) {
      const Underline& mark = marks[*under];
      for (const Rect& strip : strips_of(canvas.setter(), text, layout, mark.begin, mark.end)) {
        painter.fill_rect(strip.moved(top_left), mark.color.faded(0.14F));
      }
    }
  }
  draw_underlines(painter, canvas.setter(), text, layout, top_left, marks, canvas.px(2.0F));
}

Color behaviour_color(const Theme& theme, const app::BehaviourView& behaviour) {
  return behaviour.negative ? theme.heat_hot : dimension_color(theme, behaviour.dimension);
}

void behaviour_mark(Canvas& canvas, Point center, const app::BehaviourView& behaviour) {
  const Color color = behaviour_color(canvas.theme(), behaviour);
  Painter painter = canvas.painter();
  if (!behaviour.negative) {
    painter.fill_circle(center, canvas.scale() * 4.0F, color);
    return;
  }
  const float reach = canvas.scale() * 3.5F;
  const float thickness = canvas.scale() * 1.8F;
  painter.line(center - Point{reach, reach}, center + Point{reach, reach}, color, thickness);
  painter.line(center + Point{-reach, reach}, center + Point{reach, -reach}, color, thickness);
}

float behaviour_row(Canvas& canvas, Point at, float width,
                    std::span<const app::BehaviourView> behaviours, bool from_right, bool draw) {
  const TextStyle style = canvas.style(size::kQuiet);
  const float pitch = line_pitch(style);
  const float mark = canvas.px(kMarkSpace);
  const float gap = canvas.px(kEntryGap);
  std::vector<Entry> entries;
  for (const app::BehaviourView& behaviour : behaviours) {
    std::string text = behaviour_text(behaviour, canvas.language());
    const float entry_width = mark + canvas.width_of(text, style);
    entries.push_back({std::move(text), entry_width});
  }
  float height = 0.0F;
  for (std::size_t row = 0; row < entries.size();) {
    float row_width = entries[row].width;
    std::size_t end = row + 1;
    while (end < entries.size() && row_width + gap + entries[end].width <= width) {
      row_width += gap + entries[end++].width;
    }
    float x = from_right ? at.x + width - row_width : at.x;
    for (std::size_t i = row; draw && i < end; ++i) {
      const Point place = {std::round(x), at.y + height};
      behaviour_mark(canvas, place + Point{canvas.px(4.0F), pitch / 2}, behaviours[i]);
      canvas.line(place + Point{mark, 0}, entries[i].text, style,
                  behaviours[i].negative ? canvas.theme().heat_hot : canvas.theme().quiet);
      x += entries[i].width + gap;
    }
    height += pitch;
    row = end;
  }
  return height;
}

}  // namespace aplomb::ui
