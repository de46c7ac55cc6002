// A small scenario that nothing can be said against, and what check says when something is changed.
#pragma once

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "analysis/check/check.h"
#include "support/shipped.h"

namespace aplomb::analysis {

using Json = nlohmann::ordered_json;
using scenario::Severity;

// The scenario of sound.json, with `patch` merged into it (RFC 7386).
[[nodiscard]] inline std::string sound_with(const Json& patch) {
  Json scenario =
      Json::parse(test::read_file(test::source_dir() / "tests/analysis/check/sound.json"));
  scenario.merge_patch(patch);
  return scenario.dump(1);
}

struct CheckedText {
  bool loads = false;
  std::vector<scenario::Diagnostic> problems;  // without information
  std::vector<scenario::Diagnostic> information;

  [[nodiscard]] std::set<std::string> codes() const {
    std::set<std::string> codes;
    for (const auto& each : problems) codes.insert(each.code);
    return codes;
  }
  [[nodiscard]] std::string rendered() const {
    std::string text;
    for (const auto& each : problems) text += render(each, base::Language::kEn) + "\n";
    return text;
  }
};

[[nodiscard]] inline CheckedText checked(const std::string& text,
                                         const ExploreOptions& options = {.threads = 1},
                                         const Watching& watching = {}) {
  CheckedText result;
  const auto valuation = test::valued("sound.json", text);
  if (!valuation) return result;
  result.loads = true;
  std::vector<scenario::Diagnostic> ignored;
  const scenario::Document document("sound.json", text, ignored);
  for (auto& each : check(*valuation, document, options, watching).diagnostics) {
    const bool information = each.severity == Severity::kInformation;
    (information ? result.information : result.problems).push_back(std::move(each));
  }
  return result;
}

}  // namespace aplomb::analysis
