#include "cli/terminal.h"

#include <algorithm>

#include "base/line_breaking.h"
#include "base/text.h"
#include "i18n/catalogue.h"

namespace aplomb::cli {
namespace {

constexpr int kNarrowest = 20;

std::string styled(const Context& context, std::string_view code, std::string_view text) {
  if (!context.styled) return std::string(text);
  return "\033[" + std::string(code) + "m" + std::string(text) + "\033[0m";
}

}  // namespace

std::string wrapped(const Context& context, std::string_view text, int indent,
                    std::string_view lead) {
  const int width = std::max(kNarrowest, context.columns - indent);
  const auto lines = base::break_lines(text, static_cast<float>(width), [](char32_t code_point) {
    return static_cast<float>(base::display_width(code_point));
  });
  std::string result;
  for (const base::LineRange& line : lines) {
    const bool first = result.empty();
    const int used = first ? base::display_width(lead) : 0;
    if (first) result += lead;
    result.append(static_cast<std::size_t>(std::max(0, indent - used)), ' ');
    result += text.substr(line.begin, line.end - line.begin);
    result += '\n';
  }
  return result;
}

std::string shortened(std::string_view text, int columns) {
  if (base::display_width(text) <= columns) return std::string(text);
  std::size_t end = 0;
  int used = 0;
  while (end < text.size()) {
    const base::DecodedCodePoint next = base::decode_utf8(text, end);
    used += base::display_width(next.value);
    if (used > columns - 1) break;
    end += next.length;
  }
  return std::string(text.substr(0, end)) + "…";
}

std::string padded(std::string_view text, int columns) {
  std::string result(text);
  const int missing = columns - base::display_width(text);
  if (missing > 0) result.append(static_cast<std::size_t>(missing), ' ');
  return result;
}

std::string right(std::string_view text, int columns) {
  const int missing = columns - base::display_width(text);
  return std::string(static_cast<std::size_t>(std::max(0, missing)), ' ') + std::string(text);
}

std::string bold(const Context& context, std::string_view text) {
  return styled(context, "1", text);
}

std::string dim(const Context& context, std::string_view text) {
  return styled(context, "2", text);
}

void print_error(const Context& context, const base::Error& error) {
  context.err << "aplomb: " << error.message.in(context.language) << '\n';
  const std::string& mend = error.mend.in(context.language);
  if (!mend.empty()) context.err << "  " << mend << '\n';
}

base::Error output_failed() {
  using i18n::Key;
  const auto both = [](Key key) {
    return base::Bilingual{std::string(text(key, base::Language::kZh)),
                           std::string(text(key, base::Language::kEn))};
  };
  return {"file.output", both(Key::kCliOutputFailed), both(Key::kCliOutputFailedMend)};
}

int exit_code(const base::Error& error) {
  const bool outside = error.code.starts_with("file.") || error.code.starts_with("records.") ||
                       error.code.starts_with("paths.");
  return outside ? kInputOutput : kProblems;
}

}  // namespace aplomb::cli
