// What can go wrong with the store, in words a person can act on. Codes begin "records.".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace aplomb::records {

// About the store as a whole. None of them has changed the file.
[[nodiscard]] base::Error foreign_error(std::string_view path);       // records.foreign
[[nodiscard]] base::Error not_database_error(std::string_view path);  // records.not_database
[[nodiscard]] base::Error newer_error(std::string_view path, std::int64_t found,
                                      std::int64_t known);  // records.newer
[[nodiscard]] base::Error damaged_error(std::string_view path,
                                        std::string_view detail);  // records.damaged
[[nodiscard]] base::Error read_only_error(std::string_view path);  // records.read_only
[[nodiscard]] base::Error busy_error(std::string_view path);       // records.busy
[[nodiscard]] base::Error disk_full_error(std::string_view path);  // records.disk_full
[[nodiscard]] base::Error system_error(std::string_view path,
                                       std::string_view detail);  // records.failed

// The place of the file, by errno: the words and codes ("file.") of base/file_system.h.
[[nodiscard]] base::Error file_error(int system_error, std::string_view path);

// About one change or question.
[[nodiscard]] base::Error bad_text_error();                         // records.bad_text
[[nodiscard]] base::Error name_empty_error();                       // records.name_empty
[[nodiscard]] base::Error name_too_long_error(int limit);           // records.name_too_long
[[nodiscard]] base::Error name_taken_error(std::string_view name);  // records.name_taken
[[nodiscard]] base::Error no_person_error(std::int64_t person);     // records.no_person
[[nodiscard]] base::Error no_attempt_error(std::int64_t attempt);   // records.no_attempt
[[nodiscard]] base::Error no_content_error(std::string_view hash);  // records.no_content
[[nodiscard]] base::Error finished_error(std::int64_t attempt);     // records.finished
[[nodiscard]] base::Error moved_on_error(std::int64_t attempt);     // records.moved_on

}  // namespace aplomb::records
