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
    std::string who = scenario.cast[static_cast<std::size_t>(said.by)].in(language_);
    if (said.by == scenario::Speaker::kCustomer) {
      who = scenario.customer.address.in(language_);
      who += " (" + std::string(i18n::name("emotion", scenario::id_of(entry.emotion), language_)) +
             ")";
    }
    out_ += bold(context_, who) + "\n" +
            wrapped(context_, said.text.in(language_), kSpeakerIndent);
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
    const scenario::Choice& choice = scenario.nodes[turn.node].choices[turn.choice];
    const std::string said = act_name(choice, language_);
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
              (score ? std::to_string(score->rounded())
                     : std::string(text(Key::kCliNotCalledFor, language_))) +
              "\n";
    }
  }

  void print_turn(const scoring::TurnSheet& turn) {
    out_ += "\n" +
            bold(context_, i18n::format(Key::kCliTurn, language_, turn.turn,
                                        i18n::name("stage", scenario::id_of(turn.stage),
                                                   language_))) +
            "  " +
            dim(context_,
                i18n::format(Key::kCliPoints, language_, turn.earned.total, turn.best.total)) +
            "\n";
    const std::string said = turn.text.empty() ? act_text(turn.kind) : turn.text;
    out_ += wrapped(context_, said, kSpeakerIndent, "  > ");
    for (const scoring::ShownBehaviour& shown : turn.shown) print_shown(turn, shown);
    for (const scoring::ShownNegative& negative : turn.negatives) {
      std::string line(i18n::name("negative", scenario::id_of(negative.negative), language_));
      if (negative.words) line += " " + quoted(turn.text, *negative.words);
      out_ += wrapped(context_, line, kDetailIndent, "    ✕ ");
    }
    for (const int index : critical_of(turn)) {
      out_ += wrapped(context_, scenario_.critical[index].title.in(language_), kDetailIndent,
                      "    ✕ ");
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

  void print_shown(const scoring::TurnSheet& turn, const scoring::ShownBehaviour& shown) {
    const std::string_view name =
        i18n::name("behaviour", scenario::id_of(shown.behaviour), language_);
    std::string line;
    if (shown.level == 0) {
      line = shown.tagged == 1 ? i18n::format(Key::kCliWorn, language_, name)
                               : i18n::format(Key::kCliNotHere, language_, name);
    } else {
      line = i18n::format(Key::kCliLevel, language_, name, shown.level);
    }
    if (shown.words) line += " " + quoted(turn.text, *shown.words);
    for (const scoring::Answered& answered : shown.answers) {
      line += (language_ == base::Language::kZh ? "，" : ", ") +
              i18n::format(Key::kCliAnswers, language_, answered.quote);
    }
    out_ += wrapped(context_, line, kDetailIndent, "    + ");
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

  [[nodiscard]] std::string quoted(const std::string& said, scoring::Span span) const {
    return i18n::format(Key::kCliQuoted, language_, said.substr(span.begin, span.end - span.begin));
  }

  [[nodiscard]] std::string act_text(scenario::ChoiceKind kind) const {
    scenario::Choice choice;
    choice.kind = kind;
    return act_name(choice, language_);
  }

  [[nodiscard]] std::vector<int> critical_of(const scoring::TurnSheet& turn) const {
    std::vector<int> found;
    for (int i = 0; i < static_cast<int>(scenario_.critical.size()); ++i) {
      if (((turn.critical >> i) & 1U) != 0) found.push_back(i);
    }
    return found;
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

}  // namespace aplomb::cli
