#include "base/file_system.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include "base/memory_file_system.h"

namespace aplomb::base {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::size_t kPlenty = 1 << 20;

// A folder that vanishes with the test.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "aplomb.XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// What every file system promises, held by the disk and by its twin.
enum class Kind { kDisk, kMemory };

class FileSystemContract : public ::testing::TestWithParam<Kind> {
 protected:
  FileSystemContract() {
    if (GetParam() == Kind::kDisk) {
      files_ = std::make_unique<DiskFileSystem>();
    } else {
      files_ = std::make_unique<MemoryFileSystem>();
      EXPECT_TRUE(files_->make_folders(folder_.path()));
    }
  }

  std::string at(const std::string& name) const { return join_path(folder_.path(), name); }
  FileSystem& files() { return *files_; }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<FileSystem> files_;
};

INSTANTIATE_TEST_SUITE_P(Both, FileSystemContract, ::testing::Values(Kind::kDisk, Kind::kMemory),
                         [](const auto& tested) {
                           return tested.param == Kind::kDisk ? "Disk" : "Memory";
                         });

TEST_P(FileSystemContract, ReadsWhatWasWritten) {
  const std::string bytes("从容\0\n", 8);
  ASSERT_TRUE(files().write(at("a"), bytes));
  EXPECT_EQ(files().read(at("a"), kPlenty), bytes);
  ASSERT_TRUE(files().write(at("a"), "shorter"));
  EXPECT_EQ(files().read(at("a"), kPlenty), "shorter");
  ASSERT_TRUE(files().write(at("a"), ""));
  EXPECT_EQ(files().read(at("a"), kPlenty), "");
}

TEST_P(FileSystemContract, RefusesToReadMoreThanTheLimit) {
  ASSERT_TRUE(files().write(at("a"), "12345"));
  EXPECT_EQ(files().read(at("a"), 5), "12345");
  const auto refused = files().read(at("a"), 4);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "file.too_large");
  EXPECT_THAT(refused.error().message.en, HasSubstr("4 B"));
}

TEST_P(FileSystemContract, SaysWhatIsAtAPath) {
  ASSERT_TRUE(files().write(at("a"), ""));
  EXPECT_EQ(files().kind(at("a")), FileKind::kFile);
  EXPECT_EQ(files().kind(at("")), FileKind::kFolder);
  EXPECT_EQ(files().kind(at("b")), FileKind::kMissing);
  EXPECT_TRUE(files().is_file(at("a")));
  EXPECT_FALSE(files().is_folder(at("a")));
}

TEST_P(FileSystemContract, ListsNamesInOrder) {
  ASSERT_TRUE(files().write(at("b"), ""));
  ASSERT_TRUE(files().write(at("a"), ""));
  ASSERT_TRUE(files().make_folders(at("c/d")));
  ASSERT_TRUE(files().write(at("c/hidden-below"), ""));
  EXPECT_THAT(*files().list(at("")), ElementsAre("a", "b", "c"));
  EXPECT_THAT(*files().list(at("c/d")), ElementsAre());
}

TEST_P(FileSystemContract, MakesFoldersAndTheOnesAbove) {
  ASSERT_TRUE(files().make_folders(at("x/y/z")));
  ASSERT_TRUE(files().make_folders(at("x/y/z"))) << "a second time is no error";
  EXPECT_TRUE(files().is_folder(at("x/y")));
  EXPECT_TRUE(files().write(at("x/y/z/a"), "1"));
}

TEST_P(FileSystemContract, RemovesAFile) {
  ASSERT_TRUE(files().write(at("a"), ""));
  EXPECT_TRUE(files().remove(at("a")));
  EXPECT_EQ(files().kind(at("a")), FileKind::kMissing);
  EXPECT_TRUE(files().remove(at("a"))) << "a missing file is no error";
}

TEST_P(FileSystemContract, NamesWhatIsWrong) {
  ASSERT_TRUE(files().write(at("file"), ""));
  ASSERT_TRUE(files().make_folders(at("folder")));
  EXPECT_EQ(files().read(at("none"), kPlenty).error().code, "file.not_found");
  EXPECT_EQ(files().read(at("folder"), kPlenty).error().code, "file.is_folder");
  EXPECT_EQ(files().list(at("none")).error().code, "file.not_found");
  EXPECT_EQ(files().list(at("file")).error().code, "file.is_not_folder");
  EXPECT_EQ(files().write(at("none/a"), "").error().code, "file.not_found");
  EXPECT_EQ(files().write(at("file/a"), "").error().code, "file.is_not_folder");
  EXPECT_EQ(files().write(at("folder"), "").error().code, "file.is_folder");
  EXPECT_EQ(files().remove(at("folder")).error().code, "file.is_folder");
  EXPECT_EQ(files().make_folders(at("file/a")).error().code, "file.is_not_folder");
}

TEST(MemoryFileSystem, FailsOnDemandAndKeepsWhatWasThere) {
  MemoryFileSystem files;
  ASSERT_TRUE(files.write("a", "old"));
  files.fail_writes(FileFailure::kDiskFull);
  EXPECT_EQ(files.write("a", "new").error().code, "file.disk_full");
  EXPECT_EQ(files.make_folders("b").error().code, "file.disk_full");
  EXPECT_EQ(files.read("a", kPlenty), "old");
  files.fail_writes(std::nullopt);
  EXPECT_TRUE(files.write("a", "new"));
  files.fail_reads(FileFailure::kNoPermission);
  EXPECT_EQ(files.read("a", kPlenty).error().code, "file.no_permission");
}

TEST(DiskFileSystem, LeavesNoTemporaryFileBehind) {
  const TemporaryFolder folder;
  DiskFileSystem files;
  ASSERT_TRUE(files.write(join_path(folder.path(), "a"), "1"));
  ASSERT_FALSE(files.write(folder.path(), "1"));
  EXPECT_THAT(*files.list(folder.path()), ElementsAre("a"));
}

// A limit on file size stands in for a full disk: the write fails half way.
TEST(DiskFileSystem, AWriteThatFailsHalfWayChangesNothing) {
  const TemporaryFolder folder;
  DiskFileSystem files;
  const std::string path = join_path(folder.path(), "a");
  ASSERT_TRUE(files.write(path, "old"));

  rlimit before;
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto old_handler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit limited = before;
  limited.rlim_cur = 4096;
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &limited), 0);
  const auto written = files.write(path, std::string(100000, 'x'));
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, old_handler);

  EXPECT_FALSE(written);
  EXPECT_EQ(files.read(path, kPlenty), "old");
  EXPECT_THAT(*files.list(folder.path()), ElementsAre("a"));
}

TEST(DiskFileSystem, KeepsTheModeAndWritesThroughALink) {
  const TemporaryFolder folder;
  DiskFileSystem files;
  const std::string path = join_path(folder.path(), "a");
  const std::string link = join_path(folder.path(), "link");
  ASSERT_TRUE(files.write(path, "old"));
  ASSERT_EQ(::chmod(path.c_str(), 0640), 0);
  std::filesystem::create_symlink("a", link);

  ASSERT_TRUE(files.write(link, "new"));
  EXPECT_TRUE(std::filesystem::is_symlink(link));
  EXPECT_EQ(files.read(path, kPlenty), "new");
  struct stat status;
  ASSERT_EQ(::stat(path.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0640U);
}

TEST(DiskFileSystem, GivesANewFileTheModeThatTheUmaskAllows) {
  const TemporaryFolder folder;
  DiskFileSystem files;
  const std::string path = join_path(folder.path(), "a");
  const mode_t before = ::umask(027);
  const auto written = files.write(path, "1");
  ::umask(before);
  ASSERT_TRUE(written);
  struct stat status;
  ASSERT_EQ(::stat(path.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0640U);
}

TEST(DiskFileSystem, IsNotStoppedByWhatACrashLeft) {
  const TemporaryFolder folder;
  DiskFileSystem files;
  const std::string path = join_path(folder.path(), "a");
  ASSERT_TRUE(files.write(fmt::format("{}.{}-0.tmp", path, ::getpid()), "half"));
  EXPECT_TRUE(files.write(path, "whole"));
  EXPECT_EQ(files.read(path, kPlenty), "whole");
}

TEST(DiskFileSystem, ReadsWhatHasNoSizeOfItsOwn) {
  const DiskFileSystem files;
  EXPECT_THAT(*files.read("/proc/self/status", kPlenty), HasSubstr("Name:"));
  EXPECT_EQ(files.read("/dev/zero", 100).error().code, "file.too_large");
}

TEST(FileError, TellsBothLanguagesWhatToDo) {
  for (const FileFailure failure :
       {FileFailure::kNotFound, FileFailure::kExists, FileFailure::kIsFolder,
        FileFailure::kIsNotFolder, FileFailure::kNoPermission, FileFailure::kTooLarge,
        FileFailure::kDiskFull, FileFailure::kFailed}) {
    const Error error = file_error(failure, "somewhere/a.json", "12 B");
    for (const Language language : kLanguages) {
      EXPECT_THAT(error.message.in(language), HasSubstr("somewhere/a.json")) << error.code;
      EXPECT_NE(error.mend.in(language), "") << error.code;
    }
    EXPECT_NE(error.message.zh, error.message.en);
  }
}

TEST(FormatBytes, ReadsLikeASize) {
  EXPECT_EQ(format_bytes(0), "0 B");
  EXPECT_EQ(format_bytes(1023), "1023 B");
  EXPECT_EQ(format_bytes(1024), "1 KiB");
  EXPECT_EQ(format_bytes(1536), "1.5 KiB");
  EXPECT_EQ(format_bytes(16U << 20), "16 MiB");
}

TEST(Path, JoinsAndTakesApart) {
  EXPECT_EQ(join_path("a/b", "c"), "a/b/c");
  EXPECT_EQ(join_path("a/", "c"), "a/c");
  EXPECT_EQ(join_path("", "c"), "c");
  EXPECT_EQ(parent_path("a/b/c"), "a/b");
  EXPECT_EQ(parent_path("c"), ".");
  EXPECT_EQ(parent_path("/c"), "/");
  EXPECT_EQ(file_name("a/b.json"), "b.json");
  EXPECT_EQ(file_name("b.json"), "b.json");
}

}  // namespace
}  // namespace aplomb::base
