#pragma once

#include "ui/canvas.h"
#include "ui/screens/customer_panel.h"
#include "ui/screens/papers_panel.h"
#include "ui/screens/reply_panel.h"
#include "ui/screens/top_bar.h"
#include "ui/screens/transcript.h"

namespace aplomb::ui {

// The conversation: the customer at the left, what is said and what can be said in the middle, the
// papers at the right. In a narrow window or with large text the customer becomes a strip and the
// papers take their place when they are asked for.
class ConversationScreen {
 public:
  TopBarText bar_text(const Canvas& canvas, const app::ConversationView& view) const;
  void draw(Canvas& canvas, const Rect& window, const Rect& bar, const app::ConversationView& view);

 private:
  void draw_bar(Canvas& canvas, Rect bar, const app::ConversationView& view, bool papers_fit);
  void draw_middle(Canvas& canvas, const Rect& area, const app::ConversationView& view);
  void take_keys(Canvas& canvas, const app::ConversationView& view, bool papers_fit);

  CustomerPanel customer_;
  Transcript transcript_;
  ReplyPanel replies_;
  PapersPanel papers_;
  bool papers_open_ = false;  // where they do not fit beside the rest
};

}  // namespace aplomb::ui
