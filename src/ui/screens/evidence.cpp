#include "ui/screens/evidence.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "i18n/format.h"
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

namespace {

// What the words under the pointer showed, on a small card over everything else.
void draw_reasons(Canvas& canvas, const Rect& words, std::span<const app::BehaviourView> reasons) {
  if (reasons.empty()) return;
  const Theme& theme = canvas.theme();
  const TextStyle body = canvas.style(size::kSmall, Weight::kRegular, 1.5F);
  const TextStyle quiet = canvas.style(size::kQuiet, Weight::kRegular, 1.5F);
  const float padding = canvas.px(12.0F);
  const float mark = canvas.px(kMarkSpace);
  const float widest = canvas.px(320.0F);
  TextSetter& setter = canvas.setter();
  struct Row {
    const app::BehaviourView* reason;
    std::string what;
    std::string answers;
  };
  std::vector<Row> rows;
  float width = 0.0F;
  float height = 0.0F;
  for (const app::BehaviourView& reason : reasons) {
    Row row{&reason, behaviour_text(reason, canvas.language()), {}};
    if (!reason.answers.empty()) {
      row.answers = i18n::format(i18n::Key::kTalkAnswers, canvas.language(), reason.answers);
    }
    const TextLayout& what = setter.layout(row.what, body, widest);
    width = std::max(width, what.width);
    height += what.height();
    if (!row.answers.empty()) {
      const TextLayout& answers = setter.layout(row.answers, quiet, widest);
      width = std::max(width, answers.width);
      height += answers.height();
    }
    rows.push_back(std::move(row));
  }
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  width = std::ceil(width) + mark + 2 * padding;
  height += 2 * canvas.px(8.0F);
  float top = words.bottom + canvas.px(6.0F);
  if (top + height > display.y) top = words.top - canvas.px(6.0F) - height;
  const float left = std::clamp(words.left, canvas.px(4.0F),
                                std::max(canvas.px(4.0F), display.x - width - canvas.px(4.0F)));
  const Rect area = Rect::at({std::round(left), std::round(top)}, width, height);
  Painter painter(*ImGui::GetForegroundDrawList());
  painter.fill_rect(area, theme.surface, canvas.px(size::kFieldRadius));
  painter.outline_rect(area, theme.edge, canvas.px(size::kFieldRadius),
                       canvas.px(size::kHairline));
  Point at = area.corner() + Point{padding, canvas.px(8.0F)};
  const auto write = [&](const std::string& text, const TextStyle& style, Color color) {
    if (canvas.memory().written != nullptr) canvas.memory().written->push_back(text);
    const TextLayout& layout = setter.layout(text, style, widest);
    setter.draw(painter, text, layout, at + Point{mark, 0.0F}, color);
    at.y += layout.height();
  };
  for (const Row& row : rows) {
    painter.fill_circle(at + Point{canvas.px(4.0F), line_pitch(body) / 2}, canvas.scale() * 4.0F,
                        behaviour_color(theme, *row.reason));
    write(row.what, body, row.reason->negative ? theme.heat_hot : theme.ink);
    if (!row.answers.empty()) write(row.answers, quiet, theme.quiet);
  }
}

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
      const auto strips = strips_of(canvas.setter(), text, layout, mark.begin, mark.end);
      if (!strips.empty()) {
        draw_reasons(canvas, strips.back().moved(top_left), evidence[*under].reasons);
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
