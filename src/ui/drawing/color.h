#pragma once

#include <cmath>
#include <cstdint>

namespace aplomb::ui {

// sRGB with straight alpha.
struct Color {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  std::uint8_t alpha = 255;

  bool operator==(const Color&) const = default;

  // `share` of this colour's own opacity, 0–1.
  Color faded(float share) const {
    Color result = *this;
    result.alpha = static_cast<std::uint8_t>(std::lround(static_cast<float>(alpha) * share));
    return result;
  }
};

// 0xRRGGBB, as the design writes its colours.
constexpr Color rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16U), static_cast<std::uint8_t>(hex >> 8U),
          static_cast<std::uint8_t>(hex), 255};
}

// The colour `share` (0–1) of the way from one to the other.
inline Color mix(Color from, Color to, float share) {
  const auto channel = [share](std::uint8_t a, std::uint8_t b) {
    return static_cast<std::uint8_t>(std::lround(
        static_cast<float>(a) + (static_cast<float>(b) - static_cast<float>(a)) * share));
  };
  return {channel(from.red, to.red), channel(from.green, to.green), channel(from.blue, to.blue),
          channel(from.alpha, to.alpha)};
}

}  // namespace aplomb::ui
