#include "scenario/arena.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "scenario/load.h"
#include "support/files.h"

namespace aplomb::scenario {
namespace {

TEST(Arena, KeepsTextsWhereTheyAre) {
  Arena memory;
  std::vector<Text> kept;
  for (int i = 0; i < 20'000; ++i) kept.push_back(memory.keep("text number " + std::to_string(i)));
  const std::string large(1 << 20, 'x');
  EXPECT_EQ(memory.keep(large), large);
  for (int i = 0; i < 20'000; ++i) ASSERT_EQ(kept[i], "text number " + std::to_string(i));
  EXPECT_TRUE(memory.keep("").empty());
}

TEST(Arena, KeepsAShortTextThatComesAgainOnce) {
  Arena memory;
  EXPECT_EQ(memory.keep("opening").data(), memory.keep(std::string("opening")).data());
}

TEST(Arena, ListsKnowTheirLength) {
  Arena memory;
  const List<Text> none = memory.list<Text>({});
  EXPECT_TRUE(none.empty());
  EXPECT_EQ(none.begin(), none.end());
  const Text odd = memory.keep("odd");  // what follows is aligned all the same
  auto filling = memory.list<int>(8);
  for (int i = 0; i < 5; ++i) filling.add(i);
  const List<int> five = filling.done();
  EXPECT_EQ(five.size(), 5);
  EXPECT_EQ(five.back(), 4);
  EXPECT_EQ(odd, "odd");
}

// A part of the program's arrays has room for 1,023 items.
TEST(Arena, AListThatTheProgramHasNoRoomForIsRefused) {
  auto json = nlohmann::ordered_json::parse(
      test::read_file(test::source_dir() / "tests/scenario/minimal.json"));
  json["variables"] = {{"n", {{"type", "int"}, {"min", 0}, {"max", 9}, {"initial", 0}}}};
  auto& effects = json["nodes"]["opening"]["replies"][0]["effects"];
  for (int i = 0; i < 1023; ++i) effects.push_back("n += 1");
  EXPECT_TRUE(load("minimal.json", json.dump()).program);
  effects.push_back("n += 1");
  const Loaded loaded = load("minimal.json", json.dump());
  EXPECT_FALSE(loaded.program);
  ASSERT_FALSE(loaded.diagnostics.empty());
  EXPECT_EQ(loaded.diagnostics[0].code, "S0213");
}

}  // namespace
}  // namespace aplomb::scenario
