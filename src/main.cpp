// Wires the parts to the machine: files, clock, terminal and window.
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <ctime>
#include <iostream>
#include <random>

#include "app/reply_readers.h"
#include "app/trainee.h"
#include "cli/run.h"
#include "i18n/catalogue.h"
#include "platform/paths.h"
#include "platform/run_again.h"
#include "platform/window.h"
#include "ui/trainee_window.h"

namespace {

using aplomb::app::Trainee;
namespace app = aplomb::app;
namespace cli = aplomb::cli;
namespace command = aplomb::app::command;
namespace platform = aplomb::platform;
namespace ui = aplomb::ui;

int terminal_columns() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return std::min<int>(size.ws_col, 100);
}

std::atomic<bool> interrupted = false;

// One Ctrl-C asks, the next one ends the program.
const std::atomic<bool>* watch_for_interrupt() {
  struct sigaction action {};
  action.sa_handler = [](int) { interrupted = true; };
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, nullptr);
  return &interrupted;
}

std::uint64_t fresh_seed() {
  std::random_device device;
  return (std::uint64_t{device()} << 32) | device();
}

std::int64_t day_number(const std::tm& time) {
  std::tm noon{};
  noon.tm_year = time.tm_year;
  noon.tm_mon = time.tm_mon;
  noon.tm_mday = time.tm_mday;
  noon.tm_hour = 12;
  return timegm(&noon) / 86'400;
}

app::MomentView local_time(std::int64_t utc_ms, std::int64_t now_ms) {
  const std::time_t then = utc_ms / 1000;
  const std::time_t now = now_ms / 1000;
  std::tm time{};
  std::tm today{};
  localtime_r(&then, &time);
  localtime_r(&now, &today);
  return {time.tm_year + 1900,
          time.tm_mon + 1,
          time.tm_mday,
          time.tm_hour,
          time.tm_min,
          static_cast<int>(day_number(today) - day_number(time))};
}

// What the command line asks of the window before anybody does.
void prepare(Trainee& trainee, const cli::WindowRequest& request) {
  trainee.tick();
  const app::Settings& settings = trainee.view().settings;
  if (request.language && *request.language != settings.language) {
    trainee.handle(command::SwitchLanguage{});
  }
  if (request.dark) trainee.handle(command::SetTheme{app::ThemeChoice::kDark});
  if (request.text_percent > 0) trainee.handle(command::SetTextSize{request.text_percent});
  const bool opens = !request.scenario.empty() || request.attempt > 0;
  while (opens && trainee.view().next_change == 0) trainee.tick();
  if (!request.scenario.empty()) trainee.handle(command::OpenScenario{request.scenario});
  if (request.attempt > 0) trainee.handle(command::Resume{request.attempt});
}

// One frame: the time moves on, the view is drawn, and what was asked for is done.
class Frames {
 public:
  Frames(Trainee& trainee, ui::TraineeWindow& window, std::string screenshot)
      : trainee_(trainee), window_(window), screenshot_(std::move(screenshot)) {}

  platform::FrameWish draw(const platform::FrameArea& area) {
    // The first frame is not kept waiting by a scenario that is being read.
    if (drawn_) trainee_.tick();
    drawn_ = true;
    const ui::Rect whole{0, 0, static_cast<float>(area.width), static_cast<float>(area.height)};
    const ui::FrameOutcome outcome =
        window_.draw(trainee_.view(), whole, area.scale, area.seconds);
    for (const app::Command& each : outcome.commands) trainee_.handle(each);
    platform::FrameWish wish;
    wish.title = outcome.title;
    wish.next_frame = std::min(outcome.next_frame, trainee_.view().next_change);
    if (!outcome.commands.empty()) wish.next_frame = 0;
    wish.close = trainee_.quits();
    if (!screenshot_.empty()) take_picture(wish);
    return wish;
  }

 private:
  // Once nothing moves any more, all lines said.
  void take_picture(platform::FrameWish& wish) {
    if (wish.next_frame < kSettled) {
      trainee_.handle(command::Hurry{});
      wish.next_frame = 0;
      return;
    }
    if (picture_taken_) {
      wish.close = true;
      return;
    }
    wish.screenshot = screenshot_;
    wish.next_frame = 0;
    picture_taken_ = true;
  }

  static constexpr double kSettled = 0.5;

  Trainee& trainee_;
  ui::TraineeWindow& window_;
  std::string screenshot_;
  bool drawn_ = false;
  bool picture_taken_ = false;
};

void print_figures(const cli::Context& context, const platform::FrameFigures& figures) {
  context.out << "first_frame_ms " << figures.first_frame_ms << "\nframes " << figures.frames
              << "\nmean_ms " << figures.mean_ms << "\nworst_ms " << figures.worst_ms << '\n';
}

int no_window(const cli::Context& context, const aplomb::base::Error& error) {
  cli::print_error(context, error);
  if (error.code == "display.none") {
    context.err << "  " << text(aplomb::i18n::Key::kCliNoDisplayMend, context.language) << '\n';
  }
  return cli::kInputOutput;
}

int open_window(const cli::Context& context, const cli::WindowRequest& request) {
  const auto folders = platform::font_folders(platform::process_environment());
  auto fonts = platform::find_fonts(folders);
  if (!fonts) return no_window(context, fonts.error());
  platform::WindowOptions options;
  options.title = text(aplomb::i18n::Key::kWindowTitle, context.language);
  options.fonts = *fonts;
  if (request.width > 0) options.width = request.width;
  if (request.height > 0) options.height = request.height;
  options.on_display_lost = [&context](const aplomb::base::Error& error) {
    std::_Exit(no_window(context, error));
  };
  auto window = platform::Window::open(options);
  if (!window) return no_window(context, window.error());
  const auto moment = [&context](std::int64_t utc_ms) {
    return local_time(utc_ms, context.clock.utc_ms());
  };
  Trainee trainee({context.files, context.clock, context.shared, request.data, moment,
                   context.fresh_seed, context.language, context.load_readers});
  prepare(trainee, request);
  const platform::Fonts& loaded = (*window)->fonts();
  ui::TraineeWindow screens({{loaded.chinese().regular, loaded.chinese().bold},
                             {loaded.latin().regular, loaded.latin().bold}});
  Frames frames(trainee, screens, request.screenshot);
  const auto ran =
      (*window)->run([&](const platform::FrameArea& area) { return frames.draw(area); });
  if (request.measure) print_figures(context, (*window)->figures());
  if (!ran) return no_window(context, ran.error());
  return cli::kOk;
}

}  // namespace

int main(int count, char** values) {
  // A reader that goes away must be an error of the write, not the end of the process.
  std::signal(SIGPIPE, SIG_IGN);
  aplomb::base::DiskFileSystem files;
  const aplomb::base::SystemClock clock;
  const auto environment = platform::process_environment();
  cli::Context context{files, clock, std::cin, std::cout, std::cerr, {}, {}};
  context.language = cli::language_of_locale(environment);
  context.columns = terminal_columns();
  context.styled = isatty(STDOUT_FILENO) != 0 && !environment("NO_COLOR");
  context.fresh_seed = fresh_seed;
  context.shows_progress = isatty(STDERR_FILENO) != 0;
  context.on_interrupt = watch_for_interrupt;
  context.run_again = [](std::vector<std::string> arguments) {
    return platform::run_again(platform::executable_path(), std::move(arguments));
  };
  const auto shared = platform::find_shared_files(platform::executable_path());
  if (!shared) return no_window(context, shared.error());
  context.shared = shared->string();
  context.load_readers = app::shipped_readers(files, context.shared);
  const auto paths = platform::find_paths(environment);
  if (!paths) return no_window(context, paths.error());
  context.data = (paths->data / "attempts.sqlite").string();
  cli::Outcome outcome =
      cli::run(context, std::vector<std::string>(values + 1, values + count));
  if (outcome.window) outcome.code = open_window(context, *outcome.window);
  std::cout.flush();
  if (!std::cout && outcome.code == cli::kOk) return no_window(context, cli::output_failed());
  return outcome.code;
}
