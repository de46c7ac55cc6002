#pragma once

#include "scenario/model.h"
#include "ui/drawing/color.h"

namespace aplomb::ui {

// The colours of one customer at one heat.
struct FacePalette {
  Color skin;
  Color skin_shade;  // neck, nose, folds
  Color blush;
  Color lip;
  Color hair;
  Color hair_light;  // a gleam on it
  Color hair_dark;   // a parting in it
  Color brow;
  Color cloth;
  Color cloth_shade;
  Color cloth_light;
};

// `heat` is 0–1 and flushes the skin.
FacePalette palette_of(const scenario::Face& face, float heat);

inline constexpr Color kEyeWhite = rgb(0xFBF8F3);
inline constexpr Color kIris = rgb(0x2C221C);
inline constexpr Color kTeeth = rgb(0xFDFBF7);
inline constexpr Color kMouthInside = rgb(0x6B2A28);
inline constexpr Color kTongue = rgb(0xC66A62);
inline constexpr Color kFrame = rgb(0x3B4048);
inline constexpr Color kShirt = rgb(0xF4F1EA);

}  // namespace aplomb::ui
