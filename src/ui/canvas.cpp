#include "ui/canvas.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace aplomb::ui {

namespace {

ImGuiID id_of(std::string_view name) {
  return ImGui::GetID(name.data(), name.data() + name.size());
}

ImRect im_rect(const Rect& rect) { return {rect.left, rect.top, rect.right, rect.bottom}; }

}  // namespace

Canvas::Canvas(CanvasMemory& memory, const app::Settings& settings, float scale,
               std::vector<app::Command>& commands)
    : memory_(&memory),
      theme_(&theme_of(settings.theme)),
      language_(settings.language),
      scale_(scale),
      commands_(&commands) {}

Painter Canvas::painter() const { return Painter(*ImGui::GetWindowDrawList()); }

float Canvas::px(float design) const { return std::round(design * scale_); }

TextStyle Canvas::style(float size, Weight weight, float line_height) const {
  return {std::round(size * scale_), weight, line_height};
}

void Canvas::line(Point top_left, std::string_view text, const TextStyle& style, Color color,
                  float pitch) {
  if (memory_->written != nullptr) memory_->written->emplace_back(text);
  Painter target = painter();
  memory_->setter.draw_line(target, text, style, pitch > 0.0F ? pitch : line_pitch(style), top_left,
                            color);
}

void Canvas::line_in(const Rect& box, std::string_view text, const TextStyle& style, Color color,
                     float align) {
  const std::string shown = memory_->setter.shortened(text, style, box.width());
  const float spare = box.width() - memory_->setter.width(shown, style);
  line({box.left + std::max(0.0F, spare) * align, box.top}, shown, style, color, box.height());
}

float Canvas::paragraph(Point top_left, float width, std::string_view text, const TextStyle& style,
                        Color color) {
  if (memory_->written != nullptr) memory_->written->emplace_back(text);
  const TextLayout& layout = memory_->setter.layout(text, style, width);
  Painter target = painter();
  memory_->setter.draw(target, text, layout, top_left, color);
  return layout.height();
}

float Canvas::paragraph_height(float width, std::string_view text, const TextStyle& style) {
  return memory_->setter.layout(text, style, width).height();
}

float Canvas::width_of(std::string_view text, const TextStyle& style) const {
  return memory_->setter.width(text, style);
}

Touch Canvas::touch(std::string_view name, const Rect& area) {
  const ImGuiID id = id_of(name);
  const ImRect box = im_rect(area);
  Touch result;
  const bool visible = ImGui::ItemAdd(box, id);
  ImGuiContext& g = *ImGui::GetCurrentContext();
  result.focused = g.NavId == id && g.NavWindow == g.CurrentWindow && g.NavCursorVisible;
  if (!visible) return result;
  result.pressed = ImGui::ButtonBehavior(box, id, &result.hovered, &result.held);
  IMGUI_TEST_ENGINE_ITEM_INFO(id, std::string(name).c_str(), g.LastItemData.StatusFlags);
  return result;
}

void Canvas::focus_last() {
  ImGuiContext& g = *ImGui::GetCurrentContext();
  ImGui::SetFocusID(g.LastItemData.ID, g.CurrentWindow);
  // A window that has just appeared would otherwise choose its first item in the next frame.
  g.NavInitRequest = false;
  g.NavInitResult.ID = 0;
  // The outline appears in the next frame.
  memory_->motion.want_frame(0.0);
  ImGui::SetNavCursorVisible(true);
}

void Canvas::focus_ring(const Rect& area, float radius) {
  const float thickness = px(size::kFocus);
  painter().outline_rect(area, theme_->accent, radius, thickness);
}

float Canvas::eased(std::string_view name, float target, float seconds) {
  return memory_->motion.ease(id_of(name), target, seconds);
}

bool Canvas::keyboard_is_free() const {
  // The press that closes a dialog is not meant for the screen behind it.
  const bool overlay =
      memory_->overlay_was_open || ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup);
  return !overlay && !ImGui::GetIO().WantTextInput;
}

bool Canvas::key_pressed(int imgui_key) const {
  return keyboard_is_free() && ImGui::IsKeyPressed(static_cast<ImGuiKey>(imgui_key),
                                                   ImGuiInputFlags_None, ImGuiKeyOwner_NoOwner);
}

ScrollArea::ScrollArea(std::string_view name, const Rect& area) : area_(area) {
  ImGui::SetCursorScreenPos({area.left, area.top});
  const ImGuiID id = id_of(name);
  ImGui::BeginChild(id, {area.width(), area.height()}, ImGuiChildFlags_NavFlattened,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings);
  ImGuiContext& g = *ImGui::GetCurrentContext();
  IMGUI_TEST_ENGINE_ITEM_INFO(id, std::string(name).c_str(), ImGuiItemStatusFlags_None);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  origin_ = {start.x, start.y};
  width_ = area.width() - ImGui::GetStyle().ScrollbarSize;
}

void ScrollArea::take_page_keys(const Canvas& canvas) {
  constexpr float kPage = 0.85F;  // of the area, so that the eye finds its place again
  float pages = 0.0F;
  for (const ImGuiKey key : {ImGuiKey_PageUp, ImGuiKey_PageDown}) {
    // ImGui would move the keyboard to another item with them.
    ImGui::SetKeyOwner(key, ImGui::GetID("page"));
    if (canvas.keyboard_is_free() && ImGui::IsKeyPressed(key)) {
      pages += key == ImGuiKey_PageDown ? kPage : -kPage;
    }
  }
  if (pages == 0.0F) return;
  const float to = ImGui::GetScrollY() + std::round(pages * area_.height());
  ImGui::SetScrollY(std::clamp(to, 0.0F, ImGui::GetScrollMaxY()));
}

ScrollArea::~ScrollArea() {
  ImGui::SetCursorScreenPos({origin_.x, origin_.y});
  ImGui::Dummy({1.0F, content_height_});
  ImGui::EndChild();
}

}  // namespace aplomb::ui
