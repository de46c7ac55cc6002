#include "platform/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

namespace aplomb::platform {

namespace {

tl::unexpected<base::Error> unreadable(const std::filesystem::path& path) {
  return base::failure(
      "file.unreadable",
      {"无法读取文件 " + path.string() + "。", "The file " + path.string() + " cannot be read."},
      {"请检查它是否存在、是否有读取权限。", "Check that it exists and that you may read it."});
}

}  // namespace

base::Result<MappedFile> MappedFile::open(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return unreadable(path);
  struct stat status {};
  void* memory = MAP_FAILED;
  if (fstat(descriptor, &status) == 0 && status.st_size > 0) {
    memory = mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_PRIVATE,
                  descriptor, 0);
  }
  close(descriptor);
  if (memory == MAP_FAILED) return unreadable(path);
  return MappedFile(
      {static_cast<const std::byte*>(memory), static_cast<std::size_t>(status.st_size)});
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : bytes_(std::exchange(other.bytes_, std::span<const std::byte>())) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  return *this;
}

MappedFile::~MappedFile() {
  if (bytes_.empty()) return;
  munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

}  // namespace aplomb::platform
