#include "language/gold.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "support/files.h"

namespace aplomb::language {
namespace {

using Json = nlohmann::json;

template <typename Enum>
std::vector<GoldMark> marks(const Json& list) {
  std::vector<GoldMark> all;
  for (const Json& each : list) {
    const auto id = scenario::from_id<Enum>(each.at("id").get<std::string>());
    if (!id) {
      ADD_FAILURE() << "no such id: " << each.dump();
      continue;
    }
    all.push_back({static_cast<int>(*id), each.value("level", 1), each.value("words", "")});
  }
  return all;
}

// "cold-clerk.en.jsonl" is of that scenario and language.
void read(const std::filesystem::path& path, std::vector<GoldReply>& all) {
  const std::string name = path.stem().string();
  const auto dot = name.rfind('.');
  const auto language = base::language_from_id(name.substr(dot + 1));
  ASSERT_TRUE(language) << path;
  std::istringstream lines(test::read_file(path));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    const Json json = Json::parse(line);
    GoldReply reply;
    reply.scenario = name.substr(0, dot);
    reply.language = *language;
    reply.node = json.at("node").get<std::string>();
    reply.reply = json.at("reply").get<std::string>();
    reply.understood = json.value("understood", true);
    reply.shows = marks<Behaviour>(json.at("shows"));
    reply.negatives = marks<Negative>(json.at("negatives"));
    all.push_back(std::move(reply));
  }
}

}  // namespace

std::vector<GoldReply> development_gold() {
  const char* named = std::getenv("APLOMB_GOLD");
  const std::filesystem::path folder =
      named != nullptr ? std::filesystem::path(named) : test::source_dir() / "tests" / "gold";
  std::vector<std::filesystem::path> files;
  std::error_code missing;
  for (const auto& entry : std::filesystem::directory_iterator(folder, missing)) {
    if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<GoldReply> all;
  for (const auto& path : files)
    read(path, all);
  return all;
}

}  // namespace aplomb::language
