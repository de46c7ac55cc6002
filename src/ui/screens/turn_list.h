#pragma once

#include <optional>

#include "ui/canvas.h"

namespace aplomb::ui {

// Every turn: what the customer had said, what the trainee said or did with the words that count
// underlined, what those words showed and what they answer, what was missed and which reply would
// have shown it.
class TurnList {
 public:
  struct Drawn {
    float height = 0.0F;
    std::optional<float> chosen_top;  // window position of the chosen turn
    std::optional<int> pressed;       // turn pressed in this frame
  };

  Drawn draw(Canvas& canvas, Point at, float width, const app::ScoreSheetView& view,
             std::optional<int> chosen);
};

}  // namespace aplomb::ui
