#include "app/reading.h"

#include "app/content.h"

namespace aplomb::app {
namespace {

constexpr std::string_view kLexiconFolder = "assets/language";
constexpr std::string_view kSuffix = ".json";

}  // namespace

base::Result<std::shared_ptr<const language::Reader>> load_reader(const base::FileSystem& files,
                                                                  const std::string& shared) {
  std::vector<language::LexiconFile> lexicons;
  for (const base::Language language : base::kLanguages) {
    const std::string folder =
        base::join_path(base::join_path(shared, kLexiconFolder), base::language_id(language));
    auto names = files.list(folder);
    if (!names) return base::failure(std::move(names).error());
    for (const std::string& name : *names) {
      if (!name.ends_with(kSuffix)) continue;
      const std::string path = base::join_path(folder, name);
      auto text = files.read(path, scenario::kMaxFileSize);
      if (!text) return base::failure(std::move(text).error());
      lexicons.push_back({path, *std::move(text)});
    }
  }
  auto loaded = language::Reader::load(lexicons);
  if (!loaded.reader) return base::failure(as_error(loaded.diagnostics));
  return std::move(loaded.reader);
}

}  // namespace aplomb::app
