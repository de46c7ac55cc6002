// What has been found of one behaviour, negative or marker while a reply is being judged.
#pragma once

#include <algorithm>
#include <array>
#include <type_traits>
#include <vector>

#include "language/reading.h"
#include "language/remarks.h"

namespace aplomb::language {

// Whether a sentence that shows it can show nothing good besides.
[[nodiscard]] constexpr bool spoils(Negative negative) {
  switch (negative) {
    case Negative::kYesBut:
    case Negative::kPassTheBuck:
    case Negative::kMinimise:
    case Negative::kBlame:
    case Negative::kCalmDown:
    case Negative::kThreat:
    case Negative::kArgue:
    case Negative::kOverPromise:
    case Negative::kBeyondAuthority:
    case Negative::kInsult:
    case Negative::kSarcasm:
    case Negative::kCounterAttack:
    case Negative::kCapitulate:
      return true;
    default:
      return false;
  }
}

struct Found {
  int level = 0;
  std::vector<Span> spans;
  Answers answers;

  void add(int at_level, Span span, const Answers& more) {
    // Words that show less than others do not add to what these show.
    if (at_level < level) return;
    if (at_level > level) spans.clear();
    level = at_level;
    spans.push_back(span);
    answers.insert(answers.end(), more.begin(), more.end());
  }

  void tidy() {
    join(spans);
    std::sort(answers.begin(), answers.end());
    answers.erase(std::unique(answers.begin(), answers.end()), answers.end());
  }
};

// Those that were found, in the order of the vocabulary. Takes their spans and answers.
template <typename Shown, std::size_t N>
void collect(std::array<Found, N>& all, std::vector<Shown>& out) {
  for (std::size_t i = 0; i < N; ++i) {
    if (all[i].level == 0) continue;
    all[i].tidy();
    Shown shown;
    if constexpr (std::is_same_v<Shown, ShownBehaviour>) {
      shown.behaviour = static_cast<Behaviour>(i);
      shown.level = static_cast<std::uint8_t>(all[i].level);
    } else {
      shown.negative = static_cast<Negative>(i);
    }
    shown.spans = std::move(all[i].spans);
    shown.answers = std::move(all[i].answers);
    out.push_back(std::move(shown));
  }
}

}  // namespace aplomb::language
