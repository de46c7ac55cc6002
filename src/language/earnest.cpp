#include "language/earnest.h"

#include <vector>

namespace aplomb::language {
namespace {

constexpr std::size_t kMostTries = 4;     // matches of one rule in one sentence
constexpr std::size_t kNegatorReach = 3;  // tokens before a match

bool mentioned(const Remark& remark, TokenRange range) {
  const std::vector<Token>& tokens = remark.sentence->tokens;
  if (tokens[range.first].at > remark.supposed_from) return true;
  for (std::size_t i = range.first; i <= range.last; ++i) {
    if (!tokens[i].quoted) return false;
  }
  return true;
}

bool negated(const Remark& remark, TokenRange range) {
  const std::vector<Token>& tokens = remark.sentence->tokens;
  for (std::size_t i = range.first, n = 0; i > 0 && n < kNegatorReach; ++n) {
    --i;
    if (tokens[i].clause != tokens[range.first].clause) break;
    if (remark.lexicon->is_negator(tokens[i].stem)) return true;
  }
  return false;
}

std::optional<TokenRange> in_earnest(const Rule& rule, Patterns::Id pattern, const Remark& remark) {
  std::size_t from = 0;
  for (std::size_t tries = 0; tries < kMostTries; ++tries) {
    const auto match = remark.lexicon->patterns.search(pattern, remark.sentence->plain, from);
    if (!match) return std::nullopt;
    const TokenRange range = tokens_at(*remark.sentence, match->first, match->end);
    const bool mention = rule.heeds_mention && mentioned(remark, range);
    if (!mention && !(rule.heeds_negation && negated(remark, range))) return range;
    from = match->end;
  }
  return std::nullopt;
}

}  // namespace

std::optional<TokenRange> in_earnest(const Rule& rule, const Remark& remark) {
  std::optional<TokenRange> first;
  for (const Patterns::Id each : rule.any) {
    if (!remark.may_match(each)) continue;
    const auto range = in_earnest(rule, each, remark);
    if (range && (!first || range->first < first->first)) first = range;
  }
  return first;
}

}  // namespace aplomb::language
