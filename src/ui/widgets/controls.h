#pragma once

#include <span>
#include <string>
#include <string_view>

#include "ui/canvas.h"

namespace aplomb::ui {

enum class ButtonKind {
  kPrimary,  // the one thing to do next
  kPlain,    // outlined
  kBare,     // text alone until the pointer is over it
};

struct ButtonText {
  std::string_view label;
  std::string_view key;  // the key that does the same, printed after the label; may be empty
};

// Width that the button wants for its text.
float button_width(const Canvas& canvas, const ButtonText& text,
                   ButtonKind kind = ButtonKind::kPlain);
float button_height(const Canvas& canvas);

// A pill. True when pressed.
bool button(Canvas& canvas, std::string_view name, const Rect& area, const ButtonText& text,
            ButtonKind kind = ButtonKind::kPlain, bool chosen = false);

// As button(), placed with its right edge (or left edge) at `x` and centred on `middle`; `x` then
// moves past it and a gap.
bool button_leftwards(Canvas& canvas, std::string_view name, float& x, float middle,
                      const ButtonText& text, ButtonKind kind = ButtonKind::kPlain);
bool button_rightwards(Canvas& canvas, std::string_view name, float& x, float middle,
                       const ButtonText& text, ButtonKind kind = ButtonKind::kPlain,
                       bool chosen = false);

// White, rounded, hairline outline.
void card(Canvas& canvas, const Rect& area);

// A card that can be pressed; its outline answers to pointer and keyboard.
Touch card_button(Canvas& canvas, std::string_view name, const Rect& area);

// A small rounded square with a key in it.
void key_cap(Canvas& canvas, Point top_left, std::string_view key);
float key_cap_size(const Canvas& canvas);

// A small filled pill with words. Returns its width.
float tag(Canvas& canvas, Point top_left, std::string_view text);
float tag_height(const Canvas& canvas);

// Kind, type and difficulty of a scenario as tags, in as many rows as it takes. Returns the height.
float scenario_tags(Canvas& canvas, Point top_left, float width, const app::ScenarioCardView& card,
                    bool draw = true);

// A bar of 0–100, easing to its value. `mark`, if not negative, is a tick on it.
void bar(Canvas& canvas, std::string_view name, const Rect& area, float value, Color color);

struct Tab {
  std::string_view name;
  std::string label;
  std::string_view key;
};

// A row of tabs with a line below; returns the index of the chosen one, which may have changed.
std::size_t tabs(Canvas& canvas, const Rect& area, std::span<const Tab> tabs, std::size_t chosen);

// One of a few, side by side in one outline. Returns the index chosen now.
std::size_t segments(Canvas& canvas, std::string_view name, const Rect& area,
                     std::span<const std::string_view> labels, std::size_t chosen);

}  // namespace aplomb::ui
