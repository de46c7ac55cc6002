#include "i18n/catalogue.h"

#include <iterator>

#include "i18n/entries.h"

namespace aplomb::i18n {
namespace {

bool is_name(std::string_view name, std::string_view group, std::string_view id) {
  return name.size() == group.size() + 1 + id.size() && name.starts_with(group) &&
         name[group.size()] == '.' && name.ends_with(id);
}

}  // namespace

std::string_view text(Key key, Language language) { return entry(key).in(language); }

std::optional<Key> find_name(std::string_view group, std::string_view id) {
  for (std::size_t i = 0; i < std::size(kEntries); ++i) {
    if (is_name(kEntries[i].name, group, id)) return static_cast<Key>(i);
  }
  return std::nullopt;
}

std::string_view name(std::string_view group, std::string_view id, Language language) {
  const std::optional<Key> key = find_name(group, id);
  return key ? text(*key, language) : id;
}

std::size_t key_count() { return std::size(kEntries); }

}  // namespace aplomb::i18n
