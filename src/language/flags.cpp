#include "language/flags.h"

#include <algorithm>

namespace aplomb::language {

FlagNames::FlagNames()
    : names_{"case",   "provoking", "technical", "acknowledged", "early",    "short",
             "bad",    "spoiled",   "asked",     "content",      "fact",     "feeling",
             "want",   "limit",     "heard",     "number",       "specific", "parrot",
             "name",   "many",      "rare",      "news",         "says",     "long",
             "theirs", "taken",     "run_on",    "salad",        "padded",   "stuffed"} {}

std::optional<Flag> FlagNames::find(std::string_view name) const {
  const auto found = std::find(names_.begin(), names_.end(), name);
  if (name.empty() || found == names_.end()) return std::nullopt;
  return static_cast<Flag>(found - names_.begin());
}

std::optional<Flag> FlagNames::make(std::string_view name) {
  if (const auto found = find(name)) return found;
  if (names_.size() == kMaxFlags) return std::nullopt;
  names_.emplace_back(name);
  return static_cast<Flag>(names_.size() - 1);
}

std::optional<Condition> FlagNames::condition(std::string_view text) const {
  Condition condition;
  const auto take = [&text](std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
  };
  condition.negated = take("not.");
  if (take("reply.")) condition.scope = Condition::Scope::kReply;
  if (take("before.")) condition.scope = Condition::Scope::kBefore;
  if (take("near.")) condition.scope = Condition::Scope::kNear;
  const auto flag = find(text);
  if (!flag) return std::nullopt;
  condition.flag = *flag;
  return condition;
}

}  // namespace aplomb::language
