#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace aplomb::ui {

// A text being edited: content, caret, selection and what can be undone. Knows nothing of fonts or
// keys. Offsets are bytes and always fall between what a reader sees as characters (a code point
// with its combining marks).
class TextEdit {
 public:
  enum class Move : std::uint8_t { kLeft, kRight, kWordLeft, kWordRight, kStart, kEnd };

  // Text beyond `max_bytes` is not taken; a character is taken whole or not at all.
  TextEdit(std::string text, std::size_t max_bytes);

  const std::string& text() const { return text_; }
  std::size_t caret() const { return caret_; }
  std::size_t selection_begin() const { return caret_ < anchor_ ? caret_ : anchor_; }
  std::size_t selection_end() const { return caret_ < anchor_ ? anchor_ : caret_; }
  bool has_selection() const { return caret_ != anchor_; }
  std::string_view selected() const;

  void move(Move move, bool extend);
  void move_to(std::size_t offset, bool extend);
  void select_all();
  void select_word(std::size_t offset);

  // Replaces the selection. Control characters other than '\n' and malformed UTF-8 are dropped.
  void insert(std::string_view text);
  void erase_before();  // backspace
  void erase_after();   // delete
  void erase_word_before();
  void undo();
  void redo();

 private:
  struct Snapshot {
    std::string text;
    std::size_t caret = 0;
  };
  enum class Edit : std::uint8_t { kNone, kTyping, kErasing, kOther };

  void remember(Edit edit);
  void restore(std::vector<Snapshot>& from, std::vector<Snapshot>& to);
  void erase_selection();
  std::size_t before(std::size_t offset) const;
  std::size_t after(std::size_t offset) const;
  std::size_t word_before(std::size_t offset) const;
  std::size_t word_after(std::size_t offset) const;

  std::string text_;
  std::size_t max_bytes_;
  std::size_t caret_ = 0;
  std::size_t anchor_ = 0;
  Edit last_edit_ = Edit::kNone;
  std::vector<Snapshot> undo_;
  std::vector<Snapshot> redo_;
};

// The one field that has the caret, and what it needs to draw it.
struct ActiveEdit {
  unsigned id = 0;     // ImGui id of the field
  bool drawn = false;  // in this frame; a field that is gone gives up the caret
  TextEdit edit;
  float scroll = 0.0F;       // of a single line, pixels hidden at the left
  float wanted_x = -1.0F;    // column kept while moving up and down; negative: none
  double changed_at = -1.0;  // when the text last changed without having been reported
};

}  // namespace aplomb::ui
