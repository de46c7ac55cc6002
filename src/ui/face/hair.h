#pragma once

#include "scenario/model.h"
#include "ui/face/palette.h"
#include "ui/face/sketch.h"

namespace aplomb::ui {

// What lies behind neck and shoulders, then what frames the face. Both take the head's own sketch.
void draw_hair_behind(const Sketch& sketch, const scenario::Face& face, const FacePalette& palette);
void draw_hair_in_front(const Sketch& sketch, const scenario::Face& face,
                        const FacePalette& palette);

}  // namespace aplomb::ui
