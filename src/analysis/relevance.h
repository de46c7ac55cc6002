// What later steps can still read of a state's facts: variables, visits, known keys, used choices,
// documents read, behaviours shown. Worked out backwards over the program, node by node; what moves
// with every turn (meters, being heard, worn formulas) is looked at more closely in mood.h.
//
// Of an integer not only whether it is read is known but which values are told apart: a count of
// visits that is only ever compared with 0 needs two classes. Nothing that matters is left out;
// something that does not may be kept.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "analysis/spent_watches.h"
#include "engine/step.h"

namespace aplomb::analysis {

using scenario::Index;

// The values of a slot as places 0 to count − 1.
struct SlotDomain {
  int first = 0;
  int count = 1;

  // Whether cuts are kept place by place. A wider slot is read as a whole or not at all.
  [[nodiscard]] bool fine() const { return count <= 64; }
};

// Needed facts. Bit p of a slot's cuts (1 ≤ p < count): place p − 1 and place p are told apart.
struct Facts {
  std::array<std::uint64_t, scenario::kMaxSlots> cuts{};  // of meters and being heard: none
  std::array<std::uint64_t, scenario::kMaxBits / 64> bits{};
  std::uint64_t shown = 0;

  // Adds what `other` needs; whether that changed anything.
  bool merge(const Facts& other);
};

class Relevance {
 public:
  // Of states in any context of their watches.
  Relevance(const scenario::Program& program, const SpentWatches& watches);
  // Of states in this one. What reading a document may change is asked of `any` context, so that
  // what there is to do at a node does not depend on it. The others outlive this.
  Relevance(const Relevance& any, SpentWatches::Context context);

  // Of a state that waits at `node` for an input.
  [[nodiscard]] const Facts& waiting(Index node) const { return waiting_[node]; }
  [[nodiscard]] const SlotDomain& domain(int slot) const { return domains_[slot]; }

 private:
  void find_returns();
  void settle();

  [[nodiscard]] bool matters(Index document, Index node) const;
  [[nodiscard]] Facts before_arrival(Index target) const;
  // The same as far as it has been worked out, also of endings.
  [[nodiscard]] const Facts& arriving(Index target) const;
  [[nodiscard]] Facts before_input(Index index) const;
  [[nodiscard]] Facts before_choice(const scenario::ProgramChoice& choice, Index node) const;
  [[nodiscard]] Facts before_document(Index document, Index node) const;
  void before_watches(Facts& facts) const;

  void follow(Facts& facts, scenario::Range<scenario::ProgramBranch> go, Index node) const;
  void before_lines(Facts& facts, scenario::Range<scenario::ProgramLine> lines) const;
  void before_effects(Facts& facts, scenario::Range<scenario::Effect> effects) const;
  void read(Facts& facts, scenario::Condition condition) const;
  void read_test(Facts& facts, const scenario::Instruction& test) const;
  void read_available(Facts& facts, const scenario::ProgramChoice& choice) const;
  // Cuts before a change of `by`, clamped to the slot's range.
  [[nodiscard]] std::uint64_t shifted(int slot, std::uint64_t cuts, int by) const;
  [[nodiscard]] std::uint64_t all_cuts(int slot) const;

  const scenario::Program& program_;
  const SpentWatches& watches_;
  const Relevance* any_ = nullptr;  // null: this is that
  SpentWatches::Context context_ = 0;
  std::array<SlotDomain, scenario::kMaxSlots> domains_{};
  std::vector<Index> fragment_;              // of a node; kNoIndex outside fragments
  std::vector<std::vector<Index>> returns_;  // of a fragment: where its calls go on
  std::vector<Facts> waiting_;
  std::vector<Facts> arriving_;
  Facts nothing_;  // that a last ending needs
};

}  // namespace aplomb::analysis
