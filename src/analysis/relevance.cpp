#include "analysis/relevance.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace aplomb::analysis {
namespace {

using scenario::kNoIndex;
using scenario::Operation;

std::uint64_t bit(unsigned index) { return std::uint64_t{1} << index; }

}  // namespace

bool Facts::merge(const Facts& other) {
  std::uint64_t added = 0;
  const auto add = [&added](std::uint64_t& to, std::uint64_t from) {
    added |= from & ~to;
    to |= from;
  };
  for (std::size_t i = 0; i < cuts.size(); ++i) add(cuts[i], other.cuts[i]);
  for (std::size_t i = 0; i < bits.size(); ++i) add(bits[i], other.bits[i]);
  add(shown, other.shown);
  return added != 0;
}

Relevance::Relevance(const scenario::Program& program, const SpentWatches& watches)
    : program_(program), watches_(watches) {
  for (int slot = 0; slot < program_.slot_count; ++slot) {
    const scenario::SlotRange range = program_.ranges[slot];
    domains_[slot] = {range.min, range.max - range.min + 1};
  }
  find_returns();
  waiting_.resize(program_.nodes.size());
  arriving_.resize(program_.nodes.size());
  settle();
}

Relevance::Relevance(const Relevance& any, SpentWatches::Context context)
    : program_(any.program_),
      watches_(any.watches_),
      any_(&any),
      context_(context),
      domains_(any.domains_),
      fragment_(any.fragment_),
      returns_(any.returns_),
      waiting_(any.waiting_.size()),
      arriving_(any.arriving_.size()) {
  settle();
}

void Relevance::find_returns() {
  std::unordered_map<std::string, Index> fragments;
  for (const auto& fragment : program_.scenario->fragments) {
    fragments.emplace(fragment.id, static_cast<Index>(fragments.size()));
  }
  returns_.resize(fragments.size());
  for (const auto& node : program_.scenario->nodes) {
    const auto found = fragments.find(node.fragment);
    fragment_.push_back(found == fragments.end() ? kNoIndex : found->second);
  }
  const auto note = [this](const scenario::ProgramBranch& branch) {
    if (branch.then == kNoIndex || program_.is_ending(branch.target)) return;
    const Index fragment = fragment_[branch.target];
    if (fragment != kNoIndex) returns_[fragment].push_back(branch.then);
  };
  for (const auto& branch : program_.branches) note(branch);
  for (const auto& watch : program_.watch) note(watch.go);
}

void Relevance::settle() {
  bool changed = true;
  while (changed) {
    changed = false;
    for (std::size_t i = program_.nodes.size(); i-- > 0;) {
      const auto node = static_cast<Index>(i);
      changed = waiting_[i].merge(before_input(node)) || changed;
      changed = arriving_[i].merge(before_arrival(node)) || changed;
    }
  }
}

std::uint64_t Relevance::all_cuts(int slot) const {
  const int count = domains_[slot].count;
  if (slot < scenario::kFirstVariableSlot || count <= 1) return 0;
  const std::uint64_t from_one = ~std::uint64_t{1};
  return count >= 64 ? from_one : (bit(static_cast<unsigned>(count)) - 1) & from_one;
}

std::uint64_t Relevance::shifted(int slot, std::uint64_t cuts, int by) const {
  if (cuts == 0 || !domains_[slot].fine()) return cuts;
  if (by >= 64 || by <= -64) return 0;
  return (by >= 0 ? cuts >> by : cuts << -by) & all_cuts(slot);
}

void Relevance::read_test(Facts& facts, const scenario::Instruction& test) const {
  const int slot = test.index;
  const SlotDomain& domain = domains_[slot];
  if (!domain.fine()) {
    facts.cuts[slot] |= all_cuts(slot);
    return;
  }
  // Values from `value` on are told apart from those below.
  const auto cut_at = [&](int value) {
    const int place = value - domain.first;
    if (place > 0 && place < 64) {
      facts.cuts[slot] |= bit(static_cast<unsigned>(place)) & all_cuts(slot);
    }
  };
  const bool from = test.operation != Operation::kTestLessEqual &&
                    test.operation != Operation::kTestGreater;
  const bool after = test.operation != Operation::kTestLess &&
                     test.operation != Operation::kTestGreaterEqual;
  if (from) cut_at(test.value);
  if (after) cut_at(test.value + 1);
}

void Relevance::read(Facts& facts, scenario::Condition condition) const {
  for (std::uint32_t i = 0; i < condition.count; ++i) {
    const scenario::Instruction& each = program_.code[condition.first + i];
    switch (each.operation) {
      case Operation::kSlot: facts.cuts[each.index] |= all_cuts(each.index); break;
      case Operation::kBit: facts.bits[each.index / 64] |= bit(each.index % 64); break;
      case Operation::kShown: facts.shown |= bit(each.index); break;
      case Operation::kTestEqual:
      case Operation::kTestNotEqual:
      case Operation::kTestLess:
      case Operation::kTestLessEqual:
      case Operation::kTestGreater:
      case Operation::kTestGreaterEqual: read_test(facts, each); break;
      default: break;
    }
  }
}

void Relevance::read_available(Facts& facts, const scenario::ProgramChoice& choice) const {
  read(facts, choice.when);
  if (choice.once) facts.bits[choice.used_bit / 64] |= bit(choice.used_bit % 64);
}

void Relevance::follow(Facts& facts, scenario::Range<scenario::ProgramBranch> go,
                       Index node) const {
  for (std::uint32_t i = 0; i < go.count; ++i) {
    const scenario::ProgramBranch& branch = program_.branches[go.first + i];
    read(facts, branch.when);
    if (branch.target == scenario::kReturnTarget) {
      if (fragment_[node] == kNoIndex) continue;
      for (const Index back : returns_[fragment_[node]]) facts.merge(arriving(back));
    } else if (branch.target != kNoIndex) {
      facts.merge(arriving(branch.target));
    }
  }
}

void Relevance::before_lines(Facts& facts, scenario::Range<scenario::ProgramLine> lines) const {
  for (std::uint32_t i = lines.count; i-- > 0;) {
    const scenario::ProgramLine& line = program_.lines[lines.first + i];
    if (line.when.count != 0) {
      read(facts, line.when);
      continue;
    }
    for (std::uint32_t r = 0; r < line.reveals.count; ++r) {
      const Index known = program_.revealed_bits[line.reveals.first + r];
      facts.bits[known / 64] &= ~bit(known % 64);
    }
  }
}

void Relevance::before_effects(Facts& facts, scenario::Range<scenario::Effect> effects) const {
  for (std::uint32_t i = effects.count; i-- > 0;) {
    const scenario::Effect& effect = program_.effects[effects.first + i];
    switch (effect.kind) {
      case scenario::EffectKind::kReveal:
        facts.bits[effect.index / 64] &= ~bit(effect.index % 64);
        break;
      case scenario::EffectKind::kSet: facts.cuts[effect.index] = 0; break;
      case scenario::EffectKind::kAdd:
        facts.cuts[effect.index] = shifted(effect.index, facts.cuts[effect.index], effect.value);
        break;
    }
  }
}

// What refutes a watch is needed, so that it stays known that it does.
void Relevance::before_watches(Facts& facts) const {
  for (std::size_t i = 0; i < program_.watch.size(); ++i) {
    if (watches_.refuted(context_, i)) {
      for (const scenario::Condition part : watches_.lasting_parts(i)) read(facts, part);
      continue;
    }
    read(facts, program_.watch[i].when);
    if (watches_.leads_on(context_, i)) facts.merge(arriving(program_.watch[i].go.target));
  }
}

Facts Relevance::before_choice(const scenario::ProgramChoice& choice, Index node) const {
  Facts facts;
  follow(facts, choice.go, node);
  before_watches(facts);
  before_lines(facts, choice.lines);
  before_effects(facts, choice.effects);
  if (choice.used_bit != kNoIndex) {
    facts.bits[choice.used_bit / 64] &= ~bit(choice.used_bit % 64);
  }
  for (std::uint32_t t = 0; t < choice.shows.count; ++t) {
    const scenario::Tag tag = program_.tags[choice.shows.first + t];
    if (tag.level > 1) facts.shown &= ~bit(static_cast<unsigned>(tag.behaviour));
  }
  read_available(facts, choice);
  return facts;
}

// Reading a document a second time changes nothing, so that it was read matters only where reading
// it changes something that is needed.
bool Relevance::matters(Index document, Index node) const {
  const scenario::ProgramDocument& read = program_.documents[document];
  const Facts& after = any_ == nullptr ? waiting_[node] : any_->waiting_[node];
  const auto needs = [&after](Index bit_index) {
    return (after.bits[bit_index / 64] & bit(bit_index % 64)) != 0;
  };
  bool matters = needs(read.read_bit);
  for (std::uint32_t r = 0; r < read.reveals.count; ++r) {
    matters = matters || needs(program_.revealed_bits[read.reveals.first + r]);
  }
  for (std::uint32_t e = 0; e < read.effects.count; ++e) {
    const scenario::Effect& effect = program_.effects[read.effects.first + e];
    matters = matters || (effect.kind == scenario::EffectKind::kReveal
                              ? needs(effect.index)
                              : effect.index < scenario::kFirstVariableSlot ||
                                    after.cuts[effect.index] != 0);
  }
  return matters;
}

Facts Relevance::before_document(Index document, Index node) const {
  const scenario::ProgramDocument& read = program_.documents[document];
  Facts facts = waiting_[node];
  before_effects(facts, read.effects);
  for (std::uint32_t r = 0; r < read.reveals.count; ++r) {
    const Index known = program_.revealed_bits[read.reveals.first + r];
    facts.bits[known / 64] &= ~bit(known % 64);
  }
  if (matters(document, node)) facts.bits[read.read_bit / 64] |= bit(read.read_bit % 64);
  return facts;
}

Facts Relevance::before_input(Index index) const {
  const scenario::ProgramNode& node = program_.nodes[index];
  Facts facts;
  for (std::uint32_t i = 0; i < node.choices.count; ++i) {
    facts.merge(before_choice(program_.choices[node.choices.first + i], index));
  }
  for (std::uint32_t i = 0; i < node.documents.count; ++i) {
    facts.merge(before_document(program_.offered_documents[node.documents.first + i], index));
  }
  return facts;
}

const Facts& Relevance::arriving(Index target) const {
  if (!program_.is_ending(target)) return arriving_[target];
  const Index follow_up = program_.endings[program_.ending_of(target)].follow_up;
  return follow_up == kNoIndex ? nothing_ : arriving_[follow_up];
}

Facts Relevance::before_arrival(Index target) const {
  const scenario::ProgramNode& node = program_.nodes[target];
  Facts facts = waiting_[target];
  follow(facts, node.go, target);
  before_lines(facts, node.lines);
  if (node.topics_then != kNoIndex) {
    for (std::uint32_t i = 0; i < node.choices.count; ++i) {
      const scenario::ProgramChoice& choice = program_.choices[node.choices.first + i];
      if (choice.topic) read_available(facts, choice);
    }
    facts.merge(arriving(node.topics_then));
  }
  if (node.visits_slot != kNoIndex) {
    facts.cuts[node.visits_slot] = shifted(node.visits_slot, facts.cuts[node.visits_slot], 1);
  }
  return facts;
}

}  // namespace aplomb::analysis
