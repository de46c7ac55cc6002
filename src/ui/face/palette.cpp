#include "ui/face/palette.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace aplomb::ui {

namespace {

constexpr std::array kSkin = {rgb(0xF7DECB), rgb(0xF0C9AB), rgb(0xE2B08B),
                              rgb(0xC68D65), rgb(0x9C6845), rgb(0x734A33)};

// In the order of scenario::HairColor and scenario::Clothing.
constexpr std::array kHair = {rgb(0x2E2A28), rgb(0x5B4030), rgb(0x8F8F8D),
                              rgb(0xDAD7D0), rgb(0x8B4A2E), rgb(0xCFA862)};
constexpr std::array kCloth = {rgb(0x3A827B), rgb(0x3A4C73), rgb(0xC2923F), rgb(0x80506F),
                               rgb(0x7E858E), rgb(0x66895E), rgb(0xAD5E46), rgb(0xC7B18D)};

constexpr Color kBlack = rgb(0x000000);
constexpr Color kWhite = rgb(0xFFFFFF);

bool is_pale(scenario::HairColor color) {
  return color == scenario::HairColor::kWhite || color == scenario::HairColor::kBlonde ||
         color == scenario::HairColor::kGrey;
}

}  // namespace

FacePalette palette_of(const scenario::Face& face, float heat) {
  FacePalette palette;
  const Color skin = kSkin.at(static_cast<std::size_t>(std::clamp(face.skin, 1, 6) - 1));
  const Color flush = mix(skin, rgb(0xD4553C), 0.5F);
  palette.skin = mix(skin, flush, 0.34F * heat * heat);
  palette.skin_shade = mix(palette.skin, rgb(0x7A3B2A), 0.24F);
  palette.blush = mix(skin, rgb(0xD8483A), 0.7F);
  palette.lip = mix(palette.skin, rgb(0x8C3230), 0.62F);
  palette.hair = kHair.at(static_cast<std::size_t>(face.hair_color));
  palette.hair_light = mix(palette.hair, kWhite, 0.13F);
  palette.hair_dark = mix(palette.hair, kBlack, 0.22F);
  palette.brow = mix(palette.hair, kBlack, is_pale(face.hair_color) ? 0.38F : 0.1F);
  palette.cloth = kCloth.at(static_cast<std::size_t>(face.clothing));
  palette.cloth_shade = mix(palette.cloth, kBlack, 0.18F);
  palette.cloth_light = mix(palette.cloth, kWhite, 0.16F);
  return palette;
}

}  // namespace aplomb::ui
