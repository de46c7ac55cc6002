// Typed replies in play: reading them, and what becomes of the reading.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "engine/typed.h"
#include "language/reader.h"
#include "scenario/model.h"

namespace aplomb::app {

// Reads what is typed in one scenario. Immutable.
class ReplyReader {
 public:
  ReplyReader() = default;
  virtual ~ReplyReader() = default;
  ReplyReader(const ReplyReader&) = delete;
  ReplyReader& operator=(const ReplyReader&) = delete;

  // The context's case book is the reader's own affair.
  [[nodiscard]] virtual language::Reading read(std::string_view reply,
                                               const language::Context& context) const = 0;
  // See language::Reader::closeness.
  [[nodiscard]] virtual int closeness(std::string_view a, std::string_view b) const = 0;
};

// Makes the reader of a scenario; empty where typing is not offered.
using ReplyReaders =
    std::function<std::shared_ptr<const ReplyReader>(const scenario::Scenario&)>;

// Reads what all of them share; fails where it cannot be read, saying why.
using LoadReplyReaders = std::function<base::Result<ReplyReaders>()>;

// Where a reply is typed.
struct TypingMoment {
  const engine::Machine& machine;
  const engine::State& state;
  std::span<const std::string_view> heard;  // what the customer said so far, oldest first
};

// Reads a reply and finds its way. What cannot be kept or answered fails, with words for the
// trainee: typed.empty, typed.too_long, typed.broken. Everything else is a reply, followed or not.
[[nodiscard]] base::Result<engine::TypedReply> read_reply(const ReplyReader& reader,
                                                          std::string_view words,
                                                          const TypingMoment& moment);

// Why the customer did not follow, in the words for the trainee; calm, and never a reproach.
// `understanding` is an id of language::Understanding.
[[nodiscard]] std::string why_not_followed(std::string_view understanding,
                                           base::Language language);

// What the customer says then: in character by kind, temperament and shown heat, and seldom twice
// the same. `number` tells apart the times that it happens in an attempt of this seed.
[[nodiscard]] std::string asks_again(const scenario::Customer& customer, int shown_heat,
                                     std::uint64_t seed, int number, base::Language language);

}  // namespace aplomb::app
