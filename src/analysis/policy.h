// The trainee bots: each plays by one policy, the same in every scenario. They are fixed so that
// what they reach says something about a scenario; none is ever fitted to one.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace aplomb::analysis {

enum class Policy : std::uint8_t {
  kRandom,        // any input on offer, each as likely; unread documents among them
  kNovice,        // makes the mistakes of the untrained, in their proportions
  kHotHeaded,     // strikes back, orders, threatens, interrupts
  kGamerWords,    // the reply with the most polite words; any of several
  kGamerLongest,  // the longest reply; the earliest of several
  kGamerFirst,    // the first reply as authored
  kExpert,        // the best input on offer by the rubric
  kSkilled,       // at each turn the expert with `skill` per cent, else the novice
};

// Every bot but the skilled one, which needs to be told how skilled: in the order of Policy.
inline constexpr std::array kBots = {Policy::kRandom,       Policy::kNovice,
                                     Policy::kHotHeaded,    Policy::kGamerWords,
                                     Policy::kGamerLongest, Policy::kGamerFirst,
                                     Policy::kExpert};

// Those that look at how a reply reads, not at what it does.
inline constexpr std::array kGamers = {Policy::kGamerWords, Policy::kGamerLongest,
                                       Policy::kGamerFirst};

[[nodiscard]] constexpr bool is_gamer(Policy policy) {
  return policy >= Policy::kGamerWords && policy <= Policy::kGamerFirst;
}

// "random", "novice", "hot_headed", "gamer_words" …
[[nodiscard]] std::string_view id_of(Policy policy);

// The bots that a name stands for: one for its id, all gamers for "gamer". Empty for an unknown
// name, and for "skilled", which is no bot without its skill.
[[nodiscard]] std::span<const Policy> bots_named(std::string_view name);

// The names that bots_named() knows, in the order in which they are listed to people.
[[nodiscard]] std::span<const std::string_view> bot_names();

}  // namespace aplomb::analysis
