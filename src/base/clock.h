#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace aplomb::base {

// Time as the program sees it. Logic takes a Clock, so that tests can set and advance it.
class Clock {
 public:
  virtual ~Clock() = default;

  // Milliseconds since an arbitrary start; never goes back. For measuring durations.
  virtual std::int64_t monotonic_ms() const = 0;

  // Milliseconds since 1970-01-01T00:00:00Z; may jump when the machine's clock is set.
  virtual std::int64_t utc_ms() const = 0;
};

class SystemClock final : public Clock {
 public:
  std::int64_t monotonic_ms() const override;
  std::int64_t utc_ms() const override;
};

// A clock that stands still until it is told to move.
class FakeClock final : public Clock {
 public:
  explicit FakeClock(std::int64_t utc_ms = 0) : utc_ms_(utc_ms) {}

  std::int64_t monotonic_ms() const override { return monotonic_ms_; }
  std::int64_t utc_ms() const override { return utc_ms_; }

  // Moves both times forward. `ms` must not be negative.
  void advance_ms(std::int64_t ms) {
    monotonic_ms_ += ms;
    utc_ms_ += ms;
  }

  // Sets the wall time alone, as setting the machine's clock does.
  void set_utc_ms(std::int64_t ms) { utc_ms_ = ms; }

 private:
  std::int64_t monotonic_ms_ = 0;
  std::int64_t utc_ms_;
};

// ISO 8601 in UTC with milliseconds: "2025-11-22T12:07:00.250Z". Years 0000 to 9999.
std::string format_utc(std::int64_t utc_ms);

// Reads exactly what format_utc writes; nullopt for anything else, including dates that do not
// exist.
std::optional<std::int64_t> parse_utc(std::string_view text);

}  // namespace aplomb::base
