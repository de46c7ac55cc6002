#include "analysis/distribution.h"

#include <algorithm>

namespace aplomb::analysis {

void Distribution::merge(const Distribution& other) {
  sum_ += other.sum_;
  count_ += other.count_;
  for (std::size_t i = 0; i < by_point_.size(); ++i) by_point_[i] += other.by_point_[i];
}

void Distribution::repeat(std::uint64_t times) {
  sum_ *= static_cast<std::int64_t>(times);
  count_ *= times;
  for (std::uint64_t& plays : by_point_) plays *= times;
}

std::int64_t Distribution::mean() const {
  const std::int64_t whole = denominator_ * static_cast<std::int64_t>(count_);
  return (200 * sum_ + whole) / (2 * whole);
}

int Distribution::lowest() const {
  const auto* first = std::find_if(by_point_.begin(), by_point_.end(),
                                   [](std::uint64_t plays) { return plays > 0; });
  return static_cast<int>(first - by_point_.begin());
}

int Distribution::highest() const { return quantile(100); }

int Distribution::quantile(int percent) const {
  const std::uint64_t wanted = (count_ * static_cast<std::uint64_t>(percent) + 99) / 100;
  std::uint64_t seen = 0;
  for (int point = 0; point < kPoints; ++point) {
    seen += by_point_[static_cast<std::size_t>(point)];
    if (seen >= wanted) return point;
  }
  return kPoints - 1;
}

std::array<std::uint64_t, Distribution::kBars> Distribution::bars() const {
  std::array<std::uint64_t, kBars> bars{};
  for (std::size_t point = 0; point < by_point_.size(); ++point) {
    bars[std::min<std::size_t>(point / 5, kBars - 1)] += by_point_[point];
  }
  return bars;
}

}  // namespace aplomb::analysis
