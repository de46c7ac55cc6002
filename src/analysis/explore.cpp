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

// What is met and where that leads, of a graph that may not be finished.
void note_places(const StateGraph& graph, Exploration& result) {
  const Index nodes = graph.program().node_count();
  result.first_choice.resize(nodes);
  std::vector<std::vector<Index>> leads_to(nodes);
  for (StateNumber state = 0; state < graph.expanded(); ++state) {
    const Index node = graph.node(state);
    const std::uint64_t end = graph.first_move(state + 1);
    if (graph.program().is_ending(node) || graph.first_move(state) == end) continue;
    if (!result.first_choice[node]) result.first_choice[node] = graph.state(state);
    std::vector<Index>& known = leads_to[node];
    for (std::uint64_t m = graph.first_move(state); m < end; ++m) {
      const Index to = graph.node(graph.move(m).to);
      if (to == node || graph.program().is_ending(to)) continue;
      if (std::find(known.begin(), known.end(), to) == known.end()) known.push_back(to);
    }
  }
  for (Index from = 0; from < nodes; ++from) {
    std::sort(leads_to[from].begin(), leads_to[from].end());
    for (const Index to : leads_to[from]) result.passages.emplace_back(from, to);
  }
}

// What is known as soon as the graph has been built as far as it was.
Exploration found_in(const StateGraph& graph) {
  Exploration result(graph.coverage());
  result.out_of_memory = graph.out_of_memory();
  result.states = graph.size();
  result.moves = graph.move_count();
  result.frontier = graph.size() - graph.expanded();
  result.reference = scoring::reference_play(graph.valuation());
  result.endings = endings_met(graph);
  result.moods_followed = graph.moods_followed();
  if (!result.moods_followed) {
    result.states = graph.control().size();
  } else {
    result.no_way_out = no_way_out(graph.valuation().machine(), graph.control());
  }
  note_places(graph, result);
  return result;
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
  Exploration result = found_in(graph);
  if (!graph.finished()) return result;
  Exploration whole = result;
  whole.finished = true;
  return evaluate(graph, threads, watching, whole) ? whole : result;
}

}  // namespace aplomb::analysis
