// Many RE2 patterns at once: only those are tried of which some piece of literal text, an atom,
// occurs in the sentence; the atoms are looked for all together.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/atoms.h"

namespace re2 {
class FilteredRE2;
}

namespace aplomb::language {

class Patterns {
 public:
  using Id = std::uint16_t;

  Patterns();
  ~Patterns();
  Patterns(Patterns&&) noexcept;
  Patterns& operator=(Patterns&&) noexcept;

  struct Added {
    std::optional<Id> id;
    std::string error;  // RE2's own words, when the pattern is none
  };
  // What is wrong with a pattern, in RE2's own words; empty when nothing is.
  [[nodiscard]] static std::string error_in(const std::string& pattern);

  // Add all patterns, then seal once, then search.
  [[nodiscard]] Added add(const std::string& pattern);
  void seal();

  // The patterns that may match `text`, ascending; all others do not.
  void candidates(std::string_view text, std::vector<int>& ids) const;

  struct Match {
    std::size_t first = 0, end = 0;
  };
  // The leftmost match at or after `from`; an empty match counts as none.
  [[nodiscard]] std::optional<Match> search(Id id, std::string_view text,
                                            std::size_t from = 0) const;

  [[nodiscard]] std::size_t memory() const;

 private:
  std::unique_ptr<re2::FilteredRE2> filtered_;
  Atoms atoms_;
  int count_ = 0;
};

}  // namespace aplomb::language
