#include <algorithm>

#include "app/content.h"
#include "cli/commands.h"
#include "cli/gather.h"
#include "cli/json_output.h"
#include "i18n/format.h"
#include "scenario/load.h"

namespace aplomb::cli {

using i18n::Key;

int check(const Context& context, const std::vector<std::string>& paths) {
  Gathered gathered = gather(context, paths);
  std::vector<scenario::Diagnostic> all;
  int broken = 0;
  for (const std::string& file : gathered.files) {
    std::vector<scenario::Diagnostic> found;
    auto bytes = context.files.read(file, scenario::kMaxFileSize);
    if (bytes) {
      found = scenario::load(file, *std::move(bytes)).diagnostics;
    } else {
      found.push_back(app::unreadable(file, bytes.error()));
      if (bytes.error().code != "file.too_large") gathered.code = kInputOutput;
    }
    if (scenario::has_error(found)) ++broken;
    if (!context.json) {
      for (const scenario::Diagnostic& each : found) {
        context.out << scenario::render(each, context.language) << '\n';
      }
      if (found.empty()) {
        context.out << i18n::format(Key::kCliCheckedGood, context.language, file) << '\n';
      }
    }
    all.insert(all.end(), found.begin(), found.end());
  }
  if (context.json) {
    print(context, {{"files", gathered.files}, {"diagnostics", to_json(all, context.language)}});
  } else if (gathered.files.size() > 1) {
    context.out << i18n::format(Key::kCliChecked, context.language, gathered.files.size(), broken,
                                all.size())
                << '\n';
  }
  if (gathered.code != kOk) return gathered.code;
  return broken > 0 ? kProblems : kOk;
}

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
