#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "base/result.h"

namespace aplomb::platform {

// An RGB picture, rows from top to bottom, three bytes a pixel.
struct Picture {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> pixels;
};

// Reads what was drawn last. Needs a current OpenGL context; call before the buffers are swapped.
Picture read_framebuffer(int width, int height);

// Fails with "file.unwritable"; nothing half-written stays behind.
base::Result<void> write_png(const Picture& picture, const std::filesystem::path& path);

}  // namespace aplomb::platform
