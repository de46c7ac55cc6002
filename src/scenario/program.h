// The compiled form of a scenario: flat arrays of small integers, conditions as bytecode. It is
// immutable and shared by every session; a session's own state is engine/state.h.
//
// Node `i` of the program is `scenario->nodes[i]` of the model, and the choices of a node stand in
// the same order in both. What is said stands here too, so that a step finds it without the model.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "scenario/model.h"

namespace aplomb::scenario {

using Index = std::uint16_t;
inline constexpr Index kNoIndex = 0xffff;
inline constexpr Index kReturnTarget = 0xfffe;

// Integers of a state: the meters, how often the customer was heard, variables, visit counts.
inline constexpr int kMaxSlots = 48;
inline constexpr int kHeardSlot = kMeterCount;
inline constexpr int kFirstVariableSlot = kMeterCount + 1;
// Bits of a state: known keys, used choices, documents read.
inline constexpr int kMaxBits = 192;
inline constexpr int kMaxCallDepth = 4;
inline constexpr int kMaxVisits = 7;
inline constexpr int kMaxHeard = 3;
inline constexpr int kMaxChoices = 14;  // nine replies and the five acts

enum class Operation : std::uint8_t {
  kConstant, kSlot, kBit, kShown, kFollowUp,
  kTestEqual, kTestNotEqual, kTestLess, kTestLessEqual, kTestGreater, kTestGreaterEqual,
  kEqual, kNotEqual, kLess, kLessEqual, kGreater, kGreaterEqual,
  kAdd, kSubtract, kNot, kAnd, kOr,
  kLevel, kNegative,  // of the input being read: typed rules and affect rules only
};

// kTest…: compares slot `index` with `value`. kConstant: `value`. Others: `index`. Slots, bits and
// behaviours all count below 256, and no number that may be written is above 30,000.
struct Instruction {
  Operation operation{};
  std::uint8_t index = 0;
  std::int16_t value = 0;
};
static_assert(sizeof(Instruction) == 4 && kMaxSlots <= 256 && kMaxBits <= 256);
inline constexpr int kMaxExpressionDepth = 16;  // values on the stack

// A part of one of the program's arrays. Small, because a step waits for memory more than for
// anything else. The compiler refuses what does not fit.
inline constexpr int kFirstWidth = 22;
inline constexpr int kCountWidth = 10;
inline constexpr std::size_t kMostInProgram = std::size_t{1} << kFirstWidth;
inline constexpr std::size_t kMostInRange = (std::size_t{1} << kCountWidth) - 1;

template <typename T>
struct Range {
  constexpr Range() = default;
  constexpr Range(std::size_t first_item, std::size_t items)
      : first(first_item % kMostInProgram), count(items % (kMostInRange + 1)) {}

  [[nodiscard]] constexpr std::uint32_t end() const { return std::uint32_t{first} + count; }

  std::uint32_t first : kFirstWidth = 0;
  std::uint32_t count : kCountWidth = 0;
};

// A run of instructions that leaves one value; an empty run is always true.
using Condition = Range<Instruction>;

enum class EffectKind : std::uint8_t { kSet, kAdd, kReveal };

struct Effect {
  EffectKind kind{};
  std::uint8_t index = 0;  // slot, or bit to set
  std::int16_t value = 0;
};
static_assert(sizeof(Effect) == 4);

struct ProgramLine {
  Condition when;
  Range<Index> reveals;  // in Program::revealed_bits
};

struct ProgramBranch {
  Condition when;
  Index target = kNoIndex;  // node, ending (from node_count() on) or kReturnTarget
  Index then = kNoIndex;    // of a call: where its return leads
};

struct Tag {
  Behaviour behaviour{};
  std::uint8_t level = 0;
};

struct ProgramChoice {
  Condition when;
  Range<Tag> shows;
  Range<Effect> effects;
  Range<ProgramLine> lines;
  Range<ProgramBranch> go;
  std::uint32_t negatives = 0;  // bit per Negative
  Index used_bit = kNoIndex;    // set when taken; kNoIndex where nobody asks
  std::uint16_t critical = 0;   // bit per critical failure
  std::array<std::int8_t, kMeterCount> affect{};
  std::uint8_t overridden_meters = 0;  // bit per meter
  ChoiceKind kind{};
  bool once : 1 = false;
  bool topic : 1 = false;
};
static_assert(sizeof(ProgramChoice) == 36);

// Of a choice, what a step asks of nearly all of them, so that it need not look at the choice
// itself and what that refers to. Where a part is more than fits here, its bit is false and the
// choice has the say.
struct Shortcut {
  // Holds while slot `slot` is at least `least` and at most `least` + `span`.
  std::int16_t least = 0;
  std::uint16_t span = 0;
  std::array<Effect, 2> effects{};  // kSet or kAdd; in place of none, one that changes nothing
  Index target = kNoIndex;          // kNoIndex: see the choice's `go`
  std::uint8_t slot = 0;
  bool plain_offer : 1 = false;    // on offer while the above holds
  bool plain_effects : 1 = false;  // `effects` are all there are
  bool reacts : 1 = false;         // the customer reacts to it
  bool marked : 1 = false;         // it has a used_bit
  bool speaks : 1 = false;         // lines follow it
};
static_assert(sizeof(Shortcut) == 16);

struct ProgramRule {  // of a typed reply
  Condition when;
  Index as = kNoIndex;  // choice of the node
  Range<ProgramBranch> go;
};

struct ProgramNode {
  Range<ProgramLine> lines;
  Range<ProgramChoice> choices;
  Range<ProgramBranch> go;
  Range<Index> documents;  // in Program::offered_documents
  Range<ProgramRule> typed;
  Index visits_slot = kNoIndex;
  Index topics_then = kNoIndex;
  bool provoking = false;
  bool technical = false;
  bool plain_lines = false;  // all are said always and reveal nothing
};
static_assert(sizeof(ProgramNode) == 28);

struct ProgramDocument {
  Index read_bit = kNoIndex;
  Range<Index> reveals;
  Range<Effect> effects;
};

struct ProgramEnding {
  EndingKind kind{};
  Index follow_up = kNoIndex;  // node
};

struct ProgramWatch {
  Condition when;
  ProgramBranch go;
};

struct SlotRange {
  std::int16_t min = 0;
  std::int16_t max = 100;
};

struct Program {
  std::shared_ptr<const Scenario> scenario;

  std::vector<ProgramNode> nodes;
  std::vector<ProgramChoice> choices;
  std::vector<Shortcut> shortcuts;  // by choice
  std::vector<ProgramLine> lines;
  std::vector<ProgramBranch> branches;
  std::vector<Tag> tags;
  std::vector<Effect> effects;
  std::vector<Index> revealed_bits;
  std::vector<Index> offered_documents;
  std::vector<ProgramRule> rules;
  std::vector<Instruction> code;
  std::vector<ProgramDocument> documents;
  std::vector<ProgramEnding> endings;
  std::vector<ProgramWatch> watch;

  // In one language, by their places in `lines` and `choices`.
  struct Texts {
    TextTable lines;
    TextTable choices;
  };
  std::array<Texts, 2> texts;  // by base::Language

  int slot_count = 0;
  std::array<SlotRange, kMaxSlots> ranges{};
  std::array<std::int16_t, kMaxSlots> initial{};
  int bit_count = 0;  // case key `i` of the model is bit `i`
  std::array<std::uint64_t, kMaxBits / 64> initial_bits{};  // keys that are open from the start
  std::uint64_t shown_read = 0;  // behaviours of which a condition asks shown()
  int vent_need = 0;             // turns of being heard until the need to vent is met
  int meter_count = 4;
  Index start = 0;

  [[nodiscard]] Index node_count() const { return static_cast<Index>(nodes.size()); }
  [[nodiscard]] bool is_ending(Index target) const { return target >= node_count(); }
  [[nodiscard]] Index ending_of(Index target) const {
    return static_cast<Index>(target - node_count());
  }
  [[nodiscard]] const Texts& texts_in(base::Language language) const {
    return texts[static_cast<std::size_t>(language)];
  }
  [[nodiscard]] const ProgramChoice* choices_of(const ProgramNode& node) const {
    return choices.data() + node.choices.first;
  }
};

}  // namespace aplomb::scenario
