#include "ui/screens/top_bar.h"

#include <imgui.h>

#include <algorithm>
#include <array>

#include "ui/screens/settings_menu.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/overlay.h"

namespace aplomb::ui {

namespace {

constexpr std::string_view kHelp = "help";

using i18n::Key;

void chevron_left(Canvas& canvas, Point center, Color color) {
  const float reach = canvas.px(5.0F);
  const std::array points = {center + Point{reach * 0.5F, -reach}, center + Point{-reach * 0.5F, 0},
                             center + Point{reach * 0.5F, reach}};
  canvas.painter().polyline(points, color, canvas.scale() * 1.6F);
}

// Returns where the title may start.
float back_button(Canvas& canvas, const Rect& bar) {
  const TextStyle style = canvas.style(size::kQuiet);
  const float width = canvas.px(30.0F) + canvas.width_of("Esc", style);
  const float height = canvas.px(34.0F);
  const Rect area = Rect::at({bar.left + canvas.px(14.0F), std::round(bar.center().y - height / 2)},
                             width, height);
  if (button(canvas, "back", area, {"", ""}, ButtonKind::kBare)) canvas.ask(app::command::Back{});
  chevron_left(canvas, {area.left + canvas.px(12.0F), area.center().y}, canvas.theme().ink);
  canvas.line({area.left + canvas.px(22.0F), area.top}, "Esc", style, canvas.theme().faint,
              area.height());
  return area.right + canvas.px(8.0F);
}

// The list has nothing to move the keyboard to, so the arrows scroll it.
void scroll_with_keys(float step) {
  float by = 0.0F;
  if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) by += step;
  if (ImGui::IsKeyPressed(ImGuiKey_UpArrow)) by -= step;
  if (ImGui::IsKeyPressed(ImGuiKey_PageDown)) by += 5 * step;
  if (ImGui::IsKeyPressed(ImGuiKey_PageUp)) by -= 5 * step;
  if (by != 0.0F)
    ImGui::SetScrollY(std::clamp(ImGui::GetScrollY() + by, 0.0F, ImGui::GetScrollMaxY()));
}

void help_dialog(Canvas& canvas, const app::View& view) {
  if (canvas.key_pressed(ImGuiKey_F1)) Dialog::open(kHelp);
  struct Row {
    std::string_view keys;
    Key what;
  };
  constexpr std::array kEverywhere = {
      Row{"Tab  ←↑↓→", Key::kHelpMove},   Row{"Enter", Key::kHelpPress},
      Row{"PgUp PgDn", Key::kHelpScroll}, Row{"Esc", Key::kHelpBack},
      Row{"F2", Key::kHelpLanguage},      Row{"Ctrl + −", Key::kHelpSize},
  };
  constexpr std::array kTalking = {
      Row{"1–9", Key::kHelpReply},    Row{"Space", Key::kHelpHurry}, Row{"I", Key::kHelpInterrupt},
      Row{"L", Key::kHelpListen},     Row{"W", Key::kHelpPause},     Row{"M", Key::kHelpManager},
      Row{"R D N", Key::kHelpPapers}, Row{"T  /", Key::kHelpWrite},  Row{"H", Key::kHelpCards},
  };
  const bool talking = std::holds_alternative<app::ConversationView>(view.screen);
  const float pitch = canvas.px(34.0F);
  const std::size_t rows = kEverywhere.size() + (talking ? kTalking.size() : 0);
  const float height = canvas.px(48.0F + 40.0F + 46.0F) + pitch * static_cast<float>(rows);
  Dialog dialog(canvas, kHelp, canvas.px(460.0F), height);
  if (!dialog.shown()) return;
  Rect inside = dialog.inside();
  canvas.line_in(inside.take_top(canvas.px(40.0F)), canvas.text(Key::kHelpTitle),
                 canvas.style(size::kTitle, Weight::kBold), canvas.theme().ink);
  const Rect foot = inside.take_bottom(canvas.px(46.0F));
  {
    ScrollArea list("help/list", inside);
    Rect rest = Rect::at(list.origin(), list.width(), pitch * static_cast<float>(rows));
    const auto draw_row = [&](const Row& row) {
      Rect strip = rest.take_top(pitch);
      const Rect keys = strip.take_left(canvas.px(116.0F));
      key_cap(canvas, {keys.left, std::round(keys.center().y - key_cap_size(canvas) / 2)},
              row.keys);
      canvas.line_in(strip, canvas.text(row.what), canvas.style(size::kSmall), canvas.theme().ink);
    };
    if (talking) std::for_each(kTalking.begin(), kTalking.end(), draw_row);
    std::for_each(kEverywhere.begin(), kEverywhere.end(), draw_row);
    list.set_content_height(pitch * static_cast<float>(rows));
    scroll_with_keys(pitch);
  }
  float x = foot.right;
  const float middle = foot.bottom - button_height(canvas) / 2;
  if (button_leftwards(canvas, "help/close", x, middle, {canvas.text(Key::kCommonClose), "Esc"}) ||
      ImGui::IsKeyPressed(ImGuiKey_Escape)) {
    Dialog::close();
  }
}

}  // namespace

// Returns the left edge of the buttons.
float TopBar::draw_buttons(Canvas& canvas, const Rect& bar, const app::View& view) {
  const float middle = bar.center().y;
  float x = bar.right - canvas.px(size::kSpaceAround);
  if (button_leftwards(canvas, "help", x, middle, {"?", "F1"})) Dialog::open(kHelp);
  settings_menu(canvas, x, middle, view);
  const base::Language other = base::other(canvas.language());
  const std::string_view name = i18n::name("language", base::language_id(other), other);
  if (button_leftwards(canvas, "language", x, middle, {name, "F2"})) {
    canvas.ask(app::command::SwitchLanguage{});
  }
  if (std::holds_alternative<app::LibraryView>(view.screen)) people_.draw(canvas, x, middle, view);
  return x;
}

Rect TopBar::draw(Canvas& canvas, Rect& window, const app::View& view, const TopBarText& text) {
  const Theme& theme = canvas.theme();
  const Rect bar = window.take_top(canvas.px(size::kBar));
  Painter painter = canvas.painter();
  painter.fill_rect(bar, theme.surface);
  painter.fill_rect({bar.left, bar.bottom - canvas.px(size::kHairline), bar.right, bar.bottom},
                    theme.line);
  float left = bar.left + canvas.px(size::kSpaceAround);
  if (text.can_go_back) left = back_button(canvas, bar);
  const float right = draw_buttons(canvas, bar, view);

  const TextStyle title = canvas.style(size::kTitle, Weight::kBold);
  const TextStyle where = canvas.style(size::kSmall);
  const float title_room = std::max(0.0F, right - left);
  const float title_width = std::min(canvas.width_of(text.title, title), title_room);
  canvas.line_in({left, bar.top, left + title_width + 1.0F, bar.bottom}, text.title, title,
                 theme.ink);
  left += title_width + canvas.px(14.0F);
  const float where_width = canvas.width_of(text.where, where);
  if (left + where_width < right - canvas.px(40.0F) - text.reserved) {
    canvas.line({left, bar.top}, text.where, where, theme.quiet, bar.height());
    left += where_width;
  }
  help_dialog(canvas, view);
  return {left + canvas.px(size::kSpaceBetween), bar.top, right, bar.bottom};
}

}  // namespace aplomb::ui
