#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "source.h"

namespace aplomb::architecture {

// Which modules each module may include and link.
using ModuleTable = std::map<std::string, std::set<std::string>, std::less<>>;

// The table this project is held to. A change here is a change of the design.
const ModuleTable& module_table();

// Everything one file does against the rules, a sentence each: includes that the table does not
// allow, libraries outside the modules that wrap them, the clock, the disk or floating point where
// results must be the same everywhere, texts outside the catalogue, and what is never used here.
std::vector<std::string> faults(const SourceFile& file);

// The table that the aplomb_module() lines of a CMakeLists.txt declare.
ModuleTable cmake_table(std::string_view cmake);

// The table that a README's `| module | ... | may include |` lines declare.
ModuleTable readme_table(std::string_view markdown);

}  // namespace aplomb::architecture
