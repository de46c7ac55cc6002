#include "language/agreement.h"

#include <cstdlib>

namespace aplomb::language {
namespace {

constexpr int kLevels = 4;

double share(double part, double whole) { return whole == 0 ? 0 : part / whole; }

}  // namespace

double Agreement::pairs() const {
  double all = 0;
  for (const auto& row : cells_) {
    for (const std::int64_t each : row)
      all += static_cast<double>(each);
  }
  return all;
}

double Agreement::exact() const {
  double same = 0;
  for (int i = 1; i < kLevels; ++i)
    same += static_cast<double>(cells_[i][i]);
  return share(same, pairs() - static_cast<double>(cells_[0][0]));
}

double Agreement::within_one() const {
  double near = 0;
  for (int i = 0; i < kLevels; ++i) {
    for (int j = 0; j < kLevels; ++j) {
      if (i + j > 0 && std::abs(i - j) <= 1) near += static_cast<double>(cells_[i][j]);
    }
  }
  return share(near, pairs() - static_cast<double>(cells_[0][0]));
}

double Agreement::weighted_kappa() const {
  const double all = pairs();
  std::array<double, kLevels> rows{};
  std::array<double, kLevels> columns{};
  for (int i = 0; i < kLevels; ++i) {
    for (int j = 0; j < kLevels; ++j) {
      rows[i] += static_cast<double>(cells_[i][j]);
      columns[j] += static_cast<double>(cells_[i][j]);
    }
  }
  double seen = 0;
  double by_chance = 0;
  for (int i = 0; i < kLevels; ++i) {
    for (int j = 0; j < kLevels; ++j) {
      const double weight = (i - j) * (i - j);
      seen += weight * static_cast<double>(cells_[i][j]);
      by_chance += weight * rows[i] * columns[j] / all;
    }
  }
  return by_chance == 0 ? 0 : 1 - seen / by_chance;
}

double Agreement::recall() const {
  double given = 0;
  double read = 0;
  for (int i = 1; i < kLevels; ++i) {
    for (int j = 0; j < kLevels; ++j)
      given += static_cast<double>(cells_[i][j]);
    for (int j = 1; j < kLevels; ++j)
      read += static_cast<double>(cells_[i][j]);
  }
  return share(read, given);
}

double Agreement::precision() const {
  double read = 0;
  double right = 0;
  for (int j = 1; j < kLevels; ++j) {
    for (int i = 0; i < kLevels; ++i)
      read += static_cast<double>(cells_[i][j]);
    for (int i = 1; i < kLevels; ++i)
      right += static_cast<double>(cells_[i][j]);
  }
  return share(right, read);
}

}  // namespace aplomb::language
