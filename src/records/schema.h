// The store's file: making it, recognising it, refusing what is not ours, and the steps from one
// schema to the next.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "records/database.h"

namespace aplomb::records {

inline constexpr std::int32_t kApplicationId = 0x41706c6d;  // "Aplm", in the file's header
inline constexpr int kSchemaVersion = 2;

struct OpenOptions {
  int busy_timeout_ms = 2000;         // how long to wait for another program that is writing
  std::optional<int> max_pages = {};  // limit of the file's size, for tests of a full disk
};

// The store at `path`, made with its folders where nothing is there (for this user's eyes only:
// folders 0700, file 0600), brought up to kSchemaVersion where it is older.
//
// Refused, and left byte for byte as it was: a folder, a file that is no database
// (records.not_database), another program's (records.foreign), one with a newer schema
// (records.newer), one that is damaged (records.damaged) or cannot be written
// (records.read_only).
[[nodiscard]] base::Result<Database> open_database(const std::string& path,
                                                   const OpenOptions& options);

}  // namespace aplomb::records
