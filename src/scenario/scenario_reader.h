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
  std::array<std::vector<std::string>, 2> read_wordings(At value);
  std::vector<CaseDocument> read_documents(At value);
  std::vector<RecordAnswer> read_record(At value);
  RecordAnswer read_record_answer(At value, RecordField field);
  std::vector<Variable> read_variables(At value);
  Variable read_variable(At value);
  std::vector<Critical> read_critical(At value);
  std::vector<Watch> read_watch(At value);
  std::vector<Ending> read_endings(At value);

  // node_reader.cpp
  void read_nodes(At value, const std::string& fragment, Scenario& scenario);
  void read_fragments(At value, Scenario& scenario);
  Node read_node(At value);
  std::vector<Line> read_lines(At value);
  Line read_line(At value);
  Choice read_choice(At value, ChoiceKind kind);
  std::vector<Shown> read_shows(At value, bool has_text);
  std::vector<ShownNegative> read_negatives(At value, bool has_text);
  void check_words(const Choice& choice, At shows, At negatives);
  std::vector<TypedRule> read_typed(At value);
  std::vector<Branch> read_go(At value);
  Branch read_branch(At value);
  Destination read_destination(At value);

  // Shared by both.
  Source read_source(At value);
  std::optional<Source> read_when(At object);
  std::vector<Source> read_effects(At value);
  std::vector<std::string> read_ids(At value);

  const Document& document_;
  Reader in_;
};

}  // namespace aplomb::scenario
