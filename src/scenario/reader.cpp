#include "scenario/reader.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace aplomb::scenario {
namespace {

constexpr std::size_t kMaxProblems = 200;
constexpr std::size_t kMaxIdLength = 64;
constexpr std::size_t kMaxTextLength = 4000;

std::string_view kind_id(ValueKind kind) {
  switch (kind) {
    case ValueKind::kNull: return "null";
    case ValueKind::kBool: return "boolean";
    case ValueKind::kInteger: return "integer";
    case ValueKind::kNumber: return "number";
    case ValueKind::kString: return "string";
    case ValueKind::kArray: return "array";
    case ValueKind::kObject: return "object";
  }
  return "";
}

std::string joined(std::span<const std::string_view> words) {
  std::string result;
  for (const std::string_view word : words) {
    if (!result.empty()) result += ", ";
    result += word;
  }
  return result;
}

std::string near(std::string_view word, std::span<const std::string_view> known) {
  return std::string(base::nearest(word, known).value_or(std::string_view()));
}

}  // namespace

void Reader::report(std::string_view code, Index at,
                    std::vector<std::pair<std::string, std::string>> values, std::size_t offset) {
  if (problems_.size() >= kMaxProblems || document_.empty()) return;
  problems_.push_back(document_.problem(code, at, std::move(values), offset));
}

void Reader::report_at_key(std::string_view code, Index at,
                           std::vector<std::pair<std::string, std::string>> values) {
  if (problems_.size() >= kMaxProblems || document_.empty()) return;
  problems_.push_back(document_.problem_at_key(code, at, std::move(values)));
}

bool Reader::has_kind(Index value, ValueKind kind) {
  if (value == Document::kNone) return false;
  const ValueKind found = document_.at(value).kind;
  if (found == kind) return true;
  report("S0203", value,
         {{"expected", std::string(kind_id(kind))}, {"found", std::string(kind_id(found))}});
  return false;
}

bool Reader::object(Index value, std::span<const std::string_view> known) {
  if (!has_kind(value, ValueKind::kObject)) return false;
  each(value, [&](Index member) {
    const std::string_view key = document_.at(member).key;
    if (std::find(known.begin(), known.end(), key) != known.end()) return;
    report_at_key("S0201", member,
                  {{"key", std::string(key)},
                   {"suggestion", near(key, known)},
                   {"known", joined(known)}});
  });
  return true;
}

bool Reader::array(Index value) { return has_kind(value, ValueKind::kArray); }

bool Reader::map(Index value) { return has_kind(value, ValueKind::kObject); }

Reader::Index Reader::need(Index object, std::string_view key) {
  if (object == Document::kNone || document_.at(object).kind != ValueKind::kObject) {
    return Document::kNone;
  }
  const Index found = document_.member(object, key);
  // Of a text that broke off, what is missing is not known.
  if (found == Document::kNone && document_.complete()) {
    report("S0202", object, {{"key", std::string(key)}});
  }
  return found;
}

bool Reader::clean_text(Index value) {
  const std::string_view text = document_.at(value).text;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    // NUL was reported when the text was read.
    if (byte == 0) return false;
    if ((byte < 0x20 && byte != '\n') || byte == 0x7f) {
      report("S0216", value, {{"byte", std::to_string(static_cast<int>(byte))}});
      return false;
    }
  }
  if (text.size() > kMaxTextLength) {
    report("S0213", value,
           {{"what", "bytes"},
            {"count", std::to_string(text.size())},
            {"limit", std::to_string(kMaxTextLength)}});
    return false;
  }
  return true;
}

std::string_view Reader::text(Index value) {
  if (!has_kind(value, ValueKind::kString)) return {};
  const std::string_view found = document_.at(value).text;
  if (base::trim(found).empty()) {
    report("S0208", value, {{"language", ""}});
    return {};
  }
  if (!clean_text(value)) return {};
  return found;
}

bool Reader::is_id(std::string_view id, Index at, bool at_key) {
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto part = [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '_'; };
  if (!id.empty() && id.size() <= kMaxIdLength && letter(id.front()) &&
      std::all_of(id.begin(), id.end(), part)) {
    return true;
  }
  std::vector<std::pair<std::string, std::string>> values{{"id", std::string(id)}};
  if (at_key) {
    report_at_key("S0207", at, std::move(values));
  } else {
    report("S0207", at, std::move(values));
  }
  return false;
}

std::string_view Reader::id(Index value) {
  if (!has_kind(value, ValueKind::kString)) return {};
  const std::string_view found = document_.at(value).text;
  return is_id(found, value, false) ? found : std::string_view();
}

int Reader::integer(Index value, int min, int max) {
  if (value == Document::kNone) return min;
  if (document_.at(value).kind == ValueKind::kNumber) {
    report("S0204", value, {{"value", std::string(document_.at(value).text)}});
    return min;
  }
  if (!has_kind(value, ValueKind::kInteger)) return min;
  const auto number = document_.integer(value);
  if (number && *number >= min && *number <= max) return static_cast<int>(*number);
  report("S0205", value,
         {{"value", std::string(document_.at(value).text)},
          {"min", std::to_string(min)},
          {"max", std::to_string(max)}});
  return min;
}

bool Reader::boolean(Index value) {
  return has_kind(value, ValueKind::kBool) && document_.at(value).text == "true";
}

Bilingual Reader::bilingual(Index value) {
  static constexpr std::array<std::string_view, 2> kKnown{"zh", "en"};
  Bilingual result;
  if (!object(value, kKnown)) return result;
  for (const base::Language language : base::kLanguages) {
    const std::string_view id = base::language_id(language);
    const Index found = document_.member(value, id);
    if (found == Document::kNone) {
      if (document_.complete()) report("S0209", value, {{"language", std::string(id)}});
      continue;
    }
    if (!has_kind(found, ValueKind::kString)) continue;
    if (base::trim(document_.at(found).text).empty()) {
      report("S0208", found, {{"language", std::string(id)}});
      continue;
    }
    if (clean_text(found)) result.in(language) = document_.at(found).text;
  }
  return result;
}

void Reader::count(Index list, std::string_view what, int least, int most) {
  const int found = static_cast<int>(document_.at(list).count);
  if (found > most) {
    report("S0213", list,
           {{"what", std::string(what)},
            {"count", std::to_string(found)},
            {"limit", std::to_string(most)}});
  } else if (found < least && document_.complete()) {
    report("S0217", list,
           {{"what", std::string(what)},
            {"count", std::to_string(found)},
            {"least", std::to_string(least)}});
  }
}

void Reader::wish_for(Index list, std::string_view what, int least) {
  const std::size_t before = problems_.size();
  count(list, what, least, static_cast<int>(document_.at(list).count));
  if (problems_.size() > before) problems_.back().severity = Severity::kWarning;
}

std::size_t Reader::word_index(Index value, std::span<const std::string_view> known) {
  if (!has_kind(value, ValueKind::kString)) return 0;
  const std::string_view found = document_.at(value).text;
  const auto place = std::find(known.begin(), known.end(), found);
  if (place != known.end()) return static_cast<std::size_t>(place - known.begin());
  unknown_word(value, found, known, false);
  return 0;
}

void Reader::unknown_word(Index value, std::string_view word,
                          std::span<const std::string_view> known, bool at_key) {
  std::vector<std::pair<std::string, std::string>> values{{"value", std::string(word)},
                                                          {"suggestion", near(word, known)},
                                                          {"known", joined(known)}};
  if (at_key) {
    report_at_key("S0206", value, std::move(values));
  } else {
    report("S0206", value, std::move(values));
  }
}

bool Reader::format(Index root, std::string_view name, int version) {
  const Index value = document_.member(root, "format");
  const std::string prefix = std::string(name) + "@";
  const std::string expected = prefix + std::to_string(version);
  if (value == Document::kNone || document_.at(value).kind != ValueKind::kString) {
    report("S0108", value == Document::kNone ? root : value,
           {{"found", ""}, {"expected", expected}});
    return false;
  }
  const std::string_view found = document_.at(value).text;
  if (found == expected) return true;
  int number = 0;
  if (found.starts_with(prefix)) {
    const std::string_view digits = found.substr(prefix.size());
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
  }
  report(number > version ? "S0109" : "S0108", value, 
         {{"found", std::string(found)}, {"expected", expected}});
  return false;
}

}  // namespace aplomb::scenario
