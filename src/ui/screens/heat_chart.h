#pragma once

#include <optional>

#include "ui/canvas.h"

namespace aplomb::ui {

// Heat (solid) and trust (dashed) from the start through every turn. Returns the turn that was
// pressed in this frame.
std::optional<int> heat_chart(Canvas& canvas, const Rect& area, const app::ScoreSheetView& view,
                              std::optional<int> chosen);
float heat_chart_height(const Canvas& canvas);

}  // namespace aplomb::ui
