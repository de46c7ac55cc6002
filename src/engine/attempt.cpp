#include "engine/attempt.h"

#include <array>

namespace aplomb::engine {
namespace {

constexpr std::array<std::string_view, 11> kActionIds{
    "pick", "listen", "interrupt", "pause", "silence", "manager", "consult", "record", "note",
    "lang", "type"};
constexpr std::array<std::string_view, 3> kModeIds{"practice", "rehearse", "exam"};

template <typename Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& ids, std::string_view id) {
  for (std::size_t i = 0; i < N; ++i) {
    if (ids[i] == id) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view id_of(ActionKind kind) { return kActionIds[static_cast<std::size_t>(kind)]; }
std::optional<ActionKind> action_kind_from_id(std::string_view id) {
  return find<ActionKind>(kActionIds, id);
}

std::string_view id_of(Mode mode) { return kModeIds[static_cast<std::size_t>(mode)]; }
std::optional<Mode> mode_from_id(std::string_view id) { return find<Mode>(kModeIds, id); }

}  // namespace aplomb::engine
