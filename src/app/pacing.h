// How lines appear: at reading speed, one after the other, hurried when asked. Pure arithmetic on
// times that are handed in; what was said is settled before the first word of it appears.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/language.h"

namespace aplomb::app {

class Pacing {
 public:
  // Milliseconds from the start of `text` until all of it stands there.
  [[nodiscard]] static std::int64_t duration_ms(std::string_view text, base::Language language);

  // A line begins to appear at `now_ms`; at once, and only its pause counts, with reduced motion.
  void begin(std::string_view text, base::Language language, std::int64_t now_ms,
             bool reduced_motion);
  // The line stands there in full from now on.
  void hurry(std::int64_t now_ms);

  // Bytes of `text` that have appeared by `now_ms`, on a code point boundary.
  [[nodiscard]] std::size_t revealed(std::string_view text, std::int64_t now_ms) const;
  // Whether the line and the pause after it are over.
  [[nodiscard]] bool done(std::int64_t now_ms) const;
  // Milliseconds until there is more to see.
  [[nodiscard]] std::int64_t next_change_ms(std::int64_t now_ms) const;

 private:
  std::int64_t started_ms_ = 0;
  std::int64_t duration_ms_ = 0;
  std::int64_t pause_ms_ = 0;
};

}  // namespace aplomb::app
