#pragma once

#include "scenario/model.h"
#include "ui/face/expression.h"
#include "ui/face/palette.h"
#include "ui/face/sketch.h"

namespace aplomb::ui {

// Everything inside the outline of the head. All take the head's own sketch.
void draw_cheeks(const Sketch& sketch, const FacePalette& palette, const Expression& expression);
void draw_eyes(const Sketch& sketch, const scenario::Face& face, const FacePalette& palette,
               const Expression& expression);
void draw_brows(const Sketch& sketch, const FacePalette& palette, const Expression& expression);
void draw_nose(const Sketch& sketch, const FacePalette& palette);
void draw_mouth(const Sketch& sketch, const FacePalette& palette, const Expression& expression);
void draw_age(const Sketch& sketch, const scenario::Face& face, const FacePalette& palette,
              const Expression& expression);
void draw_beard(const Sketch& sketch, const scenario::Face& face, const FacePalette& palette,
                const Expression& expression);
void draw_glasses(const Sketch& sketch, const scenario::Face& face);

}  // namespace aplomb::ui
