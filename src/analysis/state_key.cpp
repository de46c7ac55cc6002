#include "analysis/state_key.h"

#include <map>
#include <utility>

namespace aplomb::analysis {

StateKeys::StateKeys(const ControlGraph& control) : control_(control) {
  std::map<std::pair<MoodCuts, std::uint64_t>, std::uint32_t> known;
  layout_of_.reserve(control.size());
  for (ControlNumber number = 0; number < control.size(); ++number) {
    const MoodNeeds& needs = control.needs(number);
    const auto next = static_cast<std::uint32_t>(layouts_.size());
    const auto [found, added] = known.emplace(std::pair(needs.cuts, needs.worn), next);
    if (added) layouts_.push_back(layout_for(needs));
    layout_of_.push_back(found->second);
  }
}

StateKeys::Layout StateKeys::layout_for(const MoodNeeds& needs) {
  Layout layout;
  layout.worn = needs.worn;
  for (int slot = 0; slot < kMoodSlots; ++slot) {
    if (needs.cuts[slot] == 0) continue;
    Field& field = layout.fields[layout.field_count++];
    field.slot = static_cast<std::uint8_t>(slot);
    std::uint8_t current = 0;
    for (int place = 0; place < mood_places(slot); ++place) {
      if (((needs.cuts[slot] >> place) & 1U) != 0) {
        ++current;
        field.lowest[current] = static_cast<std::uint8_t>(place);
      }
      field.class_of[place] = current;
    }
    while ((current >> field.width) != 0) ++field.width;
  }
  return layout;
}

StateKey StateKeys::encode(const engine::State& state, ControlNumber control) const {
  const Layout& layout = layouts_[layout_of_[control]];
  StateKey key = control;
  int used = kControlWidth;
  for (int i = 0; i < layout.field_count; ++i) {
    const Field& field = layout.fields[i];
    const int place = mood_place(field.slot, state.slots[field.slot]);
    key |= StateKey{field.class_of[place]} << used;
    used += field.width;
  }
  for (std::uint64_t rest = layout.worn; rest != 0; rest &= rest - 1, ++used) {
    key |= ((state.worn >> __builtin_ctzll(rest)) & 1U) << used;
  }
  return key;
}

engine::State StateKeys::decode(StateKey key) const {
  const ControlNumber control = control_of(key);
  engine::State state = control_.facts(control);
  const Layout& layout = layouts_[layout_of_[control]];
  key >>= kControlWidth;
  for (int i = 0; i < layout.field_count; ++i) {
    const Field& field = layout.fields[i];
    const auto place = field.lowest[key & ((StateKey{1} << field.width) - 1)];
    state.slots[field.slot] = static_cast<std::int16_t>(mood_value(field.slot, place));
    key >>= field.width;
  }
  for (std::uint64_t rest = layout.worn; rest != 0; rest &= rest - 1, key >>= 1) {
    state.worn |= (key & 1U) << __builtin_ctzll(rest);
  }
  return state;
}

}  // namespace aplomb::analysis
