// Files that are not ours, or not to be written, are refused with one clear error and stay byte
// for byte as they were.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <functional>

#include "records/support.h"

namespace aplomb::records {
namespace {

// The code that opening gives; the file and its folder are as they were.
std::string refusal(const std::string& path) {
  const std::string before = bytes_of(path);
  std::string code = code_of(Store::open(path));
  EXPECT_EQ(bytes_of(path), before) << code;
  EXPECT_FALSE(std::filesystem::exists(path + "-journal"));
  EXPECT_FALSE(std::filesystem::exists(path + "-wal"));
  return code;
}

// A store with something in it, closed.
std::string made_store(const TemporaryFolder& folder) {
  std::string path = folder.file("records.db");
  Store store = open_store(path);
  std::vector<engine::Action> actions;
  actions.reserve(200);
  for (int i = 0; i < 200; ++i)
    actions.push_back(pick(std::string(200, 'x'), i));
  EXPECT_EQ(code_of(store.create_attempt(keep_header(store), actions)), "ok");
  return path;
}

TEST(Refused, TextFile) {
  const TemporaryFolder folder;
  write_bytes(folder.file("records.db"), std::string(5000, 'x'));
  EXPECT_EQ(refusal(folder.file("records.db")), "records.not_database");
}

TEST(Refused, FileTooShortForADatabase) {
  const TemporaryFolder folder;
  write_bytes(folder.file("records.db"), "SQLite format 3");
  EXPECT_EQ(refusal(folder.file("records.db")), "records.not_database");
}

TEST(Refused, AnotherProgramsDatabase) {
  const TemporaryFolder folder;
  PlainConnection(folder.file("unmarked.db")).run("CREATE TABLE people (id)");
  PlainConnection(folder.file("marked.db"))
      .run("PRAGMA application_id = 42; CREATE TABLE people (id)");
  PlainConnection(folder.file("wal.db")).run("PRAGMA journal_mode = WAL; CREATE TABLE people (id)");
  for (const char* name : {"unmarked.db", "marked.db", "wal.db"}) {
    EXPECT_EQ(refusal(folder.file(name)), "records.foreign") << name;
  }
}

// Opening a database with a journal left by a crash would roll it back; that is its owner's part.
TEST(Refused, AnotherProgramsDatabaseThatWasInterrupted) {
  const TemporaryFolder folder;
  const std::string path = folder.file("other.db");
  PlainConnection(path).run("CREATE TABLE t (x); INSERT INTO t VALUES (zeroblob(100000))");
  const pid_t child = ::fork();
  if (child == 0) {
    PlainConnection connection(path);
    connection.run("PRAGMA cache_size = 1; BEGIN; UPDATE t SET x = randomblob(100000)");
    ::kill(::getpid(), SIGKILL);
  }
  ::waitpid(child, nullptr, 0);
  const std::string journal = bytes_of(path + "-journal");
  ASSERT_FALSE(journal.empty());
  const std::string before = bytes_of(path);
  EXPECT_EQ(code_of(Store::open(path)), "records.foreign");
  EXPECT_EQ(bytes_of(path), before);
  EXPECT_EQ(bytes_of(path + "-journal"), journal);
}

TEST(Refused, NewerSchema) {
  const TemporaryFolder folder;
  const std::string path = made_store(folder);
  PlainConnection(path).run("PRAGMA user_version = " + std::to_string(kSchemaVersion + 1));
  EXPECT_EQ(refusal(path), "records.newer");
}

TEST(Refused, TruncatedStore) {
  const TemporaryFolder folder;
  const std::string path = made_store(folder);
  const std::string whole = bytes_of(path);
  for (const std::size_t size : {whole.size() - 4096, whole.size() / 2, std::size_t{5000}}) {
    write_bytes(path, whole.substr(0, size));
    EXPECT_EQ(refusal(path), "records.damaged") << size;
  }
  write_bytes(path, whole);
  EXPECT_EQ(refusal(path), "ok");
}

TEST(Refused, StoreWithDamagedPages) {
  const TemporaryFolder folder;
  const std::string path = made_store(folder);
  const std::string whole = bytes_of(path);
  int refused = 0;
  for (std::size_t at = 4096; at < whole.size(); at += 4096) {
    std::string damaged = whole;
    damaged.replace(at, 64, 64, '\x5a');
    write_bytes(path, damaged);
    const std::string code = refusal(path);
    EXPECT_TRUE(code == "records.damaged") << "page " << at / 4096 + 1 << ": " << code;
    ++refused;
  }
  EXPECT_GT(refused, 10);
}

TEST(Refused, StoreWithoutOneOfItsTables) {
  const TemporaryFolder folder;
  const std::string path = made_store(folder);
  PlainConnection(path).run("DROP TABLE dimension_scores");
  EXPECT_EQ(refusal(path), "records.damaged");
}

TEST(Refused, Folder) {
  const TemporaryFolder folder;
  EXPECT_EQ(code_of(Store::open(folder.path())), "file.is_folder");
}

TEST(Refused, PathBelowAFile) {
  const TemporaryFolder folder;
  write_bytes(folder.file("file"), "x");
  EXPECT_EQ(code_of(Store::open(folder.file("file/records.db"))), "file.is_not_folder");
  EXPECT_EQ(code_of(Store::open(folder.file("file/below/records.db"))), "file.is_not_folder");
  EXPECT_EQ(bytes_of(folder.file("file")), "x");
}

TEST(Refused, SomethingThatIsNoFile) {
  const TemporaryFolder folder;
  ASSERT_EQ(::mkfifo(folder.file("pipe").c_str(), 0600), 0);
  EXPECT_EQ(code_of(Store::open(folder.file("pipe"))), "records.not_database");
}

// What `work` gives when it runs as a user whom permissions bind.
std::string as_ordinary_user(const std::function<std::string()>& work) {
  int ends[2];
  EXPECT_EQ(::pipe2(ends, O_CLOEXEC), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    constexpr uid_t kNobody = 65534;
    const bool bound = ::geteuid() != 0 || ::seteuid(kNobody) == 0;
    const std::string answer = bound ? work() : "could not change the user";
    const bool told = ::write(ends[1], answer.data(), answer.size()) >= 0;
    ::_exit(told ? 0 : 1);
  }
  ::close(ends[1]);
  std::string answer(200, '\0');
  const ssize_t size = ::read(ends[0], answer.data(), answer.size());
  ::close(ends[0]);
  ::waitpid(child, nullptr, 0);
  answer.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
  return answer;
}

TEST(Refused, StoreThatCannotBeWritten) {
  const TemporaryFolder folder;
  const std::string path = made_store(folder);
  ::chmod(folder.path().c_str(), 0777);
  ::chmod(path.c_str(), 0444);
  EXPECT_EQ(as_ordinary_user([&] { return refusal(path); }), "records.read_only");
}

TEST(Refused, StoreInAFolderThatCannotBeWritten) {
  const TemporaryFolder folder;
  const std::string path = made_store(folder);
  ::chmod(path.c_str(), 0666);
  ::chmod(folder.path().c_str(), 0555);
  EXPECT_EQ(as_ordinary_user([&] { return refusal(path); }), "records.read_only");
  ::chmod(folder.path().c_str(), 0755);
}

TEST(Refused, StoreThatCannotBeRead) {
  const TemporaryFolder folder;
  const std::string path = made_store(folder);
  ::chmod(folder.path().c_str(), 0777);
  ::chmod(path.c_str(), 0000);
  EXPECT_EQ(as_ordinary_user([&] { return code_of(Store::open(path)); }), "file.no_permission");
}

TEST(Refused, NewStoreInAFolderThatCannotBeWritten) {
  const TemporaryFolder folder;
  ::chmod(folder.path().c_str(), 0555);
  EXPECT_EQ(as_ordinary_user([&] { return code_of(Store::open(folder.file("new/records.db"))); }),
            "file.no_permission");
  EXPECT_EQ(as_ordinary_user([&] { return code_of(Store::open(folder.file("records.db"))); }),
            "file.no_permission");
}

}  // namespace
}  // namespace aplomb::records
