#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace aplomb::base {

enum class FileKind { kMissing, kFile, kFolder, kOther };

// Why a file operation failed. The error's code is "file." and the words below.
enum class FileFailure {
  kNotFound,      // file.not_found
  kExists,        // file.exists: something else has that name
  kIsFolder,      // file.is_folder: a folder where a file was expected
  kIsNotFolder,   // file.is_not_folder: a file where a folder was expected
  kNoPermission,  // file.no_permission
  kTooLarge,      // file.too_large
  kDiskFull,      // file.disk_full
  kFailed,        // file.failed: anything else, with the system's own words
};

// The error for a failure at `path`. `detail` is the limit for kTooLarge and the system's own
// words for kFailed; the other failures ignore it.
Error file_error(FileFailure failure, std::string_view path, std::string_view detail = {});

// Everything that touches the disk, so that logic can be tested in memory. Paths are UTF-8 with
// '/' between parts.
class FileSystem {
 public:
  virtual ~FileSystem() = default;

  // The bytes of a file. Fails with kTooLarge, without reading on, when it has more than `limit`.
  virtual Result<std::string> read(const std::string& path, std::size_t limit) const = 0;

  // Puts the bytes at `path`, making or replacing the file. After a failure, or a crash at any
  // moment, the path holds either all of the old content or all of the new.
  virtual Result<void> write(const std::string& path, std::string_view bytes) = 0;

  // The names in a folder, without the folder's own path, sorted by byte value.
  virtual Result<std::vector<std::string>> list(const std::string& path) const = 0;

  // What is at `path`, following symbolic links; kMissing also when it cannot be looked at.
  virtual FileKind kind(const std::string& path) const = 0;

  // Makes the folder and those above it; a folder that already exists is no error.
  virtual Result<void> make_folders(const std::string& path) = 0;

  // Removes one file; a file that does not exist is no error.
  virtual Result<void> remove(const std::string& path) = 0;

  bool is_file(const std::string& path) const { return kind(path) == FileKind::kFile; }
  bool is_folder(const std::string& path) const { return kind(path) == FileKind::kFolder; }
};

class DiskFileSystem final : public FileSystem {
 public:
  Result<std::string> read(const std::string& path, std::size_t limit) const override;
  Result<void> write(const std::string& path, std::string_view bytes) override;
  Result<std::vector<std::string>> list(const std::string& path) const override;
  FileKind kind(const std::string& path) const override;
  Result<void> make_folders(const std::string& path) override;
  Result<void> remove(const std::string& path) override;
};

// A size as a person reads it: "16 MiB", "1.5 KiB", "12 B".
std::string format_bytes(std::size_t bytes);

// "a/b" and "c" make "a/b/c"; an empty folder leaves the name as it is.
std::string join_path(std::string_view folder, std::string_view name);

// What comes before the last '/': the folder a path is in. "." when there is none, "/" for "/a".
std::string parent_path(std::string_view path);

// The part after the last '/'.
std::string_view file_name(std::string_view path);

}  // namespace aplomb::base
