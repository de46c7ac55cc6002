#include "ui/screens/conversation_screen.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "i18n/format.h"
#include "ui/screens/scenario_text.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/meter.h"

namespace aplomb::ui {

namespace {

using i18n::Key;

constexpr float kCustomerWidth = 260.0F;
constexpr float kPapersWidth = 340.0F;
constexpr float kAllFitFromWidth = 1180.0F;
constexpr float kTwoFitFromWidth = 840.0F;
constexpr float kWidestMiddle = 860.0F;

}  // namespace

TopBarText ConversationScreen::bar_text(const Canvas& canvas,
                                        const app::ConversationView& view) const {
  return {view.title, where_of(view.industry, view.channel, canvas.language()), true,
          canvas.px(290.0F)};
}

void ConversationScreen::draw_bar(Canvas& canvas, Rect bar, const app::ConversationView& view,
                                  bool papers_fit) {
  const float middle = bar.center().y;
  const float room_for_trail = canvas.px(150.0F);
  float x = bar.right - canvas.px(6.0F);
  if (!papers_fit &&
      button_leftwards(canvas, "papers", x, middle, {canvas.text(Key::kPapersRecord), "R"})) {
    papers_open_ = !papers_open_;
  }
  const TextStyle quiet = canvas.style(size::kSmall);
  const std::string turn =
      i18n::format(Key::kTalkTurnAndMinutes, canvas.language(), view.turn, view.seconds / 60);
  const float turn_width = canvas.width_of(turn, quiet);
  if (x - turn_width - bar.left > room_for_trail) {
    x -= turn_width;
    canvas.line({x, bar.top}, turn, quiet, canvas.theme().quiet, bar.height());
    x -= canvas.px(14.0F);
  }
  const std::string_view mode = mode_name(view.mode, canvas.language());
  const float mode_width = canvas.width_of(mode, canvas.style(size::kQuiet)) + canvas.px(18.0F);
  if (x - mode_width - bar.left > room_for_trail) {
    x -= mode_width;
    tag(canvas, {x, std::round(middle - tag_height(canvas) / 2)}, mode);
    x -= canvas.px(14.0F);
  }
  bar.right = x;
  if (bar.width() > canvas.px(60.0F)) stage_trail(canvas, bar, view.stages);
}

void ConversationScreen::draw_middle(Canvas& canvas, const Rect& area,
                                     const app::ConversationView& view) {
  const float margin = canvas.px(area.width() > canvas.px(620.0F) ? 30.0F : 16.0F);
  const float width = std::min(area.width() - 2 * margin, canvas.px(kWidestMiddle));
  Rect column = Rect::at({std::round(area.center().x - width / 2), area.top}, width, area.height());
  // Scroll bars lie in the margin, so that both columns of cards end at the same edge.
  column.right += canvas.px(10.0F);
  column.bottom -= canvas.px(10.0F);
  const float most = std::round(column.height() * 0.62F);
  const float wanted = std::min(replies_.wanted_height(canvas, column.width(), view), most);
  const float height = std::round(canvas.eased("replies", wanted, 0.16F));
  const Rect replies = column.take_bottom(height);
  transcript_.draw(canvas, column, view);
  replies_.draw(canvas, {replies.left, replies.bottom - wanted, replies.right, replies.bottom},
                view);
}

void ConversationScreen::take_keys(Canvas& canvas, const app::ConversationView& view,
                                   bool papers_fit) {
  constexpr std::array kPageKeys = {ImGuiKey_R, ImGuiKey_D, ImGuiKey_N};
  for (std::size_t i = 0; i < kPageKeys.size(); ++i) {
    if (!canvas.key_pressed(kPageKeys[i])) continue;
    const auto page = static_cast<PapersPanel::Page>(i);
    papers_open_ = !papers_open_ || papers_.page() != page;
    papers_.show(page);
    if (papers_open_ || papers_fit) papers_.write_next();
  }
  if (canvas.key_pressed(ImGuiKey_Escape)) {
    if (papers_open_ && !papers_fit) {
      papers_open_ = false;
    } else {
      canvas.ask(app::command::Back{});
    }
  }
  if (papers_fit || !papers_open_) replies_.take_keys(canvas, view);
}

void ConversationScreen::draw(Canvas& canvas, const Rect& window, const Rect& bar,
                              const app::ConversationView& view) {
  const bool papers_fit = window.width() >= canvas.px(kAllFitFromWidth);
  const bool customer_fits = window.width() >= canvas.px(kTwoFitFromWidth);
  draw_bar(canvas, bar, view, papers_fit);
  take_keys(canvas, view, papers_fit);

  Rect rest = window;
  const bool papers = papers_fit || papers_open_;
  if (papers && !papers_fit && !customer_fits) return papers_.draw(canvas, rest, view);
  if (papers) papers_.draw(canvas, rest.take_right(canvas.px(kPapersWidth)), view);
  if (customer_fits && (papers_fit || !papers)) {
    customer_.draw_column(canvas, rest.take_left(canvas.px(kCustomerWidth)), view);
  } else {
    customer_.draw_strip(canvas, rest.take_top(CustomerPanel::strip_height(canvas)), view);
  }
  draw_middle(canvas, rest, view);
}

}  // namespace aplomb::ui
