#include "analysis/check/findings.h"

#include <algorithm>

namespace aplomb::analysis {

void Findings::add(std::string_view code, Severity severity, Place at, Values values) {
  if (!has_room(code)) return;
  found_.push_back(document_.problem(code, at, std::move(values)));
  found_.back().severity = severity;
}

void Findings::add_at_key(std::string_view code, Severity severity, Place at, Values values) {
  if (!has_room(code)) return;
  found_.push_back(document_.problem_at_key(code, at, std::move(values)));
  found_.back().severity = severity;
}

bool Findings::has_room(std::string_view code) { return counts_[std::string(code)]++ < kMostOfACode; }

Findings::Place Findings::member(Place at, std::string_view key) const {
  const Place found = document_.member(at, key);
  return found == scenario::Document::kNone ? at : found;
}

std::vector<scenario::Diagnostic> Findings::take() {
  std::stable_sort(found_.begin(), found_.end(),
                   [](const scenario::Diagnostic& a, const scenario::Diagnostic& b) {
                     return std::pair(a.line, a.column) < std::pair(b.line, b.column);
                   });
  return std::move(found_);
}

}  // namespace aplomb::analysis
