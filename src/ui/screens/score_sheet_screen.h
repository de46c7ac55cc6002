#pragma once

#include <optional>

#include "ui/canvas.h"
#include "ui/screens/score_summary.h"
#include "ui/screens/top_bar.h"
#include "ui/screens/turn_list.h"

namespace aplomb::ui {

// How it went: the six dimensions, how heat and trust moved, every turn with the words that earned
// something and what would have earned more, the ending, and the record form.
class ScoreSheetScreen {
 public:
  TopBarText bar_text(const Canvas& canvas, const app::ScoreSheetView& view) const;
  void draw(Canvas& canvas, const Rect& window, const Rect& bar, const app::ScoreSheetView& view);

 private:
  void draw_bar(Canvas& canvas, const Rect& bar, const app::ScoreSheetView& view);
  float draw_main(Canvas& canvas, Point at, float width, const app::ScoreSheetView& view);

  TurnList turns_;
  std::optional<int> chosen_turn_;
  float scroll_to_ = -1.0F;  // window position of the chosen turn, to be brought into view
  bool settled_ = false;
};

}  // namespace aplomb::ui
