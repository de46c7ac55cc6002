#pragma once

#include "scenario/model.h"
#include "ui/drawing/painter.h"
#include "ui/drawing/theme.h"
#include "ui/face/expression.h"

namespace aplomb::ui {

// Draws a customer's portrait in a circle: head, hair, clothing from the persona, and the
// expression of the moment. Small portraits (radius under about 40 pixels) leave out what would
// only smear. The colour behind the head follows Expression::heat.
void draw_face(Painter& painter, const Theme& theme, Point center, float radius,
               const scenario::Face& face, const Expression& expression);

}  // namespace aplomb::ui
