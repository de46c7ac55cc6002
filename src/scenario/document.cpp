#include "scenario/document.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "base/text.h"

namespace aplomb::scenario {
namespace {

constexpr std::size_t kMaxProblems = 100;
constexpr std::size_t kLineWidth = 100;
constexpr std::uint32_t kFewMembers = 16;
constexpr std::size_t kLongestWord = 20;
constexpr std::size_t kBytesEach = 16;  // of a value; rarely less

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool is_number_part(char c) {
  return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

}  // namespace

// Receives the parser's events and follows them through the text: between two events stand only
// spaces, commas and colons, so each token's place is known without asking the parser.
class DocumentBuilder {
 public:
  DocumentBuilder(Document& document, std::vector<Diagnostic>& problems)
      : document_(document), text_(document.text_), problems_(problems) {}

  void skip_byte_order_mark() {
    if (text_.starts_with("\xEF\xBB\xBF")) cursor_ = 3;
  }

  bool null() { return literal(ValueKind::kNull); }
  bool boolean(bool) { return literal(ValueKind::kBool); }
  bool number_integer(std::int64_t) { return literal(ValueKind::kInteger); }
  bool number_unsigned(std::uint64_t) { return literal(ValueKind::kInteger); }
  // Whole numbers beyond 64 bits come here too; they are out of range, not broken ones.
  bool number_float(double, const std::string& raw) {
    const bool whole = raw.find_first_of(".eE") == std::string::npos;
    return literal(whole ? ValueKind::kInteger : ValueKind::kNumber);
  }
  bool binary(nlohmann::json::binary_t&) { return false; }

  bool string(std::string& value) {
    const std::size_t start = token();
    const std::string_view raw = string_token(start, value.size());
    const Document::Index index = add(ValueKind::kString, start);
    document_.values_[index].text = decoded(raw, value, start);
    return true;
  }

  bool key(std::string& value) {
    const std::size_t start = token();
    key_at_ = static_cast<std::uint32_t>(start);
    key_ = decoded(string_token(start, value.size()), value, start);
    return true;
  }

  bool start_object(std::size_t) { return open(ValueKind::kObject); }
  bool start_array(std::size_t) { return open(ValueKind::kArray); }
  bool end_object() {
    refuse_duplicate_keys(open_.back());
    return close();
  }
  bool end_array() { return close(); }

  // The parser's own words and place are those of a grammar; a person looks for the first thing
  // that does not belong, which stands right behind what was understood.
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) {
    if (problems_.size() >= kMaxProblems) return false;
    skip_spaces();
    if (cursor_ < text_.size() && (text_[cursor_] == ',' || text_[cursor_] == ':')) {
      ++cursor_;
      skip_spaces();
    }
    report("S0105", cursor_, {{"found", word_at(cursor_)}, {"expected", ""}});
    return false;
  }

  void report(std::string_view code, std::size_t byte,
              std::vector<std::pair<std::string, std::string>> values) {
    const Document::Position place = document_.position(byte);
    Diagnostic problem;
    problem.code = code;
    problem.file = document_.file_;
    problem.line = place.line;
    problem.column = place.column;
    problem.path = open_.empty() ? "$" : document_.path(open_.back());
    problem.values = std::move(values);
    problems_.push_back(std::move(problem));
  }

 private:
  void skip_spaces() {
    while (cursor_ < text_.size() && is_space(text_[cursor_])) ++cursor_;
  }

  // What stands there, as far as it is one thing.
  [[nodiscard]] std::string word_at(std::size_t start) const {
    std::size_t end = start;
    while (end < text_.size() && end - start < kLongestWord && !is_space(text_[end]) &&
           (end == start || std::string_view(",:{}[]\"").find(text_[end]) == std::string_view::npos)) {
      end += base::decode_utf8(text_, end).length;
    }
    return std::string(text_.substr(start, end - start));
  }

  std::size_t token() {
    while (cursor_ < text_.size() &&
           (is_space(text_[cursor_]) || text_[cursor_] == ',' || text_[cursor_] == ':')) {
      ++cursor_;
    }
    return cursor_;
  }

  // The bytes between the quotes; moves past the closing one. `decoded_size` is what they decode to:
  // that many where there are no escapes.
  std::string_view string_token(std::size_t start, std::size_t decoded_size) {
    const std::string_view plain = text_.substr(start + 1, decoded_size);
    std::size_t end = start + 1 + plain.size();
    if (end < text_.size() && text_[end] == '"' && plain.find('\\') == std::string_view::npos) {
      cursor_ = end + 1;
      return plain;
    }
    end = start + 1;
    while (end < text_.size() && text_[end] != '"') end += text_[end] == '\\' ? 2 : 1;
    cursor_ = end + 1;
    return text_.substr(start + 1, end - start - 1);
  }

  std::string_view decoded(std::string_view raw, const std::string& value, std::size_t start) {
    if (value.size() == raw.size()) return raw;
    if (value.find('\0') != std::string::npos) report("S0104", start, {});
    document_.decoded_.push_back(value);
    return document_.decoded_.back();
  }

  bool literal(ValueKind kind) {
    const std::size_t start = token();
    std::size_t end = start;
    if (kind == ValueKind::kInteger || kind == ValueKind::kNumber) {
      while (end < text_.size() && is_number_part(text_[end])) ++end;
    } else {
      while (end < text_.size() && text_[end] >= 'a' && text_[end] <= 'z') ++end;
    }
    cursor_ = end;
    const Document::Index index = add(kind, start);
    document_.values_[index].text = text_.substr(start, end - start);
    return true;
  }

  bool open(ValueKind kind) {
    const std::size_t start = token();
    cursor_ = start + 1;
    if (static_cast<int>(open_.size()) >= kMaxDepth) {
      report("S0106", start, {});
      return false;
    }
    open_.push_back(add(kind, start));
    last_.push_back(Document::kNone);
    return true;
  }

  bool close() {
    cursor_ = token() + 1;
    open_.pop_back();
    last_.pop_back();
    return true;
  }

  Document::Index add(ValueKind kind, std::size_t start) {
    const auto index = static_cast<Document::Index>(document_.values_.size());
    Document::Value value;
    value.kind = kind;
    value.at = static_cast<std::uint32_t>(start);
    value.key_at = value.at;
    if (!open_.empty()) {
      Document::Value& parent = document_.values_[open_.back()];
      value.parent = open_.back();
      if (parent.kind == ValueKind::kObject) {
        value.key = key_;
        value.key_at = key_at_;
      }
      ++parent.count;
      if (last_.back() == Document::kNone) {
        parent.first = index;
      } else {
        document_.values_[last_.back()].next = index;
      }
      last_.back() = index;
    }
    document_.values_.push_back(value);
    return index;
  }

  void refuse_duplicate_keys(Document::Index object) {
    const auto& values = document_.values_;
    if (values[object].count <= kFewMembers) {
      for (auto i = values[object].first; i != Document::kNone; i = values[i].next) {
        for (auto j = values[object].first; j != i; j = values[j].next) {
          if (values[i].key == values[j].key) {
            duplicate(i, j);
            break;
          }
        }
      }
      return;
    }
    std::unordered_map<std::string_view, Document::Index> seen;
    seen.reserve(values[object].count);
    for (auto i = values[object].first; i != Document::kNone; i = values[i].next) {
      const auto [place, fresh] = seen.emplace(values[i].key, i);
      if (!fresh) duplicate(i, place->second);
    }
  }

  void duplicate(Document::Index second, Document::Index first) {
    const auto& value = document_.values_[second];
    const int line = document_.position(document_.values_[first].key_at).line;
    problems_.push_back(document_.problem_at_key(
        "S0107", second, {{"key", std::string(value.key)}, {"line", std::to_string(line)}}));
  }

  Document& document_;
  std::string_view text_;
  std::vector<Diagnostic>& problems_;
  std::size_t cursor_ = 0;
  std::string_view key_;
  std::uint32_t key_at_ = 0;
  std::vector<Document::Index> open_;
  std::vector<Document::Index> last_;  // last child so far of each open value
};

Document::Document(std::string file, std::string text, std::vector<Diagnostic>& problems)
    : file_(std::move(file)), text_(std::move(text)) {
  DocumentBuilder builder(*this, problems);
  if (text_.size() > kMaxFileSize) {
    builder.report("S0102", 0, {{"size", std::to_string((text_.size() >> 20) + 1)}});
    return;
  }
  if (const auto bad = base::first_invalid_utf8(text_)) {
    builder.report("S0103", *bad, {{"byte", std::to_string(*bad)}});
    return;
  }
  if (const auto nul = text_.find('\0'); nul != std::string::npos) {
    builder.report("S0104", nul, {});
    return;
  }
  values_.reserve(text_.size() / kBytesEach + 16);
  builder.skip_byte_order_mark();
  const std::size_t before = problems.size();
  complete_ = nlohmann::json::sax_parse(text_, &builder);
  if (problems.size() > before) {
    complete_ = complete_ && std::none_of(problems.begin() + static_cast<std::ptrdiff_t>(before),
                                          problems.end(), [](const Diagnostic& problem) {
                                            return problem.code == "S0104";
                                          });
  }
}

Document::Index Document::member(Index object, std::string_view key) const {
  if (object == kNone || values_[object].kind != ValueKind::kObject) return kNone;
  for (Index i = values_[object].first; i != kNone; i = values_[i].next) {
    if (values_[i].key == key) return i;
  }
  return kNone;
}

std::optional<std::int64_t> Document::integer(Index index) const {
  const Value& value = values_[index];
  if (value.kind != ValueKind::kInteger) return std::nullopt;
  std::int64_t number = 0;
  const auto result =
      std::from_chars(value.text.data(), value.text.data() + value.text.size(), number);
  if (result.ec != std::errc()) return std::nullopt;
  return number;
}

std::string Document::path(Index index) const {
  std::vector<std::string> parts;
  for (Index i = index; i != kNone && values_[i].parent != kNone; i = values_[i].parent) {
    const Index parent = values_[i].parent;
    if (values_[parent].kind == ValueKind::kObject) {
      parts.push_back("." + std::string(values_[i].key));
      continue;
    }
    int position = 0;
    for (Index j = values_[parent].first; j != i; j = values_[j].next) ++position;
    parts.push_back("[" + std::to_string(position) + "]");
  }
  std::string result = "$";
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) result += *part;
  return result;
}

void Document::index_lines() const {
  line_starts_.push_back(0);
  for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1)) {
    line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
  }
}

Document::Position Document::position(std::size_t byte) const {
  if (line_starts_.empty()) index_lines();
  byte = std::min(byte, text_.size());
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), byte);
  const std::size_t start = *(after - 1);
  const auto bytes = std::string_view(text_).substr(start, byte - start);
  const auto columns = std::count_if(bytes.begin(), bytes.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  });
  return {static_cast<int>(after - line_starts_.begin()), static_cast<int>(columns) + 1};
}

Diagnostic Document::problem(std::string_view code, Index index,
                             std::vector<std::pair<std::string, std::string>> values,
                             std::size_t offset) const {
  const Value& value = values_[index];
  std::size_t byte = value.at;
  // Within a string the place is exact as long as it holds no escapes before.
  if (offset > 0 && value.kind == ValueKind::kString) byte += offset + 1;
  const Position place = position(byte);
  return {std::string(code), Severity::kError, file_,           place.line,
          place.column,      path(index),      std::move(values)};
}

Diagnostic Document::problem_at_key(
    std::string_view code, Index index,
    std::vector<std::pair<std::string, std::string>> values) const {
  Diagnostic result = problem(code, index, std::move(values));
  const Position place = position(values_[index].key_at);
  result.line = place.line;
  result.column = place.column;
  return result;
}

namespace {

std::string quoted(std::string_view text) { return nlohmann::json(text).dump(); }

std::string scalar(const Document::Value& value) {
  return value.kind == ValueKind::kString ? quoted(value.text) : std::string(value.text);
}

bool is_container(const Document::Value& value) {
  return value.kind == ValueKind::kObject || value.kind == ValueKind::kArray;
}

// The value on one line, as long as its bytes may still fit.
bool write_flat(const Document& document, Document::Index index, std::string& out,
                std::size_t limit) {
  const auto& value = document.at(index);
  if (!is_container(value)) {
    out += scalar(value);
    return out.size() <= limit;
  }
  const bool object = value.kind == ValueKind::kObject;
  out += object ? '{' : '[';
  for (auto i = value.first; i != Document::kNone; i = document.at(i).next) {
    if (i != value.first) out += ", ";
    if (object) out += quoted(document.at(i).key) + ": ";
    if (!write_flat(document, i, out, limit)) return false;
  }
  out += object ? '}' : ']';
  return out.size() <= limit;
}

void write(const Document& document, Document::Index index, std::size_t indent, std::size_t used,
           std::string& out) {
  const auto& value = document.at(index);
  if (!is_container(value)) {
    out += scalar(value);
    return;
  }
  // A column holds three bytes of UTF-8 at most, and the following comma needs one.
  std::string flat;
  const bool top = value.parent == Document::kNone;
  if (!top && write_flat(document, index, flat, kLineWidth * 3) &&
      used + static_cast<std::size_t>(base::display_width(flat)) + 1 <= kLineWidth) {
    out += flat;
    return;
  }
  const bool object = value.kind == ValueKind::kObject;
  const std::string margin(indent + 2, ' ');
  out += object ? "{\n" : "[\n";
  for (auto i = value.first; i != Document::kNone; i = document.at(i).next) {
    out += margin;
    std::size_t column = margin.size();
    if (object) {
      const std::string key = quoted(document.at(i).key) + ": ";
      out += key;
      column += static_cast<std::size_t>(base::display_width(key));
    }
    write(document, i, indent + 2, column, out);
    out += document.at(i).next == Document::kNone ? "\n" : ",\n";
  }
  out += std::string(indent, ' ') + (object ? "}" : "]");
}

}  // namespace

bool same_content(const Document& a, const Document& b) {
  if (a.empty() || b.empty()) return a.empty() && b.empty();
  std::vector<std::pair<Document::Index, Document::Index>> open{{a.root(), b.root()}};
  while (!open.empty()) {
    const auto [left, right] = open.back();
    open.pop_back();
    const Document::Value& x = a.at(left);
    const Document::Value& y = b.at(right);
    if (x.kind != y.kind || x.count != y.count || x.key != y.key || x.text != y.text) return false;
    for (auto i = x.first, j = y.first; i != Document::kNone; i = a.at(i).next, j = b.at(j).next) {
      open.emplace_back(i, j);
    }
  }
  return true;
}

std::string saved_text(const Document& original, const Document& edited) {
  return same_content(original, edited) ? std::string(original.text()) : canonical_layout(edited);
}

std::string canonical_layout(const Document& document) {
  std::string out;
  if (!document.empty()) write(document, document.root(), 0, 0, out);
  out += '\n';
  return out;
}

}  // namespace aplomb::scenario
