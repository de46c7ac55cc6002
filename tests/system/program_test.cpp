// The built program as the system sees it: exit codes, a full disk, being killed, no display.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "support/temporary_folder.h"

namespace aplomb {
namespace {

using ::testing::HasSubstr;

// The program, started with pipes to it.
class Process {
 public:
  Process(std::vector<std::string> arguments, const std::string& home, const char* output = nullptr) {
    std::array<int, 2> in{};
    std::array<int, 2> out{};
    EXPECT_EQ(pipe(in.data()), 0);
    EXPECT_EQ(pipe(out.data()), 0);
    id_ = fork();
    if (id_ == 0) {
      dup2(in[0], STDIN_FILENO);
      const int target = output == nullptr ? out[1] : open(output, O_WRONLY | O_CLOEXEC);
      dup2(target, STDOUT_FILENO);
      dup2(out[1], STDERR_FILENO);
      for (const int end : {in[0], in[1], out[0], out[1]}) close(end);
      setenv("HOME", home.c_str(), 1);
      unsetenv("XDG_DATA_HOME");
      unsetenv("DISPLAY");
      unsetenv("WAYLAND_DISPLAY");
      setenv("LC_ALL", "C", 1);
      std::vector<char*> values;
      std::string program = APLOMB_BINARY;
      values.push_back(program.data());
      for (std::string& each : arguments) values.push_back(each.data());
      values.push_back(nullptr);
      execv(APLOMB_BINARY, values.data());
      _exit(127);
    }
    close(in[0]);
    close(out[1]);
    in_ = in[1];
    out_ = out[0];
  }
  ~Process() {
    close_input();
    close(out_);
    if (id_ > 0) wait();
  }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  void type(const std::string& text) const {
    EXPECT_EQ(write(in_, text.data(), text.size()), static_cast<ssize_t>(text.size()));
  }
  void close_input() {
    if (in_ >= 0) close(in_);
    in_ = -1;
  }

  // Reads until `text` has appeared; fails after 20 seconds without a word.
  bool read_until(const std::string& text) {
    while (seen_.find(text, looked_) == std::string::npos) {
      pollfd wanted{out_, POLLIN, 0};
      std::array<char, 4096> buffer{};
      if (poll(&wanted, 1, 20'000) <= 0) return false;
      const ssize_t count = read(out_, buffer.data(), buffer.size());
      if (count <= 0) return false;
      seen_.append(buffer.data(), static_cast<std::size_t>(count));
    }
    looked_ = seen_.find(text, looked_) + text.size();
    return true;
  }
  std::string read_all() {
    close_input();
    while (read_until("\x01")) {
    }
    return seen_;
  }

  void kill_at_once() const { kill(id_, SIGKILL); }
  int wait() {
    int status = 0;
    waitpid(id_, &status, 0);
    id_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }

 private:
  pid_t id_ = 0;
  int in_ = -1;
  int out_ = -1;
  std::string seen_;
  std::size_t looked_ = 0;
};

class Program : public ::testing::Test {
 protected:
  TemporaryFolder folder_;
  std::string home_ = folder_.path();
};

TEST_F(Program, SaysSoWithoutADisplayAndOffersTheTerminal) {
  Process process({}, home_);
  const std::string said = process.read_all();
  EXPECT_EQ(process.wait(), 3);
  EXPECT_THAT(said, HasSubstr("aplomb play"));
}

TEST_F(Program, AFullDiskIsNotSuccess) {
  Process process({"check", APLOMB_SOURCE_DIR "/scenarios"}, home_, "/dev/full");
  const std::string said = process.read_all();
  EXPECT_EQ(process.wait(), 3);
  EXPECT_THAT(said, HasSubstr("could not be written"));
}

TEST_F(Program, KeepsItsRecordsUnderTheDataFolder) {
  Process process({"attempts"}, home_);
  process.read_all();
  EXPECT_EQ(process.wait(), 0);
  EXPECT_TRUE(std::filesystem::exists(home_ + "/.local/share/aplomb/attempts.sqlite"));
}

// Killed right after an answer was shown, at any turn: nothing that was shown is lost.
TEST_F(Program, KilledAtAnyMomentItLosesNothingThatWasShown) {
  for (int turns = 1; turns <= 4; ++turns) {
    SCOPED_TRACE(turns);
    // A fixed order of the replies: with some, taking the first four ends the conversation.
    Process process({"play", "papers-again", "--seed", "2", "--person", "Chen", "--lang", "en"},
                    home_);
    ASSERT_TRUE(process.read_until("You: "));
    for (int turn = 0; turn < turns; ++turn) {
      process.type("n note " + std::to_string(turn) + "\n");
      ASSERT_TRUE(process.read_until("You: "));
      process.type("1\n");
      ASSERT_TRUE(process.read_until("You: "));
    }
    process.kill_at_once();
    EXPECT_EQ(process.wait(), -SIGKILL);
    Process list({"attempts", "--format", "json"}, home_);
    const auto attempts = nlohmann::json::parse(list.read_all());
    ASSERT_EQ(attempts.size(), static_cast<std::size_t>(turns));
    EXPECT_FALSE(attempts[0]["finished"]);
    EXPECT_EQ(attempts[0]["turns"], turns);
    const std::string id = std::to_string(attempts[0]["id"].get<int>());
    Process again({"play", "--resume", id, "--lang", "en"}, home_);
    ASSERT_TRUE(again.read_until("You: "));
    again.type("n\n");
    EXPECT_TRUE(again.read_until("note " + std::to_string(turns - 1)));
  }
}

}  // namespace
}  // namespace aplomb
