// Memory that is filled piece by piece and given back all at once.
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <functional>
#include <initializer_list>
#include <memory>
#include <new>
#include <type_traits>
#include <vector>

#include "scenario/text.h"

namespace aplomb::scenario {

class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  // What is kept stays where it is until the arena goes.
  // Short texts that come again and again, such as ids, are mostly kept once.
  [[nodiscard]] Text keep(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > kShort) return copy(text);
    Text& known = recent_[std::hash<std::string_view>()(text) % kRecent];
    if (known != text) known = copy(text);
    return known;
  }

  // A list that is filled item by item; there is room for `most`.
  template <typename T>
  class Filling {
   public:
    void add(const T& item) { new (first_ + count_++) T(item); }
    [[nodiscard]] List<T> done() {
      if (count_ == 0) return {};
      *(static_cast<std::size_t*>(static_cast<void*>(first_)) - 1) = count_;
      return List<T>(first_);
    }

   private:
    friend class Arena;
    explicit Filling(T* first) : first_(first) {}

    T* first_;
    std::size_t count_ = 0;
  };
  template <typename T>
  [[nodiscard]] Filling<T> list(std::size_t most) {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);
    static_assert(alignof(T) <= alignof(std::size_t));
    if (most == 0) return Filling<T>(nullptr);
    void* place = take(sizeof(std::size_t) + most * sizeof(T), alignof(std::size_t));
    return Filling<T>(static_cast<T*>(static_cast<void*>(static_cast<std::size_t*>(place) + 1)));
  }

  template <typename T>
  [[nodiscard]] List<T> list(std::initializer_list<T> items) {
    auto filling = list<T>(items.size());
    for (const T& item : items) filling.add(item);
    return filling.done();
  }

  template <typename T>
  [[nodiscard]] const T* keep_one(const T& item) {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);
    return new (take(sizeof(T), alignof(T))) T(item);
  }

 private:
  static constexpr std::size_t kBlock = std::size_t{1} << 16;
  static constexpr std::size_t kShort = 16;
  static constexpr std::size_t kRecent = 1024;

  Text copy(std::string_view text) {
    auto* place = static_cast<char*>(take(text.size(), 1));
    std::memcpy(place, text.data(), text.size());
    return std::string_view(place, text.size());
  }

  void* take(std::size_t bytes, std::size_t alignment) {
    used_ = (used_ + alignment - 1) / alignment * alignment;
    if (bytes > size_ - used_ || used_ > size_) {
      size_ = bytes > kBlock ? bytes : kBlock;
      blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(size_));
      used_ = 0;
    }
    void* place = blocks_.back().get() + used_;
    used_ += bytes;
    return place;
  }

  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::size_t size_ = 0;  // of the last block
  std::size_t used_ = 0;  // of it
  std::array<Text, kRecent> recent_;
};

}  // namespace aplomb::scenario
