// What the commands work with. Everything outside the program is handed in.
#pragma once

#include <atomic>
#include <functional>
#include <istream>
#include <ostream>
#include <string>
#include <vector>

#include "app/typing.h"
#include "base/clock.h"
#include "base/file_system.h"
#include "base/language.h"
#include "base/result.h"

namespace aplomb::cli {

// The exit codes of every command.
inline constexpr int kOk = 0;
inline constexpr int kProblems = 1;  // the command worked and found problems
inline constexpr int kUsage = 2;
inline constexpr int kInputOutput = 3;

struct Context {
  base::FileSystem& files;
  const base::Clock& clock;
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  std::string shared;  // the folder of assets/ and scenarios/
  std::string data;    // the store's file, unless --data says otherwise
  base::Language language = base::Language::kEn;
  bool json = false;
  int columns = 80;
  bool styled = false;  // the terminal shows bold and dim
  std::function<std::uint64_t()> fresh_seed = {};  // for the order of replies
  app::LoadReplyReaders load_readers = {};  // empty: nothing can be typed
  bool shows_progress = false;  // `err` is a terminal
  // From the first call on, Ctrl-C sets the flag instead of ending the program; a second one ends
  // it. Empty: nothing can stop a command.
  std::function<const std::atomic<bool>*()> on_interrupt = {};
  // Runs this program in a process of its own and returns what it prints. May be empty.
  std::function<base::Result<std::string>(std::vector<std::string> arguments)> run_again = {};
};

// An error as one line of what is wrong and one of what to do, on `err`.
void print_error(const Context& context, const base::Error& error);

// What is printed could not be written: a full disk, a reader that went away.
[[nodiscard]] base::Error output_failed();

// The exit code for an error: kInputOutput for files and the store, else kProblems.
[[nodiscard]] int exit_code(const base::Error& error);

}  // namespace aplomb::cli
