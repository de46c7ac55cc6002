#include "ui/face/face.h"

#include "ui/face/features.h"
#include "ui/face/hair.h"
#include "ui/face/head.h"

namespace aplomb::ui {

namespace {

constexpr float kTiltRadians = 0.11F;
constexpr float kNodDrop = 0.035F;
constexpr float kTurnShift = 0.016F;
constexpr Point kNeckPivot = {0.0F, 0.42F};
constexpr float kHundred = 100.0F;

}  // namespace

void draw_face(Painter& painter, const Theme& theme, Point center, float radius,
               const scenario::Face& face, const Expression& expression) {
  const FacePalette palette = palette_of(face, expression.heat);
  painter.fill_circle(center, radius, halo_color(theme, expression.heat * kHundred));

  constexpr float kSmallRadius = 40.0F;
  constexpr float kSmallZoom = 1.14F;
  const Sketch body(painter, center, radius, radius < kSmallRadius ? kSmallZoom : 1.0F);
  const Sketch head =
      body.turned(expression.tilt * kTiltRadians, kNeckPivot, {0.0F, expression.nod * kNodDrop});
  // Features move a little further than the head, as they would if it turned in space.
  const Sketch features =
      body.turned(expression.tilt * kTiltRadians, kNeckPivot,
                  {expression.gaze_x * kTurnShift, expression.nod * kNodDrop * 1.8F});
  draw_hair_behind(head, face, palette);
  draw_body(body, face, palette);
  draw_head(head, face, palette);
  draw_cheeks(features, palette, expression);
  draw_age(features, face, palette, expression);
  draw_beard(head, face, palette, expression);
  draw_eyes(features, face, palette, expression);
  draw_nose(features, palette);
  draw_mouth(features, palette, expression);
  draw_hair_in_front(head, face, palette);
  draw_brows(features, palette, expression);
  draw_glasses(features, face);
}

}  // namespace aplomb::ui
