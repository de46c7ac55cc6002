#include <utility>

#include "records/checked_text.h"
#include "records/database.h"
#include "records/errors.h"
#include "records/store.h"

namespace aplomb::records {
namespace {

using base::Result;
using engine::Action;
using engine::AttemptHeader;

// Columns 0 to 14: id, the header, and when it was last played; 15 to 21: the result, NULL in an
// unfinished attempt; 22 and 23: how many actions and turns.
constexpr std::string_view kSelectAttempts =
    "SELECT attempts.id, person, scenario, scenario_hash, rubric_hash, affect_hash, "
    "program_version, semantics, seed, language, mode, started_utc_ms, played_utc_ms, parent, "
    "parent_turn, "
    "ending, numerator, denominator, passed, transcript_hash, score_hash, finished_utc_ms, "
    "(SELECT count(*) FROM actions WHERE attempt = attempts.id), "
    "(SELECT count(*) FROM actions WHERE attempt = attempts.id AND (kind IN "
    "('pick', 'listen', 'interrupt', 'pause', 'silence', 'manager') OR "
    "kind = 'type' AND instr(reading, '\"followed\":true') > 0)) "
    "FROM attempts LEFT JOIN results ON attempt = attempts.id ";
constexpr int kFirstResultColumn = 15;
constexpr std::string_view kPicked = "picked";
constexpr std::string_view kTyped = "typed";

Result<void> check_texts(const AttemptHeader& header) {
  for (const std::string_view text :
       {std::string_view(header.scenario_id), std::string_view(header.program_version)}) {
    if (auto clean = check_text(text); !clean) return clean;
  }
  return {};
}

Result<bool> exists(Database& database, const char* sql, std::int64_t id) {
  Statement select(database, sql);
  select.bind(id);
  const bool found = select.next();
  if (auto done = select.finish(); !done) return base::failure(std::move(done).error());
  return found;
}

// What the header refers to must be there: reported here by name, not as a broken foreign key.
Result<void> check_references(Database& database, const AttemptHeader& header) {
  auto person = exists(database, "SELECT 1 FROM people WHERE id = ?", header.person);
  if (!person) return base::failure(std::move(person).error());
  if (!*person) return base::failure(no_person_error(header.person));
  if (header.parent != 0) {
    auto parent = exists(database, "SELECT 1 FROM attempts WHERE id = ?", header.parent);
    if (!parent) return base::failure(std::move(parent).error());
    if (!*parent) return base::failure(no_attempt_error(header.parent));
  }
  Statement select(database, "SELECT 1 FROM content WHERE hash = ?");
  for (const std::string& hash : {header.scenario_hash, header.rubric_hash, header.affect_hash}) {
    select.bind(hash);
    const bool kept = select.next();
    if (auto done = select.finish(); !done) return done;
    if (!kept) return base::failure(no_content_error(hash));
    select.reset();
  }
  return {};
}

Result<void> insert_action(Database& database, std::int64_t attempt, int seq,
                           const Action& action) {
  Statement insert(database,
                   "INSERT INTO actions (attempt, seq, kind, subject, text, at_ms, reading) "
                   "VALUES (?, ?, ?, ?, ?, ?, ?)");
  insert.bind(attempt);
  insert.bind(seq);
  insert.bind(engine::id_of(action.kind));
  insert.bind(action.subject);
  insert.bind(action.text);
  insert.bind(action.at_ms);
  insert.bind(action.reading);
  return insert.finish();
}

Result<void> check_texts(const Action& action) {
  for (const std::string* text : {&action.subject, &action.text, &action.reading}) {
    if (auto clean = check_text(*text); !clean) return clean;
  }
  return {};
}

struct Progress {
  std::int64_t actions = 0;
  bool finished = false;
};

Result<Progress> progress_of(Database& database, std::int64_t attempt) {
  Statement select(database,
                   "SELECT (SELECT coalesce(max(seq) + 1, 0) FROM actions WHERE attempt = id), "
                   "EXISTS (SELECT 1 FROM results WHERE attempt = id) FROM attempts WHERE id = ?");
  select.bind(attempt);
  std::optional<Progress> progress;
  if (select.next()) progress = Progress{select.integer(0), select.integer(1) != 0};
  if (auto done = select.finish(); !done) return base::failure(std::move(done).error());
  if (!progress) return base::failure(no_attempt_error(attempt));
  return *progress;
}

// The header in columns 0 to 14; nullopt when a word in it is none that this program knows.
std::optional<AttemptHeader> read_header(const Statement& row) {
  const auto language = base::language_from_id(row.text(9));
  const auto mode = engine::mode_from_id(row.text(10));
  if (!language || !mode) return std::nullopt;
  AttemptHeader header;
  header.person = row.integer(1);
  header.scenario_id = row.text(2);
  header.scenario_hash = row.text(3);
  header.rubric_hash = row.text(4);
  header.affect_hash = row.text(5);
  header.program_version = row.text(6);
  header.semantics = static_cast<int>(row.integer(7));
  header.seed = static_cast<std::uint64_t>(row.integer(8));
  header.language = *language;
  header.mode = *mode;
  header.started_utc_ms = row.integer(11);
  header.parent = row.integer(13);
  header.parent_turn = static_cast<int>(row.integer(14));
  return header;
}

std::optional<AttemptResult> read_result(const Statement& row) {
  constexpr int kFirst = kFirstResultColumn;
  if (row.is_null(kFirst)) return std::nullopt;
  AttemptResult result;
  result.ending = row.text(kFirst);
  if (!row.is_null(kFirst + 1)) result.score = {row.integer(kFirst + 1), row.integer(kFirst + 2)};
  result.passed = row.integer(kFirst + 3) != 0;
  result.transcript_hash = row.text(kFirst + 4);
  result.score_hash = row.text(kFirst + 5);
  result.finished_utc_ms = row.integer(kFirst + 6);
  return result;
}

// `select` asks for the scores of one attempt, and is used again for the next one.
Result<void> read_dimensions(Database& database, Statement& select, std::int64_t attempt,
                             AttemptResult& result) {
  select.reset();
  select.bind(attempt);
  while (select.next()) {
    const auto dimension = scenario::from_id<scenario::Dimension>(select.text(0));
    if (!dimension) {
      return base::failure(damaged_error(database.path(), "dimension " + select.text(0)));
    }
    result.dimensions[static_cast<std::size_t>(*dimension)] = {select.integer(1),
                                                               select.integer(2)};
  }
  return select.finish();
}

// As read_dimensions, of the two kinds of turns.
Result<void> read_kinds(Database& database, Statement& select, std::int64_t attempt,
                        AttemptResult& result) {
  select.reset();
  select.bind(attempt);
  while (select.next()) {
    KindResult kind{static_cast<int>(select.integer(1)), std::nullopt};
    if (!select.is_null(2)) kind.score = {select.integer(2), select.integer(3)};
    if (select.text(0) == kPicked) {
      result.picked = kind;
    } else if (select.text(0) == kTyped) {
      result.typed = kind;
    } else {
      return base::failure(damaged_error(database.path(), "kind " + select.text(0)));
    }
  }
  return select.finish();
}

Result<void> insert_kinds(Database& database, std::int64_t attempt, const AttemptResult& result) {
  Statement insert(database,
                   "INSERT INTO kind_scores (attempt, kind, turns, numerator, denominator) "
                   "VALUES (?, ?, ?, ?, ?)");
  for (const auto& [name, kind] :
       {std::pair{kPicked, &result.picked}, std::pair{kTyped, &result.typed}}) {
    if (!*kind) continue;
    const std::optional<scoring::Score>& score = (*kind)->score;
    insert.reset();
    insert.bind(attempt);
    insert.bind(name);
    insert.bind((*kind)->turns);
    insert.bind(score ? std::optional(score->numerator) : std::nullopt);
    insert.bind(score ? std::optional(score->denominator) : std::nullopt);
    if (auto done = insert.finish(); !done) return done;
  }
  return {};
}

constexpr const char* kSelectKinds =
    "SELECT kind, turns, numerator, denominator FROM kind_scores WHERE attempt = ?";

constexpr const char* kSelectDimensions =
    "SELECT dimension, numerator, denominator FROM dimension_scores WHERE attempt = ?";

base::Error damaged_attempt(const Database& database, std::int64_t attempt) {
  return damaged_error(database.path(), "attempt " + std::to_string(attempt));
}

Result<std::vector<Action>> read_actions(Database& database, std::int64_t attempt) {
  Statement select(database,
                   "SELECT seq, kind, subject, text, at_ms, reading FROM actions WHERE attempt = ? "
                   "ORDER BY seq");
  select.bind(attempt);
  std::vector<Action> actions;
  while (select.next()) {
    const auto kind = engine::action_kind_from_id(select.text(1));
    if (!kind || select.integer(0) != static_cast<std::int64_t>(actions.size())) {
      return base::failure(damaged_attempt(database, attempt));
    }
    actions.push_back({*kind, select.text(2), select.text(3), select.integer(4),
                       select.text(5)});
  }
  if (auto done = select.finish(); !done) return base::failure(std::move(done).error());
  return actions;
}

// The rows of a statement that begins with kSelectAttempts.
Result<std::vector<AttemptSummary>> read_summaries(Database& database, Statement& select) {
  Statement dimensions(database, kSelectDimensions);
  Statement kinds(database, kSelectKinds);
  std::vector<AttemptSummary> summaries;
  while (select.next()) {
    AttemptSummary summary;
    summary.id = select.integer(0);
    auto header = read_header(select);
    if (!header) return base::failure(damaged_attempt(database, summary.id));
    summary.header = *std::move(header);
    summary.played_utc_ms = select.integer(12);
    summary.result = read_result(select);
    summary.actions = static_cast<int>(select.integer(22));
    summary.turns = static_cast<int>(select.integer(23));
    if (summary.result) {
      auto read = read_dimensions(database, dimensions, summary.id, *summary.result);
      if (read) read = read_kinds(database, kinds, summary.id, *summary.result);
      if (!read) return base::failure(std::move(read).error());
    }
    summaries.push_back(std::move(summary));
  }
  if (auto done = select.finish(); !done) return base::failure(std::move(done).error());
  return summaries;
}

}  // namespace

Result<std::int64_t> Store::create_attempt(const AttemptHeader& header,
                                           std::span<const Action> kept) {
  if (auto clean = check_texts(header); !clean) return base::failure(std::move(clean).error());
  for (const Action& action : kept) {
    if (auto clean = check_texts(action); !clean) return base::failure(std::move(clean).error());
  }
  return database_->change([&]() -> Result<std::int64_t> {
    if (auto known = check_references(*database_, header); !known) {
      return base::failure(std::move(known).error());
    }
    Statement insert(*database_,
                     "INSERT INTO attempts (person, scenario, scenario_hash, rubric_hash, "
                     "affect_hash, program_version, semantics, seed, language, mode, "
                     "started_utc_ms, played_utc_ms, parent, parent_turn) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(header.person);
    for (const std::string_view text :
         {std::string_view(header.scenario_id), std::string_view(header.scenario_hash),
          std::string_view(header.rubric_hash), std::string_view(header.affect_hash),
          std::string_view(header.program_version)}) {
      insert.bind(text);
    }
    insert.bind(header.semantics);
    insert.bind(static_cast<std::int64_t>(header.seed));
    insert.bind(base::language_id(header.language));
    insert.bind(engine::id_of(header.mode));
    insert.bind(header.started_utc_ms);
    insert.bind(header.started_utc_ms);
    if (header.parent != 0) {
      insert.bind(header.parent);
    } else {
      insert.bind_null();
    }
    insert.bind(header.parent_turn);
    if (auto done = insert.finish(); !done) return base::failure(std::move(done).error());
    const std::int64_t attempt = database_->last_row_id();
    for (std::size_t i = 0; i < kept.size(); ++i) {
      if (auto done = insert_action(*database_, attempt, static_cast<int>(i), kept[i]); !done) {
        return base::failure(std::move(done).error());
      }
    }
    return attempt;
  });
}

Result<void> Store::append(std::int64_t attempt, int seq, const Action& action,
                           std::int64_t utc_ms) {
  if (auto clean = check_texts(action); !clean) return clean;
  return database_->change([&]() -> Result<void> {
    const auto progress = progress_of(*database_, attempt);
    if (!progress) return base::failure(progress.error());
    if (progress->finished) return base::failure(finished_error(attempt));
    if (progress->actions != seq) return base::failure(moved_on_error(attempt));
    if (auto done = insert_action(*database_, attempt, seq, action); !done) return done;
    Statement update(*database_, "UPDATE attempts SET played_utc_ms = ? WHERE id = ?");
    update.bind(utc_ms);
    update.bind(attempt);
    return update.finish();
  });
}

Result<void> Store::finish(std::int64_t attempt, const AttemptResult& result) {
  if (auto clean = check_text(result.ending); !clean) return clean;
  return database_->change([&]() -> Result<void> {
    const auto progress = progress_of(*database_, attempt);
    if (!progress) return base::failure(progress.error());
    if (progress->finished) return base::failure(finished_error(attempt));
    Statement insert(*database_,
                     "INSERT INTO results (attempt, ending, numerator, denominator, passed, "
                     "transcript_hash, score_hash, finished_utc_ms) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(attempt);
    insert.bind(result.ending);
    insert.bind(result.score ? std::optional(result.score->numerator) : std::nullopt);
    insert.bind(result.score ? std::optional(result.score->denominator) : std::nullopt);
    insert.bind(result.passed ? 1 : 0);
    insert.bind(result.transcript_hash);
    insert.bind(result.score_hash);
    insert.bind(result.finished_utc_ms);
    if (auto done = insert.finish(); !done) return done;

    Statement score(*database_,
                    "INSERT INTO dimension_scores (attempt, dimension, numerator, denominator) "
                    "VALUES (?, ?, ?, ?)");
    for (std::size_t i = 0; i < result.dimensions.size(); ++i) {
      if (!result.dimensions[i]) continue;
      score.reset();
      score.bind(attempt);
      score.bind(scenario::id_of(static_cast<scenario::Dimension>(i)));
      score.bind(result.dimensions[i]->numerator);
      score.bind(result.dimensions[i]->denominator);
      if (auto done = score.finish(); !done) return done;
    }
    return insert_kinds(*database_, attempt, result);
  });
}

Result<StoredAttempt> Store::load_attempt(std::int64_t attempt) const {
  Statement select(*database_, std::string(kSelectAttempts) + "WHERE attempts.id = ?");
  select.bind(attempt);
  auto summaries = read_summaries(*database_, select);
  if (!summaries) return base::failure(std::move(summaries).error());
  if (summaries->empty()) return base::failure(no_attempt_error(attempt));
  AttemptSummary& summary = summaries->front();
  auto actions = read_actions(*database_, attempt);
  if (!actions) return base::failure(std::move(actions).error());
  return StoredAttempt{attempt,
                       {std::move(summary.header), *std::move(actions)},
                       summary.played_utc_ms,
                       std::move(summary.result)};
}

Result<std::vector<AttemptSummary>> Store::attempts(const AttemptFilter& filter) const {
  Statement select(*database_,
                   std::string(kSelectAttempts) +
                       "WHERE (?1 IS NULL OR person = ?1) AND (?2 IS NULL OR scenario = ?2) AND "
                       "(?3 IS NULL OR (attempt IS NOT NULL) = ?3) "
                       "ORDER BY played_utc_ms DESC, attempts.id DESC LIMIT ?4");
  select.bind(filter.person);
  select.bind(filter.scenario);
  select.bind(filter.finished ? std::optional<std::int64_t>(*filter.finished ? 1 : 0)
                              : std::nullopt);
  select.bind(filter.limit.value_or(-1));
  return read_summaries(*database_, select);
}

Result<std::vector<Standing>> Store::standings(std::int64_t person) const {
  Statement select(*database_,
                   "SELECT scenario, passed, numerator, denominator FROM attempts JOIN results ON "
                   "attempt = attempts.id WHERE person = ? ORDER BY scenario");
  select.bind(person);
  std::vector<Standing> standings;
  while (select.next()) {
    const std::string scenario = select.text(0);
    if (standings.empty() || standings.back().scenario != scenario) {
      standings.push_back({scenario, 0, std::nullopt});
    }
    Standing& standing = standings.back();
    ++standing.finished;
    if (select.integer(1) == 0 || select.is_null(2)) continue;
    const scoring::Score score{select.integer(2), select.integer(3)};
    // Fractions are compared exactly, which SQL's numbers could not promise.
    if (!standing.best || *standing.best < score) standing.best = score;
  }
  if (auto done = select.finish(); !done) return base::failure(std::move(done).error());
  return standings;
}

}  // namespace aplomb::records
