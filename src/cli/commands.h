// One function a command. Each prints to the context and returns an exit code.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/explore.h"
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

[[nodiscard]] int check(const Context& context, const std::vector<std::string>& paths);
[[nodiscard]] int format(const Context& context, const std::vector<std::string>& paths,
                         bool only_say);

struct ExploreRequest {
  std::vector<std::string> scenarios;
  analysis::ExploreOptions options;
  bool paths = false;
};
// kProblems where a scenario does not keep what it must, or the proof was not finished.
[[nodiscard]] int explore(const Context& context, const ExploreRequest& request);

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
