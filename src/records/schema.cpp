#include "records/schema.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>

#include "base/file_system.h"
#include "records/errors.h"

namespace aplomb::records {
namespace {

using base::Result;

constexpr const char* kCreateTables = R"sql(
  CREATE TABLE people (
    id           INTEGER PRIMARY KEY,
    name         TEXT    NOT NULL UNIQUE,
    added_utc_ms INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE settings (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE content (
    hash  TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
  ) STRICT;

  CREATE TABLE attempts (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    person          INTEGER NOT NULL REFERENCES people (id),
    scenario        TEXT    NOT NULL,
    scenario_hash   TEXT    NOT NULL REFERENCES content (hash),
    rubric_hash     TEXT    NOT NULL REFERENCES content (hash),
    affect_hash     TEXT    NOT NULL REFERENCES content (hash),
    program_version TEXT    NOT NULL,
    semantics       INTEGER NOT NULL,
    seed            INTEGER NOT NULL,
    language        TEXT    NOT NULL,
    mode            TEXT    NOT NULL,
    started_utc_ms  INTEGER NOT NULL,
    played_utc_ms   INTEGER NOT NULL,
    parent          INTEGER REFERENCES attempts (id),
    parent_turn     INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX attempts_of_person ON attempts (person, scenario);

  CREATE TABLE actions (
    attempt INTEGER NOT NULL REFERENCES attempts (id),
    seq     INTEGER NOT NULL CHECK (seq >= 0),
    kind    TEXT    NOT NULL,
    subject TEXT    NOT NULL,
    text    TEXT    NOT NULL,
    at_ms   INTEGER NOT NULL,
    PRIMARY KEY (attempt, seq)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE results (
    attempt         INTEGER PRIMARY KEY REFERENCES attempts (id),
    ending          TEXT    NOT NULL,
    numerator       INTEGER,
    denominator     INTEGER,
    passed          INTEGER NOT NULL CHECK (passed IN (0, 1)),
    transcript_hash TEXT    NOT NULL,
    score_hash      TEXT    NOT NULL,
    finished_utc_ms INTEGER NOT NULL,
    CHECK ((numerator IS NULL) = (denominator IS NULL)),
    CHECK (numerator >= 0 AND denominator > 0 AND numerator <= 100 * denominator)
  ) STRICT;

  CREATE TABLE dimension_scores (
    attempt     INTEGER NOT NULL REFERENCES results (attempt),
    dimension   TEXT    NOT NULL,
    numerator   INTEGER NOT NULL CHECK (numerator >= 0 AND numerator <= 100 * denominator),
    denominator INTEGER NOT NULL CHECK (denominator > 0),
    PRIMARY KEY (attempt, dimension)
  ) STRICT, WITHOUT ROWID;
)sql";

// Typed replies: how each was read, and what the turns of each kind came to on their own.
constexpr const char* kAddTypedReplies = R"sql(
  ALTER TABLE actions ADD COLUMN reading TEXT NOT NULL DEFAULT '';

  CREATE TABLE kind_scores (
    attempt     INTEGER NOT NULL REFERENCES results (attempt),
    kind        TEXT    NOT NULL CHECK (kind IN ('picked', 'typed')),
    turns       INTEGER NOT NULL CHECK (turns >= 0),
    numerator   INTEGER,
    denominator INTEGER,
    PRIMARY KEY (attempt, kind),
    CHECK ((numerator IS NULL) = (denominator IS NULL)),
    CHECK (numerator >= 0 AND denominator > 0 AND numerator <= 100 * denominator)
  ) STRICT, WITHOUT ROWID;
)sql";

constexpr std::int64_t kTableCount = 8;
constexpr const char* kCountTables =
    "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('people', 'settings', "
    "'content', 'attempts', 'actions', 'results', 'dimension_scores', 'kind_scores')";

// Step i leads from schema i to i + 1; the first makes the tables.
using Step = Result<void> (*)(Database&);
constexpr std::array<Step, kSchemaVersion> kSteps{
    [](Database& database) { return database.run(kCreateTables); },
    [](Database& database) { return database.run(kAddTypedReplies); },
};

Result<void> make_folders(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) {
    if (S_ISDIR(status.st_mode)) return {};
    return base::failure(file_error(ENOTDIR, path));
  }
  if (errno != ENOENT) return base::failure(file_error(errno, path));
  const std::string above = base::parent_path(path);
  if (above != path) {
    if (auto made = make_folders(above); !made) return made;
  }
  // Another program that starts at the same time may have been first.
  if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) {
    return base::failure(file_error(errno, path));
  }
  return {};
}

// Makes sure that there is a file; an empty one becomes a store.
Result<void> make_file(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) {
    if (S_ISDIR(status.st_mode)) return base::failure(file_error(EISDIR, path));
    if (!S_ISREG(status.st_mode)) return base::failure(not_database_error(path));
    return {};
  }
  if (errno != ENOENT) return base::failure(file_error(errno, path));
  if (auto made = make_folders(base::parent_path(path)); !made) return made;
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0 && errno != EEXIST) return base::failure(file_error(errno, path));
  if (file >= 0) ::close(file);
  return {};
}

std::uint32_t big_endian(std::string_view header, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    value = value << 8U | static_cast<unsigned char>(header[i]);
  }
  return value;
}

// Looks at the header before SQLite does anything with the file, so that a file which is refused
// has not been touched: not even by the recovery that opening it would start. Offsets: SQLite's
// "Database File Format", section 1.3.
Result<void> recognise(Database& database) {
  constexpr std::string_view kMagic("SQLite format 3\0", 16);
  constexpr std::size_t kHeaderSize = 100;
  auto header = database.first_bytes(kHeaderSize);
  if (!header) return base::failure(std::move(header).error());
  if (header->empty()) return {};
  if (header->size() < kHeaderSize || !header->starts_with(kMagic)) {
    return base::failure(not_database_error(database.path()));
  }
  if (big_endian(*header, 68) != static_cast<std::uint32_t>(kApplicationId)) {
    return base::failure(foreign_error(database.path()));
  }
  const std::uint32_t version = big_endian(*header, 60);
  if (version > static_cast<std::uint32_t>(kSchemaVersion)) {
    return base::failure(newer_error(database.path(), version, kSchemaVersion));
  }
  return {};
}

// A journal is put beside the file by every change.
Result<void> check_folder_writable(const std::string& path) {
  const std::string folder = base::parent_path(path);
  if (::faccessat(AT_FDCWD, folder.c_str(), W_OK | X_OK, AT_EACCESS) != 0) {
    return base::failure(read_only_error(path));
  }
  return {};
}

Result<void> configure(Database& database, const OpenOptions& options) {
  // EXTRA: a change is durable when it returns, also the removal of its journal.
  if (auto set = database.run("PRAGMA foreign_keys = ON;"
                              "PRAGMA trusted_schema = OFF;"
                              "PRAGMA cell_size_check = ON;"
                              "PRAGMA synchronous = EXTRA;"
                              "PRAGMA journal_mode = DELETE;");
      !set) {
    return set;
  }
  if (!options.max_pages) return {};
  const std::string limit = "PRAGMA max_page_count = " + std::to_string(*options.max_pages);
  return database.run(limit.c_str());
}

// Brings the schema up to date. Asked again inside the transaction, because another program may
// have done it in between.
Result<void> bring_up_to_date(Database& database) {
  auto version = database.number("PRAGMA user_version");
  if (!version) return base::failure(std::move(version).error());
  if (*version == kSchemaVersion) return {};
  return database.change([&]() -> Result<void> {
    version = database.number("PRAGMA user_version");
    if (!version) return base::failure(version.error());
    for (std::int64_t i = *version; i < kSchemaVersion; ++i) {
      if (auto done = kSteps[static_cast<std::size_t>(i)](database); !done) return done;
    }
    const std::string mark = "PRAGMA application_id = " + std::to_string(kApplicationId) +
                             "; PRAGMA user_version = " + std::to_string(kSchemaVersion);
    return database.run(mark.c_str());
  });
}

Result<void> check(Database& database) {
  auto tables = database.number(kCountTables);
  if (!tables) return base::failure(std::move(tables).error());
  if (*tables != kTableCount) {
    return base::failure(damaged_error(database.path(), "tables are missing"));
  }
  Statement statement(database, "PRAGMA quick_check(1)");
  std::string verdict;
  if (statement.next()) verdict = statement.text(0);
  if (auto done = statement.finish(); !done) return done;
  if (verdict != "ok") return base::failure(damaged_error(database.path(), verdict));
  return {};
}

}  // namespace

Result<Database> open_database(const std::string& path, const OpenOptions& options) {
  if (auto made = make_file(path); !made) return base::failure(std::move(made).error());
  auto database = Database::open(path, options.busy_timeout_ms);
  if (!database) return database;
  const auto ready = [&]() -> Result<void> {
    if (auto known = recognise(*database); !known) return known;
    if (auto writable = check_folder_writable(path); !writable) return writable;
    if (auto set = configure(*database, options); !set) return set;
    if (auto current = bring_up_to_date(*database); !current) return current;
    return check(*database);
  }();
  if (!ready) return base::failure(ready.error());
  return database;
}

}  // namespace aplomb::records
