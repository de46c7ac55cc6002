#include "cli/sheet_text.h"

#include "base/text.h"
#include "cli/terminal.h"
#include "i18n/format.h"

namespace aplomb::cli {
namespace {

using i18n::Key;

constexpr int kSpeakerIndent = 4;
constexpr int kDetailIndent = 6;
constexpr int kDimensionColumns = 16;
constexpr int kScoreColumns = 16;

std::string act_name(const scenario::Choice& choice, base::Language language) {
  const std::string& own = choice.text.in(language);
  if (!own.empty()) return own;
  switch (choice.kind) {
    case scenario::ChoiceKind::kListen: return std::string(text(Key::kCliActListen, language));
    case scenario::ChoiceKind::kInterrupt:
      return std::string(text(Key::kCliActInterrupt, language));
    case scenario::ChoiceKind::kSilence: return std::string(text(Key::kCliActSilence, language));
    default: return std::string(text(Key::kCliActManager, language));
  }
}

class TranscriptPrinter {
 public:
  TranscriptPrinter(const Context& context, const app::Playing& playing)
      : context_(context), playing_(playing), language_(playing.language()) {}

  std::string print(std::size_t first) {
    const auto& entries = playing_.transcript().entries;
    for (std::size_t i = first; i < entries.size(); ++i) entry(entries[i]);
    return std::move(out_);
  }

 private:
  void entry(const engine::TranscriptEntry& entry) {
    switch (entry.kind) {
      case engine::EntryKind::kLine: return line(entry);
      case engine::EntryKind::kAction: return action(entry);
      case engine::EntryKind::kEnding: return ending(entry);
      case engine::EntryKind::kNotFollowed:
        out_ += wrapped(context_, playing_.attempt().actions[entry.action].text, kSpeakerIndent,
                        "  > ") +
                dim(context_, wrapped(context_,
                                      app::why_not_followed(entry.typed->understanding, language_),
                                      kDetailIndent));
        return;
      case engine::EntryKind::kAsksAgain:
        return said_by_customer(entry.emotion, playing_.asked_again(entry));
      case engine::EntryKind::kLater:
        out_ += "\n── " + i18n::format(Key::kCliDaysLater, language_, entry.days) + " ──\n\n";
        return;
    }
  }

  void line(const engine::TranscriptEntry& entry) {
    const scenario::Scenario& scenario = *playing_.story().scenario;
    const scenario::Line& said = engine::line_of(scenario, entry.line);
    if (said.by == scenario::Speaker::kNarrator) {
      out_ += dim(context_, wrapped(context_, said.text.in(language_), kSpeakerIndent));
      return;
    }
    if (said.by == scenario::Speaker::kCustomer) {
      return said_by_customer(entry.emotion, said.text.in(language_));
    }
    const std::string& who = scenario.cast[static_cast<std::size_t>(said.by)].in(language_);
    out_ += bold(context_, who) + "\n" +
            wrapped(context_, said.text.in(language_), kSpeakerIndent);
  }

  void said_by_customer(scenario::Emotion emotion, const std::string& words) {
    const std::string who =
        playing_.story().scenario->customer.address.in(language_) + " (" +
        std::string(i18n::name("emotion", scenario::id_of(emotion), language_)) + ")";
    out_ += bold(context_, who) + "\n" + wrapped(context_, words, kSpeakerIndent);
  }

  void action(const engine::TranscriptEntry& entry) {
    const engine::Action& action = playing_.attempt().actions[entry.action];
    const scenario::Scenario& scenario = *playing_.story().scenario;
    if (action.kind == engine::ActionKind::kConsult) {
      for (const scenario::CaseDocument& document : scenario.documents) {
        if (document.id != action.subject) continue;
        out_ += "  " + bold(context_, document.title.in(language_)) + "\n" +
                wrapped(context_, document.text.in(language_), kDetailIndent);
      }
      return;
    }
    const engine::Turn& turn =
        playing_.transcript().turns[static_cast<std::size_t>(entry.turn) - 1];
    const std::string said = turn.typed
                                 ? action.text
                                 : act_name(*engine::choice_of(scenario, turn), language_);
    out_ += wrapped(context_, said, kSpeakerIndent, "  > ");
  }

  void ending(const engine::TranscriptEntry& entry) {
    const scenario::Ending& ending = playing_.story().scenario->endings[entry.ending];
    const std::string title = ending.title.in(language_);
    out_ += "\n";
    out_ += bold(context_, entry.interim
                               ? i18n::format(Key::kCliInterimEnding, language_, title)
                               : i18n::format(Key::kCliEnding, language_, title,
                                              i18n::name("ending", scenario::id_of(ending.kind),
                                                         language_)));
    out_ += "\n" + wrapped(context_, ending.text.in(language_), kSpeakerIndent);
    if (entry.interim) return;
    out_ += "    " + i18n::format(Key::kCliKeeps, language_, ending.keeps) + "\n";
  }

  const Context& context_;
  const app::Playing& playing_;
  base::Language language_;
  std::string out_;
};

// Each of the words in quotation marks, with a space before it.
std::string quoted(const std::string& said, const std::vector<scoring::Span>& words,
                   base::Language language) {
  std::string all;
  for (const scoring::Span span : words) {
    all += " " + i18n::format(Key::kCliQuoted, language,
                              said.substr(span.begin, span.end - span.begin));
  }
  return all;
}

std::string answers_text(const std::vector<scoring::Answered>& answers, base::Language language) {
  std::string all;
  for (const scoring::Answered& answered : answers) {
    all += (language == base::Language::kZh ? "，" : ", ") +
           i18n::format(Key::kCliAnswers, language, answered.quote);
  }
  return all;
}

std::string shown_text(const scoring::ShownBehaviour& shown, base::Language language) {
  const std::string_view name =
      i18n::name("behaviour", scenario::id_of(shown.behaviour), language);
  if (shown.level > 0) return i18n::format(Key::kCliLevel, language, name, shown.level);
  return shown.tagged == 1 ? i18n::format(Key::kCliWorn, language, name)
                           : i18n::format(Key::kCliNotHere, language, name);
}

class SheetPrinter {
 public:
  SheetPrinter(const Context& context, const app::Playing& playing)
      : context_(context),
        scenario_(*playing.story().scenario),
        sheet_(playing.sheet()),
        language_(playing.language()) {}

  std::string print() {
    out_ += "\n" + bold(context_, text(Key::kCliSheet, language_)) + "\n";
    heading();
    kinds();
    for (const scoring::TurnSheet& turn : sheet_.turns) print_turn(turn);
    record();
    out_ += "\n" + i18n::format(Key::kCliShare, language_, sheet_.customer_share) + "\n";
    return std::move(out_);
  }

 private:
  void heading() {
    if (!sheet_.ended) {
      out_ += std::string(text(Key::kCliUnfinished, language_)) + "\n";
    } else if (sheet_.score) {
      out_ += bold(context_, i18n::format(Key::kCliScore, language_, sheet_.score->rounded())) +
              "\n";
    }
    if (!sheet_.critical.empty()) {
      out_ += bold(context_, text(Key::kCliNotPassed, language_)) + "\n";
      for (const int index : sheet_.critical) {
        const scenario::Critical& critical = scenario_.critical[index];
        out_ += wrapped(context_,
                        critical.title.in(language_) + ": " + critical.text.in(language_),
                        kSpeakerIndent, "  ✕ ");
      }
    }
    for (std::size_t i = 0; i < sheet_.dimensions.size(); ++i) {
      const auto dimension = static_cast<scenario::Dimension>(i);
      const auto& score = sheet_.dimensions[i].score;
      out_ += "  " +
              padded(i18n::name("dimension", scenario::id_of(dimension), language_),
                     kDimensionColumns) +
              padded(score ? std::to_string(score->rounded())
                           : std::string(text(Key::kCliNotCalledFor, language_)),
                     sheet_.typed.turns > 0 ? kScoreColumns : 0) +
              kinds_of(i) + "\n";
    }
  }

  // Of one dimension; empty where nothing was typed.
  [[nodiscard]] std::string kinds_of(std::size_t dimension) const {
    if (sheet_.typed.turns == 0) return {};
    const auto score = [&](const scoring::KindSheet& kind) {
      const auto& each = kind.dimensions[dimension];
      return each ? std::to_string(each->rounded()) : std::string("–");
    };
    return dim(context_, i18n::format(Key::kCliKindsOfDimension, language_, score(sheet_.picked),
                                      score(sheet_.typed)));
  }

  void print_turn(const scoring::TurnSheet& turn) {
    out_ += "\n" +
            bold(context_, i18n::format(Key::kCliTurn, language_, turn.turn,
                                        i18n::name("stage", scenario::id_of(turn.stage),
                                                   language_))) +
            "  " +
            dim(context_,
                i18n::format(Key::kCliPoints, language_, turn.earned.total, turn.best.total) +
                    (turn.typed ? " · " + std::string(text(Key::kScoreOwnWords, language_)) : "")) +
            "\n";
    const std::string said = turn.text.empty() ? act_text(turn.kind) : turn.text;
    out_ += wrapped(context_, said, kSpeakerIndent, "  > ");
    out_ += findings_for_people(context_, turn, language_);
    for (const scoring::CommittedCritical& each : turn.critical) {
      out_ += wrapped(context_,
                      scenario_.critical[each.critical].title.in(language_) +
                          quoted(turn.text, each.words, language_),
                      kDetailIndent, "    ✕ ");
    }
    for (const scoring::Missed& missed : turn.missed) {
      const std::string words = missed.words.empty() ? act_text(turn.best_kind) : missed.words;
      out_ += wrapped(context_,
                      i18n::format(Key::kCliMissed, language_,
                                   i18n::name("behaviour", scenario::id_of(missed.behaviour),
                                              language_),
                                   missed.level, words),
                      kDetailIndent, "    ○ ");
    }
  }

  // The two kinds of turns apart, where something was typed at all.
  void kinds() {
    if (sheet_.typed.turns > 0) {
      const auto score = [&](const std::optional<scoring::Score>& each) {
        return each ? std::to_string(each->rounded()) : std::string("–");
      };
      out_ += i18n::format(Key::kCliKinds, language_, score(sheet_.picked.score),
                           sheet_.picked.turns, score(sheet_.typed.score), sheet_.typed.turns) +
              "\n";
    }
    if (!sheet_.not_followed.empty()) {
      out_ += i18n::format(Key::kCliNotFollowed, language_, sheet_.not_followed.size()) + "\n";
    }
  }

  void record() {
    if (sheet_.record.empty()) return;
    out_ += "\n" + bold(context_, text(Key::kCliRecordTitle, language_)) + "\n";
    for (const scoring::RecordSheet& field : sheet_.record) {
      const std::string_view name =
          i18n::name("record", scenario::id_of(field.field), language_);
      std::string answer = field.answer.in(language_);
      if (field.field == scenario::RecordField::kFounded) {
        answer = i18n::name("founded", answer, language_);
      }
      std::string line;
      switch (field.result) {
        case scoring::RecordResult::kRight:
          line = i18n::format(Key::kCliRecordRight, language_, name);
          break;
        case scoring::RecordResult::kPartly:
          line = i18n::format(Key::kCliRecordPartly, language_, name, answer);
          break;
        case scoring::RecordResult::kWrong:
          line = i18n::format(Key::kCliRecordWrong, language_, name, answer);
          break;
        case scoring::RecordResult::kEmpty:
          line = i18n::format(Key::kCliRecordEmpty, language_, name, answer);
          break;
      }
      out_ += wrapped(context_, line, kSpeakerIndent);
    }
  }

  [[nodiscard]] std::string act_text(scenario::ChoiceKind kind) const {
    scenario::Choice choice;
    choice.kind = kind;
    return act_name(choice, language_);
  }

  const Context& context_;
  const scenario::Scenario& scenario_;
  scoring::ScoreSheet sheet_;
  base::Language language_;
  std::string out_;
};

}  // namespace

std::string transcript_for_people(const Context& context, const app::Playing& playing,
                                  std::size_t first) {
  return TranscriptPrinter(context, playing).print(first);
}

std::string sheet_for_people(const Context& context, const app::Playing& playing) {
  return SheetPrinter(context, playing).print();
}

std::string findings_for_people(const Context& context, const scoring::TurnSheet& turn,
                                base::Language language) {
  std::string all;
  for (const scoring::ShownBehaviour& shown : turn.shown) {
    all += wrapped(context,
                   shown_text(shown, language) + quoted(turn.text, shown.words, language) +
                       answers_text(shown.answers, language),
                   kDetailIndent, "    + ");
  }
  for (const scoring::ShownNegative& negative : turn.negatives) {
    all += wrapped(context,
                   std::string(i18n::name("negative", scenario::id_of(negative.negative),
                                          language)) +
                       quoted(turn.text, negative.words, language) +
                       answers_text(negative.answers, language),
                   kDetailIndent, "    ✕ ");
  }
  return all;
}

}  // namespace aplomb::cli
