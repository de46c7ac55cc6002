// What was reported as kept is there, whatever happens next; what was not kept leaves no trace.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <barrier>
#include <chrono>
#include <csignal>
#include <functional>
#include <random>
#include <thread>

#include "base/random.h"
#include "records/support.h"

namespace aplomb::records {
namespace {

using engine::Action;

Action numbered(int i) {
  return {engine::ActionKind::kNote, "", "note " + std::to_string(i) + std::string(100, '.'), i};
}

TEST(SecondWriter, IsToldThatTheStoreIsBusy) {
  const TemporaryFolder folder;
  Store store = open_store(folder.file("records.db"), {.busy_timeout_ms = 30});
  const std::int64_t attempt = store.create_attempt(keep_header(store)).value();
  {
    PlainConnection other(folder.file("records.db"));
    other.run("BEGIN IMMEDIATE");
    EXPECT_EQ(code_of(store.append(attempt, 0, numbered(0), 0)), "records.busy");
    EXPECT_EQ(code_of(store.add_person("Anna", 0)), "records.busy");
    EXPECT_EQ(store.people()->size(), 1U) << "reading goes on while another has only begun";
    other.run("END; BEGIN EXCLUSIVE");
    EXPECT_EQ(code_of(store.people()), "records.busy");
    EXPECT_EQ(code_of(Store::open(folder.file("records.db"), {.busy_timeout_ms = 30})),
              "records.busy");
  }
  EXPECT_EQ(code_of(store.append(attempt, 0, numbered(0), 0)), "ok");
}

TEST(SecondWriter, WaitsForTheFirst) {
  const TemporaryFolder folder;
  Store store = open_store(folder.file("records.db"), {.busy_timeout_ms = 10'000});
  PlainConnection other(folder.file("records.db"));
  other.run("BEGIN IMMEDIATE");
  std::thread first([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(60));
    other.run("COMMIT");
  });
  EXPECT_EQ(code_of(store.add_person("Anna", 0)), "ok");
  first.join();
}

// A reader that holds on keeps a commit from finishing: nothing of it may stay behind.
TEST(SecondWriter, UndoesAChangeThatCannotBeCommitted) {
  const TemporaryFolder folder;
  Store store = open_store(folder.file("records.db"), {.busy_timeout_ms = 30});
  ASSERT_EQ(code_of(store.add_person("Anna", 0)), "ok");
  {
    PlainConnection reader(folder.file("records.db"));
    reader.run("BEGIN; SELECT * FROM people");
    EXPECT_EQ(code_of(store.add_person("Ben", 0)), "records.busy");
  }
  EXPECT_EQ(store.people()->size(), 1U);
  EXPECT_EQ(code_of(store.add_person("Ben", 0)), "ok");
}

TEST(FullDisk, KeepsAllThatWasThere) {
  const TemporaryFolder folder;
  const std::string path = folder.file("records.db");
  std::int64_t attempt = 0;
  {
    Store store = open_store(path);
    attempt = store.create_attempt(keep_header(store)).value();
  }
  int kept = 0;
  {
    const int pages = static_cast<int>(std::filesystem::file_size(path) / 4096) + 4;
    Store store = open_store(path, {.max_pages = pages});
    std::string code = "ok";
    while (code == "ok" && kept < 10'000) {
      code = code_of(store.append(attempt, kept, numbered(kept), 0));
      if (code == "ok") ++kept;
    }
    EXPECT_EQ(code, "records.disk_full");
    EXPECT_EQ(code_of(store.keep_content(std::string(100'000, 'x'))), "records.disk_full");
    EXPECT_EQ(store.load_attempt(attempt)->attempt.actions.size(), static_cast<std::size_t>(kept))
        << "the store still answers";
  }
  EXPECT_GT(kept, 10);
  Store store = open_store(path);
  EXPECT_EQ(store.load_attempt(attempt)->attempt.actions.size(), static_cast<std::size_t>(kept));
  EXPECT_EQ(code_of(store.append(attempt, kept, numbered(kept), 0)), "ok") << "once there is space";
}

TEST(FullDisk, AtTheFirstStartLeavesNothingThatIsRefusedLater) {
  const TemporaryFolder folder;
  EXPECT_EQ(code_of(Store::open(folder.file("records.db"), {.max_pages = 3})), "records.disk_full");
  EXPECT_EQ(code_of(Store::open(folder.file("records.db"))), "ok");
}

// Runs `work` in a child process while `watch` looks on, until it has gone; what it told through
// the pipe.
std::string in_child(const std::function<void(int pipe)>& work,
                     const std::function<void(pid_t child, int pipe, std::string& told)>& watch) {
  int ends[2];
  EXPECT_EQ(::pipe2(ends, O_CLOEXEC), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    work(ends[1]);
    ::_exit(0);
  }
  ::close(ends[1]);
  std::string told;
  watch(child, ends[0], told);
  char buffer[4096];
  for (ssize_t size = 0; (size = ::read(ends[0], buffer, sizeof(buffer))) > 0;) {
    told.append(buffer, static_cast<std::size_t>(size));
  }
  ::close(ends[0]);
  ::waitpid(child, nullptr, 0);
  return told;
}

void tell(int pipe, std::string_view what) {
  if (::write(pipe, what.data(), what.size()) < 0) ::_exit(1);
}

TEST(FailingDisk, IsAnErrorAndNothingIsHalfWritten) {
  const TemporaryFolder folder;
  const std::string path = folder.file("records.db");
  {
    Store store = open_store(path);
    ASSERT_TRUE(store.create_attempt(keep_header(store)).has_value());
  }
  const auto size = std::filesystem::file_size(path);
  const std::string told = in_child(
      [&](int pipe) {
        Store store = open_store(path);
        // Writing beyond the limit fails as a broken disk does.
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{size + 8192, size + 8192};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        tell(pipe, code_of(store.keep_content(std::string(200'000, 'x'))));
        tell(pipe, " " + code_of(store.append(1, 0, numbered(0), 0)));
      },
      [](pid_t, int, std::string&) {});
  EXPECT_EQ(told, "records.failed ok");
  const Store store = open_store(path);
  EXPECT_EQ(store.load_attempt(1)->attempt.actions, std::vector<Action>{numbered(0)});
}

TEST(Killed, WhileAppendingLosesNothingThatWasReported) {
  const std::uint32_t seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  base::Random random(seed);
  const TemporaryFolder folder;
  const std::string path = folder.file("records.db");
  std::int64_t attempt = 0;
  {
    Store store = open_store(path);
    attempt = store.create_attempt(keep_header(store)).value();
  }
  std::size_t kept = 0;
  bool interrupted = false;
  for (int round = 0; round < 40; ++round) {
    const std::string told = in_child(
        [&](int pipe) {
          Store store = open_store(path);
          for (int i = static_cast<int>(kept);; ++i) {
            if (code_of(store.append(attempt, i, numbered(i), i)) != "ok") ::_exit(1);
            tell(pipe, ".");
          }
        },
        [&](pid_t child, int pipe, std::string& told_before) {
          char report = 0;
          for (std::uint32_t reports = 1 + random.below(12); reports > 0; --reports) {
            if (::read(pipe, &report, 1) == 1) told_before += report;
          }
          std::this_thread::sleep_for(std::chrono::microseconds(random.below(1500)));
          ::kill(child, SIGKILL);
        });
    interrupted = interrupted || std::filesystem::exists(path + "-journal");
    const Store store = open_store(path);
    const auto actions = store.load_attempt(attempt)->attempt.actions;
    ASSERT_GE(actions.size(), kept + told.size()) << "round " << round;
    ASSERT_LE(actions.size(), kept + told.size() + 1) << "round " << round;
    for (std::size_t i = 0; i < actions.size(); ++i) {
      ASSERT_EQ(actions[i], numbered(static_cast<int>(i)));
    }
    kept = actions.size();
  }
  EXPECT_TRUE(interrupted) << "no round was killed in the middle of a change";
}

TEST(Killed, AtTheFirstStartLeavesAFileThatOpens) {
  const std::uint32_t seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  base::Random random(seed);
  for (int round = 0; round < 20; ++round) {
    const TemporaryFolder folder;
    const std::string path = folder.file("a/records.db");
    in_child([&](int) { static_cast<void>(Store::open(path)); },
             [&](pid_t child, int, std::string&) {
               std::this_thread::sleep_for(std::chrono::microseconds(random.below(15'000)));
               ::kill(child, SIGKILL);
             });
    ASSERT_EQ(code_of(Store::open(path)), "ok") << "round " << round;
  }
}

TEST(FirstStart, MayHappenTwiceAtOnce) {
  constexpr int kWindows = 4;
  for (int round = 0; round < 20; ++round) {
    const TemporaryFolder folder;
    const std::string path = folder.file("a/b/records.db");
    std::vector<std::string> codes(kWindows);
    std::vector<std::thread> threads;
    threads.reserve(kWindows);
    std::barrier ready(kWindows);
    for (std::string& code : codes) {
      threads.emplace_back([&] {
        ready.arrive_and_wait();
        code = code_of(Store::open(path, {.busy_timeout_ms = 20'000}));
      });
    }
    for (std::thread& thread : threads)
      thread.join();
    ASSERT_EQ(codes, std::vector<std::string>(kWindows, "ok"));
  }
}

}  // namespace
}  // namespace aplomb::records
