#include "platform/run_again.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace aplomb::platform {
namespace {

tl::unexpected<base::Error> failed(const std::string& program, const std::string& reason) {
  return base::failure("process.failed",
                       {"“" + program + "”没有跑成：" + reason + "。",
                        "“" + program + "” could not be run: " + reason + "."},
                       {"请看看它能不能单独运行。", "See whether it runs by itself."});
}

std::string read_all(int from) {
  std::string text;
  std::array<char, 4096> buffer{};
  for (;;) {
    const ssize_t count = ::read(from, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

}  // namespace

base::Result<std::string> run_again(const std::filesystem::path& program,
                                    std::vector<std::string> arguments) {
  std::string path = program.string();
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) return failed(path, std::strerror(errno));
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
  std::vector<char*> values{path.data()};
  for (std::string& argument : arguments) values.push_back(argument.data());
  values.push_back(nullptr);
  pid_t child = 0;
  const int problem =
      ::posix_spawn(&child, path.c_str(), &actions, nullptr, values.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(pipe[1]);
  if (problem != 0) {
    ::close(pipe[0]);
    return failed(path, std::strerror(problem));
  }
  std::string text = read_all(pipe[0]);
  ::close(pipe[0]);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    return failed(path, "exit status " + std::to_string(status));
  }
  return text;
}

}  // namespace aplomb::platform
