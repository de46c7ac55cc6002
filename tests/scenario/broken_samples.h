// The scenarios of this folder, and what must be found wrong when one thing in them is broken.
#pragma once

#include <nlohmann/json.hpp>
#include <ostream>
#include <set>
#include <string>
#include <vector>

namespace aplomb::scenario {

using Json = nlohmann::ordered_json;

// One entry of broken.json: a valid scenario with one fault planted. The fault is a JSON patch
// (RFC 6902), a piece of text replaced, or a size that the file is filled up to.
struct BrokenSample {
  std::string code;  // of the diagnostic that must be reported
  std::string about;
  std::string file;  // the name it is loaded under
  std::string text;
  std::string path;             // where it must be reported; empty when not stated
  int line = 0, column = 0;     // likewise; 0 when not stated
  std::set<std::string> codes;  // everything that may be reported: `code` and what follows from it
  bool schema = false;          // the JSON Schema must refuse it too; otherwise it must accept it
};
void PrintTo(const BrokenSample& sample, std::ostream* out);

std::vector<BrokenSample> broken_samples();

// The bytes of a file, by its path from the source root.
std::string read_source(const std::string& path);

}  // namespace aplomb::scenario
