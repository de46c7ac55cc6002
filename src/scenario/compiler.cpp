#include "scenario/compiler.h"

#include <algorithm>

#include "scenario/load.h"
#include "scenario/scenario_reader.h"

namespace aplomb::scenario {
namespace {

constexpr std::size_t kMaxTargets = 60'000;
constexpr std::size_t kMaxKeys = 64;
constexpr std::size_t kMaxCritical = 16;
constexpr int kVentOnce = 15;
constexpr int kVentTwice = 30;
constexpr int kVentThrice = 50;

int vent_need(int vent) {
  if (vent >= kVentThrice) return 3;
  if (vent >= kVentTwice) return 2;
  return vent >= kVentOnce ? 1 : 0;
}

}  // namespace

template <typename T>
Range<T> Compiler::range(const char* what, std::size_t first, std::size_t end) {
  check_room(what, end - first, kMostInRange);
  check_room(what, end, kMostInProgram);
  return {first, end - first};
}

void Compiler::check_room(const char* what, std::size_t count, std::size_t most) {
  if (count <= most || too_many_reported_) return;
  too_many_reported_ = true;
  report("S0213", document_.root(),
         {{"what", what}, {"count", std::to_string(count)}, {"limit", std::to_string(most)}});
}

Compiler::Compiler(std::shared_ptr<const Scenario> scenario, const Document& document,
                   std::vector<Diagnostic>& problems)
    : scenario_(std::move(scenario)),
      document_(document),
      problems_(problems),
      program_(std::make_shared<Program>()) {
  program_->scenario = scenario_;
}

std::shared_ptr<Program> Compiler::compile() {
  collect_names();
  if (too_large_) return nullptr;
  collect_meters_and_variables();
  collect_choices();
  provide_functions();
  layout_documents();
  layout_nodes();
  layout_endings_and_watch();
  check_record();
  const Document::Index start = document_.member(document_.root(), "start");
  program_->start = target(scenario_->start, start);
  if (program_->start != kNoIndex) {
    if (program_->is_ending(program_->start)) {
      report("S0302", start, {{"id", scenario_->start}, {"suggestion", ""}});
    } else {
      check_border(program_->start, "", start);
    }
  }
  if (!has_error(problems_)) check_flow();
  return has_error(problems_) ? nullptr : program_;
}

void Compiler::report(std::string_view code, Document::Index at, Values values,
                      std::size_t offset) {
  problems_.push_back(document_.problem(code, at, std::move(values), offset));
}

void Compiler::report_at_key(std::string_view code, Origin origin, Values values) {
  problems_.push_back(document_.problem_at_key(code, origin.value, std::move(values)));
}

// Words that conditions read in a way of their own.
void Compiler::refuse_reserved(std::string_view id, Origin origin) {
  static constexpr std::array<std::string_view, 8> kReserved{
      "heard", "vented", "follow_up", "true", "false", "and", "or", "not"};
  if (std::find(kReserved.begin(), kReserved.end(), id) == kReserved.end()) return;
  report_at_key("S0412", origin, {{"id", std::string(id)}});
}

Document::Index Compiler::place(Origin origin, std::string_view key, std::size_t position,
                                bool element) const {
  const Document::Index list = document_.member(origin.value, key);
  if (list == Document::kNone) return origin.value;
  if (!element) return list;
  Document::Index found = document_.at(list).first;
  for (std::size_t i = 0; i < position && found != Document::kNone; ++i) {
    found = document_.at(found).next;
  }
  return found == Document::kNone ? list : found;
}

std::vector<std::string> Compiler::known(const Ids& ids) {
  std::vector<std::string> result;
  result.reserve(ids.size());
  for (const auto& [id, name] : ids) result.emplace_back(id);
  std::sort(result.begin(), result.end());
  return result;
}

std::vector<std::string> Compiler::known_choices() const {
  std::vector<std::string> result;
  result.reserve(choice_bits_.size());
  for (const Node& node : scenario_->nodes) {
    for (const Choice& choice : node.choices) result.push_back(node.id + "." + choice.id);
  }
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

void Compiler::add_name(Ids& ids, std::string_view id, std::size_t index, Origin origin) {
  const auto [known, fresh] = ids.emplace(id, Name{static_cast<Index>(index), origin});
  if (fresh) return;
  const int line = document_.position(document_.at(known->second.origin.value).key_at).line;
  report_at_key("S0307", origin, {{"id", std::string(id)}, {"line", std::to_string(line)}});
}

void Compiler::collect_names() {
  const auto& story = *scenario_;
  const std::size_t total = story.nodes.size() + story.endings.size();
  if (total > kMaxTargets) {
    report("S0603", document_.root(),
           {{"count", std::to_string(total)}, {"limit", std::to_string(kMaxTargets)}});
    too_large_ = true;
    return;
  }
  const auto add_all = [&](Ids& ids, const auto& list, std::size_t first) {
    ids.reserve(first + list.size());
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (list[i].id == "return") report_at_key("S0412", list[i].origin, {{"id", list[i].id}});
      add_name(ids, list[i].id, first + i, list[i].origin);
    }
  };
  program_->nodes.resize(story.nodes.size());
  add_all(targets_, story.nodes, 0);
  add_all(targets_, story.endings, story.nodes.size());
  add_all(keys_, story.keys, 0);
  add_all(documents_, story.documents, 0);
  add_all(fragments_, story.fragments, 0);
  add_all(critical_, story.critical, 0);
  const auto limit = [&](std::size_t count, std::size_t most, const char* what) {
    if (count <= most) return;
    report("S0602", document_.root(),
           {{"what", what}, {"count", std::to_string(count)}, {"limit", std::to_string(most)}});
  };
  limit(story.keys.size(), kMaxKeys, "case");
  limit(story.critical.size(), kMaxCritical, "critical");
  program_->bit_count = static_cast<int>(std::min(story.keys.size(), kMaxKeys));
  for (std::size_t i = 0; i < static_cast<std::size_t>(program_->bit_count); ++i) {
    if (story.keys[i].open) program_->initial_bits[i / 64] |= std::uint64_t{1} << (i % 64);
  }
}

void Compiler::collect_meters_and_variables() {
  const Customer& customer = scenario_->customer;
  program_->slot_count = kFirstVariableSlot;
  program_->ranges[kHeardSlot] = {0, kMaxHeard};
  program_->meter_count = static_cast<int>(customer.meters.size());
  program_->vent_need = vent_need(customer.vent);
  names_.vent_need = program_->vent_need;
  for (std::size_t i = 0; i < customer.meters.size() && i < kMeterCount; ++i) {
    const MeterStart& meter = customer.meters[i];
    program_->initial[i] = static_cast<std::int16_t>(meter.initial);
    NamedSlot slot;
    slot.slot = static_cast<Index>(i);
    slot.type = VariableType::kInt;
    slot.meter = true;
    names_.slots.emplace(meter.id, slot);
    add_name(meters_, meter.id, i, meter.origin);
    refuse_reserved(meter.id, meter.origin);
  }
  // Conditions name meters and variables alike, so one may not be called like the other.
  Ids values = meters_;
  for (const Variable& variable : scenario_->variables) {
    NamedSlot slot;
    slot.type = variable.type;
    slot.values = &variable.values;
    slot.min = variable.min;
    slot.max = variable.max;
    slot.slot = reserve_slot({static_cast<std::int16_t>(variable.min),
                              static_cast<std::int16_t>(variable.max)},
                             variable.initial);
    names_.slots.emplace(variable.id, slot);
    add_name(values, variable.id, slot.slot, variable.origin);
    refuse_reserved(variable.id, variable.origin);
  }
}

void Compiler::collect_choices() {
  const auto& nodes = scenario_->nodes;
  for (std::size_t n = 0; n < nodes.size(); ++n) {
    first_choice_.push_back(static_cast<std::uint32_t>(choice_bits_.size()));
    choice_bits_.insert(choice_bits_.end(), nodes[n].choices.size(), kNoIndex);
    const std::size_t named = targets_.at(nodes[n].id).index;
    if (named != n) same_name_.push_back(n);
    for (std::size_t i = 0; i < nodes[n].choices.size(); ++i) {
      const Choice& choice = nodes[n].choices[i];
      const ChoicePlace first = *find_choice(named, choice.id);
      if (first.node == n && first.place == i) {
        if (choice.once) bit_of(first) = reserve_bit("once");
        continue;
      }
      const Origin before = nodes[first.node].choices[first.place].origin;
      const int line = document_.position(document_.at(before.value).at).line;
      report("S0307", choice.origin.value,
             {{"id", choice.id}, {"line", std::to_string(line)}});
    }
  }
}

std::optional<Compiler::ChoicePlace> Compiler::find_choice(std::size_t node,
                                                           std::string_view choice) const {
  const auto within = [&](std::size_t n) -> std::optional<ChoicePlace> {
    const List<Choice>& all = scenario_->nodes[n].choices;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].id == choice) return ChoicePlace{n, i};
    }
    return std::nullopt;
  };
  auto found = within(node);
  for (std::size_t i = 0; i < same_name_.size() && !found; ++i) {
    const bool same = scenario_->nodes[same_name_[i]].id == scenario_->nodes[node].id;
    if (same) found = within(same_name_[i]);
  }
  return found;
}

Index Compiler::reserve_bit(std::string_view what) {
  if (program_->bit_count < kMaxBits) return static_cast<Index>(program_->bit_count++);
  if (!too_many_reported_) {
    too_many_reported_ = true;
    report("S0602", document_.root(),
           {{"what", std::string(what)},
            {"count", std::to_string(kMaxBits + 1)},
            {"limit", std::to_string(kMaxBits)}});
  }
  return 0;
}

Index Compiler::reserve_slot(SlotRange range, int initial) {
  if (program_->slot_count >= kMaxSlots) {
    if (!too_many_reported_) {
      too_many_reported_ = true;
      report("S0601", document_.root(),
             {{"count", std::to_string(kMaxSlots + 1)}, {"limit", std::to_string(kMaxSlots)}});
    }
    return kHeardSlot;
  }
  const auto slot = static_cast<Index>(program_->slot_count++);
  program_->ranges[slot] = range;
  program_->initial[slot] = static_cast<std::int16_t>(initial);
  return slot;
}

std::optional<Index> Compiler::visits_slot(std::string_view id) {
  const auto found = targets_.find(id);
  if (found == targets_.end() || program_->is_ending(found->second.index)) return std::nullopt;
  ProgramNode& node = program_->nodes[found->second.index];
  if (node.visits_slot == kNoIndex) node.visits_slot = reserve_slot({0, kMaxVisits}, 0);
  return node.visits_slot;
}

// `path` is "node.choice"; an id with a dot of its own was refused, but is known by that name.
std::optional<Index> Compiler::used_bit(std::string_view path) {
  for (std::size_t dot = path.find('.'); dot != path.npos; dot = path.find('.', dot + 1)) {
    const auto node = targets_.find(path.substr(0, dot));
    if (node == targets_.end() || program_->is_ending(node->second.index)) continue;
    const auto found = find_choice(node->second.index, path.substr(dot + 1));
    if (!found) continue;
    Index& bit = bit_of(*found);
    if (bit == kNoIndex) bit = reserve_bit("used()");
    return bit;
  }
  return std::nullopt;
}

void Compiler::provide_functions() {
  names_.knows = [this](std::string_view id) -> std::optional<Index> {
    const auto found = keys_.find(id);
    if (found == keys_.end()) return std::nullopt;
    return found->second.index;
  };
  names_.visits = [this](std::string_view id) { return visits_slot(id); };
  names_.used = [this](std::string_view id) { return used_bit(id); };
  names_.read = [this](std::string_view id) -> std::optional<Index> {
    const auto found = documents_.find(id);
    if (found == documents_.end()) return std::nullopt;
    return program_->documents[found->second.index].read_bit;
  };
  names_.shown = [this](Behaviour behaviour) {
    program_->shown_read |= std::uint64_t{1} << static_cast<int>(behaviour);
  };
  names_.candidates = [this](std::string_view function) {
    if (function == "knows") return known(keys_);
    if (function == "visits") {
      std::vector<std::string> nodes;
      for (const Node& node : scenario_->nodes) nodes.push_back(node.id);
      return nodes;
    }
    if (function == "used") return known_choices();
    return known(documents_);
  };
}

void Compiler::layout_documents() {
  // All bits first: the effects of one may speak of reading another.
  program_->documents.resize(scenario_->documents.size());
  for (ProgramDocument& document : program_->documents) document.read_bit = reserve_bit("documents");
  for (std::size_t i = 0; i < scenario_->documents.size(); ++i) {
    const CaseDocument& document = scenario_->documents[i];
    program_->documents[i].reveals = layout_reveals(document.reveals, document.origin);
    program_->documents[i].effects = layout_effects(document.effects);
  }
}

void Compiler::layout_nodes() {
  program_->choices.reserve(choice_bits_.size());
  for (std::size_t i = 0; i < scenario_->nodes.size(); ++i) layout_node(i);
  // Conditions anywhere may have asked for used(); the bits are final only now.
  for (std::size_t i = 0; i < choice_bits_.size(); ++i) {
    program_->choices[i].used_bit = choice_bits_[i];
  }
}

void Compiler::layout_node(std::size_t index) {
  const Node& node = scenario_->nodes[index];
  ProgramNode result;
  result.lines = layout_lines(node.lines);
  std::vector<ProgramChoice> choices;
  choices.reserve(node.choices.size());
  for (const Choice& choice : node.choices) choices.push_back(layout_choice(node, choice));
  const std::size_t first = program_->choices.size();
  program_->choices.insert(program_->choices.end(), choices.begin(), choices.end());
  result.choices = range<ProgramChoice>("replies", first, program_->choices.size());
  result.go = layout_branches(node.go, node);
  const std::size_t first_document = program_->offered_documents.size();
  for (std::size_t i = 0; i < node.documents.size(); ++i) {
    const auto found = documents_.find(node.documents[i]);
    if (found == documents_.end()) {
      report("S0303", place(node.origin, "documents", i, true),
             {{"id", node.documents[i]},
              {"suggestion", suggestion(node.documents[i], known(documents_))}});
      continue;
    }
    program_->offered_documents.push_back(found->second.index);
  }
  result.documents = range<Index>("documents", first_document, program_->offered_documents.size());
  std::vector<ProgramRule> rules;
  for (const TypedRule& rule : node.typed) {
    ProgramRule compiled;
    compiled.when = condition(rule.when, true);
    compiled.go = layout_branches(rule.go, node);
    if (!rule.as.empty()) {
      const auto as = std::find_if(node.choices.begin(), node.choices.end(),
                                   [&](const Choice& each) { return each.id == rule.as; });
      if (as == node.choices.end()) {
        std::vector<std::string> replies;
        for (const Choice& each : node.choices) replies.push_back(each.id);
        report("S0306", place(rule.origin, "as"),
               {{"id", rule.as}, {"suggestion", suggestion(rule.as, replies)}});
      } else {
        compiled.as = static_cast<Index>(as - node.choices.begin());
      }
    }
    rules.push_back(compiled);
  }
  const std::size_t first_rule = program_->rules.size();
  program_->rules.insert(program_->rules.end(), rules.begin(), rules.end());
  result.typed = range<ProgramRule>("typed", first_rule, program_->rules.size());
  if (node.topics_then) {
    const Document::Index topics = place(node.origin, "topics");
    const Document::Index then = document_.member(topics, "then");
    result.topics_then = target(*node.topics_then, then);
    if (result.topics_then != kNoIndex) check_border(result.topics_then, node.fragment, then);
  }
  result.provoking = node.provoking;
  result.technical = node.technical;
  ProgramNode& placed = program_->nodes[index];
  result.visits_slot = placed.visits_slot;
  placed = result;
}

Range<ProgramLine> Compiler::layout_lines(const List<Line>& lines) {
  std::vector<ProgramLine> compiled;
  compiled.reserve(lines.size());
  for (const Line& line : lines) {
    const bool named = line.by == Speaker::kCustomer || line.by == Speaker::kNarrator ||
                       !scenario_->cast[static_cast<std::size_t>(line.by)].zh.empty();
    if (!named) report("S0308", place(line.origin, "by"), {{"speaker", std::string(id_of(line.by))}});
    compiled.push_back({condition(line.when), layout_reveals(line.reveals, line.origin)});
  }
  const std::size_t first = program_->lines.size();
  program_->lines.insert(program_->lines.end(), compiled.begin(), compiled.end());
  return range<ProgramLine>("lines", first, program_->lines.size());
}

ProgramChoice Compiler::layout_choice(const Node& node, const Choice& choice) {
  ProgramChoice result;
  result.kind = choice.kind;
  result.once = choice.once;
  result.topic = choice.topic;
  result.when = condition(choice.when);
  const std::size_t first_tag = program_->tags.size();
  bool skilful = false;
  for (const Shown& shown : choice.shows) {
    program_->tags.push_back({shown.behaviour, static_cast<std::uint8_t>(shown.level)});
    skilful = skilful || shown.behaviour == Behaviour::kSkilfulPause;
    for (std::size_t i = 0; i < shown.answers.size(); ++i) {
      if (keys_.contains(shown.answers[i])) continue;
      report("S0301", place(shown.origin, "answers", i, true),
             {{"id", shown.answers[i]},
              {"suggestion", suggestion(shown.answers[i], known(keys_))}});
    }
  }
  result.shows = range<Tag>("shows", first_tag, program_->tags.size());
  for (const ShownNegative& shown : choice.negatives) {
    result.negatives |= std::uint32_t{1} << static_cast<int>(shown.negative);
  }
  if (choice.kind == ChoiceKind::kInterrupt && !skilful) {
    result.negatives |= std::uint32_t{1} << static_cast<int>(Negative::kInterrupts);
  }
  for (std::size_t i = 0; i < choice.critical.size(); ++i) {
    const auto found = critical_.find(choice.critical[i]);
    if (found == critical_.end()) {
      report("S0305", place(choice.origin, "critical", i, true),
             {{"id", choice.critical[i]},
              {"suggestion", suggestion(choice.critical[i], known(critical_))}});
      continue;
    }
    const Index index = found->second.index;
    if (index < kMaxCritical) result.critical = static_cast<std::uint16_t>(result.critical | (1U << index));
  }
  layout_affect(choice, result);
  result.effects = layout_effects(choice.effects);
  result.lines = layout_lines(choice.lines);
  result.go = layout_branches(choice.go, node);
  if (choice.go.empty()) {
    if (choice.topic && node.topics_then) {
      program_->branches.push_back({{}, targets_.at(node.id).index, kNoIndex});
      const std::size_t end = program_->branches.size();
      result.go = range<ProgramBranch>("goto", end - 1, end);
    } else if (!choice.topic) {
      report("S0410", choice.origin.value, {{"id", choice.id}});
    }
  }
  if (choice.topic && !node.topics_then) report("S0409", choice.origin.value);
  return result;
}

void Compiler::layout_affect(const Choice& choice, ProgramChoice& result) {
  for (const auto& [id, change] : choice.affect) {
    const auto found = meters_.find(id);
    if (found == meters_.end()) {
      report("S0313", place({place(choice.origin, "affect")}, id),
             {{"id", id}, {"suggestion", suggestion(id, known(meters_))}});
      continue;
    }
    const Index meter = found->second.index;
    result.affect[meter] = static_cast<std::int8_t>(change);
    result.overridden_meters = static_cast<std::uint8_t>(result.overridden_meters | (1U << meter));
  }
}

Range<Index> Compiler::layout_reveals(const List<Text>& reveals, Origin origin) {
  const std::size_t first = program_->revealed_bits.size();
  for (std::size_t i = 0; i < reveals.size(); ++i) {
    const auto found = keys_.find(reveals[i]);
    if (found == keys_.end()) {
      report("S0301", place(origin, "reveals", i, true),
             {{"id", reveals[i]}, {"suggestion", suggestion(reveals[i], known(keys_))}});
      continue;
    }
    program_->revealed_bits.push_back(found->second.index);
  }
  return range<Index>("reveals", first, program_->revealed_bits.size());
}

Range<Effect> Compiler::layout_effects(const List<Source>& effects) {
  const std::size_t first = program_->effects.size();
  for (const Source& source : effects) {
    auto compiled = compile_effect(source.text, names_);
    if (auto* problem = std::get_if<ExpressionProblem>(&compiled)) {
      report(problem->code, source.origin.value, std::move(problem->values), problem->offset);
      continue;
    }
    program_->effects.push_back(std::get<Effect>(compiled));
  }
  return range<Effect>("effects", first, program_->effects.size());
}

Range<ProgramBranch> Compiler::layout_branches(const List<Branch>& branches,
                                               const Node& from) {
  std::vector<ProgramBranch> compiled;
  compiled.reserve(branches.size());
  for (const Branch& branch : branches) {
    const Condition when = condition(branch.when);
    compiled.push_back(layout_destination(branch.go, from.fragment, false));
    compiled.back().when = when;
  }
  const std::size_t first = program_->branches.size();
  program_->branches.insert(program_->branches.end(), compiled.begin(), compiled.end());
  return range<ProgramBranch>("goto", first, program_->branches.size());
}

ProgramBranch Compiler::layout_destination(const Destination& go, std::string_view fragment,
                                           bool clears_calls) {
  ProgramBranch result;
  if (const auto* call = std::get_if<Call>(&go.to)) {
    const auto found = fragments_.find(call->fragment);
    if (found == fragments_.end()) {
      report("S0304", place(go.origin, "call"),
             {{"id", call->fragment},
              {"suggestion", suggestion(call->fragment, known(fragments_))}});
    } else {
      const auto entry = targets_.find(scenario_->fragments[found->second.index].entry);
      if (entry != targets_.end()) result.target = entry->second.index;
    }
    const Document::Index then = place(go.origin, "then");
    result.then = target(call->then, then);
    if (result.then != kNoIndex) check_border(result.then, fragment, then);
    return result;
  }
  const Text id = std::get<Text>(go.to);
  if (id == "return") {
    if (fragment.empty() || clears_calls) report("S0404", go.origin.value);
    result.target = kReturnTarget;
    return result;
  }
  result.target = target(id, go.origin.value);
  if (result.target != kNoIndex) check_border(result.target, fragment, go.origin.value);
  return result;
}

Index Compiler::target(std::string_view id, Document::Index at) {
  const auto found = targets_.find(id);
  if (found != targets_.end()) return found->second.index;
  if (at != Document::kNone && !id.empty()) {
    report("S0302", at,
           {{"id", std::string(id)}, {"suggestion", suggestion(id, known(targets_))}});
  }
  return kNoIndex;
}

void Compiler::check_border(Index to, std::string_view fragment, Document::Index at) {
  if (program_->is_ending(to)) return;
  const Node& node = scenario_->nodes[to];
  if (node.fragment == fragment) return;
  report("S0408", at,
         {{"id", node.id},
          {"fragment", fragment.empty() ? std::string(node.fragment) : std::string(fragment)}});
}

Condition Compiler::condition(const Source& source, bool typed) {
  if (source.text.empty()) return {};
  check_room("when", program_->code.size() + source.text.size(), kMostInProgram);
  names_.typed = typed;
  auto compiled = compile_condition(source.text, names_, program_->code);
  if (auto* problem = std::get_if<ExpressionProblem>(&compiled)) {
    report(problem->code, source.origin.value, std::move(problem->values), problem->offset);
    return {};
  }
  return std::get<Condition>(compiled);
}

Condition Compiler::condition(const Source* source) {
  return source != nullptr ? condition(*source) : Condition{};
}

void Compiler::check_record() {
  for (const RecordAnswer& answer : scenario_->record) {
    for (std::size_t i = 0; i < answer.keys.size(); ++i) {
      if (keys_.contains(answer.keys[i])) continue;
      report("S0301", place(answer.origin, "keys", i, true),
             {{"id", answer.keys[i]}, {"suggestion", suggestion(answer.keys[i], known(keys_))}});
    }
  }
}

void Compiler::layout_endings_and_watch() {
  for (const Ending& ending : scenario_->endings) {
    ProgramEnding compiled;
    compiled.kind = ending.kind;
    if (ending.follow_up) {
      const Document::Index at =
          document_.member(document_.member(ending.origin.value, "follow_up"), "goto");
      compiled.follow_up = target(ending.follow_up->go, at);
      if (compiled.follow_up != kNoIndex) {
        if (program_->is_ending(compiled.follow_up)) {
          report("S0411", at, {{"id", ending.follow_up->go}});
        } else {
          check_border(compiled.follow_up, "", at);
        }
      }
    }
    program_->endings.push_back(compiled);
  }
  for (const Watch& watch : scenario_->watch) {
    ProgramWatch compiled;
    compiled.when = condition(watch.when);
    compiled.go = layout_destination(watch.go, "", true);
    program_->watch.push_back(compiled);
  }
}

}  // namespace aplomb::scenario
