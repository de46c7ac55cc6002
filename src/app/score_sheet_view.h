// The score sheet as the window shows it.
#pragma once

#include <functional>
#include <vector>

#include "app/playing.h"
#include "app/view.h"

namespace aplomb::app {

// The moment `utc_ms` in local time, seen from now.
using LocalTime = std::function<MomentView(std::int64_t utc_ms)>;

[[nodiscard]] ScoreSheetView score_sheet_view(const Playing& playing, base::Language language,
                                              const LocalTime& local_time);

// The words of a turn that counted: sorted, not overlapping, negatives first where two overlap.
[[nodiscard]] std::vector<EvidenceView> evidence_of(const scoring::TurnSheet& turn,
                                                    const scoring::Valuation& valuation,
                                                    base::Language language);

// What a turn showed, negatives last; what was worth nothing is left out.
[[nodiscard]] std::vector<BehaviourView> behaviours_of(const scoring::TurnSheet& turn,
                                                       const scoring::Valuation& valuation,
                                                       base::Language language);

// The two kinds of turns; zeros where they were not kept apart.
[[nodiscard]] KindsView kinds_of(const std::optional<records::KindResult>& picked,
                                 const std::optional<records::KindResult>& typed);

// A scenario as its card shows it; standing and unfinished attempts are the caller's.
[[nodiscard]] ScenarioCardView card_of(const Story& story, base::Language language);

}  // namespace aplomb::app
