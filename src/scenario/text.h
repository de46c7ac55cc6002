// The strings and lists of a scenario. They refer to memory that the scenario owns (see arena.h),
// so a story of many thousand texts is loaded without an allocation for each, and is small.
#pragma once

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"

namespace aplomb::scenario {

// A string in UTF-8 that lives as long as its scenario. Becomes a std::string of its own wherever
// one is wanted.
class Text : public std::string_view {
 public:
  Text() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): it is a view of a string and nothing more
  constexpr Text(std::string_view view) : std::string_view(view) {}
  // NOLINTNEXTLINE(google-explicit-constructor): a literal, which lives for ever
  constexpr Text(const char* literal) : std::string_view(literal) {}
  // NOLINTNEXTLINE(google-explicit-constructor): see above
  operator std::string() const { return std::string(data(), size()); }
};

[[nodiscard]] inline std::string operator+(std::string left, const Text& right) {
  left.append(right.data(), right.size());
  return left;
}
[[nodiscard]] inline std::string operator+(const Text& left, std::string_view right) {
  std::string sum = left;
  sum.append(right);
  return sum;
}

// Many texts by their numbers. Lengths stand by themselves: who only asks for those of neighbours
// finds them side by side. The texts belong to the scenario.
class TextTable {
 public:
  void reserve(std::size_t texts) {
    begins_.reserve(texts);
    lengths_.reserve(texts);
  }
  void add(const Text& text) {
    begins_.push_back(text.data());
    lengths_.push_back(static_cast<std::uint32_t>(text.size()));
  }

  [[nodiscard]] Text operator[](std::size_t index) const {
    return std::string_view(begins_[index], lengths_[index]);
  }
  [[nodiscard]] std::size_t length(std::size_t index) const { return lengths_[index]; }

 private:
  std::vector<const char*> begins_;
  std::vector<std::uint32_t> lengths_;
};

// A text in both languages.
struct Bilingual {
  Text zh;
  Text en;

  [[nodiscard]] const Text& in(base::Language language) const {
    return language == base::Language::kZh ? zh : en;
  }
  [[nodiscard]] Text& in(base::Language language) {
    return language == base::Language::kZh ? zh : en;
  }
  // NOLINTNEXTLINE(google-explicit-constructor): the same text, kept elsewhere
  operator base::Bilingual() const { return {zh, en}; }

  bool operator==(const Bilingual&) const = default;
};

// Items one after the other that never change. Their number stands before the first, so that a
// list costs a pointer where it is empty, as most are.
template <typename T>
class List {
 public:
  // NOLINTBEGIN(readability-identifier-naming): what the standard library looks up by name
  using value_type = T;
  using const_iterator = const T*;
  // NOLINTEND(readability-identifier-naming)

  List() = default;

  [[nodiscard]] std::size_t size() const { return first_ == nullptr ? 0 : count(); }
  [[nodiscard]] bool empty() const { return first_ == nullptr; }
  [[nodiscard]] const T* begin() const { return first_; }
  [[nodiscard]] const T* end() const { return first_ + size(); }
  [[nodiscard]] const T& operator[](std::size_t index) const { return first_[index]; }
  [[nodiscard]] const T& front() const { return *first_; }
  [[nodiscard]] const T& back() const { return first_[size() - 1]; }

 private:
  friend class Arena;
  // `first` follows a std::size_t with the number of items, which is not 0.
  explicit List(const T* first) : first_(first) {}

  [[nodiscard]] std::size_t count() const {
    return *(static_cast<const std::size_t*>(static_cast<const void*>(first_)) - 1);
  }

  const T* first_ = nullptr;
};

}  // namespace aplomb::scenario
