#include "ui/screens/reply_box.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <string>
#include <utility>

#include "ui/widgets/text_field.h"

namespace aplomb::ui {

namespace {

using i18n::Key;

constexpr std::string_view kName = "reply";
constexpr std::size_t kMostLines = 6;
constexpr std::size_t kLinesAlone = 3;  // where no cards stand above it
constexpr std::size_t kMostBytes = 8000;
constexpr float kBesideFromWidth = 560.0F;

std::string said(const app::ReplyBoxView& view) {
  if (!view.unavailable.empty()) return view.unavailable;
  return view.problem.empty() ? std::string() : view.problem + " " + view.mend;
}

TextStyle remark_style(const Canvas& canvas) {
  return canvas.style(size::kQuiet, Weight::kRegular, 1.5F);
}

const ActiveEdit* edit_of_box(Canvas& canvas) {
  const std::optional<ActiveEdit>& edit = canvas.memory().edit;
  return edit && edit->id == ImGui::GetID(kName.data(), kName.data() + kName.size()) ? &*edit
                                                                                     : nullptr;
}

}  // namespace

ReplyBox::Shape ReplyBox::shape(Canvas& canvas, float width, const app::ReplyBoxView& view) const {
  Shape shape;
  const std::string_view keys = canvas.text(Key::kTalkBoxKeys);
  const bool beside = width >= canvas.px(kBesideFromWidth);
  if (beside) {
    shape.beside = canvas.width_of(keys, canvas.style(size::kQuiet)) + canvas.px(20.0F);
  } else {
    shape.under = line_pitch(canvas.style(size::kQuiet));
  }
  const FieldFrame frame = field_frame(canvas, size::kBody);
  shape.text_width = width - 2 * frame.padding_x - shape.beside;
  const ActiveEdit* edit = edit_of_box(canvas);
  const std::string& text = edit != nullptr ? edit->edit.text() : view.draft;
  const std::size_t written =
      canvas.setter().layout(text, frame.style, shape.text_width).lines.size();
  const std::size_t least = view.cards_hidden ? kLinesAlone : 1;
  const std::size_t lines = std::clamp(written, least, kMostLines);
  shape.box = frame.line_pitch * static_cast<float>(lines) + 2 * frame.padding_y + shape.under;
  return shape;
}

float ReplyBox::wanted_height(Canvas& canvas, float width, const app::ReplyBoxView& view) const {
  const std::string remark = said(view);
  float height = remark.empty() ? 0.0F
                                : canvas.paragraph_height(width, remark, remark_style(canvas)) +
                                      canvas.px(6.0F);
  if (view.offered) height += shape(canvas, width, view).box + canvas.px(4.0F);
  return height;
}

void ReplyBox::draw(Canvas& canvas, const Rect& area, const app::ReplyBoxView& view) {
  const Theme& theme = canvas.theme();
  Rect rest = area;
  // What was sent is no longer being written.
  if (std::exchange(sent_, view.sent) != view.sent && edit_of_box(canvas) != nullptr) {
    canvas.memory().edit.reset();
    ImGui::ClearActiveID();
    writes_ = true;
  }
  if (view.offered) {
    const Shape shape = this->shape(canvas, area.width(), view);
    const Rect box = rest.take_top(std::min(shape.box, rest.height()));
    FieldOptions options;
    options.many_lines = true;
    options.sends = true;
    options.text_size = size::kBody;
    options.free_right = shape.beside;
    options.free_bottom = shape.under;
    options.hint = canvas.text(Key::kTalkBoxHint);
    options.max_bytes = kMostBytes;
    options.take_focus = std::exchange(writes_, false);
    std::string text = view.draft;
    const FieldResult typed = text_field(canvas, kName, box, text, options);
    if (typed.editing) writing_ = true;
    if (typed.draft) canvas.ask(app::command::KeepReplyDraft{*typed.draft});
    if (typed.entered) canvas.ask(app::command::TypeReply{text});
    const TextStyle quiet = canvas.style(size::kQuiet);
    const Rect corner = {box.left, box.bottom - line_pitch(quiet) - canvas.px(9.0F),
                         box.right - canvas.px(14.0F), box.bottom - canvas.px(9.0F)};
    // Without the caret, what is printed is how to put it there.
    const Key keys = typed.editing ? Key::kTalkBoxKeys : Key::kTalkBoxWrite;
    canvas.line_in(corner, canvas.text(keys), quiet, theme.quiet, 1.0F);
  }
  const std::string remark = said(view);
  if (remark.empty()) return;
  rest.take_top(canvas.px(6.0F));
  canvas.paragraph(rest.corner(), rest.width(), remark, remark_style(canvas), theme.quiet);
}

}  // namespace aplomb::ui
