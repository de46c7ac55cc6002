#include "ui/drawing/text.h"

#include <imgui.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>

#include "base/text.h"

namespace aplomb::ui {

namespace {

// The optical middle of Chinese characters and of Latin capitals above the baseline, in sizes.
constexpr float kMiddleAboveBaseline = 0.375F;

constexpr char32_t kFullWidthCharacter = U'一';
constexpr std::string_view kEllipsis = "…";
constexpr std::uint64_t kForgetAfterFrames = 4;

}  // namespace

float line_pitch(const TextStyle& style) { return std::round(style.size * style.line_height); }

std::size_t TextSetter::KeyHash::operator()(const Key& key) const {
  std::size_t hash = key.text_hash;
  for (const float part : {key.width, key.style.size, key.style.line_height}) {
    hash = hash * 31 + std::bit_cast<std::uint32_t>(part);
  }
  return hash * 2 + static_cast<std::size_t>(key.style.weight);
}

void TextSetter::begin_frame(base::Language language) {
  if (language != language_) layouts_.clear();
  language_ = language;
  std::erase_if(layouts_, [this](const auto& entry) {
    return frame_ - entry.second.last_frame >= kForgetAfterFrames;
  });
  ++frame_;
}

const ImFont& TextSetter::font(Weight weight) const {
  const Typeface& face = language_ == base::Language::kZh ? typefaces_.chinese : typefaces_.latin;
  return weight == Weight::kBold ? *face.bold : *face.regular;
}

float TextSetter::measured_ratio() const {
  // Large enough that rounding to whole pixels does not matter; the glyph itself is never made.
  constexpr float kLargeSize = 1000.0F;
  ImFontBaked* baked = typefaces_.chinese.regular->GetFontBaked(kLargeSize);
  baked->LoadNoRenderOnLayout = true;
  const float square = baked->GetCharAdvance(kFullWidthCharacter);
  return square > 0.0F ? kLargeSize / square : 1.0F;
}

float TextSetter::font_size(const TextStyle& style) const {
  if (ratio_ == 0.0F) ratio_ = measured_ratio();
  // ImGui makes glyphs for whole sizes only, and would stretch them for one in between.
  return std::round(style.size * ratio_);
}

float TextSetter::advance(char32_t code_point, const TextStyle& style) const {
  ImFontBaked* baked = const_cast<ImFont&>(font(style.weight)).GetFontBaked(font_size(style));
  return baked->GetCharAdvance(code_point);
}

float TextSetter::width(std::string_view text, const TextStyle& style) const {
  ImFontBaked* baked = const_cast<ImFont&>(font(style.weight)).GetFontBaked(font_size(style));
  float sum = 0.0F;
  for (std::size_t at = 0; at < text.size();) {
    const base::DecodedCodePoint point = base::decode_utf8(text, at);
    sum += baked->GetCharAdvance(point.value);
    at += point.length;
  }
  return sum;
}

const TextLayout& TextSetter::layout(std::string_view text, const TextStyle& style, float width) {
  const Key key{std::hash<std::string_view>()(text), width, style};
  const auto [found, fresh] = layouts_.try_emplace(key);
  Entry& entry = found->second;
  entry.last_frame = frame_;
  if (!fresh) return entry.layout;

  TextLayout& layout = entry.layout;
  layout.style = style;
  layout.line_pitch = line_pitch(style);
  ImFontBaked* baked = const_cast<ImFont&>(font(style.weight)).GetFontBaked(font_size(style));
  layout.lines = base::break_lines(
      text, width, [baked](char32_t code_point) { return baked->GetCharAdvance(code_point); });
  for (const base::LineRange& line : layout.lines) {
    layout.widths.push_back(this->width(text.substr(line.begin, line.end - line.begin), style));
    layout.width = std::max(layout.width, layout.widths.back());
  }
  return layout;
}

std::string TextSetter::shortened(std::string_view text, const TextStyle& style,
                                  float width) const {
  if (this->width(text, style) <= width) return std::string(text);
  float left = width - this->width(kEllipsis, style);
  std::size_t at = 0;
  while (at < text.size()) {
    const base::DecodedCodePoint point = base::decode_utf8(text, at);
    left -= advance(point.value, style);
    if (left < 0.0F) break;
    at += point.length;
  }
  return std::string(text.substr(0, at)) + std::string(kEllipsis);
}

void TextSetter::draw_line(Painter& painter, std::string_view text, const TextStyle& style,
                           float pitch, Point top_left, Color color) const {
  const ImFont& face = font(style.weight);
  const float size = font_size(style);
  const float ascent = const_cast<ImFont&>(face).GetFontBaked(size)->Ascent;
  const float baseline = std::round(pitch / 2 + style.size * kMiddleAboveBaseline);
  painter.text(face, size, top_left + Point{0.0F, baseline - ascent}, color, text);
}

void TextSetter::draw(Painter& painter, std::string_view text, const TextLayout& layout,
                      Point top_left, Color color, std::size_t bytes) const {
  Point at = top_left;
  for (const base::LineRange& line : layout.lines) {
    if (line.begin >= bytes) break;
    const std::size_t end = std::min(line.end, bytes);
    draw_line(painter, text.substr(line.begin, end - line.begin), layout.style, layout.line_pitch,
              at, color);
    at.y += layout.line_pitch;
  }
}

std::vector<Rect> strips_of(const TextSetter& setter, std::string_view text,
                            const TextLayout& layout, std::size_t begin, std::size_t end) {
  std::vector<Rect> strips;
  float top = 0.0F;
  for (const base::LineRange& line : layout.lines) {
    const std::size_t from = std::max(begin, line.begin);
    const std::size_t to = std::min(end, line.end);
    if (from < to) {
      const float left = setter.width(text.substr(line.begin, from - line.begin), layout.style);
      const float width = setter.width(text.substr(from, to - from), layout.style);
      strips.push_back(Rect::at({left, top}, width, layout.line_pitch));
    }
    top += layout.line_pitch;
  }
  return strips;
}

void draw_underlines(Painter& painter, const TextSetter& setter, std::string_view text,
                     const TextLayout& layout, Point top_left, std::span<const Underline> marks,
                     float thickness, std::size_t bytes) {
  // Just below the descenders, whatever the line height.
  const float below = layout.line_pitch / 2 + layout.style.size * 0.66F;
  for (const Underline& mark : marks) {
    const std::size_t end = std::min(mark.end, bytes);
    for (const Rect& strip : strips_of(setter, text, layout, mark.begin, end)) {
      const float y = std::round(top_left.y + strip.top + below);
      const Rect bar = {top_left.x + strip.left, y, top_left.x + strip.right, y + thickness};
      if (!mark.dashed) {
        painter.fill_rect(bar, mark.color);
        continue;
      }
      const float dash = thickness * 3;
      for (float x = bar.left; x < bar.right; x += dash * 1.6F) {
        painter.fill_rect({x, bar.top, std::min(x + dash, bar.right), bar.bottom}, mark.color);
      }
    }
  }
}

std::optional<std::size_t> underline_at(const TextSetter& setter, std::string_view text,
                                        const TextLayout& layout, std::span<const Underline> marks,
                                        Point at) {
  for (std::size_t i = 0; i < marks.size(); ++i) {
    for (const Rect& strip : strips_of(setter, text, layout, marks[i].begin, marks[i].end)) {
      if (strip.contains(at)) return i;
    }
  }
  return std::nullopt;
}

}  // namespace aplomb::ui
