#include "scoring/record_form.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"

namespace aplomb::scoring {
namespace {

std::string normalised(std::string_view text) {
  constexpr char32_t kFullWidthFirst = 0xFF01;
  constexpr char32_t kFullWidthLast = 0xFF5E;
  constexpr char32_t kFullWidthOffset = 0xFF01 - U'!';
  constexpr char32_t kIdeographicSpace = 0x3000;
  std::string half;
  for (std::size_t i = 0; i < text.size();) {
    const base::DecodedCodePoint point = base::decode_utf8(text, i);
    i += point.length;
    if (point.value >= kFullWidthFirst && point.value <= kFullWidthLast) {
      half += static_cast<char>(point.value - kFullWidthOffset);
    } else if (point.value == kIdeographicSpace) {
      half += ' ';
    } else {
      base::append_utf8(half, point.value);
    }
  }
  return base::to_lower_ascii(base::trim(half));
}

bool contains(std::string_view written, std::string_view wording) {
  const std::string wanted = normalised(wording);
  return !wanted.empty() && written.find(wanted) != std::string_view::npos;
}

// The canonical wording or an accepted one, in either language.
bool says(std::string_view written, const scenario::Bilingual& text,
          const std::array<scenario::List<scenario::Text>, 2>& accepted) {
  if (contains(written, text.zh) || contains(written, text.en)) return true;
  return std::any_of(accepted.begin(), accepted.end(), [&](const auto& wordings) {
    return std::any_of(wordings.begin(), wordings.end(),
                       [&](const std::string& wording) { return contains(written, wording); });
  });
}

}  // namespace

RecordResult judge_field(const scenario::Scenario& scenario, const scenario::RecordAnswer& answer,
                         std::string_view written) {
  const std::string text = normalised(written);
  if (text.empty()) return RecordResult::kEmpty;
  if (answer.founded) {
    return text == scenario::id_of(*answer.founded) ? RecordResult::kRight : RecordResult::kWrong;
  }
  if (says(text, answer.answer, answer.accepted)) return RecordResult::kRight;
  std::size_t spoken = 0;
  for (const scenario::CaseKey& key : scenario.keys) {
    const bool wanted =
        std::find(answer.keys.begin(), answer.keys.end(), key.id) != answer.keys.end();
    if (wanted && says(text, key.text, key.accepted)) ++spoken;
  }
  if (spoken == 0) return RecordResult::kWrong;
  return spoken == answer.keys.size() ? RecordResult::kRight : RecordResult::kPartly;
}

}  // namespace aplomb::scoring
