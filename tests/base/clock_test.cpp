#include "base/clock.h"

#include <gtest/gtest.h>

namespace aplomb::base {
namespace {

TEST(FakeClock, StandsStillUntilItIsMoved) {
  FakeClock clock(5000);
  EXPECT_EQ(clock.utc_ms(), 5000);
  EXPECT_EQ(clock.monotonic_ms(), 0);
  clock.advance_ms(250);
  EXPECT_EQ(clock.utc_ms(), 5250);
  EXPECT_EQ(clock.monotonic_ms(), 250);
}

TEST(FakeClock, SettingTheWallTimeLeavesDurationsAlone) {
  FakeClock clock(5000);
  clock.set_utc_ms(1000);
  EXPECT_EQ(clock.utc_ms(), 1000);
  EXPECT_EQ(clock.monotonic_ms(), 0);
}

TEST(SystemClock, NeverGoesBackAndKnowsTheCentury) {
  const SystemClock clock;
  const std::int64_t before = clock.monotonic_ms();
  EXPECT_GE(clock.monotonic_ms(), before);
  EXPECT_GT(clock.utc_ms(), *parse_utc("2020-01-01T00:00:00.000Z"));
}

TEST(Utc, WritesAndReadsIso8601) {
  EXPECT_EQ(format_utc(0), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(format_utc(1763813220250), "2025-11-22T12:07:00.250Z");
  EXPECT_EQ(format_utc(-1), "1969-12-31T23:59:59.999Z");
  for (const std::int64_t ms : {0LL, 1763813220250LL, -1LL, 951782400000LL}) {
    EXPECT_EQ(parse_utc(format_utc(ms)), ms);
  }
}

TEST(Utc, RefusesWhatItWouldNotWrite) {
  for (const char* text : {"", "2025-11-22", "2025-11-22T12:07:00Z", "2025-11-22 12:07:00.250Z",
                           "2025-02-29T00:00:00.000Z", "2025-13-01T00:00:00.000Z",
                           "2025-11-22T24:00:00.000Z", "2025-11-22T12:60:00.000Z",
                           "2025-1a-22T12:07:00.250Z", "2025-11-22T12:07:00.250Z "}) {
    EXPECT_EQ(parse_utc(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace aplomb::base
