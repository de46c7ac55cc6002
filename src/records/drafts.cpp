#include "records/drafts.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "records/checked_text.h"
#include "records/errors.h"

namespace aplomb::records {
namespace {

using base::Result;

constexpr int kBusyTimeoutMs = 500;

// Journal in a file: being killed in the middle of a change undoes it. Nothing waits for the disk.
constexpr const char* kPrepare = R"sql(
  PRAGMA synchronous = OFF;
  PRAGMA journal_mode = DELETE;
  PRAGMA trusted_schema = OFF;
  CREATE TABLE IF NOT EXISTS drafts (
    attempt INTEGER NOT NULL,
    name    TEXT    NOT NULL,
    text    TEXT    NOT NULL,
    seq     INTEGER NOT NULL,
    PRIMARY KEY (attempt, name)
  ) STRICT, WITHOUT ROWID;
)sql";

Result<Database> prepared(const std::string& path) {
  auto database = Database::open(path, kBusyTimeoutMs);
  if (!database) return database;
  if (auto ready = database->run(kPrepare); !ready) {
    return base::failure(std::move(ready).error());
  }
  return database;
}

bool is_damaged(const base::Error& error) {
  return error.code == "records.damaged" || error.code == "records.not_database";
}

}  // namespace

Result<Database*> Drafts::open(bool make) {
  if (database_) return &*database_;
  if (::access(path_.c_str(), F_OK) != 0 && !make) return nullptr;
  const auto make_file = [this]() -> Result<void> {
    const int file = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) return base::failure(file_error(errno, path_));
    ::close(file);
    return {};
  };
  if (auto made = make_file(); !made) return base::failure(std::move(made).error());
  auto database = prepared(path_);
  if (!database && is_damaged(database.error())) {
    ::unlink(path_.c_str());
    ::unlink((path_ + "-journal").c_str());
    if (auto made = make_file(); !made) return base::failure(std::move(made).error());
    database = prepared(path_);
  }
  if (!database) return base::failure(std::move(database).error());
  database_.emplace(*std::move(database));
  return &*database_;
}

Result<void> Drafts::keep(std::int64_t attempt, const Draft& draft) {
  for (const std::string* text : {&draft.name, &draft.text}) {
    if (auto clean = check_text(*text); !clean) return clean;
  }
  auto database = open(true);
  if (!database) return base::failure(std::move(database).error());
  Statement insert(**database, "INSERT OR REPLACE INTO drafts VALUES (?, ?, ?, ?)");
  insert.bind(attempt);
  insert.bind(draft.name);
  insert.bind(draft.text);
  insert.bind(std::int64_t{draft.seq});
  return insert.finish();
}

Result<std::vector<Draft>> Drafts::of(std::int64_t attempt) {
  auto database = open(false);
  if (!database) return base::failure(std::move(database).error());
  std::vector<Draft> drafts;
  if (*database == nullptr) return drafts;
  Statement select(**database, "SELECT name, text, seq FROM drafts WHERE attempt = ? ORDER BY name");
  select.bind(attempt);
  while (select.next()) {
    drafts.push_back({select.text(0), select.text(1), static_cast<int>(select.integer(2))});
  }
  if (auto done = select.finish(); !done) return base::failure(std::move(done).error());
  return drafts;
}

Result<void> Drafts::drop(std::int64_t attempt) {
  auto database = open(false);
  if (!database) return base::failure(std::move(database).error());
  if (*database == nullptr) return {};
  Statement remove(**database, "DELETE FROM drafts WHERE attempt = ?");
  remove.bind(attempt);
  return remove.finish();
}

}  // namespace aplomb::records
