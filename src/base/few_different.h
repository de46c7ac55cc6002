// A list whose items are mostly one of a few. Each of these is kept once, so that who looks at an
// item now and then waits for two bytes of the list and finds the rest near.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace aplomb::base {

// Items are ordered by <. T() stands for those that find no room: of more than 65,535 different
// ones the later.
template <typename T>
class FewDifferent {
 public:
  FewDifferent() = default;
  explicit FewDifferent(const std::vector<T>& items) : different_(1) {
    std::map<T, std::uint16_t> known{{T(), std::uint16_t{0}}};
    places_.reserve(items.size());
    for (const T& item : items) {
      const auto found = known.find(item);
      if (found != known.end()) {
        places_.push_back(found->second);
      } else if (different_.size() > UINT16_MAX) {
        places_.push_back(0);
      } else {
        places_.push_back(static_cast<std::uint16_t>(different_.size()));
        known.emplace(item, places_.back());
        different_.push_back(item);
      }
    }
  }

  [[nodiscard]] const T& operator[](std::size_t index) const { return different_[places_[index]]; }

 private:
  std::vector<T> different_;
  std::vector<std::uint16_t> places_;
};

}  // namespace aplomb::base
