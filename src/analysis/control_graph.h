// The ways a conversation can go when the customer's mood may be anything: every combination of
// node and facts, with what of the mood each can still tell apart.
//
// It holds more than can happen, never less; so it bounds what typed replies, which may show
// anything, can bring about. It is small where the states themselves are many. Combinations that go
// on alike are one.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "analysis/facts_codec.h"
#include "analysis/mood.h"
#include "analysis/progress.h"
#include "analysis/word_table.h"

namespace aplomb::analysis {

using ControlNumber = std::uint32_t;
inline constexpr ControlNumber kNoControl = 0xffffffffU;

class ControlGraph {
 public:
  // An input that some mood lets happen, and where any mood may lead after it.
  struct Move {
    engine::Input input;
    MoodCuts before{};  // told apart to know whether it is on offer
    MoodCuts after{};   // told apart when its effects have been made
    // Where it leads with one mood of each class that `after` makes, lowest first.
    std::uint32_t first_target = 0;
    std::uint32_t target_count = 0;
    // Moves with the same shape are alike in all of the above but the targets, and in what is said
    // and asked on the way.
    std::uint32_t shape = 0;
  };

  explicit ControlGraph(const engine::Machine& machine);

  // Explores; false when there are more than `most` or `watching` stops it.
  bool build(ControlNumber most, const Watching& watching);

  [[nodiscard]] ControlNumber size() const { return static_cast<ControlNumber>(facts_.size()); }
  // The facts, with the lowest mood.
  [[nodiscard]] const engine::State& facts(ControlNumber number) const { return facts_[number]; }
  [[nodiscard]] const MoodNeeds& needs(ControlNumber number) const { return needs_[number]; }
  [[nodiscard]] std::vector<Move>::const_iterator first_move(ControlNumber number) const {
    return moves_.begin() + first_move_[number];
  }
  [[nodiscard]] const ControlNumber* targets(const Move& move) const {
    return targets_.data() + move.first_target;
  }

  // Where a state belongs; kNoControl if it was not found while building.
  [[nodiscard]] ControlNumber find(const engine::State& state) const;

  [[nodiscard]] std::uint64_t bytes() const;

 private:
  [[nodiscard]] ControlNumber lookup(const FactsKey& key) const;
  ControlNumber insert(const engine::State& state);
  void grow();
  void expand(ControlNumber number);
  [[nodiscard]] Outlook outlook(scenario::Condition when, const engine::State& from) const;
  void add_choice(const engine::State& from, Index index);
  void add_shape(Move& move, const engine::State& from, const std::vector<std::uint32_t>& trails);
  void add_document(const engine::State& from, Index document);
  std::vector<std::uint32_t> add_targets(Move& move, engine::State after, Index node,
                                         Index choice);
  // Makes those that go on alike one.
  void merge_alike();
  [[nodiscard]] std::vector<ControlNumber> alike() const;
  [[nodiscard]] bool alike(const std::vector<ControlNumber>& classes, ControlNumber a,
                           ControlNumber b) const;
  [[nodiscard]] std::uint64_t hash_under(const std::vector<ControlNumber>& classes,
                                         ControlNumber number) const;
  void settle();
  [[nodiscard]] MoodNeeds needs_before(const Move& move, const engine::State& from) const;

  const engine::Machine& machine_;
  const scenario::Program& program_;
  FactsCodec codec_;
  MoodFlow flow_;
  Outlooks outlooks_;
  std::vector<MoodCuts> condition_cuts_;  // by the first instruction of a condition

  std::vector<ControlNumber> class_of_;  // by number in the order of discovery
  std::vector<engine::State> facts_;
  std::vector<std::uint64_t> keys_;  // codec_.words() each
  std::vector<ControlNumber> table_;
  std::vector<MoodNeeds> needs_;
  std::vector<Move> moves_;
  std::vector<std::uint32_t> first_move_{0};
  std::vector<ControlNumber> targets_;
  std::vector<std::uint32_t> refused_;  // choices (bit each) whose condition the facts refuse
  WordTable trails_;  // what is met on the way
  WordTable shapes_;
};

}  // namespace aplomb::analysis
