#include "platform/window.h"

#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

#include <algorithm>
#include <chrono>
#include <string_view>
#include <utility>

#include "platform/display.h"
#include "platform/process_clock.h"
#include "platform/screenshot.h"

namespace aplomb::platform {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kMinimumWidth = 800;
constexpr int kMinimumHeight = 560;

// ImGui settles hovering and focus in the frame after the input that caused them.
constexpr int kFramesAfterInput = 2;
constexpr double kShortestFrame = 1.0 / 60.0;

tl::unexpected<base::Error> no_display(std::string_view reason) {
  return base::failure(
      "display.none",
      {"没有可用的显示器（" + std::string(reason) + "）。",
       "There is no display to open a window on (" + std::string(reason) + ")."},
      {"请在图形界面里运行，或设置 DISPLAY。", "Run it in a graphical session, or set DISPLAY."});
}

tl::unexpected<base::Error> no_opengl(std::string_view reason) {
  return base::failure("display.no_opengl",
                       {"显示器不支持 OpenGL 3.2（" + std::string(reason) + "）。",
                        "The display offers no OpenGL 3.2 (" + std::string(reason) + ")."},
                       {"请安装软件包 libgl1-mesa-dri。", "Install the package libgl1-mesa-dri."});
}

base::Error lost_display() {
  return {"display.lost",
          {"与显示器的连接断开了。", "The connection to the display was lost."},
          {"已完成的每一步都已保存，重新打开即可继续。",
           "Every step so far is stored; open the program again to go on."}};
}

std::string last_glfw_error() {
  const char* text = nullptr;
  glfwGetError(&text);
  return text == nullptr ? "GLFW" : text;
}

// Counts what wakes the loop. Many X events (property changes, input method traffic) concern
// nobody, and must not cost a frame.
struct InputCount {
  int settle_frames = kFramesAfterInput;

  static InputCount& of(GLFWwindow* window) {
    return *static_cast<InputCount*>(glfwGetWindowUserPointer(window));
  }
  void notice() { settle_frames = kFramesAfterInput; }
};

void notice_input(GLFWwindow* window) { InputCount::of(window).notice(); }

// Installed before ImGui's own callbacks, which call on to these.
void watch_input(GLFWwindow* window, InputCount& count) {
  glfwSetWindowUserPointer(window, &count);
  glfwSetCursorPosCallback(window, [](GLFWwindow* w, double, double) { notice_input(w); });
  glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int) { notice_input(w); });
  glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int, int, int) { notice_input(w); });
  glfwSetScrollCallback(window, [](GLFWwindow* w, double, double) { notice_input(w); });
  glfwSetKeyCallback(window, [](GLFWwindow* w, int, int, int, int) { notice_input(w); });
  glfwSetCharCallback(window, [](GLFWwindow* w, unsigned) { notice_input(w); });
  glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int) { notice_input(w); });
  glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { notice_input(w); });
  glfwSetWindowCloseCallback(window, [](GLFWwindow* w) { notice_input(w); });
  glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { notice_input(w); });
  glfwSetWindowContentScaleCallback(window, [](GLFWwindow* w, float, float) { notice_input(w); });
}

}  // namespace

struct Window::State {
  GLFWwindow* window = nullptr;
  ImGuiContext* context = nullptr;
  bool backends = false;
  std::optional<Fonts> fonts;
  InputCount input;
  std::function<void()> on_display_lost;
  std::string title;
  FrameFigures figures;
  double total_ms = 0.0;

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State();

  base::Result<void> open(const WindowOptions& options);
  void wait(double seconds);
  FrameArea area() const;
  base::Result<FrameWish> draw_frame(const std::function<FrameWish(const FrameArea&)>& draw);
  void note_frame(Clock::time_point start);
};

Window::State::~State() {
  if (backends) {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
  }
  if (context != nullptr) ImGui::DestroyContext(context);
  if (window != nullptr) glfwDestroyWindow(window);
  glfwTerminate();
}

base::Result<void> Window::State::open(const WindowOptions& options) {
  if (glfwInit() != GLFW_TRUE) return no_display(last_glfw_error());
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
  glfwWindowHintString(GLFW_X11_CLASS_NAME, "aplomb");
  glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "aplomb");
  window = glfwCreateWindow(options.width, options.height, options.title.c_str(), nullptr, nullptr);
  if (window == nullptr) return no_opengl(last_glfw_error());
  title = options.title;
  glfwSetWindowSizeLimits(window, kMinimumWidth, kMinimumHeight, GLFW_DONT_CARE, GLFW_DONT_CARE);
  glfwMakeContextCurrent(window);
  glfwSwapInterval(1);

  if (options.on_display_lost) {
    on_display_lost = [lost = options.on_display_lost] { lost(lost_display()); };
    watch_display(on_display_lost);
  }

  context = ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  ImGui::GetIO().LogFilename = nullptr;
  watch_input(window, input);
  ImGui_ImplGlfw_InitForOpenGL(window, true);
  ImGui_ImplOpenGL3_Init("#version 150");
  backends = true;

  base::Result<Fonts> loaded = Fonts::load(options.fonts);
  if (!loaded) return base::failure(std::move(loaded.error()));
  fonts = std::move(*loaded);
  return {};
}

void Window::State::wait(double seconds) {
  const bool pending = !context->InputEventsQueue.empty();
  if (input.settle_frames > 0 || pending) {
    glfwPollEvents();
    return;
  }
  const Clock::time_point until =
      seconds == kNoFrameWanted
          ? Clock::time_point::max()
          : Clock::now() + std::chrono::duration_cast<Clock::duration>(
                               std::chrono::duration<double>(std::max(seconds, kShortestFrame)));
  while (input.settle_frames == 0) {
    if (until == Clock::time_point::max()) {
      glfwWaitEvents();
      continue;
    }
    const double left = std::chrono::duration<double>(until - Clock::now()).count();
    if (left <= 0.0) return;
    glfwWaitEventsTimeout(left);
  }
}

FrameArea Window::State::area() const {
  FrameArea result;
  glfwGetFramebufferSize(window, &result.width, &result.height);
  float vertical = 1.0F;
  glfwGetWindowContentScale(window, &result.scale, &vertical);
  result.seconds = glfwGetTime();
  return result;
}

base::Result<FrameWish> Window::State::draw_frame(
    const std::function<FrameWish(const FrameArea&)>& draw) {
  const Clock::time_point start = Clock::now();
  const FrameArea frame_area = area();
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  ImGui::NewFrame();
  FrameWish wish = draw(frame_area);
  ImGui::Render();
  glViewport(0, 0, frame_area.width, frame_area.height);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  if (wish.screenshot) {
    base::Result<void> written =
        write_png(read_framebuffer(frame_area.width, frame_area.height), *wish.screenshot);
    if (!written) return base::failure(std::move(written.error()));
  }
  glfwSwapBuffers(window);
  note_frame(start);
  if (!wish.title.empty() && wish.title != title) {
    title = wish.title;
    glfwSetWindowTitle(window, title.c_str());
  }
  return wish;
}

void Window::State::note_frame(Clock::time_point start) {
  const double ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
  if (figures.frames == 0) figures.first_frame_ms = process_age_ms();
  ++figures.frames;
  total_ms += ms;
  figures.mean_ms = total_ms / figures.frames;
  figures.worst_ms = std::max(figures.worst_ms, ms);
}

Window::Window(std::unique_ptr<State> state) : state_(std::move(state)) {}
Window::~Window() = default;

base::Result<std::unique_ptr<Window>> Window::open(const WindowOptions& options) {
  auto state = std::make_unique<State>();
  base::Result<void> opened = state->open(options);
  if (!opened) return base::failure(std::move(opened.error()));
  return std::unique_ptr<Window>(new Window(std::move(state)));
}

const Fonts& Window::fonts() const { return *state_->fonts; }

FrameFigures Window::figures() const { return state_->figures; }

base::Result<void> Window::run(const std::function<FrameWish(const FrameArea&)>& draw) {
  double next_frame = 0.0;
  while (glfwWindowShouldClose(state_->window) == GLFW_FALSE) {
    state_->wait(next_frame);
    if (glfwGetWindowAttrib(state_->window, GLFW_ICONIFIED) == GLFW_TRUE) {
      state_->input.settle_frames = 0;
      next_frame = kNoFrameWanted;
      continue;
    }
    state_->input.settle_frames = std::max(0, state_->input.settle_frames - 1);
    base::Result<FrameWish> wish = state_->draw_frame(draw);
    if (!wish) return base::failure(std::move(wish.error()));
    if (wish->close) return {};
    next_frame = wish->next_frame;
  }
  return {};
}

}  // namespace aplomb::platform
