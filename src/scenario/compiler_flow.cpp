#include <algorithm>
#include <functional>

#include "scenario/compiler.h"

namespace aplomb::scenario {

void Compiler::check_flow() {
  for (std::size_t i = 0; i < scenario_->nodes.size(); ++i) {
    const Node& node = scenario_->nodes[i];
    const bool has_topic = std::any_of(node.choices.begin(), node.choices.end(),
                                       [](const Choice& choice) { return choice.topic; });
    if (node.topics_then && !has_topic) report("S0409", place(node.origin, "topics"));
    if (node.choices.empty() && node.go.empty()) {
      problems_.push_back(
          document_.problem_at_key("S0403", node.origin.value, {{"node", node.id}}));
    }
  }
  check_calls();
  if (!has_error(problems_)) check_pass_through();
}

// Fragments may call fragments, never themselves, and at most kMaxCallDepth deep.
void Compiler::check_calls() {
  const std::size_t count = scenario_->fragments.size();
  std::vector<std::vector<std::size_t>> calls(count);
  const auto note = [&](const Node& node, const List<Branch>& branches) {
    for (const Branch& branch : branches) {
      const auto* call = std::get_if<Call>(&branch.go.to);
      if (call == nullptr || node.fragment.empty()) continue;
      calls[fragments_.at(node.fragment).index].push_back(fragments_.at(call->fragment).index);
    }
  };
  for (const Node& node : scenario_->nodes) {
    note(node, node.go);
    for (const Choice& choice : node.choices) note(node, choice.go);
    for (const TypedRule& rule : node.typed) note(node, rule.go);
  }
  std::vector<std::size_t> chain;
  const auto describe = [&](std::size_t last) {
    std::string cycle;
    for (const std::size_t each : chain) cycle += scenario_->fragments[each].id + " → ";
    return cycle + scenario_->fragments[last].id;
  };
  bool reported = false;
  const std::function<void(std::size_t)> follow = [&](std::size_t fragment) {
    if (reported) return;
    if (std::find(chain.begin(), chain.end(), fragment) != chain.end()) {
      report("S0405", scenario_->fragments[fragment].origin.value, {{"cycle", describe(fragment)}});
      reported = true;
      return;
    }
    if (chain.size() >= kMaxCallDepth) {
      report("S0406", scenario_->fragments[fragment].origin.value, {{"cycle", describe(fragment)}});
      reported = true;
      return;
    }
    chain.push_back(fragment);
    for (const std::size_t next : calls[fragment]) follow(next);
    chain.pop_back();
  };
  for (std::size_t i = 0; i < count; ++i) follow(i);
}

bool Compiler::may_pass_through(Index index) const {
  const Node& node = scenario_->nodes[index];
  if (node.go.empty()) return false;
  return std::none_of(node.choices.begin(), node.choices.end(), [](const Choice& choice) {
    return !choice.when && !choice.once;
  });
}

std::vector<std::vector<Index>> Compiler::pass_through_edges() const {
  const Program& program = *program_;
  std::vector<std::vector<Index>> edges(program.nodes.size());
  std::vector<std::vector<Index>> returns(scenario_->fragments.size());  // where each returns to
  const auto note_return = [&](const ProgramBranch& branch) {
    if (branch.then == kNoIndex || program.is_ending(branch.then)) return;
    returns[fragments_.at(scenario_->nodes[branch.target].fragment).index].push_back(branch.then);
  };
  for (const ProgramBranch& branch : program.branches) note_return(branch);
  for (const ProgramWatch& watch : program.watch) note_return(watch.go);
  for (Index i = 0; i < program.node_count(); ++i) {
    const ProgramNode& node = program.nodes[i];
    // When no topic is left, it goes on whatever else is on offer.
    if (node.topics_then != kNoIndex) edges[i].push_back(node.topics_then);
    const std::uint32_t branches = may_pass_through(i) ? node.go.count : 0;
    for (std::uint32_t b = 0; b < branches; ++b) {
      const Index to = program.branches[node.go.first + b].target;
      if (to == kReturnTarget) {
        const auto& all = returns[fragments_.at(scenario_->nodes[i].fragment).index];
        edges[i].insert(edges[i].end(), all.begin(), all.end());
      } else {
        edges[i].push_back(to);
      }
    }
    std::erase_if(edges[i], [&](Index to) { return program.is_ending(to); });
  }
  return edges;
}

// A circle of nodes at which nothing is chosen would never come to the trainee's turn. Refused
// also where conditions might break it: nobody should have to reason about that.
void Compiler::check_pass_through() {
  const auto edges = pass_through_edges();
  enum class Mark : std::uint8_t { kNew, kOpen, kDone };
  std::vector<Mark> marks(edges.size(), Mark::kNew);
  struct Visit {
    Index node;
    std::size_t next;
  };
  for (std::size_t root = 0; root < edges.size(); ++root) {
    if (marks[root] != Mark::kNew) continue;
    std::vector<Visit> stack{{static_cast<Index>(root), 0}};
    marks[root] = Mark::kOpen;
    while (!stack.empty()) {
      Visit& top = stack.back();
      if (top.next == edges[top.node].size()) {
        marks[top.node] = Mark::kDone;
        stack.pop_back();
        continue;
      }
      const Index to = edges[top.node][top.next++];
      if (marks[to] == Mark::kOpen) {
        std::string cycle;
        bool within = false;
        for (const Visit& visit : stack) {
          within = within || visit.node == to;
          if (within) cycle += scenario_->nodes[visit.node].id + " → ";
        }
        cycle += scenario_->nodes[to].id;
        report("S0407", scenario_->nodes[to].origin.value, {{"cycle", cycle}});
        return;
      }
      if (marks[to] == Mark::kNew) {
        marks[to] = Mark::kOpen;
        stack.push_back({to, 0});
      }
    }
  }
}

}  // namespace aplomb::scenario
