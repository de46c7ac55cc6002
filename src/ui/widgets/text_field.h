#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ui/canvas.h"

namespace aplomb::ui {

struct FieldOptions {
  bool many_lines = false;
  std::string_view hint;  // shown while the field is empty
  std::size_t max_bytes = 2000;
  bool take_focus = false;  // put the caret here in this frame
};

struct FieldResult {
  // What the field holds differs from what was passed in, and it is time to store it: some time
  // after the last key, or when the field loses the caret.
  bool changed = false;
  // What it holds, when a key of this frame changed it: for keeping a draft.
  std::optional<std::string> draft;
  bool entered = false;  // Enter in a field of one line
  bool editing = false;  // has the caret
};

// A text field. `text` is what is stored; it receives what was typed when `changed` is reported.
FieldResult text_field(Canvas& canvas, std::string_view name, const Rect& area, std::string& text,
                       const FieldOptions& options);

// Height of a field of one line, and of one that shows `lines` lines.
float field_height(const Canvas& canvas, int lines = 1);

}  // namespace aplomb::ui
