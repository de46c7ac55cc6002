#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/command.h"
#include "app/view.h"
#include "ui/drawing/geometry.h"
#include "ui/drawing/text.h"

namespace aplomb::ui {

// What one frame led to.
struct FrameOutcome {
  std::vector<app::Command> commands;  // in the order they were asked for
  double next_frame = app::kNever;     // seconds until the next frame is wanted without input
  std::string title;                   // of the window
};

// The trainee's window: draws whatever screen the view holds. Keeps only what belongs to drawing
// (scroll positions, open tabs, the text being typed); everything else is in the view.
class TraineeWindow {
 public:
  // Needs a current ImGui context with these fonts in its atlas. Changes that context's style and
  // keyboard settings.
  explicit TraineeWindow(const Typefaces& typefaces);
  ~TraineeWindow();
  TraineeWindow(const TraineeWindow&) = delete;
  TraineeWindow& operator=(const TraineeWindow&) = delete;

  // Between ImGui::NewFrame and ImGui::Render. `scale` is the monitor's (1 at 96 dpi); `seconds`
  // only ever grows.
  FrameOutcome draw(const app::View& view, const Rect& window, float scale, double seconds);

  // From now on every text drawn is added to the list, which the caller empties. For tests.
  void record_texts(std::vector<std::string>* written);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace aplomb::ui
