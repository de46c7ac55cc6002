#include "scenario/scenario_reader.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace aplomb::scenario {
namespace {

constexpr int kMaxVariables = 24;
constexpr int kMinObjectives = 2;
constexpr int kMaxObjectives = 5;
constexpr int kEnoughWordings = 5;
constexpr int kMaxVersion = 1'000'000;
constexpr int kMaxInt = 30'000;

Origin origin(Document::Index index) { return {index}; }

}  // namespace

Scenario ScenarioReader::read() {
  static constexpr auto kKeys = words("format",    "id",       "version",   "languages", "title",
                                      "teaser",
                              "brief",     "role",     "complaint", "objectives", "customer",
                              "cast",      "case",     "documents", "record",    "variables",
                              "critical",  "watch",    "start",     "nodes",     "fragments",
                              "endings");
  Scenario scenario;
  scenario.memory = memory_;
  if (document_.empty()) return scenario;
  const At root = document_.root();
  if (document_.at(root).kind != ValueKind::kObject) {
    in_.map(root);
    return scenario;
  }
  if (!in_.format(root, "aplomb/scenario", 1)) return scenario;
  in_.object(root, kKeys);
  read_heading(root, scenario);
  read_cast(in_.find(root, "cast"), scenario);
  read_case(in_.need(root, "case"), scenario);
  scenario.documents = read_documents(in_.find(root, "documents"));
  scenario.record = read_record(in_.need(root, "record"));
  scenario.variables = read_variables(in_.find(root, "variables"));
  scenario.critical = read_critical(in_.find(root, "critical"));
  scenario.watch = read_watch(in_.find(root, "watch"));
  scenario.start = keep_id(in_.need(root, "start"));
  read_nodes(in_.need(root, "nodes"), {}, scenario);
  read_fragments(in_.find(root, "fragments"), scenario);
  scenario.endings = read_endings(in_.need(root, "endings"));
  return scenario;
}

void ScenarioReader::read_heading(At root, Scenario& scenario) {
  const At id = in_.need(root, "id");
  if (id != Document::kNone) {
    scenario.id = keep_text(id);
    std::string plain = scenario.id;
    std::replace(plain.begin(), plain.end(), '-', '_');
    if (!scenario.id.empty()) in_.is_id(plain, id, false);
    const std::string_view file = document_.file();
    const std::string_view name = file.substr(file.find_last_of('/') + 1);
    if (name.ends_with(".json") && name != scenario.id + ".json") {
      in_.report("S0210", id, {{"id", scenario.id}, {"name", std::string(name)}});
    }
  }
  scenario.version = in_.integer(in_.need(root, "version"), 1, kMaxVersion);
  const At languages = in_.need(root, "languages");
  if (in_.array(languages)) {
    std::vector<std::string_view> found;
    in_.each(languages, [&](At each) { found.push_back(document_.at(each).text); });
    if (found != std::vector<std::string_view>{"zh", "en"}) in_.report("S0211", languages);
  }
  scenario.title = keep_bilingual(in_.need(root, "title"));
  const At teaser = in_.find(root, "teaser");
  if (teaser != Document::kNone) scenario.teaser = keep_bilingual(teaser);
  scenario.brief = keep_bilingual(in_.need(root, "brief"));
  scenario.role = read_role(in_.need(root, "role"));
  scenario.complaint = read_complaint(in_.need(root, "complaint"));
  const At objectives = in_.need(root, "objectives");
  if (in_.array(objectives)) {
    in_.each(objectives,
             [&](At each) { scenario.objectives.push_back(keep_bilingual(each)); });
    in_.count(objectives, "objectives", kMinObjectives, kMaxObjectives);
  }
  scenario.customer = read_customer(in_.need(root, "customer"));
}

Role ScenarioReader::read_role(At value) {
  static constexpr auto kKeys = words("title", "authority");
  Role role;
  if (!in_.object(value, kKeys)) return role;
  role.title = keep_bilingual(in_.need(value, "title"));
  role.authority = keep_bilingual(in_.need(value, "authority"));
  return role;
}

Complaint ScenarioReader::read_complaint(At value) {
  static constexpr auto kKeys = words("type", "industry", "channel", "difficulty");
  Complaint complaint;
  if (!in_.object(value, kKeys)) return complaint;
  complaint.type = in_.word<ComplaintType>(in_.need(value, "type"));
  complaint.industry = in_.word<Industry>(in_.need(value, "industry"));
  complaint.channel = in_.word<Channel>(in_.need(value, "channel"));
  complaint.difficulty = in_.integer(in_.need(value, "difficulty"), 1, 5);
  return complaint;
}

Customer ScenarioReader::read_customer(At value) {
  static constexpr auto kKeys = words("kind",       "name",  "address", "temperament",
                              "background", "needs", "meters",  "face");
  Customer customer;
  if (!in_.object(value, kKeys)) return customer;
  customer.kind = in_.word<CustomerKind>(in_.need(value, "kind"));
  customer.name = keep_bilingual(in_.need(value, "name"));
  customer.address = keep_bilingual(in_.need(value, "address"));
  customer.temperament = in_.word<Temperament>(in_.need(value, "temperament"));
  customer.background = keep_bilingual(in_.need(value, "background"));
  read_needs(in_.need(value, "needs"), customer);
  read_meters(in_.need(value, "meters"), customer);
  customer.face = read_face(in_.need(value, "face"));
  return customer;
}

void ScenarioReader::read_needs(At value, Customer& customer) {
  static constexpr auto kKeys = words("vent", "respect", "remedy");
  if (!in_.object(value, kKeys)) return;
  customer.vent = in_.integer(in_.need(value, "vent"), 0, 100);
  customer.respect = in_.integer(in_.need(value, "respect"), 0, 100);
  customer.remedy = in_.integer(in_.need(value, "remedy"), 0, 100);
  const int sum = customer.vent + customer.respect + customer.remedy;
  if (sum != 100 && document_.complete()) {
    in_.report("S0214", value, {{"sum", std::to_string(sum)}});
  }
}

void ScenarioReader::read_meters(At value, Customer& customer) {
  static constexpr auto kOwnKeys = words("initial", "name");
  if (!in_.map(value)) return;
  const auto initial = [&](At at) {
    const int number = in_.integer(at, 0, 100);
    if (number % 5 != 0) in_.report("S0212", at, {{"value", std::to_string(number)}});
    return number;
  };
  const bool malicious = customer.kind == CustomerKind::kMalicious;
  for (const std::string_view id : ids<Meter>()) {
    const bool pressure = id == id_of(Meter::kPressure);
    const At at = in_.find(value, id);
    if (at == Document::kNone) {
      if ((!pressure || malicious) && document_.complete()) {
        in_.report("S0415", value,
                   {{"meter", std::string(id)}, {"kind", std::string(id_of(customer.kind))}});
      }
      continue;
    }
    if (pressure && !malicious) in_.report_at_key("S0416", at);
    customer.meters.push_back({id, initial(at), {}, origin(at)});
  }
  in_.each(value, [&](At at) {
    const Text id = keep_key(at);
    if (from_id<Meter>(id)) return;
    if (!in_.is_id(id, at, true) || !in_.object(at, kOwnKeys)) return;
    customer.meters.push_back({id, initial(in_.need(at, "initial")),
                               keep_bilingual(in_.need(at, "name")), origin(at)});
    if (customer.meters.size() > kMeterCount) {
      in_.report_at_key("S0213", at,
                        {{"what", "meters"},
                         {"count", std::to_string(customer.meters.size())},
                         {"limit", std::to_string(kMeterCount)}});
      customer.meters.pop_back();
    }
  });
}

Face ScenarioReader::read_face(At value) {
  static constexpr auto kKeys = words("shape",   "skin",  "hair", "hair_color",
                              "glasses", "beard", "age",  "clothing");
  Face face;
  if (!in_.object(value, kKeys)) return face;
  face.shape = in_.word<FaceShape>(in_.need(value, "shape"));
  face.skin = in_.integer(in_.need(value, "skin"), 1, 6);
  face.hair = in_.word<Hair>(in_.need(value, "hair"));
  face.hair_color = in_.word<HairColor>(in_.need(value, "hair_color"));
  face.glasses = in_.word<Glasses>(in_.need(value, "glasses"));
  face.beard = in_.word<Beard>(in_.need(value, "beard"));
  face.age = in_.word<Age>(in_.need(value, "age"));
  face.clothing = in_.word<Clothing>(in_.need(value, "clothing"));
  return face;
}

void ScenarioReader::read_cast(At value, Scenario& scenario) {
  static constexpr auto kKeys = words("manager", "colleague");
  scenario.cast[static_cast<std::size_t>(Speaker::kCustomer)] = scenario.customer.name;
  if (value == Document::kNone || !in_.object(value, kKeys)) return;
  for (const Speaker speaker : {Speaker::kManager, Speaker::kColleague}) {
    const At name = in_.find(value, id_of(speaker));
    if (name != Document::kNone) {
      scenario.cast[static_cast<std::size_t>(speaker)] = keep_bilingual(name);
    }
  }
}

void ScenarioReader::read_case(At value, Scenario& scenario) {
  if (!in_.object(value, ids<CaseGroup>())) return;
  for (const std::string_view group : ids<CaseGroup>()) {
    const At keys_of_group = in_.find(value, group);
    if (keys_of_group == Document::kNone || !in_.map(keys_of_group)) continue;
    in_.each(keys_of_group, [&](At key) {
      scenario.keys.push_back(read_case_key(key, *from_id<CaseGroup>(group)));
    });
  }
}

CaseKey ScenarioReader::read_case_key(At value, CaseGroup group) {
  static constexpr auto kKeys = words("text", "accepted", "open");
  CaseKey key;
  key.id = keep_key(value);
  key.group = group;
  key.origin = origin(value);
  in_.is_id(key.id, value, true);
  if (!in_.object(value, kKeys)) return key;
  key.text = keep_bilingual(in_.need(value, "text"));
  const At accepted = in_.need(value, "accepted");
  key.accepted = read_wordings(accepted);
  for (const base::Language language : base::kLanguages) {
    const At list = in_.find(accepted, base::language_id(language));
    if (list != Document::kNone) in_.wish_for(list, "accepted", kEnoughWordings);
  }
  const At open = in_.find(value, "open");
  key.open = open != Document::kNone && in_.boolean(open);
  return key;
}

std::array<List<Text>, 2> ScenarioReader::read_wordings(At value) {
  static constexpr auto kKeys = words("zh", "en");
  std::array<List<Text>, 2> wordings;
  if (!in_.object(value, kKeys)) return wordings;
  for (const base::Language language : base::kLanguages) {
    const At list = in_.find(value, base::language_id(language));
    if (list == Document::kNone) {
      if (document_.complete()) {
        in_.report("S0209", value, {{"language", std::string(base::language_id(language))}});
      }
      continue;
    }
    if (!in_.array(list)) continue;
    wordings[static_cast<std::size_t>(language)] =
        keep_list<Text>(list, [&](At each) { return keep_text(each); });
  }
  return wordings;
}

std::vector<CaseDocument> ScenarioReader::read_documents(At value) {
  static constexpr auto kKeys = words("title", "text", "minutes", "reveals", "effects");
  std::vector<CaseDocument> documents;
  if (value == Document::kNone || !in_.map(value)) return documents;
  in_.each(value, [&](At at) {
    CaseDocument document;
    document.id = keep_key(at);
    document.origin = origin(at);
    in_.is_id(document.id, at, true);
    if (in_.object(at, kKeys)) {
      document.title = keep_bilingual(in_.need(at, "title"));
      document.text = keep_bilingual(in_.need(at, "text"));
      document.minutes = in_.integer(in_.need(at, "minutes"), 0, 60);
      document.reveals = read_ids(in_.find(at, "reveals"));
      document.effects = read_effects(in_.find(at, "effects"));
    }
    documents.push_back(document);
  });
  return documents;
}

std::vector<RecordAnswer> ScenarioReader::read_record(At value) {
  std::vector<RecordAnswer> answers;
  if (!in_.map(value)) return answers;
  in_.each(value, [&](At at) {
    RecordField field{};
    if (in_.key_word(at, field)) answers.push_back(read_record_answer(at, field));
  });
  return answers;
}

RecordAnswer ScenarioReader::read_record_answer(At value, RecordField field) {
  static constexpr auto kKeys = words("answer", "accepted", "keys");
  static constexpr auto kFoundedKeys = words("answer");
  RecordAnswer record;
  record.field = field;
  record.origin = origin(value);
  const bool founded = field == RecordField::kFounded;
  if (!in_.object(value, founded ? std::span<const std::string_view>(kFoundedKeys) : kKeys)) {
    return record;
  }
  const At answer = in_.need(value, "answer");
  if (founded) {
    if (answer != Document::kNone) record.founded = in_.word<Founded>(answer);
    return record;
  }
  record.answer = keep_bilingual(answer);
  const At accepted = in_.find(value, "accepted");
  if (accepted != Document::kNone) record.accepted = read_wordings(accepted);
  record.keys = read_ids(in_.find(value, "keys"));
  return record;
}

std::vector<Variable> ScenarioReader::read_variables(At value) {
  std::vector<Variable> variables;
  if (value == Document::kNone || !in_.map(value)) return variables;
  in_.each(value, [&](At at) { variables.push_back(read_variable(at)); });
  if (variables.size() > kMaxVariables) {
    in_.report("S0213", value,
               {{"what", "variables"},
                {"count", std::to_string(variables.size())},
                {"limit", std::to_string(kMaxVariables)}});
  }
  return variables;
}

Variable ScenarioReader::read_variable(At value) {
  static constexpr auto kBoolKeys = words("type", "initial");
  static constexpr auto kIntKeys = words("type", "min", "max", "initial");
  static constexpr auto kEnumKeys = words("type", "values", "initial");
  static constexpr std::array<std::string_view, 3> kTypes{"bool", "int", "enum"};
  Variable variable;
  variable.id = keep_key(value);
  variable.origin = origin(value);
  in_.is_id(variable.id, value, true);
  if (!in_.map(value)) return variable;
  variable.type = static_cast<VariableType>(in_.word_index(in_.need(value, "type"), kTypes));
  std::span<const std::string_view> known = kBoolKeys;
  if (variable.type == VariableType::kInt) known = kIntKeys;
  if (variable.type == VariableType::kEnum) known = kEnumKeys;
  in_.object(value, known);
  const At initial = in_.need(value, "initial");
  switch (variable.type) {
    case VariableType::kBool:
      variable.initial = in_.boolean(initial) ? 1 : 0;
      break;
    case VariableType::kInt:
      variable.min = in_.integer(in_.need(value, "min"), -kMaxInt, kMaxInt);
      variable.max = in_.integer(in_.need(value, "max"), variable.min, kMaxInt);
      variable.initial = in_.integer(initial, variable.min, variable.max);
      break;
    case VariableType::kEnum: {
      variable.values = read_ids(in_.need(value, "values"));
      const std::vector<std::string_view> values(variable.values.begin(), variable.values.end());
      variable.initial = static_cast<int>(in_.word_index(initial, values));
      variable.max = std::max(0, static_cast<int>(values.size()) - 1);
      break;
    }
  }
  return variable;
}

std::vector<Critical> ScenarioReader::read_critical(At value) {
  static constexpr auto kKeys = words("title", "text");
  std::vector<Critical> all;
  if (value == Document::kNone || !in_.map(value)) return all;
  in_.each(value, [&](At at) {
    Critical critical;
    critical.id = keep_key(at);
    critical.origin = origin(at);
    in_.is_id(critical.id, at, true);
    if (in_.object(at, kKeys)) {
      critical.title = keep_bilingual(in_.need(at, "title"));
      critical.text = keep_bilingual(in_.need(at, "text"));
    }
    all.push_back(critical);
  });
  return all;
}

std::vector<Watch> ScenarioReader::read_watch(At value) {
  static constexpr auto kKeys = words("when", "goto");
  std::vector<Watch> all;
  if (value == Document::kNone || !in_.array(value)) return all;
  in_.each(value, [&](At at) {
    if (!in_.object(at, kKeys)) return;
    Watch watch;
    watch.when = read_source(in_.need(at, "when"));
    watch.go = read_destination(in_.need(at, "goto"));
    all.push_back(watch);
  });
  return all;
}

std::vector<Ending> ScenarioReader::read_endings(At value) {
  static constexpr auto kKeys = words("kind", "title", "text", "keeps", "follow_up");
  static constexpr auto kFollowUpKeys = words("days", "goto");
  std::vector<Ending> endings;
  if (!in_.map(value)) return endings;
  in_.each(value, [&](At at) {
    Ending ending;
    ending.id = keep_key(at);
    ending.origin = origin(at);
    in_.is_id(ending.id, at, true);
    if (in_.object(at, kKeys)) {
      ending.kind = in_.word<EndingKind>(in_.need(at, "kind"));
      ending.title = keep_bilingual(in_.need(at, "title"));
      ending.text = keep_bilingual(in_.need(at, "text"));
      ending.keeps = in_.integer(in_.need(at, "keeps"), 0, 100);
      const At follow_up = in_.find(at, "follow_up");
      if (follow_up != Document::kNone && in_.object(follow_up, kFollowUpKeys)) {
        ending.follow_up = FollowUp{in_.integer(in_.need(follow_up, "days"), 1, 30),
                                    keep_id(in_.need(follow_up, "goto"))};
      }
    }
    endings.push_back(ending);
  });
  if (endings.empty() && document_.complete()) {
    in_.report("S0215", value, {{"what", "endings"}});
  }
  return endings;
}

Bilingual ScenarioReader::keep_bilingual(At value) {
  const Bilingual found = in_.bilingual(value);
  return {memory_->keep(found.zh), memory_->keep(found.en)};
}

Source ScenarioReader::read_source(At value) {
  if (value == Document::kNone) return {};
  return {keep_text(value), origin(value)};
}

const Source* ScenarioReader::read_when(At object) {
  const At when = in_.find(object, "when");
  if (when == Document::kNone) return nullptr;
  return memory_->keep_one(read_source(when));
}

List<Source> ScenarioReader::read_effects(At value) {
  if (value == Document::kNone || !in_.array(value)) return {};
  return keep_list<Source>(value, [&](At at) { return read_source(at); });
}

List<Text> ScenarioReader::read_ids(At value) {
  if (value == Document::kNone || !in_.array(value)) return {};
  return keep_list<Text>(value, [&](At at) { return keep_id(at); });
}

}  // namespace aplomb::scenario
