// Patterns as they are written in a lexicon, made into RE2 syntax.
//
//   <name>   one of the alternatives of the class `name`
//   …        anything within the clause, also nothing; between spaces: whole words
//   ……       anything within the sentence
//
// An English pattern that begins or ends with a letter begins or ends a word.
//
// The result is for RE2 reading bytes: its machines are then a fraction of the size that they have
// for characters, and just as right, since no character of several bytes holds another.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/language.h"

namespace aplomb::language {

class PatternSource {
 public:
  void define(std::string name, std::string alternatives);

  struct Made {
    std::string pattern;
    std::string unknown;  // a class that is not defined; then there is no pattern
  };
  [[nodiscard]] Made make(std::string_view written, base::Language language) const;

 private:
  void expand(std::string_view written, int depth, Made& made) const;

  std::map<std::string, std::string, std::less<>> classes_;
};

}  // namespace aplomb::language
