#pragma once

#include <string_view>

#include "i18n/catalogue.h"

// The texts themselves, as constants. Include i18n/catalogue.h or i18n/format.h instead: this is
// what they are made of, and whoever includes it is compiled again when any text changes.
namespace aplomb::i18n {

struct Entry {
  std::string_view key;   // as written in the catalogue: "kStageSettle"
  std::string_view name;  // "stage.settle" of a word that files use, else empty
  std::string_view zh;
  std::string_view en;

  constexpr std::string_view in(Language language) const {
    return language == Language::kZh ? zh : en;
  }
};

inline constexpr Entry kEntries[] = {
#define APLOMB_STRING(key, zh, en) Entry{#key, "", zh, en},
#define APLOMB_NAME(key, id, zh, en) Entry{#key, id, zh, en},
#include "i18n/strings/all.inc"
#undef APLOMB_STRING
#undef APLOMB_NAME
};

constexpr const Entry& entry(Key key) { return kEntries[static_cast<std::size_t>(key)]; }

}  // namespace aplomb::i18n
