#pragma once

#include <string>

#include "app/view.h"
#include "platform/window.h"
#include "ui/drawing/text.h"
#include "ui/drawing/theme.h"

namespace aplomb::gallery {

// Faces with every emotion, hair and age, in the given theme. `variant`: large, cast, or a grid.
void draw_faces_page(ui::Painter& painter, ui::TextSetter& setter, const platform::FrameArea& area,
                     app::ThemeChoice theme_choice, const std::string& variant);

}  // namespace aplomb::gallery
