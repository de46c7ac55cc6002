#include "ui/screens/library_screen.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "i18n/format.h"
#include "ui/face/face.h"
#include "ui/screens/library_side.h"
#include "ui/screens/scenario_text.h"
#include "ui/widgets/controls.h"

namespace aplomb::ui {

namespace {

using i18n::Key;

constexpr float kCardPadding = 18.0F;
constexpr float kFaceRadius = 28.0F;
constexpr float kSideWidth = 340.0F;
constexpr float kSideFromWidth = 1080.0F;
constexpr float kWidest = 1420.0F;
constexpr float kNarrowestCard = 290.0F;

TextStyle teaser_style(const Canvas& canvas) {
  return canvas.style(size::kSmall, Weight::kRegular, 1.5F);
}

float card_text_width(const Canvas& canvas, float card_width) {
  return card_width - 2 * canvas.px(kCardPadding);
}

// Everything but tags and teaser.
float card_fixed_height(const Canvas& canvas) {
  return 2 * canvas.px(kCardPadding) + canvas.px(2 * kFaceRadius) + canvas.px(12.0F) +
         canvas.px(10.0F) + canvas.px(10.0F) + canvas.px(22.0F);
}

std::string reason_text(const Canvas& canvas, const app::SuggestionView& suggestion,
                        const app::ScenarioCardView& card) {
  using Reason = app::SuggestionView::Reason;
  switch (suggestion.reason) {
    case Reason::kUnfinished:
      if (!card.unfinished) return {};
      return i18n::format(Key::kLibrarySuggestUnfinished, canvas.language(), card.unfinished->turn,
                          unfinished_text(*card.unfinished, canvas.language()));
    case Reason::kNotMet:
      return std::string(canvas.text(Key::kLibrarySuggestNotMet));
    case Reason::kLowestScore:
      return i18n::format(Key::kLibrarySuggestLowest, canvas.language(), card.best.value_or(0));
  }
  return {};
}

void draw_card_foot(Canvas& canvas, const Rect& strip, const app::ScenarioCardView& card) {
  const Theme& theme = canvas.theme();
  const TextStyle quiet = canvas.style(size::kQuiet);
  const TextStyle strong = canvas.style(size::kQuiet, Weight::kBold);
  const base::Language language = canvas.language();
  if (card.best) {
    const std::string best = i18n::format(Key::kLibraryCardBest, language, *card.best);
    canvas.line(strip.corner(), best, strong, theme.ink, strip.height());
  } else if (card.attempts > 0 || !card.unfinished) {
    const Key key = card.attempts > 0 ? Key::kLibraryCardNotPassed : Key::kLibraryCardNotMet;
    canvas.line(strip.corner(), canvas.text(key), quiet, theme.quiet, strip.height());
  }
  if (card.unfinished) {
    const std::string unfinished =
        i18n::format(Key::kLibraryCardUnfinished, language, card.unfinished->turn);
    canvas.line_in(strip, unfinished, quiet, theme.accent, 1.0F);
  }
}

void draw_scenario_card(Canvas& canvas, const Rect& area, const app::ScenarioCardView& card) {
  const Theme& theme = canvas.theme();
  if (card_button(canvas, "scenario/" + card.id, area).pressed) {
    canvas.ask(app::command::OpenScenario{card.id});
  }
  const Rect inside = area.inset(canvas.px(kCardPadding));
  const float radius = canvas.px(kFaceRadius);
  Painter painter = canvas.painter();
  draw_face(painter, theme, inside.corner() + Point{radius, radius}, radius, card.face,
            expression_of(card.emotion));
  const float text_left = inside.left + 2 * radius + canvas.px(14.0F);
  const float middle = inside.top + radius;
  canvas.line_in({text_left, middle - canvas.px(27.0F), inside.right, middle}, card.title,
                 canvas.style(size::kTitle, Weight::kBold), theme.ink);
  canvas.line_in({text_left, middle + canvas.px(1.0F), inside.right, middle + canvas.px(23.0F)},
                 where_of(card.industry, card.channel, canvas.language()),
                 canvas.style(size::kQuiet), theme.quiet);
  float y = inside.top + 2 * radius + canvas.px(12.0F);
  y += scenario_tags(canvas, {inside.left, y}, inside.width(), card) + canvas.px(10.0F);
  canvas.paragraph({inside.left, y}, inside.width(), card.teaser, teaser_style(canvas), theme.ink);
  draw_card_foot(
      canvas, {inside.left, inside.bottom - canvas.px(22.0F), inside.right, inside.bottom}, card);
}

float draw_cards(Canvas& canvas, Point at, float width, const app::LibraryView& view) {
  const float gap = canvas.px(size::kSpaceBetween);
  const auto columns = static_cast<std::size_t>(
      std::max(1.0F, std::floor((width + gap) / (canvas.px(kNarrowestCard) + gap))));
  const float card_width =
      std::floor((width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
  const float text_width = card_text_width(canvas, card_width);
  float y = at.y;
  for (std::size_t row = 0; row < view.cards.size(); row += columns) {
    const std::size_t end = std::min(row + columns, view.cards.size());
    float most = 0.0F;
    for (std::size_t i = row; i < end; ++i) {
      const float tags = scenario_tags(canvas, {}, text_width, view.cards[i], false);
      most = std::max(most, tags + canvas.paragraph_height(text_width, view.cards[i].teaser,
                                                           teaser_style(canvas)));
    }
    const float height = card_fixed_height(canvas) + most;
    for (std::size_t i = row; i < end; ++i) {
      const float x = at.x + (card_width + gap) * static_cast<float>(i - row);
      draw_scenario_card(canvas, Rect::at({x, y}, card_width, height), view.cards[i]);
    }
    y += height + gap;
  }
  return y - at.y;
}

// What to do next, large.
float draw_suggestion(Canvas& canvas, Point at, float width, const app::LibraryView& view,
                      bool fresh) {
  const Theme& theme = canvas.theme();
  const app::ScenarioCardView& card_view = view.cards.at(view.suggestion->card);
  const bool resume = view.suggestion->reason == app::SuggestionView::Reason::kUnfinished &&
                      card_view.unfinished.has_value();
  const float padding = canvas.px(24.0F);
  const float radius = canvas.px(52.0F);
  const ButtonText label = {canvas.text(resume ? Key::kLibraryResume : Key::kLibraryOpen), "Enter"};
  const float button_space =
      button_width(canvas, label, ButtonKind::kPrimary) + canvas.px(16.0F + 24.0F);
  const float text_left = at.x + padding + 2 * radius + canvas.px(22.0F);
  const float text_width = at.x + width - padding - button_space - text_left;
  const TextStyle title = canvas.style(size::kHeading, Weight::kBold, 1.35F);
  const TextStyle quiet = canvas.style(size::kSmall);
  const TextStyle body = canvas.style(size::kBody, Weight::kRegular, 1.5F);
  const bool room_for_teaser = text_width > canvas.px(180.0F);
  const float teaser =
      room_for_teaser ? canvas.paragraph_height(text_width, card_view.teaser, body) : 0.0F;
  const float text_height = line_pitch(quiet) + line_pitch(title) + teaser + canvas.px(4.0F);
  const float height = std::max(2 * radius, text_height) + 2 * padding;
  const Rect area = Rect::at(at, width, height);
  card(canvas, area);
  Painter painter = canvas.painter();
  draw_face(painter, theme, {area.left + padding + radius, area.center().y}, radius, card_view.face,
            expression_of(card_view.emotion));
  float y = std::round(area.center().y - text_height / 2);
  canvas.line_in(Rect::at({text_left, y}, text_width, line_pitch(quiet)),
                 reason_text(canvas, *view.suggestion, card_view), quiet, theme.quiet);
  y += line_pitch(quiet);
  canvas.line_in(Rect::at({text_left, y}, text_width, line_pitch(title)), card_view.title, title,
                 theme.ink);
  y += line_pitch(title) + canvas.px(4.0F);
  if (room_for_teaser) {
    canvas.paragraph({text_left, y}, text_width, card_view.teaser, body, theme.quiet);
  }
  const float press_height = canvas.px(46.0F);
  const Rect press = Rect::at({area.right - padding - button_space + canvas.px(16.0F),
                               std::round(area.center().y - press_height / 2)},
                              button_space - canvas.px(16.0F), press_height);
  if (button(canvas, "suggestion", press, label, ButtonKind::kPrimary)) {
    if (resume) {
      canvas.ask(app::command::Resume{card_view.unfinished->attempt});
    } else {
      canvas.ask(app::command::OpenScenario{card_view.id});
    }
  }
  if (fresh) canvas.focus_last();
  return height;
}

float draw_empty(Canvas& canvas, Point at, float width, bool loading) {
  const float padding = canvas.px(28.0F);
  const TextStyle title = canvas.style(size::kTitle, Weight::kBold);
  const TextStyle body = canvas.style(size::kBody);
  const std::string_view what = canvas.text(loading ? Key::kLibraryLoading : Key::kLibraryEmpty);
  const std::string_view help =
      canvas.text(loading ? Key::kLibraryLoadingHelp : Key::kLibraryEmptyHelp);
  const float text_width = width - 2 * padding;
  const float height = line_pitch(title) + canvas.paragraph_height(text_width, help, body) +
                       canvas.px(6.0F) + 2 * padding;
  card(canvas, Rect::at(at, width, height));
  const Point text = at + Point{padding, padding};
  canvas.line(text, what, title, canvas.theme().ink);
  canvas.paragraph(text + Point{0.0F, line_pitch(title) + canvas.px(6.0F)}, text_width, help, body,
                   canvas.theme().quiet);
  return height;
}

float draw_heading(Canvas& canvas, Point at, std::size_t count) {
  const TextStyle title = canvas.style(size::kTitle, Weight::kBold);
  const float height = canvas.px(56.0F);
  const std::string_view text = canvas.text(Key::kLibraryScenarios);
  canvas.line(at, text, title, canvas.theme().ink, height);
  canvas.line({at.x + canvas.width_of(text, title) + canvas.px(12.0F), at.y}, std::to_string(count),
              canvas.style(size::kSmall), canvas.theme().quiet, height);
  return height;
}

float draw_main(Canvas& canvas, Point at, float width, const app::LibraryView& view, bool fresh) {
  const float top = at.y;
  if (view.suggestion && view.suggestion->card < view.cards.size()) {
    at.y += draw_suggestion(canvas, at, width, view, fresh);
  }
  if (view.cards.empty()) return at.y + draw_empty(canvas, at, width, view.loading) - top;
  at.y += draw_heading(canvas, at, view.cards.size());
  at.y += draw_cards(canvas, at, width, view);
  return at.y - top;
}

}  // namespace

TopBarText LibraryScreen::bar_text(const Canvas& canvas, const app::LibraryView& /*view*/) const {
  return {std::string(canvas.text(Key::kWindowTitle)),
          std::string(canvas.text(Key::kWindowSubtitle)), false};
}

void LibraryScreen::draw(Canvas& canvas, const Rect& window, const Rect& /*bar*/,
                         const app::LibraryView& view) {
  const bool fresh = !settled_ && view.suggestion && view.suggestion->card < view.cards.size();
  settled_ = settled_ || fresh;
  ScrollArea area("library", window);
  area.take_page_keys(canvas);
  const bool beside = window.width() >= canvas.px(kSideFromWidth);
  const float margin = canvas.px(beside ? 36.0F : size::kSpaceBetween);
  const float width = std::min(area.width() - 2 * margin, canvas.px(kWidest));
  const float left = std::round(area.origin().x + (area.width() - width) / 2);
  const float top = area.origin().y + canvas.px(26.0F);
  const float gap = canvas.px(28.0F);
  const bool has_side = !view.unfinished.empty() || !view.recent.empty() || !view.broken.empty();
  float height = 0.0F;
  if (beside && has_side) {
    const float side = canvas.px(kSideWidth);
    height = draw_main(canvas, {left, top}, width - side - gap, view, fresh);
    height = std::max(height, draw_library_side(canvas, {left + width - side, top}, side, view));
  } else {
    height = draw_main(canvas, {left, top}, width, view, fresh);
    height += draw_library_side(canvas, {left, top + height}, width, view);
  }
  area.set_content_height(height + canvas.px(26.0F + 20.0F));
}

}  // namespace aplomb::ui
