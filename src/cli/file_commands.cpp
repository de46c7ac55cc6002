#include <algorithm>

#include "cli/commands.h"
#include "cli/gather.h"
#include "i18n/format.h"
#include "scenario/load.h"

namespace aplomb::cli {

using i18n::Key;

int format(const Context& context, const std::vector<std::string>& paths, bool only_say) {
  const Gathered gathered = gather(context, paths);
  int code = gathered.code;
  for (const std::string& file : gathered.files) {
    auto bytes = context.files.read(file, scenario::kMaxFileSize);
    if (!bytes) {
      print_error(context, bytes.error());
      code = kInputOutput;
      continue;
    }
    std::vector<scenario::Diagnostic> problems;
    const scenario::Document document(file, *bytes, problems);
    if (!document.complete() || scenario::has_error(problems)) {
      for (const auto& each : problems) context.err << scenario::render(each, context.language) << '\n';
      code = std::max(code, kProblems);
      continue;
    }
    const std::string laid_out = scenario::canonical_layout(document);
    if (laid_out == *bytes) continue;
    if (only_say) {
      context.out << i18n::format(Key::kCliWouldFormat, context.language, file) << '\n';
      code = std::max(code, kProblems);
      continue;
    }
    if (auto written = context.files.write(file, laid_out); !written) {
      print_error(context, written.error());
      code = kInputOutput;
      continue;
    }
    context.out << i18n::format(Key::kCliFormatted, context.language, file) << '\n';
  }
  return code;
}

}  // namespace aplomb::cli
