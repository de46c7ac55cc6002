// Draws one page of made-up content into a PNG file, to be looked at.
#include <imgui.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>

#include "gallery/pages.h"
#include "platform/paths.h"
#include "platform/window.h"
#include "ui/fixtures.h"
#include "ui/trainee_window.h"

namespace {

namespace app = aplomb::app;
namespace base = aplomb::base;
namespace fixtures = aplomb::fixtures;
namespace gallery = aplomb::gallery;
namespace platform = aplomb::platform;
namespace ui = aplomb::ui;

struct Options {
  std::string page = "faces";
  std::string variant;
  std::string theme = "light";
  std::string language = "zh";
  std::string output = "gallery.png";
  std::string keys;
  int text_percent = 100;
  int width = 1440;
  int height = 900;
};

app::ScreenView screen_of(const std::string& page, base::Language language) {
  if (page == "welcome") return app::WelcomeView{};
  if (page == "trouble") return fixtures::trouble(language);
  if (page == "library") return fixtures::library(language);
  if (page == "empty") return fixtures::empty_library();
  if (page == "briefing") return fixtures::briefing(language);
  if (page == "speaking") return fixtures::speaking(language);
  if (page == "ended") return fixtures::ended(language);
  if (page == "score") return fixtures::score_sheet(language);
  if (page == "failed") return fixtures::failed_score_sheet(language);
  return fixtures::conversation(language);
}

// Presses the keys one after the other, a frame apart.
void press_key(const std::string& keys, std::size_t step) {
  // "@x,y" at the start is a click.
  if (!keys.empty() && keys[0] == '@') {
    ImGuiIO& io = ImGui::GetIO();
    const std::size_t comma = keys.find(',');
    io.AddMousePosEvent(std::stof(keys.substr(1)), std::stof(keys.substr(comma + 1)));
    if (step == 2) io.AddMouseButtonEvent(0, true);
    if (step == 4) io.AddMouseButtonEvent(0, false);
    return;
  }
  static const std::map<char, ImGuiKey> kSpecial = {
      {'t', ImGuiKey_Tab}, {'e', ImGuiKey_Enter},     {'d', ImGuiKey_D},          {'n', ImGuiKey_N},
      {'h', ImGuiKey_F1},  {'v', ImGuiKey_DownArrow}, {'>', ImGuiKey_RightArrow}, {'r', ImGuiKey_R},
      {'E', ImGuiKey_End}, {'P', ImGuiKey_PageDown}};
  if (step / 2 >= keys.size()) return;
  const auto key = kSpecial.find(keys[step / 2]);
  if (key != kSpecial.end()) ImGui::GetIO().AddKeyEvent(key->second, step % 2 == 0);
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App cli("Draws pages of made-up content, to be looked at");
  cli.add_option("page", options.page);
  cli.add_option("variant", options.variant);
  cli.add_option("--theme", options.theme);
  cli.add_option("--lang", options.language);
  cli.add_option("--text", options.text_percent);
  cli.add_option("--width", options.width);
  cli.add_option("--height", options.height);
  cli.add_option("--keys", options.keys);
  cli.add_option("-o", options.output);
  CLI11_PARSE(cli, argc, argv);
  const auto language = base::language_from_id(options.language).value_or(base::Language::kZh);
  const auto theme = options.theme == "dark" ? app::ThemeChoice::kDark : app::ThemeChoice::kLight;

  const platform::Environment environment = platform::process_environment();
  base::Result<platform::FontFaces> faces =
      platform::find_fonts(platform::font_folders(environment));
  if (!faces) {
    std::cerr << faces.error().message.en << '\n';
    return EXIT_FAILURE;
  }
  platform::WindowOptions window_options;
  window_options.title = "gallery";
  window_options.width = options.width;
  window_options.height = options.height;
  window_options.fonts = *faces;
  auto window = platform::Window::open(window_options);
  if (!window) {
    std::cerr << window.error().message.en << '\n';
    return EXIT_FAILURE;
  }
  const platform::Fonts& fonts = (*window)->fonts();
  const ui::Typefaces typefaces = {{fonts.chinese().regular, fonts.chinese().bold},
                                   {fonts.latin().regular, fonts.latin().bold}};
  ui::TextSetter setter(typefaces);
  ui::TraineeWindow trainee(typefaces);
  app::View view = fixtures::view_of(language, screen_of(options.page, language));
  view.settings.theme = theme;
  view.settings.text_percent = options.text_percent;
  view.settings.reduced_motion = true;
  if (options.page == "welcome") view.person = 0;
  if (options.variant == "notice") {
    view.notice = app::NoticeView{app::NoticeView::Kind::kProblem, "磁盘已满，刚才这一步没有存下。",
                                  "腾出空间后再试一次，其他内容都还在。"};
  }

  std::size_t frame = 0;
  const std::size_t last = 8 + 2 * options.keys.size();
  const auto draw = [&](const platform::FrameArea& area) {
    if (options.page == "faces") {
      setter.begin_frame(language);
      ui::Painter painter(*ImGui::GetBackgroundDrawList());
      gallery::draw_faces_page(painter, setter, area, theme, options.variant);
    } else {
      trainee.draw(view, {0, 0, static_cast<float>(area.width), static_cast<float>(area.height)},
                   area.scale, area.seconds);
    }
    platform::FrameWish wish;
    wish.next_frame = 0.0;
    ++frame;
    if (frame >= 3) press_key(options.keys, frame - 3);
    if (frame == last) wish.screenshot = options.output;
    wish.close = frame > last;
    return wish;
  };
  const base::Result<void> result = (*window)->run(draw);
  if (!result) {
    std::cerr << result.error().message.en << '\n';
    return EXIT_FAILURE;
  }
  return EXIT_SUCCESS;
}
