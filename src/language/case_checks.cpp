#include "language/case_checks.h"

#include "language/lexicon.h"

namespace aplomb::language {
namespace {

constexpr int kAlike = 380;  // of 1000: as good as the authored reply

constexpr std::uint32_t bit(Negative negative) {
  return std::uint32_t{1} << static_cast<unsigned>(negative);
}

// What is known by what it does, whatever it speaks of.
constexpr std::uint32_t kByDeed =
    bit(Negative::kInsult) | bit(Negative::kThreat) | bit(Negative::kCapitulate);

std::vector<Span> words_of(std::uint32_t negatives, const NegativeSpans& shown,
                           const std::vector<Remark>& remarks) {
  std::vector<Span> spans;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    if (((negatives >> i) & 1U) != 0) spans.insert(spans.end(), shown[i].begin(), shown[i].end());
  }
  if (spans.empty()) {
    for (const Remark& remark : remarks)
      spans.push_back(whole_sentence(*remark.sentence));
  }
  join(spans);
  return spans;
}

}  // namespace

std::vector<TokenRange> wrong_names(const Remark& remark, const CaseBook::Prepared& book) {
  const Sentence& sentence = *remark.sentence;
  const std::vector<Token>& tokens = sentence.tokens;
  const bool english = sentence.language == base::Language::kEn;
  const auto& known = book.surnames[static_cast<std::size_t>(sentence.language)];
  const auto text = [&](std::size_t first, std::size_t last) {
    return sentence.plain.substr(tokens[first].at, tokens[last].to - tokens[first].at);
  };
  std::vector<TokenRange> wrong;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    std::size_t name = i;
    std::size_t last = i + 1;
    if (english) {
      name = i + 1;
      if (!remark.lexicon->titles.contains(text(i, i)) || tokens[name].kind != TokenKind::kWord) {
        continue;
      }
    } else {
      last = i + 2;
      if (last >= tokens.size()) break;
      if (!remark.lexicon->titles.contains(text(i + 1, last)) ||
          !remark.lexicon->surnames.contains(text(i, i))) {
        continue;
      }
    }
    const std::string word = english ? " " + text(name, name) + " " : text(name, name);
    const bool right = std::any_of(known.begin(), known.end(), [&](const std::string& each) {
      return each.find(word) != std::string::npos;
    });
    if (!right) wrong.push_back({i, last});
  }
  return wrong;
}

std::vector<ShownCritical> critical_in(const std::vector<Remark>& remarks,
                                       const CaseBook::Prepared& book, const NegativeSpans& shown) {
  std::uint32_t negatives = 0;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    if (!shown[i].empty()) negatives |= std::uint32_t{1} << i;
  }
  std::array<Meanings, 2> meanings;
  std::bitset<scenario::kMaxBits> keys;
  for (const Remark& remark : remarks) {
    Meanings& all = meanings[static_cast<std::size_t>(remark.sentence->language)];
    all.insert(all.end(), remark.meanings.begin(), remark.meanings.end());
    for (const Named& each : remark.matches.named)
      keys.set(each.key);
  }
  std::map<std::uint16_t, std::vector<Span>> committed;
  for (const CriticalExample& example : book.critical) {
    const std::uint32_t common = negatives & example.negatives;
    const bool done = common != 0 && common == example.negatives;
    int alike = 0;
    for (std::size_t i = 0; i < meanings.size(); ++i) {
      alike = std::max(alike, shared_meaning(meanings[i], example.meanings[i]));
    }
    const bool by_deed = done && (common & kByDeed) != 0;
    const bool by_topic = done && (keys & example.keys).any() && alike >= kAlike / 4;
    if (!by_deed && !by_topic && alike < kAlike) continue;
    committed.emplace(example.critical, words_of(common, shown, remarks));
  }
  std::vector<ShownCritical> critical;
  critical.reserve(committed.size());
  for (auto& [index, spans] : committed)
    critical.push_back({index, std::move(spans)});
  return critical;
}

}  // namespace aplomb::language
