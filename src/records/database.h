// SQLite as values that clean up after themselves: a connection, a statement, a change. Every
// value is bound, never written into the SQL; every failure is an Error with the words for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace aplomb::records {

class Statement;

// One connection. Used by one thread at a time.
class Database {
 public:
  // Opens an existing file for reading and writing; fails with records.read_only where it cannot
  // be written. Waits up to `busy_timeout_ms` for another program that is writing.
  [[nodiscard]] static base::Result<Database> open(const std::string& path, int busy_timeout_ms);

  [[nodiscard]] const std::string& path() const { return path_; }

  // The first bytes of the file as they are on the disk, fewer where it has fewer. Takes no lock and
  // starts no recovery. (Opening the file a second time beside SQLite would drop its locks.)
  [[nodiscard]] base::Result<std::string> first_bytes(std::size_t count) const;

  // Runs statements that take no values and give no rows.
  [[nodiscard]] base::Result<void> run(const char* sql);

  // The first column of the first row; records.damaged where there is none.
  [[nodiscard]] base::Result<std::int64_t> number(const char* sql);

  // `work` in one transaction: all of it is on the disk when this returns a value, and nothing of
  // it is there when this returns an error. `work` returns a Result; an error undoes the change.
  template <typename Work>
  [[nodiscard]] auto change(Work work) -> std::invoke_result_t<Work> {
    if (auto begun = begin(); !begun) return base::failure(std::move(begun).error());
    auto result = work();
    if (!result) {
      roll_back();
      return result;
    }
    if (auto committed = commit(); !committed) return base::failure(std::move(committed).error());
    return result;
  }

  [[nodiscard]] std::int64_t last_row_id() const;
  [[nodiscard]] int changed_rows() const;

  // The words for what SQLite says went wrong.
  [[nodiscard]] base::Error error(int code) const;

 private:
  friend class Statement;

  struct Close {
    void operator()(sqlite3* connection) const;
  };

  Database(std::unique_ptr<sqlite3, Close> connection, std::string path)
      : connection_(std::move(connection)), path_(std::move(path)) {}

  [[nodiscard]] base::Result<void> begin();
  [[nodiscard]] base::Result<void> commit();
  void roll_back();

  std::unique_ptr<sqlite3, Close> connection_;
  std::string path_;
};

// One statement and its rows. The first problem is kept and later calls do nothing, so that only
// finish() has to be asked:
//
//   Statement select(database, "SELECT name FROM people WHERE id = ?");
//   select.bind(id);
//   while (select.next()) names.push_back(select.text(0));
//   if (auto done = select.finish(); !done) return base::failure(done.error());
class Statement {
 public:
  Statement(Database& database, std::string_view sql);

  // The values of the ?s, in order.
  void bind(std::int64_t value);
  void bind(std::string_view text);
  void bind_blob(std::string_view bytes);
  void bind_null();
  template <typename Value>
  void bind(const std::optional<Value>& value) {
    value ? bind(*value) : bind_null();
  }

  // Runs the statement again, with new values.
  void reset();

  // Goes to the next row; false when there is none, or after a problem.
  bool next();

  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::string text(int column) const;  // of a blob too: its bytes
  [[nodiscard]] bool is_null(int column) const;

  // Runs the statement to its end; the first problem, if there was one.
  [[nodiscard]] base::Result<void> finish();

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };

  void keep(int code);

  Database& database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int bound_ = 0;
  bool done_ = false;
  std::optional<base::Error> problem_;
};

}  // namespace aplomb::records
