#include "ui/screens/welcome_screen.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "ui/face/face.h"
#include "ui/screens/people_menu.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/text_field.h"

namespace aplomb::ui {

namespace {

using i18n::Key;

struct Guest {
  scenario::Face face;
  scenario::Emotion emotion;
};

// Three people to meet, one of each kind.
const std::array<Guest, 3>& guests() {
  using scenario::Age, scenario::Beard, scenario::Clothing, scenario::Emotion, scenario::FaceShape,
      scenario::Glasses, scenario::Hair, scenario::HairColor;
  static const std::array<Guest, 3> all = {{
      {{FaceShape::kLong, 2, Hair::kSidePart, HairColor::kBlack, Glasses::kSquare, Beard::kNone,
        Age::kMiddle, Clothing::kNavy},
       Emotion::kScheming},
      {{FaceShape::kOval, 2, Hair::kBob, HairColor::kBlack, Glasses::kNone, Beard::kNone,
        Age::kMiddle, Clothing::kPlum},
       Emotion::kAngry},
      {{FaceShape::kRound, 2, Hair::kBun, HairColor::kGrey, Glasses::kRound, Beard::kNone,
        Age::kOld, Clothing::kOchre},
       Emotion::kUneasy},
  }};
  return all;
}

void draw_guests(Canvas& canvas, Point center) {
  const std::array<float, 3> offsets = {-104.0F, 104.0F, 0.0F};
  const std::array<std::size_t, 3> order = {0, 2, 1};
  Painter painter = canvas.painter();
  for (std::size_t i = 0; i < order.size(); ++i) {
    const bool middle = i == 2;
    const float radius = canvas.px(middle ? 76.0F : 58.0F);
    const Point at = center + Point{canvas.px(offsets[i]), canvas.px(middle ? 0.0F : 14.0F)};
    painter.fill_circle(at, radius + canvas.px(4.0F), canvas.theme().paper);
    const Guest& guest = guests()[order[i]];
    draw_face(painter, canvas.theme(), at, radius, guest.face, expression_of(guest.emotion));
  }
}

}  // namespace

void WelcomeScreen::draw(Canvas& canvas, const Rect& window, bool fresh) {
  const Theme& theme = canvas.theme();
  float bar_x = window.right - canvas.px(size::kSpaceAround);
  const base::Language other = base::other(canvas.language());
  if (button_leftwards(canvas, "language", bar_x, window.top + canvas.px(size::kBar / 2),
                       {i18n::name("language", base::language_id(other), other), "F2"})) {
    canvas.ask(app::command::SwitchLanguage{});
  }

  const float width = std::min(canvas.px(440.0F), window.width() - 2 * canvas.px(24.0F));
  const TextStyle title = canvas.style(size::kFigure, Weight::kBold, 1.3F);
  const TextStyle body = canvas.style(size::kBody);
  const std::string_view what = canvas.text(Key::kWelcomeWhat);
  const float what_height = canvas.paragraph_height(width, what, body);
  const float faces = canvas.px(180.0F);
  const float total = faces + line_pitch(title) + what_height + field_height(canvas) +
                      canvas.px(28.0F + 12.0F + 16.0F + 30.0F);
  const float left = std::round(window.center().x - width / 2);
  float y = std::round(std::max(window.top + canvas.px(20.0F), window.center().y - total / 2));

  draw_guests(canvas, {window.center().x, y + canvas.px(80.0F)});
  y += faces;
  canvas.line_in(Rect::at({left, y}, width, line_pitch(title)), canvas.text(Key::kWindowTitle),
                 title, theme.ink, 0.5F);
  y += line_pitch(title) + canvas.px(12.0F);
  y += canvas.paragraph({left, y}, width, what, body, theme.quiet) + canvas.px(28.0F);
  canvas.line({left, y - canvas.px(4.0F)}, canvas.text(Key::kWelcomeAsk),
              canvas.style(size::kSmall, Weight::kBold), theme.ink);
  y += canvas.px(26.0F);

  const ButtonText start = {canvas.text(Key::kWelcomeStart), "Enter"};
  const float button_space = button_width(canvas, start, ButtonKind::kPrimary);
  Rect row = Rect::at({left, y}, width, field_height(canvas));
  const Rect press = row.take_right(button_space);
  row.right -= canvas.px(size::kSpaceSmall);
  FieldOptions options;
  options.hint = canvas.text(Key::kPersonNameHint);
  options.max_bytes = kLongestName;
  options.take_focus = fresh;
  const FieldResult field = text_field(canvas, "welcome/name", row, name_, options);
  const bool pressed = button(canvas, "welcome/start", press, start, ButtonKind::kPrimary);
  const std::string_view name = base::trim(name_);
  if ((pressed || field.entered) && !name.empty()) {
    canvas.ask(app::command::AddPerson{std::string(name)});
  }
}

}  // namespace aplomb::ui
