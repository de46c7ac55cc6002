#include "ui/screens/reply_panel.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "i18n/format.h"
#include "ui/widgets/controls.h"

namespace aplomb::ui {

namespace {

using i18n::Key;
using ActKind = app::ActView::Kind;

constexpr float kReplyPaddingX = 16.0F;
constexpr float kReplyPaddingY = 12.0F;
constexpr float kReplyGap = 8.0F;
constexpr float kRowHeight = 50.0F;

struct ActKey {
  ActKind kind;
  ImGuiKey key;
  std::string_view printed;
  Key label;
};

constexpr std::array kActKeys = {
    ActKey{ActKind::kListen, ImGuiKey_L, "L", Key::kTalkListen},
    ActKey{ActKind::kPause, ImGuiKey_W, "W", Key::kTalkPause},
    ActKey{ActKind::kManager, ImGuiKey_M, "M", Key::kTalkManager},
    ActKey{ActKind::kInterrupt, ImGuiKey_I, "I", Key::kTalkInterrupt},
};

const ActKey& key_of(ActKind kind) {
  return *std::find_if(kActKeys.begin(), kActKeys.end(),
                       [&](const ActKey& act) { return act.kind == kind; });
}

TextStyle reply_style(const Canvas& canvas) {
  return canvas.style(size::kBody, Weight::kRegular, 1.5F);
}

float reply_text_width(const Canvas& canvas, float width) {
  return width - 2 * canvas.px(kReplyPaddingX) - key_cap_size(canvas) - canvas.px(12.0F);
}

float reply_height(Canvas& canvas, float width, const app::ReplyView& reply) {
  return canvas.paragraph_height(reply_text_width(canvas, width), reply.text, reply_style(canvas)) +
         2 * canvas.px(kReplyPaddingY);
}

// Whether the cards can be put away, or back, right now.
bool can_turn_cards(const app::ReplyBoxView& box) {
  return box.offered && (box.may_show_cards || !box.cards_hidden);
}

bool has_row(const app::ConversationView& view) {
  return can_turn_cards(view.box) || view.speaking || view.ended || !view.acts.empty() || view.silence_left.has_value();
}

void draw_reply(Canvas& canvas, const Rect& area, std::size_t index, const app::ReplyView& reply) {
  const std::string number = std::to_string(index + 1);
  if (card_button(canvas, "reply/" + number, area).pressed) {
    canvas.ask(app::command::PickReply{index});
  }
  const TextStyle style = reply_style(canvas);
  const float cap = key_cap_size(canvas);
  const Point text = area.corner() + Point{canvas.px(kReplyPaddingX) + cap + canvas.px(12.0F),
                                           canvas.px(kReplyPaddingY)};
  key_cap(
      canvas,
      {area.left + canvas.px(kReplyPaddingX), text.y + std::round((line_pitch(style) - cap) / 2)},
      number);
  canvas.paragraph(text, reply_text_width(canvas, area.width()), reply.text, style,
                   canvas.theme().ink);
}

std::string_view act_words(const Canvas& canvas, const app::ActView& act) {
  return act.text.empty() ? canvas.text(key_of(act.kind).label) : std::string_view(act.text);
}

void turn_cards(Canvas& canvas, const app::ReplyBoxView& box) {
  canvas.ask(app::command::HideCards{!box.cards_hidden});
}

void draw_acts_row(Canvas& canvas, const Rect& row, const app::ConversationView& view) {
  float right = row.right;
  if (can_turn_cards(view.box)) {
    const Key label = view.box.cards_hidden ? Key::kTalkShowCards : Key::kTalkHideCards;
    right -= canvas.px(10.0F);
    if (button_leftwards(canvas, "cards", right, row.center().y, {canvas.text(label), "H"},
                         ButtonKind::kBare)) {
      turn_cards(canvas, view.box);
    }
  }
  if (view.silence_left) {
    const std::string waiting =
        i18n::format(Key::kTalkSilenceLeft, canvas.language(), *view.silence_left);
    const TextStyle style = canvas.style(size::kQuiet);
    right -= canvas.width_of(waiting, style);
    canvas.line({right, row.top}, waiting, style, canvas.theme().quiet, row.height());
    right -= canvas.px(12.0F);
  }
  if (view.acts.empty()) return;
  const float gap = canvas.px(10.0F);
  const float room = right - row.left;
  float wanted = 0.0F;
  for (const app::ActView& act : view.acts) {
    wanted += button_width(canvas, {act_words(canvas, act), key_of(act.kind).printed}) + gap;
  }
  const float widest = room / static_cast<float>(view.acts.size()) - gap;
  float x = row.left;
  for (const app::ActView& act : view.acts) {
    const ButtonText text = {act_words(canvas, act), key_of(act.kind).printed};
    const float natural = button_width(canvas, text);
    const float width = wanted <= room ? natural : std::min(natural, widest);
    const float height = button_height(canvas);
    const Rect area =
        Rect::at({x, std::round(row.center().y - height / 2)}, std::floor(width), height);
    if (button(canvas, "act/" + std::string(text.key), area, text)) {
      canvas.ask(app::command::DoAct{act.kind});
    }
    x = area.right + gap;
  }
}

}  // namespace

float ReplyPanel::wanted_height(Canvas& canvas, float width,
                                const app::ConversationView& view) const {
  float height = has_row(view) ? canvas.px(kRowHeight) : canvas.px(16.0F);
  if (view.speaking || view.ended) return height;
  for (const app::ReplyView& reply : view.replies) {
    height += reply_height(canvas, width - canvas.px(10.0F), reply) + canvas.px(kReplyGap);
  }
  return height + box_.wanted_height(canvas, width - canvas.px(10.0F), view.box);
}

void ReplyPanel::focus_if_new(Canvas& canvas, Showing showing, int turn) {
  if (focused_ == showing && focused_turn_ == turn) return;
  focused_ = showing;
  focused_turn_ = turn;
  if (!canvas.memory().edit) canvas.focus_last();
}

// What works while lines are still appearing.
void ReplyPanel::draw_speaking_row(Canvas& canvas, const Rect& row,
                                   const app::ConversationView& view) {
  float x = row.left;
  const float middle = row.center().y;
  if (button_rightwards(canvas, "hurry", x, middle, {canvas.text(Key::kTalkHurry), "Space"},
                        ButtonKind::kBare)) {
    canvas.ask(app::command::Hurry{});
  }
  focus_if_new(canvas, Showing::kSpeaking, view.turn);
  if (view.can_interrupt &&
      button_rightwards(canvas, "act/I", x, middle, {canvas.text(Key::kTalkInterrupt), "I"},
                        ButtonKind::kBare)) {
    canvas.ask(app::command::DoAct{ActKind::kInterrupt});
  }
}

void ReplyPanel::draw_ended_row(Canvas& canvas, const Rect& row,
                                const app::ConversationView& view) {
  float x = row.right - canvas.px(10.0F);
  if (button_leftwards(canvas, "score_sheet", x, row.center().y,
                       {canvas.text(Key::kTalkShowScoreSheet), "Enter"}, ButtonKind::kPrimary)) {
    canvas.ask(app::command::ShowScoreSheet{view.attempt});
  }
  focus_if_new(canvas, Showing::kEnded, view.turn);
  canvas.line_in({row.left, row.top, x, row.bottom}, canvas.text(Key::kTalkOver),
                 canvas.style(size::kBody), canvas.theme().quiet);
}

void ReplyPanel::draw_replies(Canvas& canvas, const Rect& area, const app::ConversationView& view,
                              bool takes_keyboard) {
  ScrollArea scroll("replies", area);
  Point at = scroll.origin();
  for (std::size_t i = 0; i < view.replies.size(); ++i) {
    const float height = reply_height(canvas, scroll.width(), view.replies[i]);
    draw_reply(canvas, Rect::at(at, scroll.width(), height), i, view.replies[i]);
    if (i == 0 && takes_keyboard) focus_if_new(canvas, Showing::kReplies, view.turn);
    at.y += height + canvas.px(kReplyGap);
  }
  scroll.set_content_height(at.y - scroll.origin().y - canvas.px(kReplyGap));
}

void ReplyPanel::draw(Canvas& canvas, const Rect& area, const app::ConversationView& view) {
  Rect rest = area;
  const bool has_last_row = has_row(view);
  const Rect row = has_last_row ? rest.take_bottom(canvas.px(kRowHeight)) : Rect();
  if (view.speaking) return draw_speaking_row(canvas, row, view);
  if (view.ended) return draw_ended_row(canvas, row, view);
  // Who wrote the last reply writes the next one.
  const bool fresh = focused_ != Showing::kBox || focused_turn_ != view.turn;
  const bool writes = view.box.offered && (view.replies.empty() || box_.writing());
  if (writes && fresh) {
    focused_ = Showing::kBox;
    focused_turn_ = view.turn;
    if (!canvas.memory().edit) box_.write();
  }
  // Beside cards it leaves them room; what it cannot show it scrolls.
  const float share = view.replies.empty() ? 1.0F : 0.6F;
  const float wanted = box_.wanted_height(canvas, rest.width() - canvas.px(10.0F), view.box);
  Rect box = rest.take_bottom(std::min(wanted, std::round(rest.height() * share)));
  box.right -= canvas.px(10.0F);
  if (box.height() > 0.0F) rest.take_bottom(canvas.px(kReplyGap));
  if (!view.replies.empty()) draw_replies(canvas, rest, view, !writes);
  if (box.height() > 0.0F) box_.draw(canvas, box, view.box);
  if (has_last_row) draw_acts_row(canvas, row, view);
}

void ReplyPanel::take_keys(Canvas& canvas, const app::ConversationView& view) {
  if (view.speaking) {
    // Space would also press whatever has the keyboard; while somebody speaks it only hurries.
    ImGui::SetKeyOwner(ImGuiKey_Space, ImGui::GetID("hurry"));
    const bool space = !ImGui::GetIO().WantTextInput && ImGui::IsKeyPressed(ImGuiKey_Space, false);
    if (space) canvas.ask(app::command::Hurry{});
    if (view.can_interrupt && canvas.key_pressed(ImGuiKey_I)) {
      canvas.ask(app::command::DoAct{ActKind::kInterrupt});
    }
    return;
  }
  for (std::size_t i = 0; i < view.replies.size() && i < 9; ++i) {
    const int digit = static_cast<int>(i);
    if (canvas.key_pressed(ImGuiKey_1 + digit) || canvas.key_pressed(ImGuiKey_Keypad1 + digit)) {
      canvas.ask(app::command::PickReply{i});
      box_.stop_writing();
      return;
    }
  }
  if (view.box.offered && (canvas.key_pressed(ImGuiKey_T) || canvas.key_pressed(ImGuiKey_Slash) ||
                           canvas.key_pressed(ImGuiKey_KeypadDivide))) {
    box_.write();
  }
  if (can_turn_cards(view.box) && canvas.key_pressed(ImGuiKey_H)) turn_cards(canvas, view.box);
  for (const app::ActView& act : view.acts) {
    if (canvas.key_pressed(key_of(act.kind).key)) {
      canvas.ask(app::command::DoAct{act.kind});
      return;
    }
  }
}

}  // namespace aplomb::ui
