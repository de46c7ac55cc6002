// How many plays scored what. Exact: sums of whole numbers, so that parts may be added up in any
// order; nothing is rounded before it is asked for.
#pragma once

#include <array>
#include <cstdint>

namespace aplomb::analysis {

class Distribution {
 public:
  static constexpr int kPoints = 101;  // 0 to 100
  static constexpr int kBars = 20;     // of five points; the last one holds 100 too

  // Of scores that are so many parts of `denominator`; 0: the scenario does not call for this.
  explicit Distribution(std::int64_t denominator = 0) : denominator_(denominator) {}

  // A score of parts / denominator, which is 0 to 100. The distribution must be called for.
  void add(std::int64_t parts) {
    sum_ += parts;
    ++by_point_[static_cast<std::size_t>((2 * parts + denominator_) / (2 * denominator_))];
    ++count_;
  }

  // Adds what another one of the same denominator counted.
  void merge(const Distribution& other);

  // As if everything had been added `times` as often.
  void repeat(std::uint64_t times);

  [[nodiscard]] bool called_for() const { return denominator_ > 0; }
  [[nodiscard]] std::uint64_t count() const { return count_; }

  // The following want count() > 0. Scores are points, rounded half up.

  // In hundredths of a point.
  [[nodiscard]] std::int64_t mean() const;
  [[nodiscard]] int lowest() const;
  [[nodiscard]] int highest() const;
  // The lowest score that at least `percent` of the plays do not exceed (nearest rank); 1 to 100.
  [[nodiscard]] int quantile(int percent) const;

  // Plays by rounded score.
  [[nodiscard]] const std::array<std::uint64_t, kPoints>& by_point() const { return by_point_; }
  // The same by steps of five points: 0–4, 5–9, …, 95–100.
  [[nodiscard]] std::array<std::uint64_t, kBars> bars() const;

  bool operator==(const Distribution&) const = default;

 private:
  std::int64_t denominator_;
  std::int64_t sum_ = 0;  // of parts
  std::uint64_t count_ = 0;
  std::array<std::uint64_t, kPoints> by_point_{};
};

}  // namespace aplomb::analysis
