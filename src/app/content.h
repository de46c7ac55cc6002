// What a conversation is played with: the rubric and affect model that are shipped, and a scenario
// ready to run, each with its bytes and content hash.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.h"
#include "base/result.h"
#include "engine/step.h"
#include "scenario/load.h"
#include "scoring/valuation.h"

namespace aplomb::app {

// Rubric and affect model with the bytes they were read from.
struct Standard {
  std::shared_ptr<const scoring::Rubric> rubric;
  std::string rubric_bytes;
  std::string rubric_hash;
  std::shared_ptr<const engine::AffectModel> affect;
  std::string affect_bytes;
  std::string affect_hash;
};

// Reads assets/rubrics/standard.json and assets/affect/standard.json below `shared`.
[[nodiscard]] base::Result<Standard> load_standard(const base::FileSystem& files,
                                                   const std::string& shared);

// The same from bytes that were kept with an attempt.
[[nodiscard]] base::Result<Standard> standard_from(std::string rubric_bytes,
                                                   std::string affect_bytes);

// A scenario ready to be played and scored. Immutable.
struct Story {
  std::string file;
  std::string bytes;
  std::string hash;
  std::shared_ptr<const scenario::Scenario> scenario;
  std::shared_ptr<const engine::Machine> machine;
  std::shared_ptr<const scoring::Valuation> valuation;
  scoring::Reference reference;
};

// Either a story or everything that is wrong with the file.
struct LoadedStory {
  std::shared_ptr<const Story> story;
  std::vector<scenario::Diagnostic> diagnostics;
};

[[nodiscard]] LoadedStory story_from(std::string file, std::string bytes,
                                     const Standard& standard);
[[nodiscard]] LoadedStory load_story(const base::FileSystem& files, const std::string& file,
                                     const Standard& standard);

// Where the scenario `name` is: a path to a file is itself; an id is looked for below `shared`.
// Fails with content.no_scenario, which names those there are.
[[nodiscard]] base::Result<std::string> find_scenario(const base::FileSystem& files,
                                                      const std::string& shared,
                                                      const std::string& name);

// The scenario files below `shared`, sorted by name.
[[nodiscard]] base::Result<std::vector<std::string>> scenario_files(const base::FileSystem& files,
                                                                    const std::string& shared);

// The first of `diagnostics` as an error that says where it is and how many there are.
[[nodiscard]] base::Error as_error(const std::vector<scenario::Diagnostic>& diagnostics);

// A file that could not be read, as a diagnostic.
[[nodiscard]] scenario::Diagnostic unreadable(const std::string& file, const base::Error& error);

}  // namespace aplomb::app
