#include "ui/face/features.h"

#include <algorithm>
#include <array>

#include "ui/face/head.h"
#include "ui/face/mouth.h"

namespace aplomb::ui {

namespace {

constexpr float kEyeX = 0.172F;
constexpr float kEyeY = -0.02F;
constexpr float kEyeHalf = 0.086F;

struct EyeShape {
  Outline upper{{}};  // inner to outer corner
  std::vector<Point> whole;
};

EyeShape eye_shape(float side, const Expression& e) {
  const auto at = [side](float x, float y) { return Point{side * (kEyeX + x), kEyeY + y}; };
  const float rise = 0.130F * e.lids;
  const float drop = 0.072F * (1.0F - 0.75F * e.squint);
  const float slant = 0.30F * e.brow_angle;
  const float inner_rise = rise * (1.0F - std::max(slant, 0.0F) - std::min(slant, 0.0F) * 0.3F);
  const float outer_rise = rise * (1.0F + std::min(slant, 0.0F) * 0.9F);
  const Point inner = at(-kEyeHalf, 0.012F + 0.014F * std::max(e.brow_angle, 0.0F));
  const Point outer = at(kEyeHalf, 0.0F);
  EyeShape shape;
  shape.upper = Outline(inner);
  shape.upper.curve(at(-kEyeHalf * 0.55F, -inner_rise), at(kEyeHalf * 0.6F, -outer_rise), outer);
  Outline whole = shape.upper;
  whole.curve(at(kEyeHalf * 0.55F, drop), at(-kEyeHalf * 0.5F, drop + 0.006F), inner);
  shape.whole = whole.points();
  return shape;
}

void draw_eye(const Sketch& sketch, float side, const FacePalette& palette, const Expression& e,
              bool lashes) {
  const EyeShape eye = eye_shape(side, e);
  sketch.fill(eye.whole, kEyeWhite);
  const Point gaze = {e.gaze_x * 0.026F, e.gaze_y * 0.018F};
  const Point middle = Point{side * kEyeX, kEyeY - 0.012F} + gaze;
  sketch.fill(clipped(circle_outline(middle, sketch.detailed() ? 0.057F : 0.064F), eye.whole),
              kIris);
  if (sketch.detailed()) {
    const Point gleam = middle + Point{0.018F, -0.018F};
    sketch.fill(clipped(circle_outline(gleam, 0.0155F), eye.whole), kEyeWhite);
  }
  const Color lash = mix(palette.hair_dark, rgb(0x1E1815), 0.6F);
  sketch.brush(eye.upper, lash, 0.010F, 0.024F, 0.018F);
  if (!sketch.detailed()) return;
  if (lashes) {
    const Point corner = eye.upper.points().back();
    sketch.brush(Outline(corner).curve(corner + Point{side * 0.012F, -0.004F},
                                       corner + Point{side * 0.022F, -0.012F},
                                       corner + Point{side * 0.03F, -0.026F}),
                 lash, 0.016F, 0.011F, 0.004F);
  }
  if (e.lids < 0.9F) {
    const auto lift = [](Point p, float by) { return Point{p.x, p.y - by}; };
    const std::vector<Point>& lid = eye.upper.points();
    const float gap = 0.022F + 0.014F * (1.0F - e.lids);
    sketch.stroke(
        Outline(lift(lid[3], gap)).curve(lift(lid[6], gap), lift(lid[9], gap), lift(lid[12], gap)),
        palette.skin_shade.faded(0.8F), 0.008F);
  }
  if (e.squint > 0.3F) {
    const Point bag = {side * kEyeX, kEyeY + 0.052F};
    sketch.stroke(Outline({bag.x - 0.05F, bag.y})
                      .curve({bag.x - 0.02F, bag.y + 0.018F}, {bag.x + 0.02F, bag.y + 0.018F},
                             {bag.x + 0.05F, bag.y}),
                  palette.skin_shade.faded(0.8F * e.squint), 0.008F);
  }
}

bool has_long_hair(scenario::Hair hair) {
  return hair == scenario::Hair::kBob || hair == scenario::Hair::kLong ||
         hair == scenario::Hair::kBun || hair == scenario::Hair::kPonytail ||
         hair == scenario::Hair::kWavy;
}

}  // namespace

void draw_cheeks(const Sketch& sketch, const FacePalette& palette, const Expression& expression) {
  const float strength = std::min(0.72F, 0.14F + 0.58F * expression.blush);
  for (const float side : {-1.0F, 1.0F}) {
    sketch.glow({side * 0.245F, 0.15F}, {0.135F, 0.1F}, palette.blush.faded(strength));
  }
}

void draw_eyes(const Sketch& sketch, const scenario::Face& face, const FacePalette& palette,
               const Expression& expression) {
  for (const float side : {-1.0F, 1.0F}) {
    draw_eye(sketch, side, palette, expression, has_long_hair(face.hair));
  }
}

void draw_brows(const Sketch& sketch, const FacePalette& palette, const Expression& e) {
  const float bold = sketch.detailed() ? 1.0F : 1.35F;
  for (const float side : {-1.0F, 1.0F}) {
    const float raise = 0.062F * e.brow_height + side * 0.052F * e.brow_skew;
    const float y = -0.188F - raise;
    const float inner_y = y + 0.058F * e.brow_angle;
    const float outer_y = y - 0.022F * e.brow_angle + 0.014F;
    const float arch = 0.026F + 0.012F * std::max(0.0F, e.brow_height);
    const auto at = [side](float x, float at_y) { return Point{side * x, at_y}; };
    // Brows that are drawn together also come closer.
    const float inner_x = 0.085F - 0.014F * std::max(0.0F, e.brow_angle);
    sketch.brush(Outline(at(inner_x, inner_y))
                     .curve(at(0.15F, mix(inner_y, outer_y, 0.35F) - arch),
                            at(0.22F, mix(inner_y, outer_y, 0.7F) - arch), at(0.272F, outer_y)),
                 palette.brow, 0.032F * bold, 0.044F * bold, 0.013F * bold);
  }
  if (e.brow_angle > 0.5F && sketch.detailed()) {
    const float strength = std::min(1.0F, (e.brow_angle - 0.5F) * 2.0F);
    for (const float side : {-1.0F, 1.0F}) {
      sketch.stroke(
          Outline({side * 0.028F, -0.165F})
              .curve({side * 0.022F, -0.145F}, {side * 0.022F, -0.12F}, {side * 0.03F, -0.1F}),
          palette.skin_shade.faded(strength), 0.012F);
    }
  }
}

void draw_nose(const Sketch& sketch, const FacePalette& palette) {
  const Color shade = mix(palette.skin_shade, rgb(0x7A3B2A), 0.12F);
  if (!sketch.detailed()) {
    sketch.stroke(Outline({-0.03F, 0.135F}).curve({-0.01F, 0.15F}, {0.02F, 0.15F}, {0.038F, 0.13F}),
                  shade, 0.02F);
    return;
  }
  sketch.stroke(Outline({0.022F, 0.0F})
                    .curve({0.03F, 0.06F}, {0.062F, 0.095F}, {0.052F, 0.128F})
                    .curve({0.042F, 0.152F}, {-0.012F, 0.152F}, {-0.04F, 0.138F}),
                shade, 0.014F);
}

void draw_age(const Sketch& sketch, const scenario::Face& face, const FacePalette& palette,
              const Expression& e) {
  if (face.age == scenario::Age::kYoung || !sketch.detailed()) return;
  const bool old = face.age == scenario::Age::kOld;
  const Color fold = palette.skin_shade.faded(old ? 1.0F : 0.42F);
  const float pull = 0.012F * e.mouth_curve;
  for (const float side : {-1.0F, 1.0F}) {
    sketch.stroke(Outline({side * 0.105F, 0.14F})
                      .curve({side * 0.14F, 0.17F}, {side * (0.168F + pull), 0.21F},
                             {side * (0.165F + pull), old ? 0.265F : 0.235F}),
                  fold, 0.010F);
    if (!old) continue;
    sketch.stroke(Outline({side * (kEyeX - 0.05F), kEyeY + 0.075F})
                      .curve({side * (kEyeX - 0.02F), kEyeY + 0.098F},
                             {side * (kEyeX + 0.03F), kEyeY + 0.096F},
                             {side * (kEyeX + 0.06F), kEyeY + 0.07F}),
                  fold.faded(0.8F), 0.009F);
    for (const float rise : {-0.02F, 0.012F}) {
      const Point from = {side * (kEyeX + 0.108F), kEyeY + rise * 0.4F};
      sketch.stroke(Outline(from).line(from + Point{side * 0.036F, rise}), fold, 0.009F);
    }
  }
  if (!old) return;
  const float lift = 0.02F * e.brow_height;
  for (const float y : {-0.285F, -0.335F}) {
    const float half = y < -0.3F ? 0.12F : 0.16F;
    sketch.stroke(Outline({-half, y - lift})
                      .curve({-half * 0.4F, y - 0.014F - lift}, {half * 0.4F, y - 0.014F - lift},
                             {half, y - lift}),
                  fold.faded(0.75F), 0.009F);
  }
}

void draw_beard(const Sketch& sketch, const scenario::Face& face, const FacePalette& palette,
                const Expression& e) {
  if (face.beard == scenario::Beard::kNone) return;
  const MouthShape mouth = mouth_shape(e);
  if (face.beard == scenario::Beard::kMoustache || face.beard == scenario::Beard::kFull) {
    const float reach = 0.155F;
    const float top = 0.18F;
    const float left = mouth.left.y - 0.012F;
    const float right = mouth.right.y - 0.012F;
    sketch.fill(Outline({0.0F, top + 0.012F})
                    .curve({0.05F, top - 0.005F}, {0.12F, top + 0.01F}, {reach, right})
                    .curve({0.1F, right - 0.005F}, {0.05F, top + 0.062F}, {0.0F, top + 0.056F})
                    .curve({-0.05F, top + 0.062F}, {-0.1F, left - 0.005F}, {-reach, left})
                    .curve({-0.12F, top + 0.01F}, {-0.05F, top - 0.005F}, {0.0F, top + 0.012F}),
                palette.hair);
  }
  if (face.beard == scenario::Beard::kMoustache) return;

  // Jaw and chin: inside the head's outline, below a line from sideburn to sideburn.
  const float chin = chin_of(face.shape);
  const bool full = face.beard == scenario::Beard::kFull;
  std::vector<Point> jaw = head_outline(face.shape);
  std::erase_if(jaw, [](Point p) { return p.y < 0.03F; });
  if (full) {
    for (Point& point : jaw) {
      if (point.y > 0.2F) point = {point.x * 1.03F, mix(point.y, chin + 0.04F, 0.35F)};
    }
  }
  // jaw runs from the right ear over the chin to the left one; go back along the cheeks.
  const Point left_ear = jaw.back();
  const Point right_ear = jaw.front();
  Outline cheeks(left_ear);
  cheeks.curve({left_ear.x + 0.05F, 0.12F}, {-0.26F, 0.21F}, {-0.175F, 0.215F})
      .curve({-0.09F, 0.2F}, {-0.05F, full ? 0.235F : 0.19F}, {0.0F, full ? 0.235F : 0.19F})
      .curve({0.05F, full ? 0.235F : 0.19F}, {0.09F, 0.2F}, {0.175F, 0.215F})
      .curve({0.26F, 0.21F}, {right_ear.x - 0.05F, 0.12F}, right_ear);
  jaw.insert(jaw.end(), cheeks.points().begin(), cheeks.points().end());
  sketch.fill(jaw, full ? palette.hair : mix(palette.skin, palette.hair, 0.2F));
}

void draw_glasses(const Sketch& sketch, const scenario::Face& face) {
  if (face.glasses == scenario::Glasses::kNone) return;
  constexpr float kLine = 0.017F;
  constexpr Color kLens = {255, 255, 255, 26};
  const bool half = face.glasses == scenario::Glasses::kHalf;
  const float y = half ? kEyeY + 0.07F : kEyeY - 0.002F;
  for (const float side : {-1.0F, 1.0F}) {
    const float x = side * (kEyeX + 0.006F);
    if (face.glasses == scenario::Glasses::kRound) {
      sketch.ellipse({x, y}, {0.122F, 0.122F}, kLens);
      sketch.ring({x, y}, {0.122F, 0.122F}, kFrame, kLine);
    } else {
      const float rise = half ? 0.002F : 0.088F;
      const float depth = half ? 0.09F : 0.084F;
      const float wide = 0.125F;
      const Outline rim =
          Outline({x - wide, y - rise * 0.6F})
              .curve({x - wide, y - rise}, {x - wide, y - rise}, {x - wide * 0.75F, y - rise})
              .line({x + wide * 0.75F, y - rise})
              .curve({x + wide, y - rise}, {x + wide, y - rise}, {x + wide, y - rise * 0.6F})
              .curve({x + wide, y + depth * 0.8F}, {x + wide * 0.7F, y + depth},
                     {x + wide * 0.3F, y + depth})
              .line({x - wide * 0.3F, y + depth})
              .curve({x - wide * 0.7F, y + depth}, {x - wide, y + depth * 0.8F},
                     {x - wide, y - rise * 0.6F});
      sketch.fill(rim, kLens);
      sketch.stroke(rim, kFrame, kLine);
    }
    const float outer = x + side * 0.12F;
    sketch.stroke(Outline({outer, y - 0.02F}).line({side * 0.395F, kEyeY - 0.025F}), kFrame,
                  kLine * 0.8F);
  }
  sketch.stroke(Outline({-0.058F, y - 0.012F})
                    .curve({-0.03F, y - 0.04F}, {0.03F, y - 0.04F}, {0.058F, y - 0.012F}),
                kFrame, kLine);
}

}  // namespace aplomb::ui
