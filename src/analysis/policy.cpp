#include "analysis/policy.h"

namespace aplomb::analysis {
namespace {

constexpr std::array<std::string_view, 8> kIds{"random",        "novice",      "hot_headed",
                                               "gamer_words",   "gamer_longest", "gamer_first",
                                               "expert",        "skilled"};
constexpr std::array<std::string_view, 8> kNames{
    "random",      "novice",        "hot_headed",  "gamer",
    "gamer_words", "gamer_longest", "gamer_first", "expert"};

}  // namespace

std::string_view id_of(Policy policy) { return kIds[static_cast<std::size_t>(policy)]; }

std::span<const Policy> bots_named(std::string_view name) {
  if (name == "gamer") return kGamers;
  for (const Policy& bot : kBots) {
    if (id_of(bot) == name) return {&bot, 1};
  }
  return {};
}

std::span<const std::string_view> bot_names() { return kNames; }

}  // namespace aplomb::analysis
