#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/text.h"
#include "scenario/load.h"

namespace aplomb::scenario {
namespace {

std::string laid_out(const std::string& text) {
  std::vector<Diagnostic> problems;
  const Document document("x.json", text, problems);
  EXPECT_TRUE(problems.empty()) << text;
  return canonical_layout(document);
}

bool same(const std::string& a, const std::string& b) {
  std::vector<Diagnostic> problems;
  return same_content(Document("a", a, problems), Document("b", b, problems));
}

std::vector<std::filesystem::path> shipped() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(APLOMB_SOURCE_DIR "/scenarios")) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  return files;
}

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

TEST(Layout, WhatFitsStandsOnOneLine) {
  EXPECT_EQ(laid_out(R"({"a":{"zh":"等","en":"wait"},"b":[1,2,true,null]})"),
            "{\n  \"a\": {\"zh\": \"等\", \"en\": \"wait\"},\n  \"b\": [1, 2, true, null]\n}\n");
}

TEST(Layout, WideCharactersCountTwo) {
  const std::string narrow(80, 'x');
  std::string wide;
  for (int i = 0; i < 45; ++i) wide += "等";
  EXPECT_EQ(laid_out("{\"a\":[\"" + narrow + "\"]}"), "{\n  \"a\": [\"" + narrow + "\"]\n}\n");
  EXPECT_EQ(laid_out("{\"a\":[\"" + wide + "\"]}"), "{\n  \"a\": [\n    \"" + wide + "\"\n  ]\n}\n");
}

TEST(Layout, EmptyOnesAndEscapesSurvive) {
  EXPECT_EQ(laid_out(R"({"a":{},"b":[],"c":"\"\\\n\u00e9"})"),
            "{\n  \"a\": {},\n  \"b\": [],\n  \"c\": \"\\\"\\\\\\né\"\n}\n");
}

TEST(Layout, AnUnchangedFileIsSavedByteForByte) {
  std::vector<Diagnostic> problems;
  const std::string untidy = "{ \"a\" :1 ,\n\n \"b\": [ ] }";
  const Document original("a.json", untidy, problems);
  const Document again("a.json", "{\"a\": 1, \"b\": []}", problems);
  const Document changed("a.json", "{\"a\": 2, \"b\": []}", problems);
  EXPECT_EQ(saved_text(original, again), untidy);
  EXPECT_EQ(saved_text(original, changed), "{\n  \"a\": 2,\n  \"b\": []\n}\n");
}

TEST(Layout, TheOrderOfKeysIsContent) {
  EXPECT_TRUE(same(R"({"a": 1, "b": 2})", R"({ "a":1,"b":2 })"));
  EXPECT_FALSE(same(R"({"a": 1, "b": 2})", R"({"b": 2, "a": 1})"));
  EXPECT_FALSE(same(R"({"a": 1})", R"({"a": "1"})"));
  EXPECT_FALSE(same(R"([1, [2]])", R"([1, [2, 3]])"));
}

TEST(Layout, ShippedScenariosHaveIt) {
  ASSERT_FALSE(shipped().empty());
  for (const auto& path : shipped()) {
    const std::string text = read(path);
    const std::string tidy = laid_out(text);
    EXPECT_TRUE(text == tidy) << path << ": run aplomb format on it";
    EXPECT_EQ(laid_out(tidy), tidy) << path;
    EXPECT_TRUE(same(text, tidy)) << path;
  }
}

}  // namespace
}  // namespace aplomb::scenario
