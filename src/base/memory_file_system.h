#pragma once

#include <map>
#include <optional>
#include <set>

#include "base/file_system.h"

namespace aplomb::base {

// The disk's twin for tests: same contract, all in memory, and it can be made to fail. "/" and
// "." exist from the start.
class MemoryFileSystem final : public FileSystem {
 public:
  Result<std::string> read(const std::string& path, std::size_t limit) const override;
  Result<void> write(const std::string& path, std::string_view bytes) override;
  Result<std::vector<std::string>> list(const std::string& path) const override;
  FileKind kind(const std::string& path) const override;
  Result<void> make_folders(const std::string& path) override;
  Result<void> remove(const std::string& path) override;

  // From now on every read and list, or every write, make_folders and remove, fails this way;
  // nullopt ends it. What was written before stays.
  void fail_reads(std::optional<FileFailure> failure) { read_failure_ = failure; }
  void fail_writes(std::optional<FileFailure> failure) { write_failure_ = failure; }

 private:
  std::map<std::string, std::string> files_;
  std::set<std::string> folders_ = {"/", "."};
  std::optional<FileFailure> read_failure_;
  std::optional<FileFailure> write_failure_;
};

}  // namespace aplomb::base
