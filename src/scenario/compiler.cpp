#include "scenario/compiler.h"

#include <algorithm>

#include "scenario/load.h"
#include "scenario/scenario_reader.h"

namespace aplomb::scenario {
namespace {

constexpr std::size_t kMaxTargets = 60'000;
constexpr std::size_t kMaxKeys = 64;
constexpr int kVentOnce = 15;
constexpr int kVentTwice = 30;
constexpr int kVentThrice = 50;

int vent_need(int vent) {
  if (vent >= kVentThrice) return 3;
  if (vent >= kVentTwice) return 2;
  return vent >= kVentOnce ? 1 : 0;
}

}  // namespace

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
  if (has_error(problems_)) return nullptr;
  add_shortcuts();
  return program_;
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

}  // namespace aplomb::scenario
