#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/memory_file_system.h"
#include "bench/figures.h"
#include "bench/machine.h"
#include "bench/memory.h"

namespace aplomb::bench {
namespace {

std::vector<Row> judge(const std::vector<Measured>& measured) {
  std::vector<std::string> asked;
  for (const Measured& each : measured) asked.push_back(each.figure);
  return judged(asked, measured);
}

TEST(Figures, ARateIsReachedFromBelowAndATimeFromAbove) {
  EXPECT_EQ(judge({{"transitions", "a", 3.1}})[0].met, true);
  EXPECT_EQ(judge({{"transitions", "a", 2.9}})[0].met, false);
  EXPECT_EQ(judge({{"state_copy", "", 49}})[0].met, true);
  EXPECT_EQ(judge({{"state_copy", "", 51}})[0].met, false);
}

TEST(Figures, AShareIsOfTheYardstick) {
  const auto rows = judge({{"flat_loop", "", 40}, {"steps", "", 21}, {"scored_steps", "", 7}});
  EXPECT_FALSE(rows[0].met.has_value());
  EXPECT_DOUBLE_EQ(rows[1].ratio.value(), 0.525);
  EXPECT_EQ(rows[1].met, true);
  EXPECT_EQ(rows[2].met, false);
}

TEST(Figures, BothOfTwoBoundsMustHold) {
  EXPECT_EQ(judge({{"json_parse", "", 60}, {"load", "", 119}})[1].met, true);
  EXPECT_EQ(judge({{"json_parse", "", 50}, {"load", "", 119}})[1].met, false);
  EXPECT_EQ(judge({{"json_parse", "", 90}, {"load", "", 121}})[1].met, false);
}

TEST(Figures, WhatWasNotMeasuredIsNotJudged) {
  const std::vector<std::string> asked{"memory"};
  const auto rows = judged(asked, {});
  ASSERT_EQ(rows.size(), 1);
  EXPECT_FALSE(rows[0].value.has_value());
  EXPECT_FALSE(rows[0].met.has_value());
}

TEST(Figures, StandInTheOrderOfTheTableWhateverTheMeasuring) {
  const auto rows = judge({{"explore", "b", 1}, {"flat_loop", "", 1}, {"explore", "a", 2}});
  ASSERT_EQ(rows.size(), 3);
  EXPECT_EQ(rows[0].figure->id, "flat_loop");
  EXPECT_EQ(rows[1].subject, "a");
  EXPECT_EQ(rows[2].subject, "b");
}

TEST(Machine, IsNamed) {
  base::MemoryFileSystem files;
  ASSERT_TRUE(files.make_folders("/proc"));
  ASSERT_TRUE(files.write("/proc/cpuinfo", "processor\t: 0\nmodel name\t: Abacus 9\n"));
  const MachineName machine = machine_name(files);
  EXPECT_EQ(machine.processor, "Abacus 9");
  EXPECT_FALSE(machine.compiler.empty());
  EXPECT_EQ(machine_name(base::MemoryFileSystem()).processor, "");
}

TEST(Memory, IsWhatTheSystemSays) {
  base::MemoryFileSystem files;
  ASSERT_TRUE(files.make_folders("/proc/self"));
  ASSERT_TRUE(files.write("/proc/self/status", "VmHWM:\t   30 kB\nVmRSS:\t   20 kB\n"));
  const auto use = memory_use(files);
  ASSERT_TRUE(use.has_value());
  EXPECT_EQ(use->resident, 20 * 1024);
  EXPECT_EQ(use->most, 30 * 1024);
  EXPECT_FALSE(memory_use(base::MemoryFileSystem()).has_value());
}

}  // namespace
}  // namespace aplomb::bench
