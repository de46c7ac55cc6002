#include "ui/screens/turn_list.h"

#include <algorithm>
#include <cmath>

#include "i18n/format.h"
#include "ui/screens/evidence.h"
#include "ui/screens/scenario_text.h"
#include "ui/widgets/controls.h"

namespace aplomb::ui {

namespace {

using i18n::Key;

constexpr float kPadding = 20.0F;
constexpr float kMarkSpace = 16.0F;
constexpr float kNumberSpace = 76.0F;
constexpr float kTwoColumnsFrom = 640.0F;

// Draws one turn, or only finds its height.
class TurnRow {
 public:
  TurnRow(Canvas& canvas, Point at, float width, const app::TurnView& turn, bool draw);

  float walk();

 private:
  float words(Point at, float width);
  float findings(Point at, float width);
  float finding(Point at, float width, const app::ShownView& shown);
  float missed(Point at, float width, const app::MissedView& missed);
  float text(Point at, float width, std::string_view words, const TextStyle& style, Color color);
  std::string answer_text(const app::ShownView& shown) const;

  Canvas& canvas_;
  Point at_;
  float width_;
  const app::TurnView& turn_;
  bool draw_;
  TextStyle body_;
  TextStyle small_;
  TextStyle quiet_;
};

TurnRow::TurnRow(Canvas& canvas, Point at, float width, const app::TurnView& turn, bool draw)
    : canvas_(canvas),
      at_(at),
      width_(width),
      turn_(turn),
      draw_(draw),
      body_(canvas.style(size::kBody, Weight::kRegular, 1.5F)),
      small_(canvas.style(size::kSmall, Weight::kRegular, 1.5F)),
      quiet_(canvas.style(size::kQuiet, Weight::kRegular, 1.5F)) {}

float TurnRow::text(Point at, float width, std::string_view words, const TextStyle& style,
                    Color color) {
  return draw_ ? canvas_.paragraph(at, width, words, style, color)
               : canvas_.paragraph_height(width, words, style);
}

// The customer's line and the trainee's words or act.
float TurnRow::words(Point at, float width) {
  const Theme& theme = canvas_.theme();
  const float top = at.y;
  if (!turn_.heard.empty()) {
    at.y += text(at, width, turn_.heard, quiet_, theme.quiet) + canvas_.px(4.0F);
  }
  const TextLayout& layout = canvas_.setter().layout(turn_.text, body_, width);
  if (draw_) {
    draw_evidence(canvas_, turn_.text, layout, at, turn_.evidence);
    canvas_.paragraph(at, width, turn_.text, body_, turn_.act ? theme.accent : theme.ink);
  }
  return at.y + layout.height() - top;
}

std::string TurnRow::answer_text(const app::ShownView& shown) const {
  const base::Language language = canvas_.language();
  if (shown.answers.empty()) return {};
  const std::string answered = quoted(shown.answers, language);
  if (shown.answers_turn < 0) return i18n::format(Key::kScoreAnswersFile, language, answered);
  if (shown.answers_turn == 0) return i18n::format(Key::kScoreAnswersStart, language, answered);
  return i18n::format(Key::kScoreAnswersTurn, language, answered, shown.answers_turn);
}

float TurnRow::finding(Point at, float width, const app::ShownView& shown) {
  const Theme& theme = canvas_.theme();
  const float top = at.y;
  const float indent = canvas_.px(kMarkSpace);
  if (draw_) {
    behaviour_mark(canvas_, at + Point{canvas_.px(4.0F), line_pitch(small_) / 2}, shown.behaviour);
  }
  const Point inside = {at.x + indent, at.y};
  const float inner = width - indent;
  const Color color = shown.behaviour.negative ? theme.heat_hot : theme.ink;
  at.y += text(inside, inner, behaviour_text(shown.behaviour, canvas_.language()), small_, color);
  if (!shown.words.empty()) {
    at.y +=
        text({inside.x, at.y}, inner, quoted(shown.words, canvas_.language()), quiet_, theme.quiet);
  }
  const std::string answers = answer_text(shown);
  if (!answers.empty()) at.y += text({inside.x, at.y}, inner, answers, quiet_, theme.quiet);
  return at.y - top;
}

float TurnRow::missed(Point at, float width, const app::MissedView& missed) {
  const Theme& theme = canvas_.theme();
  const float top = at.y;
  const std::string label = i18n::format(Key::kScoreMissed, canvas_.language(),
                                         behaviour_text(missed.behaviour, canvas_.language()));
  at.y += text(at, width, label, small_, theme.quiet);
  if (!missed.reply.empty()) {
    const std::string reply = i18n::format(Key::kScoreCouldSay, canvas_.language(), missed.reply);
    at.y += text(at, width, reply, quiet_, theme.quiet);
  }
  return at.y - top;
}

float TurnRow::findings(Point at, float width) {
  const float top = at.y;
  const float gap = canvas_.px(6.0F);
  for (const app::ShownView& shown : turn_.shown)
    at.y += finding(at, width, shown) + gap;
  for (const app::MissedView& gone : turn_.missed)
    at.y += missed(at, width, gone) + gap;
  if (turn_.shown.empty() && turn_.missed.empty()) {
    at.y += text(at, width, canvas_.text(Key::kScoreNothing), quiet_, canvas_.theme().quiet) + gap;
  }
  return at.y - gap - top;
}

float TurnRow::walk() {
  const Theme& theme = canvas_.theme();
  const float padding = canvas_.px(kPadding);
  const std::string points =
      i18n::format(Key::kScoreTurnPoints, canvas_.language(), turn_.earned, turn_.best);
  const float number = canvas_.px(kNumberSpace);
  const float top_gap = canvas_.px(14.0F);
  const Point inside = {at_.x + padding + number, at_.y + top_gap};
  const float inner = width_ - 2 * padding - number;
  const bool beside = width_ >= canvas_.px(kTwoColumnsFrom);
  const float gap = canvas_.px(28.0F);
  const float right_width = beside ? std::round((inner - gap) * 0.42F) : inner;
  const float left_width = beside ? inner - gap - right_width : inner;

  if (draw_) {
    canvas_.line({at_.x + padding, inside.y}, std::to_string(turn_.turn),
                 canvas_.style(size::kBody, Weight::kBold, 1.5F), theme.quiet);
    canvas_.line({at_.x + padding, inside.y + line_pitch(body_)}, points, quiet_, theme.quiet);
    if (turn_.typed) {
      canvas_.line({at_.x + padding, inside.y + line_pitch(body_) + line_pitch(quiet_)},
                   canvas_.text(Key::kScoreOwnWords), quiet_, theme.accent);
    }
  }
  const float left = words(inside, left_width);
  const Point right_at = beside ? inside + Point{left_width + gap, 0.0F}
                                : inside + Point{0.0F, left + canvas_.px(10.0F)};
  const float right = findings(right_at, right_width);
  const float margin_lines = turn_.typed ? 3.0F : 2.0F;
  const float height = beside ? std::max({left, right, margin_lines * line_pitch(quiet_)})
                              : left + canvas_.px(10.0F) + right;
  return height + 2 * top_gap;
}

float draw_head(Canvas& canvas, Point at, float width) {
  const float height = canvas.px(48.0F);
  const Rect head = Rect::at(at, width, height).inset(canvas.px(kPadding), 0);
  canvas.line_in(head, canvas.text(Key::kScoreTurns), canvas.style(size::kBody, Weight::kBold),
                 canvas.theme().ink);
  canvas.line_in(head, canvas.text(Key::kScoreTurnsHelp), canvas.style(size::kQuiet),
                 canvas.theme().quiet, 1.0F);
  return height;
}

}  // namespace

TurnList::Drawn TurnList::draw(Canvas& canvas, Point at, float width,
                               const app::ScoreSheetView& view, std::optional<int> chosen) {
  const Theme& theme = canvas.theme();
  Drawn drawn;
  const float head = canvas.px(48.0F);
  drawn.height = head;
  for (const app::TurnView& turn : view.turns) {
    drawn.height += TurnRow(canvas, at, width, turn, false).walk();
  }
  card(canvas, Rect::at(at, width, drawn.height));
  Point here = {at.x, at.y + draw_head(canvas, at, width)};
  Painter painter = canvas.painter();
  const float line = canvas.px(size::kHairline);
  for (const app::TurnView& turn : view.turns) {
    const float height = TurnRow(canvas, here, width, turn, false).walk();
    const Rect row = Rect::at(here, width, height).inset(line, 0);
    const Touch touch = canvas.touch("turn/" + std::to_string(turn.turn), row);
    const bool on = chosen == turn.turn;
    if (on) drawn.chosen_top = row.top;
    if (on || turn.largest_loss) {
      painter.fill_rect({row.left, row.top, row.right, row.bottom - line},
                        on ? theme.accent_soft : theme.warm_row);
    }
    painter.fill_rect({row.left, row.top, row.right, row.top + line}, theme.line);
    TurnRow(canvas, here, width, turn, true).walk();
    if (touch.focused) canvas.focus_ring(row, canvas.px(size::kCardRadius));
    if (touch.pressed) drawn.pressed = turn.turn;
    here.y += height;
  }
  return drawn;
}

}  // namespace aplomb::ui
