#include "ui/face/expression.h"

#include <array>

#include "ui/drawing/geometry.h"

namespace aplomb::ui {

namespace {

using scenario::Emotion;
using scenario::kEmotionCount;

constexpr std::array kParts = {
    &Expression::brow_height, &Expression::brow_angle,  &Expression::brow_skew,
    &Expression::lids,        &Expression::squint,      &Expression::gaze_x,
    &Expression::gaze_y,      &Expression::mouth_curve, &Expression::mouth_open,
    &Expression::mouth_width, &Expression::mouth_skew,  &Expression::teeth,
    &Expression::blush,       &Expression::heat,        &Expression::tilt,
    &Expression::nod,
};
static_assert(sizeof(Expression) == kParts.size() * sizeof(float));

// In the order of scenario::Emotion.
constexpr std::array<Expression, kEmotionCount> kExpressions = {{
    // calm
    {.lids = 0.8F, .mouth_curve = 0.22F},
    // relieved
    {.brow_height = 0.3F,
     .brow_angle = -0.35F,
     .lids = 0.62F,
     .squint = 0.3F,
     .mouth_curve = 0.55F,
     .mouth_width = 0.55F,
     .blush = 0.2F,
     .heat = 0.05F,
     .tilt = 0.15F},
    // grateful
    {.brow_height = 0.35F,
     .brow_angle = -0.4F,
     .lids = 0.7F,
     .squint = 0.55F,
     .mouth_curve = 0.9F,
     .mouth_open = 0.35F,
     .mouth_width = 0.68F,
     .teeth = 1.0F,
     .blush = 0.45F,
     .tilt = 0.3F},
    // uneasy
    {.brow_height = 0.2F,
     .brow_angle = -0.6F,
     .lids = 0.85F,
     .gaze_x = 0.6F,
     .gaze_y = 0.25F,
     .mouth_curve = -0.3F,
     .mouth_width = 0.38F,
     .mouth_skew = 0.3F,
     .heat = 0.35F,
     .tilt = -0.15F},
    // confused
    {.brow_height = 0.1F,
     .brow_angle = 0.05F,
     .brow_skew = 0.9F,
     .lids = 0.88F,
     .gaze_x = 0.2F,
     .gaze_y = -0.35F,
     .mouth_curve = -0.15F,
     .mouth_width = 0.35F,
     .mouth_skew = 0.5F,
     .heat = 0.25F,
     .tilt = 0.6F},
    // hurt
    {.brow_height = 0.15F,
     .brow_angle = -1.0F,
     .lids = 0.6F,
     .gaze_x = -0.25F,
     .gaze_y = 0.6F,
     .mouth_curve = -0.7F,
     .mouth_width = 0.42F,
     .blush = 0.25F,
     .heat = 0.4F,
     .tilt = -0.25F,
     .nod = 0.45F},
    // cold
    {.brow_height = -0.05F,
     .brow_angle = 0.2F,
     .lids = 0.52F,
     .squint = 0.1F,
     .mouth_curve = -0.12F,
     .mouth_width = 0.42F,
     .heat = 0.25F,
     .nod = -0.2F},
    // tense
    {.brow_height = -0.3F,
     .brow_angle = 0.4F,
     .lids = 0.78F,
     .squint = 0.25F,
     .mouth_curve = -0.32F,
     .mouth_width = 0.4F,
     .heat = 0.5F},
    // annoyed
    {.brow_height = -0.35F,
     .brow_angle = 0.55F,
     .brow_skew = 0.25F,
     .lids = 0.58F,
     .squint = 0.2F,
     .gaze_x = -0.5F,
     .mouth_curve = -0.45F,
     .mouth_width = 0.45F,
     .mouth_skew = -0.45F,
     .blush = 0.15F,
     .heat = 0.62F,
     .tilt = -0.1F},
    // angry
    {.brow_height = -0.5F,
     .brow_angle = 0.9F,
     .lids = 0.82F,
     .squint = 0.3F,
     .mouth_curve = -0.7F,
     .mouth_open = 0.42F,
     .mouth_width = 0.5F,
     .teeth = 0.5F,
     .blush = 0.55F,
     .heat = 0.85F,
     .nod = 0.15F},
    // furious
    {.brow_height = -0.7F,
     .brow_angle = 1.15F,
     .lids = 0.98F,
     .squint = 0.35F,
     .mouth_curve = -0.85F,
     .mouth_open = 0.95F,
     .mouth_width = 0.62F,
     .teeth = 1.0F,
     .blush = 0.9F,
     .heat = 1.0F,
     .nod = 0.3F},
    // contemptuous
    {.brow_height = 0.0F,
     .brow_angle = 0.35F,
     .brow_skew = 0.6F,
     .lids = 0.5F,
     .squint = 0.15F,
     .gaze_x = 0.3F,
     .gaze_y = 0.35F,
     .mouth_curve = -0.15F,
     .mouth_width = 0.48F,
     .mouth_skew = 0.9F,
     .heat = 0.55F,
     .tilt = 0.2F,
     .nod = -0.5F},
    // scheming
    {.brow_height = -0.2F,
     .brow_angle = 0.6F,
     .brow_skew = -0.45F,
     .lids = 0.5F,
     .squint = 0.5F,
     .gaze_x = -0.7F,
     .mouth_curve = 0.45F,
     .mouth_width = 0.55F,
     .mouth_skew = -0.7F,
     .heat = 0.5F,
     .tilt = -0.35F},
    // surprised
    {.brow_height = 1.0F,
     .brow_angle = -0.2F,
     .lids = 1.0F,
     .mouth_open = 0.6F,
     .mouth_width = 0.12F,
     .heat = 0.3F,
     .nod = -0.15F},
}};

}  // namespace

Expression expression_of(Emotion emotion) {
  return kExpressions.at(static_cast<std::size_t>(emotion));
}

Expression mix(const Expression& from, const Expression& to, float share) {
  Expression result;
  for (const auto part : kParts)
    result.*part = mix(from.*part, to.*part, share);
  return result;
}

}  // namespace aplomb::ui
