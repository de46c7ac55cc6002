// What a typed reply was read as: behaviours, negatives and markers, each with the words of the
// reply that show it. Nothing here depends on how it was found.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "scenario/vocabulary.h"

namespace aplomb::language {

using scenario::Behaviour;
using scenario::Negative;

// Bytes [first, end) of the reply as it was typed: first < end, both on code point borders.
struct Span {
  std::uint32_t first = 0;
  std::uint32_t end = 0;

  bool operator==(const Span&) const = default;
};

// What a behaviour answers: indices of Scenario::keys where the reply was read against a case
// book, else indices of the lines heard. Ascending, without repetition.
using Answers = std::vector<std::uint16_t>;

// A behaviour shown. Level 1: a generic formula; 2: names a fact, feeling, want or limit of this
// case; 3: as 2, with a function (checks back, gives the reason, offers a choice, or makes a dated
// commitment). From level 2 up `answers` is not empty where there is a case book; without one, a
// number, a name or a date of the reply's own may have made it specific.
struct ShownBehaviour {
  Behaviour behaviour{};
  std::uint8_t level = 1;   // 1 to 3
  std::vector<Span> spans;  // ascending, apart from each other, at least one
  Answers answers;

  bool operator==(const ShownBehaviour&) const = default;
};

struct ShownNegative {
  Negative negative{};
  std::vector<Span> spans;  // as above
  Answers answers;          // of `misquote` and `asks_known`: what is misquoted, or known already

  bool operator==(const ShownNegative&) const = default;
};

// No behaviour of the rubric, but to be told apart from one.
enum class Marker : std::uint8_t {
  kAdvice,  // advice or information given: what to do, or how things are
};
inline constexpr int kMarkerCount = 1;
[[nodiscard]] std::string_view id_of(Marker marker);

struct ShownMarker {
  Marker marker{};
  std::vector<Span> spans;

  bool operator==(const ShownMarker&) const = default;
};

// A critical failure of the scenario that the reply commits, by its index in Scenario::critical.
struct ShownCritical {
  std::uint16_t critical = 0;
  std::vector<Span> spans;

  bool operator==(const ShownCritical&) const = default;
};

// Whether a reply could be read, and if not, why. Only a reply that was understood has anything
// else in its reading.
enum class Understanding : std::uint8_t {
  kUnderstood,
  kNothingFound,   // words, but none that show a behaviour or a negative
  kEmpty,          // nothing, or only spaces and characters that cannot be seen
  kTooLong,        // more than kMaxReplyBytes
  kBrokenText,     // not UTF-8, or control characters
  kNoWords,        // only emoji, punctuation or digits
  kOtherLanguage,  // neither Chinese nor English
};
inline constexpr int kUnderstandingCount = 7;
[[nodiscard]] std::string_view id_of(Understanding understanding);

inline constexpr std::uint32_t kMaxReplyBytes = 400'000;  // 100,000 characters of any script

struct Reading {
  Understanding understanding = Understanding::kEmpty;
  std::optional<base::Language> language;  // the one most of the reply is in, where known
  std::vector<ShownBehaviour> behaviours;  // in the order of the vocabulary, each once
  std::vector<ShownNegative> negatives;    // likewise
  std::vector<ShownMarker> markers;
  std::vector<ShownCritical> critical;  // ascending

  [[nodiscard]] bool understood() const { return understanding == Understanding::kUnderstood; }
  // The level at which the behaviour is shown; 0 where it is not.
  [[nodiscard]] int level(Behaviour behaviour) const;
  [[nodiscard]] bool shows(Negative negative) const;
  [[nodiscard]] bool shows(Marker marker) const;

  bool operator==(const Reading&) const = default;
};

}  // namespace aplomb::language
