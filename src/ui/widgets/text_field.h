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
  bool sends = false;       // of many lines: Enter reports `entered`, Ctrl or Shift breaks the line
  float text_size = size::kSmall;
  float free_right = 0.0F;   // pixels of the area that the text leaves free, for what is printed
  float free_bottom = 0.0F;  // there
};

struct FieldResult {
  // What the field holds differs from what was passed in, and it is time to store it: some time
  // after the last key, or when the field loses the caret.
  bool changed = false;
  // What it holds, when a key of this frame changed it: for keeping a draft.
  std::optional<std::string> draft;
  // Enter in a field of one line, which then gives up the caret, or in one that sends, which keeps
  // it and its text until the caller has done something about it.
  bool entered = false;
  bool editing = false;  // has the caret
};

// A text field. `text` is what is stored; it receives what was typed when `changed` is reported.
FieldResult text_field(Canvas& canvas, std::string_view name, const Rect& area, std::string& text,
                       const FieldOptions& options);

// What surrounds the text of a field, and how it is set.
struct FieldFrame {
  TextStyle style;
  float line_pitch = 0.0F;
  float padding_x = 0.0F;
  float padding_y = 0.0F;
};
FieldFrame field_frame(const Canvas& canvas, float text_size);

// Height of a field of one line, and of one that shows `lines` lines.
float field_height(const Canvas& canvas, int lines = 1);

}  // namespace aplomb::ui
