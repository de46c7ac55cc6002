// Transcript and score sheet for people to read in a terminal.
#pragma once

#include <string>

#include "app/playing.h"
#include "cli/context.h"

namespace aplomb::cli {

// Entries of the transcript from `first` on.
[[nodiscard]] std::string transcript_for_people(const Context& context,
                                                const app::Playing& playing, std::size_t first);

[[nodiscard]] std::string sheet_for_people(const Context& context, const app::Playing& playing);

// What a turn showed and what made it worse, with the words: a line each.
[[nodiscard]] std::string findings_for_people(const Context& context,
                                              const scoring::TurnSheet& turn,
                                              base::Language language);

}  // namespace aplomb::cli
