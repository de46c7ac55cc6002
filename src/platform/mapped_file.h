#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

#include "base/result.h"

namespace aplomb::platform {

// A file mapped read-only into memory: its pages are read when they are touched, not before.
class MappedFile {
 public:
  // Fails with "file.unreadable" when the file cannot be opened or is empty.
  static base::Result<MappedFile> open(const std::filesystem::path& path);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  // Valid as long as this object lives.
  std::span<const std::byte> bytes() const { return bytes_; }

 private:
  explicit MappedFile(std::span<const std::byte> bytes) : bytes_(bytes) {}

  std::span<const std::byte> bytes_;
};

}  // namespace aplomb::platform
