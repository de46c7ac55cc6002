// The proof of a scenario: everything that can happen in it, and what that is worth at best and at
// worst. Exact; the same whatever the number of threads.
//
// Inputs are replies, acts and documents. Reading a document takes no turn.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "analysis/coverage.h"
#include "analysis/no_way_out.h"
#include "analysis/outcome_shares.h"
#include "analysis/progress.h"
#include "scoring/valuation.h"

namespace aplomb::analysis {

struct ExploreOptions {
  int threads = 0;  // 0: as many as the machine runs at once
  std::uint64_t max_memory = std::uint64_t{2} << 30;  // bytes
};

struct PlayStep {
  Index node = 0;
  engine::Input input;
};

// What a trainee does, from the start. The `loop_length` steps from `loop_first` on are taken
// `loop_times` times.
struct Play {
  std::vector<PlayStep> steps;
  std::size_t loop_first = 0;
  std::size_t loop_length = 0;
  std::int64_t loop_times = 1;

  // Every step one by one.
  [[nodiscard]] std::vector<PlayStep> unrolled() const;
};

struct Extreme {
  std::optional<scoring::Score> score;  // none where nothing can be scored
  bool unbounded = false;               // more and more can be lost; the score stops at 0
  Play play;
};

struct EndingFound {
  Index ending = 0;
  bool interim = false;  // only as such; a play goes on after it
  int turns = 0;         // of the shortest play
  Play shortest;
  Extreme best;
  Extreme worst;
};

struct DimensionRange {
  Extreme best;
  Extreme worst;
};

// Where a play can no longer end.
struct DeadEnd {
  Index node = 0;
  bool loop = false;         // there are inputs, but they lead round and round
  std::uint64_t states = 0;  // at this node
  Play play;
};

struct Exploration {
  explicit Exploration(Coverage covered) : coverage(std::move(covered)) {}

  bool finished = false;  // otherwise only counts, and what was met so far, are there
  bool out_of_memory = false;
  std::uint64_t states = 0;  // until moods are followed: such as differ in more than the mood
  std::uint64_t moves = 0;
  std::uint64_t frontier = 0;  // states that have not been gone on from

  // Whether any mood was followed everywhere; known before the states are, and without them.
  bool moods_followed = false;
  std::vector<NoWayOut> no_way_out;

  scoring::Reference reference;
  Coverage coverage;
  // By node: the state nearest to the start in which something is to be chosen there.
  std::vector<std::optional<engine::State>> first_choice;
  // The nodes at which a play chooses one after the other; each pair once, in their order.
  std::vector<std::pair<Index, Index>> passages;
  std::vector<EndingFound> endings;  // those found, in the scenario's order
  OutcomeShares shares;
  std::vector<DeadEnd> dead_ends;
  int shortest = 0;            // turns
  std::optional<int> longest;  // none: no bound
  Play longest_play;
  Extreme best;
  Extreme worst;
  std::array<DimensionRange, scenario::kDimensionCount> dimensions;
  // Taking a best input every time: whether some such play ends badly, or none ends at all.
  // Documents may be read on the way.
  std::optional<Play> best_inputs_end_badly;
};

[[nodiscard]] Exploration explore(const scoring::Valuation& valuation,
                                  const ExploreOptions& options, const Watching& watching = {});

}  // namespace aplomb::analysis
