#include "ui/screens/briefing_screen.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "i18n/format.h"
#include "ui/face/face.h"
#include "ui/screens/scenario_text.h"
#include "ui/widgets/controls.h"

namespace aplomb::ui {

namespace {

using i18n::Key;

constexpr float kPadding = 26.0F;
constexpr float kSideWidth = 360.0F;
constexpr float kSideFromWidth = 960.0F;
constexpr float kWidest = 1180.0F;

// Writes one thing under another down a card, or only adds up their heights.
class Column {
 public:
  Column(Canvas& canvas, Point at, float width, bool draw)
      : canvas_(&canvas), at_(at), top_(at.y), width_(width), draw_(draw) {}

  void text(std::string_view words, const TextStyle& style, Color color) {
    at_.y += draw_ ? canvas_->paragraph(at_, width_, words, style, color)
                   : canvas_->paragraph_height(width_, words, style);
  }
  void heading(Key key) {
    text(canvas_->text(key), canvas_->style(size::kBody, Weight::kBold), canvas_->theme().ink);
    space(2.0F);
  }
  void item(std::string_view words, const TextStyle& style, Color color, Color dot) {
    const float indent = canvas_->px(18.0F);
    if (draw_) {
      canvas_->painter().fill_circle({at_.x + canvas_->px(5.0F), at_.y + line_pitch(style) / 2},
                                     canvas_->scale() * 2.5F, dot);
      at_.y += canvas_->paragraph({at_.x + indent, at_.y}, width_ - indent, words, style, color);
    } else {
      at_.y += canvas_->paragraph_height(width_ - indent, words, style);
    }
    space(3.0F);
  }
  void space(float design) { at_.y += canvas_->px(design); }
  float height() const { return at_.y - top_; }

 private:
  Canvas* canvas_;
  Point at_;
  float top_;
  float width_;
  bool draw_;
};

// A card as high as what `write` puts into it. Returns the card's height.
template <typename Write>
float written_card(Canvas& canvas, Point at, float width, const Write& write) {
  const float padding = canvas.px(kPadding);
  const Point inside = at + Point{padding, padding - canvas.px(4.0F)};
  Column measure(canvas, inside, width - 2 * padding, false);
  write(measure);
  const float height = measure.height() + 2 * padding - canvas.px(8.0F);
  card(canvas, Rect::at(at, width, height));
  Column draw(canvas, inside, width - 2 * padding, true);
  write(draw);
  return height;
}

float draw_customer(Canvas& canvas, Point at, float width, const app::BriefingView& view) {
  const Theme& theme = canvas.theme();
  const float padding = canvas.px(kPadding);
  const float radius = canvas.px(66.0F);
  const float text_left = at.x + padding + 2 * radius + canvas.px(26.0F);
  const float text_width = at.x + width - padding - text_left;
  const TextStyle name = canvas.style(size::kHeading, Weight::kBold, 1.4F);
  const TextStyle body = canvas.style(size::kBody);
  const float text_height =
      line_pitch(name) + canvas.paragraph_height(text_width, view.background, body) +
      scenario_tags(canvas, {}, text_width, view.card, false) + canvas.px(10.0F);
  const float height = std::max(2 * radius, text_height) + 2 * padding;
  const Rect area = Rect::at(at, width, height);
  card(canvas, area);
  Painter painter = canvas.painter();
  draw_face(painter, theme, {at.x + padding + radius, area.center().y}, radius, view.card.face,
            expression_of(view.card.emotion));
  float y = std::round(area.center().y - text_height / 2);
  canvas.line_in(Rect::at({text_left, y}, text_width, line_pitch(name)), view.customer, name,
                 theme.ink);
  y += line_pitch(name);
  y += canvas.paragraph({text_left, y}, text_width, view.background, body, theme.quiet);
  y += canvas.px(10.0F);
  scenario_tags(canvas, {text_left, y}, text_width, view.card);
  return height;
}

void write_brief(Canvas& canvas, Column& column, const app::BriefingView& view) {
  const Theme& theme = canvas.theme();
  const TextStyle body = canvas.style(size::kBody);
  column.heading(Key::kBriefingWhat);
  for (const std::string& paragraph : view.brief) {
    column.text(paragraph, body, theme.ink);
    column.space(6.0F);
  }
  column.space(10.0F);
  column.heading(Key::kBriefingRole);
  column.text(view.role, body, theme.ink);
  column.text(view.authority, body, theme.quiet);
}

void write_aims(Canvas& canvas, Column& column, const app::BriefingView& view) {
  const Theme& theme = canvas.theme();
  const TextStyle body = canvas.style(size::kBody);
  column.heading(Key::kBriefingObjectives);
  for (const std::string& aim : view.objectives)
    column.item(aim, body, theme.ink, theme.accent);
  if (view.taught.empty()) return;
  column.space(12.0F);
  column.heading(Key::kBriefingTaught);
  const TextStyle small = canvas.style(size::kSmall);
  for (const std::string& taught : view.taught) {
    column.item(taught, small, theme.quiet, theme.faint);
  }
}

void write_documents(Canvas& canvas, Column& column, const app::BriefingView& view) {
  const Theme& theme = canvas.theme();
  column.heading(Key::kBriefingDocuments);
  const TextStyle body = canvas.style(size::kSmall);
  for (const app::BriefingDocumentView& document : view.documents) {
    const std::string line =
        i18n::format(Key::kBriefingDocument, canvas.language(), document.title, document.minutes);
    column.item(line, body, theme.ink, theme.faint);
  }
  column.space(4.0F);
  column.text(canvas.text(Key::kBriefingDocumentsHelp), canvas.style(size::kQuiet), theme.quiet);
}

Key mode_help(app::Mode mode) {
  switch (mode) {
    case app::Mode::kPractice:
      return Key::kBriefingPracticeHelp;
    case app::Mode::kRehearse:
      return Key::kBriefingRehearseHelp;
    case app::Mode::kExam:
      return Key::kBriefingExamHelp;
  }
  return Key::kBriefingPracticeHelp;
}

std::string record_so_far(const Canvas& canvas, const app::ScenarioCardView& card) {
  if (!card.best && card.attempts > 0) {
    return std::string(canvas.text(Key::kLibraryCardNotPassed));
  }
  if (!card.best) return std::string(canvas.text(Key::kLibraryCardNotMet));
  return i18n::format(Key::kBriefingBest, canvas.language(), *card.best, card.attempts);
}

}  // namespace

TopBarText BriefingScreen::bar_text(const Canvas& canvas, const app::BriefingView& view) const {
  return {view.card.title, where_of(view.card.industry, view.card.channel, canvas.language()),
          true};
}

float BriefingScreen::draw_start(Canvas& canvas, Point at, float width,
                                 const app::BriefingView& view) {
  const Theme& theme = canvas.theme();
  const float padding = canvas.px(kPadding);
  const float inner = width - 2 * padding;
  const app::Mode mode = mode_.value_or(view.mode);
  const TextStyle help_style = canvas.style(size::kSmall);
  const std::string_view help = canvas.text(mode_help(mode));
  const float help_height = canvas.paragraph_height(inner, help, help_style);
  const float row = canvas.px(38.0F);
  const float press = canvas.px(44.0F);
  const bool resumable = view.card.unfinished.has_value();
  const float cards_height =
      view.can_type ? canvas.px(14.0F) + canvas.px(28.0F) + row : 0.0F;
  const float height = 2 * padding + canvas.px(28.0F) + row + canvas.px(10.0F) + help_height +
                       cards_height + canvas.px(18.0F) + press + canvas.px(28.0F) +
                       (resumable ? press + canvas.px(10.0F) : 0.0F);
  const Rect area = Rect::at(at, width, height);
  card(canvas, area);
  Rect inside = area.inset(padding);
  canvas.line_in(inside.take_top(canvas.px(28.0F)), canvas.text(Key::kBriefingMode),
                 canvas.style(size::kSmall, Weight::kBold), theme.ink);
  constexpr std::array kModes = {app::Mode::kPractice, app::Mode::kRehearse, app::Mode::kExam};
  std::array<std::string_view, kModes.size()> names;
  std::transform(kModes.begin(), kModes.end(), names.begin(),
                 [&](app::Mode m) { return mode_name(m, canvas.language()); });
  const std::size_t chosen =
      segments(canvas, "mode", inside.take_top(row), names, static_cast<std::size_t>(mode));
  mode_ = kModes.at(chosen);
  inside.take_top(canvas.px(10.0F));
  canvas.paragraph(inside.corner(), inner, help, help_style, theme.quiet);
  inside.take_top(help_height);
  if (view.can_type) {
    inside.take_top(canvas.px(14.0F));
    canvas.line_in(inside.take_top(canvas.px(28.0F)), canvas.text(Key::kBriefingReplies),
                   canvas.style(size::kSmall, Weight::kBold), theme.ink);
    const std::array cards = {canvas.text(Key::kBriefingCards), canvas.text(Key::kBriefingOwnWords)};
    const std::size_t now = view.cards_hidden ? 1 : 0;
    const std::size_t asked = segments(canvas, "cards", inside.take_top(row), cards, now);
    if (asked != now) canvas.ask(app::command::HideCards{asked == 1});
  }
  inside.take_top(canvas.px(18.0F));

  const bool fresh = !std::exchange(settled_, true);
  if (resumable) {
    const std::string label =
        i18n::format(Key::kBriefingResume, canvas.language(), view.card.unfinished->turn);
    if (button(canvas, "resume", inside.take_top(press), {label, ""}, ButtonKind::kPrimary)) {
      canvas.ask(app::command::Resume{view.card.unfinished->attempt});
    }
    if (fresh) canvas.focus_last();
    inside.take_top(canvas.px(10.0F));
  }
  const ButtonText start = {canvas.text(resumable ? Key::kBriefingStartAnew : Key::kBriefingStart),
                            resumable ? "" : "Enter"};
  if (button(canvas, "start", inside.take_top(press), start,
             resumable ? ButtonKind::kPlain : ButtonKind::kPrimary)) {
    canvas.ask(app::command::Start{*mode_});
  }
  if (fresh && !resumable) canvas.focus_last();
  canvas.line_in(inside.take_top(canvas.px(34.0F)), record_so_far(canvas, view.card),
                 canvas.style(size::kQuiet), theme.quiet, 0.5F);
  return height;
}

void BriefingScreen::draw(Canvas& canvas, const Rect& window, const Rect& /*bar*/,
                          const app::BriefingView& view) {
  if (canvas.key_pressed(ImGuiKey_Escape)) canvas.ask(app::command::Back{});
  ScrollArea area("briefing", window);
  area.take_page_keys(canvas);
  const bool beside = window.width() >= canvas.px(kSideFromWidth);
  const float margin = canvas.px(beside ? 36.0F : size::kSpaceBetween);
  const float width = std::min(area.width() - 2 * margin, canvas.px(kWidest));
  const float gap = canvas.px(18.0F);
  const float side = beside ? canvas.px(kSideWidth) : width;
  const float main = beside ? width - side - canvas.px(24.0F) : width;
  const Point top = {std::round(area.origin().x + (area.width() - width) / 2),
                     area.origin().y + canvas.px(26.0F)};
  const auto write = [&](auto writer) {
    return [&canvas, &view, writer](Column& column) { writer(canvas, column, view); };
  };

  Point at = top;
  at.y += draw_customer(canvas, at, main, view) + gap;
  // In one column the way to start must not lie below everything there is to read.
  if (!beside) at.y += draw_start(canvas, at, side, view) + gap;
  at.y += written_card(canvas, at, main, write(write_brief)) + gap;
  at.y += written_card(canvas, at, main, write(write_aims)) + gap;
  float height = at.y - top.y;

  if (beside) {
    at = {top.x + main + canvas.px(24.0F), top.y};
    at.y += draw_start(canvas, at, side, view) + gap;
  }
  if (!view.documents.empty()) {
    at.y += written_card(canvas, at, side, write(write_documents)) + gap;
  }
  height = std::max(height, at.y - top.y);
  area.set_content_height(height + canvas.px(26.0F));
}

}  // namespace aplomb::ui
