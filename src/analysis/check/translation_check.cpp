#include <algorithm>

#include "analysis/check/families.h"
#include "base/text.h"

namespace aplomb::analysis {
namespace {

using scenario::Document;
using scenario::ValueKind;

bool is_chinese_character(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007;
}

// Punctuation that only Chinese text uses, and full-width forms.
bool is_chinese_mark(char32_t c) {
  return (c >= 0x3001 && c <= 0x3011) || (c >= 0xFF01 && c <= 0xFF5E);
}

bool is_latin_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Names are often the same in both languages.
bool is_name(std::string_view key) { return key == "name" || key == "address"; }

class Translation {
 public:
  Translation(const Subject& subject, Findings& findings)
      : document_(subject.document), findings_(findings) {}

  void run() { look_into(document_.root()); }

 private:
  void look_into(Document::Index index) {
    const Document::Value& value = document_.at(index);
    // Cited words stand in a text that is looked at itself.
    if (value.key == "words") return;
    const Document::Index zh = document_.member(index, "zh");
    const Document::Index en = document_.member(index, "en");
    const auto is_text = [&](Document::Index at) {
      return at != Document::kNone && document_.at(at).kind == ValueKind::kString;
    };
    if (is_text(zh) && is_text(en)) {
      look_at_chinese(zh, is_name(value.key));
      look_at_english(en);
      return;
    }
    for (Document::Index i = value.first; i != Document::kNone; i = document_.at(i).next) {
      look_into(i);
    }
  }

  void look_at_chinese(Document::Index at, bool name) {
    const std::u32string text = base::to_code_points(document_.at(at).text);
    if (name || std::any_of(text.begin(), text.end(), is_chinese_character)) return;
    if (std::any_of(text.begin(), text.end(), is_latin_letter)) {
      findings_.add("S0811", Severity::kWarning, at);
    }
  }

  void look_at_english(Document::Index at) {
    const std::u32string text = base::to_code_points(document_.at(at).text);
    const auto found = std::find_if(text.begin(), text.end(), [](char32_t c) {
      return is_chinese_character(c) || is_chinese_mark(c);
    });
    if (found == text.end()) return;
    findings_.add("S0812", Severity::kWarning, at,
                  {{"found", base::to_utf8(std::u32string_view(&*found, 1))}});
  }

  const Document& document_;
  Findings& findings_;
};

}  // namespace

void check_translation(const Subject& subject, Findings& findings) {
  Translation(subject, findings).run();
}

}  // namespace aplomb::analysis
