#pragma once

#include <filesystem>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "platform/fonts.h"

namespace aplomb::platform {

inline constexpr double kNoFrameWanted = std::numeric_limits<double>::infinity();

// What a frame is drawn into.
struct FrameArea {
  int width = 0;         // pixels
  int height = 0;        // pixels
  float scale = 1.0F;    // of the monitor: 1 at 96 dpi
  double seconds = 0.0;  // since the window was opened
};

// What the drawing asks for in return.
struct FrameWish {
  // Seconds until the next frame is wanted if nothing happens before: 0 for the next one possible,
  // kNoFrameWanted to sleep until there is input.
  double next_frame = kNoFrameWanted;
  std::string title;                                // of the window; empty leaves it as it is
  std::optional<std::filesystem::path> screenshot;  // save this frame there, as PNG
  bool close = false;
};

struct FrameFigures {
  double first_frame_ms = 0.0;  // from the start of the process until the first frame was shown
  int frames = 0;
  double mean_ms = 0.0;  // processor time per frame, drawing and presenting
  double worst_ms = 0.0;
};

struct WindowOptions {
  std::string title;
  int width = 1440;
  int height = 900;
  FontFaces fonts;
  // Called when the connection to the display breaks. It must end the process: the display library
  // cannot go on. Nothing needs saving by then, since inputs are stored as they happen.
  std::function<void(const base::Error&)> on_display_lost;
};

// One window with an ImGui context and an event-driven loop: a frame is drawn after input and when
// the last frame asked for it, and at no other time.
class Window {
 public:
  // Fails with "display.none" (no display to open a window on), "display.no_opengl", or the errors
  // of Fonts::load. At most one window may be open at a time.
  static base::Result<std::unique_ptr<Window>> open(const WindowOptions& options);

  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;
  ~Window();

  const Fonts& fonts() const;

  // Draws frames until the window is closed. `draw` runs between ImGui::NewFrame and Render.
  // Fails with "file.unwritable" when a screenshot could not be saved.
  base::Result<void> run(const std::function<FrameWish(const FrameArea&)>& draw);

  FrameFigures figures() const;

 private:
  struct State;
  explicit Window(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace aplomb::platform
