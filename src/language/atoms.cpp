#include "language/atoms.h"

#include <algorithm>

namespace aplomb::language {
namespace {

constexpr std::uint32_t kNone = 0xffffffffU;

std::size_t slot_of(std::uint32_t key, std::size_t size) {
  return (key * 2654435769U >> 7U) & (size - 1);
}

}  // namespace

Atoms::Atoms(const std::vector<std::string>& atoms)
    : edges_(64), failure_(1, 0), atom_(1, -1), shorter_(1, 0), count_(atoms.size()) {
  std::vector<std::vector<std::pair<unsigned char, std::uint32_t>>> children(1);
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    std::uint32_t state = 0;
    for (const char c : atoms[i]) {
      const auto byte = static_cast<unsigned char>(c);
      std::uint32_t next = child(state, byte);
      if (next == kNone) {
        next = static_cast<std::uint32_t>(atom_.size());
        atom_.push_back(-1);
        failure_.push_back(0);
        shorter_.push_back(0);
        children.emplace_back();
        add_edge(state, byte, next);
        children[state].emplace_back(byte, next);
      }
      state = next;
    }
    atom_[state] = static_cast<std::int32_t>(i);
  }
  std::vector<std::uint32_t> queue{0};
  for (std::size_t at = 0; at < queue.size(); ++at) {
    const std::uint32_t state = queue[at];
    for (const auto& [byte, next] : children[state]) {
      queue.push_back(next);
      if (state == 0) continue;
      std::uint32_t back = failure_[state];
      while (back != 0 && child(back, byte) == kNone)
        back = failure_[back];
      const std::uint32_t to = child(back, byte);
      failure_[next] = to == kNone ? 0 : to;
      shorter_[next] = atom_[failure_[next]] >= 0 ? failure_[next] : shorter_[failure_[next]];
    }
  }
}

std::uint32_t Atoms::child(std::uint32_t state, unsigned char byte) const {
  const std::uint32_t key = (state << 8U | byte) + 1;
  for (std::size_t slot = slot_of(key, edges_.size());; slot = (slot + 1) & (edges_.size() - 1)) {
    if (edges_[slot].key == key) return edges_[slot].to;
    if (edges_[slot].key == 0) return kNone;
  }
}

void Atoms::add_edge(std::uint32_t state, unsigned char byte, std::uint32_t to) {
  if (2 * ++edge_count_ > edges_.size()) grow();
  const std::uint32_t key = (state << 8U | byte) + 1;
  std::size_t slot = slot_of(key, edges_.size());
  while (edges_[slot].key != 0)
    slot = (slot + 1) & (edges_.size() - 1);
  edges_[slot] = {key, to};
}

void Atoms::grow() {
  std::vector<Edge> old(edges_.size() * 2);
  old.swap(edges_);
  for (const Edge& edge : old) {
    if (edge.key == 0) continue;
    std::size_t slot = slot_of(edge.key, edges_.size());
    while (edges_[slot].key != 0)
      slot = (slot + 1) & (edges_.size() - 1);
    edges_[slot] = edge;
  }
}

void Atoms::find(std::string_view text, std::vector<int>& found) const {
  found.clear();
  if (atom_.empty()) return;
  std::uint32_t state = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    std::uint32_t next = child(state, byte);
    while (next == kNone && state != 0) {
      state = failure_[state];
      next = child(state, byte);
    }
    state = next == kNone ? 0 : next;
    for (std::uint32_t at = atom_[state] >= 0 ? state : shorter_[state]; at != 0;
         at = shorter_[at]) {
      found.push_back(atom_[at]);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
}

std::size_t Atoms::memory() const { return edges_.size() * sizeof(Edge) + atom_.size() * 12; }

}  // namespace aplomb::language
