#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aplomb::architecture {

// A file under src/, by its path from there: "engine/step.cpp".
struct SourceFile {
  std::string path;
  std::string text;

  // The folder the file is in; "main.cpp" for src/main.cpp.
  std::string_view module() const { return std::string_view(path).substr(0, path.find('/')); }
};

struct Include {
  std::string target;  // "scenario/model.h", "chrono"
  bool quoted;         // "..." rather than <...>
};

std::vector<Include> includes_of(std::string_view text);

// A text with its C++ comments and literals taken out.
struct Lexed {
  std::string code;                   // a space in the place of each
  std::vector<std::string> literals;  // the insides of the string literals, escapes as written
};

Lexed lex(std::string_view text);

// Whether `word` stands in the code as a word of its own.
bool has_word(std::string_view code, std::string_view word);

bool has_chinese(std::string_view text);

// Every .h, .cpp and .inc under APLOMB_SOURCE_DIR/src, in order of path.
std::vector<SourceFile> read_sources();

std::string read_file(const std::string& path);

}  // namespace aplomb::architecture
