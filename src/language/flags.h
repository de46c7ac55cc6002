// What holds of a sentence, of the whole reply or of the moment, by name: some flags are worked
// out by the program, others are features that a lexicon's own rules find. Conditions ask for them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aplomb::language {

using Flag = std::uint8_t;
inline constexpr int kMaxFlags = 128;

struct FlagSet {
  std::array<std::uint64_t, kMaxFlags / 64> bits{};

  void set(Flag flag) { bits[flag / 64U] |= std::uint64_t{1} << (flag % 64U); }
  [[nodiscard]] bool has(Flag flag) const { return ((bits[flag / 64U] >> (flag % 64U)) & 1U) != 0; }
  void add(const FlagSet& other) {
    for (std::size_t i = 0; i < bits.size(); ++i)
      bits[i] |= other.bits[i];
  }
};

// Set by the program. The first eight are the same for every sentence of a reply.
enum BuiltIn : Flag {
  kCaseFlag,          // case      there is a case book
  kProvokingFlag,     // provoking
  kTechnicalFlag,     // technical
  kAcknowledgedFlag,  // acknowledged  the customer was heard before this reply
  kEarlyFlag,         // early     the node receives or settles, or nothing but one line was heard
  kShortFlag,         // short     fewer than six words
  kBadFlag,           // bad       a negative was found: set before behaviours are looked for
  kSpoiledFlag,       // spoiled   of the sentence: it shows a negative itself
  kAskedFlag,         // asked     the sentence ends in a question mark
  kContentFlag,       // content   something of the case, of any group
  kFactFlag,          // fact
  kFeelingFlag,       // feeling
  kWantFlag,          // want
  kLimitFlag,         // limit
  kHeardFlag,         // heard     rare words of what the customer said last
  kNumberFlag,        // number    a number in digits or words
  kSpecificFlag,      // specific  words that say something: two rare ones, or a number
  kParrotFlag,        // parrot    the customer's own sentence said back
  kNameFlag,          // name      the customer's name or form of address
  kManyFlag,          // many      two things of the case or more
  kRareFlag,          // rare      many rare words for its length
  kNewsFlag,          // news      four rare words or more that were not heard before
  kSaysFlag,          // says      a rare word, or a number
  kLongFlag,          // long      more than twelve words
  kTheirsFlag,        // theirs    the case is named in a clause that is not about oneself
  kTakenFlag,         // taken     a behaviour was found in the sentence by an earlier rule
  kRunOnFlag,         // run_on    long, and without a mark
  kSaladFlag,         // salad     words in a row that make no sentence
  kPaddedFlag,        // padded    no case book, and two formulas or more in the reply
  kStuffedFlag,       // stuffed   likewise, three or more
  kBuiltInCount,
};

// Asks for a flag of the sentence; "reply.x" of any sentence of the reply; "not.x" that it does
// not hold; "not.reply.x"; "before.x" of an earlier sentence or this one; "near.x" of this one or
// a neighbour.
struct Condition {
  enum class Scope : std::uint8_t { kSentence, kReply, kBefore, kNear };
  Flag flag = 0;
  Scope scope = Scope::kSentence;
  bool negated = false;
};

class FlagNames {
 public:
  FlagNames();

  // The flag of that name; nullopt when there is none.
  [[nodiscard]] std::optional<Flag> find(std::string_view name) const;
  // The same, made if need be; nullopt when there are kMaxFlags of them.
  [[nodiscard]] std::optional<Flag> make(std::string_view name);
  [[nodiscard]] std::optional<Condition> condition(std::string_view text) const;
  [[nodiscard]] const std::vector<std::string>& all() const { return names_; }

 private:
  std::vector<std::string> names_;
};

}  // namespace aplomb::language
