#pragma once

#include "app/view.h"
#include "ui/drawing/color.h"

namespace aplomb::ui {

// The colours of every screen, by what they are for. Text colours reach 4.5:1 against paper,
// surface and the soft colours they are used on; outlines of controls and large text reach 3:1.
struct Theme {
  Color paper;        // the window
  Color surface;      // cards and bars
  Color surface_low;  // side panel: between the two
  Color line;         // hairlines
  Color edge;         // outline of fields and pills, a little stronger than `line`
  Color ink;
  Color quiet;        // text that may be overlooked
  Color faint;        // hints inside fields
  Color accent;       // the trainee's own
  Color accent_soft;  // behind it
  Color on_accent;    // text on `accent`
  Color chip;         // key caps and tags
  Color track;        // empty part of a bar
  Color heat_calm;
  Color heat_tense;
  Color heat_hot;
  Color halo_calm;  // behind a face, by heat
  Color halo_tense;
  Color halo_hot;
  Color warm_row;  // a row where something went wrong
  Color listening;
  Color empathy;
  Color deescalation;
  Color other;  // clarity, solution, composure
  Color clarity_meter;
  bool dark = false;
};

const Theme& theme_of(app::ThemeChoice choice);

// The colour of a heat of 0–100: calm, tense, hot.
Color heat_color(const Theme& theme, float heat);
Color halo_color(const Theme& theme, float heat);
Color dimension_color(const Theme& theme, app::Dimension dimension);

// Sizes in pixels at 100 %.
namespace size {
inline constexpr float kQuiet = 13.0F;
inline constexpr float kSmall = 14.0F;
inline constexpr float kBody = 16.0F;
inline constexpr float kTitle = 18.0F;
inline constexpr float kHeading = 24.0F;
inline constexpr float kFigure = 34.0F;

inline constexpr float kLineHeight = 1.6F;
inline constexpr float kTightLineHeight = 1.4F;

inline constexpr float kSpaceSmall = 8.0F;
inline constexpr float kSpace = 12.0F;
inline constexpr float kSpaceBetween = 16.0F;
inline constexpr float kSpaceAround = 24.0F;

inline constexpr float kCardRadius = 10.0F;
inline constexpr float kFieldRadius = 8.0F;
inline constexpr float kHairline = 1.0F;
inline constexpr float kFocus = 2.0F;
inline constexpr float kBar = 60.0F;  // height of the top bar
}  // namespace size

}  // namespace aplomb::ui
