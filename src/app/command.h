// What the window asks of `app`. Every button and key ends in one of these; nothing in `ui` reaches
// the engine or the store. A command that does not fit the current state does nothing; one that
// fails leaves the state as it was and sets View::notice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "app/view.h"

namespace aplomb::app::command {

// People and settings.
struct AddPerson {
  std::string name;  // also becomes the current person
};
struct SwitchPerson {
  std::int64_t person = 0;
};
struct SwitchLanguage {  // to the other one; in a conversation this is an input like any other
};
struct SetTheme {
  ThemeChoice theme = ThemeChoice::kLight;
};
struct SetTextSize {
  int percent = 100;  // kept within 80–200
};
struct SetReducedMotion {
  bool reduced = false;
};
struct HideCards {  // production only, here and in what is played next
  bool hidden = false;
};
struct DismissNotice {};
struct Retry {};  // on the trouble page
struct Quit {};

// Finding the way.
struct OpenScenario {
  std::string id;
};
struct Start {  // from the briefing
  Mode mode = Mode::kPractice;
};
struct Resume {
  std::int64_t attempt = 0;
};
struct ShowScoreSheet {
  std::int64_t attempt = 0;
};
struct Back {};  // to the library; a conversation stays as it is and can be resumed

// In the conversation.
struct PickReply {
  std::size_t index = 0;  // into ConversationView::replies
};
struct TypeReply {
  std::string text;
};
struct DoAct {
  ActView::Kind kind = ActView::Kind::kListen;
};
struct Hurry {};  // shows the rest of the line that is appearing
struct Consult {
  std::string document;
};
struct SetRecordField {
  RecordField field{};
  std::string text;                // for kLine and kParagraph
  std::optional<Founded> founded;  // for kFounded
};
struct SetNotes {
  std::string text;
};
// At every key in the fields of the two above: what is typed so far outlives the program.
struct KeepDraft {
  std::optional<RecordField> field;  // none: the notes
  std::string text;
};
struct KeepReplyDraft {  // the same for the reply box
  std::string text;
};

}  // namespace aplomb::app::command

namespace aplomb::app {

using Command =
    std::variant<command::AddPerson, command::SwitchPerson, command::SwitchLanguage,
                 command::SetTheme, command::SetTextSize, command::SetReducedMotion,
                 command::HideCards, command::TypeReply, command::KeepReplyDraft,
                 command::DismissNotice, command::Retry, command::Quit, command::OpenScenario,
                 command::Start, command::Resume, command::ShowScoreSheet, command::Back,
                 command::PickReply, command::DoAct, command::Hurry, command::Consult,
                 command::SetRecordField, command::SetNotes,
                 command::KeepDraft>;

}  // namespace aplomb::app
