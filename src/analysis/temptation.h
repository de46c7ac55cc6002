// How strongly each input pulls at somebody who is not trained, read off what it shows and the
// mistakes it makes. The same tables serve every scenario; they are the program's own judgement of
// which mistakes of the training material beginners and hot heads make how readily, not measured.
#pragma once

#include <cstdint>

#include "scenario/program.h"

namespace aplomb::analysis {

// A bot takes an input with a chance in proportion to its pull among those on offer: 1 to 100.
using Pull = std::uint16_t;

// The beginner: explains and excuses, argues, passes the buck, promises too much, says "calm down",
// talks jargon, says a formula or nothing to the point; finds a good reply now and then, the less
// often the more skill it takes. `vented`: the customer has been heard enough; before that a
// beginner already offers a remedy.
[[nodiscard]] Pull novice_pull(const scenario::Program& program,
                               const scenario::ProgramChoice& choice, bool vented);

// The hot head: strikes back, orders, threatens, argues, cuts in; hardly ever anything else.
[[nodiscard]] Pull hot_headed_pull(const scenario::ProgramChoice& choice);

}  // namespace aplomb::analysis
