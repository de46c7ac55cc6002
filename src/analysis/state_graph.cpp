#include "analysis/state_graph.h"

#include <algorithm>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <mutex>
#include <thread>

namespace aplomb::analysis {
namespace {

constexpr StateNumber kBlock = 256;  // states expanded at a time
constexpr std::uint64_t kControlBytes = 1024;  // of the control graph, for each of its states
constexpr std::uint64_t kMostControls = (std::uint64_t{1} << 31) - 1;
constexpr std::size_t kFirstTable = std::size_t{1} << 12;
// What evaluating a graph needs besides it, for each state (see graph_order.h, path_sums.h).
constexpr std::uint64_t kEvaluationBytes = 170;
constexpr std::uint64_t kMoveBackBytes = 8;

std::uint32_t hash_of(StateKey key) {
  std::uint64_t hash = key * 0x9e3779b97f4a7c15U;
  hash = (hash ^ hash >> 32) * 0xd6e8feb86659fd93U;
  return static_cast<std::uint32_t>(hash >> 32);
}

std::size_t most_states(const GraphOptions& options) {
  return std::min<std::uint64_t>(options.max_memory / sizeof(StateKey), kNoState - 1);
}

}  // namespace

Move Move::turn(StateNumber to, const scoring::TurnValue& best, const scoring::TurnValue& earned) {
  scoring::Tally tally;
  scoring::add_turn(tally, best, earned);
  const auto place = [](int value, Measure measure) {
    return static_cast<std::uint32_t>(value) << measure.shift;
  };
  Move move{to, place(1, kTurns) | place(tally.lost_total, kLost) |
                    place(tally.best_total - tally.lost_total, kEarned)};
  for (int i = 0; i < scenario::kDimensionCount; ++i) {
    move.worth |= place(tally.lost[i], lost_in(static_cast<scenario::Dimension>(i)));
  }
  return move;
}

// Workers expand blocks of states side by side; their results are taken into the graph one block
// after the other in the order of the states, which is what makes the numbering independent of
// timing.
class GraphBuilder {
 public:
  GraphBuilder(StateGraph& graph, const Watching& watching)
      : graph_(graph),
        watching_(watching),
        program_(graph.program_),
        machine_(graph.valuation_.machine()),
        keys_of_(*graph.keys_of_) {}

  void run(int threads) {
    add_start();
    std::vector<std::thread> others;
    for (int i = 1; i < threads; ++i) others.emplace_back([this] { work(); });
    work();
    for (std::thread& other : others) other.join();
    graph_.finished_ = !stopped_ && graph_.expanded() == graph_.size();
  }

 private:
  struct Block {
    explicit Block(const scenario::Program& program) : coverage(program) {}

    StateNumber first = 0;
    StateNumber count = 0;
    bool ready = false;
    std::vector<StateKey> keys;         // of the targets, in the order of `moves`
    std::vector<std::uint32_t> hashes;  // likewise
    std::vector<Move> moves;
    std::vector<std::uint32_t> row_ends;
    Coverage coverage;
  };

  void add_start() {
    graph_.table_.assign(kFirstTable, {});
    CoverageObserver observer(program_, graph_.coverage_);
    const StateKey key = keys_of_.encode(engine::begin(machine_, observer));
    insert(key, hash_of(key));
    published_ = 1;
  }

  void work() {
    std::unique_lock lock(mutex_);
    while (!stopped_) {
      if (!inserting_ && !blocks_.empty() && blocks_.front()->ready) {
        take_in(lock);
      } else if (next_ < published_ && blocks_.size() < kMostBlocks) {
        expand_next(lock);
      } else if (blocks_.empty() && !inserting_) {
        break;
      } else {
        changed_.wait(lock);
      }
    }
    changed_.notify_all();
  }

  void expand_next(std::unique_lock<std::mutex>& lock) {
    std::unique_ptr<Block> fresh;
    if (spare_.empty()) {
      fresh = std::make_unique<Block>(program_);
    } else {
      fresh = std::move(spare_.back());
      spare_.pop_back();
    }
    Block& block = *fresh;
    block.first = next_;
    block.count = std::min(kBlock, published_ - next_);
    block.ready = false;
    next_ += block.count;
    blocks_.push_back(std::move(fresh));
    lock.unlock();
    expand(block);
    lock.lock();
    block.ready = true;
    changed_.notify_all();
  }

  void take_in(std::unique_lock<std::mutex>& lock) {
    std::unique_ptr<Block> block = std::move(blocks_.front());
    blocks_.pop_front();
    inserting_ = true;
    lock.unlock();
    const bool room = take_in(*block);
    const std::uint64_t done = graph_.expanded();
    const std::uint64_t known = graph_.size();
    if (watching_.report) watching_.report({done, known, true});
    lock.lock();
    inserting_ = false;
    published_ = graph_.size();
    stopped_ = stopped_ || !room || watching_.stopped();
    spare_.push_back(std::move(block));
    changed_.notify_all();
  }

  void expand(Block& block) {
    block.keys.clear();
    block.hashes.clear();
    block.moves.clear();
    block.row_ends.clear();
    CoverageObserver observer(program_, block.coverage);
    for (StateNumber i = 0; i < block.count; ++i) {
      const StateKey key = *graph_.keys_[block.first + i];
      const engine::State state = keys_of_.decode(key);
      if (!engine::ended(program_, state)) {
        expand_choices(block, state, observer);
        expand_documents(block, state, key);
      }
      block.row_ends.push_back(static_cast<std::uint32_t>(block.moves.size()));
    }
  }

  void expand_choices(Block& block, const engine::State& state, CoverageObserver& observer) {
    const scenario::ProgramNode& node = program_.nodes[state.node];
    const scenario::ProgramChoice* choices = program_.choices_of(node);
    std::array<bool, scenario::kMaxChoices> on_offer{};
    std::array<scoring::TurnValue, scenario::kMaxChoices> values;
    const scoring::TurnValue* best = nullptr;
    for (Index i = 0; i < node.choices.count; ++i) {
      if (choices[i].once && state.bit(choices[i].used_bit)) continue;
      on_offer[i] = engine::detail::tested(program_, state, choices[i].when, observer);
      if (!on_offer[i]) continue;
      values[i] = graph_.valuation_.value(state, i);
      if (best == nullptr || values[i].total > best->total) best = &values[i];
    }
    for (Index i = 0; i < node.choices.count; ++i) {
      if (!on_offer[i]) continue;
      block.coverage.choices[node.choices.first + i] = 1;
      engine::State next = state;
      engine::step(machine_, next, {engine::InputKind::kChoose, i}, observer);
      add(block, next, Move::turn(kNoState, *best, values[i]));
    }
  }

  void expand_documents(Block& block, const engine::State& state, StateKey key) {
    const scenario::ProgramNode& node = program_.nodes[state.node];
    for (std::uint32_t i = 0; i < node.documents.count; ++i) {
      const Index document = program_.offered_documents[node.documents.first + i];
      if (state.bit(program_.documents[document].read_bit)) continue;
      engine::State next = state;
      engine::Silent silent;
      engine::step(machine_, next, {engine::InputKind::kConsult, document}, silent);
      add(block, next, Move::consult(kNoState));
      if (block.keys.back() == key) {
        block.keys.pop_back();
        block.hashes.pop_back();
        block.moves.pop_back();
      }
    }
  }

  void add(Block& block, const engine::State& next, Move move) {
    const StateKey key = keys_of_.encode(next);
    block.keys.push_back(key);
    block.hashes.push_back(hash_of(key));
    block.moves.push_back(move);
  }

  // Returns false when there is no room for more; what was taken in then are whole rows.
  bool take_in(const Block& block) {
    std::uint32_t at = 0;
    for (const std::uint32_t end : block.row_ends) {
      if (graph_.bytes() > graph_.options_.max_memory) {
        graph_.out_of_memory_ = true;
        return false;
      }
      for (; at < end; ++at) {
        prefetch(block, at + kAhead);
        Move& move = graph_.moves_.emplace_back(block.moves[at]);
        move.to = insert(block.keys[at], block.hashes[at]);
      }
      graph_.first_move_.push_back(graph_.moves_.size());
    }
    graph_.coverage_.merge(block.coverage);
    return true;
  }

  void prefetch(const Block& block, std::size_t at) const {
    if (at >= block.hashes.size()) return;
    __builtin_prefetch(&graph_.table_[block.hashes[at] & (graph_.table_.size() - 1)]);
  }

  StateNumber insert(StateKey key, std::uint32_t hash) {
    if (graph_.keys_.size() * 2 >= graph_.table_.size()) grow();
    const std::size_t mask = graph_.table_.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
      StateGraph::Slot& slot = graph_.table_[at];
      if (slot.number == kNoState) {
        slot = {graph_.size(), hash};
        *graph_.keys_.add() = key;
        return slot.number;
      }
      if (slot.hash == hash && *graph_.keys_[slot.number] == key) return slot.number;
    }
  }

  void grow() {
    std::vector<StateGraph::Slot> larger(graph_.table_.size() * 2);
    const std::size_t mask = larger.size() - 1;
    for (const StateGraph::Slot& slot : graph_.table_) {
      if (slot.number == kNoState) continue;
      std::size_t at = slot.hash & mask;
      while (larger[at].number != kNoState) at = (at + 1) & mask;
      larger[at] = slot;
    }
    graph_.table_ = std::move(larger);
  }

  static constexpr std::size_t kMostBlocks = 64;
  static constexpr std::size_t kAhead = 8;

  StateGraph& graph_;
  const Watching& watching_;
  const scenario::Program& program_;
  const engine::Machine& machine_;
  const StateKeys& keys_of_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::unique_ptr<Block>> blocks_;  // taken for expansion, in the order of states
  std::vector<std::unique_ptr<Block>> spare_;
  StateNumber next_ = 0;       // first state that no block has taken
  StateNumber published_ = 0;  // states whose keys may be read
  bool inserting_ = false;
  bool stopped_ = false;
};

StateGraph::StateGraph(const scoring::Valuation& valuation, const GraphOptions& options)
    : valuation_(valuation),
      program_(*valuation.machine().program),
      options_(options),
      control_(valuation.machine()),
      coverage_(program_),
      keys_(1, most_states(options)) {}

void StateGraph::build(const Watching& watching) {
  const auto most = static_cast<ControlNumber>(
      std::min<std::uint64_t>(options_.max_memory / kControlBytes, kMostControls));
  if (!control_.build(most, watching)) {
    out_of_memory_ = !watching.stopped();
    return;
  }
  keys_of_.emplace(control_);
  int threads = options_.threads;
  if (threads <= 0) threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  GraphBuilder(*this, watching).run(threads);
  // Only building looks states up.
  table_ = {};
}

std::uint64_t StateGraph::bytes() const {
  return control_.bytes() + keys_.bytes() + moves_.capacity() * sizeof(Move) +
         first_move_.capacity() * sizeof(std::uint64_t) +
         std::max<std::uint64_t>(table_.size() * sizeof(Slot),
                                 keys_.size() * kEvaluationBytes +
                                     moves_.size() * kMoveBackBytes);
}

std::vector<engine::Input> StateGraph::inputs(StateNumber number) const {
  std::vector<engine::Input> inputs;
  const engine::State from = state(number);
  if (engine::ended(program_, from)) return inputs;
  const scenario::ProgramNode& node = program_.nodes[from.node];
  for (Index i = 0; i < node.choices.count; ++i) {
    if (engine::offered(program_, from, i)) inputs.push_back({engine::InputKind::kChoose, i});
  }
  for (std::uint32_t i = 0; i < node.documents.count; ++i) {
    const Index document = program_.offered_documents[node.documents.first + i];
    engine::State next = from;
    engine::Silent silent;
    engine::step(valuation_.machine(), next, {engine::InputKind::kConsult, document}, silent);
    if (keys_of_->encode(next) != *keys_[number]) {
      inputs.push_back({engine::InputKind::kConsult, document});
    }
  }
  return inputs;
}

}  // namespace aplomb::analysis
