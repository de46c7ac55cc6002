#include "engine/support.h"

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "base/text.h"

namespace aplomb::engine {

std::string read_source(const std::string& path) {
  std::ifstream file(std::string(APLOMB_SOURCE_DIR) + "/" + path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::shared_ptr<const scenario::Program> program_of(const std::string& name,
                                                    const std::string& text) {
  scenario::Loaded loaded = scenario::load(name, text);
  for (const scenario::Diagnostic& each : loaded.diagnostics) {
    ADD_FAILURE() << scenario::render(each, base::Language::kEn);
  }
  if (!loaded.program) std::abort();
  return loaded.program;
}

const AffectModel& standard_model() {
  static const std::shared_ptr<const AffectModel> model = [] {
    LoadedAffect loaded = load_affect("standard.json", read_source("assets/affect/standard.json"));
    for (const scenario::Diagnostic& each : loaded.diagnostics) {
      ADD_FAILURE() << scenario::render(each, base::Language::kEn);
    }
    if (!loaded.model) std::abort();
    return loaded.model;
  }();
  return *model;
}

std::shared_ptr<const Machine> machine_for(const Persona& persona) {
  auto json = nlohmann::ordered_json::parse(read_source("tests/scenario/minimal.json"));
  auto& customer = json["customer"];
  customer["kind"] = persona.kind;
  customer["temperament"] = persona.temperament;
  customer["meters"] = {{"heat", persona.heat},
                        {"trust", persona.trust},
                        {"clarity", persona.clarity},
                        {"patience", persona.patience}};
  if (persona.kind == "malicious") customer["meters"]["pressure"] = persona.pressure;
  return make_machine(program_of("minimal.json", json.dump()), standard_model());
}

Subject::Subject(const Persona& persona) : machine_(machine_for(persona)) {
  Silent silent;
  state_ = begin(*machine_, silent);
  before_ = state_;
}

void Subject::show(const std::string& tags) {
  std::vector<scenario::Tag> shown;
  std::uint32_t negatives = 0;
  for (const std::string_view tag : base::split(tags, ' ')) {
    if (tag.starts_with('!')) {
      const auto negative = scenario::from_id<Negative>(tag.substr(1));
      ASSERT_TRUE(negative) << tag;
      negatives |= 1U << static_cast<unsigned>(*negative);
      continue;
    }
    const std::size_t colon = tag.find(':');
    const auto behaviour = scenario::from_id<Behaviour>(tag.substr(0, colon));
    ASSERT_TRUE(behaviour) << tag;
    shown.push_back({*behaviour, static_cast<std::uint8_t>(tag[colon + 1] - '0')});
  }
  show(std::move(shown), negatives);
}

void Subject::show(std::vector<scenario::Tag> tags, std::uint32_t negatives) {
  before_ = state_;
  react(*machine_, state_, {tags, negatives}, 0, {});
}

}  // namespace aplomb::engine
