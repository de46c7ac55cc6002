#include "scoring/evidence.h"

#include <algorithm>

#include "base/text.h"

namespace aplomb::scoring {
namespace {

// The key's own words in `text`: its canonical wording, else the longest accepted one. Upper and
// lower case make no difference. Empty where it has none of them.
std::string_view wording_in(std::string_view text, const scenario::CaseKey& key,
                            base::Language language) {
  const std::string lower = base::to_lower_ascii(text);
  const auto find = [&](std::string_view wording) -> std::string_view {
    if (wording.empty()) return {};
    const std::size_t at = lower.find(base::to_lower_ascii(wording));
    return at == std::string::npos ? std::string_view() : text.substr(at, wording.size());
  };
  std::string_view found = find(key.text.in(language));
  if (!found.empty()) return found;
  for (const scenario::Text& wording : key.accepted[static_cast<std::size_t>(language)]) {
    const std::string_view other = find(wording);
    if (other.size() > found.size()) found = other;
  }
  return found;
}

}  // namespace

std::optional<Span> span_of(std::string_view text, std::string_view words) {
  if (words.empty()) return std::nullopt;
  const std::size_t at = text.find(words);
  if (at == std::string_view::npos) return std::nullopt;
  return Span{at, at + words.size()};
}

Evidence::Evidence(const scenario::Scenario& scenario)
    : scenario_(&scenario), sources_(scenario.keys.size()) {
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    if (scenario.keys[i].open) sources_[i] = Source{};
  }
}

void Evidence::reveal(const scenario::List<scenario::Text>& keys, const Source& source) {
  for (const scenario::Text& id : keys) {
    const auto key = std::find_if(scenario_->keys.begin(), scenario_->keys.end(),
                                  [&](const auto& each) { return each.id == id; });
    if (key == scenario_->keys.end()) continue;
    auto& known = sources_[static_cast<std::size_t>(key - scenario_->keys.begin())];
    if (!known) known = source;
  }
}

void Evidence::said(engine::LineRef line, int turn) {
  reveal(engine::line_of(*scenario_, line).reveals, {line, nullptr, turn});
  said_.push_back({line, turn});
}

void Evidence::consulted(std::string_view document) {
  for (const scenario::CaseDocument& each : scenario_->documents) {
    if (each.id == document) reveal(each.reveals, {std::nullopt, &each, -1});
  }
}

std::optional<Evidence::Source> Evidence::line_that_says(const scenario::CaseKey& key,
                                                         base::Language language) const {
  for (const Said& said : said_) {
    const scenario::Line& line = engine::line_of(*scenario_, said.line);
    if (!wording_in(line.text.in(language), key, language).empty()) {
      return Source{said.line, nullptr, said.turn};
    }
  }
  return std::nullopt;
}

Answered Evidence::answered(std::string_view key, base::Language language) const {
  Answered answered;
  answered.key = key;
  answered.turn = -1;
  const auto found = std::find_if(scenario_->keys.begin(), scenario_->keys.end(),
                                  [&](const auto& each) { return each.id == key; });
  if (found == scenario_->keys.end()) return answered;
  std::optional<Source> source =
      sources_[static_cast<std::size_t>(found - scenario_->keys.begin())];
  // An effect reveals a key without saying so; somebody may have said it all the same.
  if (!source) source = line_that_says(*found, language);
  if (!source || (!source->line && source->document == nullptr)) {
    answered.quote = found->text.in(language);
    return answered;
  }
  const std::string& text = source->line
                                ? engine::line_of(*scenario_, *source->line).text.in(language)
                                : source->document->text.in(language);
  const std::string_view wording = wording_in(text, *found, language);
  answered.quote = wording.empty() ? std::string_view(text) : wording;
  answered.turn = source->turn;
  return answered;
}

}  // namespace aplomb::scoring
