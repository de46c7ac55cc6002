#include "records/database.h"

#include <sqlite3.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "records/errors.h"

namespace aplomb::records {

base::Result<Database> Database::open(const std::string& path, int busy_timeout_ms) {
  sqlite3* opened = nullptr;
  const int code =
      sqlite3_open_v2(path.c_str(), &opened,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  // Even a failed open may leave a connection behind that has to be closed.
  Database database(std::unique_ptr<sqlite3, Close>(opened), path);
  if (opened == nullptr) return base::failure(system_error(path, sqlite3_errstr(code)));
  if (code != SQLITE_OK) return base::failure(database.error(code));
  if (sqlite3_db_readonly(opened, "main") == 1) return base::failure(read_only_error(path));
  sqlite3_busy_timeout(opened, busy_timeout_ms);
  return database;
}

void Database::Close::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

base::Error Database::error(int code) const {
  const int system = sqlite3_system_errno(connection_.get());
  std::string detail = sqlite3_errmsg(connection_.get());
  const bool of_system = (code & 0xff) == SQLITE_IOERR || (code & 0xff) == SQLITE_CANTOPEN;
  if (of_system && system != 0) detail += ", " + std::generic_category().message(system);
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return busy_error(path_);
    case SQLITE_FULL:
      return disk_full_error(path_);
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return read_only_error(path_);
    case SQLITE_NOTADB:
      return not_database_error(path_);
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
      return damaged_error(path_, detail);
    case SQLITE_CANTOPEN:
      return system != 0 ? file_error(system, path_) : system_error(path_, detail);
    default:
      return system_error(path_, detail);
  }
}

base::Result<std::string> Database::first_bytes(std::size_t count) const {
  sqlite3_file* file = nullptr;
  sqlite3_file_control(connection_.get(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (file == nullptr || file->pMethods == nullptr) {
    return base::failure(system_error(path_, "no file"));
  }
  sqlite3_int64 size = 0;
  if (const int code = file->pMethods->xFileSize(file, &size); code != SQLITE_OK) {
    return base::failure(system_error(path_, sqlite3_errstr(code)));
  }
  std::string bytes(std::min(count, static_cast<std::size_t>(size)), '\0');
  const int code = file->pMethods->xRead(file, bytes.data(), static_cast<int>(bytes.size()), 0);
  if (code != SQLITE_OK) return base::failure(system_error(path_, sqlite3_errstr(code)));
  return bytes;
}

base::Result<void> Database::run(const char* sql) {
  const int code = sqlite3_exec(connection_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return base::failure(error(code));
  return {};
}

base::Result<std::int64_t> Database::number(const char* sql) {
  Statement statement(*this, sql);
  std::optional<std::int64_t> value;
  if (statement.next()) value = statement.integer(0);
  if (auto done = statement.finish(); !done) return base::failure(std::move(done).error());
  if (!value) return base::failure(damaged_error(path_, sql));
  return *value;
}

// The write lock is taken at once: a change that reads first and then finds somebody else writing
// could not be finished by waiting.
base::Result<void> Database::begin() { return run("BEGIN IMMEDIATE"); }

base::Result<void> Database::commit() {
  auto committed = run("COMMIT");
  if (!committed) roll_back();
  return committed;
}

void Database::roll_back() {
  // After some failures (disk full, input or output) SQLite has already rolled back by itself.
  if (sqlite3_get_autocommit(connection_.get()) != 0) return;
  sqlite3_exec(connection_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

std::int64_t Database::last_row_id() const { return sqlite3_last_insert_rowid(connection_.get()); }

int Database::changed_rows() const { return sqlite3_changes(connection_.get()); }

Statement::Statement(Database& database, std::string_view sql) : database_(database) {
  sqlite3_stmt* prepared = nullptr;
  keep(sqlite3_prepare_v2(database.connection_.get(), sql.data(), static_cast<int>(sql.size()),
                          &prepared, nullptr));
  statement_.reset(prepared);
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

void Statement::keep(int code) {
  if (code == SQLITE_OK || problem_) return;
  problem_ = database_.error(code);
}

void Statement::bind(std::int64_t value) {
  if (!problem_) keep(sqlite3_bind_int64(statement_.get(), ++bound_, value));
}

void Statement::bind(std::string_view text) {
  if (problem_) return;
  // An empty view may have no address, which would bind NULL.
  const char* bytes = text.empty() ? "" : text.data();
  keep(sqlite3_bind_text64(statement_.get(), ++bound_, bytes, text.size(), SQLITE_TRANSIENT,
                           SQLITE_UTF8));
}

void Statement::bind_blob(std::string_view bytes) {
  if (problem_) return;
  const char* data = bytes.empty() ? "" : bytes.data();
  keep(sqlite3_bind_blob64(statement_.get(), ++bound_, data, bytes.size(), SQLITE_TRANSIENT));
}

void Statement::bind_null() {
  if (!problem_) keep(sqlite3_bind_null(statement_.get(), ++bound_));
}

void Statement::reset() {
  if (problem_) return;
  sqlite3_reset(statement_.get());
  bound_ = 0;
  done_ = false;
}

bool Statement::next() {
  if (problem_ || done_) return false;
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  done_ = true;
  if (code != SQLITE_DONE) keep(code);
  return false;
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

std::string Statement::text(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return bytes == nullptr
             ? std::string()
             : std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

base::Result<void> Statement::finish() {
  while (next()) {
  }
  if (problem_) return base::failure(*problem_);
  return {};
}

}  // namespace aplomb::records
