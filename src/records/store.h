// What is kept: people, settings, attempts, and the content that attempts refer to. One SQLite
// file. Every change is on the disk when its function returns and undone as a whole when it fails.
//
// A store is used by one thread at a time. Several programs may have the same file open; while one
// writes, the others wait a little and then get records.busy. Texts must be UTF-8 without NUL
// (records.bad_text). Times are milliseconds since 1970 in UTC.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/attempt.h"
#include "records/drafts.h"
#include "records/schema.h"
#include "scoring/valuation.h"

namespace aplomb::records {

inline constexpr int kMaxNameLength = 60;  // code points

struct Person {
  std::int64_t id = 0;
  std::string name;
  std::int64_t added_utc_ms = 0;
  int finished = 0;  // attempts brought to an end

  bool operator==(const Person&) const = default;
};

// What the turns of one kind came to on their own: see scoring::KindSheet.
struct KindResult {
  int turns = 0;
  std::optional<scoring::Score> score;  // none: not called for

  bool operator==(const KindResult&) const = default;
};

// What an attempt came to when it ended. Kept beside the attempt, so that it can be shown when the
// program that could work it out again is gone.
struct AttemptResult {
  std::string ending;                   // id
  std::optional<scoring::Score> score;  // none where the scenario calls for nothing
  bool passed = false;
  std::array<std::optional<scoring::Score>, scenario::kDimensionCount> dimensions;
  std::optional<KindResult> picked;  // none: kept by a program that did not tell them apart
  std::optional<KindResult> typed;
  std::string transcript_hash;
  std::string score_hash;
  std::int64_t finished_utc_ms = 0;

  bool operator==(const AttemptResult&) const = default;
};

struct StoredAttempt {
  std::int64_t id = 0;
  engine::Attempt attempt;
  std::int64_t played_utc_ms = 0;       // when the last action was taken
  std::optional<AttemptResult> result;  // none: unfinished
};

struct AttemptSummary {
  std::int64_t id = 0;
  engine::AttemptHeader header;
  std::int64_t played_utc_ms = 0;
  int actions = 0;
  int turns = 0;  // actions that are replies or acts, of those typed the ones followed
  std::optional<AttemptResult> result;
};

struct AttemptFilter {
  std::optional<std::int64_t> person = {};
  std::optional<std::string> scenario = {};  // id
  std::optional<bool> finished = {};
  std::optional<int> limit = {};
};

// How far a person has come with a scenario.
struct Standing {
  std::string scenario;
  int finished = 0;                    // attempts brought to an end
  std::optional<scoring::Score> best;  // of those without a critical failure

  bool operator==(const Standing&) const = default;
};

class Store {
 public:
  // See open_database for what is made and what is refused.
  [[nodiscard]] static base::Result<Store> open(const std::string& path,
                                                const OpenOptions& options = {});
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  [[nodiscard]] const std::string& path() const;

  // A name is trimmed; it has 1 to kMaxNameLength characters and nobody else has it.
  [[nodiscard]] base::Result<std::int64_t> add_person(std::string_view name, std::int64_t utc_ms);
  [[nodiscard]] base::Result<void> rename_person(std::int64_t person, std::string_view name);
  [[nodiscard]] base::Result<std::vector<Person>> people() const;  // in the order they were added

  [[nodiscard]] base::Result<void> set_setting(std::string_view key, std::string_view value);
  [[nodiscard]] base::Result<std::optional<std::string>> setting(std::string_view key) const;

  // Keeps a scenario, rubric or affect model (any bytes) under its SHA-256, once; gives the hash.
  [[nodiscard]] base::Result<std::string> keep_content(std::string_view bytes);
  // records.no_content where it was never kept, records.damaged where it no longer fits its hash.
  [[nodiscard]] base::Result<std::string> content(std::string_view hash) const;

  // Begins an attempt, with the actions that a branch keeps of its parent. Person, parent and the
  // three contents must be in the store.
  [[nodiscard]] base::Result<std::int64_t> create_attempt(
      const engine::AttemptHeader& header, std::span<const engine::Action> kept = {});
  // Adds action number `seq` (from 0). records.moved_on when that is not the next one: somebody
  // else has continued the attempt. records.finished when it is finished.
  [[nodiscard]] base::Result<void> append(std::int64_t attempt, int seq,
                                          const engine::Action& action, std::int64_t utc_ms);
  [[nodiscard]] base::Result<void> finish(std::int64_t attempt, const AttemptResult& result);

  [[nodiscard]] base::Result<StoredAttempt> load_attempt(std::int64_t attempt) const;
  [[nodiscard]] base::Result<std::vector<AttemptSummary>> attempts(
      const AttemptFilter& filter = {}) const;  // last played first
  [[nodiscard]] base::Result<std::vector<Standing>> standings(std::int64_t person) const;

  // What was typed in attempts and not yet handed in.
  [[nodiscard]] Drafts& drafts() { return drafts_; }

 private:
  explicit Store(Database database);

  std::unique_ptr<Database> database_;
  Drafts drafts_;
};

}  // namespace aplomb::records
