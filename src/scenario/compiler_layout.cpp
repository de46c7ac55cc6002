#include <algorithm>

#include "scenario/compiler.h"

namespace aplomb::scenario {

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

void Compiler::layout_documents() {
  // All bits first: the effects of one may speak of reading another.
  program_->documents.resize(scenario_->documents.size());
  for (ProgramDocument& document : program_->documents) {
    document.read_bit = reserve_bit("documents");
  }
  for (std::size_t i = 0; i < scenario_->documents.size(); ++i) {
    const CaseDocument& document = scenario_->documents[i];
    program_->documents[i].reveals = layout_reveals(document.reveals, document.origin);
    program_->documents[i].effects = layout_effects(document.effects);
  }
}

void Compiler::layout_nodes() {
  program_->choices.reserve(choice_bits_.size());
  for (Program::Texts& texts : program_->texts) texts.choices.reserve(choice_bits_.size());
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
  for (const base::Language language : base::kLanguages) {
    auto& texts = program_->texts[static_cast<std::size_t>(language)].choices;
    for (const Choice& choice : node.choices) texts.add(choice.text.in(language));
  }
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
  for (const base::Language language : base::kLanguages) {
    auto& texts = program_->texts[static_cast<std::size_t>(language)].lines;
    for (const Line& line : lines) texts.add(line.text.in(language));
  }
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
    if (index >= kMaxCritical) continue;
    result.critical = static_cast<std::uint16_t>(result.critical | (1U << index));
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
