// The facts of a state as a short key of bits, and back. Two states have the same key exactly if
// they wait at the same node, are to return to the same places, have the same watches spent and
// agree in every fact that Relevance found to be needed there. What moves with every turn (see
// mood.h) is left out.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "analysis/relevance.h"

namespace aplomb::analysis {

inline constexpr int kMaxKeyWords = 10;
using FactsKey = std::array<std::uint64_t, kMaxKeyWords>;

class FactsCodec {
 public:
  // `program` outlives the codec.
  explicit FactsCodec(const scenario::Program& program);

  // 64-bit words that every key of this scenario fits into.
  [[nodiscard]] int words() const { return words_; }

  // Writes words() words.
  void encode(const engine::State& state, std::uint64_t* key) const;

  // The representative of a key: encoding it gives the key back. Its mood is the lowest.
  [[nodiscard]] engine::State decode(const std::uint64_t* key) const;

 private:
  struct Field {
    std::uint16_t slot = 0;
    std::uint8_t width = 0;
    std::int16_t first = 0;
    std::uint32_t classes = 0;  // in classes_: class by value − first
    std::uint32_t values = 0;   // in values_: lowest value by class
  };
  struct Layout {
    std::uint32_t first_field = 0;
    std::uint32_t field_count = 0;
    std::array<std::uint64_t, scenario::kMaxBits / 64> bits{};
    std::uint64_t shown = 0;
  };

  // Adds the tables of a slot's classes; what is the same everywhere is kept once.
  Field field_for(int slot, std::uint64_t cuts, const SlotDomain& domain);
  int add_layout(const Facts& facts, const Relevance& relevance, int slot_count);

  [[nodiscard]] const Layout& layout(SpentWatches::Context context, Index node) const {
    return layouts_[std::size_t{context} * places_ + node];
  }

  SpentWatches watches_;
  std::size_t places_;  // nodes and endings
  Index ending_;        // the first of them that is one
  int words_ = 1;
  int node_width_ = 1;
  int context_width_ = 0;
  std::array<std::int16_t, scenario::kMaxSlots> lowest_{};  // what a slot holds that nothing reads
  std::vector<Layout> layouts_;  // by context and node or ending
  std::vector<Field> fields_;
  std::vector<std::uint16_t> classes_;
  std::vector<std::int16_t> values_;
  std::vector<std::pair<std::uint64_t, Field>> known_fields_;  // by cuts
};

}  // namespace aplomb::analysis
