#pragma once

#include <algorithm>
#include <cmath>
#include <string_view>

#include "base/text.h"
#include "ui/drawing/text.h"

namespace aplomb::ui {

// Where in a laid-out field a caret stands, and which place a point means.
struct Place {
  std::size_t line = 0;
  float x = 0.0F;
};

// A field while it is drawn: its text broken into lines, and where it starts.
struct FieldLayout {
  const TextSetter& setter;
  std::string_view text;
  const TextLayout& lines;
  Point origin;

  std::string_view line_text(std::size_t line) const {
    const base::LineRange& range = lines.lines[line];
    return text.substr(range.begin, range.end - range.begin);
  }

  Place place_of(std::size_t offset) const {
    std::size_t line = 0;
    while (line + 1 < lines.lines.size() && lines.lines[line + 1].begin <= offset)
      ++line;
    const base::LineRange& range = lines.lines[line];
    const std::size_t end = std::clamp(offset, range.begin, range.end);
    const float swallowed_spaces =
        setter.width(text.substr(end, offset - std::min(offset, end)), lines.style);
    return {line, setter.width(text.substr(range.begin, end - range.begin), lines.style) +
                      (offset > range.end ? swallowed_spaces : 0.0F)};
  }

  std::size_t offset_at(std::size_t line, float x) const {
    const base::LineRange& range = lines.lines[line];
    float here = 0.0F;
    std::size_t offset = range.begin;
    while (offset < range.end) {
      const base::DecodedCodePoint point = base::decode_utf8(text, offset);
      const float advance = setter.advance(point.value, lines.style);
      if (x < here + advance / 2) break;
      here += advance;
      offset += point.length;
    }
    return offset;
  }

  std::size_t offset_at(Point pixel) const {
    const float row = (pixel.y - origin.y) / lines.line_pitch;
    const auto last = static_cast<float>(lines.lines.size() - 1);
    const auto line = static_cast<std::size_t>(std::clamp(std::floor(row), 0.0F, last));
    return offset_at(line, pixel.x - origin.x);
  }
};

}  // namespace aplomb::ui
