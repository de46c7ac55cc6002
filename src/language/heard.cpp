#include <algorithm>

#include "language/content.h"
#include "language/lexicon.h"

namespace aplomb::language {
namespace {

constexpr std::size_t kMostLines = 12;  // the last ones; what was said long ago is not answered
constexpr std::size_t kMostBytes = 4000;
constexpr int kRare = 3;
constexpr std::size_t kLeastTriples = 4;

template <typename Function>
void each_triple(const Sentence& sentence, Function function) {
  std::uint64_t before = 0;
  std::uint64_t last = 0;
  std::size_t count = 0;
  for (const Token& token : sentence.tokens) {
    if (token.kind == TokenKind::kMark) continue;
    if (++count >= 3) function(mixed(mixed(before, last), token.stem));
    before = last;
    last = token.stem;
  }
}

// All words of a sentence as one.
std::uint64_t whole(const Sentence& sentence) {
  std::uint64_t all = 0;
  for (const Token& token : sentence.tokens) {
    if (token.kind != TokenKind::kMark) all = mixed(all, token.stem);
  }
  return all;
}

}  // namespace

Heard::Heard(std::span<const std::string_view> lines, const Lexicons& lexicons,
             const CaseBook::Prepared* book) {
  line_count_ = static_cast<std::uint16_t>(std::min<std::size_t>(lines.size(), 0xffff));
  std::size_t first = lines.size() > kMostLines ? lines.size() - kMostLines : 0;
  for (; first < lines.size(); ++first) {
    const std::string_view line = lines[first].substr(0, kMostBytes);
    for (const Sentence& sentence :
         sentences_of(fold(line, lexicons.zh_simplified()).glyphs, lexicons)) {
      const Meanings meanings = meanings_of(sentence);
      if (book != nullptr) {
        const WordingIndex& index = book->index[static_cast<std::size_t>(sentence.language)];
        for (const Named& each : match(sentence, meanings, index).named) {
          keys_[static_cast<std::uint16_t>(first)].push_back(each.key);
        }
      }
      for (const Meaning& each : meanings) {
        auto& places = lines_[each.hash];
        if (places.empty() || places.back() != first) {
          places.push_back(static_cast<std::uint16_t>(first));
        }
        if (each.number) numbers_.insert(each.hash);
      }
      wholes_.insert(whole(sentence));
      each_triple(sentence, [&](std::uint64_t triple) { triples_.insert(triple); });
    }
  }
}

Answers Heard::answered(const Meanings& meanings, int& weight) const {
  std::map<std::uint16_t, int> shared;
  std::unordered_set<std::uint64_t> seen;
  for (const Meaning& each : meanings) {
    const auto found = lines_.find(each.hash);
    if (each.weight < kRare || found == lines_.end() || !seen.insert(each.hash).second) continue;
    for (const std::uint16_t line : found->second)
      shared[line] += each.weight;
  }
  Answers answers;
  weight = 0;
  for (const auto& [line, value] : shared) {
    weight = std::max(weight, value);
    answers.push_back(line);
  }
  return answers;
}

Answers Heard::keys_of(const Answers& lines) const {
  Answers keys;
  for (const std::uint16_t line : lines) {
    const auto found = keys_.find(line);
    if (found != keys_.end()) keys.insert(keys.end(), found->second.begin(), found->second.end());
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

Answers Heard::last_keys() const {
  for (std::uint16_t line = line_count_; line > 0; --line) {
    Answers keys = keys_of({static_cast<std::uint16_t>(line - 1)});
    if (!keys.empty()) return keys;
  }
  return {};
}

int Heard::news(const Meanings& meanings) const {
  return static_cast<int>(std::count_if(meanings.begin(), meanings.end(), [&](const Meaning& each) {
    return each.weight >= kRare + 1 && !lines_.contains(each.hash);
  }));
}

bool Heard::parrots(const Sentence& sentence) const {
  std::size_t all = 0;
  std::size_t same = 0;
  each_triple(sentence, [&](std::uint64_t triple) {
    ++all;
    same += static_cast<std::size_t>(triples_.contains(triple));
  });
  if (wholes_.contains(whole(sentence))) return true;
  return all >= kLeastTriples && same * 10 >= all * 8;
}

}  // namespace aplomb::language
