// assets/schema/scenario-1.schema.json says the same as the loader, as far as a schema can: it
// knows nothing of references between parts, of sums and of conditions.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include "broken_samples.h"
#include "scenario/load.h"
#include "scenario/vocabulary.h"

namespace aplomb::scenario {
namespace {

constexpr const char* kSchemaPath = "assets/schema/scenario-1.schema.json";

const Json& schema() {
  static const Json whole = Json::parse(read_source(kSchemaPath));
  return whole;
}

const Json& definition(const std::string& name) { return schema()["definitions"].at(name); }

template <class Enum>
std::vector<std::string> words() {
  return {ids<Enum>().begin(), ids<Enum>().end()};
}

std::vector<std::string> keys_of(const Json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items())
    keys.push_back(key);
  return keys;
}

std::vector<std::string> choices(const std::string& name) { return definition(name)["enum"]; }

TEST(Schema, KnowsTheWordsOfTheLoader) {
  EXPECT_EQ(choices("complaint_type"), words<ComplaintType>());
  EXPECT_EQ(choices("industry"), words<Industry>());
  EXPECT_EQ(choices("channel"), words<Channel>());
  EXPECT_EQ(choices("customer_kind"), words<CustomerKind>());
  EXPECT_EQ(choices("temperament"), words<Temperament>());
  EXPECT_EQ(choices("speaker"), words<Speaker>());
  EXPECT_EQ(choices("emotion"), words<Emotion>());
  EXPECT_EQ(choices("stage"), words<Stage>());
  EXPECT_EQ(choices("ending_kind"), words<EndingKind>());
  EXPECT_EQ(choices("founded"), words<Founded>());
  EXPECT_EQ(choices("face_shape"), words<FaceShape>());
  EXPECT_EQ(choices("hair"), words<Hair>());
  EXPECT_EQ(choices("hair_color"), words<HairColor>());
  EXPECT_EQ(choices("glasses"), words<Glasses>());
  EXPECT_EQ(choices("beard"), words<Beard>());
  EXPECT_EQ(choices("age"), words<Age>());
  EXPECT_EQ(choices("clothing"), words<Clothing>());
  EXPECT_EQ(keys_of(definition("shows")["properties"]), words<Behaviour>());
  EXPECT_EQ(keys_of(definition("negatives")["properties"]), words<Negative>());
  EXPECT_EQ(keys_of(definition("record")["properties"]), words<RecordField>());
  EXPECT_EQ(keys_of(definition("meters")["properties"]), words<Meter>());
  EXPECT_EQ(keys_of(schema()["properties"]["case"]["properties"]), words<CaseGroup>());
}

bool has_chinese(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c < 0; });
}

// An English part, `separator`, a Chinese part.
void expect_bilingual(const std::string& text, const std::string& separator) {
  const std::size_t at = text.find(separator);
  ASSERT_NE(at, std::string::npos) << text;
  EXPECT_GT(at, 0U) << text;
  EXPECT_TRUE(has_chinese(text.substr(at + separator.size()))) << text;
}

void expect_help(const Json& part) {
  if (part.is_object()) {
    const auto described = part.find("description");
    if (described != part.end() && described->is_string()) {
      const std::string text = *described;
      expect_bilingual(text, text.find('\n') == std::string::npos ? " · " : "\n");
    }
    if (part.contains("enumDescriptions")) {
      EXPECT_EQ(part["enumDescriptions"].size(), part["enum"].size()) << part.dump();
      for (const Json& each : part["enumDescriptions"])
        expect_bilingual(each, " · ");
    }
  }
  if (part.is_structured()) {
    for (const auto& [key, value] : part.items())
      expect_help(value);
  }
}

TEST(Schema, HelpsInBothLanguages) { expect_help(schema()); }

// A description of its own, or of the part that it refers to.
bool is_described(const Json& property) {
  constexpr std::string_view kDefinitions = "#/definitions/";
  const std::string reference = property.value("$ref", "");
  return property.contains("description") ||
         (reference.starts_with(kDefinitions) &&
          definition(reference.substr(kDefinitions.size())).contains("description"));
}

void expect_described(const Json& part) {
  if (!part.is_structured()) return;
  for (const auto& [key, value] : part.items()) {
    if (key == "anyOf") continue;  // variants of what is described beside it
    if (key == "properties" && part.contains("additionalProperties")) {
      for (const auto& [name, property] : value.items()) {
        EXPECT_TRUE(is_described(property)) << name << " in " << keys_of(value).front() << "…";
      }
    }
    expect_described(value);
  }
}

TEST(Schema, DescribesEveryKey) { expect_described(schema()); }

// For each document what the schema has against it; null when nothing.
std::vector<Json> faults(const Json& documents) {
  const auto file = std::filesystem::temp_directory_path() /
                    ("aplomb-documents-" + std::to_string(::getpid()) + ".json");
  std::ofstream(file, std::ios::binary) << documents.dump();
  // Debian's own interpreter: the one that python3-jsonschema belongs to.
  const std::string command = "/usr/bin/python3 " APLOMB_SOURCE_DIR "/tests/scenario/validate.py " +
                              std::string(APLOMB_SOURCE_DIR "/") + kSchemaPath + " " +
                              file.string();
  std::string answer;
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
  std::array<char, 4096> buffer;
  for (std::size_t read = 0;
       (read = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) > 0;) {
    answer.append(buffer.data(), read);
  }
  std::filesystem::remove(file);
  const Json result = Json::parse(answer, nullptr, false);
  if (!result.is_array() || result.size() != documents.size()) {
    ADD_FAILURE() << "no answer from: " << command
                  << "\n(scripts/setup installs python3-jsonschema)";
    return std::vector<Json>(documents.size(), "not checked");
  }
  return result;
}

TEST(Schema, AcceptsEveryShippedScenario) {
  Json documents = Json::array();
  std::vector<std::string> names{"tests/scenario/minimal.json", "tests/scenario/complete.json"};
  for (const auto& entry : std::filesystem::directory_iterator(APLOMB_SOURCE_DIR "/scenarios")) {
    if (entry.path().extension() == ".json") {
      names.push_back("scenarios/" + entry.path().filename().string());
    }
  }
  for (const std::string& name : names)
    documents.push_back(Json::parse(read_source(name)));
  const std::vector<Json> found = faults(documents);
  for (std::size_t i = 0; i < names.size(); ++i) {
    EXPECT_TRUE(found[i].is_null()) << names[i] << ": " << found[i];
  }
}

TEST(Schema, RefusesWhatItCanSeeOfTheBrokenSamples) {
  std::vector<BrokenSample> samples;
  Json documents = Json::array();
  for (const BrokenSample& sample : broken_samples()) {
    // A schema sees values, not text: what is no JSON, or JSON that says a key twice, never
    // comes to it.
    if (sample.code < "S0108" || !Json::accept(sample.text)) continue;
    samples.push_back(sample);
    documents.push_back(Json::parse(sample.text));
  }
  const std::vector<Json> found = faults(documents);
  for (std::size_t i = 0; i < samples.size(); ++i) {
    EXPECT_EQ(!found[i].is_null(), samples[i].schema)
        << samples[i].code << ", " << samples[i].about << ": " << found[i];
  }
}

// Every key of the schema stands in complete.json, so that the test below meets all of them.
void collect_keys(const Json& value, std::set<std::string>& keys) {
  if (!value.is_structured()) return;
  for (const auto& [key, member] : value.items()) {
    if (value.is_object()) keys.insert(key);
    collect_keys(member, keys);
  }
}

void collect_properties(const Json& part, std::set<std::string>& names) {
  if (!part.is_structured()) return;
  for (const auto& [key, value] : part.items()) {
    if (key == "shows" || key == "negatives") continue;  // all alike
    if (key == "properties") {
      for (const auto& [name, property] : value.items())
        names.insert(name);
    }
    collect_properties(value, names);
  }
}

TEST(Schema, HasNoKeyThatTheCompleteScenarioLacks) {
  std::set<std::string> used;
  collect_keys(Json::parse(read_source("tests/scenario/complete.json")), used);
  used.insert("pressure");  // of a malicious customer only
  std::set<std::string> known;
  collect_properties(schema(), known);
  EXPECT_GT(known.size(), 90U);
  std::vector<std::string> lacking;
  std::set_difference(known.begin(), known.end(), used.begin(), used.end(),
                      std::back_inserter(lacking));
  EXPECT_THAT(lacking, testing::IsEmpty());
}

struct Mutant {
  std::string about;
  Json document;
};

// Every way to break one value of a document: taken away, of two other types, or, for an object,
// with one member too many. Places that are alike are broken once.
class Mutations {
 public:
  explicit Mutations(Json document) : whole_(std::move(document)) {
    collect_properties(schema(), words_);
    walk(Json::json_pointer(), "");
  }

  [[nodiscard]] const std::vector<Mutant>& all() const { return all_; }

 private:
  using Pointer = Json::json_pointer;

  void walk(const Pointer& at, const std::string& shape) {
    const Json value = whole_[at];
    if (seen_.insert(shape).second) break_value(at, value);
    if (value.is_array()) {
      for (std::size_t i = 0; i < value.size(); ++i)
        walk(at / i, shape + "/0");
    } else if (value.is_object()) {
      for (const std::string& key : keys_of(value)) {
        walk(at / key, shape + "/" + (words_.contains(key) ? key : "id"));
      }
    }
  }

  void break_value(const Pointer& at, const Json& value) {
    add("null at ", at, [&](Json& document) { document[at] = nullptr; });
    add("another type at ", at,
        [&](Json& document) { document[at] = value.is_object() ? Json("x") : Json::object(); });
    if (value.is_object()) {
      add("one too many at ", at, [&](Json& document) { document[at]["colour"] = 1; });
    }
    if (at.empty()) return;
    add("nothing at ", at, [&](Json& document) {
      Json& parent = document[at.parent_pointer()];
      if (parent.is_array()) {
        parent.erase(std::stoul(at.back()));
      } else {
        parent.erase(at.back());
      }
    });
  }

  template <class Change>
  void add(const std::string& what, const Pointer& at, Change change) {
    Mutant mutant{what + at.to_string(), whole_};
    change(mutant.document);
    all_.push_back(std::move(mutant));
  }

  Json whole_;
  std::set<std::string> words_;  // of the format; every other key is an id of the author's
  std::set<std::string> seen_;
  std::vector<Mutant> all_;
};

// What a schema can see too, of everything that the loader reports.
bool is_visible(const std::string& code) {
  static const std::set<std::string> hidden{"S0107", "S0210", "S0214"};
  static const std::set<std::string> seen{"S0310", "S0311", "S0312", "S0415", "S0416"};
  return seen.contains(code) || (code < "S0300" && !hidden.contains(code));
}

TEST(Schema, AgreesWithTheLoaderOnEveryMutant) {
  const Mutations mutations(Json::parse(read_source("tests/scenario/complete.json")));
  Json documents = Json::array();
  for (const Mutant& mutant : mutations.all())
    documents.push_back(mutant.document);
  EXPECT_GT(documents.size(), 400U);
  const std::vector<Json> found = faults(documents);
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Mutant& mutant = mutations.all()[i];
    const Loaded loaded = load("complete.json", mutant.document.dump(2));
    std::set<std::string> codes;
    for (const Diagnostic& each : loaded.diagnostics) {
      if (each.severity == Severity::kError) codes.insert(each.code);
    }
    const bool visible = std::any_of(codes.begin(), codes.end(), is_visible);
    const bool refused = !found[i].is_null();
    EXPECT_TRUE(!refused || loaded.scenario == nullptr)
        << mutant.about << ": the schema alone refuses it: " << found[i];
    EXPECT_TRUE(refused || !visible)
        << mutant.about << ": the loader alone refuses it: " << testing::PrintToString(codes);
  }
}

}  // namespace
}  // namespace aplomb::scenario
