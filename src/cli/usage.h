// What is wrong with a command line, in the person's language: CLI11 itself speaks only English.
#pragma once

#include <CLI/CLI.hpp>

#include <cstdint>
#include <string>
#include <vector>

#include "base/language.h"

namespace aplomb::cli {

// Lets `app`, which has no options and commands yet, print its help in this language.
void speak(CLI::App& app, base::Language language);

// Accepts one of these words.
[[nodiscard]] CLI::Validator one_of(const std::vector<std::string>& words,
                                    base::Language language);

// Accepts a whole number from `least` to `most`.
[[nodiscard]] CLI::Validator whole_number(std::int64_t least, std::int64_t most,
                                          base::Language language);

// Accepts a number of seconds from a thousandth to sixty.
[[nodiscard]] CLI::Validator seconds(base::Language language);

// Accepts the number of an attempt: 1 or more.
[[nodiscard]] CLI::Validator attempt_number(base::Language language);

// One sentence that says what `app` could not make sense of.
[[nodiscard]] std::string wrong_usage(const CLI::App& app, const CLI::ParseError& error,
                                      base::Language language);

}  // namespace aplomb::cli
