#include "ui/screens/customer_panel.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "i18n/format.h"
#include "ui/face/face.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/meter.h"

namespace aplomb::ui {

namespace {

using i18n::Key;

// The emotion, and which way the last input moved it where that can be seen.
std::string state_text(const Canvas& canvas, const app::ConversationView& view) {
  const std::string_view emotion =
      i18n::name("emotion", scenario::id_of(view.emotion), canvas.language());
  for (const app::MeterView& meter : view.meters) {
    if (meter.sense != app::MeterView::Sense::kHeat || meter.change == 0) continue;
    return meter.change < 0 ? i18n::format(Key::kTalkStateCooling, canvas.language(), emotion)
                            : i18n::format(Key::kTalkStateHeating, canvas.language(), emotion);
  }
  return std::string(emotion);
}

void draw_coach(Canvas& canvas, Point at, float width, std::string_view text) {
  const Theme& theme = canvas.theme();
  const float padding = canvas.px(15.0F);
  const TextStyle title = canvas.style(size::kQuiet, Weight::kBold, 1.5F);
  const TextStyle body = canvas.style(size::kSmall, Weight::kRegular, 1.5F);
  const float inner = width - 2 * padding;
  const float height =
      line_pitch(title) + canvas.paragraph_height(inner, text, body) + 2 * canvas.px(12.0F);
  card(canvas, Rect::at(at, width, height));
  const Point inside = at + Point{padding, canvas.px(12.0F)};
  canvas.line(inside, canvas.text(Key::kTalkCoach), title, theme.ink);
  canvas.paragraph(inside + Point{0.0F, line_pitch(title)}, inner, text, body, theme.quiet);
}

}  // namespace

void CustomerPanel::draw_column(Canvas& canvas, const Rect& area,
                                const app::ConversationView& view) {
  const Theme& theme = canvas.theme();
  Painter painter = canvas.painter();
  painter.fill_rect({area.right - canvas.px(size::kHairline), area.top, area.right, area.bottom},
                    theme.line);
  ScrollArea scroll("customer", area);
  const float margin = canvas.px(20.0F);
  const float width = area.width() - 2 * margin;
  const float left = scroll.origin().x + margin;
  float y = scroll.origin().y + canvas.px(26.0F);
  const float radius = std::min(canvas.px(96.0F), width / 2);
  Painter inner = canvas.painter();
  draw_face(inner, theme, {std::round(left + width / 2), y + radius}, radius, view.face,
            face_.toward(canvas.motion(), view.emotion));
  y += 2 * radius + canvas.px(16.0F);

  const TextStyle name = canvas.style(size::kTitle, Weight::kBold);
  canvas.line_in(Rect::at({left, y}, width, line_pitch(name)), view.customer, name, theme.ink,
                 0.5F);
  y += line_pitch(name);
  const TextStyle state = canvas.style(size::kSmall, Weight::kRegular, 1.5F);
  const std::string words = state_text(canvas, view);
  canvas.line_in(Rect::at({left, y}, width, line_pitch(state)), words, state, theme.quiet, 0.5F);
  y += line_pitch(state) + canvas.px(18.0F);
  for (const app::MeterView& shown : view.meters)
    y += meter(canvas, {left, y}, width, shown);
  if (!view.coach.empty()) {
    y += canvas.px(10.0F);
    draw_coach(canvas, {left, y}, width, view.coach);
    y += canvas.px(24.0F) +
         canvas.paragraph_height(width - canvas.px(30.0F), view.coach,
                                 canvas.style(size::kSmall, Weight::kRegular, 1.5F)) +
         canvas.px(24.0F);
  }
  scroll.set_content_height(y - scroll.origin().y + canvas.px(8.0F));
}

float CustomerPanel::strip_height(const Canvas& canvas) { return canvas.px(84.0F); }

void CustomerPanel::draw_strip(Canvas& canvas, const Rect& area,
                               const app::ConversationView& view) {
  const Theme& theme = canvas.theme();
  Painter painter = canvas.painter();
  painter.fill_rect({area.left, area.bottom - canvas.px(size::kHairline), area.right, area.bottom},
                    theme.line);
  const float radius = canvas.px(32.0F);
  const Point center = {area.left + canvas.px(16.0F) + radius, area.center().y};
  draw_face(painter, theme, center, radius, view.face, face_.toward(canvas.motion(), view.emotion));
  Rect rest = area;
  rest.left = center.x + radius + canvas.px(14.0F);
  rest.right -= canvas.px(16.0F);
  const TextStyle name = canvas.style(size::kBody, Weight::kBold);
  const TextStyle state = canvas.style(size::kQuiet);
  const std::string words = state_text(canvas, view);
  const float meter_space = canvas.px(128.0F);
  const auto meters =
      static_cast<std::size_t>(std::max(0.0F, (rest.width() - canvas.px(150.0F)) / meter_space));
  const std::size_t shown = std::min(meters, view.meters.size());
  Rect meters_area = rest.take_right(meter_space * static_cast<float>(shown));
  canvas.line_in({rest.left, area.center().y - canvas.px(26.0F), rest.right, area.center().y},
                 view.customer, name, theme.ink);
  canvas.line_in({rest.left, area.center().y, rest.right, area.center().y + canvas.px(24.0F)},
                 words, state, theme.quiet);
  for (std::size_t i = 0; i < shown; ++i) {
    const Rect spot = meters_area.take_left(meter_space);
    const float top = std::round(area.center().y - canvas.px(17.0F));
    meter(canvas, {spot.left + canvas.px(8.0F), top}, spot.width() - canvas.px(8.0F),
          view.meters[i]);
  }
}

}  // namespace aplomb::ui
