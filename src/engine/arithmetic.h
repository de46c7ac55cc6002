// What the operations of a condition do with values. Shared by those who evaluate conditions on a
// state and those who evaluate them on what they know of one.
#pragma once

#include <cstdint>

#include "scenario/program.h"

namespace aplomb::engine {

using scenario::Operation;

[[nodiscard]] constexpr bool is_test(Operation operation) {
  return operation >= Operation::kTestEqual && operation <= Operation::kTestGreaterEqual;
}

[[nodiscard]] constexpr bool is_binary(Operation operation) {
  return (operation >= Operation::kEqual && operation <= Operation::kSubtract) ||
         operation == Operation::kAnd || operation == Operation::kOr;
}

// Of a kTest… instruction, with the value of its slot.
[[nodiscard]] constexpr bool test(const scenario::Instruction& instruction, std::int32_t left) {
  switch (instruction.operation) {
    case Operation::kTestEqual: return left == instruction.value;
    case Operation::kTestNotEqual: return left != instruction.value;
    case Operation::kTestLess: return left < instruction.value;
    case Operation::kTestLessEqual: return left <= instruction.value;
    case Operation::kTestGreater: return left > instruction.value;
    default: return left >= instruction.value;
  }
}

// Of a binary operation.
[[nodiscard]] constexpr std::int32_t combine(Operation operation, std::int32_t left,
                                             std::int32_t right) {
  switch (operation) {
    case Operation::kEqual: return left == right ? 1 : 0;
    case Operation::kNotEqual: return left != right ? 1 : 0;
    case Operation::kLess: return left < right ? 1 : 0;
    case Operation::kLessEqual: return left <= right ? 1 : 0;
    case Operation::kGreater: return left > right ? 1 : 0;
    case Operation::kGreaterEqual: return left >= right ? 1 : 0;
    case Operation::kAdd: return left + right;
    case Operation::kSubtract: return left - right;
    case Operation::kAnd: return (left != 0 && right != 0) ? 1 : 0;
    default: return (left != 0 || right != 0) ? 1 : 0;
  }
}

}  // namespace aplomb::engine
