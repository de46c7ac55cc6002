#include "analysis/facts_codec.h"

#include <algorithm>

namespace aplomb::analysis {
namespace {

constexpr int kReturnWidth = 16;
constexpr int kDepthWidth = 3;

int width_for(std::uint32_t highest) {
  int width = 0;
  while (width < 32 && (highest >> width) != 0) ++width;
  return width;
}

class Writer {
 public:
  explicit Writer(std::uint64_t* words) : words_(words) {}

  void put(std::uint64_t value, int width) {
    word_ |= value << used_;
    used_ += width;
    if (used_ < 64) return;
    *words_++ = word_;
    used_ -= 64;
    word_ = used_ == 0 ? 0 : value >> (width - used_);
  }

  // The bits of `value` where `mask` has one.
  void gather(std::uint64_t value, std::uint64_t mask) {
    std::uint64_t packed = 0;
    int count = 0;
    for (; mask != 0; mask &= mask - 1) {
      packed |= ((value >> __builtin_ctzll(mask)) & 1U) << count;
      if (++count == 32) {
        put(packed, 32);
        packed = 0;
        count = 0;
      }
    }
    if (count != 0) put(packed, count);
  }

  void finish(const std::uint64_t* end) {
    while (words_ != end) {
      *words_++ = word_;
      word_ = 0;
    }
  }

 private:
  std::uint64_t* words_;
  std::uint64_t word_ = 0;
  int used_ = 0;
};

class KeyReader {
 public:
  explicit KeyReader(const std::uint64_t* words) : words_(words) {}

  std::uint64_t take(int width) {
    std::uint64_t value = *words_ >> used_;
    used_ += width;
    if (used_ >= 64) {
      ++words_;
      used_ -= 64;
      if (used_ != 0) value |= *words_ << (width - used_);
    }
    return value & ((std::uint64_t{1} << width) - 1);
  }

  std::uint64_t scatter(std::uint64_t mask) {
    std::uint64_t value = 0;
    for (int left = __builtin_popcountll(mask); left > 0;) {
      const int width = std::min(left, 32);
      std::uint64_t packed = take(width);
      for (int i = 0; i < width; ++i, packed >>= 1, mask &= mask - 1) {
        value |= (packed & 1U) << __builtin_ctzll(mask);
      }
      left -= width;
    }
    return value;
  }

 private:
  const std::uint64_t* words_;
  int used_ = 0;
};

}  // namespace

FactsCodec::FactsCodec(const scenario::Program& program)
    : watches_(program),
      places_(program.nodes.size() + program.endings.size()),
      ending_(program.node_count()) {
  node_width_ = width_for(static_cast<std::uint32_t>(places_));
  context_width_ = width_for(watches_.context_count() - 1);
  int widest = 0;
  const Relevance any(program, watches_);
  for (int slot = 0; slot < program.slot_count; ++slot) {
    lowest_[slot] = static_cast<std::int16_t>(any.domain(slot).first);
  }
  for (SpentWatches::Context context = 0; context < watches_.context_count(); ++context) {
    const Relevance relevance(any, context);
    for (Index node = 0; node < program.node_count(); ++node) {
      widest = std::max(widest, add_layout(relevance.waiting(node), relevance, program.slot_count));
    }
    // An ending has nothing to remember.
    layouts_.resize(places_ * (context + 1));
  }
  const bool calls = std::any_of(program.branches.begin(), program.branches.end(),
                                 [](const auto& each) { return each.then != scenario::kNoIndex; });
  const int stack = calls ? scenario::kMaxCallDepth * kReturnWidth : 0;
  // One bit to spare: the reader may look at the word after the last.
  words_ = (node_width_ + context_width_ + 1 + kDepthWidth + stack + widest) / 64 + 1;
}

FactsCodec::Field FactsCodec::field_for(int slot, std::uint64_t cuts, const SlotDomain& domain) {
  for (const auto& [known, field] : known_fields_) {
    if (known == cuts && field.slot == slot) return field;
  }
  Field field;
  field.slot = static_cast<std::uint16_t>(slot);
  field.first = static_cast<std::int16_t>(domain.first);
  field.classes = static_cast<std::uint32_t>(classes_.size());
  field.values = static_cast<std::uint32_t>(values_.size());
  std::uint32_t current = 0;
  values_.push_back(static_cast<std::int16_t>(domain.first));
  for (int place = 0; place < domain.count; ++place) {
    const bool cut = place > 0 && (!domain.fine() || ((cuts >> place) & 1U) != 0);
    if (cut) {
      ++current;
      values_.push_back(static_cast<std::int16_t>(domain.first + place));
    }
    classes_.push_back(static_cast<std::uint16_t>(current));
  }
  field.width = static_cast<std::uint8_t>(width_for(current));
  known_fields_.emplace_back(cuts, field);
  return field;
}

int FactsCodec::add_layout(const Facts& facts, const Relevance& relevance, int slot_count) {
  Layout layout;
  layout.first_field = static_cast<std::uint32_t>(fields_.size());
  layout.bits = facts.bits;
  layout.shown = facts.shown;
  int width = __builtin_popcountll(layout.shown);
  for (const std::uint64_t bits : layout.bits) width += __builtin_popcountll(bits);
  for (int slot = 0; slot < slot_count; ++slot) {
    if (facts.cuts[slot] == 0) continue;
    fields_.push_back(field_for(slot, facts.cuts[slot], relevance.domain(slot)));
    width += fields_.back().width;
  }
  layout.field_count = static_cast<std::uint32_t>(fields_.size()) - layout.first_field;
  layouts_.push_back(layout);
  return width;
}

void FactsCodec::encode(const engine::State& state, std::uint64_t* key) const {
  Writer out(key);
  const bool ended = state.node >= ending_;
  const SpentWatches::Context context = ended ? 0 : watches_.of(state);
  const Layout& layout = this->layout(context, state.node);
  out.put(state.node, node_width_);
  out.put(context, context_width_);
  out.put(state.follow_up, 1);
  out.put(state.depth, kDepthWidth);
  for (int i = 0; i < state.depth; ++i) out.put(state.returns[i], kReturnWidth);
  const Field* field = fields_.data() + layout.first_field;
  for (std::uint32_t i = 0; i < layout.field_count; ++i, ++field) {
    out.put(classes_[field->classes + (state.slots[field->slot] - field->first)], field->width);
  }
  for (std::size_t i = 0; i < layout.bits.size(); ++i) out.gather(state.bits[i], layout.bits[i]);
  out.gather(state.shown, layout.shown);
  out.finish(key + words_);
}

engine::State FactsCodec::decode(const std::uint64_t* key) const {
  KeyReader in(key);
  engine::State state;
  state.slots = lowest_;
  state.node = static_cast<Index>(in.take(node_width_));
  const auto context = static_cast<SpentWatches::Context>(in.take(context_width_));
  state.follow_up = static_cast<std::uint8_t>(in.take(1));
  state.depth = static_cast<std::uint8_t>(in.take(kDepthWidth));
  for (int i = 0; i < state.depth; ++i) {
    state.returns[i] = static_cast<Index>(in.take(kReturnWidth));
  }
  const Layout& layout = this->layout(context, state.node);
  const Field* field = fields_.data() + layout.first_field;
  for (std::uint32_t i = 0; i < layout.field_count; ++i, ++field) {
    state.slots[field->slot] = values_[field->values + in.take(field->width)];
  }
  for (std::size_t i = 0; i < layout.bits.size(); ++i) state.bits[i] = in.scatter(layout.bits[i]);
  state.shown = in.scatter(layout.shown);
  return state;
}

}  // namespace aplomb::analysis
