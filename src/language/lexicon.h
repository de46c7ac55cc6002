// What is known of one language: its words and the rules that read functions. Loaded from the
// files of assets/language/<zh|en>/ (format aplomb/lexicon@1, see assets/language/README.md).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/language.h"
#include "language/flags.h"
#include "language/folding.h"
#include "language/patterns.h"
#include "language/reader.h"
#include "language/reading.h"

namespace aplomb::language {

// What a rule finds.
struct Finds {
  enum class Kind : std::uint8_t { kBehaviour, kNegative, kMarker, kFeature };
  Kind kind{};
  std::uint8_t index = 0;  // of the behaviour, negative or marker
  Flag flag = 0;           // of a feature: the flag that it sets
};

// One rule: found where one of its patterns matches and all of its conditions hold.
struct Rule {
  Finds finds;
  // Each alternative is a pattern of its own: more of them are ruled out by their atoms alone.
  std::vector<Patterns::Id> any;     // none: the conditions alone decide
  std::vector<Patterns::Id> unless;  // matched against the same sentence
  std::vector<Condition> needs;      // all of them
  std::vector<Condition> lift;       // one of them makes level 3 of level 2
  std::uint8_t least = 1, most = 3;  // level
  enum class Reach : std::uint8_t { kNone, kSentence, kNear, kReply, kMoment };
  // Where content may stand; kMoment: anywhere in the reply, and where the sentence is specific in
  // its own words, what it answers is the customer's last line.
  Reach reach = Reach::kSentence;
  // What is cited: the clauses of the match and of the content beside it, the match alone, the
  // whole sentence, or that and the one before or after it.
  enum class Cites : std::uint8_t { kClauses, kMatch, kSentence, kBefore, kAfter };
  Cites cites = Cites::kClauses;
  bool once = false;           // only where it is found first in the reply
  std::uint8_t groups = 0xF;   // bit per CaseGroup: which content counts
  bool heeds_negation = true;  // a negator just before the match undoes it
  bool heeds_mention = true;   // reported, supposed or quoted words do not count
};

class Lexicon {
 public:
  // How much a word says: 0 holds a sentence together, 2 is everyday, 4 is rare.
  [[nodiscard]] int weight(std::string_view word) const;
  // The word without its ending; one for all words that mean the same.
  [[nodiscard]] std::uint64_t meaning(std::string_view word) const;
  // The word that was meant: itself, or the only known one that is a single slip away.
  [[nodiscard]] std::string_view corrected(std::string_view word) const;
  // "dont" is "do", "not"; empty for a word that stands for itself.
  [[nodiscard]] std::span<const std::string> expansion(std::string_view word) const;
  [[nodiscard]] bool is_negator(std::uint64_t stem) const { return negators.contains(stem); }

  base::Language language{};
  SimplifiedForms simplified;
  std::unordered_set<std::string> stop, common;
  std::unordered_set<std::string> titles, surnames;  // Mr, 先生; and, in Chinese, 王
  std::unordered_set<std::uint64_t> negators;        // meanings
  std::unordered_set<std::uint64_t> own;             // meanings of "I", "we", "let" and the like
  std::unordered_map<std::string, std::string> irregular;
  std::unordered_map<std::string, std::uint64_t> synonyms;  // word to the meaning of its group
  std::unordered_map<std::string, std::vector<std::string>> expand;
  // Known words by each form that lacks one of their letters; empty where two words share one.
  std::unordered_map<std::string, std::string> slips;
  std::unordered_set<std::string> known;

  Patterns patterns;
  std::vector<Rule> rules;  // features first, in file order, then the others
  FlagNames flags;
  std::optional<Flag> formula;   // polite words that fit every case
  std::optional<Flag> supposed;  // what follows it in a sentence is not said in earnest

  [[nodiscard]] std::size_t memory() const;
};

struct LoadedLexicon {
  std::shared_ptr<const Lexicon> lexicon;  // null when there is an error
  std::vector<scenario::Diagnostic> diagnostics;
};

// All files of one language together.
[[nodiscard]] LoadedLexicon load_lexicon(base::Language language,
                                         std::span<const LexiconFile> files);

}  // namespace aplomb::language
