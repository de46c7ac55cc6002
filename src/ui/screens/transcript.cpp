#include "ui/screens/transcript.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "i18n/format.h"
#include "ui/screens/evidence.h"
#include "ui/screens/scenario_text.h"

namespace aplomb::ui {

namespace {

using i18n::Key;
using Speaker = app::UtteranceView::Speaker;

constexpr float kGap = 14.0F;
constexpr float kPaddingX = 17.0F;
constexpr float kPaddingY = 11.0F;
constexpr float kWidestBubble = 620.0F;
constexpr float kBubbleShare = 0.76F;
constexpr float kBubbleLineHeight = 1.55F;

// Whether the trainee speaks.
bool is_mine(const app::UtteranceView& utterance) { return utterance.speaker == Speaker::kTrainee; }

// How many lines have begun to appear.
std::size_t lines_begun(const TextLayout& layout, std::size_t revealed) {
  const auto begun = std::count_if(layout.lines.begin(), layout.lines.end(),
                                   [&](const base::LineRange& l) { return l.begin < revealed; });
  return std::max<std::size_t>(1, static_cast<std::size_t>(begun));
}

// Draws one utterance at a time down the transcript, or only adds up their heights.
class Column {
 public:
  Column(Canvas& canvas, Point at, float width, bool draw)
      : canvas_(&canvas), at_(at), top_(at.y), width_(width), draw_(draw) {}

  void add(const app::UtteranceView& utterance);
  float height() const { return at_.y - top_; }

 private:
  void add_bubble(const app::UtteranceView& utterance);
  void add_remark(const app::UtteranceView& utterance);
  void add_break(const app::UtteranceView& utterance);
  void add_name(const app::UtteranceView& utterance);
  void draw_bubble(const Rect& area, const app::UtteranceView& utterance, const TextLayout& layout);

  Canvas* canvas_;
  Point at_;
  float top_;
  float width_;
  bool draw_;
};

void Column::add(const app::UtteranceView& utterance) {
  if (utterance.revealed == 0) return;
  switch (utterance.speaker) {
    case Speaker::kNarrator:
    case Speaker::kAct:
      add_remark(utterance);
      break;
    case Speaker::kBreak:
      add_break(utterance);
      break;
    case Speaker::kCustomer:
    case Speaker::kTrainee:
    case Speaker::kManager:
    case Speaker::kColleague:
      add_bubble(utterance);
      break;
  }
  at_.y += canvas_->px(kGap);
}

void Column::add_name(const app::UtteranceView& utterance) {
  if (utterance.name.empty()) return;
  const TextStyle style = canvas_->style(size::kQuiet, Weight::kBold);
  if (draw_) {
    canvas_->line(at_ + Point{canvas_->px(4.0F), 0}, utterance.name, style, canvas_->theme().quiet);
  }
  at_.y += line_pitch(style) + canvas_->px(2.0F);
}

void Column::draw_bubble(const Rect& area, const app::UtteranceView& utterance,
                         const TextLayout& layout) {
  const Theme& theme = canvas_->theme();
  const float radius = canvas_->px(size::kCardRadius);
  Painter painter = canvas_->painter();
  if (is_mine(utterance)) {
    painter.fill_rect(area, theme.accent_soft, radius);
  } else {
    painter.fill_rect(area, theme.surface, radius);
    painter.outline_rect(area, theme.line, radius, canvas_->px(size::kHairline));
  }
  const Point text = area.corner() + Point{canvas_->px(kPaddingX), canvas_->px(kPaddingY)};
  if (std::vector<std::string>* written = canvas_->memory().written) {
    written->push_back(utterance.text.substr(0, utterance.revealed));
  }
  draw_evidence(*canvas_, utterance.text, layout, text, utterance.evidence);
  canvas_->setter().draw(painter, utterance.text, layout, text, theme.ink, utterance.revealed);
}

void Column::add_bubble(const app::UtteranceView& utterance) {
  add_name(utterance);
  const TextStyle style = canvas_->style(size::kBody, Weight::kRegular, kBubbleLineHeight);
  const float padding = canvas_->px(kPaddingX);
  const float widest =
      std::min(canvas_->px(kWidestBubble), std::round(width_ * kBubbleShare)) - 2 * padding;
  const TextLayout& layout = canvas_->setter().layout(utterance.text, style, widest);
  const float width = std::ceil(layout.width) + 2 * padding;
  const float text_height =
      layout.line_pitch * static_cast<float>(lines_begun(layout, utterance.revealed));
  const float height = text_height + 2 * canvas_->px(kPaddingY);
  const bool mine = is_mine(utterance);
  const float left = mine ? at_.x + width_ - width : at_.x;
  if (draw_) draw_bubble(Rect::at({left, at_.y}, width, height), utterance, layout);
  at_.y += height;
  if (utterance.cut_off) {
    const TextStyle quiet = canvas_->style(size::kQuiet);
    if (draw_) {
      canvas_->line(at_ + Point{canvas_->px(4.0F), canvas_->px(2.0F)},
                    canvas_->text(Key::kTalkCutOff), quiet, canvas_->theme().heat_hot);
    }
    at_.y += line_pitch(quiet) + canvas_->px(2.0F);
  }
  if (!utterance.remark.empty()) {
    const TextStyle quiet = canvas_->style(size::kQuiet);
    at_.y += canvas_->px(4.0F);
    if (draw_) {
      const Rect strip = Rect::at(at_, width_, line_pitch(quiet));
      canvas_->line_in(strip, utterance.remark, quiet, canvas_->theme().quiet, mine ? 1.0F : 0.0F);
    }
    at_.y += line_pitch(quiet);
  }
  if (!utterance.behaviours.empty()) {
    at_.y += canvas_->px(5.0F);
    at_.y += behaviour_row(*canvas_, at_, width_, utterance.behaviours, mine, draw_);
  }
}

// Narration, and what the trainee did rather than said.
void Column::add_remark(const app::UtteranceView& utterance) {
  const Theme& theme = canvas_->theme();
  const TextStyle style = canvas_->style(size::kSmall, Weight::kRegular, 1.5F);
  const float widest = std::round(width_ * 0.8F);
  const TextLayout& layout = canvas_->setter().layout(utterance.text, style, widest);
  const bool act = utterance.speaker == Speaker::kAct;
  if (draw_) {
    if (std::vector<std::string>* written = canvas_->memory().written) {
      written->push_back(utterance.text.substr(0, utterance.revealed));
    }
    // A short remark is centred; a longer one is set as a block.
    const float left = std::round(at_.x + (width_ - layout.width) / 2);
    Painter painter = canvas_->painter();
    canvas_->setter().draw(painter, utterance.text, layout, {left, at_.y},
                           act ? theme.accent : theme.quiet, utterance.revealed);
  }
  at_.y += layout.height();
  if (!utterance.behaviours.empty()) {
    at_.y += behaviour_row(*canvas_, at_, width_, utterance.behaviours, true, draw_);
  }
}

void Column::add_break(const app::UtteranceView& utterance) {
  const TextStyle style = canvas_->style(size::kSmall, Weight::kBold);
  const float height = canvas_->px(44.0F);
  if (draw_) {
    const Theme& theme = canvas_->theme();
    const float width = canvas_->width_of(utterance.text, style);
    const float left = std::round(at_.x + (width_ - width) / 2);
    const float middle = std::round(at_.y + height / 2);
    const float gap = canvas_->px(16.0F);
    const float line = canvas_->px(size::kHairline);
    Painter painter = canvas_->painter();
    painter.fill_rect({at_.x, middle, left - gap, middle + line}, theme.edge);
    painter.fill_rect({left + width + gap, middle, at_.x + width_, middle + line}, theme.edge);
    canvas_->line({left, at_.y}, utterance.text, style, theme.quiet, height);
  }
  at_.y += height;
}

}  // namespace

void Transcript::follow(Canvas& canvas, float content_height, float area_height) {
  constexpr int kFramesToSettle = 3;
  constexpr float kNearEnd = 4.0F;
  const bool changed = content_height != content_height_ || area_height != area_height_;
  content_height_ = content_height;
  area_height_ = area_height;
  const float end = std::max(0.0F, content_height - area_height);
  if (changed) {
    following_ = true;
    settling_ = kFramesToSettle;
  } else if (std::abs(ImGui::GetScrollY() - scroll_) > 1.0F && settling_ == 0) {
    following_ = ImGui::GetScrollY() > end - kNearEnd;
  }
  scroll_ = ImGui::GetScrollY();
  const float target = canvas.eased("end", end, 0.16F);
  if (!following_) return;
  if (std::abs(target - scroll_) > 0.5F && settling_ == 0) settling_ = 1;
  if (settling_ > 0) {
    --settling_;
    ImGui::SetScrollY(target);
    scroll_ = target;
    canvas.motion().want_frame(0.0);
  }
}

void Transcript::draw(Canvas& canvas, const Rect& area, const app::ConversationView& view) {
  ScrollArea scroll("transcript", area);
  scroll.take_page_keys(canvas);
  Column measure(canvas, scroll.origin(), scroll.width(), false);
  for (const app::UtteranceView& utterance : view.transcript)
    measure.add(utterance);
  const float height = measure.height() + canvas.px(8.0F);
  // Few lines stand at the bottom, next to the replies.
  const float start = std::max(0.0F, area.height() - height);
  Column column(canvas, scroll.origin() + Point{0.0F, start}, scroll.width(), true);
  for (const app::UtteranceView& utterance : view.transcript)
    column.add(utterance);
  scroll.set_content_height(std::max(height, area.height() - 1.0F));
  follow(canvas, std::max(height, area.height() - 1.0F), area.height());
}

}  // namespace aplomb::ui
