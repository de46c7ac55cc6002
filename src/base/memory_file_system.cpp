#include "base/memory_file_system.h"

namespace aplomb::base {
namespace {

std::string without_trailing_slash(const std::string& path) {
  return path.size() > 1 && path.back() == '/' ? path.substr(0, path.size() - 1) : path;
}

}  // namespace

Result<std::string> MemoryFileSystem::read(const std::string& path, std::size_t limit) const {
  if (read_failure_) return failure(file_error(*read_failure_, path, "injected"));
  if (is_folder(path)) return failure(file_error(FileFailure::kIsFolder, path));
  const auto file = files_.find(path);
  if (file == files_.end()) return failure(file_error(FileFailure::kNotFound, path));
  if (file->second.size() > limit) {
    return failure(file_error(FileFailure::kTooLarge, path, format_bytes(limit)));
  }
  return file->second;
}

Result<void> MemoryFileSystem::write(const std::string& path, std::string_view bytes) {
  if (write_failure_) return failure(file_error(*write_failure_, path, "injected"));
  if (is_folder(path)) return failure(file_error(FileFailure::kIsFolder, path));
  const FileKind parent = kind(parent_path(path));
  if (parent == FileKind::kMissing) return failure(file_error(FileFailure::kNotFound, path));
  if (parent != FileKind::kFolder) return failure(file_error(FileFailure::kIsNotFolder, path));
  files_[path] = bytes;
  return {};
}

Result<std::vector<std::string>> MemoryFileSystem::list(const std::string& path) const {
  if (read_failure_) return failure(file_error(*read_failure_, path, "injected"));
  const std::string folder = without_trailing_slash(path);
  if (files_.contains(folder)) return failure(file_error(FileFailure::kIsNotFolder, path));
  if (!folders_.contains(folder)) return failure(file_error(FileFailure::kNotFound, path));
  std::set<std::string> names;
  const auto add = [&](const std::string& candidate) {
    const bool is_root = candidate == "/" || candidate == ".";
    if (!is_root && parent_path(candidate) == folder) names.emplace(file_name(candidate));
  };
  for (const auto& [file, bytes] : files_) add(file);
  for (const auto& other : folders_) add(other);
  return std::vector<std::string>(names.begin(), names.end());
}

FileKind MemoryFileSystem::kind(const std::string& path) const {
  if (folders_.contains(without_trailing_slash(path))) return FileKind::kFolder;
  return files_.contains(path) ? FileKind::kFile : FileKind::kMissing;
}

Result<void> MemoryFileSystem::make_folders(const std::string& path) {
  if (write_failure_) return failure(file_error(*write_failure_, path, "injected"));
  std::set<std::string> made;
  for (std::string folder = without_trailing_slash(path); !folders_.contains(folder);
       folder = parent_path(folder)) {
    if (files_.contains(folder)) return failure(file_error(FileFailure::kIsNotFolder, path));
    made.insert(folder);
  }
  folders_.merge(made);
  return {};
}

Result<void> MemoryFileSystem::remove(const std::string& path) {
  if (write_failure_) return failure(file_error(*write_failure_, path, "injected"));
  if (is_folder(path)) return failure(file_error(FileFailure::kIsFolder, path));
  files_.erase(path);
  return {};
}

}  // namespace aplomb::base
