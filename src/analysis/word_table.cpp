#include "analysis/word_table.h"

#include <algorithm>

namespace aplomb::analysis {
namespace {

constexpr std::size_t kFirstTable = 256;

std::uint64_t hash_of(std::span<const std::uint32_t> words) {
  std::uint64_t hash = 0x9e3779b97f4a7c15U ^ words.size();
  for (const std::uint32_t word : words) {
    hash = (hash ^ word) * 0xd6e8feb86659fd93U;
    hash ^= hash >> 32;
  }
  return hash;
}

}  // namespace

std::uint32_t WordTable::number_of(std::span<const std::uint32_t> words) {
  if (entries_.size() * 2 >= table_.size()) grow();
  const std::uint64_t hash = hash_of(words);
  const std::size_t mask = table_.size() - 1;
  std::size_t at = hash & mask;
  for (; table_[at] != kEmpty; at = (at + 1) & mask) {
    const Entry& known = entries_[table_[at]];
    if (known.hash == hash && known.count == words.size() &&
        std::equal(words.begin(), words.end(), words_.data() + known.first)) {
      return table_[at];
    }
  }
  table_[at] = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back({hash, words_.size(), words.size()});
  words_.insert(words_.end(), words.begin(), words.end());
  return table_[at];
}

void WordTable::grow() {
  table_.assign(std::max(kFirstTable, table_.size() * 2), kEmpty);
  const std::size_t mask = table_.size() - 1;
  for (std::size_t number = 0; number < entries_.size(); ++number) {
    std::size_t at = entries_[number].hash & mask;
    while (table_[at] != kEmpty) at = (at + 1) & mask;
    table_[at] = static_cast<std::uint32_t>(number);
  }
}

}  // namespace aplomb::analysis
