// A player who reads nothing and always says what holds the most formula words. What such a play
// scores is what politeness alone is worth in a scenario.
#pragma once

#include <cstdint>

#include "base/language.h"
#include "scoring/valuation.h"

namespace aplomb::analysis {

inline constexpr std::int64_t kPassMark = 60;  // points of 100 that count as passing a scenario

struct KeywordBot {
  int plays = 0;
  std::int64_t mean_hundredths = 0;  // of a point; rounded down

  [[nodiscard]] bool passes() const { return mean_hundredths >= 100 * kPassMark; }
};

// Plays `plays` times. Among replies with equally many words chance decides, always the same way
// for the same scenario; where there is no reply to say, the first act on offer is taken. A play
// with a critical failure, or one that finds no ending, scores nothing. Reads no documents.
[[nodiscard]] KeywordBot keyword_bot(const scoring::Valuation& valuation,
                                     const scoring::Reference& reference,
                                     base::Language language, int plays);

}  // namespace aplomb::analysis
