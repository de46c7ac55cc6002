#include "platform/paths.h"

#include <array>
#include <cstdlib>
#include <system_error>

namespace aplomb::platform {

namespace fs = std::filesystem;

namespace {

std::optional<fs::path> absolute_path(const Environment& environment, const char* name) {
  std::optional<std::string> value = environment(name);
  if (!value || value->empty()) return std::nullopt;
  fs::path path(*value);
  if (!path.is_absolute()) return std::nullopt;
  return path;
}

bool is_folder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

}  // namespace

Environment process_environment() {
  return [](const char* name) -> std::optional<std::string> {
    const char* value = std::getenv(name);
    if (value == nullptr) return std::nullopt;
    return std::string(value);
  };
}

base::Result<Paths> find_paths(const Environment& environment) {
  const std::optional<fs::path> home = absolute_path(environment, "HOME");
  std::optional<fs::path> data = absolute_path(environment, "XDG_DATA_HOME");
  std::optional<fs::path> config = absolute_path(environment, "XDG_CONFIG_HOME");
  if (!data && home) data = *home / ".local" / "share";
  if (!config && home) config = *home / ".config";
  if (!data || !config) {
    return base::failure(
        "paths.no_home",
        {"不知道个人文件该放在哪里：HOME 没有设置。",
         "It is not known where your files belong: HOME is not set."},
        {"请设置 HOME，或用 --data 指定文件夹。", "Set HOME, or name a folder with --data."});
  }
  return Paths{*data / "aplomb", *config / "aplomb"};
}

base::Result<fs::path> find_shared_files(const fs::path& executable) {
  const fs::path folder = executable.parent_path();
  const std::array candidates = {
      folder.parent_path(),
      folder.parent_path() / "share" / "aplomb",
      fs::path(APLOMB_SOURCE_DIR),
      fs::path(APLOMB_INSTALL_PREFIX) / "share" / "aplomb",
  };
  for (const fs::path& candidate : candidates) {
    if (is_folder(candidate / "assets") && is_folder(candidate / "scenarios")) return candidate;
  }
  return base::failure("paths.no_assets",
                       {"找不到程序自带的 assets 和 scenarios 文件夹。",
                        "The program's own folders assets and scenarios were not found."},
                       {"请把它们放回程序旁边，或重新安装。",
                        "Put them back beside the program, or install it again."});
}

fs::path executable_path() {
  std::error_code error;
  fs::path path = fs::read_symlink("/proc/self/exe", error);
  return error ? fs::path() : path;
}

}  // namespace aplomb::platform
