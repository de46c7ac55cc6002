#include <algorithm>
#include <deque>
#include <map>
#include <tuple>

#include "base/text.h"
#include "language/lexicon.h"
#include "language/pattern_source.h"
#include "language/stemming.h"
#include "language/tokens.h"
#include "scenario/reader.h"

namespace aplomb::language {
namespace {

using scenario::Document;
using scenario::words;

using At = Document::Index;

// Alternatives are joined to this many bytes: longer ones make machines that grow out of all
// proportion, shorter ones make too many of them.
constexpr std::size_t kLongestJoined = 1500;

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> all;
  for (const std::string_view each : base::split(text, ' ')) {
    if (!each.empty()) all.emplace_back(each);
  }
  return all;
}

class LexiconReader {
 public:
  LexiconReader(base::Language language, std::vector<scenario::Diagnostic>& problems)
      : problems_(problems) {
    lexicon_.language = language;
  }

  void read_words(const Document& document) {
    scenario::Reader in(document, problems_);
    if (document.empty()) return;
    const At root = document.root();
    static constexpr auto kKeys = words("format", "language", "words", "irregular", "expand",
                                        "synonyms", "traditional", "classes", "rules");
    if (!in.object(root, kKeys) || !in.format(root, "aplomb/lexicon", 1)) return;
    static constexpr auto kLanguages = words("zh", "en");
    const At language = in.need(root, "language");
    if (language != Document::kNone &&
        in.word_index(language, kLanguages) != static_cast<std::size_t>(lexicon_.language)) {
      in.report("S0210", language,
                {{"id", std::string(document.at(language).text)},
                 {"name", std::string(base::language_id(lexicon_.language))}});
    }
    read_word_lists(in, root);
    if (const At list = in.find(root, "classes"); list != Document::kNone && in.map(list)) {
      in.each(list, [&](At at) { source_.define(std::string(document.at(at).key), std::string(in.text(at))); });
    }
    if (const At at = in.find(root, "traditional"); at != Document::kNone) {
      read_traditional(in, at);
    }
  }

  // Only after the words of all files: a rule may use any class.
  void read_rules(const Document& document) {
    scenario::Reader in(document, problems_);
    if (document.empty()) return;
    const At list = in.find(document.root(), "rules");
    if (list == Document::kNone || !in.array(list)) return;
    in.each(list, [&](At at) { read_rule(in, at); });
  }

  Lexicon take() {
    std::stable_partition(lexicon_.rules.begin(), lexicon_.rules.end(), [](const Rule& rule) {
      return rule.finds.kind == Finds::Kind::kFeature;
    });
    lexicon_.patterns.seal();
    set_meanings();
    lexicon_.formula = lexicon_.flags.find("formula");
    lexicon_.supposed = lexicon_.flags.find("supposed");
    make_slips();
    return std::move(lexicon_);
  }

 private:
  void read_word_lists(scenario::Reader& in, At root) {
    static constexpr auto kLists =
        words("stop", "common", "negators", "known", "titles", "surnames", "own");
    if (const At lists = in.find(root, "words");
        lists != Document::kNone && in.object(lists, kLists)) {
      in.each(lists, [&](At at) { read_list(in, at); });
    }
    if (const At list = in.find(root, "irregular"); list != Document::kNone && in.map(list)) {
      in.each(list, [&](At at) {
        const std::string key(in.document().at(at).key);
        lexicon_.irregular[key] = english_stem(in.text(at));
        lexicon_.known.insert(key);
      });
    }
    if (const At list = in.find(root, "expand"); list != Document::kNone && in.map(list)) {
      in.each(list, [&](At at) {
        lexicon_.expand[std::string(in.document().at(at).key)] = words_in(in.text(at));
      });
    }
    if (const At list = in.find(root, "synonyms"); list != Document::kNone && in.array(list)) {
      in.each(list, [&](At at) {
        const std::vector<std::string> group = words_in(in.text(at));
        if (group.empty()) return;
        const std::uint64_t meaning = hash_of("=" + group.front());
        for (const std::string& each : group) {
          lexicon_.synonyms[english_stem(each)] = meaning;
          lexicon_.known.insert(each);
        }
      });
    }
  }

  void read_list(scenario::Reader& in, At at) {
    const std::string_view key = in.document().at(at).key;
    for (std::string& each : words_in(in.text(at))) {
      lexicon_.known.insert(each);
      if (key == "stop") lexicon_.stop.insert(each);
      if (key == "common") {
        // So that every form of an everyday word is everyday.
        if (lexicon_.language == base::Language::kEn) lexicon_.common.insert(english_stem(each));
        lexicon_.common.insert(each);
      }
      if (key == "titles") lexicon_.titles.insert(each);
      if (key == "surnames") lexicon_.surnames.insert(each);
      if (key == "negators") negators_.push_back(each);
      if (key == "own") own_.push_back(each);
    }
  }

  // Only when all words are known: which mean the same is part of what they mean.
  void set_meanings() {
    for (const std::string& each : negators_)
      lexicon_.negators.insert(lexicon_.meaning(each));
    for (const std::string& each : own_)
      lexicon_.own.insert(lexicon_.meaning(each));
  }

  // Rows of pairs: a traditional character and its simplified form.
  void read_traditional(scenario::Reader& in, At list) {
    if (!in.array(list)) return;
    in.each(list, [&](At at) {
      for (const std::string& each : words_in(in.text(at))) {
        const std::u32string pair = base::to_code_points(each);
        if (pair.size() == 2) {
          lexicon_.simplified.emplace(pair[0], pair[1]);
        } else {
          in.report("S0904", at, {{"value", each}});
        }
      }
    });
  }

  void read_rule(scenario::Reader& in, At at) {
    static constexpr auto kKeys =
        words("shows", "negative", "marker", "feature", "any", "unless", "needs", "lift", "least",
              "most", "reach", "cites", "once", "content", "even_negated", "even_mentioned");
    if (!in.object(at, kKeys)) return;
    Rule rule;
    if (!read_finds(in, at, rule.finds)) return;
    rule.any = read_patterns(in, in.find(at, "any"));
    rule.unless = read_patterns(in, in.find(at, "unless"));
    read_conditions(in, in.find(at, "needs"), rule.needs);
    read_conditions(in, in.find(at, "lift"), rule.lift);
    if (const At level = in.find(at, "least"); level != Document::kNone) {
      rule.least = static_cast<std::uint8_t>(in.integer(level, 1, 3));
    }
    if (const At level = in.find(at, "most"); level != Document::kNone) {
      rule.most = static_cast<std::uint8_t>(in.integer(level, rule.least, 3));
    }
    static constexpr auto kReaches = words("none", "sentence", "near", "reply", "moment");
    if (const At reach = in.find(at, "reach"); reach != Document::kNone) {
      rule.reach = static_cast<Rule::Reach>(in.word_index(reach, kReaches));
    }
    if (const At groups = in.find(at, "content"); groups != Document::kNone && in.array(groups)) {
      unsigned bits = 0;
      in.each(groups, [&](At group) {
        bits |= 1U << static_cast<unsigned>(in.word<scenario::CaseGroup>(group));
      });
      rule.groups = static_cast<std::uint8_t>(bits);
    }
    static constexpr auto kCites = words("clauses", "match", "sentence", "before", "after");
    if (const At cites = in.find(at, "cites"); cites != Document::kNone) {
      rule.cites = static_cast<Rule::Cites>(in.word_index(cites, kCites));
    }
    if (const At once = in.find(at, "once"); once != Document::kNone) rule.once = in.boolean(once);
    const At negated = in.find(at, "even_negated");
    const At mentioned = in.find(at, "even_mentioned");
    rule.heeds_negation = negated == Document::kNone || !in.boolean(negated);
    rule.heeds_mention = mentioned == Document::kNone || !in.boolean(mentioned);
    lexicon_.rules.push_back(std::move(rule));
  }

  bool read_finds(scenario::Reader& in, At at, Finds& finds) {
    static constexpr auto kMarkers = words("advice");
    if (const At id = in.find(at, "shows"); id != Document::kNone) {
      finds = {Finds::Kind::kBehaviour, index_of(in.word<scenario::Behaviour>(id)), 0};
    } else if (const At negative = in.find(at, "negative"); negative != Document::kNone) {
      finds = {Finds::Kind::kNegative, index_of(in.word<scenario::Negative>(negative)), 0};
    } else if (const At marker = in.find(at, "marker"); marker != Document::kNone) {
      finds = {Finds::Kind::kMarker, static_cast<std::uint8_t>(in.word_index(marker, kMarkers)), 0};
    } else if (const At feature = in.need(at, "feature"); feature != Document::kNone) {
      const auto flag = lexicon_.flags.make(in.id(feature));
      if (!flag) {
        in.report("S0213", feature,
                  {{"count", std::to_string(kMaxFlags + 1)}, {"limit", std::to_string(kMaxFlags)}});
        return false;
      }
      finds = {Finds::Kind::kFeature, 0, *flag};
    } else {
      return false;
    }
    return true;
  }

  template <typename Enum>
  static std::uint8_t index_of(Enum value) {
    return static_cast<std::uint8_t>(value);
  }

  std::vector<Patterns::Id> read_patterns(scenario::Reader& in, At list) {
    std::vector<Patterns::Id> ids;
    if (list == Document::kNone || !in.array(list)) return ids;
    std::string joined;
    const auto flush = [&] {
      if (joined.empty()) return;
      if (const Patterns::Added added = lexicon_.patterns.add(joined); added.id) {
        ids.push_back(*added.id);
      }
      joined.clear();
    };
    in.each(list, [&](At at) {
      const std::string written(in.text(at));
      if (written.empty()) return;
      const PatternSource::Made made = source_.make(written, lexicon_.language);
      if (!made.unknown.empty()) {
        in.report("S0902", at, {{"name", made.unknown}});
        return;
      }
      // Alone first: the error then names the pattern that is wrong.
      if (const std::string error = Patterns::error_in(made.pattern); !error.empty()) {
        in.report("S0901", at, {{"reason", error}});
        return;
      }
      if (!joined.empty() && joined.size() + made.pattern.size() > kLongestJoined) flush();
      joined += (joined.empty() ? "" : "|") + made.pattern;
    });
    flush();
    return ids;
  }

  void read_conditions(scenario::Reader& in, At list, std::vector<Condition>& conditions) {
    if (list == Document::kNone || !in.array(list)) return;
    in.each(list, [&](At at) {
      const std::string name(in.text(at));
      if (name.empty()) return;
      const auto condition = lexicon_.flags.condition(name);
      if (condition) {
        conditions.push_back(*condition);
      } else {
        in.report("S0903", at, {{"name", name}});
      }
    });
  }

  void make_slips() {
    if (lexicon_.language != base::Language::kEn) return;
    constexpr std::size_t kLeastLetters = 5;
    const auto put = [&](const std::string& form, const std::string& word) {
      const auto [place, fresh] = lexicon_.slips.emplace(form, word);
      if (!fresh && place->second != word) place->second.clear();
    };
    std::vector<std::string> sorted(lexicon_.known.begin(), lexicon_.known.end());
    std::sort(sorted.begin(), sorted.end());
    for (const std::string& word : sorted) {
      if (word.size() < kLeastLetters) continue;
      for (std::size_t i = 0; i < word.size(); ++i) {
        std::string shortened = word;
        shortened.erase(i, 1);
        if (!lexicon_.known.contains(shortened)) put(shortened, word);
      }
    }
    for (const std::string& word : sorted) {
      if (word.size() >= kLeastLetters) lexicon_.slips[word] = word;
    }
  }

  std::vector<scenario::Diagnostic>& problems_;
  Lexicon lexicon_;
  PatternSource source_;
  std::vector<std::string> negators_, own_;
};

}  // namespace

LoadedLexicon load_lexicon(base::Language language, std::span<const LexiconFile> files) {
  LoadedLexicon loaded;
  LexiconReader reader(language, loaded.diagnostics);
  std::deque<Document> documents;
  for (const LexiconFile& each : files) {
    documents.emplace_back(each.file, each.text, loaded.diagnostics);
  }
  for (const Document& each : documents)
    reader.read_words(each);
  for (const Document& each : documents)
    reader.read_rules(each);
  auto lexicon = std::make_shared<Lexicon>(reader.take());
  std::stable_sort(loaded.diagnostics.begin(), loaded.diagnostics.end(),
                   [](const scenario::Diagnostic& a, const scenario::Diagnostic& b) {
                     return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
                   });
  if (!scenario::has_error(loaded.diagnostics)) loaded.lexicon = std::move(lexicon);
  return loaded;
}

}  // namespace aplomb::language
