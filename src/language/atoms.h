// Which of many short strings occur in a text, in one pass over it (Aho and Corasick 1975,
// "Efficient string matching").
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace aplomb::language {

class Atoms {
 public:
  Atoms() = default;
  explicit Atoms(const std::vector<std::string>& atoms);

  // The indices of the atoms that occur, ascending.
  void find(std::string_view text, std::vector<int>& found) const;

  [[nodiscard]] std::size_t memory() const;

 private:
  struct Edge {
    std::uint32_t key = 0;  // (state << 8 | byte) + 1; 0 where the slot is free
    std::uint32_t to = 0;
  };

  [[nodiscard]] std::uint32_t child(std::uint32_t state, unsigned char byte) const;
  void add_edge(std::uint32_t state, unsigned char byte, std::uint32_t to);
  void grow();

  std::vector<Edge> edges_;  // open addressing, a power of two
  std::size_t edge_count_ = 0;
  std::vector<std::uint32_t> failure_;  // by state
  std::vector<std::int32_t> atom_;      // by state: the atom that ends here, or -1
  std::vector<std::uint32_t> shorter_;  // by state: the next state on the way of failures that ends
                                        // an atom, or 0
  std::size_t count_ = 0;
};

}  // namespace aplomb::language
