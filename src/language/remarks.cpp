#include "language/remarks.h"

#include <tuple>

namespace aplomb::language {
namespace {

constexpr std::size_t kLongClause = 40;  // tokens
constexpr int kSharedWeight = 7;         // with a line heard: two rare words
constexpr int kSharedRareWord = 4;       // one
constexpr int kSpecificWeight = 8;
constexpr std::size_t kLeastSalad = 4;  // words, or bits
constexpr int kNews = 4;                // rare words not heard before
constexpr int kLongSentence = 12;       // words
constexpr std::size_t kShortReply = 6;  // words

FlagSet moment(const std::vector<Sentence>& sentences, const Context& context) {
  FlagSet flags;
  std::size_t words = 0;
  for (const Sentence& each : sentences)
    words += each.tokens.size();
  if (context.book != nullptr) flags.set(kCaseFlag);
  if (context.provoking) flags.set(kProvokingFlag);
  if (context.technical) flags.set(kTechnicalFlag);
  if (context.acknowledged) flags.set(kAcknowledgedFlag);
  if (words < kShortReply) flags.set(kShortFlag);
  const bool early =
      context.stage ? *context.stage <= scenario::Stage::kClarify : context.heard.size() <= 1;
  if (early) flags.set(kEarlyFlag);
  return flags;
}

void note_words(Remark& remark) {
  int rare = 0;
  int words = 0;
  int rare_words = 0;
  for (const Token& token : remark.sentence->tokens) {
    if (token.kind == TokenKind::kNumber) remark.flags.set(kNumberFlag);
    if (token.kind == TokenKind::kMark) continue;
    ++words;
    if (token.weight >= 4) {
      rare += token.weight;
      ++rare_words;
    }
  }
  if (rare >= kSpecificWeight || remark.flags.has(kNumberFlag)) remark.flags.set(kSpecificFlag);
  if (rare > 0 || remark.flags.has(kNumberFlag)) remark.flags.set(kSaysFlag);
  if (words > kLongSentence) remark.flags.set(kLongFlag);
  if (rare_words >= 4 && rare_words * 3 >= words) remark.flags.set(kRareFlag);
}

// Keywords one after the other: in English without a single word that holds them together, in
// Chinese in bits of three characters or fewer; or the same word again and again.
bool is_salad(const Sentence& sentence) {
  std::size_t words = 0;
  std::size_t holding = 0;
  std::unordered_map<std::uint64_t, std::size_t> times;
  std::size_t most = 0;
  for (const Token& token : sentence.tokens) {
    if (token.kind == TokenKind::kMark) continue;
    ++words;
    holding += static_cast<std::size_t>(token.weight == 0);
    most = std::max(most, ++times[token.stem]);
  }
  if (words < kLeastSalad) return false;
  if (sentence.language == base::Language::kEn) {
    return (holding * 5 < words && words > kLeastSalad) ||
           (most >= kLeastSalad && most * 2 >= words) ||
           (times.size() * 2 <= words && words >= 2 * kLeastSalad);
  }
  const std::size_t clauses = std::size_t{sentence.tokens.back().clause} + 1;
  return (clauses >= kLeastSalad && words <= 3 * clauses + clauses / 2) ||
         (times.size() * 3 <= words && words >= 3 * kLeastSalad);
}

// Long and without a mark: what belongs together cannot be told.
bool runs_on(const Sentence& sentence) {
  const auto marks = std::count_if(sentence.tokens.begin(), sentence.tokens.end(),
                                   [](const Token& each) { return each.kind == TokenKind::kMark; });
  const std::size_t longest = sentence.language == base::Language::kEn ? 16 : 22;
  return sentence.tokens.size() > longest &&
         static_cast<std::size_t>(marks) * longest < sentence.tokens.size();
}

void note_names(Remark& remark, const CaseBook::Prepared& book) {
  const auto which = static_cast<std::size_t>(remark.sentence->language);
  for (const std::string& name : book.names[which]) {
    if (remark.sentence->plain.find(name) != std::string::npos) remark.flags.set(kNameFlag);
  }
}

// Whether the clauses of a named key say nothing of oneself.
bool is_theirs(const Remark& remark, const Named& named) {
  const std::vector<Token>& tokens = remark.sentence->tokens;
  return std::none_of(tokens.begin(), tokens.end(), [&](const Token& each) {
    return each.clause >= tokens[named.first].clause && each.clause <= tokens[named.last].clause &&
           remark.lexicon->own.contains(each.stem);
  });
}

void note_case(Remark& remark, const CaseBook::Prepared& book) {
  remark.matches = match(*remark.sentence, remark.meanings,
                         book.index[static_cast<std::size_t>(remark.sentence->language)]);
  note_names(remark, book);
  for (const Named& each : remark.matches.named) {
    remark.flags.set(kContentFlag);
    if (is_theirs(remark, each)) remark.flags.set(kTheirsFlag);
    remark.flags.set(static_cast<Flag>(kFactFlag + static_cast<int>(book.groups[each.key])));
  }
  if (remark.matches.named.size() > 1) remark.flags.set(kManyFlag);
}

}  // namespace

std::vector<Remark> remarks_on(const std::vector<Sentence>& sentences, const Context& context,
                               const Lexicons& lexicons, const Heard& heard) {
  const FlagSet now = moment(sentences, context);
  std::vector<Remark> remarks(sentences.size());
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    Remark& remark = remarks[i];
    remark.sentence = &sentences[i];
    remark.lexicon = &lexicons.in(sentences[i].language);
    remark.flags = now;
    if (sentences[i].asked) remark.flags.set(kAskedFlag);
    remark.meanings = meanings_of(sentences[i]);
    note_words(remark);
    const bool parrot = heard.parrots(sentences[i]);
    if (parrot || is_salad(sentences[i])) {
      remark.flags.set(parrot ? kParrotFlag : kSaladFlag);
      continue;
    }
    if (runs_on(sentences[i])) remark.flags.set(kRunOnFlag);
    int shared = 0;
    remark.answered = heard.answered(remark.meanings, shared);
    if (heard.news(remark.meanings) >= kNews) remark.flags.set(kNewsFlag);
    const int enough = context.book != nullptr ? kSharedRareWord : kSharedWeight;
    if (shared >= enough) {
      remark.flags.set(kHeardFlag);
      remark.taken_up = heard.keys_of(remark.answered);
    }
    if (context.book != nullptr) {
      note_case(remark, context.book->prepared());
    } else if (remark.flags.has(kHeardFlag)) {
      remark.flags.set(kContentFlag);
    }
    remark.lexicon->patterns.candidates(sentences[i].plain, remark.candidates);
  }
  return remarks;
}

TokenRange tokens_at(const Sentence& sentence, std::size_t first, std::size_t end) {
  const std::vector<Token>& tokens = sentence.tokens;
  const auto begin = std::partition_point(tokens.begin(), tokens.end(),
                                          [&](const Token& each) { return each.to <= first; });
  const auto after =
      std::partition_point(begin, tokens.end(), [&](const Token& each) { return each.at < end; });
  const auto at = static_cast<std::size_t>(begin - tokens.begin());
  const auto to = static_cast<std::size_t>(after - tokens.begin());
  return {std::min(at, tokens.size() - 1), std::max(at, to == 0 ? 0 : to - 1)};
}

TokenRange whole_clauses(const Sentence& sentence, TokenRange range) {
  const std::vector<Token>& tokens = sentence.tokens;
  range.last = std::min(range.last, tokens.size() - 1);
  TokenRange wide = range;
  while (wide.first > 0 && tokens[wide.first - 1].clause == tokens[range.first].clause) {
    --wide.first;
  }
  while (wide.last + 1 < tokens.size() &&
         tokens[wide.last + 1].clause == tokens[range.last].clause) {
    ++wide.last;
  }
  if (wide.last - wide.first > kLongClause) wide = range;
  while (wide.first < wide.last && tokens[wide.first].kind == TokenKind::kMark)
    ++wide.first;
  while (wide.last > wide.first && tokens[wide.last].kind == TokenKind::kMark)
    --wide.last;
  return wide;
}

Span whole_sentence(const Sentence& sentence) {
  TokenRange range{0, sentence.tokens.size() - 1};
  const auto is_mark = [&](std::size_t i) { return sentence.tokens[i].kind == TokenKind::kMark; };
  while (range.first < range.last && is_mark(range.first))
    ++range.first;
  while (range.last > range.first && is_mark(range.last))
    --range.last;
  return span_of(sentence, range);
}

Span span_of(const Sentence& sentence, TokenRange range) {
  return {sentence.tokens[range.first].bytes.first, sentence.tokens[range.last].bytes.end};
}

void join(std::vector<Span>& spans) {
  std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) {
    return std::tie(a.first, a.end) < std::tie(b.first, b.end);
  });
  std::size_t kept = 0;
  for (std::size_t i = 1; i < spans.size(); ++i) {
    if (spans[i].first <= spans[kept].end) {
      spans[kept].end = std::max(spans[kept].end, spans[i].end);
    } else {
      spans[++kept] = spans[i];
    }
  }
  if (!spans.empty()) spans.resize(kept + 1);
}

}  // namespace aplomb::language
