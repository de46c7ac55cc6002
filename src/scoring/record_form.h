// The complaint record form: what the trainee wrote against what was truly said.
#pragma once

#include <string_view>

#include "scenario/model.h"
#include "scoring/score_sheet.h"

namespace aplomb::scoring {

// Right when the text contains the answer or an accepted wording in either language, or speaks of
// all case keys of the field; partly when of some. `founded` compares the id. Upper and lower
// case, full and half width and space around the text make no difference.
[[nodiscard]] RecordResult judge_field(const scenario::Scenario& scenario,
                                       const scenario::RecordAnswer& answer,
                                       std::string_view written);

}  // namespace aplomb::scoring
