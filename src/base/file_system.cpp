#include "base/file_system.h"

#include <fmt/format.h>

namespace aplomb::base {

Error file_error(FileFailure failure, std::string_view path, std::string_view detail) {
  const auto about = [path](std::string_view pattern) {
    return fmt::format(fmt::runtime(pattern), path);
  };
  switch (failure) {
    case FileFailure::kNotFound:
      return {"file.not_found",
              {about("找不到“{}”。"), about("There is no \"{}\".")},
              {"检查路径有没有写错，再试一次。", "Check the path and try again."}};
    case FileFailure::kExists:
      return {"file.exists",
              {about("“{}”已被别的文件或文件夹占用。"), about("Something else has the name \"{}\".")},
              {"换一个名称，或先把原来的移开。", "Choose another name, or move what is there."}};
    case FileFailure::kIsFolder:
      return {"file.is_folder",
              {about("“{}”是文件夹，这里需要文件。"),
               about("\"{}\" is a folder; a file is needed here.")},
              {"请写出文件夹里具体的文件名。", "Name a file inside the folder."}};
    case FileFailure::kIsNotFolder:
      return {"file.is_not_folder",
              {about("“{}”不是文件夹，这里需要文件夹。"),
               about("\"{}\" is not a folder; a folder is needed here.")},
              {"请换成文件夹的路径。", "Give the path of a folder."}};
    case FileFailure::kNoPermission:
      return {"file.no_permission",
              {about("没有权限使用“{}”。"), about("No permission to use \"{}\".")},
              {"换一个位置，或修改它的访问权限。", "Choose another place, or change its permissions."}};
    case FileFailure::kTooLarge:
      return {"file.too_large",
              {fmt::format("“{}”超过了 {} 的上限。", path, detail),
               fmt::format("\"{}\" is larger than the limit of {}.", path, detail)},
              {"请检查是不是选错了文件，或把它拆小。",
               "Check that it is the right file, or split it into smaller ones."}};
    case FileFailure::kDiskFull:
      return {"file.disk_full",
              {about("磁盘已满，“{}”没有保存，原来的内容没有变。"),
               about("The disk is full: \"{}\" was not saved; what it held before is unchanged.")},
              {"清出一些空间，再保存一次。", "Free some space, then save again."}};
    case FileFailure::kFailed:
      break;
  }
  return {"file.failed",
          {fmt::format("无法使用“{}”：{}。", path, detail),
           fmt::format("Cannot use \"{}\": {}.", path, detail)},
          {"检查磁盘是否可用，再试一次。", "Check that the disk is available and try again."}};
}

std::string format_bytes(std::size_t bytes) {
  static constexpr std::string_view kUnits[] = {"B", "KiB", "MiB", "GiB"};
  auto amount = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (; amount >= 1024 && unit + 1 < std::size(kUnits); ++unit) amount /= 1024;
  return fmt::format("{:.4g} {}", amount, kUnits[unit]);
}

std::string join_path(std::string_view folder, std::string_view name) {
  if (folder.empty()) return std::string(name);
  std::string path(folder);
  if (path.back() != '/') path += '/';
  path += name;
  return path;
}

std::string parent_path(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return ".";
  return std::string(path.substr(0, slash == 0 ? 1 : slash));
}

std::string_view file_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace aplomb::base
