#pragma once

#include <span>

#include "ui/canvas.h"

namespace aplomb::ui {

// The record form against what was truly said. Returns the height used.
float draw_record_result(Canvas& canvas, Point at, float width,
                         std::span<const app::RecordResultView> record);

}  // namespace aplomb::ui
