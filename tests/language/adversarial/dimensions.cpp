#include "language/adversarial/dimensions.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "support/files.h"

namespace aplomb::language {
namespace {

struct Table {
  std::map<std::string, int> dimension;  // of behaviours and negatives
  std::map<std::string, bool> caps;
};

const Table& table() {
  static const Table shipped = [] {
    Table made;
    const auto rubric = nlohmann::json::parse(
        test::read_file(test::source_dir() / "assets" / "rubrics" / "standard.json"));
    for (int i = 0; i < scenario::kDimensionCount; ++i) {
      const std::string id(scenario::id_of(static_cast<scenario::Dimension>(i)));
      const auto& dimension = rubric.at("dimensions").at(id);
      for (const auto& [behaviour, sources] : dimension.at("behaviours").items()) {
        made.dimension[behaviour] = i;
      }
      for (const auto& [negative, effect] : dimension.at("negatives").items()) {
        made.dimension[negative] = i;
        made.caps[negative] = effect == "caps";
      }
    }
    return made;
  }();
  return shipped;
}

}  // namespace

DimensionValues values_of(const Reading& reading) {
  DimensionValues values{};
  DimensionValues lowered{};
  std::array<bool, scenario::kDimensionCount> capped{};
  for (const ShownBehaviour& each : reading.behaviours) {
    int& value = values[table().dimension.at(std::string(scenario::id_of(each.behaviour)))];
    value = std::max<int>(value, each.level);
  }
  for (const ShownNegative& each : reading.negatives) {
    const std::string id(scenario::id_of(each.negative));
    const int at = table().dimension.at(id);
    if (table().caps.at(id)) {
      capped[at] = true;
    } else {
      ++lowered[at];
    }
  }
  for (int i = 0; i < scenario::kDimensionCount; ++i) {
    if (capped[i]) values[i] = std::min(values[i], 1);
    values[i] = std::max(0, values[i] - lowered[i]);
  }
  return values;
}

bool gains(const Reading& changed, const Reading& plain) {
  const DimensionValues after = values_of(changed);
  const DimensionValues before = values_of(plain);
  for (int i = 0; i < scenario::kDimensionCount; ++i) {
    if (after[i] > before[i]) return true;
  }
  return false;
}

}  // namespace aplomb::language
