#include "ui/drawing/theme.h"

#include <algorithm>

namespace aplomb::ui {

namespace {

constexpr Theme kLight = {
    .paper = rgb(0xF5F2EC),
    .surface = rgb(0xFFFFFF),
    .surface_low = rgb(0xFAF8F4),
    .line = rgb(0xE4DFD5),
    .edge = rgb(0xD5CFC3),
    .ink = rgb(0x1F2731),
    .quiet = rgb(0x5A6470),
    .faint = rgb(0x6B7480),
    .accent = rgb(0x2E6E69),
    .accent_soft = rgb(0xE1EEEB),
    .on_accent = rgb(0xFFFFFF),
    .chip = rgb(0xEFEBE2),
    .track = rgb(0xECE7DC),
    .heat_calm = rgb(0x2E6E69),
    .heat_tense = rgb(0xB8862B),
    .heat_hot = rgb(0xB4472F),
    .halo_calm = rgb(0xDCE9E6),
    .halo_tense = rgb(0xF3E5C8),
    .halo_hot = rgb(0xF3DBD1),
    .warm_row = rgb(0xFBF4EF),
    .listening = rgb(0x2F6F9F),
    .empathy = rgb(0xB0567A),
    .deescalation = rgb(0x2F7F6B),
    .other = rgb(0x7A8294),
    .clarity_meter = rgb(0x5B7BA6),
    .dark = false,
};

constexpr Theme kDark = {
    .paper = rgb(0x14181D),
    .surface = rgb(0x1B2128),
    .surface_low = rgb(0x171C22),
    .line = rgb(0x2A323B),
    .edge = rgb(0x3A444F),
    .ink = rgb(0xE7E4DD),
    .quiet = rgb(0x98A2AE),
    .faint = rgb(0x8B95A1),
    .accent = rgb(0x6FC7BC),
    .accent_soft = rgb(0x20403E),
    .on_accent = rgb(0x10211F),
    .chip = rgb(0x29313A),
    .track = rgb(0x2A323B),
    .heat_calm = rgb(0x6FC7BC),
    .heat_tense = rgb(0xD9B25F),
    .heat_hot = rgb(0xE08A72),
    .halo_calm = rgb(0x35605C),
    .halo_tense = rgb(0x675B39),
    .halo_hot = rgb(0x70473B),
    .warm_row = rgb(0x231F20),
    .listening = rgb(0x7FB3DC),
    .empathy = rgb(0xDE92B2),
    .deescalation = rgb(0x74C4AE),
    .other = rgb(0xA4ACBA),
    .clarity_meter = rgb(0x8FACD3),
    .dark = true,
};

Color ramp(Color calm, Color tense, Color hot, float heat) {
  const float position = std::clamp(heat, 0.0F, 100.0F) / 50.0F;
  return position < 1.0F ? mix(calm, tense, position) : mix(tense, hot, position - 1.0F);
}

}  // namespace

const Theme& theme_of(app::ThemeChoice choice) {
  return choice == app::ThemeChoice::kDark ? kDark : kLight;
}

Color heat_color(const Theme& theme, float heat) {
  return ramp(theme.heat_calm, theme.heat_tense, theme.heat_hot, heat);
}

Color halo_color(const Theme& theme, float heat) {
  return ramp(theme.halo_calm, theme.halo_tense, theme.halo_hot, heat);
}

Color dimension_color(const Theme& theme, app::Dimension dimension) {
  switch (dimension) {
    case app::Dimension::kListening:
      return theme.listening;
    case app::Dimension::kEmpathy:
      return theme.empathy;
    case app::Dimension::kDeescalation:
      return theme.deescalation;
    case app::Dimension::kClarity:
    case app::Dimension::kSolution:
    case app::Dimension::kComposure:
      return theme.other;
  }
  return theme.other;
}

}  // namespace aplomb::ui
