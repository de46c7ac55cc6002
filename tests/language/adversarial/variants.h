// Changes to a reply that must not pay, or must not matter.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"

namespace aplomb::language {

struct Variant {
  std::string kind;
  std::string reply;
};

// Changes that must gain nothing. `heard` is the customer's last line.
std::vector<Variant> abuses(const std::string& reply, const std::string& heard,
                            base::Language language, int salt);

// Other ways to type the very same reply: width, case, script, marks, invisible characters.
std::vector<Variant> same_replies(const std::string& reply, base::Language language);

}  // namespace aplomb::language
