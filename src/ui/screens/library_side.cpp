#include "ui/screens/library_side.h"

#include <algorithm>

#include "i18n/format.h"
#include "ui/screens/scenario_text.h"
#include "ui/widgets/controls.h"

namespace aplomb::ui {

namespace {

using i18n::Key;

constexpr float kPadding = 20.0F;
constexpr float kHeadHeight = 34.0F;
constexpr std::size_t kMostUnfinished = 3;

void head(Canvas& canvas, Point at, Key key) {
  canvas.line(at, canvas.text(key), canvas.style(size::kTitle, Weight::kBold), canvas.theme().ink,
              canvas.px(kHeadHeight));
}

float draw_unfinished(Canvas& canvas, Point at, float width, const app::LibraryView& view) {
  const std::size_t shown = std::min(view.unfinished.size(), kMostUnfinished);
  const float row = canvas.px(56.0F);
  const float padding = canvas.px(kPadding);
  const float height =
      canvas.px(kHeadHeight) + row * static_cast<float>(shown) + 2 * padding - canvas.px(6.0F);
  card(canvas, Rect::at(at, width, height));
  head(canvas, at + Point{padding, padding - canvas.px(6.0F)}, Key::kLibraryUnfinished);
  Rect rows = Rect::at(at, width, height).inset(padding);
  rows.top += canvas.px(kHeadHeight) - canvas.px(4.0F);
  const ButtonText resume = {canvas.text(Key::kLibraryResume), ""};
  for (std::size_t i = 0; i < shown; ++i) {
    const app::UnfinishedView& unfinished = view.unfinished[i];
    Rect strip = rows.take_top(row);
    float x = strip.right;
    const std::string name = "resume/" + std::to_string(unfinished.attempt);
    if (button_leftwards(canvas, name, x, strip.center().y, resume)) {
      canvas.ask(app::command::Resume{unfinished.attempt});
    }
    strip.right = x;
    const std::string title = i18n::format(Key::kLibraryUnfinishedTurn, canvas.language(),
                                           unfinished.scenario_title, unfinished.turn);
    canvas.line_in(
        {strip.left, strip.top + canvas.px(5.0F), strip.right, strip.center().y + canvas.px(2.0F)},
        title, canvas.style(size::kBody), canvas.theme().ink);
    canvas.line_in({strip.left, strip.center().y + canvas.px(2.0F), strip.right,
                    strip.bottom - canvas.px(3.0F)},
                   unfinished_text(unfinished, canvas.language()), canvas.style(size::kQuiet),
                   canvas.theme().quiet);
  }
  return height;
}

float draw_recent(Canvas& canvas, Point at, float width, const app::LibraryView& view) {
  const float padding = canvas.px(kPadding);
  const auto row_height = [&](const app::RecentView& recent) {
    return canvas.px(recent.kinds.typed_turns > 0 ? 50.0F : 32.0F);
  };
  float height = canvas.px(kHeadHeight) + 2 * padding - canvas.px(6.0F);
  for (const app::RecentView& recent : view.recent) height += row_height(recent);
  card(canvas, Rect::at(at, width, height));
  head(canvas, at + Point{padding, padding - canvas.px(6.0F)}, Key::kLibraryRecent);
  Rect rows = Rect::at(at, width, height).inset(padding);
  rows.top += canvas.px(kHeadHeight) - canvas.px(4.0F);
  const Theme& theme = canvas.theme();
  for (const app::RecentView& recent : view.recent) {
    Rect strip = rows.take_top(row_height(recent));
    const Rect back = strip.inset(-canvas.px(8.0F), 0);
    const Touch touch = canvas.touch("recent/" + std::to_string(recent.attempt), back);
    if (touch.hovered) {
      canvas.painter().fill_rect(back, theme.chip, canvas.px(size::kFieldRadius));
    }
    if (touch.focused) canvas.focus_ring(back, canvas.px(size::kFieldRadius));
    if (const std::string kinds = kinds_text(recent.kinds, canvas.language()); !kinds.empty()) {
      strip.take_bottom(canvas.px(3.0F));
      canvas.line_in(strip.take_bottom(canvas.px(20.0F)), kinds, canvas.style(size::kQuiet),
                     theme.quiet);
    }
    const TextStyle figure = canvas.style(size::kSmall, Weight::kBold);
    const std::string result = recent.passed ? std::to_string(recent.score)
                                             : std::string(canvas.text(Key::kLibraryNotPassed));
    const Rect right = strip.take_right(canvas.width_of(result, figure) + 1.0F);
    canvas.line_in(right, result, figure, recent.passed ? theme.ink : theme.heat_hot, 1.0F);
    const std::string when = moment_text(recent.when, canvas.language());
    const TextStyle quiet = canvas.style(size::kQuiet);
    strip.right -= canvas.px(12.0F);
    const Rect moment = strip.take_right(canvas.width_of(when, quiet) + 1.0F);
    canvas.line_in(moment, when, quiet, theme.quiet, 1.0F);
    strip.right -= canvas.px(8.0F);
    canvas.line_in(strip, recent.title, canvas.style(size::kSmall), theme.ink);
    if (touch.pressed) canvas.ask(app::command::ShowScoreSheet{recent.attempt});
  }
  return height;
}

float draw_broken(Canvas& canvas, Point at, float width, const app::BrokenScenarioView& broken) {
  const Theme& theme = canvas.theme();
  const float padding = canvas.px(kPadding);
  const float inner = width - 2 * padding;
  const TextStyle bold = canvas.style(size::kSmall, Weight::kBold, 1.5F);
  const TextStyle body = canvas.style(size::kSmall, Weight::kRegular, 1.5F);
  const std::string title = i18n::format(Key::kLibraryBroken, canvas.language(), broken.problems);
  const auto lay = [&](bool draw) {
    float y = at.y + padding - canvas.px(4.0F);
    const auto text = [&](std::string_view words, const TextStyle& style, Color color) {
      y += draw ? canvas.paragraph({at.x + padding, y}, inner, words, style, color)
                : canvas.paragraph_height(inner, words, style);
    };
    text(title, bold, theme.heat_hot);
    text(broken.file, canvas.style(size::kQuiet), theme.quiet);
    text(broken.what, body, theme.ink);
    text(broken.what_to_do, body, theme.quiet);
    return y + padding - at.y;
  };
  const float height = lay(false);
  card(canvas, Rect::at(at, width, height));
  lay(true);
  return height;
}

}  // namespace

float draw_library_side(Canvas& canvas, Point at, float width, const app::LibraryView& view) {
  const float gap = canvas.px(18.0F);
  const float top = at.y;
  const auto move_on = [&](float height) { at.y += height + gap; };
  if (!view.unfinished.empty()) move_on(draw_unfinished(canvas, at, width, view));
  if (!view.recent.empty()) move_on(draw_recent(canvas, at, width, view));
  for (const app::BrokenScenarioView& broken : view.broken) {
    move_on(draw_broken(canvas, at, width, broken));
  }
  return at.y - top;
}

}  // namespace aplomb::ui
