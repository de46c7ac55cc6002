#include "analysis/explore.h"

#include <algorithm>
#include <thread>

#include "analysis/evaluation.h"

namespace aplomb::analysis {
namespace {

// Every ending that was met, as a last one, as an interim one, or as both.
std::vector<EndingFound> endings_met(const StateGraph& graph) {
  std::vector<EndingFound> endings;
  std::vector<std::uint8_t> last(graph.program().endings.size());
  for (StateNumber state = 0; state < graph.size(); ++state) {
    const Index node = graph.node(state);
    if (graph.program().is_ending(node)) last[graph.program().ending_of(node)] = 1;
  }
  for (Index i = 0; i < static_cast<Index>(last.size()); ++i) {
    const bool can_be_interim = graph.program().endings[i].follow_up != scenario::kNoIndex;
    if (graph.coverage().endings[i] != 0 && can_be_interim) {
      EndingFound& found = endings.emplace_back();
      found.ending = i;
      found.interim = true;
    }
    if (last[i] != 0) endings.emplace_back().ending = i;
  }
  return endings;
}

}  // namespace

std::vector<PlayStep> Play::unrolled() const {
  std::vector<PlayStep> all(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(loop_first));
  const auto loop = steps.begin() + static_cast<std::ptrdiff_t>(loop_first);
  const auto after = loop + static_cast<std::ptrdiff_t>(loop_length);
  for (std::int64_t i = 0; i < (loop_length == 0 ? 0 : loop_times); ++i) {
    all.insert(all.end(), loop, after);
  }
  all.insert(all.end(), after, steps.end());
  return all;
}

Exploration explore(const scoring::Valuation& valuation, const ExploreOptions& options,
                    const Watching& watching) {
  int threads = options.threads;
  if (threads <= 0) threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  StateGraph graph(valuation, {threads, options.max_memory});
  graph.build(watching);
  Exploration result(graph.coverage());
  result.finished = graph.finished();
  result.out_of_memory = graph.out_of_memory();
  result.states = graph.size();
  result.moves = graph.move_count();
  result.frontier = graph.size() - graph.expanded();
  result.reference = scoring::reference_play(valuation);
  result.endings = endings_met(graph);
  if (result.finished && !evaluate(graph, threads, watching, result)) {
    Exploration part(graph.coverage());
    part.states = result.states;
    part.moves = result.moves;
    part.reference = result.reference;
    part.endings = endings_met(graph);
    return part;
  }
  return result;
}

}  // namespace aplomb::analysis
