#pragma once

#include <span>

#include "ui/canvas.h"

namespace aplomb::ui {

// A label, the value with an arrow and the change since the last input, and a bar of 0–100.
// Returns the height used.
float meter(Canvas& canvas, Point top_left, float width, const app::MeterView& meter);
float meter_height(const Canvas& canvas);

// The stages of the conversation, the present one filled. Falls back to the present stage and its
// number where there is no room for all.
void stage_trail(Canvas& canvas, const Rect& area, std::span<const app::StageView> stages);

}  // namespace aplomb::ui
