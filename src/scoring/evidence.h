// Where a case key was said, and the words that said it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/replay.h"
#include "scoring/score_sheet.h"

namespace aplomb::scoring {

// Where cited words stand in a text; nullopt where there are none.
[[nodiscard]] std::optional<Span> span_of(std::string_view text, std::string_view words);

// Follows a conversation and remembers what revealed each case key first. The scenario must
// outlive it.
class Evidence {
 public:
  explicit Evidence(const scenario::Scenario& scenario);

  void said(engine::LineRef line, int turn);
  void consulted(std::string_view document);

  // The words behind `key`: of the line that revealed it, the document that did, or the case file.
  // Of a line or document the key's own wording is quoted where it stands there, else all of it.
  [[nodiscard]] Answered answered(std::string_view key, base::Language language) const;

 private:
  struct Source {
    std::optional<engine::LineRef> line;
    const scenario::CaseDocument* document = nullptr;
    int turn = -1;
  };
  struct Said {
    engine::LineRef line;
    int turn = 0;
  };

  void reveal(const scenario::List<scenario::Text>& keys, const Source& source);
  [[nodiscard]] std::optional<Source> line_that_says(const scenario::CaseKey& key,
                                                     base::Language language) const;

  const scenario::Scenario* scenario_;
  std::vector<std::optional<Source>> sources_;  // by case key
  std::vector<Said> said_;
};

}  // namespace aplomb::scoring
