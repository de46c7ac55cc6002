// A list that grows without moving what it holds, so that others may read what was there before.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace aplomb::analysis {

// Items are handed out in rows of `row` items that lie side by side.
template <typename T>
class Chunked {
 public:
  // Holds at most `most` rows: the table of chunks never moves either.
  Chunked(std::size_t row, std::size_t most) : row_(row) {
    chunks_.reserve(most / kRowsAChunk + 1);
  }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] T* operator[](std::size_t index) {
    return chunks_[index / kRowsAChunk].get() + index % kRowsAChunk * row_;
  }
  [[nodiscard]] const T* operator[](std::size_t index) const {
    return chunks_[index / kRowsAChunk].get() + index % kRowsAChunk * row_;
  }

  // The new row, not yet filled.
  T* add() {
    if (size_ % kRowsAChunk == 0) chunks_.emplace_back(new T[row_ * kRowsAChunk]);
    return (*this)[size_++];
  }

  [[nodiscard]] std::size_t bytes() const {
    return chunks_.size() * kRowsAChunk * row_ * sizeof(T);
  }

 private:
  static constexpr std::size_t kRowsAChunk = 4096;

  std::size_t row_;
  std::size_t size_ = 0;
  std::vector<std::unique_ptr<T[]>> chunks_;
};

}  // namespace aplomb::analysis
