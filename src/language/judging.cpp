#include "language/judging.h"

#include <array>
#include <set>

#include "language/case_checks.h"
#include "language/earnest.h"
#include "language/found.h"
#include "language/lexicon.h"
#include "language/remarks.h"

namespace aplomb::language {
namespace {

constexpr std::size_t kStacked = 3;  // questions
constexpr int kPadded = 2;           // formulas
constexpr int kStuffed = 3;

class Judging {
 public:
  Judging(const std::vector<Sentence>& sentences, const Context& context, const Lexicons& lexicons)
      : context_(context),
        lexicons_(lexicons),
        heard_(context.heard, lexicons,
               context.book != nullptr ? &context.book->prepared() : nullptr),
        remarks_(remarks_on(sentences, context, lexicons, heard_)) {
    std::set<std::uint16_t> keys;
    for (const Remark& each : remarks_) {
      reply_.add(each.flags);
      for (const Named& named : each.matches.named)
        keys.insert(named.key);
    }
    reply_keys_.assign(keys.begin(), keys.end());
  }

  Reading read() {
    apply(Finds::Kind::kFeature);
    count_formulas();
    apply(Finds::Kind::kNegative);
    apply(Finds::Kind::kMarker);
    find_misquotes();
    find_known_asked();
    find_stacked_questions();
    apply(Finds::Kind::kBehaviour);
    find_formula_only();
    find_critical();
    return finish();
  }

 private:
  void apply(Finds::Kind kind) {
    for (const base::Language language : base::kLanguages) {
      const Lexicon& lexicon = lexicons_.in(language);
      for (const Rule& rule : lexicon.rules) {
        if (rule.finds.kind != kind) continue;
        for (std::size_t i = 0; i < remarks_.size(); ++i) {
          if (remarks_[i].lexicon != &lexicon) continue;
          if (apply(rule, i) && rule.once) break;
        }
      }
    }
  }

  // Whether it was found there.
  bool apply(const Rule& rule, std::size_t at) {
    Remark& remark = remarks_[at];
    if (remark.flags.has(kSaladFlag) || remark.flags.has(kParrotFlag)) return false;
    for (const Condition& each : rule.needs) {
      if (!holds(each, at)) return false;
    }
    const auto range = rule.any.empty() ? said(rule, remark) : in_earnest(rule, remark);
    if (!range) return false;
    for (const Patterns::Id each : rule.unless) {
      if (!remark.may_match(each)) continue;
      if (remark.lexicon->patterns.search(each, remark.sentence->plain)) return false;
    }
    found(rule, at, *range);
    return true;
  }

  [[nodiscard]] bool holds(const Condition& condition, std::size_t at) const {
    const auto in = [&](std::size_t i) { return remarks_[i].flags.has(condition.flag); };
    bool any = false;
    switch (condition.scope) {
      case Condition::Scope::kSentence:
        any = in(at);
        break;
      case Condition::Scope::kReply:
        any = reply_.has(condition.flag);
        break;
      case Condition::Scope::kBefore:
        for (std::size_t i = 0; i <= at && !any; ++i)
          any = in(i);
        break;
      case Condition::Scope::kNear:
        any = in(at) || (at > 0 && in(at - 1)) || (at + 1 < remarks_.size() && in(at + 1));
        break;
    }
    return any != condition.negated;
  }

  // The words of the case in the sentence; without any, all of it.
  [[nodiscard]] std::optional<TokenRange> said(const Rule& rule, const Remark& remark) const {
    if (remark.sentence->tokens.empty()) return std::nullopt;
    std::optional<TokenRange> range;
    for (const Named& each : remark.matches.named) {
      if (!counts(rule, each.key)) continue;
      range = range ? TokenRange{std::min<std::size_t>(range->first, each.first),
                                 std::max<std::size_t>(range->last, each.last)}
                    : TokenRange{each.first, each.last};
    }
    return range ? range : TokenRange{0, remark.sentence->tokens.size() - 1};
  }

  [[nodiscard]] bool counts(const Rule& rule, std::uint16_t key) const {
    const auto group = static_cast<unsigned>(context_.book->prepared().groups[key]);
    return ((static_cast<unsigned>(rule.groups) >> group) & 1U) != 0;
  }

  // What the sentence answers, for this rule.
  [[nodiscard]] Answers content(const Rule& rule, std::size_t at) const {
    const Remark& remark = remarks_[at];
    Answers answers;
    if (context_.book == nullptr) {
      if (remark.flags.has(kHeardFlag) && !remark.flags.has(kParrotFlag)) answers = remark.answered;
      return answers;
    }
    if (remark.flags.has(kParrotFlag)) return answers;
    for (const Named& each : remark.matches.named) {
      if (counts(rule, each.key)) answers.push_back(each.key);
    }
    if (!answers.empty()) return answers;
    for (const std::uint16_t key : remark.taken_up) {
      if (counts(rule, key)) answers.push_back(key);
    }
    return answers;
  }

  [[nodiscard]] Answers reached(const Rule& rule, std::size_t at) const {
    Answers answers;
    if (rule.reach == Rule::Reach::kNone) return answers;
    answers = content(rule, at);
    if (!answers.empty() || rule.reach == Rule::Reach::kSentence) return answers;
    if (rule.reach == Rule::Reach::kNear || context_.book == nullptr) {
      if (at > 0) answers = content(rule, at - 1);
      if (answers.empty() && at + 1 < remarks_.size()) answers = content(rule, at + 1);
      return answers;
    }
    for (const std::uint16_t key : reply_keys_) {
      if (counts(rule, key)) answers.push_back(key);
    }
    if (!answers.empty() || rule.reach == Rule::Reach::kReply) return answers;
    const Remark& remark = remarks_[at];
    const bool own_words = remark.flags.has(kSpecificFlag) || has(remark, "time");
    if (own_words && !remark.flags.has(kParrotFlag) && !has(remark, "formula")) {
      answers = heard_.last_keys();
    }
    return answers;
  }

  void found(const Rule& rule, std::size_t at, TokenRange range) {
    Remark& remark = remarks_[at];
    const Sentence& sentence = *remark.sentence;
    if (rule.finds.kind == Finds::Kind::kFeature) {
      if (rule.finds.flag == remark.lexicon->formula) ++formulas_;
      remark.flags.set(rule.finds.flag);
      reply_.set(rule.finds.flag);
      if (rule.finds.flag == remark.lexicon->supposed) {
        remark.supposed_from =
            std::min<std::size_t>(remark.supposed_from, sentence.tokens[range.first].at);
      }
      return;
    }
    const Span span = cited(rule, at, range);
    if (rule.finds.kind == Finds::Kind::kNegative) {
      negatives_[rule.finds.index].add(1, span, {});
      if (spoils(static_cast<Negative>(rule.finds.index))) remark.flags.set(kSpoiledFlag);
      mark_bad();
      return;
    }
    if (rule.finds.kind == Finds::Kind::kMarker) {
      markers_[rule.finds.index].add(1, span, {});
      return;
    }
    const Answers answers = reached(rule, at);
    const bool own =
        context_.book == nullptr && rule.reach != Rule::Reach::kNone &&
        !remark.flags.has(kParrotFlag) && !has(remark, "formula") &&
        (rule.least > 1 || (remark.flags.has(kSpecificFlag) && !has(remark, "question")));
    int level = answers.empty() && !own ? 1 : 2;
    if (remark.flags.has(kRunOnFlag)) {
      level = std::min(level, rule.lift.empty() ? 1 : 2);
    } else if (level == 2) {
      for (const Condition& each : rule.lift) {
        if (holds(each, at)) level = 3;
      }
    }
    level = std::clamp<int>(level, rule.least, rule.most);
    if (level > 1 && answers.empty() && !own) level = 1;
    behaviours_[rule.finds.index].add(level, span, level > 1 ? answers : Answers{});
    remark.flags.set(kTakenFlag);
  }

  [[nodiscard]] Span cited(const Rule& rule, std::size_t at, TokenRange range) const {
    const Remark& remark = remarks_[at];
    const Sentence& sentence = *remark.sentence;
    const auto whole = [this](std::size_t i) {
      const Sentence& each = *remarks_[i].sentence;
      return whole_sentence(each);
    };
    switch (rule.cites) {
      case Rule::Cites::kClauses:
        break;
      case Rule::Cites::kMatch:
        return span_of(sentence, range);
      case Rule::Cites::kSentence:
        return whole(at);
      case Rule::Cites::kBefore:
        return {whole(at > 0 ? at - 1 : at).first, whole(at).end};
      case Rule::Cites::kAfter:
        return {whole(at).first, whole(at + 1 < remarks_.size() ? at + 1 : at).end};
    }
    return span_of(sentence, whole_clauses(sentence, with_content(rule, remark, range)));
  }

  // The words of the case are cited too where they stand in the next clause or nearer.
  [[nodiscard]] TokenRange with_content(const Rule& rule, const Remark& remark,
                                        TokenRange range) const {
    if (context_.book == nullptr || rule.reach == Rule::Reach::kNone) return range;
    if (rule.finds.kind != Finds::Kind::kBehaviour) return range;
    const std::vector<Token>& tokens = remark.sentence->tokens;
    for (const Named& each : remark.matches.named) {
      if (!counts(rule, each.key)) continue;
      const int before = tokens[range.first].clause - tokens[each.last].clause;
      const int after = tokens[each.first].clause - tokens[range.last].clause;
      if (before > 1 || after > 1) continue;
      range.first = std::min<std::size_t>(range.first, each.first);
      range.last = std::max<std::size_t>(range.last, each.last);
    }
    return range;
  }

  void add(Negative negative, const Sentence& sentence, TokenRange range, const Answers& answers) {
    negatives_[static_cast<std::size_t>(negative)].add(
        1, span_of(sentence, whole_clauses(sentence, range)), answers);
    mark_bad();
  }

  void mark_bad() { set_everywhere(kBadFlag); }

  void set_everywhere(Flag flag) {
    reply_.set(flag);
    for (Remark& each : remarks_)
      each.flags.set(flag);
  }

  // With no case to answer, what stands among formulas is hardly more than one itself.
  void count_formulas() {
    if (context_.book != nullptr) return;
    if (formulas_ >= kPadded) set_everywhere(kPaddedFlag);
    if (formulas_ >= kStuffed) set_everywhere(kStuffedFlag);
  }

  [[nodiscard]] static bool has(const Remark& remark, std::string_view name) {
    const auto flag = remark.lexicon->flags.find(name);
    return flag && remark.flags.has(*flag);
  }

  void find_misquotes() {
    for (const Remark& remark : remarks_) {
      if (has(remark, "ahead")) continue;
      for (const Misquoted& each : remark.matches.misquoted) {
        const Token& token = remark.sentence->tokens[each.token];
        if (heard_.said(token.stem)) continue;
        add(Negative::kMisquote, *remark.sentence, {each.token, each.token}, {each.key});
      }
    }
    if (context_.book == nullptr) return;
    for (const Remark& remark : remarks_) {
      for (const TokenRange& each : wrong_names(remark, context_.book->prepared())) {
        add(Negative::kMisquote, *remark.sentence, each, {});
      }
    }
  }

  void find_known_asked() {
    for (const Remark& remark : remarks_) {
      if (!has(remark, "amount_asked")) continue;
      for (const Named& each : remark.matches.numberless) {
        if (!context_.known.test(each.key)) continue;
        add(Negative::kAsksKnown, *remark.sentence, {each.first, each.last}, {each.key});
      }
    }
  }

  void find_stacked_questions() {
    std::vector<const Remark*> questions;
    for (const Remark& remark : remarks_) {
      if (has(remark, "question")) questions.push_back(&remark);
    }
    if (questions.size() < kStacked) return;
    for (const Remark* each : questions) {
      add(Negative::kStackedQuestions, *each->sentence, {0, each->sentence->tokens.size() - 1}, {});
    }
  }

  // Polite words and nothing else.
  void find_formula_only() {
    std::vector<const Remark*> formulas;
    for (const Remark& remark : remarks_) {
      if (has(remark, "formula")) formulas.push_back(&remark);
    }
    const int least = context_.book == nullptr ? 1 : kPadded;
    if (formulas_ < least) return;
    for (const Found& each : behaviours_) {
      if (each.level > 1) return;
    }
    for (const Remark* each : formulas) {
      add(Negative::kFormulaOnly, *each->sentence, {0, each->sentence->tokens.size() - 1}, {});
    }
  }

  void find_critical() {
    if (context_.book == nullptr) return;
    NegativeSpans shown;
    for (std::size_t i = 0; i < negatives_.size(); ++i)
      shown[i] = negatives_[i].spans;
    critical_ = critical_in(remarks_, context_.book->prepared(), shown);
  }

  Reading finish() {
    Reading reading;
    collect(behaviours_, reading.behaviours);
    collect(negatives_, reading.negatives);
    for (std::size_t i = 0; i < markers_.size(); ++i) {
      if (markers_[i].level == 0) continue;
      markers_[i].tidy();
      reading.markers.push_back({static_cast<Marker>(i), std::move(markers_[i].spans)});
    }
    reading.critical = std::move(critical_);
    const bool any = !reading.behaviours.empty() || !reading.negatives.empty() ||
                     !reading.markers.empty() || !reading.critical.empty();
    reading.understanding = any ? Understanding::kUnderstood : Understanding::kNothingFound;
    return reading;
  }

  const Context& context_;
  const Lexicons& lexicons_;
  Heard heard_;
  std::vector<Remark> remarks_;
  FlagSet reply_;
  Answers reply_keys_;  // named anywhere in the reply
  int formulas_ = 0;
  std::array<Found, scenario::kBehaviourCount> behaviours_;
  std::array<Found, scenario::kNegativeCount> negatives_;
  std::array<Found, kMarkerCount> markers_;
  std::vector<ShownCritical> critical_;
};

}  // namespace

Reading judge(const std::vector<Sentence>& sentences, const Context& context,
              const Lexicons& lexicons) {
  return Judging(sentences, context, lexicons).read();
}

}  // namespace aplomb::language
