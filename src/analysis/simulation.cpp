#include "analysis/simulation.h"

#include <algorithm>

namespace aplomb::analysis {

Simulation::Simulation(const scoring::Valuation& valuation, const scoring::Reference& reference)
    : score(reference.total),
      endings(valuation.machine().program->endings.size()),
      critical(valuation.machine().program->scenario->critical.size()),
      picks(valuation.machine().program->choices.size()) {
  for (std::size_t i = 0; i < dimensions.size(); ++i) {
    dimensions[i] = Distribution(reference.dimensions[i]);
  }
}

void Simulation::merge(const Simulation& other) {
  plays += other.plays;
  passed += other.passed;
  failed += other.failed;
  cut += other.cut;
  score.merge(other.score);
  for (std::size_t i = 0; i < dimensions.size(); ++i) dimensions[i].merge(other.dimensions[i]);
  for (std::size_t i = 0; i < lengths.size(); ++i) lengths[i] += other.lengths[i];
  for (std::size_t i = 0; i < endings.size(); ++i) endings[i] += other.endings[i];
  for (std::size_t i = 0; i < critical.size(); ++i) critical[i] += other.critical[i];
  for (std::size_t i = 0; i < picks.size(); ++i) {
    picks[i].offered += other.picks[i].offered;
    picks[i].taken += other.picks[i].taken;
  }
}

void Simulation::repeat(std::uint64_t times) {
  for (std::uint64_t* count : {&plays, &passed, &failed, &cut}) *count *= times;
  score.repeat(times);
  for (Distribution& dimension : dimensions) dimension.repeat(times);
  for (std::uint64_t& count : lengths) count *= times;
  for (std::uint64_t& count : endings) count *= times;
  for (std::uint64_t& count : critical) count *= times;
  for (Picks& each : picks) {
    each.offered *= times;
    each.taken *= times;
  }
}

int Simulation::shortest() const {
  const auto* first = std::find_if(lengths.begin(), lengths.end(),
                                   [](std::uint64_t count) { return count > 0; });
  return static_cast<int>(first - lengths.begin());
}

int Simulation::longest() const { return length_quantile(100); }

std::int64_t Simulation::mean_length() const {
  const std::uint64_t ended = passed + failed;
  std::uint64_t sum = 0;
  for (std::size_t turns = 0; turns < lengths.size(); ++turns) sum += lengths[turns] * turns;
  return static_cast<std::int64_t>((200 * sum + ended) / (2 * ended));
}

int Simulation::length_quantile(int percent) const {
  const std::uint64_t wanted = ((passed + failed) * static_cast<std::uint64_t>(percent) + 99) / 100;
  std::uint64_t seen = 0;
  for (int turns = 0; turns < kMostTurns; ++turns) {
    seen += lengths[static_cast<std::size_t>(turns)];
    if (seen >= wanted) return turns;
  }
  return kMostTurns;
}

}  // namespace aplomb::analysis
