#include "ui/screens/trouble_screen.h"

#include <algorithm>

#include "ui/widgets/controls.h"

namespace aplomb::ui {

using i18n::Key;

void TroubleScreen::draw(Canvas& canvas, const Rect& window, const app::TroubleView& view) {
  const Theme& theme = canvas.theme();
  const float width = std::min(canvas.px(560.0F), window.width() - 2 * canvas.px(24.0F));
  const float padding = canvas.px(28.0F);
  const float inner = width - 2 * padding;
  const TextStyle title = canvas.style(size::kTitle, Weight::kBold, size::kTightLineHeight);
  const TextStyle body = canvas.style(size::kBody);
  const float height = canvas.paragraph_height(inner, view.what, title) +
                       canvas.paragraph_height(inner, view.what_to_do, body) +
                       canvas.px(12.0F + 24.0F) + button_height(canvas) + 2 * padding;
  const Rect area = Rect::at(
      {std::round(window.center().x - width / 2), std::round(window.center().y - height / 2)},
      width, height);
  card(canvas, area);
  Point at = {area.left + padding, area.top + padding};
  at.y += canvas.paragraph(at, inner, view.what, title, theme.ink) + canvas.px(12.0F);
  at.y += canvas.paragraph(at, inner, view.what_to_do, body, theme.quiet) + canvas.px(24.0F);
  float x = at.x;
  const float middle = at.y + button_height(canvas) / 2;
  if (view.can_retry &&
      button_rightwards(canvas, "retry", x, middle, {canvas.text(Key::kCommonRetry), ""},
                        ButtonKind::kPrimary)) {
    canvas.ask(app::command::Retry{});
  }
  if (button_rightwards(canvas, "quit", x, middle, {canvas.text(Key::kWindowQuit), ""})) {
    canvas.ask(app::command::Quit{});
  }
}

}  // namespace aplomb::ui
