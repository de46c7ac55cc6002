#include "ui/widgets/meter.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/widgets/controls.h"

namespace aplomb::ui {

namespace {

constexpr float kLabelHeight = 24.0F;
constexpr float kBarHeight = 7.0F;
constexpr float kMeterGap = 14.0F;

Color meter_color(const Theme& theme, const app::MeterView& meter) {
  const auto value = static_cast<float>(meter.value);
  switch (meter.sense) {
    case app::MeterView::Sense::kHeat:
    case app::MeterView::Sense::kBad:
      return heat_color(theme, value);
    case app::MeterView::Sense::kGood:
      return theme.accent;
  }
  return theme.accent;
}

// Whether the change is for the better.
bool is_welcome(const app::MeterView& meter) {
  return (meter.change > 0) == (meter.sense == app::MeterView::Sense::kGood);
}

void arrow(Painter& painter, Point center, float size, bool up, Color color) {
  const float half = size / 2;
  const float direction = up ? -1.0F : 1.0F;
  const std::array points = {center + Point{0.0F, direction * half},
                             center + Point{-direction * half, -direction * half * 0.75F},
                             center + Point{direction * half, -direction * half * 0.75F}};
  painter.fill_convex(points, color);
}

struct TrailMetrics {
  float padding = 0.0F;
  float link = 0.0F;
  float total = 0.0F;
};

TextStyle stage_style(const Canvas& canvas, const app::StageView& stage) {
  const bool now = stage.progress == app::StageView::Progress::kNow;
  return canvas.style(size::kSmall, now ? Weight::kBold : Weight::kRegular);
}

std::string_view stage_name(const Canvas& canvas, scenario::Stage stage) {
  return i18n::name("stage", scenario::id_of(stage), canvas.language());
}

TrailMetrics measure_trail(const Canvas& canvas, std::span<const app::StageView> stages,
                           float link) {
  TrailMetrics metrics{canvas.px(13.0F), canvas.px(link), 0.0F};
  for (const app::StageView& stage : stages) {
    metrics.total += canvas.width_of(stage_name(canvas, stage.stage), stage_style(canvas, stage));
    metrics.total += 2 * metrics.padding;
  }
  metrics.total += metrics.link * static_cast<float>(stages.size() - 1);
  return metrics;
}

void draw_stage(Canvas& canvas, const Rect& area, const app::StageView& stage) {
  using Progress = app::StageView::Progress;
  const Theme& theme = canvas.theme();
  const std::string_view name = stage_name(canvas, stage.stage);
  Color color = theme.quiet;
  if (stage.progress == Progress::kDone) color = theme.accent;
  if (stage.progress == Progress::kNow) {
    color = theme.on_accent;
    canvas.painter().fill_rect(area, theme.accent, area.height() / 2);
  }
  canvas.line_in(area, name, stage_style(canvas, stage), color, 0.5F);
}

void draw_short_trail(Canvas& canvas, const Rect& area, std::span<const app::StageView> stages) {
  for (std::size_t i = 0; i < stages.size(); ++i) {
    if (stages[i].progress != app::StageView::Progress::kNow) continue;
    const std::string count = fmt::format("{}/{}", i + 1, stages.size());
    const TextStyle style = canvas.style(size::kSmall);
    const float name_width =
        canvas.width_of(stage_name(canvas, stages[i].stage), stage_style(canvas, stages[i])) +
        2 * canvas.px(13.0F);
    const float count_width = canvas.width_of(count, style);
    const float total = name_width + canvas.px(8.0F) + count_width;
    const float height = canvas.px(28.0F);
    const float left = area.center().x - total / 2;
    const float top = std::round(area.center().y - height / 2);
    draw_stage(canvas, Rect::at({left, top}, name_width, height), stages[i]);
    canvas.line({left + name_width + canvas.px(8.0F), top}, count, style, canvas.theme().quiet,
                height);
  }
}

}  // namespace

float meter_height(const Canvas& canvas) {
  return canvas.px(kLabelHeight) + canvas.px(kBarHeight) + canvas.px(kMeterGap);
}

float meter(Canvas& canvas, Point top_left, float width, const app::MeterView& meter) {
  const Theme& theme = canvas.theme();
  const Color color = meter_color(theme, meter);
  const Rect head = Rect::at(top_left, width, canvas.px(kLabelHeight));
  const TextStyle label = canvas.style(size::kSmall);
  const TextStyle figure = canvas.style(size::kSmall, Weight::kBold);
  canvas.line(top_left, meter.label, label, theme.quiet, head.height());

  float right = head.right;
  const auto write = [&](const std::string& text, Color text_color) {
    right -= canvas.width_of(text, figure);
    canvas.line({right, head.top}, text, figure, text_color, head.height());
  };
  if (meter.change != 0) {
    const Color change = is_welcome(meter) ? theme.accent : theme.heat_hot;
    write(std::to_string(std::abs(meter.change)), change);
    right -= canvas.px(10.0F);
    Painter painter = canvas.painter();
    arrow(painter, {right + canvas.px(3.0F), head.center().y + canvas.px(0.5F)}, canvas.px(8.0F),
          meter.change > 0, change);
    right -= canvas.px(8.0F);
  }
  write(std::to_string(meter.value),
        meter.sense == app::MeterView::Sense::kGood ? theme.ink : color);
  bar(canvas, meter.label, Rect::at({top_left.x, head.bottom}, width, canvas.px(kBarHeight)),
      static_cast<float>(meter.value), color);
  return meter_height(canvas);
}

void stage_trail(Canvas& canvas, const Rect& area, std::span<const app::StageView> stages) {
  if (stages.empty()) return;
  TrailMetrics metrics = measure_trail(canvas, stages, 18.0F);
  if (metrics.total > area.width()) metrics = measure_trail(canvas, stages, 4.0F);
  if (metrics.total > area.width()) return draw_short_trail(canvas, area, stages);

  const float height = canvas.px(28.0F);
  const float top = std::round(area.center().y - height / 2);
  float x = std::round(area.center().x - metrics.total / 2);
  Painter painter = canvas.painter();
  for (std::size_t i = 0; i < stages.size(); ++i) {
    const float width = std::ceil(canvas.width_of(stage_name(canvas, stages[i].stage),
                                                  stage_style(canvas, stages[i]))) +
                        2 * metrics.padding;
    const Rect spot = Rect::at({x, top}, width, height);
    draw_stage(canvas, spot, stages[i]);
    x = spot.right;
    if (i + 1 == stages.size()) break;
    const bool done = stages[i].progress == app::StageView::Progress::kDone;
    const float y = std::round(spot.center().y);
    painter.fill_rect({x, y, x + metrics.link, y + canvas.px(size::kHairline)},
                      done ? canvas.theme().accent : canvas.theme().edge);
    x += metrics.link;
  }
}

}  // namespace aplomb::ui
