#pragma once

#include <imgui.h>

#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "app/command.h"
#include "app/view.h"
#include "ui/trainee_window.h"

namespace aplomb::ui {

// The trainee's window without a window: ImGui with its test hooks, no display and no OpenGL.
// Things are found by the name their view gave them, and pressed where they were drawn.
class Headless {
 public:
  explicit Headless(float width = 1440.0F, float height = 900.0F);
  ~Headless();
  Headless(const Headless&) = delete;
  Headless& operator=(const Headless&) = delete;

  // Draws `count` frames of the view, a sixtieth of a second apart.
  void draw(const app::View& view, int count = 3);

  // Whether something of that name was drawn in the last frame, and where.
  bool has(std::string_view name) const;
  Rect area_of(std::string_view name) const;
  // The name of what has the keyboard; empty for nothing.
  std::string focused() const;

  // How far a scrolling part is from its top, in pixels.
  float scroll_of(std::string_view part) const;

  // Whether any text drawn in the last frame contains the words.
  bool shows(std::string_view words) const;
  const std::vector<std::string>& texts() const { return texts_; }

  // All of these draw a few frames of the view last drawn.
  void click(std::string_view name);
  void click_at(Point at);
  void press(ImGuiKey key, ImGuiKey modifier = ImGuiKey_None);
  void type(std::string_view text);

  // What was asked for since the last call.
  std::vector<app::Command> take_commands();
  // The single command asked for; fails the test when there was another number of them or it is of
  // another kind.
  template <typename Command>
  Command take();

  double next_frame() const { return next_frame_; }
  double seconds() const { return seconds_; }
  ImDrawData* drawn() const;

  // Called by ImGui's test hooks.
  void note_item(ImGuiID id, const Rect& area);
  void note_name(ImGuiID id, std::string_view name);

 private:
  void draw_frame();

  ImGuiContext* context_;
  std::unique_ptr<TraineeWindow> window_;
  app::View view_;
  Rect size_;
  double seconds_ = 0.0;
  double next_frame_ = app::kNever;
  std::map<ImGuiID, Rect> items_;
  std::map<std::string, ImGuiID, std::less<>> names_;
  std::vector<std::string> texts_;
  std::vector<app::Command> commands_;
};

// The command in there, if it is of this kind.
template <typename Command>
Command Headless::take() {
  const std::vector<app::Command> commands = take_commands();
  if (commands.size() != 1) throw std::runtime_error("not exactly one command was asked for");
  return std::get<Command>(commands.front());
}

}  // namespace aplomb::ui
