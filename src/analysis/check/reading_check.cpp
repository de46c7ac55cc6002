#include <algorithm>

#include "analysis/check/families.h"
#include "base/text.h"

namespace aplomb::analysis {
namespace {

using base::Language;

// Where the terminal is 80 columns wide: a reply takes four lines, what somebody else says five.
constexpr int kReplyColumns = 4 * 80;
constexpr int kLineColumns = 5 * 80;
// What a listener can hold: at four characters a second, 18 seconds without a full stop.
constexpr int kChineseSentence = 70;
// The Automated Readability Index (Smith and Senter 1967) counts in years of school; 14 is the
// second year of college. It says little about a few words.
constexpr int kHighestIndex = 14;
constexpr int kFewestWords = 25;

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

struct EnglishCount {
  int characters = 0;
  int words = 0;
  int sentences = 0;

  // In hundredths.
  [[nodiscard]] int readability_index() const {
    return 471 * characters / words + 50 * words / std::max(sentences, 1) - 2143;
  }
};

// A word is what stands between spaces and holds a letter or digit; a sentence ends with a word
// that is followed by . ! or ? at its end.
EnglishCount count_english(std::string_view text) {
  EnglishCount count;
  bool open = false;
  for (const std::string_view part : base::split(text, ' ')) {
    const auto characters =
        static_cast<int>(std::count_if(part.begin(), part.end(), is_word_character));
    count.characters += characters;
    if (characters > 0) {
      ++count.words;
      open = true;
    }
    const std::size_t last = part.find_last_not_of("\"')");
    const bool ends = part.find("…") != std::string_view::npos || part.find("”") != part.npos ||
                      (last != std::string_view::npos &&
                       std::string_view(".!?").find(part[last]) != std::string_view::npos);
    if (!ends || !open) continue;
    ++count.sentences;
    open = false;
  }
  return count;
}

int longest_chinese_sentence(std::string_view text) {
  constexpr std::u32string_view kEnds = U"。！？；…\n";
  int longest = 0;
  int length = 0;
  for (const char32_t c : base::to_code_points(text)) {
    length = kEnds.find(c) == std::u32string_view::npos ? length + 1 : 0;
    longest = std::max(longest, length);
  }
  return longest;
}

class Reading {
 public:
  Reading(const Subject& subject, Findings& findings) : subject_(subject), findings_(findings) {}

  void run() {
    for (const scenario::Node& node : subject_.story.nodes) {
      for (const scenario::Line& line : node.lines) look_at_line(line);
      for (const scenario::Choice& choice : node.choices) {
        for (const scenario::Line& line : choice.lines) look_at_line(line);
        look_at(choice.text, choice.origin, kReplyColumns,
                choice.kind == scenario::ChoiceKind::kReply);
      }
    }
  }

 private:
  void look_at_line(const scenario::Line& line) {
    look_at(line.text, line.origin, kLineColumns, line.by != scenario::Speaker::kNarrator);
  }

  void look_at(const base::Bilingual& text, scenario::Origin origin, int columns, bool spoken) {
    for (const Language language : base::kLanguages) {
      const std::string& words = text.in(language);
      const Findings::Place at =
          findings_.member(findings_.member(origin.value, "text"), base::language_id(language));
      const int width = base::display_width(words);
      if (width > columns) {
        findings_.add("S0833", Severity::kWarning, at,
                      {{"count", std::to_string(width)}, {"limit", std::to_string(columns)}});
        continue;
      }
      if (!spoken) continue;
      if (language == Language::kZh) {
        look_at_chinese(words, at);
      } else {
        look_at_english(words, at);
      }
    }
  }

  void look_at_chinese(const std::string& text, Findings::Place at) {
    const int longest = longest_chinese_sentence(text);
    if (longest <= kChineseSentence) return;
    findings_.add("S0832", Severity::kWarning, at,
                  {{"count", std::to_string(longest)},
                   {"limit", std::to_string(kChineseSentence)}});
  }

  void look_at_english(const std::string& text, Findings::Place at) {
    const EnglishCount count = count_english(text);
    if (count.words < kFewestWords || count.readability_index() <= 100 * kHighestIndex) return;
    findings_.add("S0831", Severity::kWarning, at,
                  {{"grade", std::to_string(count.readability_index() / 100)},
                   {"limit", std::to_string(kHighestIndex)}});
  }

  const Subject& subject_;
  Findings& findings_;
};

}  // namespace

void check_reading(const Subject& subject, Findings& findings) { Reading(subject, findings).run(); }

}  // namespace aplomb::analysis
