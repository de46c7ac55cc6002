#include "cli/gather.h"

#include "app/content.h"
#include "i18n/format.h"

namespace aplomb::cli {

Gathered gather(const Context& context, const std::vector<std::string>& paths) {
  Gathered gathered;
  for (const std::string& path : paths) {
    if (context.files.kind(path) != base::FileKind::kFolder) {
      auto file = app::find_scenario(context.files, context.shared, path);
      if (!file) {
        print_error(context, base::file_error(base::FileFailure::kNotFound, path));
        gathered.code = kInputOutput;
        continue;
      }
      gathered.files.push_back(*std::move(file));
      continue;
    }
    auto names = context.files.list(path);
    if (!names) {
      print_error(context, names.error());
      gathered.code = kInputOutput;
      continue;
    }
    const std::size_t before = gathered.files.size();
    for (const std::string& name : *names) {
      if (name.ends_with(".json")) gathered.files.push_back(base::join_path(path, name));
    }
    if (gathered.files.size() == before) {
      context.err << i18n::format(i18n::Key::kCliNothingToCheck, context.language, path) << '\n';
      gathered.code = kProblems;
    }
  }
  return gathered;
}

}  // namespace aplomb::cli
