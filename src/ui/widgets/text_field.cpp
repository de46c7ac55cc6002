#include "ui/widgets/text_field.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/widgets/field_layout.h"

namespace aplomb::ui {

namespace {

constexpr float kPadding = 12.0F;
constexpr float kPaddingTop = 7.0F;
constexpr float kMorePadding = 3.0F;  // around text of body size
constexpr float kFieldLineHeight = 1.5F;
constexpr float kNeverBreak = 1e6F;
constexpr double kStoreAfterSeconds = 0.6;

bool chord(ImGuiKey key) {
  return ImGui::IsKeyPressed(key, ImGuiInputFlags_Repeat, ImGuiKeyOwner_Any);
}

void move_vertically(ActiveEdit& active, const FieldLayout& layout, int by, bool extend) {
  const Place here = layout.place_of(active.edit.caret());
  if (active.wanted_x < 0.0F) active.wanted_x = here.x;
  const int line = static_cast<int>(here.line) + by;
  if (line < 0) {
    active.edit.move(TextEdit::Move::kStart, extend);
  } else if (line >= static_cast<int>(layout.lines.lines.size())) {
    active.edit.move(TextEdit::Move::kEnd, extend);
  } else {
    active.edit.move_to(layout.offset_at(static_cast<std::size_t>(line), active.wanted_x), extend);
  }
}

void take_movement_keys(ActiveEdit& active, const FieldLayout& layout, bool many_lines) {
  using Move = TextEdit::Move;
  const ImGuiIO& io = ImGui::GetIO();
  TextEdit& edit = active.edit;
  const bool extend = io.KeyShift;
  const float column = active.wanted_x;
  active.wanted_x = -1.0F;
  if (chord(ImGuiKey_LeftArrow)) {
    edit.move(io.KeyCtrl ? Move::kWordLeft : Move::kLeft, extend);
  } else if (chord(ImGuiKey_RightArrow)) {
    edit.move(io.KeyCtrl ? Move::kWordRight : Move::kRight, extend);
  } else if (chord(ImGuiKey_Home) || chord(ImGuiKey_End)) {
    const bool home = ImGui::IsKeyDown(ImGuiKey_Home);
    if (io.KeyCtrl || !many_lines) return edit.move(home ? Move::kStart : Move::kEnd, extend);
    const base::LineRange& line = layout.lines.lines[layout.place_of(edit.caret()).line];
    edit.move_to(home ? line.begin : line.end, extend);
  } else if (many_lines && (chord(ImGuiKey_UpArrow) || chord(ImGuiKey_DownArrow))) {
    active.wanted_x = column;
    move_vertically(active, layout, ImGui::IsKeyDown(ImGuiKey_UpArrow) ? -1 : 1, extend);
  } else {
    active.wanted_x = column;
  }
}

bool enter_pressed() { return chord(ImGuiKey_Enter) || chord(ImGuiKey_KeypadEnter); }

// Whether Enter ends the writing rather than the line.
bool ends_writing(const FieldOptions& options) {
  const ImGuiIO& io = ImGui::GetIO();
  return !options.many_lines || (options.sends && !io.KeyCtrl && !io.KeyShift);
}

void take_editing_keys(TextEdit& edit, const FieldOptions& options) {
  const bool many_lines = options.many_lines;
  const ImGuiIO& io = ImGui::GetIO();
  if (chord(ImGuiKey_Backspace)) io.KeyCtrl ? edit.erase_word_before() : edit.erase_before();
  if (chord(ImGuiKey_Delete)) edit.erase_after();
  if (!ends_writing(options) && enter_pressed()) edit.insert("\n");
  if (!io.KeyCtrl || io.KeyAlt) return;
  if (chord(ImGuiKey_A)) edit.select_all();
  if (chord(ImGuiKey_Z)) io.KeyShift ? edit.redo() : edit.undo();
  if (chord(ImGuiKey_Y)) edit.redo();
  const bool cut = chord(ImGuiKey_X);
  if ((cut || chord(ImGuiKey_C)) && edit.has_selection()) {
    ImGui::SetClipboardText(std::string(edit.selected()).c_str());
    if (cut) edit.erase_after();
  }
  if (chord(ImGuiKey_V)) {
    const char* clipboard = ImGui::GetClipboardText();
    std::string pasted = clipboard == nullptr ? "" : clipboard;
    if (!many_lines) std::replace(pasted.begin(), pasted.end(), '\n', ' ');
    edit.insert(pasted);
  }
}

void take_characters(TextEdit& edit) {
  ImGuiIO& io = ImGui::GetIO();
  const bool is_shortcut = io.KeyCtrl && !io.KeyAlt;
  if (!is_shortcut) {
    for (const ImWchar character : io.InputQueueCharacters) {
      if (character < 0x20 || character == 0x7F) continue;
      std::string typed;
      base::append_utf8(typed, static_cast<char32_t>(character));
      edit.insert(typed);
    }
  }
  io.InputQueueCharacters.resize(0);
}

// ImGui gives its own text fields these keys; the same must hold for this one.
void hold_keys(ImGuiID id) {
  ImGuiContext& g = *ImGui::GetCurrentContext();
  g.WantTextInputNextFrame = 1;
  g.ActiveIdUsingNavDirMask |= ~0U;
  for (const ImGuiKey key :
       {ImGuiKey_Home, ImGuiKey_End, ImGuiKey_Enter, ImGuiKey_KeypadEnter, ImGuiKey_Space,
        ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow, ImGuiKey_DownArrow}) {
    ImGui::SetKeyOwner(key, id);
  }
}

void take_mouse(ActiveEdit& active, const FieldLayout& layout, bool hovered) {
  const ImGuiIO& io = ImGui::GetIO();
  const Point mouse = {io.MousePos.x, io.MousePos.y};
  if (hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
    const std::size_t offset = layout.offset_at(mouse);
    if (io.MouseClickedCount[0] == 2) return active.edit.select_word(offset);
    if (io.MouseClickedCount[0] > 2) return active.edit.select_all();
    active.edit.move_to(offset, io.KeyShift);
  } else if (ImGui::IsMouseDragging(ImGuiMouseButton_Left)) {
    active.edit.move_to(layout.offset_at(mouse), true);
  }
}

Point keep_caret_visible(Canvas& canvas, ActiveEdit& active, const Rect& inside,
                         const FieldLayout& layout, bool many_lines) {
  const Place caret = layout.place_of(active.edit.caret());
  if (many_lines) {
    const float top = static_cast<float>(caret.line) * layout.lines.line_pitch;
    const float bottom = top + layout.lines.line_pitch;
    active.scroll = std::clamp(active.scroll, bottom - inside.height(), std::max(top, 0.0F));
    // A field that has grown shows its beginning again.
    const float content = static_cast<float>(layout.lines.lines.size()) * layout.lines.line_pitch;
    active.scroll = std::min(active.scroll, std::max(0.0F, content - inside.height()));
    active.scroll = std::max(0.0F, active.scroll);
    return {inside.left, inside.top - active.scroll};
  }
  const float margin = canvas.px(2.0F);
  active.scroll = std::clamp(active.scroll, caret.x - inside.width() + margin, caret.x);
  active.scroll = std::max(0.0F, active.scroll);
  return {inside.left - active.scroll, inside.top};
}

void draw_selection(Canvas& canvas, const ActiveEdit& active, const FieldLayout& layout) {
  if (!active.edit.has_selection()) return;
  Painter painter = canvas.painter();
  for (const Rect& strip : strips_of(layout.setter, layout.text, layout.lines,
                                     active.edit.selection_begin(), active.edit.selection_end())) {
    painter.fill_rect(strip.moved(layout.origin), canvas.theme().accent.faded(0.25F));
  }
}

void draw_caret(Canvas& canvas, const ActiveEdit& active, const FieldLayout& layout) {
  const Place caret = layout.place_of(active.edit.caret());
  const Point top = layout.origin + Point{std::round(caret.x),
                                          static_cast<float>(caret.line) * layout.lines.line_pitch};
  const float inset = std::round(layout.lines.line_pitch * 0.14F);
  const Rect bar = {top.x, top.y + inset, top.x + canvas.px(1.5F),
                    top.y + layout.lines.line_pitch - inset};
  canvas.painter().fill_rect(bar, canvas.theme().ink);
  // Tells the input method where to show its candidates.
  ImGuiPlatformImeData& ime = ImGui::GetCurrentContext()->PlatformImeData;
  ime.WantVisible = true;
  ime.WantTextInput = true;
  ime.InputPos = {bar.left, bar.top};
  ime.InputLineHeight = bar.height();
  ime.ViewportId = ImGui::GetMainViewport()->ID;
}

// Whether what was typed should be stored now; otherwise asks to be called again in time.
bool time_to_store(Canvas& canvas, ActiveEdit& active, bool differs) {
  if (!differs) {
    active.changed_at = -1.0;
    return false;
  }
  const double now = canvas.motion().now();
  if (active.changed_at < 0.0) active.changed_at = now;
  const double left = active.changed_at + kStoreAfterSeconds - now;
  if (left <= 0.0) {
    active.changed_at = -1.0;
    return true;
  }
  canvas.motion().want_frame(left);
  return false;
}

struct FieldFocus {
  ImGuiID id = 0;
  bool hovered = false;
  bool active = false;
  bool fresh = false;  // got the caret in this frame
  bool lost = false;   // had the caret until this frame
};

FieldFocus focus_field(Canvas& canvas, std::string_view name, const Rect& area,
                       const std::string& text, const FieldOptions& options) {
  ImGuiContext& g = *ImGui::GetCurrentContext();
  FieldFocus focus;
  focus.id = ImGui::GetID(name.data(), name.data() + name.size());
  const ImRect box = {area.left, area.top, area.right, area.bottom};
  ImGui::ItemAdd(box, focus.id, nullptr, ImGuiItemFlags_Inputable);
  focus.hovered = ImGui::ItemHoverable(box, focus.id, g.LastItemData.ItemFlags);
  if (focus.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
  IMGUI_TEST_ENGINE_ITEM_INFO(focus.id, std::string(name).c_str(),
                              g.LastItemData.StatusFlags | ImGuiItemStatusFlags_Inputable);

  std::optional<ActiveEdit>& edit = canvas.memory().edit;
  const bool clicked = focus.hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Left);
  const bool by_keyboard = g.NavActivateId == focus.id || options.take_focus;
  if ((clicked || by_keyboard) && g.ActiveId != focus.id) {
    edit = ActiveEdit{focus.id, true, TextEdit(text, options.max_bytes)};
    // Of a paragraph, so much would be lost to the next key.
    if (by_keyboard && options.many_lines) edit->edit.move_to(text.size(), false);
    if (by_keyboard && !options.many_lines) edit->edit.select_all();
    ImGui::SetActiveID(focus.id, ImGui::GetCurrentWindow());
    ImGui::FocusWindow(ImGui::GetCurrentWindow());
    canvas.focus_last();
    focus.fresh = true;
  }
  focus.active = g.ActiveId == focus.id && edit && edit->id == focus.id;
  focus.lost = !focus.active && edit && edit->id == focus.id;
  if (focus.active && !focus.hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
    ImGui::ClearActiveID();
    focus.active = false;
    focus.lost = true;
  }
  if (focus.active) hold_keys(focus.id);
  return focus;
}

void draw_box(Canvas& canvas, const Rect& area, bool active, bool focused) {
  const Theme& theme = canvas.theme();
  Painter painter = canvas.painter();
  const float radius = canvas.px(size::kFieldRadius);
  painter.fill_rect(area, theme.surface, radius);
  if (active || focused) {
    canvas.focus_ring(area, radius);
  } else {
    painter.outline_rect(area, theme.edge, radius, canvas.px(size::kHairline));
  }
}

// A field of this frame: where its text is and how it is laid out.
struct Field {
  Canvas& canvas;
  Rect inside;
  const FieldOptions& options;

  FieldLayout lay_out(std::string_view text, Point origin) const {
    const TextStyle style = field_frame(canvas, options.text_size).style;
    const float width = options.many_lines ? inside.width() : kNeverBreak;
    return {canvas.setter(), text, canvas.setter().layout(text, style, width), origin};
  }
};

// Whether the text changed.
bool edit_field(const Field& field, ActiveEdit& active, const FieldFocus& focus) {
  const bool many_lines = field.options.many_lines;
  const Point start = many_lines ? Point{field.inside.left, field.inside.top - active.scroll}
                                 : Point{field.inside.left - active.scroll, field.inside.top};
  const std::string before = active.edit.text();
  const FieldLayout old_layout = field.lay_out(before, start);
  take_mouse(active, old_layout, focus.hovered);
  take_movement_keys(active, old_layout, many_lines);
  // The key that brought the caret here is not meant for the text.
  if (!focus.fresh) {
    take_editing_keys(active.edit, field.options);
    take_characters(active.edit);
  }

  FieldLayout layout = field.lay_out(active.edit.text(), start);
  layout.origin = keep_caret_visible(field.canvas, active, field.inside, layout, many_lines);
  draw_selection(field.canvas, active, layout);
  Painter painter = field.canvas.painter();
  field.canvas.setter().draw(painter, layout.text, layout.lines, layout.origin,
                             field.canvas.theme().ink);
  draw_caret(field.canvas, active, layout);
  return active.edit.text() != before;
}

void draw_resting(const Field& field, const std::string& text) {
  const bool empty = text.empty();
  const Theme& theme = field.canvas.theme();
  const FieldLayout layout =
      field.lay_out(empty ? field.options.hint : std::string_view(text), field.inside.corner());
  if (std::vector<std::string>* written = field.canvas.memory().written) {
    written->emplace_back(layout.text);
  }
  Painter painter = field.canvas.painter();
  field.canvas.setter().draw(painter, layout.text, layout.lines, layout.origin,
                             empty ? theme.faint : theme.ink);
}

}  // namespace

FieldFrame field_frame(const Canvas& canvas, float text_size) {
  const TextStyle style = canvas.style(text_size, Weight::kRegular, kFieldLineHeight);
  const float more = text_size > size::kSmall ? canvas.px(kMorePadding) : 0.0F;
  return {style, line_pitch(style), canvas.px(kPadding) + more, canvas.px(kPaddingTop) + more};
}

float field_height(const Canvas& canvas, int lines) {
  const FieldFrame frame = field_frame(canvas, size::kSmall);
  return frame.line_pitch * static_cast<float>(lines) + 2 * frame.padding_y;
}

FieldResult text_field(Canvas& canvas, std::string_view name, const Rect& area, std::string& text,
                       const FieldOptions& options) {
  const FieldFocus focus = focus_field(canvas, name, area, text, options);
  const FieldFrame frame = field_frame(canvas, options.text_size);
  Rect inside = area.inset(frame.padding_x, frame.padding_y);
  inside.right -= options.free_right;
  inside.bottom -= options.free_bottom;
  const Field field{canvas, inside, options};
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  draw_box(canvas, area, focus.active, g.NavId == focus.id && g.NavCursorVisible);

  FieldResult result;
  result.editing = focus.active;
  std::optional<ActiveEdit>& active = canvas.memory().edit;
  if (focus.lost) {
    result.changed = active->edit.text() != text;
    text = active->edit.text();
    active.reset();
  }
  Painter painter = canvas.painter();
  Rect shown = area.inset(canvas.px(4.0F), canvas.px(2.0F));
  shown.bottom -= options.free_bottom;
  painter.push_clip(shown);
  if (focus.active) {
    active->drawn = true;
    if (edit_field(field, *active, focus)) result.draft = active->edit.text();
    const bool enter = !focus.fresh && ends_writing(options) && enter_pressed();
    const bool differs = active->edit.text() != text;
    if (time_to_store(canvas, *active, differs) || (enter && differs)) {
      text = active->edit.text();
      result.changed = true;
    }
    if (enter) result.entered = true;
    if (enter && options.sends) text = active->edit.text();
    if (enter && !options.sends) {
      active.reset();
      ImGui::ClearActiveID();
    }
  } else {
    draw_resting(field, text);
  }
  painter.pop_clip();
  return result;
}

}  // namespace aplomb::ui
