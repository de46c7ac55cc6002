#include "ui/screens/score_sheet_screen.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "i18n/format.h"
#include "ui/screens/heat_chart.h"
#include "ui/screens/scenario_text.h"
#include "ui/widgets/controls.h"

namespace aplomb::ui {

namespace {

using i18n::Key;

constexpr float kSideWidth = 380.0F;
constexpr float kSideFromWidth = 1080.0F;
constexpr float kWidest = 1440.0F;
constexpr float kGap = 16.0F;

}  // namespace

TopBarText ScoreSheetScreen::bar_text(const Canvas& canvas, const app::ScoreSheetView& view) const {
  const base::Language language = canvas.language();
  const std::string turns =
      i18n::format(Key::kScoreTurnsAndMinutes, language, view.turns.size(), view.minutes);
  std::string where = joined(view.card.title, mode_name(view.mode, language), language);
  where = joined(where, moment_text(view.when, language), language);
  return {std::string(canvas.text(Key::kScoreTitle)), joined(where, turns, language), true,
          button_width(canvas, {canvas.text(Key::kScoreAgain), "R"})};
}

void ScoreSheetScreen::draw_bar(Canvas& canvas, const Rect& bar, const app::ScoreSheetView& view) {
  float x = bar.right - canvas.px(6.0F);
  const ButtonText again = {canvas.text(Key::kScoreAgain), "R"};
  const bool fits = bar.width() > button_width(canvas, again) + canvas.px(20.0F);
  const bool pressed = fits && button_leftwards(canvas, "again", x, bar.center().y, again);
  if (fits && !std::exchange(settled_, true)) canvas.focus_last();
  if (pressed || canvas.key_pressed(ImGuiKey_R)) {
    canvas.ask(app::command::OpenScenario{view.card.id});
  }
}

float ScoreSheetScreen::draw_main(Canvas& canvas, Point at, float width,
                                  const app::ScoreSheetView& view) {
  const float top = at.y;
  const float gap = canvas.px(kGap);
  at.y += draw_dimensions(canvas, at, width, view) + gap;
  if (view.turns.size() > 1) {
    const float height = heat_chart_height(canvas);
    const std::optional<int> picked =
        heat_chart(canvas, Rect::at(at, width, height), view, chosen_turn_);
    if (picked) {
      chosen_turn_ = picked;
      scroll_to_ = 0.0F;
    }
    at.y += height + gap;
  }
  const TurnList::Drawn drawn = turns_.draw(canvas, at, width, view, chosen_turn_);
  if (drawn.pressed) chosen_turn_ = drawn.pressed;
  if (scroll_to_ >= 0.0F && drawn.chosen_top) scroll_to_ = *drawn.chosen_top;
  return at.y + drawn.height + gap - top;
}

void ScoreSheetScreen::draw(Canvas& canvas, const Rect& window, const Rect& bar,
                            const app::ScoreSheetView& view) {
  draw_bar(canvas, bar, view);
  if (canvas.key_pressed(ImGuiKey_Escape)) canvas.ask(app::command::Back{});
  ScrollArea area("score_sheet", window);
  area.take_page_keys(canvas);
  const bool beside = window.width() >= canvas.px(kSideFromWidth);
  const float margin = canvas.px(beside ? 28.0F : size::kSpaceBetween);
  const float width = std::min(area.width() - 2 * margin, canvas.px(kWidest));
  const float side = beside ? canvas.px(kSideWidth) : width;
  const float main = beside ? width - side - canvas.px(20.0F) : width;
  const Point top = {std::round(area.origin().x + (area.width() - width) / 2),
                     area.origin().y + canvas.px(22.0F)};
  Point at = top;
  at.y += draw_warnings(canvas, at, width, view);
  const float gap = canvas.px(kGap);
  float bottom = 0.0F;
  if (beside) {
    const float left = at.y + draw_main(canvas, at, main, view);
    Point right = {at.x + main + canvas.px(20.0F), at.y};
    right.y += draw_ending(canvas, right, side, view) + gap;
    bottom = std::max(left, right.y + draw_habits(canvas, right, side, view));
  } else {
    at.y += draw_ending(canvas, at, width, view) + gap;
    at.y += draw_main(canvas, at, width, view);
    bottom = at.y + draw_habits(canvas, at, width, view);
  }
  if (scroll_to_ > 0.0F) {
    ImGui::SetScrollY(ImGui::GetScrollY() + scroll_to_ - window.top - canvas.px(12.0F));
    scroll_to_ = -1.0F;
  }
  area.set_content_height(bottom - area.origin().y + canvas.px(12.0F));
}

}  // namespace aplomb::ui
