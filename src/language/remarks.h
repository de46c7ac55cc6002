// A sentence with everything that is known of it while a reply is being judged.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "language/content.h"
#include "language/lexicon.h"
#include "language/tokens.h"

namespace aplomb::language {

// Tokens [first, last] of a sentence.
struct TokenRange {
  std::size_t first = 0, last = 0;
};

struct Remark {
  const Sentence* sentence = nullptr;
  const Lexicon* lexicon = nullptr;
  FlagSet flags;
  Meanings meanings;
  Matches matches;                                // against the case book
  Answers answered;                               // lines heard that it takes up
  Answers taken_up;                               // keys that these lines name
  std::vector<int> candidates;                    // patterns that may match, ascending
  std::size_t supposed_from = std::string::npos;  // from here on nothing is said in earnest

  [[nodiscard]] bool may_match(Patterns::Id id) const {
    return std::binary_search(candidates.begin(), candidates.end(), static_cast<int>(id));
  }
};

// Everything that is found out about each sentence before any rule is tried.
[[nodiscard]] std::vector<Remark> remarks_on(const std::vector<Sentence>& sentences,
                                             const Context& context, const Lexicons& lexicons,
                                             const Heard& heard);

// The tokens that the bytes [first, end) of the plain form touch.
[[nodiscard]] TokenRange tokens_at(const Sentence& sentence, std::size_t first, std::size_t end);

// The range widened to whole clauses, unless these are very long, without marks at its ends.
[[nodiscard]] TokenRange whole_clauses(const Sentence& sentence, TokenRange range);

// A sentence without the marks at its ends.
[[nodiscard]] Span whole_sentence(const Sentence& sentence);

[[nodiscard]] Span span_of(const Sentence& sentence, TokenRange range);

// In order, overlapping and touching ones joined.
void join(std::vector<Span>& spans);

}  // namespace aplomb::language
