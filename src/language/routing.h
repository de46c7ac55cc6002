// Which authored reply a typed one comes nearest to, so that the conversation can go its way.
// Integers only: the same answer on every machine.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "language/reading.h"
#include "scenario/model.h"

namespace aplomb::language {

// How much of what either text says the other says too, 0 to 1000: see Reader::closeness.
using Closeness = std::function<int(std::string_view, std::string_view)>;

struct Nearest {
  std::size_t reply = 0;  // into the replies that were offered
  bool verbatim = false;  // it is that reply's own text, in either language
  int nearness = 0;       // 0 to 1000
};

// How near a reading of `typed` is to an authored reply, 0 to 1000: a third of it the behaviours and
// negatives that both show, weighed by level, and two thirds what both texts say, in the language
// in which that is more. What is spoken of decides more than how, or the answer would not fit.
[[nodiscard]] int nearness(std::string_view typed, const Reading& reading,
                           const scenario::Choice& reply, const Closeness& closeness);

// The nearest of the replies on offer; of equals the one that stands first. nullopt where none is
// near, or where the reading found nothing and the words are no reply's own. A reading with a
// negative or a critical failure always has a nearest one: the customer does not overlook those; one
// that speaks of this case has one where it shares anything with a reply.
[[nodiscard]] std::optional<Nearest> nearest_reply(
    std::string_view typed, const Reading& reading,
    std::span<const scenario::Choice* const> replies, const Closeness& closeness);

}  // namespace aplomb::language
