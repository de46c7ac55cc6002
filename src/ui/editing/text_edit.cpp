#include "ui/editing/text_edit.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace aplomb::ui {

namespace {

constexpr std::size_t kUndoSteps = 100;

// What one word is made of when moving by words: letters and digits of Latin text, one run of
// Chinese characters, one run of anything else.
enum class Class : std::uint8_t { kSpace, kLatin, kWide, kOther };

Class class_of(char32_t c) {
  if (c == U' ' || c == U'\n' || c == U'\t' || c == U'\u3000') return Class::kSpace;
  if ((c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') ||
      (c >= 0xC0 && c < 0x2000)) {
    return Class::kLatin;
  }
  const bool punctuation = (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF0F);
  if (base::display_width(c) == 2 && !punctuation) return Class::kWide;
  return Class::kOther;
}

std::string without_controls(std::string_view text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const base::DecodedCodePoint point = base::decode_utf8(text, at);
    at += point.length;
    const bool control = (point.value < 0x20 && point.value != U'\n') || point.value == 0x7F;
    if (!control && point.value != base::kReplacementCharacter) {
      base::append_utf8(kept, point.value);
    }
  }
  return kept;
}

}  // namespace

TextEdit::TextEdit(std::string text, std::size_t max_bytes)
    : text_(std::move(text)), max_bytes_(max_bytes) {
  caret_ = anchor_ = text_.size();
}

std::string_view TextEdit::selected() const {
  return std::string_view(text_).substr(selection_begin(), selection_end() - selection_begin());
}

std::size_t TextEdit::before(std::size_t offset) const {
  while (offset > 0) {
    --offset;
    const bool continuation = (static_cast<unsigned char>(text_[offset]) & 0xC0U) == 0x80U;
    if (continuation) continue;
    if (!base::extends_previous(base::decode_utf8(text_, offset).value)) break;
  }
  return offset;
}

std::size_t TextEdit::after(std::size_t offset) const {
  if (offset >= text_.size()) return text_.size();
  offset += base::decode_utf8(text_, offset).length;
  while (offset < text_.size()) {
    const base::DecodedCodePoint next = base::decode_utf8(text_, offset);
    if (!base::extends_previous(next.value)) break;
    offset += next.length;
  }
  return offset;
}

std::size_t TextEdit::word_before(std::size_t offset) const {
  const auto class_before = [this](std::size_t at) {
    return class_of(base::decode_utf8(text_, before(at)).value);
  };
  while (offset > 0 && class_before(offset) == Class::kSpace)
    offset = before(offset);
  if (offset == 0) return 0;
  const Class word = class_before(offset);
  while (offset > 0 && class_before(offset) == word)
    offset = before(offset);
  return offset;
}

std::size_t TextEdit::word_after(std::size_t offset) const {
  const auto class_at = [this](std::size_t at) {
    return class_of(base::decode_utf8(text_, at).value);
  };
  if (offset >= text_.size()) return text_.size();
  const Class word = class_at(offset);
  while (offset < text_.size() && class_at(offset) == word)
    offset = after(offset);
  while (offset < text_.size() && class_at(offset) == Class::kSpace)
    offset = after(offset);
  return offset;
}

void TextEdit::move(Move move, bool extend) {
  if (!extend && has_selection() && (move == Move::kLeft || move == Move::kRight)) {
    move_to(move == Move::kLeft ? selection_begin() : selection_end(), false);
    return;
  }
  switch (move) {
    case Move::kLeft:
      return move_to(before(caret_), extend);
    case Move::kRight:
      return move_to(after(caret_), extend);
    case Move::kWordLeft:
      return move_to(word_before(caret_), extend);
    case Move::kWordRight:
      return move_to(word_after(caret_), extend);
    case Move::kStart:
      return move_to(0, extend);
    case Move::kEnd:
      return move_to(text_.size(), extend);
  }
}

void TextEdit::move_to(std::size_t offset, bool extend) {
  caret_ = std::min(offset, text_.size());
  if (!extend) anchor_ = caret_;
  last_edit_ = Edit::kNone;
}

void TextEdit::select_all() {
  anchor_ = 0;
  caret_ = text_.size();
  last_edit_ = Edit::kNone;
}

void TextEdit::select_word(std::size_t offset) {
  if (text_.empty()) return;
  const std::size_t inside = std::min(offset, before(text_.size()));
  const Class word = class_of(base::decode_utf8(text_, inside).value);
  std::size_t begin = inside;
  std::size_t end = inside;
  while (begin > 0 && class_of(base::decode_utf8(text_, before(begin)).value) == word) {
    begin = before(begin);
  }
  while (end < text_.size() && class_of(base::decode_utf8(text_, end).value) == word) {
    end = after(end);
  }
  anchor_ = begin;
  caret_ = end;
  last_edit_ = Edit::kNone;
}

void TextEdit::remember(Edit edit) {
  // A run of typing or erasing is undone as one.
  const bool same_run = edit == last_edit_ && edit != Edit::kOther;
  last_edit_ = edit;
  redo_.clear();
  if (same_run) return;
  undo_.push_back({text_, caret_});
  if (undo_.size() > kUndoSteps) undo_.erase(undo_.begin());
}

void TextEdit::erase_selection() {
  const std::size_t begin = selection_begin();
  text_.erase(begin, selection_end() - begin);
  caret_ = anchor_ = begin;
}

void TextEdit::insert(std::string_view text) {
  std::string added = without_controls(text);
  const std::size_t room = max_bytes_ - std::min(max_bytes_, text_.size() - selected().size());
  while (added.size() > room) {
    std::size_t cut = added.size() - 1;
    while (cut > 0 && (static_cast<unsigned char>(added[cut]) & 0xC0U) == 0x80U)
      --cut;
    added.resize(cut);
  }
  if (added.empty() && !has_selection()) return;
  remember(has_selection() ? Edit::kOther : Edit::kTyping);
  erase_selection();
  text_.insert(caret_, added);
  caret_ = anchor_ = caret_ + added.size();
}

void TextEdit::erase_before() {
  if (!has_selection() && caret_ == 0) return;
  remember(has_selection() ? Edit::kOther : Edit::kErasing);
  if (!has_selection()) anchor_ = before(caret_);
  erase_selection();
}

void TextEdit::erase_after() {
  if (!has_selection() && caret_ == text_.size()) return;
  remember(has_selection() ? Edit::kOther : Edit::kErasing);
  if (!has_selection()) anchor_ = after(caret_);
  erase_selection();
}

void TextEdit::erase_word_before() {
  if (!has_selection() && caret_ == 0) return;
  remember(Edit::kOther);
  if (!has_selection()) anchor_ = word_before(caret_);
  erase_selection();
}

void TextEdit::restore(std::vector<Snapshot>& from, std::vector<Snapshot>& to) {
  if (from.empty()) return;
  to.push_back({text_, caret_});
  text_ = std::move(from.back().text);
  caret_ = anchor_ = std::min(from.back().caret, text_.size());
  from.pop_back();
  last_edit_ = Edit::kNone;
}

void TextEdit::undo() { restore(undo_, redo_); }
void TextEdit::redo() { restore(redo_, undo_); }

}  // namespace aplomb::ui
