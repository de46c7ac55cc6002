#include "rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace aplomb::architecture {
namespace {

using Names = std::vector<std::string_view>;

bool contains(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Headers of one library, and the only modules that may include them.
struct LibraryRule {
  std::string_view prefix;
  Names modules;
  std::string_view reason;
};

const std::vector<LibraryRule>& library_rules() {
  static const std::vector<LibraryRule> rules = {
      {"imgui_impl_", {"platform"}, "the backends belong to platform"},
      {"imgui", {"ui", "platform"}, "only ui draws"},
      {"GLFW/", {"platform"}, "the window belongs to platform"},
      {"GL/", {"platform"}, "the window belongs to platform"},
      {"sqlite3", {"records"}, "only records knows how attempts are stored"},
      {"CLI/", {"cli"}, "only cli reads the command line"},
      {"nettle/", {"base"}, "use base/hash.h"},
      {"iostream", {"cli", "main.cpp"}, "logic never prints"},
      {"fstream", {"platform"}, "use base/file_system.h, which tests can replace"},
      {"regex", {}, "std::regex crashes on long input; use RE2"},
  };
  return rules;
}

// What a module's results may not depend on.
struct PurityRule {
  Names modules;
  Names headers;
  Names words;
  std::string_view reason;
};

const std::vector<PurityRule>& purity_rules() {
  static const std::vector<PurityRule> rules = {
      {{"engine", "scoring"},
       {"chrono", "ctime", "time.h", "random", "filesystem", "thread", "atomic", "cstdio",
        "base/clock.h", "base/file_system.h"},
       {"float", "double"},
       "the same inputs must give the same result on every machine"},
  };
  return rules;
}

// Where every text that a person reads comes from the catalogue or from data. The modules below
// these carry their error messages in both languages themselves.
const Names kModulesWithoutTexts = {"ui", "cli", "report", "main.cpp"};

std::string_view folder_of(std::string_view path) { return path.substr(0, path.find('/')); }

void check_quoted(const SourceFile& file, const Include& include,
                  std::vector<std::string>& found) {
  const std::string_view module = file.module();
  const std::string_view target = folder_of(include.target);
  if (target == include.target) {
    found.push_back(fmt::format("{} includes \"{}\": write the path from src/", file.path,
                                include.target));
    return;
  }
  if (target == module || module == "main.cpp") return;
  const auto row = module_table().find(module);
  if (row == module_table().end()) {
    found.push_back(fmt::format("{} is in no module of the table", file.path));
  } else if (!row->second.contains(std::string(target))) {
    found.push_back(fmt::format("{} includes \"{}\": {} may not include {}", file.path,
                                include.target, module, target));
  }
}

void check_library(const SourceFile& file, const Include& include,
                   std::vector<std::string>& found) {
  for (const LibraryRule& rule : library_rules()) {
    if (!std::string_view(include.target).starts_with(rule.prefix)) continue;
    if (!contains(rule.modules, file.module())) {
      found.push_back(fmt::format("{} includes <{}>: {}", file.path, include.target, rule.reason));
    }
    return;
  }
}

void check_purity(const SourceFile& file, const std::vector<Include>& includes,
                  std::string_view code, std::vector<std::string>& found) {
  for (const PurityRule& rule : purity_rules()) {
    if (!contains(rule.modules, file.module())) continue;
    for (const Include& include : includes) {
      if (contains(rule.headers, include.target)) {
        found.push_back(fmt::format("{} includes {}: {}", file.path, include.target, rule.reason));
      }
    }
    for (const std::string_view word : rule.words) {
      if (has_word(code, word)) {
        found.push_back(fmt::format("{} uses {}: {}", file.path, word, rule.reason));
      }
    }
  }
}

// The words after `keyword` up to the next word in capitals: what a CMake argument list holds.
std::set<std::string> arguments_after(const std::vector<std::string>& words,
                                      std::string_view keyword) {
  std::set<std::string> arguments;
  auto word = std::find(words.begin(), words.end(), keyword);
  if (word == words.end()) return arguments;
  const auto is_keyword = [](const std::string& text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; });
  };
  for (++word; word != words.end() && !is_keyword(*word); ++word) arguments.insert(*word);
  return arguments;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    if (c == ' ' || c == '\n' || c == '\t' || c == ',') {
      if (!word.empty()) words.push_back(std::exchange(word, {}));
    } else {
      word += c;
    }
  }
  if (!word.empty()) words.push_back(word);
  return words;
}

}  // namespace

const ModuleTable& module_table() {
  static const ModuleTable table = [] {
    ModuleTable rows = {
        {"base", {}},
        {"i18n", {"base"}},
        {"scenario", {"base"}},
        {"engine", {"scenario", "base"}},
        {"language", {"scenario", "base"}},
        {"scoring", {"engine", "language", "scenario", "base"}},
        {"analysis", {"scoring", "language", "engine", "scenario", "base"}},
        {"records", {"scoring", "engine", "scenario", "base"}},
        {"practice", {"records", "scoring", "scenario", "base"}},
        {"review", {"records", "scoring", "base"}},
        {"report", {"review", "records", "scoring", "i18n", "base"}},
        {"platform", {"base"}},
    };
    std::set<std::string> below_app;
    for (const auto& [module, allowed] : rows) below_app.insert(module);
    below_app.erase("platform");
    rows["app"] = below_app;
    std::set<std::string> below_views = below_app;
    below_views.insert("app");
    rows["ui"] = below_views;
    rows["bench"] = {"analysis", "scoring", "language", "engine", "scenario", "base"};
    rows["cli"] = below_views;
    rows["cli"].insert("bench");
    return rows;
  }();
  return table;
}

std::vector<std::string> faults(const SourceFile& file) {
  std::vector<std::string> found;
  const std::vector<Include> includes = includes_of(file.text);
  const Lexed lexed = lex(file.text);
  for (const Include& include : includes) {
    if (include.quoted) check_quoted(file, include, found);
    check_library(file, include, found);
  }
  check_purity(file, includes, lexed.code, found);
  if (lexed.code.find("using namespace std") != std::string::npos) {
    found.push_back(fmt::format("{} says using namespace std", file.path));
  }
  if (contains(kModulesWithoutTexts, file.module())) {
    for (const std::string& literal : lexed.literals) {
      if (!has_chinese(literal)) continue;
      found.push_back(fmt::format("{} has the text \"{}\": put it into src/i18n/strings",
                                  file.path, literal));
    }
  }
  return found;
}

ModuleTable cmake_table(std::string_view cmake) {
  constexpr std::string_view kCall = "aplomb_module(";
  ModuleTable table;
  for (std::size_t at = cmake.find(kCall); at != std::string_view::npos;
       at = cmake.find(kCall, at)) {
    at += kCall.size();
    const std::vector<std::string> words = words_of(cmake.substr(at, cmake.find(')', at) - at));
    if (!words.empty()) table[words.front()] = arguments_after(words, "DEPS");
  }
  return table;
}

ModuleTable readme_table(std::string_view markdown) {
  ModuleTable table;
  std::set<std::string> above;
  for (const std::string_view line : base::split(markdown, '\n')) {
    const auto cells = base::split(line, '|');
    if (cells.size() != 5) continue;
    const std::string_view name = base::trim(cells[1]);
    const bool is_module = name.size() > 2 && name.front() == '`' && name.back() == '`' &&
                           name.find('.') == std::string_view::npos;
    if (!is_module) continue;
    const std::string module(name.substr(1, name.size() - 2));
    std::set<std::string> allowed;
    for (const std::string& word : words_of(cells[3])) {
      if (word == "app" || module_table().contains(word)) allowed.insert(word);
      if (word == "above") allowed.insert(above.begin(), above.end());
    }
    table[module] = allowed;
    if (module != "platform" && module != "ui") above.insert(module);
  }
  return table;
}

}  // namespace aplomb::architecture
