#include "ui/face/mouth.h"

#include <algorithm>
#include <cmath>

#include "ui/face/features.h"

namespace aplomb::ui {

namespace {

constexpr float kMouthY = 0.285F;
constexpr float kShut = 0.04F;  // an opening below this is drawn as a closed mouth

// A curve part of the way from one edge to the other: teeth and tongue keep inside the mouth.
std::vector<Point> between(const Outline& upper, const Outline& lower, float from, float to) {
  const std::vector<Point>& a = upper.points();
  const std::vector<Point>& b = lower.points();
  std::vector<Point> strip;
  for (std::size_t i = 0; i < a.size(); ++i)
    strip.push_back(mix(a[i], b[i], from));
  for (std::size_t i = a.size(); i-- > 0;)
    strip.push_back(mix(a[i], b[i], to));
  return strip;
}

}  // namespace

MouthShape mouth_shape(const Expression& e) {
  const float half = 0.066F + 0.115F * e.mouth_width;
  const float corner = -0.038F * e.mouth_curve;
  const float skew = 0.032F * e.mouth_skew;
  const float open = 0.215F * e.mouth_open;
  // A smile opens downwards from a level upper lip, a shout around a raised one.
  const float up = e.mouth_curve > 0.0F ? 0.12F : 0.5F;

  MouthShape mouth;
  mouth.left = {-half, kMouthY + corner + skew};
  mouth.right = {half, kMouthY + corner - skew};
  const float bend = 0.05F * e.mouth_curve;
  const float upper_y = kMouthY + bend - open * up;
  const float lower_y = kMouthY + bend + open * (1.25F - up);
  // A narrow open mouth is round, a wide one has pointed corners.
  const float spread = mix(0.95F, 0.62F, std::clamp(e.mouth_width * 2.0F, 0.0F, 1.0F));
  const float tilt = skew * 0.5F;
  mouth.upper = Outline(mouth.left);
  mouth.upper.curve({-half * spread, upper_y + tilt}, {half * spread, upper_y - tilt}, mouth.right);
  mouth.lower = Outline(mouth.left);
  mouth.lower.curve({-half * spread, lower_y + tilt}, {half * spread, lower_y - tilt}, mouth.right);
  return mouth;
}

void draw_mouth(const Sketch& sketch, const FacePalette& palette, const Expression& e) {
  const MouthShape mouth = mouth_shape(e);
  const float small = sketch.detailed() ? 1.0F : 1.5F;
  if (e.mouth_open < kShut) {
    sketch.brush(mouth.upper, palette.lip, 0.010F * small, 0.024F * small, 0.010F * small);
    const float below = kMouthY + 0.068F + 0.03F * e.mouth_curve;
    sketch.stroke(Outline({-0.035F, below})
                      .curve({-0.015F, below + 0.01F}, {0.015F, below + 0.01F}, {0.035F, below}),
                  palette.skin_shade.faded(0.8F), 0.012F);
    return;
  }
  sketch.fill(between(mouth.upper, mouth.lower, 0.0F, 1.0F), kMouthInside);
  if (e.mouth_curve < 0.2F) {
    sketch.fill(between(mouth.upper, mouth.lower, 0.72F, 1.0F), kTongue.faded(0.85F));
  }
  if (e.teeth > 0.0F) {
    const float depth = e.mouth_curve > 0.0F ? 0.42F : 0.26F;
    sketch.fill(between(mouth.upper, mouth.lower, 0.03F, 0.03F + depth * e.teeth), kTeeth);
    if (e.teeth > 0.8F && e.mouth_curve < 0.0F) {
      sketch.fill(between(mouth.upper, mouth.lower, 0.82F, 0.98F), kTeeth);
    }
  }
  sketch.brush(mouth.upper, palette.lip, 0.012F * small, 0.020F * small, 0.012F * small);
  sketch.brush(mouth.lower, palette.lip, 0.012F * small, 0.026F * small, 0.012F * small);
}

}  // namespace aplomb::ui
