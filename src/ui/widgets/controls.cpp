#include "ui/widgets/controls.h"

#include <imgui.h>

#include <algorithm>

namespace aplomb::ui {

namespace {

constexpr float kButtonHeight = 34.0F;
constexpr float kButtonPadding = 14.0F;
constexpr float kKeyGap = 7.0F;
constexpr float kButtonGap = 10.0F;
constexpr float kTagHeight = 22.0F;
constexpr float kTagPadding = 9.0F;

// Eased with the pointer, so that nothing jumps under it.
float hover_share(Canvas& canvas, std::string_view name, const Touch& touch) {
  ImGui::PushID("hover");
  const float share = canvas.eased(name, touch.hovered || touch.held ? 1.0F : 0.0F, 0.12F);
  ImGui::PopID();
  return share;
}

struct ButtonColors {
  Color fill;
  Color outline;
  Color label;
  Color key;
};

ButtonColors button_colors(const Theme& theme, ButtonKind kind, bool chosen, float hover) {
  const Color none = theme.surface.faded(0.0F);
  switch (kind) {
    case ButtonKind::kPrimary:
      return {mix(theme.accent, theme.ink, 0.12F * hover), none, theme.on_accent,
              theme.on_accent.faded(0.8F)};
    case ButtonKind::kPlain:
      break;
    case ButtonKind::kBare:
      return {theme.ink.faded(0.07F * hover), none, theme.quiet, theme.faint};
  }
  if (chosen) return {theme.accent_soft, theme.accent, theme.accent, theme.accent};
  return {mix(theme.surface, theme.chip, 0.7F * hover), theme.edge, theme.ink, theme.quiet};
}

TextStyle label_style(const Canvas& canvas, ButtonKind kind, bool chosen) {
  const bool bold = kind == ButtonKind::kPrimary || chosen;
  return canvas.style(size::kSmall, bold ? Weight::kBold : Weight::kRegular);
}

}  // namespace

float button_height(const Canvas& canvas) { return canvas.px(kButtonHeight); }

float button_width(const Canvas& canvas, const ButtonText& text, ButtonKind kind) {
  const TextStyle key = canvas.style(size::kSmall);
  const TextStyle label = label_style(canvas, kind, false);
  float width = canvas.width_of(text.label, label) + 2 * canvas.px(kButtonPadding);
  if (!text.key.empty()) width += canvas.px(kKeyGap) + canvas.width_of(text.key, key);
  return std::ceil(std::max(width, button_height(canvas)));
}

bool button(Canvas& canvas, std::string_view name, const Rect& area, const ButtonText& text,
            ButtonKind kind, bool chosen) {
  const Touch touch = canvas.touch(name, area);
  const float hover = hover_share(canvas, name, touch);
  const ButtonColors colors = button_colors(canvas.theme(), kind, chosen, hover);
  const float radius = area.height() / 2;
  Painter painter = canvas.painter();
  painter.fill_rect(area, colors.fill, radius);
  if (colors.outline.alpha > 0) {
    painter.outline_rect(area, colors.outline, radius, canvas.px(size::kHairline));
  }
  const TextStyle style = label_style(canvas, kind, chosen);
  const TextStyle key_style = canvas.style(size::kSmall);
  const float key_width =
      text.key.empty() ? 0.0F : canvas.px(kKeyGap) + canvas.width_of(text.key, key_style);
  const float padding = std::min(canvas.px(kButtonPadding), area.height() / 2);
  const Rect inside = area.inset(padding, 0);
  const std::string label =
      canvas.setter().shortened(text.label, style, inside.width() - key_width + 1.0F);
  const float label_width = canvas.width_of(label, style);
  const float left = inside.left + std::max(0.0F, (inside.width() - label_width - key_width) / 2);
  canvas.line({left, area.top}, label, style, colors.label, area.height());
  if (!text.key.empty()) {
    canvas.line({left + label_width + canvas.px(kKeyGap), area.top}, text.key, key_style,
                colors.key, area.height());
  }
  if (touch.focused) {
    const float away = canvas.px(kind == ButtonKind::kPrimary ? 4.0F : 2.0F);
    canvas.focus_ring(area.inset(-away), radius + away);
  }
  return touch.pressed;
}

bool button_leftwards(Canvas& canvas, std::string_view name, float& x, float middle,
                      const ButtonText& text, ButtonKind kind) {
  const float width = button_width(canvas, text, kind);
  const float height = button_height(canvas);
  const Rect area = Rect::at({x - width, std::round(middle - height / 2)}, width, height);
  x = area.left - canvas.px(kButtonGap);
  return button(canvas, name, area, text, kind);
}

bool button_rightwards(Canvas& canvas, std::string_view name, float& x, float middle,
                       const ButtonText& text, ButtonKind kind, bool chosen) {
  const float width = button_width(canvas, text, kind);
  const float height = button_height(canvas);
  const Rect area = Rect::at({x, std::round(middle - height / 2)}, width, height);
  x = area.right + canvas.px(kButtonGap);
  return button(canvas, name, area, text, kind, chosen);
}

void card(Canvas& canvas, const Rect& area) {
  Painter painter = canvas.painter();
  const float radius = canvas.px(size::kCardRadius);
  painter.fill_rect(area, canvas.theme().surface, radius);
  painter.outline_rect(area, canvas.theme().line, radius, canvas.px(size::kHairline));
}

Touch card_button(Canvas& canvas, std::string_view name, const Rect& area) {
  const Touch touch = canvas.touch(name, area);
  const float hover = hover_share(canvas, name, touch);
  const Theme& theme = canvas.theme();
  const float radius = canvas.px(size::kCardRadius);
  Painter painter = canvas.painter();
  painter.fill_rect(area, theme.surface, radius);
  painter.outline_rect(area, mix(theme.line, theme.accent, 0.75F * hover), radius,
                       canvas.px(size::kHairline));
  if (touch.focused) canvas.focus_ring(area, radius);
  return touch;
}

float key_cap_size(const Canvas& canvas) { return canvas.px(24.0F); }

void key_cap(Canvas& canvas, Point top_left, std::string_view key) {
  const TextStyle style = canvas.style(size::kQuiet, Weight::kBold);
  const float height = key_cap_size(canvas);
  const float width = std::max(height, canvas.width_of(key, style) + 2 * canvas.px(7.0F));
  const Rect area = Rect::at(top_left, width, height);
  canvas.painter().fill_rect(area, canvas.theme().chip, canvas.px(6.0F));
  canvas.line_in(area, key, style, canvas.theme().quiet, 0.5F);
}

float tag_height(const Canvas& canvas) { return canvas.px(kTagHeight); }

namespace {

constexpr int kDifficulties = 5;
constexpr float kDotPitch = 12.0F;
constexpr float kDotPadding = 10.0F;
constexpr float kDotSize = 9.0F;

float tag_width(const Canvas& canvas, std::string_view text) {
  return std::ceil(canvas.width_of(text, canvas.style(size::kQuiet))) + 2 * canvas.px(kTagPadding);
}

float difficulty_width(const Canvas& canvas) {
  return 2 * canvas.px(kDotPadding) + canvas.px(kDotPitch) * (kDifficulties - 1) +
         canvas.px(kDotSize);
}

// Five dots, `level` of them full.
void difficulty_tag(Canvas& canvas, Point top_left, int level) {
  const Rect area = Rect::at(top_left, difficulty_width(canvas), tag_height(canvas));
  Painter painter = canvas.painter();
  painter.fill_rect(area, canvas.theme().chip, area.height() / 2);
  const Color full = canvas.theme().quiet;
  for (int i = 0; i < kDifficulties; ++i) {
    const Point center = {area.left + canvas.px(kDotPadding) + canvas.px(kDotSize / 2) +
                              canvas.px(kDotPitch) * static_cast<float>(i),
                          area.center().y};
    if (i < level) {
      painter.fill_circle(center, canvas.scale() * 4.6F, full);
    } else {
      painter.outline_circle(center, canvas.scale() * 4.1F, full.faded(0.6F),
                             canvas.px(size::kHairline));
    }
  }
}

}  // namespace

float tag(Canvas& canvas, Point top_left, std::string_view text) {
  const Rect area = Rect::at(top_left, tag_width(canvas, text), tag_height(canvas));
  canvas.painter().fill_rect(area, canvas.theme().chip, area.height() / 2);
  canvas.line({area.left + canvas.px(kTagPadding), area.top}, text, canvas.style(size::kQuiet),
              canvas.theme().ink, area.height());
  return area.width();
}

float scenario_tags(Canvas& canvas, Point top_left, float width, const app::ScenarioCardView& card,
                    bool draw) {
  const float gap = canvas.px(6.0F);
  Point at = top_left;
  const auto place = [&](float wanted) {
    if (at.x > top_left.x && at.x + wanted > top_left.x + width) {
      at = {top_left.x, at.y + tag_height(canvas) + gap};
    }
    const Point here = at;
    at.x += wanted + gap;
    return here;
  };
  const auto place_text = [&](std::string_view text) {
    const Point here = place(tag_width(canvas, text));
    if (draw) tag(canvas, here, text);
  };
  place_text(i18n::name("kind", scenario::id_of(card.kind), canvas.language()));
  const Point dots = place(difficulty_width(canvas));
  if (draw) difficulty_tag(canvas, dots, card.difficulty);
  place_text(i18n::name("type", scenario::id_of(card.type), canvas.language()));
  return at.y + tag_height(canvas) - top_left.y;
}

void bar(Canvas& canvas, std::string_view name, const Rect& area, float value, Color color) {
  Painter painter = canvas.painter();
  const float radius = area.height() / 2;
  painter.fill_rect(area, canvas.theme().track, radius);
  const float shown = canvas.eased(name, std::clamp(value, 0.0F, 100.0F), 0.18F);
  const float width = area.width() * shown / 100.0F;
  if (width < 1.0F) return;
  painter.fill_rect(Rect::at(area.corner(), std::max(width, area.height()), area.height()), color,
                    radius);
}

std::size_t tabs(Canvas& canvas, const Rect& area, std::span<const Tab> tabs, std::size_t chosen) {
  Painter painter = canvas.painter();
  const float hairline = canvas.px(size::kHairline);
  painter.fill_rect({area.left, area.bottom - hairline, area.right, area.bottom},
                    canvas.theme().line);
  float x = area.left;
  for (std::size_t i = 0; i < tabs.size(); ++i) {
    const bool on = i == chosen;
    const TextStyle style = canvas.style(size::kSmall, on ? Weight::kBold : Weight::kRegular);
    const TextStyle key_style = canvas.style(size::kQuiet);
    const float label_width = canvas.width_of(tabs[i].label, style);
    const float width = label_width + canvas.px(7.0F + 18.0F);
    const Rect spot = {x, area.top, x + width, area.bottom};
    const Touch touch = canvas.touch(tabs[i].name, spot.inset(-canvas.px(6.0F), 0));
    const Color color = on || touch.hovered ? canvas.theme().ink : canvas.theme().quiet;
    const float pitch = area.height() - canvas.px(4.0F);
    canvas.line(spot.corner(), tabs[i].label, style, color, pitch);
    const float cap = canvas.px(18.0F);
    const Rect box = Rect::at(
        {x + label_width + canvas.px(7.0F), std::round(area.top + (pitch - cap) / 2)}, cap, cap);
    painter.fill_rect(box, canvas.theme().chip, canvas.px(5.0F));
    canvas.line_in(box, tabs[i].key, key_style, canvas.theme().quiet, 0.5F);
    if (on) {
      painter.fill_rect({x, area.bottom - canvas.px(2.0F), x + width, area.bottom},
                        canvas.theme().accent);
    }
    if (touch.focused) {
      canvas.focus_ring(spot.inset(-canvas.px(6.0F), 0), canvas.px(size::kFieldRadius));
    }
    if (touch.pressed) chosen = i;
    x += width + canvas.px(20.0F);
  }
  return chosen;
}

std::size_t segments(Canvas& canvas, std::string_view name, const Rect& area,
                     std::span<const std::string_view> labels, std::size_t chosen) {
  Painter painter = canvas.painter();
  const float radius = canvas.px(size::kFieldRadius);
  painter.fill_rect(area, canvas.theme().surface, radius);
  painter.outline_rect(area, canvas.theme().edge, radius, canvas.px(size::kHairline));
  ImGui::PushID(name.data(), name.data() + name.size());
  const float width = area.width() / static_cast<float>(labels.size());
  const bool tight = std::any_of(labels.begin(), labels.end(), [&](std::string_view label) {
    return canvas.width_of(label, canvas.style(size::kSmall, Weight::kBold)) >
           width - canvas.px(12.0F);
  });
  const float text_size = tight ? size::kQuiet : size::kSmall;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const Rect part = Rect{std::round(area.left + width * static_cast<float>(i)), area.top,
                           std::round(area.left + width * static_cast<float>(i + 1)), area.bottom}
                          .inset(canvas.px(3.0F));
    const bool on = i == chosen;
    // The name of a part is the whole's and its number: "theme/1".
    const std::string part_name = std::string(name) + "/" + std::to_string(i);
    const Touch touch = canvas.touch(part_name, part);
    if (on) painter.fill_rect(part, canvas.theme().accent_soft, radius - canvas.px(3.0F));
    const TextStyle style = canvas.style(text_size, on ? Weight::kBold : Weight::kRegular);
    Color color = canvas.theme().quiet;
    if (touch.hovered) color = canvas.theme().ink;
    if (on) color = canvas.theme().accent;
    canvas.line_in(part.inset(canvas.px(1.0F), 0), labels[i], style, color, 0.5F);
    if (touch.focused) canvas.focus_ring(part, radius);
    if (touch.pressed) chosen = i;
  }
  ImGui::PopID();
  return chosen;
}

}  // namespace aplomb::ui
