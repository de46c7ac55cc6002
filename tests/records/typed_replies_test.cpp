// Typed replies in the store, and stores that were made before there were any.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <csignal>

#include "records/support.h"

namespace aplomb::records {
namespace {

engine::Action typed(bool followed) {
  engine::Action action;
  action.kind = engine::ActionKind::kType;
  action.text = "您等了四十分钟。\nForty minutes.";
  action.reading = std::string(R"({"format":"aplomb/typed@1","followed":)") +
                   (followed ? "true}" : "false}");
  return action;
}

TEST(TypedReplies, AreKeptWithHowTheyWereRead) {
  const TemporaryFolder folder;
  Store store = open_store(folder.file("records.db"));
  const std::int64_t attempt = store.create_attempt(keep_header(store)).value();
  ASSERT_EQ(code_of(store.append(attempt, 0, typed(true), 0)), "ok");
  ASSERT_EQ(code_of(store.append(attempt, 1, typed(false), 0)), "ok");
  EXPECT_EQ(store.load_attempt(attempt)->attempt.actions,
            (std::vector<engine::Action>{typed(true), typed(false)}));
  EXPECT_EQ(store.attempts()->front().turns, 1) << "not followed is no turn";
  EXPECT_EQ(store.attempts()->front().actions, 2);
  engine::Action broken = typed(true);
  broken.reading = "\xFF";
  EXPECT_EQ(code_of(store.append(attempt, 2, broken, 0)), "records.bad_text");
}

TEST(TypedReplies, TheKindsOfTurnsAreKeptApart) {
  const TemporaryFolder folder;
  Store store = open_store(folder.file("records.db"));
  const std::int64_t attempt = store.create_attempt(keep_header(store)).value();
  AttemptResult result = result_of(50, 1);
  result.picked = KindResult{3, scoring::Score{200, 3}};
  result.typed = KindResult{0, std::nullopt};
  ASSERT_EQ(code_of(store.finish(attempt, result)), "ok");
  EXPECT_EQ(store.load_attempt(attempt)->result, result);
  EXPECT_EQ(store.attempts()->front().result, result);
}

// The store as schema 1 left it: no readings, no kinds.
std::string older_store(const TemporaryFolder& folder) {
  std::string path = folder.file("records.db");
  {
    Store store = open_store(path);
    const std::int64_t attempt = store.create_attempt(keep_header(store)).value();
    EXPECT_EQ(code_of(store.append(attempt, 0, pick("name_it"), 0)), "ok");
    EXPECT_EQ(code_of(store.finish(attempt, result_of(80, 1))), "ok");
  }
  PlainConnection(path).run(
      "DROP TABLE kind_scores; ALTER TABLE actions DROP COLUMN reading; PRAGMA user_version = 1");
  return path;
}

TEST(Migration, FromTheFirstSchemaLosesNothing) {
  const TemporaryFolder folder;
  const std::string path = older_store(folder);
  Store store = open_store(path);
  const auto stored = store.load_attempt(1);
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->attempt.actions, std::vector<engine::Action>{pick("name_it")});
  EXPECT_EQ(stored->result, result_of(80, 1));
  EXPECT_FALSE(stored->result->typed) << "not known, which is not zero";
  const std::int64_t next = store.create_attempt(keep_header(store)).value();
  EXPECT_EQ(code_of(store.append(next, 0, typed(true), 0)), "ok");
}

TEST(Migration, HappensOnce) {
  const TemporaryFolder folder;
  const std::string path = older_store(folder);
  { const Store store = open_store(path); }
  const Store again = open_store(path);
  EXPECT_EQ(again.attempts()->size(), 1U);
}

TEST(Migration, ANewerStoreIsRefused) {
  const TemporaryFolder folder;
  const std::string path = older_store(folder);
  PlainConnection(path).run("PRAGMA user_version = 3");
  const std::string before = bytes_of(path);
  EXPECT_EQ(code_of(Store::open(path)), "records.newer");
  EXPECT_EQ(bytes_of(path), before);
}

TEST(Killed, AfterATypedReplyWasKeptItIsThere) {
  const TemporaryFolder folder;
  const std::string path = folder.file("records.db");
  std::int64_t attempt = 0;
  {
    Store store = open_store(path);
    attempt = store.create_attempt(keep_header(store)).value();
  }
  const pid_t child = ::fork();
  if (child == 0) {
    Store store = open_store(path);
    if (code_of(store.append(attempt, 0, typed(true), 0)) != "ok") ::_exit(1);
    ::kill(::getpid(), SIGKILL);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  ASSERT_TRUE(WIFSIGNALED(status));
  EXPECT_EQ(open_store(path).load_attempt(attempt)->attempt.actions,
            std::vector<engine::Action>{typed(true)});
}

}  // namespace
}  // namespace aplomb::records
