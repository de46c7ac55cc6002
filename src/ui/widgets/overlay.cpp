#include "ui/widgets/overlay.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <string>

#include "ui/widgets/controls.h"

namespace aplomb::ui {

namespace {

constexpr float kDialogPadding = 24.0F;
constexpr float kPopoverPadding = 16.0F;
constexpr ImGuiWindowFlags kOverlayFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                           ImGuiWindowFlags_NoSavedSettings |
                                           ImGuiWindowFlags_NoBackground;

void open_popup(std::string_view name) { ImGui::OpenPopup(std::string(name).c_str()); }

void draw_sheet(Canvas& canvas, const Rect& area) {
  Painter painter = canvas.painter();
  const float radius = canvas.px(size::kCardRadius);
  painter.fill_rect(area, canvas.theme().surface, radius);
  painter.outline_rect(area, canvas.theme().edge, radius, canvas.px(size::kHairline));
}

}  // namespace

void Dialog::open(std::string_view name) { open_popup(name); }
void Dialog::close() { ImGui::CloseCurrentPopup(); }

Dialog::Dialog(Canvas& canvas, std::string_view name, float width, float height) {
  const ImVec2 window = ImGui::GetMainViewport()->Size;
  const float margin = canvas.px(size::kSpace);
  const float w = std::min(width, window.x - 2 * margin);
  const float h = std::min(height, window.y - 2 * margin);
  const Rect area =
      Rect::at({std::round((window.x - w) / 2), std::round((window.y - h) / 2)}, w, h);
  ImGui::SetNextWindowPos({area.left, area.top});
  ImGui::SetNextWindowSize({w, h});
  shown_ = ImGui::BeginPopupModal(std::string(name).c_str(), nullptr, kOverlayFlags);
  if (!shown_) return;
  draw_sheet(canvas, area);
  inside_ = area.inset(canvas.px(kDialogPadding));
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool outside =
      ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !area.contains({mouse.x, mouse.y});
  if (outside && !ImGui::IsWindowAppearing()) close();
}

Dialog::~Dialog() {
  if (shown_) ImGui::EndPopup();
}

void Popover::open(std::string_view name) { open_popup(name); }
void Popover::close() { ImGui::CloseCurrentPopup(); }

Popover::Popover(Canvas& canvas, std::string_view name, const Rect& anchor, float width,
                 float height) {
  const ImVec2 window = ImGui::GetMainViewport()->Size;
  const float margin = canvas.px(size::kSpaceSmall);
  // In a window too narrow for it, its left edge is the one to see.
  const float left =
      std::max(margin, std::min(anchor.right - width, window.x - width - margin));
  const float top = std::min(anchor.bottom + margin, window.y - height - margin);
  const Rect area = Rect::at({left, top}, width, height);
  ImGui::SetNextWindowPos({area.left, area.top});
  ImGui::SetNextWindowSize({width, height});
  shown_ = ImGui::BeginPopup(std::string(name).c_str(), kOverlayFlags);
  if (!shown_) return;
  draw_sheet(canvas, area);
  inside_ = area.inset(canvas.px(kPopoverPadding));
}

Popover::~Popover() {
  if (shown_) ImGui::EndPopup();
}

bool overlay_open() {
  return ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
}

void notice(Canvas& canvas, const Rect& window, const app::NoticeView& notice) {
  const Theme& theme = canvas.theme();
  const bool problem = notice.kind == app::NoticeView::Kind::kProblem;
  const TextStyle what = canvas.style(size::kSmall, Weight::kBold, size::kTightLineHeight);
  const TextStyle help = canvas.style(size::kSmall, Weight::kRegular, size::kTightLineHeight);
  const float padding = canvas.px(size::kSpaceBetween);
  const ButtonText close = {canvas.text(i18n::Key::kCommonClose), ""};
  const float button_space = button_width(canvas, close) + padding;
  const float room = std::min(canvas.px(720.0F), window.width() - 4 * padding) - 2 * padding;
  const float text_room = room - button_space - canvas.px(14.0F);
  const float text_width = std::min(text_room, std::max(canvas.width_of(notice.what, what),
                                                        canvas.width_of(notice.what_to_do, help)) +
                                                   1.0F);
  float height = canvas.paragraph_height(text_width, notice.what, what);
  if (!notice.what_to_do.empty()) {
    height += canvas.paragraph_height(text_width, notice.what_to_do, help);
  }
  height = std::max(height, button_height(canvas)) + 2 * canvas.px(size::kSpace);
  const float width = text_width + button_space + canvas.px(14.0F) + 2 * padding;
  const float rise = canvas.motion().ease_from(ImGui::GetID("notice"), 0.0F, 1.0F, 0.18F);
  const Rect area = Rect::at({std::round(window.center().x - width / 2),
                              std::round(window.bottom - (height + canvas.px(20.0F)) * rise)},
                             width, height);

  ImGui::SetNextWindowPos({area.left, area.top});
  ImGui::SetNextWindowSize({area.width(), area.height()});
  ImGui::Begin("##notice", nullptr, kOverlayFlags | ImGuiWindowFlags_NoFocusOnAppearing);
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  draw_sheet(canvas, area);
  const Color mark = problem ? theme.heat_hot : theme.accent;
  Painter painter = canvas.painter();
  painter.fill_rect({area.left + padding, area.top + canvas.px(14.0F),
                     area.left + padding + canvas.px(3.0F), area.bottom - canvas.px(14.0F)},
                    mark, canvas.px(1.5F));
  const float x = area.left + padding + canvas.px(14.0F);
  float y = area.top + canvas.px(size::kSpace);
  if (notice.what_to_do.empty()) y = area.center().y - line_pitch(what) / 2;
  y += canvas.paragraph({x, y}, text_width, notice.what, what, theme.ink);
  if (!notice.what_to_do.empty()) {
    canvas.paragraph({x, y}, text_width, notice.what_to_do, help, theme.quiet);
  }
  float button_right = area.right - padding;
  if (button_leftwards(canvas, "notice/close", button_right, area.center().y, close)) {
    canvas.ask(app::command::DismissNotice{});
  }
  ImGui::End();
}

}  // namespace aplomb::ui
