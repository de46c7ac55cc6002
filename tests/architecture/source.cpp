#include "source.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "base/text.h"

namespace aplomb::architecture {
namespace {

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// The word that a text ends with, maybe empty.
std::string_view last_word(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && is_word_character(text[begin - 1])) --begin;
  return text.substr(begin);
}

bool is_literal_prefix(std::string_view word) {
  return word.empty() || word == "u8" || word == "u" || word == "U" || word == "L";
}

// Reads a text from one place to the next.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool at_end() const { return at_ >= text_.size(); }
  char take() { return text_[at_++]; }
  bool sees(std::string_view word) const { return text_.substr(at_).starts_with(word); }

  // Everything up to `end`, which is taken too; the rest of the text when it does not come.
  std::string_view take_through(std::string_view end) {
    const std::size_t found = text_.find(end, at_);
    const std::string_view taken = text_.substr(at_, found - at_);
    at_ = found == std::string_view::npos ? text_.size() : found + end.size();
    return taken;
  }

  // The inside of a literal whose opening quote has been taken.
  std::string_view take_literal(char quote) {
    const std::size_t begin = at_;
    while (!at_end() && text_[at_] != quote) at_ += text_[at_] == '\\' ? 2 : 1;
    const std::string_view inside = text_.substr(begin, at_ - begin);
    ++at_;
    return inside;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Include> includes_of(std::string_view text) {
  std::vector<Include> includes;
  for (std::string_view line : base::split(text, '\n')) {
    line = base::trim(line);
    if (!line.starts_with('#')) continue;
    line = base::trim(line.substr(1));
    if (!line.starts_with("include")) continue;
    line = base::trim(line.substr(std::string_view("include").size()));
    if (line.empty()) continue;
    const bool quoted = line.front() == '"';
    const std::size_t end = line.find(quoted ? '"' : '>', 1);
    includes.push_back({std::string(line.substr(1, end - 1)), quoted});
  }
  return includes;
}

Lexed lex(std::string_view text) {
  Lexed lexed;
  Reader reader(text);
  while (!reader.at_end()) {
    const std::string_view before = last_word(lexed.code);
    if (reader.sees("//")) {
      reader.take_through("\n");
      lexed.code += '\n';
    } else if (reader.sees("/*")) {
      reader.take_through("*/");
      lexed.code += ' ';
    } else if (reader.sees("R\"") && is_literal_prefix(before)) {
      reader.take_through("\"");
      const std::string end = ")" + std::string(reader.take_through("(")) + "\"";
      lexed.literals.emplace_back(reader.take_through(end));
      lexed.code += ' ';
    } else if (reader.sees("\"")) {
      reader.take();
      lexed.literals.emplace_back(reader.take_literal('"'));
      lexed.code += ' ';
    } else if (reader.sees("'") && is_literal_prefix(before)) {
      // After anything else, ' divides digits: 1'000.
      reader.take();
      reader.take_literal('\'');
      lexed.code += ' ';
    } else {
      lexed.code += reader.take();
    }
  }
  return lexed;
}

bool has_word(std::string_view code, std::string_view word) {
  for (std::size_t at = code.find(word); at != std::string_view::npos;
       at = code.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool starts = at == 0 || !is_word_character(code[at - 1]);
    const bool ends = end >= code.size() || !is_word_character(code[end]);
    if (starts && ends) return true;
  }
  return false;
}

bool has_chinese(std::string_view text) {
  const std::u32string code_points = base::to_code_points(text);
  return std::any_of(code_points.begin(), code_points.end(),
                     [](char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; });
}

std::string read_file(const std::string& path) {
  const std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<SourceFile> read_sources() {
  namespace fs = std::filesystem;
  const fs::path root = APLOMB_SOURCE_DIR "/src";
  std::vector<SourceFile> sources;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".h" && extension != ".cpp" && extension != ".inc") continue;
    sources.push_back({fs::relative(entry.path(), root).string(), read_file(entry.path())});
  }
  std::sort(sources.begin(), sources.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return sources;
}

}  // namespace aplomb::architecture
