// A problem in a scenario (or rubric, or affect model) file: where it is, what is wrong and how
// to mend it. The words stand in src/scenario/diagnostics/<code>.md, one short page per code.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/language.h"

namespace aplomb::scenario {

enum class Severity : std::uint8_t { kError, kWarning, kInformation };

struct Diagnostic {
  std::string code;  // "S0201"; there is a page for it
  Severity severity = Severity::kError;
  std::string file;
  int line = 0;    // from 1; 0 when the problem has no place in the text
  int column = 0;  // from 1, in code points
  std::string path;  // JSON path, such as $.nodes.opening.replies[2].goto
  // Values for the {names} in the page's sentences: ids, numbers, words of the file. Neutral in
  // language. An empty value drops the [[…{name}…]] around it.
  std::vector<std::pair<std::string, std::string>> values;

  bool operator==(const Diagnostic&) const = default;
};

// What is wrong, and how to mend it: one or two sentences each.
[[nodiscard]] std::string message(const Diagnostic& diagnostic, base::Language language);
[[nodiscard]] std::string mend(const Diagnostic& diagnostic, base::Language language);

// One problem in the form that editors and terminals can jump to:
//   file:line:column: code: message        (“warning ” or “note ” before the code of such)
//     path
//     mend
[[nodiscard]] std::string render(const Diagnostic& diagnostic, base::Language language);

[[nodiscard]] bool has_error(const std::vector<Diagnostic>& diagnostics);

// Fills a page's sentence: {name} by its value, [[…]] dropped when a name in it has no value.
[[nodiscard]] std::string fill(std::string_view sentence,
                               const std::vector<std::pair<std::string, std::string>>& values);

}  // namespace aplomb::scenario
