#include "broken_samples.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace aplomb::scenario {
namespace {

std::string from_hex(const std::string& hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  }
  return bytes;
}

std::string with_fault(std::string text, const Json& entry) {
  if (entry.contains("patch")) return Json::parse(text).patch(entry["patch"]).dump(2) + "\n";
  if (entry.contains("replace_all")) return entry["replace_all"];
  if (entry.contains("pad_to")) {
    text.resize(entry["pad_to"], ' ');
    return text;
  }
  const std::string what = entry.at("replace");
  const std::size_t at = text.find(what);
  if (at == std::string::npos) throw std::runtime_error("not in the scenario: " + what);
  const std::string by = entry.contains("with_bytes") ? from_hex(entry["with_bytes"])
                                                      : entry.at("with").get<std::string>();
  return text.replace(at, what.size(), by);
}

}  // namespace

void PrintTo(const BrokenSample& sample, std::ostream* out) {
  *out << sample.code << ", " << sample.about;
}

std::string read_source(const std::string& path) {
  std::ifstream in(APLOMB_SOURCE_DIR "/" + path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<BrokenSample> broken_samples() {
  std::vector<BrokenSample> samples;
  for (const Json& entry : Json::parse(read_source("tests/scenario/broken.json"))) {
    BrokenSample sample;
    sample.code = entry.at("code");
    sample.about = entry.at("about");
    sample.file = entry.value("of", "minimal") + ".json";
    sample.text = with_fault(read_source("tests/scenario/" + sample.file), entry);
    sample.path = entry.value("at", "");
    sample.line = entry.value("line", 0);
    sample.column = entry.value("column", 0);
    sample.codes = entry.value("also", std::set<std::string>());
    sample.codes.insert(sample.code);
    sample.schema = entry.value("schema", false);
    samples.push_back(sample);
  }
  return samples;
}

}  // namespace aplomb::scenario
