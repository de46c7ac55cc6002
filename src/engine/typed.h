// A typed reply as it was read: logged with the words themselves, so that replay never reads again
// and a later lexicon does not change what happened. Ids instead of indices: the log stands for
// itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/step.h"

namespace aplomb::engine {

// Bytes [first, end) of what was typed: first < end, both on code point borders.
struct ReadSpan {
  std::uint32_t first = 0;
  std::uint32_t end = 0;

  bool operator==(const ReadSpan&) const = default;
};

struct ReadBehaviour {
  Behaviour behaviour{};
  std::uint8_t level = 1;  // 1 to 3
  std::vector<ReadSpan> spans;
  std::vector<std::string> answers;  // case keys

  bool operator==(const ReadBehaviour&) const = default;
};

struct ReadNegative {
  Negative negative{};
  std::vector<ReadSpan> spans;
  std::vector<std::string> answers;  // case keys misquoted, or known already

  bool operator==(const ReadNegative&) const = default;
};

struct ReadCritical {
  std::string id;
  std::vector<ReadSpan> spans;

  bool operator==(const ReadCritical&) const = default;
};

struct TypedReply {
  // Whether it led anywhere. Otherwise the customer did not follow: no turn, nothing lost.
  bool followed = false;
  // The reply on offer whose way it goes where none of the node's rules holds; empty: none is near.
  std::string as;
  bool verbatim = false;      // it is that reply's own text, to which no rule applies
  std::string understanding;  // "understood", or why not: an id of language::Understanding
  std::vector<ReadBehaviour> behaviours;
  std::vector<ReadNegative> negatives;
  std::vector<ReadCritical> critical;

  bool operator==(const TypedReply&) const = default;
};

// As it is stored: canonical JSON, format aplomb/typed@1. The same reading gives the same bytes.
[[nodiscard]] std::string typed_text(const TypedReply& reply);

// Fails with attempt.bad_reading for anything that typed_text could not have written about `words`
// typed in this scenario: unknown ids, levels out of range, spans out of place.
[[nodiscard]] base::Result<TypedReply> typed_from(std::string_view text, std::string_view words,
                                                  const scenario::Scenario& scenario);

// What the step works with. The tags are the reply's own and must outlive it.
struct PreparedReply {
  std::vector<scenario::Tag> tags;
  std::uint32_t negatives = 0;  // bit per Negative
  std::uint32_t critical = 0;   // bit per critical failure of the scenario
  Index nearest = scenario::kNoIndex;
  bool verbatim = false;

  [[nodiscard]] TypedInput input() const { return {{tags, negatives}, nearest, verbatim}; }
};
// `node` is where it was typed.
[[nodiscard]] PreparedReply prepare(const TypedReply& reply, const scenario::Scenario& scenario,
                                    const scenario::Node& node);

}  // namespace aplomb::engine
