#include "cli/trainer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "base/text.h"
#include "cli/sheet_text.h"
#include "cli/terminal.h"
#include "i18n/format.h"

namespace aplomb::cli {
namespace {

using i18n::Key;

constexpr std::int64_t kMinuteMs = 60'000;

std::string_view first_word(std::string_view text) {
  return text.substr(0, std::min(text.find(' '), text.size()));
}

std::optional<std::size_t> number(std::string_view text) {
  std::size_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

// The trainer at a terminal: shows where the conversation stands, reads a line, takes it.
class Trainer {
 public:
  Trainer(Context context, app::Playing& playing, bool hide_cards)
      : context_(std::move(context)), playing_(playing), hides_cards_(hide_cards) {}

  int run() {
    briefing();
    show_news();
    while (!playing_.ended()) {
      show_options();
      context_.out << text(Key::kCliPrompt, context_.language) << std::flush;
      std::string line;
      if (!std::getline(context_.in, line)) break;
      const std::string_view typed = base::trim(line);
      if (typed == "q") break;
      if (!typed.empty()) take(typed);
      if (failure_ != kOk) return failure_;
      show_news();
    }
    if (!playing_.ended()) {
      context_.out << '\n'
                   << i18n::format(Key::kCliStopped, context_.language,
                                   playing_.story().scenario->id, playing_.id())
                   << '\n';
      return kOk;
    }
    context_.out << sheet_for_people(context_, playing_) << '\n'
                 << i18n::format(Key::kCliKept, context_.language, playing_.id(), playing_.id())
                 << '\n';
    return kOk;
  }

 private:
  void briefing() {
    const scenario::Scenario& scenario = *playing_.story().scenario;
    const base::Language language = context_.language;
    context_.out << bold(context_, scenario.title.in(language)) << "\n\n"
                 << wrapped(context_, scenario.brief.in(language)) << '\n'
                 << wrapped(context_, scenario.role.title.in(language))
                 << wrapped(context_, std::string(text(Key::kCliAuthority, language)) +
                                          scenario.role.authority.in(language))
                 << text(Key::kCliObjectives, language) << '\n';
    for (const scenario::Bilingual& objective : scenario.objectives) {
      context_.out << wrapped(context_, objective.in(language), 4, "  · ");
    }
    context_.out << '\n' << dim(context_, text(playing_.reads() ? Key::kCliKeysTyping : Key::kCliKeys,
                                              language)) << "\n";
  }

  void show_news() {
    if (!playing_.ended() && stage_ != playing_.node().stage) {
      stage_ = playing_.node().stage;
      context_.out << '\n'
                   << dim(context_, "── " +
                                        std::string(i18n::name("stage", scenario::id_of(*stage_),
                                                               context_.language)) +
                                        " ──")
                   << '\n';
    }
    show_reading();
    context_.out << transcript_for_people(context_, playing_, shown_);
    shown_ = playing_.transcript().entries.size();
    if (playing_.attempt().header.mode == engine::Mode::kPractice) show_meters();
  }

  void show_meters() {
    std::string line;
    const scenario::Customer& customer = playing_.story().scenario->customer;
    for (std::size_t i = 0; i < customer.meters.size(); ++i) {
      const scenario::MeterStart& meter = customer.meters[i];
      const std::string own = meter.name.in(context_.language);
      if (!line.empty()) line += " · ";
      line += i18n::format(Key::kCliMeter, context_.language,
                           own.empty() ? i18n::name("meter", meter.id, context_.language)
                                       : std::string_view(own),
                           playing_.state().slots[i]);
    }
    context_.out << dim(context_, "  " + line) << '\n';
  }

  void show_options() {
    replies_.clear();
    std::string acts;
    const scenario::Node& node = playing_.node();
    context_.out << '\n';
    for (const engine::Index index : playing_.offered()) {
      const scenario::Choice& choice = node.choices[index];
      if (choice.kind == scenario::ChoiceKind::kReply) {
        replies_.push_back(index);
        if (cards_hidden()) continue;
        context_.out << wrapped(context_, choice.text.in(context_.language), 4,
                                " " + std::to_string(replies_.size()) + ". ");
      } else {
        acts += (acts.empty() ? "" : "   ") + act_label(choice);
      }
    }
    if (cards_hidden() && !replies_.empty()) {
      context_.out << dim(context_, "    " + std::string(text(practice() ? Key::kCliCardsHidden
                                                                         : Key::kCliOwnWords,
                                                              context_.language)))
                   << '\n';
    }
    documents_.clear();
    const auto& documents = playing_.story().scenario->documents;
    for (std::size_t i = 0; i < documents.size(); ++i) {
      const auto index = static_cast<engine::Index>(i);
      const scenario::Program& program = *playing_.story().machine->program;
      if (!engine::document_offered(program, playing_.state(), index)) continue;
      documents_.push_back(documents[i].id);
      const std::string title = documents[i].title.in(context_.language);
      const bool read = playing_.state().bit(program.documents[i].read_bit);
      acts += (acts.empty() ? "d " : "   d ") + std::to_string(documents_.size()) + " " +
              (read ? i18n::format(Key::kCliActDocumentRead, context_.language, title)
                    : i18n::format(Key::kCliActDocument, context_.language, title,
                                   documents[i].minutes));
    }
    if (!acts.empty()) context_.out << dim(context_, wrapped(context_, acts, 4));
  }

  std::string act_label(const scenario::Choice& choice) const {
    const std::string& own = choice.text.in(context_.language);
    const auto label = [&](std::string_view key, std::string_view usual) {
      return std::string(key) + " " + (own.empty() ? std::string(usual) : own);
    };
    const base::Language language = context_.language;
    switch (choice.kind) {
      case scenario::ChoiceKind::kListen: return label("l", text(Key::kCliActListen, language));
      case scenario::ChoiceKind::kInterrupt:
        return label("i", text(Key::kCliActInterrupt, language));
      case scenario::ChoiceKind::kPause: return label("w", {});
      case scenario::ChoiceKind::kSilence: return label(".", text(Key::kCliActSilence, language));
      default: return label("m", text(Key::kCliActManager, language));
    }
  }

  void take(std::string_view typed) {
    if (const auto picked = number(typed)) {
      if (*picked == 0 || *picked > replies_.size() || cards_hidden()) {
        return say(Key::kCliNotOffered);
      }
      return apply(app::action_for(playing_.node().choices[replies_[*picked - 1]]));
    }
    const std::string_view word = first_word(typed);
    const std::string_view rest = base::trim(typed.substr(word.size()));
    if (typed == "?") return help();
    if (typed == "h") return show_hint();
    if (typed == "c") return show_cards();
    if (typed == "lang") return switch_language();
    if (word == "d" && (rest.empty() || number(rest))) return consult(rest);
    if (word == "r") return record(rest);
    if (word == "n") return note(rest);
    if (const auto kind = act_kind(typed)) {
      engine::Action action;
      action.kind = *kind;
      return apply(std::move(action));
    }
    type(typed);
  }

  static std::optional<engine::ActionKind> act_kind(std::string_view key) {
    using engine::ActionKind;
    static constexpr std::array<std::pair<std::string_view, ActionKind>, 5> kActs{
        {{"l", ActionKind::kListen},
         {"i", ActionKind::kInterrupt},
         {"w", ActionKind::kPause},
         {".", ActionKind::kSilence},
         {"m", ActionKind::kManager}}};
    for (const auto& [each, kind] : kActs) {
      if (key == each) return kind;
    }
    return std::nullopt;
  }

  // Anything that is no key is a reply. A quotation mark or > before it makes one of what would be
  // a key: > d 1
  void type(std::string_view words) {
    static constexpr std::array<std::string_view, 4> kMarks{">", "\"", "“", "”"};
    bool marked = false;
    for (const std::string_view mark : kMarks) {
      if (!words.starts_with(mark)) continue;
      words = base::trim(words.substr(mark.size()));
      marked = mark != ">";
      break;
    }
    for (const std::string_view mark : kMarks) {
      if (marked && words.ends_with(mark)) words.remove_suffix(mark.size());
    }
    const std::size_t before = playing_.transcript().turns.size();
    auto typed = playing_.type(words);
    if (!typed) {
      if (!typed.error().code.starts_with("typed.")) return fail(typed.error());
      context_.out << typed.error().message.in(context_.language) << "\n  "
                   << typed.error().mend.in(context_.language) << '\n';
      return;
    }
    if (playing_.transcript().turns.size() != before && practice()) show_reading_ = true;
  }

  // In practice: what the reply just typed showed, with its words.
  void show_reading() {
    if (!std::exchange(show_reading_, false)) return;
    const scoring::ScoreSheet sheet = playing_.sheet();
    context_.out << findings_for_people(context_, sheet.turns.back(), playing_.language()) << '\n';
  }

  void help() {
    say(Key::kCliHelp);
    if (playing_.reads()) say(Key::kCliHelpTyping);
  }

  void show_cards() {
    if (!hides_cards_ || !practice()) return say(Key::kCliNotOffered);
    show_cards_at_ = playing_.transcript().turns.size();
  }

  [[nodiscard]] bool practice() const {
    return playing_.attempt().header.mode == engine::Mode::kPractice;
  }

  // Shown for this turn alone, however often it is asked for.
  [[nodiscard]] bool cards_hidden() const {
    return hides_cards_ && playing_.can_type() &&
           show_cards_at_ != playing_.transcript().turns.size();
  }

  void apply(engine::Action action) {
    auto taken = playing_.take(std::move(action));
    if (taken) return;
    if (taken.error().code == "attempt.not_offered") return say(Key::kCliNotOffered);
    fail(taken.error());
  }

  void fail(const base::Error& error) {
    print_error(context_, error);
    failure_ = exit_code(error);
  }

  void consult(std::string_view which) {
    const auto picked = number(which);
    if (!picked || *picked == 0 || *picked > documents_.size()) return say(Key::kCliNotOffered);
    engine::Action action;
    action.kind = engine::ActionKind::kConsult;
    action.subject = documents_[*picked - 1];
    for (const scenario::CaseDocument& document : playing_.story().scenario->documents) {
      if (document.id == action.subject) playing_.spend_ms(document.minutes * kMinuteMs);
    }
    apply(std::move(action));
  }

  void record(std::string_view what) {
    if (what.empty()) return show_record();
    const std::string_view field = first_word(what);
    if (!scenario::from_id<scenario::RecordField>(field)) {
      std::string known;
      for (const std::string_view id : scenario::ids<scenario::RecordField>()) {
        known += (known.empty() ? "" : " ") + std::string(id);
      }
      context_.out << i18n::format(Key::kCliNoField, context_.language, field, known) << '\n';
      return;
    }
    engine::Action action;
    action.kind = engine::ActionKind::kRecord;
    action.subject = field;
    action.text = base::trim(what.substr(field.size()));
    apply(std::move(action));
  }

  void show_record() {
    for (const std::string_view id : scenario::ids<scenario::RecordField>()) {
      std::string written;
      for (const engine::Action& action : playing_.attempt().actions) {
        if (action.kind == engine::ActionKind::kRecord && action.subject == id) {
          written = action.text;
        }
      }
      context_.out << "  " << padded(id, 12)
                   << i18n::name("record", id, context_.language) << ": " << written << '\n';
    }
  }

  void note(std::string_view what) {
    std::string notes;
    for (const engine::Action& action : playing_.attempt().actions) {
      if (action.kind == engine::ActionKind::kNote) notes = action.text;
    }
    if (what.empty()) {
      context_.out << wrapped(context_, notes, 2);
      return;
    }
    engine::Action action;
    action.kind = engine::ActionKind::kNote;
    action.text = notes + (notes.empty() ? "" : "\n") + std::string(what);
    apply(std::move(action));
  }

  void show_hint() {
    const std::string& hint = playing_.node().hint.in(context_.language);
    if (hint.empty() || playing_.attempt().header.mode != engine::Mode::kPractice) {
      return say(Key::kCliNoHint);
    }
    context_.out << wrapped(context_, hint, 2);
  }

  void switch_language() {
    apply(app::switch_to(base::other(context_.language)));
    context_.language = playing_.language();
  }

  void say(Key key) { context_.out << text(key, context_.language) << '\n'; }

  Context context_;
  app::Playing& playing_;
  std::size_t shown_ = 0;
  std::optional<scenario::Stage> stage_;
  std::vector<engine::Index> replies_;
  std::vector<std::string> documents_;
  bool hides_cards_;
  std::optional<std::size_t> show_cards_at_;  // turns taken when they were asked for
  bool show_reading_ = false;
  int failure_ = kOk;
};

}  // namespace

int train(const Context& context, app::Playing& playing, bool hide_cards) {
  return Trainer(context, playing, hide_cards).run();
}

}  // namespace aplomb::cli
