#include "ui/trainee_window.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/canvas.h"
#include "ui/screens/briefing_screen.h"
#include "ui/screens/conversation_screen.h"
#include "ui/screens/library_screen.h"
#include "ui/screens/score_sheet_screen.h"
#include "ui/screens/settings_menu.h"
#include "ui/screens/top_bar.h"
#include "ui/screens/trouble_screen.h"
#include "ui/screens/welcome_screen.h"
#include "ui/widgets/overlay.h"

namespace aplomb::ui {

namespace {

ImVec4 im_color(Color color) {
  return ImGui::ColorConvertU32ToFloat4(IM_COL32(color.red, color.green, color.blue, color.alpha));
}

void set_keyboard() {
  ImGuiIO& io = ImGui::GetIO();
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.ConfigNavCursorVisibleAlways = true;
  io.ConfigInputTextCursorBlink = false;
}

// All that ImGui itself still draws: scroll bars and the shade behind dialogs.
void set_style(const Theme& theme, float scale) {
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.ChildBorderSize = 0;
  style.PopupBorderSize = 0;
  style.ItemSpacing = {0, 0};
  style.ScrollbarSize = std::round(10.0F * scale);
  style.ScrollbarRounding = style.ScrollbarSize;
  const ImVec4 none = {0, 0, 0, 0};
  style.Colors[ImGuiCol_ScrollbarBg] = none;
  style.Colors[ImGuiCol_ScrollbarGrab] = im_color(theme.edge);
  style.Colors[ImGuiCol_ScrollbarGrabHovered] = im_color(theme.faint);
  style.Colors[ImGuiCol_ScrollbarGrabActive] = im_color(theme.quiet);
  style.Colors[ImGuiCol_ModalWindowDimBg] = im_color(rgb(0x0E1216).faded(0.45F));
  style.Colors[ImGuiCol_NavCursor] = none;
  style.Colors[ImGuiCol_PopupBg] = none;
}

}  // namespace

struct TraineeWindow::State {
  explicit State(const Typefaces& typefaces) : memory(typefaces) {}

  CanvasMemory memory;
  TopBar bar;
  WelcomeScreen welcome;
  TroubleScreen trouble;
  LibraryScreen library;
  BriefingScreen briefing;
  ConversationScreen conversation;
  ScoreSheetScreen score_sheet;
  std::size_t screen = std::variant_npos;

  void draw_screen(Canvas& canvas, Rect window, const app::View& view);
};

void TraineeWindow::State::draw_screen(Canvas& canvas, Rect window, const app::View& view) {
  // Each screen starts afresh, with the keyboard on its main action.
  const bool fresh = std::exchange(screen, view.screen.index()) != view.screen.index();
  ImGui::PushID(static_cast<int>(screen));
  const auto draw_under_bar = [&](auto& drawn, const auto& content) {
    if (fresh) drawn = {};
    const Rect free = bar.draw(canvas, window, view, drawn.bar_text(canvas, content));
    drawn.draw(canvas, window, free, content);
  };
  std::visit(
      [&](const auto& content) {
        using Content = std::decay_t<decltype(content)>;
        if constexpr (std::is_same_v<Content, app::WelcomeView>) {
          welcome.draw(canvas, window, fresh);
        } else if constexpr (std::is_same_v<Content, app::TroubleView>) {
          trouble.draw(canvas, window, content);
        } else if constexpr (std::is_same_v<Content, app::LibraryView>) {
          draw_under_bar(library, content);
        } else if constexpr (std::is_same_v<Content, app::BriefingView>) {
          draw_under_bar(briefing, content);
        } else if constexpr (std::is_same_v<Content, app::ConversationView>) {
          draw_under_bar(conversation, content);
        } else {
          draw_under_bar(score_sheet, content);
        }
      },
      view.screen);
  ImGui::PopID();
}

TraineeWindow::TraineeWindow(const Typefaces& typefaces)
    : state_(std::make_unique<State>(typefaces)) {
  set_keyboard();
}

TraineeWindow::~TraineeWindow() = default;

void TraineeWindow::record_texts(std::vector<std::string>* written) {
  state_->memory.written = written;
}

FrameOutcome TraineeWindow::draw(const app::View& view, const Rect& window, float scale,
                                 double seconds) {
  FrameOutcome outcome;
  const float text_scale =
      scale * static_cast<float>(std::clamp(view.settings.text_percent, 80, 200)) / 100.0F;
  CanvasMemory& memory = state_->memory;
  memory.motion.begin_frame(seconds, view.settings.reduced_motion);
  if (memory.edit && !std::exchange(memory.edit->drawn, false)) memory.edit.reset();
  memory.setter.begin_frame(view.settings.language);
  set_style(theme_of(view.settings.theme), text_scale);

  constexpr ImGuiWindowFlags kFlags =
      ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
      ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoBackground |
      ImGuiWindowFlags_NoScrollWithMouse;
  ImGui::SetNextWindowPos({window.left, window.top});
  ImGui::SetNextWindowSize({window.width(), window.height()});
  ImGui::Begin("##aplomb", nullptr, kFlags);
  Canvas canvas(memory, view.settings, text_scale, outcome.commands);
  canvas.painter().fill_rect(window, canvas.theme().paper);
  state_->draw_screen(canvas, window, view);
  take_text_size_keys(canvas, view.settings);
  if (canvas.key_pressed(ImGuiKey_F2)) canvas.ask(app::command::SwitchLanguage{});
  if (view.notice) notice(canvas, window, *view.notice);
  memory.overlay_was_open = overlay_open();
  ImGui::End();

  outcome.next_frame = std::min(memory.motion.next_frame(), view.next_change);
  outcome.title = canvas.text(i18n::Key::kWindowTitle);
  return outcome;
}

}  // namespace aplomb::ui
