#include "ui/screens/score_summary.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "i18n/format.h"
#include "ui/face/face.h"
#include "ui/screens/record_result.h"
#include "ui/screens/scenario_text.h"
#include "ui/widgets/controls.h"

namespace aplomb::ui {

namespace {

using i18n::Key;

constexpr float kPadding = 20.0F;
constexpr std::size_t kMainDimensions = 3;

std::string_view dimension_name(const Canvas& canvas, app::Dimension dimension) {
  return i18n::name("dimension", scenario::id_of(dimension), canvas.language());
}

void draw_main_dimension(Canvas& canvas, const Rect& area, const app::DimensionScoreView& score,
                         bool kinds) {
  const Theme& theme = canvas.theme();
  card(canvas, area);
  Rect inside = area.inset(canvas.px(kPadding), canvas.px(16.0F));
  const std::string_view name = dimension_name(canvas, score.dimension);
  canvas.line_in(inside.take_top(canvas.px(22.0F)), name, canvas.style(size::kSmall), theme.quiet);
  const Color color = dimension_color(theme, score.dimension);
  const Rect figure_row = inside.take_top(canvas.px(48.0F));
  if (!score.score) {
    canvas.line_in(figure_row, canvas.text(Key::kScoreNotCalledFor), canvas.style(size::kBody),
                   theme.quiet);
    return;
  }
  const TextStyle figure = canvas.style(size::kFigure, Weight::kBold, 1.2F);
  const std::string number = std::to_string(*score.score);
  canvas.line(figure_row.corner(), number, figure, color, figure_row.height());
  canvas.line({figure_row.left + canvas.width_of(number, figure) + canvas.px(8.0F),
               figure_row.top + canvas.px(5.0F)},
              canvas.text(Key::kScoreOfHundred), canvas.style(size::kQuiet), theme.quiet,
              figure_row.height());
  inside.take_top(canvas.px(2.0F));
  bar(canvas, name, inside.take_top(canvas.px(7.0F)), static_cast<float>(*score.score), color);
  if (!kinds) return;
  inside.take_top(canvas.px(5.0F));
  canvas.line_in(inside.take_top(canvas.px(20.0F)), kinds_text(score, canvas.language()),
                 canvas.style(size::kQuiet), theme.quiet);
}

void draw_other_dimensions(Canvas& canvas, const Rect& area,
                           std::span<const app::DimensionScoreView> scores, bool kinds) {
  const Theme& theme = canvas.theme();
  card(canvas, area);
  const Rect inside = area.inset(canvas.px(kPadding), canvas.px(14.0F));
  const TextStyle label = canvas.style(size::kSmall);
  const TextStyle figure = canvas.style(size::kSmall, Weight::kBold);
  float label_width = 0.0F;
  for (const app::DimensionScoreView& score : scores) {
    label_width =
        std::max(label_width, canvas.width_of(dimension_name(canvas, score.dimension), label));
  }
  const TextStyle quiet = canvas.style(size::kQuiet);
  float kinds_width = 0.0F;
  for (const app::DimensionScoreView& score : scores) {
    if (!kinds) break;
    kinds_width = std::max(
        kinds_width, canvas.width_of(kinds_text(score, canvas.language()), quiet) + canvas.px(12.0F));
  }
  const float row = inside.height() / static_cast<float>(scores.size());
  for (std::size_t i = 0; i < scores.size(); ++i) {
    Rect strip =
        Rect::at({inside.left, inside.top + row * static_cast<float>(i)}, inside.width(), row);
    const std::string_view name = dimension_name(canvas, scores[i].dimension);
    canvas.line_in(strip.take_left(label_width + canvas.px(16.0F)), name, label, theme.quiet);
    if (!scores[i].score) {
      canvas.line_in(strip, canvas.text(Key::kScoreNotCalledFor), label, theme.quiet);
      continue;
    }
    canvas.line_in(strip.take_right(canvas.px(36.0F)), std::to_string(*scores[i].score), figure,
                   theme.ink, 1.0F);
    if (kinds) {
      canvas.line_in(strip.take_right(std::min(kinds_width, strip.width())),
                     kinds_text(scores[i], canvas.language()), quiet, theme.quiet, 1.0F);
      strip.right -= canvas.px(8.0F);
      // A bar too short to be read is no bar.
      if (strip.width() < canvas.px(32.0F)) continue;
    }
    const float thickness = canvas.px(6.0F);
    bar(canvas, name,
        Rect::at({strip.left, std::round(strip.center().y - thickness / 2)}, strip.width(),
                 thickness),
        static_cast<float>(*scores[i].score), theme.other);
  }
}

float draw_critical(Canvas& canvas, Point at, float width, const app::CriticalView& critical) {
  const Theme& theme = canvas.theme();
  const float padding = canvas.px(kPadding);
  const float inner = width - 2 * padding - canvas.px(14.0F);
  const TextStyle bold = canvas.style(size::kBody, Weight::kBold, 1.5F);
  const TextStyle body = canvas.style(size::kSmall, Weight::kRegular, 1.5F);
  const std::string title =
      i18n::format(Key::kScoreCritical, canvas.language(), critical.title, critical.turn);
  const std::string words =
      critical.words.empty() ? std::string() : quoted(critical.words, canvas.language());
  float height = canvas.paragraph_height(inner, title, bold) +
                 canvas.paragraph_height(inner, critical.text, body) + 2 * canvas.px(14.0F);
  if (!words.empty()) height += canvas.paragraph_height(inner, words, body);
  const Rect area = Rect::at(at, width, height);
  const float radius = canvas.px(size::kCardRadius);
  Painter painter = canvas.painter();
  painter.fill_rect(area, theme.warm_row, radius);
  painter.outline_rect(area, theme.heat_hot.faded(0.6F), radius, canvas.px(size::kHairline));
  painter.fill_rect({area.left + padding, area.top + canvas.px(16.0F),
                     area.left + padding + canvas.px(3.0F), area.bottom - canvas.px(16.0F)},
                    theme.heat_hot, canvas.px(1.5F));
  Point text = area.corner() + Point{padding + canvas.px(14.0F), canvas.px(14.0F)};
  text.y += canvas.paragraph(text, inner, title, bold, theme.heat_hot);
  if (!words.empty()) text.y += canvas.paragraph(text, inner, words, body, theme.ink);
  canvas.paragraph(text, inner, critical.text, body, theme.ink);
  return height;
}

float draw_talk(Canvas& canvas, Point at, float width, const app::ScoreSheetView& view) {
  const Theme& theme = canvas.theme();
  const float padding = canvas.px(kPadding);
  const float inner = width - 2 * padding;
  const TextStyle body = canvas.style(size::kSmall, Weight::kRegular, 1.5F);
  const TextStyle quiet = canvas.style(size::kQuiet, Weight::kRegular, 1.5F);
  const std::string share = i18n::format(Key::kScoreTalkShare, canvas.language(),
                                         view.customer_share, 100 - view.customer_share);
  const std::string cut =
      view.interruptions == 0
          ? std::string(canvas.text(Key::kScoreNoInterruptions))
          : i18n::format(Key::kScoreInterruptions, canvas.language(), view.interruptions);
  const std::string lost =
      view.not_followed == 0
          ? std::string()
          : i18n::format(Key::kScoreNotFollowed, canvas.language(), view.not_followed);
  const float lost_height = lost.empty() ? 0.0F : canvas.paragraph_height(inner, lost, quiet);
  const float height = 2 * canvas.px(16.0F) + canvas.px(30.0F) + line_pitch(body) +
                       canvas.px(22.0F) + canvas.paragraph_height(inner, cut, quiet) + lost_height;
  card(canvas, Rect::at(at, width, height));
  Point text = at + Point{padding, canvas.px(16.0F)};
  canvas.line_in(Rect::at(text, inner, canvas.px(30.0F)), canvas.text(Key::kScoreTalkTitle),
                 canvas.style(size::kBody, Weight::kBold), theme.ink);
  text.y += canvas.px(30.0F);
  canvas.line_in(Rect::at(text, inner, line_pitch(body)), share, body, theme.ink);
  text.y += line_pitch(body) + canvas.px(4.0F);
  const Rect track = Rect::at(text, inner, canvas.px(6.0F));
  bar(canvas, "talk", track, static_cast<float>(view.customer_share), theme.other);
  // The share that a good listener leaves to the customer.
  constexpr float kGoodShare = 0.8F;
  const float x = std::round(track.left + track.width() * kGoodShare);
  canvas.painter().fill_rect(
      {x, track.top - canvas.px(3.0F), x + canvas.px(2.0F), track.bottom + canvas.px(3.0F)},
      theme.ink);
  text.y += canvas.px(14.0F);
  text.y += canvas.paragraph(text, inner, cut, quiet, theme.quiet);
  if (!lost.empty()) canvas.paragraph(text, inner, lost, quiet, theme.quiet);
  return height;
}

}  // namespace

float draw_warnings(Canvas& canvas, Point at, float width, const app::ScoreSheetView& view) {
  const float top = at.y;
  for (const app::CriticalView& critical : view.critical) {
    at.y += draw_critical(canvas, at, width, critical) + canvas.px(14.0F);
  }
  if (view.older_semantics) {
    const TextStyle quiet = canvas.style(size::kSmall);
    at.y +=
        canvas.paragraph(at, width, canvas.text(Key::kScoreOlder), quiet, canvas.theme().quiet) +
        canvas.px(10.0F);
  }
  return at.y - top;
}

float draw_dimensions(Canvas& canvas, Point at, float width, const app::ScoreSheetView& view) {
  if (view.dimensions.size() <= kMainDimensions) return 0.0F;
  const float gap = canvas.px(14.0F);
  const bool kinds = view.kinds.typed_turns > 0;
  const float height = canvas.px(kinds ? 138.0F : 118.0F);
  const bool one_row = width >= canvas.px(760.0F);
  const std::span<const app::DimensionScoreView> all = view.dimensions;
  const float parts = one_row ? 4.2F : 3.0F;
  const float card_width = std::floor((width - gap * (one_row ? 3.0F : 2.0F)) / parts);
  Point here = at;
  for (const app::DimensionScoreView& score : all.first(kMainDimensions)) {
    draw_main_dimension(canvas, Rect::at(here, card_width, height), score, kinds);
    here.x += card_width + gap;
  }
  Rect rest = {here.x, at.y, at.x + width, at.y + height};
  if (!one_row) rest = Rect::at({at.x, at.y + height + gap}, width, height);
  draw_other_dimensions(canvas, rest, all.subspan(kMainDimensions), kinds);
  return rest.bottom - at.y;
}

float draw_ending(Canvas& canvas, Point at, float width, const app::ScoreSheetView& view) {
  const Theme& theme = canvas.theme();
  const float padding = canvas.px(kPadding);
  const float inner = width - 2 * padding;
  const bool passed = view.critical.empty();
  const TextStyle body = canvas.style(size::kSmall, Weight::kRegular, 1.55F);
  const TextStyle bold = canvas.style(size::kBody, Weight::kBold, 1.5F);
  const float figure_height = canvas.px(56.0F);
  const std::string title =
      i18n::format(Key::kScoreEnding, canvas.language(),
                   i18n::name("ending", scenario::id_of(view.ending.kind), canvas.language()),
                   view.ending.title);
  const std::string keeps = i18n::format(Key::kScoreKeeps, canvas.language(), view.ending.keeps);
  const std::string_view keeps_note = canvas.text(Key::kScoreKeepsNote);
  const TextStyle quiet = canvas.style(size::kQuiet, Weight::kRegular, 1.5F);
  const std::string kinds = kinds_text(view.kinds, canvas.language());
  const float kinds_height =
      kinds.empty() ? 0.0F : canvas.paragraph_height(inner, kinds, quiet) + canvas.px(6.0F);
  const float height = 2 * canvas.px(16.0F) + figure_height + canvas.px(8.0F) + kinds_height +
                       canvas.paragraph_height(inner, title, bold) +
                       canvas.paragraph_height(inner, view.ending.text, body) + canvas.px(14.0F) +
                       canvas.px(26.0F) + canvas.px(6.0F) + canvas.px(8.0F) +
                       canvas.paragraph_height(inner, keeps_note, quiet);
  card(canvas, Rect::at(at, width, height));
  Point text = at + Point{padding, canvas.px(16.0F)};

  const float radius = canvas.px(26.0F);
  Painter painter = canvas.painter();
  draw_face(painter, theme, {at.x + width - padding - radius, text.y + figure_height / 2}, radius,
            view.card.face, expression_of(view.card.emotion));
  const TextStyle figure = canvas.style(size::kFigure, Weight::kBold, 1.2F);
  const std::string score = std::to_string(view.score);
  canvas.line(text, score, figure, passed ? theme.ink : theme.quiet, figure_height);
  const float after = text.x + canvas.width_of(score, figure) + canvas.px(10.0F);
  const Rect beside = {after, text.y + canvas.px(4.0F), at.x + width - padding - 2 * radius,
                       text.y + canvas.px(4.0F) + figure_height};
  if (passed) {
    canvas.line_in(beside, canvas.text(Key::kScoreOfHundred), canvas.style(size::kSmall),
                   theme.quiet);
  } else {
    canvas.line_in(beside, canvas.text(Key::kScoreNotPassed),
                   canvas.style(size::kSmall, Weight::kBold), theme.heat_hot);
  }
  text.y += figure_height + canvas.px(8.0F);
  if (!kinds.empty()) canvas.paragraph(text, inner, kinds, quiet, theme.quiet);
  text.y += kinds_height;
  text.y += canvas.paragraph(text, inner, title, bold, theme.ink);
  text.y += canvas.paragraph(text, inner, view.ending.text, body, theme.ink) + canvas.px(14.0F);
  canvas.line_in(Rect::at(text, inner, canvas.px(26.0F)), keeps,
                 canvas.style(size::kSmall, Weight::kBold), theme.ink);
  text.y += canvas.px(26.0F);
  bar(canvas, "keeps", Rect::at(text, inner, canvas.px(6.0F)),
      static_cast<float>(view.ending.keeps), theme.accent);
  text.y += canvas.px(14.0F);
  canvas.paragraph(text, inner, keeps_note, quiet, theme.quiet);
  return height;
}

float draw_habits(Canvas& canvas, Point at, float width, const app::ScoreSheetView& view) {
  const float top = at.y;
  const float gap = canvas.px(16.0F);
  if (!view.record.empty()) at.y += draw_record_result(canvas, at, width, view.record) + gap;
  at.y += draw_talk(canvas, at, width, view) + gap;
  return at.y - top;
}

}  // namespace aplomb::ui
