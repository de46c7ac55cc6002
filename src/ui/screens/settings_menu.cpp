#include "ui/screens/settings_menu.h"

#include <imgui.h>

#include <algorithm>
#include <array>

#include "ui/widgets/controls.h"
#include "ui/widgets/overlay.h"

namespace aplomb::ui {

namespace {

using i18n::Key;

constexpr std::string_view kMenu = "settings";
constexpr std::array kSizes = {80, 90, 100, 125, 150, 175, 200};
constexpr std::array<std::string_view, kSizes.size()> kSizeLabels = {"80",  "90",  "100", "125",
                                                                     "150", "175", "200"};

std::size_t nearest_size(int percent) {
  std::size_t best = 0;
  for (std::size_t i = 0; i < kSizes.size(); ++i) {
    if (std::abs(kSizes[i] - percent) < std::abs(kSizes[best] - percent)) best = i;
  }
  return best;
}

void choose_size(Canvas& canvas, std::size_t index) {
  canvas.ask(app::command::SetTextSize{kSizes.at(index)});
}

void heading(Canvas& canvas, Rect& inside, Key key) {
  canvas.line_in(inside.take_top(canvas.px(28.0F)), canvas.text(key), canvas.style(size::kSmall),
                 canvas.theme().quiet);
}

}  // namespace

void settings_menu(Canvas& canvas, float& x, float middle, const app::View& view) {
  const float right = x;
  if (button_leftwards(canvas, "settings", x, middle, {"Aa", ""})) Popover::open(kMenu);
  const float row = canvas.px(36.0F);
  const float gap = canvas.px(14.0F);
  const float height = 3 * (canvas.px(28.0F) + row) + 2 * gap + canvas.px(32.0F);
  const Rect anchor = {x, middle - button_height(canvas) / 2, right,
                       middle + button_height(canvas) / 2};
  Popover popover(canvas, kMenu, anchor, canvas.px(360.0F), height);
  if (!popover.shown()) return;
  Rect inside = popover.inside();

  heading(canvas, inside, Key::kSettingsTextSize);
  const std::size_t size_now = nearest_size(view.settings.text_percent);
  const std::size_t size =
      segments(canvas, "text_size", inside.take_top(row), kSizeLabels, size_now);
  if (size != size_now) choose_size(canvas, size);
  inside.take_top(gap);

  heading(canvas, inside, Key::kSettingsTheme);
  const std::array themes = {canvas.text(Key::kSettingsLight), canvas.text(Key::kSettingsDark)};
  const auto theme_now = static_cast<std::size_t>(view.settings.theme);
  const std::size_t theme = segments(canvas, "theme", inside.take_top(row), themes, theme_now);
  if (theme != theme_now) {
    canvas.ask(app::command::SetTheme{static_cast<app::ThemeChoice>(theme)});
  }
  inside.take_top(gap);

  heading(canvas, inside, Key::kSettingsMotion);
  const std::array motions = {canvas.text(Key::kSettingsMotionOn),
                              canvas.text(Key::kSettingsMotionOff)};
  const std::size_t motion_now = view.settings.reduced_motion ? 1 : 0;
  const std::size_t motion = segments(canvas, "motion", inside.take_top(row), motions, motion_now);
  if (motion != motion_now) canvas.ask(app::command::SetReducedMotion{motion == 1});
}

void take_text_size_keys(Canvas& canvas, const app::Settings& settings) {
  if (!ImGui::GetIO().KeyCtrl) return;
  const std::size_t now = nearest_size(settings.text_percent);
  const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key, false); };
  if (pressed(ImGuiKey_Equal) || pressed(ImGuiKey_KeypadAdd)) {
    choose_size(canvas, std::min(now + 1, kSizes.size() - 1));
  } else if (pressed(ImGuiKey_Minus) || pressed(ImGuiKey_KeypadSubtract)) {
    choose_size(canvas, now == 0 ? 0 : now - 1);
  } else if (pressed(ImGuiKey_0) || pressed(ImGuiKey_Keypad0)) {
    canvas.ask(app::command::SetTextSize{100});
  }
}

}  // namespace aplomb::ui
