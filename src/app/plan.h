// A plan: the inputs of one conversation as plain text, one step a line, with what is expected
// between them, so that it reads like the conversation.
//
//   scenario cold-clerk
//   lang zh
//   seed 1
//   expect stage receive
//   pick greet_by_name
//   expect line 我排了
//   consult queue_log
//   record demand 道歉
//   expect ending stays
//
// Inputs: pick ID, type TEXT (needs a Playing that reads), listen, interrupt, pause, silence, manager, consult ID, record FIELD TEXT,
// note TEXT, lang zh|en. Expectations: stage, node, line (how a line since the last input begins,
// in the plan's own language), options (replies on offer), ending, score; after something typed also
// way (the reply whose way it went, "rule", or "nowhere") and read: a behaviour with its level, a
// negative or a critical failure that it shows. # begins a comment.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/playing.h"

namespace aplomb::app {

struct Expectation {
  enum class Kind : std::uint8_t { kStage, kNode, kLine, kOptions, kEnding, kScore, kRead, kWay };
  Kind kind{};
  std::string text;
};

struct PlanStep {
  int line = 0;  // of the file
  std::variant<engine::Action, Expectation> what;
};

struct Plan {
  std::string file;
  std::string scenario;
  std::optional<base::Language> language;
  std::optional<engine::Mode> mode;
  std::optional<std::uint64_t> seed;
  std::vector<PlanStep> steps;
};

// Fails with plan.bad_step, naming the line.
[[nodiscard]] base::Result<Plan> parse_plan(std::string file, std::string_view text);

// One step. Fails with attempt.not_offered or plan.not_met, naming the line; what was played
// before stays.
[[nodiscard]] base::Result<void> take_step(Playing& playing, const Plan& plan,
                                           const PlanStep& step);

}  // namespace aplomb::app
