#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

#include "base/language.h"

namespace aplomb::base {

// What went wrong with content or input and output, as a value. `message` says what is wrong,
// `mend` what the person can do about it; both are whole sentences. `code` is stable and made
// for tests and machines, such as "file.not_found".
struct Error {
  std::string code;
  Bilingual message;
  Bilingual mend;

  bool operator==(const Error&) const = default;
};

// Either a value or an error. Exceptions are for bugs; everything that can go wrong in a correct
// program comes back as a Result.
template <class T, class E = Error>
using Result = tl::expected<T, E>;

// Wraps an error so that it converts to any Result: `return failure(error);`.
template <class E>
tl::unexpected<std::decay_t<E>> failure(E&& error) {
  return tl::unexpected<std::decay_t<E>>(std::forward<E>(error));
}

inline tl::unexpected<Error> failure(std::string code, Bilingual message, Bilingual mend) {
  return tl::unexpected<Error>(Error{std::move(code), std::move(message), std::move(mend)});
}

}  // namespace aplomb::base
