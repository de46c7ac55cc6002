#pragma once

#include <cstdint>

#include "ui/canvas.h"
#include "ui/screens/reply_box.h"

namespace aplomb::ui {

// What the trainee can do now: the replies as cards with their number keys, the box for own words,
// the other acts, or what works while somebody is still speaking.
class ReplyPanel {
 public:
  // How high draw() wants its area, at most `limit`; beyond that it scrolls.
  float wanted_height(Canvas& canvas, float width, const app::ConversationView& view) const;
  void draw(Canvas& canvas, const Rect& area, const app::ConversationView& view);
  // Number and letter keys. Returns true when one did something.
  void take_keys(Canvas& canvas, const app::ConversationView& view);

 private:
  enum class Showing : std::uint8_t { kNothing, kSpeaking, kReplies, kBox, kEnded };

  void draw_speaking_row(Canvas& canvas, const Rect& row, const app::ConversationView& view);
  void draw_ended_row(Canvas& canvas, const Rect& row, const app::ConversationView& view);
  void draw_replies(Canvas& canvas, const Rect& area, const app::ConversationView& view,
                    bool takes_keyboard);
  // Puts the keyboard on the item just drawn when this is newly shown, unless somebody is typing.
  void focus_if_new(Canvas& canvas, Showing showing, int turn);

  ReplyBox box_;
  Showing focused_ = Showing::kNothing;  // what the keyboard was last put on, and in which turn
  int focused_turn_ = 0;
};

}  // namespace aplomb::ui
