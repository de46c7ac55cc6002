#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/file_system.h"

namespace aplomb::base {
namespace {

namespace fs = std::filesystem;

FileFailure failure_from(const std::error_code& code) {
  static constexpr std::pair<std::errc, FileFailure> kKnown[] = {
      {std::errc::no_such_file_or_directory, FileFailure::kNotFound},
      {std::errc::file_exists, FileFailure::kExists},
      {std::errc::is_a_directory, FileFailure::kIsFolder},
      {std::errc::not_a_directory, FileFailure::kIsNotFolder},
      {std::errc::permission_denied, FileFailure::kNoPermission},
      {std::errc::operation_not_permitted, FileFailure::kNoPermission},
      {std::errc::read_only_file_system, FileFailure::kNoPermission},
      {std::errc::no_space_on_device, FileFailure::kDiskFull},
  };
  if (code == std::error_code(EDQUOT, std::generic_category())) return FileFailure::kDiskFull;
  for (const auto& [errc, failure] : kKnown) {
    if (code == errc) return failure;
  }
  return FileFailure::kFailed;
}

Error error_from(const std::error_code& code, const std::string& path) {
  return file_error(failure_from(code), path, code.message());
}

Error last_error(const std::string& path) {
  return error_from(std::error_code(errno, std::generic_category()), path);
}

// Closes on the way out. An error of close() counts only for a file written to, see finish().
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  bool is_open() const { return fd_ >= 0; }
  int get() const { return fd_; }

  // Reaches the disk and closes; false, with errno set, if either fails.
  bool finish() {
    const bool synced = ::fsync(fd_) == 0;
    const int sync_error = errno;
    const bool closed = ::close(std::exchange(fd_, -1)) == 0;
    if (!synced) errno = sync_error;
    return synced && closed;
  }

 private:
  int fd_;
};

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// A new file beside `target`, open for writing, and its path.
std::pair<int, std::string> make_temporary(const std::string& target) {
  // Another thread, or a process that crashed and had this one's number, may hold a name.
  constexpr int kAttempts = 100;
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    std::string path = fmt::format("{}.{}-{}.tmp", target, ::getpid(), attempt);
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd >= 0 || errno != EEXIST) return {fd, std::move(path)};
  }
  return {-1, {}};
}

// Gives the new file the mode of the one it replaces, if there is one.
bool copy_mode(const std::string& from, int to) {
  struct stat status;
  if (::stat(from.c_str(), &status) != 0) return true;
  return ::fchmod(to, status.st_mode & 07777) == 0;
}

// Makes a rename in this folder survive a power cut.
void sync_folder(const std::string& path) {
  const Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  // A failure is ignored: the content is safe under one of its names, and some file systems
  // cannot sync folders.
  if (folder.is_open()) ::fsync(folder.get());
}

}  // namespace

Result<std::string> DiskFileSystem::read(const std::string& path, std::size_t limit) const {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) return failure(last_error(path));
  struct stat status;
  if (::fstat(file.get(), &status) != 0) return failure(last_error(path));
  if (S_ISDIR(status.st_mode)) return failure(file_error(FileFailure::kIsFolder, path));

  std::string bytes;
  if (S_ISREG(status.st_mode)) {
    bytes.reserve(std::min(static_cast<std::size_t>(status.st_size), limit));
  }
  char buffer[1 << 16];
  while (true) {
    const ssize_t count = ::read(file.get(), buffer, sizeof(buffer));
    if (count == 0) return bytes;
    if (count < 0) {
      if (errno == EINTR) continue;
      return failure(last_error(path));
    }
    if (bytes.size() + static_cast<std::size_t>(count) > limit) {
      return failure(file_error(FileFailure::kTooLarge, path, format_bytes(limit)));
    }
    bytes.append(buffer, static_cast<std::size_t>(count));
  }
}

Result<void> DiskFileSystem::write(const std::string& path, std::string_view bytes) {
  // A link keeps pointing to the file it names; only that file is replaced.
  std::error_code not_there;
  const fs::path resolved = fs::canonical(path, not_there);
  const std::string target = not_there ? path : resolved.string();
  if (is_folder(target)) return failure(file_error(FileFailure::kIsFolder, path));

  const auto [fd, temporary] = make_temporary(target);
  Descriptor file(fd);
  if (!file.is_open()) return failure(last_error(path));
  if (!write_all(file.get(), bytes) || !copy_mode(target, file.get()) || !file.finish()) {
    const Error error = last_error(path);
    ::unlink(temporary.c_str());
    return failure(error);
  }
  if (::rename(temporary.c_str(), target.c_str()) != 0) {
    const Error error = last_error(path);
    ::unlink(temporary.c_str());
    return failure(error);
  }
  sync_folder(parent_path(target));
  return {};
}

Result<std::vector<std::string>> DiskFileSystem::list(const std::string& path) const {
  std::error_code code;
  std::vector<std::string> names;
  for (fs::directory_iterator it(path, code), end; !code && it != end; it.increment(code)) {
    names.push_back(it->path().filename().string());
  }
  if (code) return failure(error_from(code, path));
  std::sort(names.begin(), names.end());
  return names;
}

FileKind DiskFileSystem::kind(const std::string& path) const {
  std::error_code code;
  const fs::file_status status = fs::status(path, code);
  switch (status.type()) {
    case fs::file_type::none:
    case fs::file_type::not_found:
    case fs::file_type::unknown:
      return FileKind::kMissing;
    case fs::file_type::regular:
      return FileKind::kFile;
    case fs::file_type::directory:
      return FileKind::kFolder;
    default:
      return FileKind::kOther;
  }
}

Result<void> DiskFileSystem::make_folders(const std::string& path) {
  std::error_code code;
  fs::create_directories(path, code);
  if (code) return failure(error_from(code, path));
  return {};
}

Result<void> DiskFileSystem::remove(const std::string& path) {
  if (::unlink(path.c_str()) == 0 || errno == ENOENT) return {};
  return failure(last_error(path));
}

}  // namespace aplomb::base
