// From the bytes of a file to a scenario that is complete, checked and compiled, or to everything
// that is wrong with it. Nothing is ever half loaded.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "scenario/diagnostic.h"
#include "scenario/document.h"
#include "scenario/model.h"
#include "scenario/program.h"

namespace aplomb::scenario {

struct Loaded {
  std::shared_ptr<const Scenario> scenario;  // null when there is an error
  std::shared_ptr<const Program> program;    // likewise
  std::vector<Diagnostic> diagnostics;       // in the order of their places
};

// `file` names the file in diagnostics; when it ends in .json, its stem must be the scenario's id.
[[nodiscard]] Loaded load(std::string file, std::string text);

// Reads the model out of a document; problems go to `problems`. What is returned is only of use
// when there is no error among them.
[[nodiscard]] std::shared_ptr<Scenario> read_scenario(const Document& document,
                                                      std::vector<Diagnostic>& problems);

// Resolves every reference of `scenario`, checks the flow and compiles. Null after an error.
[[nodiscard]] std::shared_ptr<const Program> compile(std::shared_ptr<const Scenario> scenario,
                                                     const Document& document,
                                                     std::vector<Diagnostic>& problems);

}  // namespace aplomb::scenario
