#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/language.h"
#include "base/line_breaking.h"
#include "ui/drawing/painter.h"

namespace aplomb::ui {

enum class Weight : std::uint8_t { kRegular, kBold };

// Two weights of one typeface. Not owned.
struct Typeface {
  ImFont* regular = nullptr;
  ImFont* bold = nullptr;
};

// The typeface for each language; they differ in the form of punctuation.
struct Typefaces {
  Typeface chinese;
  Typeface latin;
};

// How a run of text looks. `size` is the height of a Chinese character in pixels, already scaled.
struct TextStyle {
  float size = 16.0F;
  Weight weight = Weight::kRegular;
  float line_height = 1.6F;  // in sizes

  bool operator==(const TextStyle&) const = default;
};

// A text broken into lines for one width and style.
struct TextLayout {
  TextStyle style;
  std::vector<base::LineRange> lines;
  std::vector<float> widths;  // of each line
  float width = 0.0F;         // of the widest line
  float line_pitch = 0.0F;    // whole pixels from one line to the next

  float height() const { return line_pitch * static_cast<float>(lines.size()); }
};

// Measures and breaks text, and remembers the result as long as it is used every frame.
class TextSetter {
 public:
  explicit TextSetter(const Typefaces& typefaces) : typefaces_(typefaces) {}

  void begin_frame(base::Language language);

  // Width of one unbroken line.
  float width(std::string_view text, const TextStyle& style) const;
  float advance(char32_t code_point, const TextStyle& style) const;

  // Valid until the next begin_frame().
  const TextLayout& layout(std::string_view text, const TextStyle& style, float width);

  // As much of one line as fits, with an ellipsis where something was left out.
  std::string shortened(std::string_view text, const TextStyle& style, float width) const;

  // Draws one line, centred in a strip of `line_pitch` pixels that starts at `top_left`.
  void draw_line(Painter& painter, std::string_view text, const TextStyle& style, float line_pitch,
                 Point top_left, Color color) const;

  // Draws the first `bytes` bytes of a laid-out text.
  void draw(Painter& painter, std::string_view text, const TextLayout& layout, Point top_left,
            Color color, std::size_t bytes = std::string_view::npos) const;

  const ImFont& font(Weight weight) const;
  // ImGui sizes a font by ascent plus descent; the design sizes it by the character's square.
  float font_size(const TextStyle& style) const;

 private:
  struct Key {
    std::size_t text_hash = 0;
    float width = 0.0F;
    TextStyle style;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const;
  };
  struct Entry {
    TextLayout layout;
    std::uint64_t last_frame = 0;
  };

  float measured_ratio() const;

  Typefaces typefaces_;
  base::Language language_ = base::Language::kZh;
  mutable float ratio_ = 0.0F;  // ImGui's size over the design's; 0 until first measured
  std::unordered_map<Key, Entry, KeyHash> layouts_;
  std::uint64_t frame_ = 0;
};

float line_pitch(const TextStyle& style);

// Words within a text that are marked with a line under them.
struct Underline {
  std::size_t begin = 0;  // bytes
  std::size_t end = 0;
  Color color;
  bool dashed = false;
};

// The strips that bytes [begin, end) of a laid-out text cover, one for each line they touch,
// relative to the text's top left.
std::vector<Rect> strips_of(const TextSetter& setter, std::string_view text,
                            const TextLayout& layout, std::size_t begin, std::size_t end);

// Draws the lines under the words; `thickness` in pixels. Words beyond `bytes` are not marked yet.
void draw_underlines(Painter& painter, const TextSetter& setter, std::string_view text,
                     const TextLayout& layout, Point top_left, std::span<const Underline> marks,
                     float thickness, std::size_t bytes = std::string_view::npos);

// Which of the marks is under a point given relative to the text's top left.
std::optional<std::size_t> underline_at(const TextSetter& setter, std::string_view text,
                                        const TextLayout& layout, std::span<const Underline> marks,
                                        Point at);

}  // namespace aplomb::ui
