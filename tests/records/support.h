// A folder that goes away with the test, and a second, plain SQLite connection to look with.
#pragma once

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>

#include "records/store.h"

namespace aplomb::records {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    // In memory where there is such a folder: every change waits for the disk otherwise.
    const bool memory = std::filesystem::is_directory("/dev/shm");
    std::string pattern =
        (memory ? "/dev/shm" : std::filesystem::temp_directory_path().string()) + "/aplomb-XXXXXX";
    if (::mkdtemp(pattern.data()) == nullptr) std::abort();
    path_ = pattern;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string file(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

inline std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline void write_bytes(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

// A connection that knows nothing of the store.
class PlainConnection {
 public:
  explicit PlainConnection(const std::string& path) {
    EXPECT_EQ(sqlite3_open(path.c_str(), &connection_), SQLITE_OK);
  }
  ~PlainConnection() { sqlite3_close(connection_); }
  PlainConnection(const PlainConnection&) = delete;
  PlainConnection& operator=(const PlainConnection&) = delete;

  void run(const std::string& sql) {
    EXPECT_EQ(sqlite3_exec(connection_, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
        << sqlite3_errmsg(connection_);
  }

 private:
  sqlite3* connection_ = nullptr;
};

// The code of the error, or "ok"; an error has its words in both languages.
template <typename T>
std::string code_of(const base::Result<T>& result) {
  if (result) return "ok";
  const base::Error& error = result.error();
  for (const base::Bilingual& words : {error.message, error.mend}) {
    EXPECT_FALSE(words.zh.empty() || words.en.empty()) << error.code;
    EXPECT_EQ(words.en.back(), '.') << words.en;
  }
  return error.code;
}

inline Store open_store(const std::string& path, const OpenOptions& options = {}) {
  auto store = Store::open(path, options);
  if (!store) {
    ADD_FAILURE() << store.error().code << ": " << store.error().message.en;
    std::abort();
  }
  return *std::move(store);
}

// A header whose person and contents are in the store.
inline engine::AttemptHeader keep_header(Store& store, const std::string& scenario = "cold-clerk") {
  engine::AttemptHeader header;
  header.scenario_id = scenario;
  header.scenario_hash = store.keep_content("{\"id\": \"" + scenario + "\"}").value();
  header.rubric_hash = store.keep_content("rubric").value();
  header.affect_hash = store.keep_content("affect").value();
  header.program_version = "0.1.0";
  header.semantics = 1;
  header.seed = 7;
  header.language = base::Language::kEn;
  const auto people = store.people().value();
  header.person = people.empty() ? store.add_person("小林", 1000).value() : people.front().id;
  header.started_utc_ms = 1'763'800'000'000;
  return header;
}

inline engine::Action pick(const std::string& reply, std::int64_t at_ms = 0) {
  return {engine::ActionKind::kPick, reply, "", at_ms};
}

inline AttemptResult result_of(std::int64_t numerator, std::int64_t denominator,
                               bool passed = true) {
  AttemptResult result;
  result.ending = "resolved";
  result.score = scoring::Score{numerator, denominator};
  result.passed = passed;
  result.dimensions[0] = scoring::Score{50, 1};
  result.dimensions[5] = scoring::Score{200, 3};
  result.transcript_hash = std::string(64, 'a');
  result.score_hash = std::string(64, 'b');
  result.finished_utc_ms = 1'763'800'600'000;
  return result;
}

}  // namespace aplomb::records
