#include "platform/screenshot.h"

#include <GLFW/glfw3.h>
#include <png.h>

#include <algorithm>
#include <cstddef>
#include <system_error>

namespace aplomb::platform {

Picture read_framebuffer(int width, int height) {
  constexpr std::size_t kChannels = 3;
  Picture picture{width, height, {}};
  const std::size_t row = static_cast<std::size_t>(width) * kChannels;
  picture.pixels.resize(row * static_cast<std::size_t>(height));
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, width, height, GL_RGB, GL_UNSIGNED_BYTE, picture.pixels.data());
  // OpenGL counts rows from the bottom.
  auto* pixels = picture.pixels.data();
  for (int top = 0, bottom = height - 1; top < bottom; ++top, --bottom) {
    std::swap_ranges(pixels + row * top, pixels + row * (top + 1), pixels + row * bottom);
  }
  return picture;
}

base::Result<void> write_png(const Picture& picture, const std::filesystem::path& path) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(picture.width);
  image.height = static_cast<png_uint_32>(picture.height);
  image.format = PNG_FORMAT_RGB;

  std::filesystem::path part = path;
  part += ".part";
  std::error_code error;
  if (png_image_write_to_file(&image, part.c_str(), 0, picture.pixels.data(), 0, nullptr) != 0) {
    std::filesystem::rename(part, path, error);
    if (!error) return {};
  }
  std::filesystem::remove(part, error);
  return base::failure("file.unwritable",
                       {"无法写入图片 " + path.string() + "。",
                        "The picture " + path.string() + " cannot be written."},
                       {"请检查文件夹是否存在、磁盘是否已满。",
                        "Check that the folder exists and the disk is not full."});
}

}  // namespace aplomb::platform
