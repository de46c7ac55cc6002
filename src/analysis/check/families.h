// The checks, one function for each family of them. Each looks at everything that concerns it and
// adds what it finds; none depends on another.
#pragma once

#include "analysis/check/findings.h"

namespace aplomb::analysis {

// Nodes, lines, replies, acts and endings that no play meets; conditions that always come out the
// same. Of an exploration that is not finished: only what no goto leads to.
void check_reach(const Subject& subject, Findings& findings);

// Dead ends, endless loops, and nodes without a way out in some mood.
void check_ways_out(const Subject& subject, Findings& findings);

// What the rubric promises of scores. That scores lie in 0–100 and that of two plays with the same
// ending cost the one that lost more never scores higher follows from how they are worked out (see
// scoring/valuation.h), so no scenario can break it.
void check_theorems(const Subject& subject, Findings& findings);

// Variables, case keys, documents, fragments and critical failures that nothing uses.
void check_use(const Subject& subject, Findings& findings);

// Whether the best reply can be told without reading the conversation.
void check_cues(const Subject& subject, Findings& findings);

// The order of the stages.
void check_stages(const Subject& subject, Findings& findings);

// Texts that stand in the wrong language.
void check_translation(const Subject& subject, Findings& findings);

// Texts that are hard to read, or too long for the screen.
void check_reading(const Subject& subject, Findings& findings);

}  // namespace aplomb::analysis
