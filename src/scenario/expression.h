// Conditions and effects: text to bytecode, with every name and type checked.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "scenario/program.h"

namespace aplomb::scenario {

// What is wrong in an expression, and how many bytes into it.
struct ExpressionProblem {
  std::string code;
  std::size_t offset = 0;
  std::vector<std::pair<std::string, std::string>> values;
};

// What a name means in an expression.
struct NamedSlot {
  Index slot = 0;
  VariableType type{};
  bool meter = false;
  const List<Text>* values = nullptr;  // of an enum
  int min = 0;
  int max = 100;
};

// The names that expressions of one file may use. The functions return the slot or bit for an
// id, or nullopt when there is none of that id; asking may reserve it.
struct Names {
  std::unordered_map<std::string, NamedSlot> slots;
  std::function<std::optional<Index>(std::string_view)> knows;
  std::function<std::optional<Index>(std::string_view)> visits;
  std::function<std::optional<Index>(std::string_view)> used;
  std::function<std::optional<Index>(std::string_view)> read;
  std::function<void(Behaviour)> shown;
  // The ids that a function accepts, for "did you mean".
  std::function<std::vector<std::string>(std::string_view function)> candidates;
  int vent_need = 0;
  bool typed = false;  // level() and negative() are known
};

// Appends the condition's code to `code`. On a problem nothing is appended.
[[nodiscard]] std::variant<Condition, ExpressionProblem> compile_condition(
    std::string_view text, const Names& names, std::vector<Instruction>& code);

[[nodiscard]] std::variant<Effect, ExpressionProblem> compile_effect(std::string_view text,
                                                                     const Names& names);

// The id of `candidates` nearest to `id`, if it is near enough to be meant; else empty.
[[nodiscard]] std::string suggestion(std::string_view id,
                                     const std::vector<std::string>& candidates);

}  // namespace aplomb::scenario
