#include "scenario/diagnostic.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "base/text.h"
#include "scenario/diagnostics/pages.h"

namespace aplomb::scenario {
namespace {

using base::Language;
using Values = std::vector<std::pair<std::string, std::string>>;

// The longest value that belongs there is the list of all behaviours.
constexpr std::size_t kLongestValue = 800;  // code points

// The sentences of a page, by base::Language.
struct Sentences {
  std::array<std::string_view, 2> message;
  std::array<std::string_view, 2> mend;
};

std::size_t index_of(Language language) { return static_cast<std::size_t>(language); }

// What follows `label` on the line of the page that starts with it; empty when there is none.
std::string_view labelled(std::string_view page, std::string_view label) {
  for (std::string_view line : base::split(page, '\n')) {
    if (line.starts_with(label)) return base::trim(line.substr(label.size()));
  }
  return {};
}

const Sentences& sentences_of(std::string_view code) {
  static const auto by_code = [] {
    std::map<std::string_view, Sentences> result;
    for (const DiagnosticPage& page : diagnostic_pages()) {
      Sentences& sentences = result[page.code];
      for (Language language : base::kLanguages) {
        const std::string label = std::string(base::language_id(language)) + ":";
        sentences.message[index_of(language)] = labelled(page.markdown, label);
        sentences.mend[index_of(language)] = labelled(page.markdown, "mend-" + label);
      }
    }
    return result;
  }();
  static const Sentences none;
  const auto found = by_code.find(code);
  return found == by_code.end() ? none : found->second;
}

// Errors go without: most of what is printed is one.
std::string_view severity_word(Severity severity, Language language) {
  const bool zh = language == Language::kZh;
  switch (severity) {
    case Severity::kError: return "";
    case Severity::kWarning: return zh ? "警告 " : "warning ";
    case Severity::kInformation: return zh ? "说明 " : "note ";
  }
  return "";
}

bool is_control(char32_t c) {
  const bool bidirectional = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || bidirectional;
}

// Words of a broken file may hold anything: what a terminal could take for a command is shown as
// \u001b, and what nobody would read to the end is cut.
std::string printable(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string result;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    if (count == kLongestValue) return result + "…";
    const base::DecodedCodePoint decoded = base::decode_utf8(text, at);
    if (is_control(decoded.value)) {
      result += "\\u";
      for (int shift = 12; shift >= 0; shift -= 4)
        result += kDigits[(decoded.value >> shift) & 15];
    } else {
      base::append_utf8(result, decoded.value);
    }
    at += decoded.length;
  }
  return result;
}

std::string_view value_of(std::string_view name, const Values& values) {
  const auto found = std::find_if(values.begin(), values.end(),
                                  [name](const auto& value) { return value.first == name; });
  return found == values.end() ? std::string_view() : std::string_view(found->second);
}

// The name in a {name} that starts at `at`; nullopt when none does.
std::optional<std::string_view> name_at(std::string_view sentence, std::size_t at) {
  if (sentence[at] != '{') return std::nullopt;
  const std::size_t end = sentence.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", at + 1);
  if (end == std::string_view::npos || sentence[end] != '}' || end == at + 1) return std::nullopt;
  return sentence.substr(at + 1, end - at - 1);
}

bool has_every_value(std::string_view part, const Values& values) {
  for (std::size_t at = 0; at < part.size(); ++at) {
    const auto name = name_at(part, at);
    if (name && value_of(*name, values).empty()) return false;
  }
  return true;
}

std::string fill_names(std::string_view part, const Values& values) {
  std::string result;
  for (std::size_t at = 0; at < part.size();) {
    if (const auto name = name_at(part, at)) {
      result += printable(value_of(*name, values));
      at += name->size() + 2;
    } else {
      result += part[at++];
    }
  }
  return result;
}

}  // namespace

std::string fill(std::string_view sentence, const Values& values) {
  std::string result;
  while (!sentence.empty()) {
    const std::size_t open = sentence.find("[[");
    const std::size_t close = open == std::string_view::npos ? open : sentence.find("]]", open);
    if (close == std::string_view::npos) return result + fill_names(sentence, values);
    result += fill_names(sentence.substr(0, open), values);
    const std::string_view part = sentence.substr(open + 2, close - open - 2);
    if (has_every_value(part, values)) result += fill_names(part, values);
    sentence.remove_prefix(close + 2);
  }
  return result;
}

std::string message(const Diagnostic& diagnostic, Language language) {
  return fill(sentences_of(diagnostic.code).message[index_of(language)], diagnostic.values);
}

std::string mend(const Diagnostic& diagnostic, Language language) {
  return fill(sentences_of(diagnostic.code).mend[index_of(language)], diagnostic.values);
}

std::string render(const Diagnostic& diagnostic, Language language) {
  std::string result = printable(diagnostic.file);
  if (diagnostic.line > 0) {
    result += ":" + std::to_string(diagnostic.line) + ":" + std::to_string(diagnostic.column);
  }
  result += ": ";
  result += severity_word(diagnostic.severity, language);
  result += diagnostic.code;
  const auto append = [&result](std::string_view before, const std::string& part) {
    if (!part.empty()) result.append(before).append(part);
  };
  append(": ", message(diagnostic, language));
  append("\n  ", printable(diagnostic.path));
  append("\n  ", mend(diagnostic, language));
  return result;
}

bool has_error(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& diagnostic) {
    return diagnostic.severity == Severity::kError;
  });
}

}  // namespace aplomb::scenario
