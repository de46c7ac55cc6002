#include "ui/screens/people_menu.h"

#include <algorithm>

#include "base/text.h"
#include "i18n/format.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/overlay.h"
#include "ui/widgets/text_field.h"

namespace aplomb::ui {

namespace {

using i18n::Key;

constexpr std::string_view kMenu = "people";
constexpr std::size_t kMostShown = 8;

const app::PersonView* current_person(const app::View& view) {
  const auto found = std::find_if(view.people.begin(), view.people.end(),
                                  [&](const app::PersonView& p) { return p.id == view.person; });
  return found == view.people.end() ? nullptr : &*found;
}

void person_row(Canvas& canvas, Rect row, const app::PersonView& person, bool current) {
  const Touch touch = canvas.touch("person/" + std::to_string(person.id), row);
  const Theme& theme = canvas.theme();
  const Rect back = row.inset(-canvas.px(8.0F), canvas.px(2.0F));
  Painter painter = canvas.painter();
  if (current) {
    painter.fill_rect(back, theme.accent_soft, canvas.px(size::kFieldRadius));
  } else if (touch.hovered) {
    painter.fill_rect(back, theme.chip, canvas.px(size::kFieldRadius));
  }
  if (touch.focused) canvas.focus_ring(back, canvas.px(size::kFieldRadius));
  const std::string count = i18n::format(Key::kPersonAttempts, canvas.language(), person.attempts);
  const TextStyle quiet = canvas.style(size::kQuiet);
  const Rect right = row.take_right(canvas.width_of(count, quiet));
  canvas.line(right.corner(), count, quiet, theme.quiet, right.height());
  canvas.line_in(row, person.name,
                 canvas.style(size::kSmall, current ? Weight::kBold : Weight::kRegular), theme.ink);
  if (touch.pressed) {
    if (!current) canvas.ask(app::command::SwitchPerson{person.id});
    Popover::close();
  }
}

}  // namespace

void PeopleMenu::draw_add_row(Canvas& canvas, Rect row) {
  const ButtonText label = {canvas.text(Key::kPersonAdd), ""};
  const Rect press = row.take_right(button_width(canvas, label));
  row.right -= canvas.px(size::kSpaceSmall);
  FieldOptions options;
  options.hint = canvas.text(Key::kPersonNameHint);
  options.max_bytes = kLongestName;
  const FieldResult field = text_field(canvas, "person/name", row, name_, options);
  const bool add = button(canvas, "person/add", press, label);
  const std::string_view name = base::trim(name_);
  if ((add || field.entered) && !name.empty()) {
    canvas.ask(app::command::AddPerson{std::string(name)});
    name_.clear();
    Popover::close();
  }
}

void PeopleMenu::draw(Canvas& canvas, float& x, float middle, const app::View& view) {
  const app::PersonView* person = current_person(view);
  if (person == nullptr) return;
  const std::string name =
      canvas.setter().shortened(person->name, canvas.style(size::kSmall), canvas.px(140.0F));
  const float right = x;
  if (button_leftwards(canvas, "people", x, middle, {name, ""}, ButtonKind::kBare)) {
    Popover::open(kMenu);
  }
  const std::size_t shown = std::min(view.people.size(), kMostShown);
  const float pitch = canvas.px(38.0F);
  const float height =
      pitch * static_cast<float>(shown) + field_height(canvas) + canvas.px(32.0F + 36.0F + 12.0F);
  const Rect anchor = {x, middle - button_height(canvas) / 2, right,
                       middle + button_height(canvas) / 2};
  Popover popover(canvas, kMenu, anchor, canvas.px(320.0F), height);
  if (!popover.shown()) return;
  Rect inside = popover.inside();
  canvas.line_in(inside.take_top(canvas.px(36.0F)), canvas.text(Key::kPersonWho),
                 canvas.style(size::kSmall, Weight::kBold), canvas.theme().ink);
  for (std::size_t i = 0; i < shown; ++i) {
    person_row(canvas, inside.take_top(pitch), view.people[i], view.people[i].id == view.person);
  }
  inside.take_top(canvas.px(12.0F));
  draw_add_row(canvas, inside.take_top(field_height(canvas)));
}

}  // namespace aplomb::ui
