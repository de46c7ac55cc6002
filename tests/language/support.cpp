#include "language/support.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "support/files.h"

namespace aplomb::language {
namespace {

std::vector<std::filesystem::path> json_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::shared_ptr<const Reader> load_reader() {
  std::vector<LexiconFile> files;
  for (const std::string folder : {"zh", "en"}) {
    for (const auto& path : json_files(test::source_dir() / "assets" / "language" / folder)) {
      files.push_back({path.string(), test::read_file(path)});
    }
  }
  auto loaded = Reader::load(files);
  for (const scenario::Diagnostic& each : loaded.diagnostics) {
    ADD_FAILURE() << scenario::render(each, base::Language::kEn);
  }
  if (!loaded.reader) std::abort();
  return loaded.reader;
}

std::string words(const std::vector<Span>& spans, std::string_view reply) {
  std::string all;
  for (const Span& each : spans) {
    all += " [" + std::string(reply.substr(each.first, each.end - each.first)) + "]";
  }
  return all;
}

}  // namespace

const Reader& shipped_reader() {
  static const std::shared_ptr<const Reader> reader = load_reader();
  return *reader;
}

const std::vector<ShippedScenario>& shipped_scenarios() {
  static const std::vector<ShippedScenario> all = [] {
    std::vector<ShippedScenario> loaded;
    for (const auto& path : test::shipped_scenarios()) {
      auto each = scenario::load(path.string(), test::read_file(path));
      if (!each.scenario) continue;
      CaseBook book = shipped_reader().prepare(*each.scenario);
      loaded.push_back({path.stem().string(), std::move(each.scenario), std::move(book)});
    }
    return loaded;
  }();
  return all;
}

const ShippedScenario* shipped_scenario(std::string_view id) {
  for (const ShippedScenario& each : shipped_scenarios()) {
    if (each.id == id) return &each;
  }
  return nullptr;
}

const scenario::Node* node_of(const ShippedScenario& shipped, std::string_view id) {
  for (const scenario::Node& each : shipped.scenario->nodes) {
    if (each.id == id) return &each;
  }
  return nullptr;
}

Moment::Moment(const ShippedScenario& shipped, const scenario::Node& node,
               base::Language language) {
  const auto& keys = shipped.scenario->keys;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i].open) context.known.set(i);
    for (const scenario::Line& line : node.lines) {
      if (std::find(line.reveals.begin(), line.reveals.end(), keys[i].id) != line.reveals.end()) {
        context.known.set(i);
      }
    }
  }
  for (const scenario::Line& line : node.lines) {
    if (line.by == scenario::Speaker::kCustomer) heard.push_back(line.text.in(language));
  }
  context.book = &shipped.book;
  context.heard = heard;
  context.stage = node.stage;
  context.provoking = node.provoking;
  context.technical = node.technical;
}

Reading read_at(const ShippedScenario& shipped, const scenario::Node& node, base::Language language,
                std::string_view reply) {
  const Moment moment(shipped, node, language);
  return shipped_reader().read(reply, moment.context);
}

Reading read_alone(std::string_view reply, std::vector<std::string_view> heard) {
  Context context;
  context.heard = heard;
  return shipped_reader().read(reply, context);
}

std::string describe(const Reading& reading, std::string_view reply) {
  std::string all(id_of(reading.understanding));
  for (const ShownBehaviour& each : reading.behaviours) {
    all += "; " + std::string(scenario::id_of(each.behaviour)) + " " +
           std::to_string(int{each.level}) + words(each.spans, reply);
  }
  for (const ShownNegative& each : reading.negatives) {
    all += "; -" + std::string(scenario::id_of(each.negative)) + words(each.spans, reply);
  }
  return all;
}

}  // namespace aplomb::language
