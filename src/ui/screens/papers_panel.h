#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "ui/canvas.h"

namespace aplomb::ui {

// What lies on the trainee's desk: the complaint record form, the documents, the notes.
class PapersPanel {
 public:
  enum class Page : std::uint8_t { kRecord, kDocuments, kNotes };

  void draw(Canvas& canvas, const Rect& area, const app::ConversationView& view);
  void show(Page page) { page_ = page; }
  // Puts the caret where the page shown is written next: the first empty field of the form, or the
  // notes.
  void write_next() { writes_next_ = true; }
  Page page() const { return page_; }

 private:
  void draw_record(Canvas& canvas, const Rect& area, const app::ConversationView& view);
  void draw_documents(Canvas& canvas, const Rect& area, const app::ConversationView& view);
  float draw_document(Canvas& canvas, Point at, float width, const app::DocumentView& document);
  void draw_notes(Canvas& canvas, const Rect& area, const app::ConversationView& view);

  Page page_ = Page::kRecord;
  bool writes_next_ = false;
  std::set<std::string> folded_;  // documents that were read and put away
};

}  // namespace aplomb::ui
