// Numbers for lists of words: equal lists have the same number, the first of them 0, and so on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace aplomb::analysis {

class WordTable {
 public:
  [[nodiscard]] std::uint32_t number_of(std::span<const std::uint32_t> words);

 private:
  static constexpr std::uint32_t kEmpty = 0xffffffffU;

  struct Entry {
    std::uint64_t hash = 0;
    std::size_t first = 0;  // in words_
    std::size_t count = 0;
  };

  void grow();

  std::vector<std::uint32_t> words_;
  std::vector<Entry> entries_;          // by number
  std::vector<std::uint32_t> table_{};  // numbers by hash; a power of two of them
};

}  // namespace aplomb::analysis
