#pragma once

#include <string>
#include <string_view>

#include "app/view.h"
#include "base/language.h"

namespace aplomb::ui {

// How fixed things are said in the language shown.
// "one · other".
std::string joined(std::string_view first, std::string_view second, base::Language language);
std::string where_of(scenario::Industry industry, scenario::Channel channel,
                     base::Language language);
std::string_view mode_name(app::Mode mode, base::Language language);
// "today 14:20", "yesterday 17:40", "16/11" (day before month).
std::string moment_text(const app::MomentView& moment, base::Language language);
std::string unfinished_text(const app::UnfinishedView& unfinished, base::Language language);
// "Restated what was said · level 2"; a negative has no level.
std::string behaviour_text(const app::BehaviourView& behaviour, base::Language language);
// "picked 62 · typed 48 (7 turns)"; empty where nothing was typed.
std::string kinds_text(const app::KindsView& kinds, base::Language language);
// The same of one dimension, without the turns.
std::string kinds_text(const app::DimensionScoreView& score, base::Language language);
// In the quotation marks of the language.
std::string quoted(std::string_view words, base::Language language);

}  // namespace aplomb::ui
