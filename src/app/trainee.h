// The trainee's workspace: who is practising, the library, the briefing, the conversation and the
// score sheet. The window draws view() and hands every wish to handle(); nothing else decides.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/command.h"
#include "app/conversation.h"
#include "app/score_sheet_view.h"
#include "app/shelf.h"
#include "app/view.h"

namespace aplomb::app {

// Everything outside the program, handed in. All must outlive the workspace.
struct Surroundings {
  base::FileSystem& files;
  const base::Clock& clock;
  std::string shared;  // the folder of assets/ and scenarios/
  std::string data;    // the store's file
  LocalTime local_time;
  std::function<std::uint64_t()> fresh_seed;
  base::Language language{};  // until somebody chooses
  LoadReplyReaders load_readers = {};  // empty: nothing can be typed
};

class Trainee {
 public:
  explicit Trainee(Surroundings surroundings);

  void handle(const Command& command);

  // Moves on with the time and with loading. Call before each frame.
  void tick();

  [[nodiscard]] const View& view() const { return view_; }
  [[nodiscard]] bool quits() const { return quits_; }

 private:
  enum class Page : std::uint8_t { kTrouble, kWelcome, kLibrary, kBriefing, kConversation, kSheet };

  void open();
  base::Result<void> read_settings();
  void refresh();

  void run(const command::AddPerson& command);
  void run(const command::SwitchPerson& command);
  void run(const command::SwitchLanguage&);
  void run(const command::SetTheme& command);
  void run(const command::SetTextSize& command);
  void run(const command::SetReducedMotion& command);
  void run(const command::HideCards& command);
  void run(const command::TypeReply& command);
  void run(const command::KeepReplyDraft& command);
  void run(const command::DismissNotice&);
  void run(const command::Retry&);
  void run(const command::Quit&);
  void run(const command::OpenScenario& command);
  void run(const command::Start& command);
  void run(const command::Resume& command);
  void run(const command::ShowScoreSheet& command);
  void run(const command::Back&);
  void run(const command::PickReply& command);
  void run(const command::DoAct& command);
  void run(const command::Hurry&);
  void run(const command::Consult& command);
  void run(const command::SetRecordField& command);
  void run(const command::SetNotes& command);
  void run(const command::KeepDraft& command);

  void trouble(const base::Error& error, bool can_retry);
  void report(const base::Error& error);
  void report(const base::Result<void>& result);
  void keep_setting(const char* key, const std::string& value);
  void select_person(std::int64_t person);
  base::Result<Playing> open_attempt(std::int64_t attempt, records::Store* store);
  void load_readers();
  void converse(Playing playing);

  // library_view.cpp
  void read_progress();
  [[nodiscard]] LibraryView library() const;
  void add_cards(LibraryView& view) const;
  void add_suggestion(LibraryView& view) const;
  [[nodiscard]] std::string title_of(const std::string& scenario) const;
  [[nodiscard]] BriefingView briefing() const;

  Surroundings around_;
  std::optional<records::Store> store_;
  std::optional<Standard> standard_;
  std::optional<Shelf> shelf_;
  bool readers_loaded_ = false;  // or found not to load
  ReplyReaders readers_;         // empty: nothing can be typed
  base::Bilingual unavailable_;  // why
  std::optional<Conversation> conversation_;
  std::optional<Playing> sheet_of_;
  std::vector<records::AttemptSummary> attempts_;  // of the current person, newest first
  std::vector<records::Standing> standings_;       // likewise
  Page page_ = Page::kTrouble;
  std::string briefed_;  // scenario id
  View view_;
  bool quits_ = false;
};

}  // namespace aplomb::app
