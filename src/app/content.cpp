#include "app/content.h"

#include <algorithm>

#include "base/hash.h"
#include "base/text.h"

namespace aplomb::app {
namespace {

constexpr std::string_view kRubricFile = "assets/rubrics/standard.json";
constexpr std::string_view kAffectFile = "assets/affect/standard.json";
constexpr std::string_view kScenarioFolder = "scenarios";
constexpr std::string_view kSuffix = ".json";

}  // namespace

base::Error as_error(const std::vector<scenario::Diagnostic>& diagnostics) {
  const auto first = std::find_if(
      diagnostics.begin(), diagnostics.end(),
      [](const auto& each) { return each.severity == scenario::Severity::kError; });
  base::Error error{"content.broken", {}, {}};
  if (first == diagnostics.end()) return error;
  for (const base::Language language : base::kLanguages) {
    error.message.in(language) = first->file + ":" + std::to_string(first->line) + ":" +
                                 std::to_string(first->column) + ": " + first->code + ": " +
                                 scenario::message(*first, language);
    error.mend.in(language) = scenario::mend(*first, language);
  }
  return error;
}

scenario::Diagnostic unreadable(const std::string& file, const base::Error& error) {
  scenario::Diagnostic problem;
  problem.code = error.code == "file.too_large" ? "S0102" : "S0101";
  problem.file = file;
  problem.path = "$";
  std::string reason = error.code.substr(error.code.find('.') + 1);
  std::replace(reason.begin(), reason.end(), '_', ' ');
  problem.values = {{"reason", std::move(reason)}, {"size", ""}};
  return problem;
}

base::Result<Standard> standard_from(std::string rubric_bytes, std::string affect_bytes) {
  auto rubric = scoring::load_rubric(std::string(kRubricFile), rubric_bytes);
  if (!rubric.rubric) return base::failure(as_error(rubric.diagnostics));
  auto affect = engine::load_affect(std::string(kAffectFile), affect_bytes);
  if (!affect.model) return base::failure(as_error(affect.diagnostics));
  Standard standard;
  standard.rubric = std::move(rubric.rubric);
  standard.rubric_hash = base::sha256_hex(rubric_bytes);
  standard.rubric_bytes = std::move(rubric_bytes);
  standard.affect = std::move(affect.model);
  standard.affect_hash = base::sha256_hex(affect_bytes);
  standard.affect_bytes = std::move(affect_bytes);
  return standard;
}

base::Result<Standard> load_standard(const base::FileSystem& files, const std::string& shared) {
  auto rubric = files.read(base::join_path(shared, kRubricFile), scenario::kMaxFileSize);
  if (!rubric) return base::failure(std::move(rubric).error());
  auto affect = files.read(base::join_path(shared, kAffectFile), scenario::kMaxFileSize);
  if (!affect) return base::failure(std::move(affect).error());
  return standard_from(*std::move(rubric), *std::move(affect));
}

LoadedStory story_from(std::string file, std::string bytes, const Standard& standard) {
  LoadedStory result;
  auto loaded = scenario::load(file, bytes);
  result.diagnostics = std::move(loaded.diagnostics);
  if (!loaded.program) return result;
  auto story = std::make_shared<Story>();
  story->file = std::move(file);
  story->hash = base::sha256_hex(bytes);
  story->bytes = std::move(bytes);
  story->scenario = std::move(loaded.scenario);
  story->machine = engine::make_machine(std::move(loaded.program), *standard.affect);
  story->valuation = std::make_shared<scoring::Valuation>(story->machine, standard.rubric);
  story->reference = scoring::reference_play(*story->valuation);
  result.story = std::move(story);
  return result;
}

LoadedStory load_story(const base::FileSystem& files, const std::string& file,
                       const Standard& standard) {
  auto bytes = files.read(file, scenario::kMaxFileSize);
  if (!bytes) return {nullptr, {unreadable(file, bytes.error())}};
  return story_from(file, *std::move(bytes), standard);
}

base::Result<std::vector<std::string>> scenario_files(const base::FileSystem& files,
                                                      const std::string& shared) {
  const std::string folder = base::join_path(shared, kScenarioFolder);
  auto names = files.list(folder);
  if (!names) return base::failure(std::move(names).error());
  std::vector<std::string> found;
  for (const std::string& name : *names) {
    if (name.ends_with(kSuffix)) found.push_back(base::join_path(folder, name));
  }
  return found;
}

base::Result<std::string> find_scenario(const base::FileSystem& files, const std::string& shared,
                                        const std::string& name) {
  if (files.is_file(name)) return name;
  auto all = scenario_files(files, shared);
  if (!all) return base::failure(std::move(all).error());
  std::string known;
  std::vector<std::string> ids;
  for (const std::string& file : *all) {
    std::string id(base::file_name(file));
    id.resize(id.size() - kSuffix.size());
    if (id == name) return file;
    known += (known.empty() ? "" : ", ") + id;
    ids.push_back(std::move(id));
  }
  const std::vector<std::string_view> views(ids.begin(), ids.end());
  base::Bilingual mend{"现有的剧本：" + known + "。", "There are: " + known + "."};
  if (const auto near = base::nearest(name, views)) {
    mend = {"您是不是想找“" + std::string(*near) + "”？" + mend.zh,
            "Did you mean “" + std::string(*near) + "”? " + mend.en};
  }
  return base::failure("content.no_scenario",
                       {"没有叫“" + name + "”的剧本，也没有这个文件。",
                        "There is no scenario “" + name + "”, and no file of that name."},
                       std::move(mend));
}

}  // namespace aplomb::app
