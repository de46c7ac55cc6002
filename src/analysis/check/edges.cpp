#include "analysis/check/edges.h"

#include <unordered_map>

namespace aplomb::analysis {
namespace {

using scenario::kNoIndex;
using scenario::Program;
using scenario::ProgramBranch;

class Collector {
 public:
  explicit Collector(const Program& program) : program_(program) {}

  std::vector<Edge> run() {
    note_returns();
    for (Index from = 0; from < program_.node_count(); ++from) {
      const scenario::ProgramNode& node = program_.nodes[from];
      for (Index i = 0; i < node.choices.count; ++i) {
        add(from, i, program_.choices_of(node)[i].go);
      }
      add(from, kNoIndex, node.go);
      if (node.topics_then != kNoIndex) edges_.push_back({from, kNoIndex, node.topics_then});
      for (std::uint32_t i = 0; i < node.typed.count; ++i) {
        add(from, kNoIndex, program_.rules[node.typed.first + i].go, true);
      }
    }
    for (const scenario::ProgramWatch& watch : program_.watch) {
      edges_.push_back({kNoIndex, kNoIndex, watch.go.target});
    }
    for (Index i = 0; i < static_cast<Index>(program_.endings.size()); ++i) {
      const Index follow_up = program_.endings[i].follow_up;
      const auto ending = static_cast<Index>(program_.node_count() + i);
      if (follow_up != kNoIndex) edges_.push_back({ending, kNoIndex, follow_up});
    }
    return std::move(edges_);
  }

 private:
  void note_returns() {
    const auto note = [this](const ProgramBranch& branch) {
      if (branch.then == kNoIndex) return;
      returns_[program_.scenario->nodes[branch.target].fragment].push_back(branch.then);
    };
    for (const ProgramBranch& branch : program_.branches) note(branch);
    for (const scenario::ProgramWatch& watch : program_.watch) note(watch.go);
  }

  void add(Index from, Index choice, scenario::Range<ProgramBranch> go, bool typed = false) {
    for (std::uint32_t i = 0; i < go.count; ++i) {
      const ProgramBranch& branch = program_.branches[go.first + i];
      if (branch.target != scenario::kReturnTarget) {
        edges_.push_back({from, choice, branch.target, typed});
        continue;
      }
      for (const Index back : returns_[program_.scenario->nodes[from].fragment]) {
        edges_.push_back({from, choice, back, typed});
      }
    }
  }

  const Program& program_;
  std::unordered_map<std::string, std::vector<Index>> returns_;  // by fragment
  std::vector<Edge> edges_;
};

}  // namespace

std::vector<Edge> edges_of(const Program& program) { return Collector(program).run(); }

std::vector<std::uint8_t> reached_by(const Program& program, const std::vector<Edge>& edges,
                                     const std::vector<Index>& starts) {
  const std::size_t count = program.nodes.size() + program.endings.size();
  std::vector<std::vector<Index>> next(count);
  std::vector<Index> everywhere;
  for (const Edge& edge : edges) {
    (edge.from == kNoIndex ? everywhere : next[edge.from]).push_back(edge.to);
  }
  std::vector<std::uint8_t> reached(count);
  std::vector<Index> open;
  const auto reach = [&](Index place) {
    if (reached[place] != 0) return;
    reached[place] = 1;
    open.push_back(place);
  };
  for (const Index start : starts) reach(start);
  if (!starts.empty()) {
    for (const Index place : everywhere) reach(place);
  }
  while (!open.empty()) {
    const Index from = open.back();
    open.pop_back();
    for (const Index to : next[from]) reach(to);
  }
  return reached;
}

}  // namespace aplomb::analysis
