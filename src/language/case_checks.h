// What of a reply goes against the case: wrong names, and what the scenario calls critical.
#pragma once

#include <array>
#include <vector>

#include "language/content.h"
#include "language/reading.h"
#include "language/remarks.h"

namespace aplomb::language {

// "Ms Wang" to Ms Li; 王女士 to 李女士. Only what stands beside a form of address.
[[nodiscard]] std::vector<TokenRange> wrong_names(const Remark& remark,
                                                  const CaseBook::Prepared& book);

// The words that show each negative; empty where it is not shown.
using NegativeSpans = std::array<std::vector<Span>, scenario::kNegativeCount>;

// A critical failure is committed by doing what one of its authored examples does, or by speaking
// of the same in much the same words.
[[nodiscard]] std::vector<ShownCritical> critical_in(const std::vector<Remark>& remarks,
                                                     const CaseBook::Prepared& book,
                                                     const NegativeSpans& shown);

}  // namespace aplomb::language
