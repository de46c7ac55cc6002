#include "platform/paths.h"

#include <gtest/gtest.h>

#include <map>

namespace aplomb::platform {
namespace {

Environment with(std::map<std::string, std::string> variables) {
  return [variables = std::move(variables)](const char* name) -> std::optional<std::string> {
    const auto found = variables.find(name);
    if (found == variables.end()) return std::nullopt;
    return found->second;
  };
}

TEST(Paths, FollowTheXdgVariables) {
  const auto paths = find_paths(with({{"XDG_DATA_HOME", "/d"}, {"XDG_CONFIG_HOME", "/c"}}));
  ASSERT_TRUE(paths);
  EXPECT_EQ(paths->data, "/d/aplomb");
  EXPECT_EQ(paths->config, "/c/aplomb");
}

TEST(Paths, FallBackToTheHomeFolder) {
  const auto paths = find_paths(with({{"HOME", "/home/min"}}));
  ASSERT_TRUE(paths);
  EXPECT_EQ(paths->data, "/home/min/.local/share/aplomb");
  EXPECT_EQ(paths->config, "/home/min/.config/aplomb");
}

TEST(Paths, IgnoreRelativeAndEmptyVariables) {
  const auto paths =
      find_paths(with({{"HOME", "/h"}, {"XDG_DATA_HOME", "data"}, {"XDG_CONFIG_HOME", ""}}));
  ASSERT_TRUE(paths);
  EXPECT_EQ(paths->data, "/h/.local/share/aplomb");
  EXPECT_EQ(paths->config, "/h/.config/aplomb");
}

TEST(Paths, WithoutAHomeThereIsAnError) {
  const auto paths = find_paths(with({}));
  ASSERT_FALSE(paths);
  EXPECT_EQ(paths.error().code, "paths.no_home");
  EXPECT_FALSE(paths.error().mend.zh.empty());
}

}  // namespace
}  // namespace aplomb::platform
