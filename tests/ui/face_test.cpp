#include "ui/face/face.h"

#include <gtest/gtest.h>

#include <cmath>

#include "ui/drawing/motion.h"
#include "ui/face/face_motion.h"
#include "ui/face/head.h"
#include "ui/face/sketch.h"

namespace aplomb::ui {
namespace {

TEST(Expression, EveryEmotionHasItsOwnFace) {
  for (int a = 0; a < scenario::kEmotionCount; ++a) {
    for (int b = 0; b < a; ++b) {
      const Expression first = expression_of(static_cast<scenario::Emotion>(a));
      const Expression second = expression_of(static_cast<scenario::Emotion>(b));
      const float difference = std::abs(first.brow_angle - second.brow_angle) +
                               std::abs(first.brow_height - second.brow_height) +
                               std::abs(first.brow_skew - second.brow_skew) +
                               std::abs(first.lids - second.lids) +
                               std::abs(first.mouth_curve - second.mouth_curve) +
                               std::abs(first.mouth_skew - second.mouth_skew) +
                               std::abs(first.mouth_open - second.mouth_open);
      EXPECT_GT(difference, 0.25F) << a << " and " << b;
    }
  }
}

TEST(FaceMotion, PassesThroughWhatLiesBetween) {
  Motion motion;
  FaceMotion face;
  motion.begin_frame(0.0, false);
  const float angry = face.toward(motion, scenario::Emotion::kAngry).mouth_curve;
  motion.begin_frame(1.0, false);
  face.toward(motion, scenario::Emotion::kGrateful);
  motion.begin_frame(1.18, false);
  const float between = face.toward(motion, scenario::Emotion::kGrateful).mouth_curve;
  EXPECT_GT(between, angry);
  EXPECT_LT(between, expression_of(scenario::Emotion::kGrateful).mouth_curve);
  motion.begin_frame(2.0, false);
  EXPECT_EQ(face.toward(motion, scenario::Emotion::kGrateful).mouth_curve,
            expression_of(scenario::Emotion::kGrateful).mouth_curve);
}

TEST(Sketch, CutsAPolygonAtAConvexOne) {
  const std::vector<Point> square = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
  const std::vector<Point> beside = {{0.5F, -0.5F}, {2, -0.5F}, {2, 0.5F}, {0.5F, 0.5F}};
  for (const Point& point : clipped(beside, square))
    EXPECT_LE(point.x, 1.0001F);
  const std::vector<Point> outside = {{2, 2}, {3, 2}, {3, 3}};
  EXPECT_TRUE(clipped(outside, square).empty());
}

TEST(Head, EveryShapeIsSymmetric) {
  for (int shape = 0; shape < 5; ++shape) {
    float sum = 0.0F;
    for (const Point& point : head_outline(static_cast<scenario::FaceShape>(shape)))
      sum += point.x;
    EXPECT_NEAR(sum, 0.0F, 0.001F);
  }
}

}  // namespace
}  // namespace aplomb::ui
