// One function a command. Each prints to the context and returns an exit code.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/explore.h"
#include "analysis/simulate.h"
#include "cli/context.h"
#include "engine/attempt.h"

namespace aplomb::cli {

struct PlayOptions {
  std::string scenario;
  std::optional<base::Language> language;
  std::optional<engine::Mode> mode;
  std::optional<std::uint64_t> seed;
  std::string inputs;  // file; empty: the trainee types
  bool keep = false;   // an attempt played from inputs
  std::string person;
  std::int64_t resume = 0;
  bool hide_cards = false;  // production only
};
[[nodiscard]] int play(const Context& context, const PlayOptions& options);

struct CheckRequest {
  std::vector<std::string> paths;
  analysis::ExploreOptions options;
  bool strict = false;  // warnings count as errors for the exit code
};
// Everything that is wrong with each file, whatever is wrong with the others. A file that does not
// load has the problems of loading only. kProblems where there is an error, or Ctrl-C stopped it.
[[nodiscard]] int check(const Context& context, const CheckRequest& request);
// Prints the page of a diagnostic's code, such as S0705; kUsage where there is none.
[[nodiscard]] int explain(const Context& context, const std::string& code);
[[nodiscard]] int format(const Context& context, const std::vector<std::string>& paths,
                         bool only_say);

struct ExploreRequest {
  std::vector<std::string> scenarios;
  analysis::ExploreOptions options;
  bool paths = false;
};
// kProblems where a scenario does not keep what it must, or the proof was not finished.
[[nodiscard]] int explore(const Context& context, const ExploreRequest& request);

struct SimulateRequest {
  std::vector<std::string> scenarios;
  analysis::SimulateOptions options;
  std::vector<analysis::Policy> bots;  // empty: all of them, compared
  int skill = 0;                       // of Policy::kSkilled
};
// kProblems where a scenario's spread does not hold, a play had to be cut, or it was stopped.
[[nodiscard]] int simulate(const Context& context, const SimulateRequest& request);

struct BenchRequest {
  std::string filter;         // pattern; empty: everything
  double min_seconds = 0.2;   // of each measurement
  bool memory = false;        // prints this process's memory with the reference story, no more
};
// kOk also where a figure is not reached: a measurement is no test.
[[nodiscard]] int bench(const Context& context, const BenchRequest& request);

struct ScoreRequest {
  std::string scenario;
  std::string node;
  std::optional<std::string> text;  // one reply; without it, or "-": one a line from the input
  bool stream = false;              // requests and answers as JSON, one a line; no scenario
};
// How typed replies are read and valued. A reply that is not understood is an answer, not a fault.
[[nodiscard]] int score(const Context& context, const ScoreRequest& request);

[[nodiscard]] int list_attempts(const Context& context);
[[nodiscard]] int show_attempt(const Context& context, std::int64_t attempt);
[[nodiscard]] int replay_attempt(const Context& context, std::int64_t attempt);

}  // namespace aplomb::cli
