#include "analysis/control_graph.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "analysis/mood_walk.h"

namespace aplomb::analysis {
namespace {

constexpr std::size_t kFirstTable = 1024;

std::uint64_t hash_of(const std::uint64_t* key, int words) {
  std::uint64_t hash = 0x9e3779b97f4a7c15U;
  for (int i = 0; i < words; ++i) {
    hash = (hash ^ key[i]) * 0xd6e8feb86659fd93U;
    hash ^= hash >> 32;
  }
  return hash;
}

}  // namespace

ControlGraph::ControlGraph(const engine::Machine& machine)
    : machine_(machine),
      program_(*machine.program),
      codec_(program_),
      flow_(machine),
      outlooks_(program_.code),
      condition_cuts_(condition_cuts(program_, outlooks_)),
      table_(kFirstTable, kNoControl) {}

bool ControlGraph::build(ControlNumber most, const Watching& watching) {
  engine::Silent silent;
  insert(engine::begin(machine_, silent));
  for (ControlNumber at = 0; at < size(); ++at) {
    if (size() > most || watching.stopped()) return false;
    expand(at);
    first_move_.push_back(static_cast<std::uint32_t>(moves_.size()));
  }
  merge_alike();
  settle();
  return true;
}

ControlNumber ControlGraph::find(const engine::State& state) const {
  FactsKey key;
  codec_.encode(state, key.data());
  const ControlNumber number = lookup(key);
  return number == kNoControl ? number : class_of_[number];
}

ControlNumber ControlGraph::lookup(const FactsKey& key) const {
  const int words = codec_.words();
  const std::size_t mask = table_.size() - 1;
  for (std::size_t at = hash_of(key.data(), words) & mask;; at = (at + 1) & mask) {
    const ControlNumber number = table_[at];
    if (number == kNoControl) return kNoControl;
    const std::uint64_t* known = keys_.data() + std::size_t{number} * words;
    if (std::equal(known, known + words, key.data())) return number;
  }
}

ControlNumber ControlGraph::insert(const engine::State& state) {
  FactsKey key;
  codec_.encode(state, key.data());
  const ControlNumber known = lookup(key);
  if (known != kNoControl) return known;
  const ControlNumber number = size();
  keys_.insert(keys_.end(), key.begin(), key.begin() + codec_.words());
  facts_.push_back(codec_.decode(key.data()));
  if (facts_.size() * 2 >= table_.size()) {
    grow();
  } else {
    const std::size_t mask = table_.size() - 1;
    std::size_t at = hash_of(key.data(), codec_.words()) & mask;
    while (table_[at] != kNoControl) at = (at + 1) & mask;
    table_[at] = number;
  }
  return number;
}

void ControlGraph::grow() {
  table_.assign(table_.size() * 2, kNoControl);
  const std::size_t mask = table_.size() - 1;
  for (ControlNumber number = 0; number < size(); ++number) {
    const std::uint64_t* key = keys_.data() + std::size_t{number} * codec_.words();
    std::size_t at = hash_of(key, codec_.words()) & mask;
    while (table_[at] != kNoControl) at = (at + 1) & mask;
    table_[at] = number;
  }
}

void ControlGraph::expand(ControlNumber number) {
  const engine::State from = facts_[number];
  refused_.push_back(0);
  if (engine::ended(program_, from)) return;
  const scenario::ProgramNode& node = program_.nodes[from.node];
  for (Index i = 0; i < node.choices.count; ++i) add_choice(from, i);
  for (std::uint32_t i = 0; i < node.documents.count; ++i) {
    add_document(from, program_.offered_documents[node.documents.first + i]);
  }
}

// Most conditions read no mood; those are quicker to look at.
Outlook ControlGraph::outlook(scenario::Condition when, const engine::State& from) const {
  if (when.count != 0 && condition_cuts_[when.first] != MoodCuts{}) {
    return outlooks_.of(when, from);
  }
  return {true, engine::holds(program_.code, when, from), {}};
}

void ControlGraph::add_choice(const engine::State& from, Index index) {
  const scenario::ProgramChoice& choice =
      program_.choices_of(program_.nodes[from.node])[index];
  if (choice.once && from.bit(choice.used_bit)) return;
  const Outlook offer = this->outlook(choice.when, from);
  if (offer.known && !offer.outcome) {
    refused_.back() |= std::uint32_t{1} << index;
    return;
  }
  Move move;
  move.input = {engine::InputKind::kChoose, index};
  move.before = offer.cuts;
  engine::State after = from;
  // Of the reaction, only what was shown is a fact.
  for (std::uint32_t t = 0; t < choice.shows.count; ++t) {
    const scenario::Tag tag = program_.tags[choice.shows.first + t];
    const std::uint64_t shown = std::uint64_t{1} << static_cast<int>(tag.behaviour);
    if (tag.level > 1) after.shown |= shown & program_.shown_read;
  }
  if (choice.used_bit != scenario::kNoIndex) after.set_bit(choice.used_bit);
  engine::detail::apply(program_, after, choice.effects);
  add_shape(move, from, add_targets(move, after, from.node, index));
  moves_.push_back(move);
}

// Goes on with one mood of each class that is told apart on the way; which these are shows only
// while going on. Returns what was met with each.
std::vector<std::uint32_t> ControlGraph::add_targets(Move& move, engine::State after, Index node,
                                                     Index choice) {
  move.first_target = static_cast<std::uint32_t>(targets_.size());
  std::vector<std::uint32_t> trails;
  MoodObserver observer(outlooks_, condition_cuts_);
  bool again = true;
  while (again) {
    again = false;
    targets_.resize(move.first_target);
    trails.clear();
    MoodCuts cuts = observer.cuts();
    MoodSamples samples(cuts);
    do {
      engine::State state = after;
      samples.put(state);
      observer.trail().clear();
      engine::detail::proceed(program_, state, node, choice, observer);
      targets_.push_back(insert(state));
      trails.push_back(trails_.number_of(observer.trail()));
      if (observer.cuts() != cuts) {
        // The lowest mood stays the first, whatever is told apart.
        again = trails.size() > 1;
        cuts = observer.cuts();
        samples = MoodSamples(cuts);
      }
    } while (!again && samples.next());
  }
  move.after = observer.cuts();
  move.target_count = static_cast<std::uint32_t>(targets_.size()) - move.first_target;
  return trails;
}

void ControlGraph::add_shape(Move& move, const engine::State& from,
                             const std::vector<std::uint32_t>& trails) {
  std::vector<std::uint32_t> shape{static_cast<std::uint32_t>(move.input.kind), move.input.index};
  shape.insert(shape.end(), move.before.begin(), move.before.end());
  shape.insert(shape.end(), move.after.begin(), move.after.end());
  shape.insert(shape.end(), trails.begin(), trails.end());
  if (move.input.kind == engine::InputKind::kChoose) {
    engine::State state = from;
    MoodSamples samples(move.before);
    do {
      samples.put(state);
      shape.push_back(engine::offered(program_, state, move.input.index) ? 1 : 0);
    } while (samples.next());
  }
  move.shape = shapes_.number_of(shape);
}

void ControlGraph::add_document(const engine::State& from, Index document) {
  if (from.bit(program_.documents[document].read_bit)) return;
  Move move;
  move.input = {engine::InputKind::kConsult, document};
  engine::State after = from;
  engine::Silent silent;
  engine::step(machine_, after, move.input, silent);
  move.first_target = static_cast<std::uint32_t>(targets_.size());
  move.target_count = 1;
  targets_.push_back(insert(after));
  add_shape(move, from, {});
  moves_.push_back(move);
}

// Classes of those that go on alike: coarse at first, then split until every class leads alike into
// the same classes.
std::vector<ControlNumber> ControlGraph::alike() const {
  // That a condition refuses a choice is told apart from that it has been used up, although both go
  // on alike: whether a condition ever comes out false is one of the questions.
  std::map<std::pair<Index, std::uint32_t>, ControlNumber> by_node;
  std::vector<ControlNumber> classes(size());
  for (ControlNumber i = 0; i < size(); ++i) {
    const auto next = static_cast<ControlNumber>(by_node.size());
    classes[i] = by_node.emplace(std::pair(facts_[i].node, refused_[i]), next).first->second;
  }
  std::size_t count = 0;
  while (true) {
    std::vector<ControlNumber> finer(size());
    std::vector<ControlNumber> first;  // of each class
    std::unordered_multimap<std::uint64_t, ControlNumber> by_hash;
    by_hash.reserve(count);
    for (ControlNumber i = 0; i < size(); ++i) {
      const std::uint64_t hash = hash_under(classes, i);
      const auto [begin, end] = by_hash.equal_range(hash);
      const auto found = std::find_if(
          begin, end, [&](const auto& each) { return alike(classes, first[each.second], i); });
      if (found != end) {
        finer[i] = found->second;
        continue;
      }
      finer[i] = static_cast<ControlNumber>(first.size());
      by_hash.emplace(hash, finer[i]);
      first.push_back(i);
    }
    classes = std::move(finer);
    if (first.size() == count) return classes;
    count = first.size();
  }
}

bool ControlGraph::alike(const std::vector<ControlNumber>& classes, ControlNumber a,
                         ControlNumber b) const {
  if (classes[a] != classes[b]) return false;
  const auto same_move = [&](const Move& left, const Move& right) {
    if (left.shape != right.shape || left.target_count != right.target_count) return false;
    return std::equal(targets(left), targets(left) + left.target_count, targets(right),
                      [&](ControlNumber x, ControlNumber y) { return classes[x] == classes[y]; });
  };
  return std::equal(first_move(a), first_move(a + 1), first_move(b), first_move(b + 1), same_move);
}

std::uint64_t ControlGraph::hash_under(const std::vector<ControlNumber>& classes,
                                       ControlNumber number) const {
  std::uint64_t hash = classes[number];
  const auto add = [&hash](std::uint64_t value) {
    hash = (hash ^ value) * 0xd6e8feb86659fd93U;
    hash ^= hash >> 32;
  };
  for (auto move = first_move(number); move != first_move(number + 1); ++move) {
    add(move->shape);
    for (std::uint32_t i = 0; i < move->target_count; ++i) {
      add(classes[targets(*move)[i]]);
    }
  }
  return hash;
}

void ControlGraph::merge_alike() {
  class_of_ = alike();
  std::vector<engine::State> facts;
  std::vector<Move> moves;
  std::vector<std::uint32_t> first{0};
  for (ControlNumber i = 0; i < size(); ++i) {
    if (class_of_[i] != facts.size()) continue;  // not the first of its class
    facts.push_back(facts_[i]);
    moves.insert(moves.end(), first_move(i), first_move(i + 1));
    first.push_back(static_cast<std::uint32_t>(moves.size()));
  }
  for (ControlNumber& target : targets_) target = class_of_[target];
  facts_ = std::move(facts);
  moves_ = std::move(moves);
  first_move_ = std::move(first);
  trails_ = {};
  shapes_ = {};
  refused_ = {};
}

MoodNeeds ControlGraph::needs_before(const Move& move, const engine::State& from) const {
  MoodNeeds after;
  after.add(move.after);
  for (std::uint32_t i = 0; i < move.target_count; ++i) {
    after.merge(needs_[targets_[move.first_target + i]]);
  }
  if (move.input.kind == engine::InputKind::kConsult) {
    return flow_.before_document(move.input.index, after);
  }
  MoodNeeds before = flow_.before_choice(
      program_.nodes[from.node].choices.first + move.input.index, after);
  before.add(move.before);
  return before;
}

void ControlGraph::settle() {
  needs_.resize(size());
  bool changed = true;
  while (changed) {
    changed = false;
    for (ControlNumber number = size(); number-- > 0;) {
      for (std::uint32_t i = first_move_[number]; i < first_move_[number + 1]; ++i) {
        changed = needs_[number].merge(needs_before(moves_[i], facts_[number])) || changed;
      }
    }
  }
}

std::uint64_t ControlGraph::bytes() const {
  return facts_.capacity() * sizeof(engine::State) + keys_.capacity() * sizeof(std::uint64_t) +
         table_.capacity() * sizeof(ControlNumber) + needs_.capacity() * sizeof(MoodNeeds) +
         moves_.capacity() * sizeof(Move) + targets_.capacity() * sizeof(ControlNumber);
}

}  // namespace aplomb::analysis
