#include "records/store.h"

#include "base/hash.h"
#include "base/text.h"
#include "records/checked_text.h"
#include "records/database.h"
#include "records/errors.h"

namespace aplomb::records {
namespace {

using base::Result;

Result<std::string> checked_name(std::string_view name) {
  const std::string_view trimmed = base::trim(name);
  if (auto clean = check_text(trimmed); !clean) return base::failure(std::move(clean).error());
  if (trimmed.empty()) return base::failure(name_empty_error());
  if (base::count_code_points(trimmed) > kMaxNameLength) {
    return base::failure(name_too_long_error(kMaxNameLength));
  }
  return std::string(trimmed);
}

// Nobody but `person` may have the name.
Result<void> check_name_free(Database& database, std::string_view name, std::int64_t person) {
  Statement select(database, "SELECT 1 FROM people WHERE name = ? AND id <> ?");
  select.bind(name);
  select.bind(person);
  const bool taken = select.next();
  if (auto done = select.finish(); !done) return done;
  if (taken) return base::failure(name_taken_error(name));
  return {};
}

}  // namespace

Result<void> check_text(std::string_view text) {
  if (text.find('\0') != std::string_view::npos || base::first_invalid_utf8(text)) {
    return base::failure(bad_text_error());
  }
  return {};
}

Store::Store(Database database)
    : database_(std::make_unique<Database>(std::move(database))),
      drafts_(database_->path() + "-drafts") {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::string& path, const OpenOptions& options) {
  auto database = open_database(path, options);
  if (!database) return base::failure(std::move(database).error());
  return Store(std::move(*database));
}

const std::string& Store::path() const { return database_->path(); }

Result<std::int64_t> Store::add_person(std::string_view name, std::int64_t utc_ms) {
  const auto checked = checked_name(name);
  if (!checked) return base::failure(checked.error());
  return database_->change([&]() -> Result<std::int64_t> {
    if (auto unused = check_name_free(*database_, *checked, 0); !unused) {
      return base::failure(std::move(unused).error());
    }
    Statement insert(*database_, "INSERT INTO people (name, added_utc_ms) VALUES (?, ?)");
    insert.bind(*checked);
    insert.bind(utc_ms);
    if (auto done = insert.finish(); !done) return base::failure(std::move(done).error());
    return database_->last_row_id();
  });
}

Result<void> Store::rename_person(std::int64_t person, std::string_view name) {
  const auto checked = checked_name(name);
  if (!checked) return base::failure(checked.error());
  return database_->change([&]() -> Result<void> {
    if (auto unused = check_name_free(*database_, *checked, person); !unused) return unused;
    Statement update(*database_, "UPDATE people SET name = ? WHERE id = ?");
    update.bind(*checked);
    update.bind(person);
    if (auto done = update.finish(); !done) return done;
    if (database_->changed_rows() == 0) return base::failure(no_person_error(person));
    return {};
  });
}

Result<std::vector<Person>> Store::people() const {
  Statement select(*database_,
                   "SELECT id, name, added_utc_ms, (SELECT count(*) FROM attempts JOIN results ON "
                   "attempt = attempts.id WHERE person = people.id) FROM people ORDER BY id");
  std::vector<Person> people;
  while (select.next()) {
    people.push_back({select.integer(0), select.text(1), select.integer(2),
                      static_cast<int>(select.integer(3))});
  }
  if (auto done = select.finish(); !done) return base::failure(std::move(done).error());
  return people;
}

Result<void> Store::set_setting(std::string_view key, std::string_view value) {
  for (const std::string_view text : {key, value}) {
    if (auto clean = check_text(text); !clean) return clean;
  }
  return database_->change([&]() -> Result<void> {
    Statement insert(*database_,
                     "INSERT INTO settings (key, value) VALUES (?, ?) "
                     "ON CONFLICT (key) DO UPDATE SET value = excluded.value");
    insert.bind(key);
    insert.bind(value);
    return insert.finish();
  });
}

Result<std::optional<std::string>> Store::setting(std::string_view key) const {
  Statement select(*database_, "SELECT value FROM settings WHERE key = ?");
  select.bind(key);
  std::optional<std::string> value;
  if (select.next()) value = select.text(0);
  if (auto done = select.finish(); !done) return base::failure(std::move(done).error());
  return value;
}

Result<std::string> Store::keep_content(std::string_view bytes) {
  const std::string hash = base::sha256_hex(bytes);
  auto kept = database_->change([&]() -> Result<void> {
    Statement insert(*database_,
                     "INSERT INTO content (hash, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING");
    insert.bind(hash);
    insert.bind_blob(bytes);
    return insert.finish();
  });
  if (!kept) return base::failure(std::move(kept).error());
  return hash;
}

Result<std::string> Store::content(std::string_view hash) const {
  Statement select(*database_, "SELECT bytes FROM content WHERE hash = ?");
  select.bind(hash);
  std::optional<std::string> bytes;
  if (select.next()) bytes = select.text(0);
  if (auto done = select.finish(); !done) return base::failure(std::move(done).error());
  if (!bytes) return base::failure(no_content_error(hash));
  if (base::sha256_hex(*bytes) != hash) {
    return base::failure(damaged_error(path(), "content " + std::string(hash)));
  }
  return *std::move(bytes);
}

}  // namespace aplomb::records
