// What is looked at by the checks of this folder, and where they put what they find.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/explore.h"
#include "scenario/document.h"
#include "scoring/valuation.h"

namespace aplomb::analysis {

using scenario::Severity;

struct Subject {
  const scoring::Valuation& valuation;
  const scenario::Program& program;
  const scenario::Scenario& story;
  const scenario::Document& document;
  const Exploration& explored;
};

class Findings {
 public:
  using Values = std::vector<std::pair<std::string, std::string>>;
  using Place = scenario::Document::Index;

  explicit Findings(const scenario::Document& document) : document_(document) {}

  // At a value, or at the key of it where it has one. Of each code the first 100 are kept.
  void add(std::string_view code, Severity severity, Place at, Values values = {});
  void add_at_key(std::string_view code, Severity severity, Place at, Values values = {});

  // The member of the object at `at`; that itself where it has none of that name.
  [[nodiscard]] Place member(Place at, std::string_view key) const;

  // In the order of their places.
  [[nodiscard]] std::vector<scenario::Diagnostic> take();

 private:
  static constexpr int kMostOfACode = 100;

  bool has_room(std::string_view code);

  const scenario::Document& document_;
  std::map<std::string, int> counts_;
  std::vector<scenario::Diagnostic> found_;
};

}  // namespace aplomb::analysis
