#pragma once

#include <string_view>

#include "app/view.h"

// Made-up content for every screen, for the tests of the drawing and for the gallery.
namespace aplomb::fixtures {

app::View view_of(base::Language language, app::ScreenView screen);

app::LibraryView library(base::Language language);
app::LibraryView empty_library();
app::BriefingView briefing(base::Language language);
// In the middle of the conversation, with four replies to choose from.
app::ConversationView conversation(base::Language language);
// The customer's line is still appearing.
app::ConversationView speaking(base::Language language);
app::ConversationView ended(base::Language language);
app::ScoreSheetView score_sheet(base::Language language);
// With a critical failure.
app::ScoreSheetView failed_score_sheet(base::Language language);
app::TroubleView trouble(base::Language language);

}  // namespace aplomb::fixtures
