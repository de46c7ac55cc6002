#pragma once

#include <span>
#include <string_view>

#include "ui/canvas.h"

namespace aplomb::ui {

// Lines under the words that showed something, in the colour of their dimension; dashed under what
// made it worse. The words under the pointer are tinted, and a card beside them says why.
void draw_evidence(Canvas& canvas, std::string_view text, const TextLayout& layout, Point top_left,
                   std::span<const app::EvidenceView> evidence);

// A dot for what was shown, a cross for what made it worse.
void behaviour_mark(Canvas& canvas, Point center, const app::BehaviourView& behaviour);
Color behaviour_color(const Theme& theme, const app::BehaviourView& behaviour);

// The behaviours of one utterance side by side, in as many rows as it takes, from the right edge
// or from the left. Returns the height.
float behaviour_row(Canvas& canvas, Point at, float width,
                    std::span<const app::BehaviourView> behaviours, bool from_right, bool draw);

}  // namespace aplomb::ui
