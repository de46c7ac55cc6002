// What a sentence is about: its rare words against the wordings of the case keys, or against what
// the customer said.
#pragma once

#include <bitset>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "language/reader.h"
#include "language/tokens.h"
#include "scenario/model.h"

namespace aplomb::language {

// A piece of meaning: a word in English, two neighbouring characters in Chinese, a number in both.
struct Meaning {
  std::uint64_t hash = 0;
  std::uint8_t weight = 0;  // 1 to 6
  bool number = false;
  std::uint16_t first = 0, last = 0;  // tokens of the sentence
};
using Meanings = std::vector<Meaning>;
[[nodiscard]] Meanings meanings_of(const Sentence& sentence);

// One wording of one key.
struct Wording {
  std::uint16_t key = 0;
  std::uint16_t total = 0;        // weight of all its pieces
  std::uint16_t needed = 0;       // weight at which it counts as said
  std::uint16_t pieces = 0;       // of two or more, two must be there
  std::uint16_t with_number = 0;  // weight of the pieces that the number is part of
  std::uint64_t number = 0;       // of its only number; 0 where it has none
  std::uint64_t unit = 0;         // what is counted by it
  std::string exact;              // must stand word for word; else empty
};

struct Posting {
  std::uint32_t wording = 0;
  std::uint8_t weight = 0;
};

// All wordings in one language, to be looked up by their pieces.
struct WordingIndex {
  std::vector<Wording> wordings;
  std::unordered_map<std::uint64_t, std::vector<Posting>> postings;
  std::vector<std::uint32_t> exact;           // wordings that must stand word for word
  std::unordered_set<std::uint64_t> numbers;  // with their units: everything the scenario mentions
};

// A key that a sentence names.
struct Named {
  std::uint16_t key = 0;
  std::uint16_t first = 0, last = 0;  // tokens
};

// A number that is not the key's.
struct Misquoted {
  std::uint16_t key = 0;
  std::uint16_t token = 0;
};

struct Matches {
  std::vector<Named> named;  // ascending by key, each key once
  std::vector<Misquoted> misquoted;
  std::vector<Named> numberless;  // named but for its number
};

[[nodiscard]] Matches match(const Sentence& sentence, const Meanings& meanings,
                            const WordingIndex& index);

// A reply of the scenario that commits a critical failure.
struct CriticalExample {
  std::uint16_t critical = 0;
  std::uint32_t negatives = 0;  // bit per Negative that it shows
  std::bitset<scenario::kMaxBits> keys;
  std::array<Meanings, 2> meanings;  // by language
};

struct CaseBook::Prepared {
  std::array<WordingIndex, 2> index;                 // by language
  std::vector<scenario::CaseGroup> groups;           // by key
  std::array<std::vector<std::string>, 2> names;     // the customer's, in plain form
  std::array<std::vector<std::string>, 2> surnames;  // of everybody in the scenario
  std::vector<CriticalExample> critical;
};

[[nodiscard]] std::shared_ptr<const CaseBook::Prepared> prepare(const scenario::Scenario& scenario,
                                                                const Lexicons& lexicons);

// What the customer said, to compare a reply with.
class Heard {
 public:
  // With a book, the lines stand for the keys that they name.
  Heard(std::span<const std::string_view> lines, const Lexicons& lexicons,
        const CaseBook::Prepared* book);

  // The lines that share rare words with the sentence, ascending; `weight` is what they share with
  // the one that shares most.
  [[nodiscard]] Answers answered(const Meanings& meanings, int& weight) const;
  // How many rare words of the sentence were not heard.
  [[nodiscard]] int news(const Meanings& meanings) const;
  // Whether the sentence is the customer's own, said back.
  [[nodiscard]] bool parrots(const Sentence& sentence) const;
  // The keys that the lines name, ascending.
  [[nodiscard]] Answers keys_of(const Answers& lines) const;
  // The keys that the last line names.
  [[nodiscard]] Answers last_keys() const;
  // The number was said.
  [[nodiscard]] bool said(std::uint64_t number) const { return numbers_.contains(number); }

 private:
  std::unordered_map<std::uint64_t, std::vector<std::uint16_t>> lines_;  // by piece
  std::map<std::uint16_t, Answers> keys_;                                // by line
  std::uint16_t line_count_ = 0;
  std::unordered_set<std::uint64_t> triples_;  // three tokens in a row
  std::unordered_set<std::uint64_t> wholes_;   // sentences
  std::unordered_set<std::uint64_t> numbers_;
};

// How much of the lighter text's meaning the other one holds too, 0 to 1000.
[[nodiscard]] int shared_meaning(const Meanings& a, const Meanings& b);

}  // namespace aplomb::language
