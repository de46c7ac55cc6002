// How one typed reply was read and valued, for people and for programs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/context.h"
#include "cli/json_output.h"
#include "language/reading.h"
#include "scenario/model.h"
#include "scoring/valuation.h"

namespace aplomb::cli {

// A reply with its reading. `scenario` is null, or what the answers are indices of.
struct ScoredReply {
  std::string_view reply;
  const language::Reading& reading;
  scoring::TurnValue value;
  const scenario::Scenario* scenario = nullptr;
};

// The value of what was read, by the rubric; nothing for a reply that was not understood.
[[nodiscard]] scoring::TurnValue value_of(const scoring::Rubric& rubric,
                                          const language::Reading& reading);

void print(const Context& context, const ScoredReply& scored);
[[nodiscard]] Json to_json(const ScoredReply& scored);

// Why it was not understood and what to do, in words.
[[nodiscard]] std::string not_understood(language::Understanding understanding,
                                         base::Language language);

}  // namespace aplomb::cli
