#include "ui/screens/heat_chart.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "ui/widgets/controls.h"

namespace aplomb::ui {

namespace {

using i18n::Key;

// Above this heat a remedy does not land (domain.md: settle before solving).
constexpr float kRemedyHeat = 50.0F;
constexpr float kTop = 100.0F;

struct Plot {
  Rect area;
  std::size_t points = 0;

  Point at(std::size_t index, int value) const {
    const float step = area.width() / static_cast<float>(std::max<std::size_t>(points - 1, 1));
    return {area.left + step * static_cast<float>(index),
            area.bottom - area.height() * static_cast<float>(value) / kTop};
  }
};

struct Legend {
  std::string_view name;
  Color line;
  Color text;
  bool dashed = false;
};

float legend_entry(Canvas& canvas, Point at, const Legend& legend) {
  const TextStyle style = canvas.style(size::kQuiet);
  const float pitch = canvas.px(24.0F);
  const float line = canvas.px(18.0F);
  const float y = std::round(at.y + pitch / 2);
  Painter painter = canvas.painter();
  if (legend.dashed) {
    painter.dashed_line({at.x, y}, {at.x + line, y}, legend.line, canvas.px(2.0F), canvas.px(4.0F));
  } else {
    painter.line({at.x, y}, {at.x + line, y}, legend.line, canvas.px(2.0F));
  }
  canvas.line({at.x + line + canvas.px(6.0F), at.y}, legend.name, style, legend.text, pitch);
  return line + canvas.px(6.0F) + canvas.width_of(legend.name, style) + canvas.px(18.0F);
}

void draw_head(Canvas& canvas, Rect head) {
  const Theme& theme = canvas.theme();
  const std::string_view title = canvas.text(Key::kScoreHeatAndTrust);
  const TextStyle bold = canvas.style(size::kBody, Weight::kBold);
  canvas.line(head.corner(), title, bold, theme.ink, head.height());
  Point at = {head.left + canvas.width_of(title, bold) + canvas.px(22.0F), head.top};
  for (const Legend& legend :
       {Legend{canvas.text(Key::kMeterHeat), theme.heat_hot, theme.heat_hot, false},
        Legend{canvas.text(Key::kMeterTrust), theme.accent, theme.accent, true},
        Legend{canvas.text(Key::kScoreChartThreshold), theme.edge, theme.quiet, true}}) {
    at.x += legend_entry(canvas, at, legend);
  }
  head.left = at.x;
  const TextStyle quiet = canvas.style(size::kQuiet);
  const std::string_view help = canvas.text(Key::kScoreChartHelp);
  if (canvas.width_of(help, quiet) > head.width()) return;
  canvas.line_in(head, help, quiet, theme.quiet, 1.0F);
}

void draw_threshold(Canvas& canvas, const Plot& plot) {
  const Theme& theme = canvas.theme();
  const float y = std::round(plot.at(0, static_cast<int>(kRemedyHeat)).y);
  Painter painter = canvas.painter();
  painter.dashed_line({plot.area.left, y}, {plot.area.right, y}, theme.edge,
                      canvas.px(size::kHairline), canvas.px(4.0F));
}

}  // namespace

float heat_chart_height(const Canvas& canvas) { return canvas.px(214.0F); }

std::optional<int> heat_chart(Canvas& canvas, const Rect& area, const app::ScoreSheetView& view,
                              std::optional<int> chosen) {
  const Theme& theme = canvas.theme();
  card(canvas, area);
  Rect inside = area.inset(canvas.px(20.0F), canvas.px(14.0F));
  draw_head(canvas, inside.take_top(canvas.px(24.0F)));
  inside.take_top(canvas.px(14.0F));
  const Rect labels = inside.take_bottom(canvas.px(24.0F));
  const Plot plot{inside.inset(canvas.px(16.0F), canvas.px(4.0F)), view.turns.size() + 1};
  draw_threshold(canvas, plot);

  std::vector<Point> heat = {plot.at(0, view.start_heat)};
  std::vector<Point> trust = {plot.at(0, view.start_trust)};
  for (std::size_t i = 0; i < view.turns.size(); ++i) {
    heat.push_back(plot.at(i + 1, view.turns[i].heat));
    trust.push_back(plot.at(i + 1, view.turns[i].trust));
  }
  Painter painter = canvas.painter();
  for (std::size_t i = 1; i < trust.size(); ++i) {
    painter.dashed_line(trust[i - 1], trust[i], theme.accent, canvas.px(2.0F), canvas.px(5.0F));
  }
  painter.polyline(heat, theme.heat_hot, canvas.px(2.0F));

  std::optional<int> pressed;
  const TextStyle style = canvas.style(size::kQuiet);
  // Labels that would touch are left out; the turns in question still answer to the pointer.
  const float pitch = heat.size() > 1 ? heat[1].x - heat[0].x : plot.area.width();
  const auto every = static_cast<std::size_t>(
      std::max(1.0F, std::ceil(canvas.width_of("00", style) * 1.4F / std::max(pitch, 1.0F))));
  for (std::size_t i = 0; i < heat.size(); ++i) {
    const bool start = i == 0;
    const int turn = start ? 0 : view.turns[i - 1].turn;
    const bool on = !start && (chosen == turn || (!chosen && view.turns[i - 1].largest_loss));
    const float radius = canvas.scale() * (on ? 7.0F : 4.5F);
    painter.fill_circle(heat[i], radius, on ? theme.heat_hot : theme.surface);
    painter.outline_circle(heat[i], radius, theme.heat_hot, canvas.px(2.0F));
    const std::string label =
        start ? std::string(canvas.text(Key::kScoreChartStart)) : std::to_string(turn);
    const float width = canvas.width_of(label, style);
    const bool labelled = start || on || (i % every == 0 && i > every / 2);
    if (labelled) {
      canvas.line({std::round(heat[i].x - width / 2), labels.top}, label, style,
                  on ? theme.ink : theme.quiet, labels.height());
    }
    if (start) continue;
    const float half = std::min(canvas.px(14.0F), pitch / 2);
    const Rect spot = {heat[i].x - half, plot.area.top - half, heat[i].x + half, labels.bottom};
    const Touch touch = canvas.touch("chart/" + std::to_string(turn), spot);
    if (touch.hovered) painter.fill_circle(heat[i], radius, theme.heat_hot);
    if (touch.focused) canvas.focus_ring(spot, canvas.px(size::kFieldRadius));
    if (touch.pressed) pressed = turn;
  }
  return pressed;
}

}  // namespace aplomb::ui
