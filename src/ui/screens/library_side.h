#pragma once

#include "ui/canvas.h"

namespace aplomb::ui {

// Beside the cards: what was left unfinished, the latest results, files that could not be read.
// Returns the height used.
float draw_library_side(Canvas& canvas, Point at, float width, const app::LibraryView& view);

}  // namespace aplomb::ui
