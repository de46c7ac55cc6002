// What of a program has been met: places that were reached, and how conditions came out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/step.h"

namespace aplomb::analysis {

using scenario::Index;

struct Coverage {
  explicit Coverage(const scenario::Program& program)
      : nodes(program.nodes.size()),
        lines(program.lines.size()),
        choices(program.choices.size()),
        endings(program.endings.size()),
        outcomes(program.code.size()) {}

  void merge(const Coverage& other) {
    const auto add = [](std::vector<std::uint8_t>& to, const std::vector<std::uint8_t>& from) {
      for (std::size_t i = 0; i < to.size(); ++i) to[i] = static_cast<std::uint8_t>(to[i] | from[i]);
    };
    add(nodes, other.nodes);
    add(lines, other.lines);
    add(choices, other.choices);
    add(endings, other.endings);
    add(outcomes, other.outcomes);
  }

  // By their places in the program: 1 where reached. A choice counts when it was taken.
  std::vector<std::uint8_t> nodes;
  std::vector<std::uint8_t> lines;
  std::vector<std::uint8_t> choices;
  std::vector<std::uint8_t> endings;
  // By the first instruction of a condition: bit 0 when it came out false, bit 1 when true.
  std::vector<std::uint8_t> outcomes;
};

// Observes steps and notes what they meet.
class CoverageObserver {
 public:
  CoverageObserver(const scenario::Program& program, Coverage& coverage)
      : program_(program), coverage_(coverage) {}

  void line(const engine::State&, engine::LineRef ref) {
    const scenario::ProgramNode& node = program_.nodes[ref.node];
    const std::uint32_t first = ref.choice == scenario::kNoIndex
                                    ? node.lines.first
                                    : program_.choices_of(node)[ref.choice].lines.first;
    coverage_.lines[first + ref.line] = 1;
  }
  void arrive(const engine::State&, Index node) { coverage_.nodes[node] = 1; }
  void ending(const engine::State&, Index ending, bool) { coverage_.endings[ending] = 1; }
  void tested(const engine::State&, scenario::Condition when, bool outcome) {
    std::uint8_t& seen = coverage_.outcomes[when.first];
    seen = static_cast<std::uint8_t>(seen | (outcome ? 2U : 1U));
  }

 private:
  const scenario::Program& program_;
  Coverage& coverage_;
};

}  // namespace aplomb::analysis
