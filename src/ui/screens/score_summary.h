#pragma once

#include "ui/canvas.h"

namespace aplomb::ui {

// The parts of a score sheet around the turns. Each returns the height used.

// Critical failures, and a word on results from an older version.
float draw_warnings(Canvas& canvas, Point at, float width, const app::ScoreSheetView& view);

// The three main dimensions large, the other three in one card.
float draw_dimensions(Canvas& canvas, Point at, float width, const app::ScoreSheetView& view);

// Score, ending and chance of keeping the customer.
float draw_ending(Canvas& canvas, Point at, float width, const app::ScoreSheetView& view);

// The record form; who talked how much.
float draw_habits(Canvas& canvas, Point at, float width, const app::ScoreSheetView& view);

}  // namespace aplomb::ui
