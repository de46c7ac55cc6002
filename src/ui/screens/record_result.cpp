#include "ui/screens/record_result.h"

#include <algorithm>
#include <array>

#include "i18n/format.h"
#include "ui/widgets/controls.h"

namespace aplomb::ui {

namespace {

using i18n::Key;
using Result = app::RecordResultView::Result;

constexpr float kPadding = 20.0F;
constexpr float kMarkSpace = 22.0F;

// A tick, a half, a cross or an empty ring: told apart without colour.
void draw_mark(Canvas& canvas, Point center, Result result) {
  const Theme& theme = canvas.theme();
  Painter painter = canvas.painter();
  const float s = canvas.scale();
  switch (result) {
    case Result::kRight: {
      const std::array tick = {center + Point{-5 * s, 0}, center + Point{-1.5F * s, 3.5F * s},
                               center + Point{5 * s, -4 * s}};
      return painter.polyline(tick, theme.accent, 1.8F * s);
    }
    case Result::kPartly:
      return painter.line(center - Point{4.5F * s, 0}, center + Point{4.5F * s, 0},
                          theme.heat_tense, 2.2F * s);
    case Result::kWrong:
      painter.line(center - Point{4 * s, 4 * s}, center + Point{4 * s, 4 * s}, theme.heat_hot,
                   1.8F * s);
      return painter.line(center + Point{-4 * s, 4 * s}, center + Point{4 * s, -4 * s},
                          theme.heat_hot, 1.8F * s);
    case Result::kEmpty:
      return painter.outline_circle(center, 4 * s, theme.faint, 1.4F * s);
  }
}

std::string correction(const Canvas& canvas, const app::RecordResultView& field) {
  if (field.result == Result::kRight) return {};
  return field.result == Result::kEmpty
             ? i18n::format(Key::kScoreRecordMissing, canvas.language(), field.answer)
             : i18n::format(Key::kScoreRecordShouldBe, canvas.language(), field.answer);
}

}  // namespace

float draw_record_result(Canvas& canvas, Point at, float width,
                         std::span<const app::RecordResultView> record) {
  const Theme& theme = canvas.theme();
  const float padding = canvas.px(kPadding);
  const float mark = canvas.px(kMarkSpace);
  const float inner = width - 2 * padding - mark;
  const TextStyle label = canvas.style(size::kSmall, Weight::kRegular, 1.5F);
  const TextStyle body = canvas.style(size::kQuiet, Weight::kRegular, 1.5F);
  const auto right = std::count_if(record.begin(), record.end(), [](const auto& field) {
    return field.result == Result::kRight;
  });
  const std::string count =
      i18n::format(Key::kScoreRecordRight, canvas.language(), right, record.size());
  const auto walk = [&](bool draw) {
    float y = at.y + canvas.px(14.0F);
    const Rect head = Rect::at({at.x + padding, y}, width - 2 * padding, canvas.px(34.0F));
    if (draw) {
      canvas.line_in(head, canvas.text(Key::kScoreRecordTitle),
                     canvas.style(size::kBody, Weight::kBold), theme.ink);
      canvas.line_in(head, count, canvas.style(size::kSmall), theme.quiet, 1.0F);
    }
    y += head.height();
    for (const app::RecordResultView& field : record) {
      const std::string_view name =
          i18n::name("record", scenario::id_of(field.field), canvas.language());
      const std::string mend = correction(canvas, field);
      if (draw) {
        draw_mark(canvas, {at.x + padding + canvas.px(6.0F), y + line_pitch(label) / 2},
                  field.result);
        canvas.line_in(Rect::at({at.x + padding + mark, y}, inner, line_pitch(label)), name, label,
                       theme.ink);
      }
      y += line_pitch(label);
      if (mend.empty()) continue;
      y += draw ? canvas.paragraph({at.x + padding + mark, y}, inner, mend, body, theme.quiet)
                : canvas.paragraph_height(inner, mend, body);
      y += canvas.px(4.0F);
    }
    return y + canvas.px(14.0F) - at.y;
  };
  const float height = walk(false);
  card(canvas, Rect::at(at, width, height));
  walk(true);
  return height;
}

}  // namespace aplomb::ui
