#include "ui/drawing/motion.h"

#include <gtest/gtest.h>

#include "app/view.h"

namespace aplomb::ui {
namespace {

constexpr MotionId kSomething = 1;

TEST(Motion, StartsWhereItShouldBe) {
  Motion motion;
  motion.begin_frame(0.0, false);
  EXPECT_EQ(motion.ease(kSomething, 80.0F, 0.15F), 80.0F);
  EXPECT_EQ(motion.next_frame(), app::kNever);
}

TEST(Motion, WantsFramesOnlyUntilItHasArrived) {
  Motion motion;
  motion.begin_frame(0.0, false);
  motion.ease(kSomething, 0.0F, 0.15F);
  motion.begin_frame(0.01, false);
  motion.ease(kSomething, 10.0F, 0.15F);
  EXPECT_EQ(motion.next_frame(), 0.0);
  motion.begin_frame(0.08, false);
  const float half_way = motion.ease(kSomething, 10.0F, 0.15F);
  EXPECT_GT(half_way, 5.0F);
  EXPECT_LT(half_way, 10.0F);
  motion.begin_frame(0.2, false);
  EXPECT_EQ(motion.ease(kSomething, 10.0F, 0.15F), 10.0F);
  EXPECT_EQ(motion.next_frame(), app::kNever);
}

TEST(Motion, TurnsRoundFromWhereItIs) {
  Motion motion;
  motion.begin_frame(0.0, false);
  motion.ease(kSomething, 0.0F, 1.0F);
  motion.begin_frame(0.1, false);
  motion.ease(kSomething, 10.0F, 1.0F);
  motion.begin_frame(0.6, false);
  const float here = motion.ease(kSomething, 10.0F, 1.0F);
  motion.begin_frame(0.6, false);
  EXPECT_NEAR(motion.ease(kSomething, 0.0F, 1.0F), here, 0.001F);
}

TEST(Motion, ReducedMeansAtOnce) {
  Motion motion;
  motion.begin_frame(0.0, true);
  motion.ease(kSomething, 0.0F, 0.15F);
  motion.begin_frame(0.01, true);
  EXPECT_EQ(motion.ease(kSomething, 10.0F, 0.15F), 10.0F);
  EXPECT_EQ(motion.next_frame(), app::kNever);
}

TEST(Motion, ForgetsWhatIsNoLongerDrawn) {
  Motion motion;
  motion.begin_frame(0.0, false);
  motion.ease(kSomething, 0.0F, 0.15F);
  for (double now : {0.1, 0.2, 0.3})
    motion.begin_frame(now, false);
  EXPECT_EQ(motion.ease(kSomething, 10.0F, 0.15F), 10.0F);
}

TEST(Motion, TheSoonestWishWins) {
  Motion motion;
  motion.begin_frame(0.0, false);
  motion.want_frame(2.0);
  motion.want_frame(0.5);
  motion.want_frame(1.0);
  EXPECT_EQ(motion.next_frame(), 0.5);
}

}  // namespace
}  // namespace aplomb::ui
