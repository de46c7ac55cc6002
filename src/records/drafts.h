// What a trainee has typed and not yet handed in. Kept beside the store in a file of its own
// (<store>-drafts), at every key: it survives the program being killed, but is not forced onto the
// disk as a change of the store is, and where a power cut damaged it, it begins anew.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "records/database.h"

namespace aplomb::records {

struct Draft {
  std::string name;  // of the field
  std::string text;
  int seq = 0;  // actions that the attempt had when it was typed

  bool operator==(const Draft&) const = default;
};

class Drafts {
 public:
  // `path` is the file's; it is made when the first draft is kept.
  explicit Drafts(std::string path) : path_(std::move(path)) {}

  // Replaces what was there of that name. The text must be UTF-8 without NUL (records.bad_text).
  [[nodiscard]] base::Result<void> keep(std::int64_t attempt, const Draft& draft);
  [[nodiscard]] base::Result<std::vector<Draft>> of(std::int64_t attempt);  // by name
  [[nodiscard]] base::Result<void> drop(std::int64_t attempt);

 private:
  // Null where there is no file and `make` is false.
  [[nodiscard]] base::Result<Database*> open(bool make);

  std::string path_;
  std::optional<Database> database_;
};

}  // namespace aplomb::records
