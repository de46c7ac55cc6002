#pragma once

#include <vector>

#include "scenario/model.h"
#include "ui/face/palette.h"
#include "ui/face/sketch.h"

namespace aplomb::ui {

// The outline of the head without hair, clockwise from the crown.
std::vector<Point> head_outline(scenario::FaceShape shape);

// How low the chin is.
float chin_of(scenario::FaceShape shape);

// Neck, shoulders and what is worn; stays still when the head turns.
void draw_body(const Sketch& sketch, const scenario::Face& face, const FacePalette& palette);

// Ears and head, in the head's own sketch.
void draw_head(const Sketch& sketch, const scenario::Face& face, const FacePalette& palette);

}  // namespace aplomb::ui
