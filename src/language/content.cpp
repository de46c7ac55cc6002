#include "language/content.h"

#include <algorithm>
#include <array>

namespace aplomb::language {
namespace {

constexpr int kNeededPercent = 62;
constexpr int kRareWeight = 4;

bool says(const Token& token) { return token.kind != TokenKind::kMark; }

// Words that change nothing about what a thing is.
bool is_article(const Sentence& sentence, const Token& token) {
  static constexpr std::array<std::string_view, 9> kArticles = {"the", "a",   "an",    "your", "my",
                                                                "his", "her", "their", "'s"};
  const std::string_view word =
      std::string_view(sentence.plain).substr(token.at, token.to - token.at);
  return std::find(kArticles.begin(), kArticles.end(), word) != kArticles.end();
}

// Adds the weight of each wording that shares pieces with the sentence.
struct Tally {
  std::uint32_t wording = 0;
  std::uint16_t weight = 0;
  std::uint16_t pieces = 0;
  std::uint16_t first = 0xffff, last = 0;
  bool number = false;  // the wording's own number was there
};

std::vector<Tally> tallies(const Meanings& meanings, const WordingIndex& index) {
  std::vector<Tally> all;
  std::unordered_map<std::uint32_t, std::size_t> place;
  std::unordered_set<std::uint64_t> seen;
  for (const Meaning& each : meanings) {
    const auto found = index.postings.find(each.hash);
    if (found == index.postings.end() || !seen.insert(each.hash).second) continue;
    for (const Posting& posting : found->second) {
      const auto [at, fresh] = place.emplace(posting.wording, all.size());
      if (fresh) all.push_back({posting.wording, 0, 0, 0xffff, 0, false});
      Tally& tally = all[at->second];
      tally.weight = static_cast<std::uint16_t>(tally.weight + posting.weight);
      ++tally.pieces;
      tally.first = std::min(tally.first, each.first);
      tally.last = std::max(tally.last, each.last);
      tally.number = tally.number || each.number;
    }
  }
  return all;
}

// The places of `text` in the plain form, as tokens; false when it does not stand there.
bool stands(const Sentence& sentence, std::string_view text, std::uint16_t& first,
            std::uint16_t& last) {
  const auto at = sentence.plain.find(text);
  if (at == std::string::npos) return false;
  first = 0xffff;
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const Token& token = sentence.tokens[i];
    if (token.to <= at || token.at >= at + text.size()) continue;
    if (first == 0xffff) first = static_cast<std::uint16_t>(i);
    last = static_cast<std::uint16_t>(i);
  }
  return first != 0xffff;
}

// A number with what it counts.
std::uint64_t counted(const Sentence& sentence, std::size_t at, std::uint64_t& unit) {
  unit = 0;
  for (std::size_t i = at + 1; i < sentence.tokens.size() && i <= at + 2; ++i) {
    const Token& token = sentence.tokens[i];
    if (token.kind == TokenKind::kNumber) break;
    if (token.kind == TokenKind::kMark && sentence.plain[token.at] != '%') break;
    if (token.kind == TokenKind::kHan && i == at + 1) {
      unit = token.stem;
      break;
    }
    if (token.kind == TokenKind::kWord || token.kind == TokenKind::kMark) {
      unit = token.kind == TokenKind::kMark ? '%' : token.stem;
      break;
    }
  }
  return mixed(sentence.tokens[at].stem, unit);
}

}  // namespace

Meanings meanings_of(const Sentence& sentence) {
  Meanings meanings;
  const std::vector<Token>& tokens = sentence.tokens;
  const bool english = sentence.language == base::Language::kEn;
  meanings.reserve(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const auto place = static_cast<std::uint16_t>(i);
    if (!says(token)) continue;
    if (token.kind == TokenKind::kNumber || token.kind == TokenKind::kWord || english) {
      if (token.weight > 0) {
        meanings.push_back(
            {token.stem, token.weight, token.kind == TokenKind::kNumber, place, place});
      }
      if (english) continue;
    }
    if (i + 1 == tokens.size() || !says(tokens[i + 1])) continue;
    const int weight = token.weight + tokens[i + 1].weight;
    if (weight == 0) continue;
    meanings.push_back({mixed(token.stem, tokens[i + 1].stem),
                        static_cast<std::uint8_t>(std::max(1, weight / 2)), false, place,
                        static_cast<std::uint16_t>(i + 1)});
  }
  return meanings;
}

Matches match(const Sentence& sentence, const Meanings& meanings, const WordingIndex& index) {
  Matches matches;
  const auto name = [&](std::uint16_t key, std::uint16_t first, std::uint16_t last) {
    const auto same = [key](const Named& each) { return each.key == key; };
    const auto known = std::find_if(matches.named.begin(), matches.named.end(), same);
    if (known == matches.named.end()) {
      matches.named.push_back({key, first, last});
    } else if (last - first < known->last - known->first) {
      *known = {key, first, last};
    }
  };
  std::vector<std::pair<std::uint16_t, std::uint32_t>> missing;  // key, wording: all but the number
  for (const Tally& tally : tallies(meanings, index)) {
    const Wording& wording = index.wordings[tally.wording];
    const bool needs_number = wording.number != 0 && !tally.number;
    const bool enough = tally.pieces >= std::min<int>(wording.pieces, 2);
    if (!needs_number && enough && tally.weight >= wording.needed) {
      name(wording.key, tally.first, tally.last);
    } else if (needs_number && tally.weight + wording.with_number >= wording.total &&
               tally.weight >= kRareWeight) {
      missing.emplace_back(wording.key, tally.wording);
      matches.numberless.push_back({wording.key, tally.first, tally.last});
    }
  }
  for (const std::uint32_t each : index.exact) {
    const Wording& wording = index.wordings[each];
    std::uint16_t first = 0;
    std::uint16_t last = 0;
    if (stands(sentence, wording.exact, first, last)) name(wording.key, first, last);
  }
  std::sort(matches.named.begin(), matches.named.end(),
            [](const Named& a, const Named& b) { return a.key < b.key; });
  for (const auto& [key, at] : missing) {
    const bool said = std::any_of(matches.named.begin(), matches.named.end(),
                                  [k = key](const Named& each) { return each.key == k; });
    if (said) continue;
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
      if (sentence.tokens[i].kind != TokenKind::kNumber) continue;
      std::uint64_t unit = 0;
      const std::uint64_t number = counted(sentence, i, unit);
      if (unit == 0 || unit != index.wordings[at].unit || index.numbers.contains(number)) continue;
      matches.misquoted.push_back({key, static_cast<std::uint16_t>(i)});
      break;
    }
  }
  return matches;
}

namespace {

class Preparing {
 public:
  Preparing(const scenario::Scenario& scenario, const Lexicons& lexicons)
      : scenario_(scenario),
        lexicons_(lexicons),
        prepared_(std::make_shared<CaseBook::Prepared>()) {}

  std::shared_ptr<const CaseBook::Prepared> prepare() {
    for (const base::Language language : base::kLanguages) {
      for (std::size_t i = 0; i < scenario_.keys.size(); ++i) {
        const scenario::CaseKey& key = scenario_.keys[i];
        add(static_cast<std::uint16_t>(i), key.text.in(language), language);
        for (const scenario::Text& each : key.accepted[static_cast<std::size_t>(language)]) {
          add(static_cast<std::uint16_t>(i), each, language);
        }
      }
      add_names(language);
      add_numbers(language);
    }
    for (const scenario::CaseKey& key : scenario_.keys)
      prepared_->groups.push_back(key.group);
    add_critical();
    return prepared_;
  }

 private:
  [[nodiscard]] std::vector<Sentence> sentences(std::string_view text) const {
    return sentences_of(fold(text, lexicons_.zh_simplified()).glyphs, lexicons_);
  }

  WordingIndex& index(base::Language language) {
    return prepared_->index[static_cast<std::size_t>(language)];
  }

  void add(std::uint16_t key, const std::string& text, base::Language language) {
    WordingIndex& all = index(language);
    const auto id = static_cast<std::uint32_t>(all.wordings.size());
    Wording wording;
    wording.key = key;
    Meanings pieces;
    std::string plain;
    std::size_t letters = 0;  // words, in English
    std::size_t articles = 0;
    for (const Sentence& sentence : sentences(text)) {
      for (const Meaning& each : meanings_of(sentence)) {
        pieces.push_back(each);
        if (sentence.tokens[each.first].kind == TokenKind::kNumber ||
            sentence.tokens[each.last].kind == TokenKind::kNumber) {
          wording.with_number = static_cast<std::uint16_t>(wording.with_number + each.weight);
        }
      }
      plain += sentence.plain;
      for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
        letters += static_cast<std::size_t>(says(sentence.tokens[i]));
        articles += static_cast<std::size_t>(is_article(sentence, sentence.tokens[i]));
        if (sentence.tokens[i].kind != TokenKind::kNumber) continue;
        std::uint64_t unit = 0;
        counted(sentence, i, unit);
        // Of two numbers neither is looked for on its own.
        wording.number = wording.number == 0 ? sentence.tokens[i].stem : 0;
        wording.unit = unit;
      }
    }
    int total = 0;
    for (const Meaning& each : pieces)
      total += each.weight;
    // "which list" is more than any list.
    const bool one_of_several = pieces.size() == 1 && letters > 1 + articles;
    const bool short_one =
        language == base::Language::kZh ? letters <= 2 : total < kRareWeight || one_of_several;
    wording.total = static_cast<std::uint16_t>(total);
    if (short_one) {
      wording.exact = plain;
      all.exact.push_back(id);
    } else {
      wording.needed = static_cast<std::uint16_t>((total * kNeededPercent + 99) / 100);
      std::unordered_set<std::uint64_t> seen;
      for (const Meaning& each : pieces) {
        if (!seen.insert(each.hash).second) continue;
        all.postings[each.hash].push_back({id, each.weight});
        ++wording.pieces;
      }
    }
    all.wordings.push_back(std::move(wording));
  }

  void add_names(base::Language language) {
    const auto which = static_cast<std::size_t>(language);
    const auto plain = [this](const std::string& text) {
      std::string all;
      for (const Sentence& each : sentences(text))
        all += each.plain;
      return all;
    };
    prepared_->names[which] = {plain(scenario_.customer.address.in(language)),
                               plain(scenario_.customer.name.in(language))};
    prepared_->surnames[which] = prepared_->names[which];
    for (const scenario::Bilingual& each : scenario_.cast) {
      if (!each.in(language).empty())
        prepared_->surnames[which].push_back(plain(each.in(language)));
    }
  }

  // Everything that is said or written in the scenario may be quoted.
  void add_numbers(base::Language language) {
    const auto add_all = [&](const base::Bilingual& text) {
      for (const Sentence& sentence : sentences(text.in(language))) {
        for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
          if (sentence.tokens[i].kind != TokenKind::kNumber) continue;
          std::uint64_t unit = 0;
          index(language).numbers.insert(counted(sentence, i, unit));
        }
      }
    };
    add_all(scenario_.role.authority);
    add_all(scenario_.brief);
    for (const scenario::CaseDocument& each : scenario_.documents)
      add_all(each.text);
    for (const scenario::CaseKey& each : scenario_.keys)
      add_all(each.text);
    for (const scenario::Node& node : scenario_.nodes) {
      for (const scenario::Line& line : node.lines)
        add_all(line.text);
    }
  }

  void add_critical() {
    for (const scenario::Node& node : scenario_.nodes) {
      for (const scenario::Choice& choice : node.choices) {
        for (const scenario::Text& id : choice.critical)
          add_critical(choice, id);
      }
    }
  }

  void add_critical(const scenario::Choice& choice, const std::string& id) {
    CriticalExample example;
    for (std::size_t i = 0; i < scenario_.critical.size(); ++i) {
      if (scenario_.critical[i].id == id) example.critical = static_cast<std::uint16_t>(i);
    }
    for (const scenario::ShownNegative& each : choice.negatives) {
      example.negatives |= std::uint32_t{1} << static_cast<unsigned>(each.negative);
    }
    for (const base::Language language : base::kLanguages) {
      for (const Sentence& sentence : sentences(choice.text.in(language))) {
        const Meanings pieces = meanings_of(sentence);
        for (const Named& each : match(sentence, pieces, index(language)).named) {
          example.keys.set(each.key);
        }
        Meanings& all = example.meanings[static_cast<std::size_t>(language)];
        all.insert(all.end(), pieces.begin(), pieces.end());
      }
    }
    prepared_->critical.push_back(std::move(example));
  }

  const scenario::Scenario& scenario_;
  const Lexicons& lexicons_;
  std::shared_ptr<CaseBook::Prepared> prepared_;
};

}  // namespace

std::shared_ptr<const CaseBook::Prepared> prepare(const scenario::Scenario& scenario,
                                                  const Lexicons& lexicons) {
  return Preparing(scenario, lexicons).prepare();
}

int shared_meaning(const Meanings& a, const Meanings& b) {
  const auto weights = [](const Meanings& all) {
    std::map<std::uint64_t, int> by_hash;
    for (const Meaning& each : all)
      by_hash.emplace(each.hash, each.weight);
    return by_hash;
  };
  const auto left = weights(a);
  const auto right = weights(b);
  int shared = 0;
  int sum_left = 0;
  int sum_right = 0;
  for (const auto& [hash, weight] : left) {
    sum_left += weight;
    if (right.contains(hash)) shared += weight;
  }
  for (const auto& [hash, weight] : right)
    sum_right += weight;
  const int both = sum_left + sum_right;
  return both == 0 ? 0 : 2000 * shared / both;
}

}  // namespace aplomb::language
