// Reads each part of a scenario out of its document. Private to this module; see load.h.
#pragma once

#include "scenario/model.h"
#include "scenario/reader.h"

namespace aplomb::scenario {

class ScenarioReader {
 public:
  ScenarioReader(const Document& document, std::vector<Diagnostic>& problems)
      : document_(document), in_(document, problems) {}

  [[nodiscard]] Scenario read();

 private:
  using At = Document::Index;

  // scenario_reader.cpp: everything but the nodes
  void read_heading(At root, Scenario& scenario);
  Role read_role(At value);
  Complaint read_complaint(At value);
  Customer read_customer(At value);
  void read_needs(At value, Customer& customer);
  void read_meters(At value, Customer& customer);
  Face read_face(At value);
  void read_cast(At value, Scenario& scenario);
  void read_case(At value, Scenario& scenario);
  CaseKey read_case_key(At value, CaseGroup group);
  std::array<List<Text>, 2> read_wordings(At value);
  std::vector<CaseDocument> read_documents(At value);
  std::vector<RecordAnswer> read_record(At value);
  RecordAnswer read_record_answer(At value, RecordField field);
  std::vector<Variable> read_variables(At value);
  Variable read_variable(At value);
  std::vector<Critical> read_critical(At value);
  std::vector<Watch> read_watch(At value);
  std::vector<Ending> read_endings(At value);

  // node_reader.cpp
  void read_nodes(At value, Text fragment, Scenario& scenario);
  void read_fragments(At value, Scenario& scenario);
  Node read_node(At value);
  List<Choice> read_choices(At node);
  List<Line> read_lines(At value);
  Line read_line(At value);
  Choice read_choice(At value, ChoiceKind kind);
  List<Shown> read_shows(At value, bool has_text);
  List<ShownNegative> read_negatives(At value, bool has_text);
  void check_words(const Choice& choice, At shows, At negatives);
  List<TypedRule> read_typed(At value);
  List<Branch> read_go(At value);
  Branch read_branch(At value);
  Destination read_destination(At value);

  // Shared by both.
  Source read_source(At value);
  const Source* read_when(At object);
  List<Source> read_effects(At value);
  List<Text> read_ids(At value);

  // Out of the document into the scenario's own memory.
  [[nodiscard]] Text keep_key(At value) { return memory_->keep(document_.at(value).key); }
  [[nodiscard]] Text keep_text(At value) { return memory_->keep(in_.text(value)); }
  [[nodiscard]] Text keep_id(At value) { return memory_->keep(in_.id(value)); }
  [[nodiscard]] Bilingual keep_bilingual(At value);

  // What `read` makes of each member or element.
  template <typename T, typename Function>
  [[nodiscard]] List<T> keep_list(At container, Function read) {
    if (container == Document::kNone) return {};
    auto filling = memory_->list<T>(document_.at(container).count);
    in_.each(container, [&](At at) { filling.add(read(at)); });
    return filling.done();
  }

  const Document& document_;
  Reader in_;
  std::shared_ptr<Arena> memory_ = std::make_shared<Arena>();
};

}  // namespace aplomb::scenario
