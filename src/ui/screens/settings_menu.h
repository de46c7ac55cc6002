#pragma once

#include "ui/canvas.h"

namespace aplomb::ui {

// A button "Aa", placed leftwards from `x`, and the card under it: text size, light or dark,
// motion.
void settings_menu(Canvas& canvas, float& x, float middle, const app::View& view);

// Ctrl with plus, minus and 0 change the text size on any screen.
void take_text_size_keys(Canvas& canvas, const app::Settings& settings);

}  // namespace aplomb::ui
