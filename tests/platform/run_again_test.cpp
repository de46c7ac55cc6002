#include "platform/run_again.h"

#include <gtest/gtest.h>

namespace aplomb::platform {
namespace {

TEST(RunAgain, GivesWhatTheProgramPrints) {
  EXPECT_EQ(run_again("/bin/echo", {"once", "more"}).value(), "once more\n");
}

TEST(RunAgain, FailsWhereItCannotStartOrEndsBadly) {
  for (const char* program : {"/nowhere/at/all", "/bin/false"}) {
    const auto ran = run_again(program, {});
    ASSERT_FALSE(ran.has_value()) << program;
    EXPECT_EQ(ran.error().code, "process.failed");
  }
}

}  // namespace
}  // namespace aplomb::platform
