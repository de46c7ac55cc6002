// Resolves every reference of a scenario and lays it out as a program. Private to this module;
// see load.h.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "scenario/document.h"
#include "scenario/expression.h"
#include "scenario/program.h"

namespace aplomb::scenario {

class Compiler {
 public:
  Compiler(std::shared_ptr<const Scenario> scenario, const Document& document,
           std::vector<Diagnostic>& problems);

  [[nodiscard]] std::shared_ptr<Program> compile();

 private:
  using Ids = std::unordered_map<std::string, Index>;
  using Values = std::vector<std::pair<std::string, std::string>>;

  // compiler.cpp: names and layout
  void collect_names();
  void add_name(Ids& ids, const std::string& id, std::size_t index, Origin origin);
  void collect_meters_and_variables();
  void refuse_reserved(const std::string& id, Origin origin);
  void collect_choices();
  void provide_functions();
  Index reserve_bit(std::string_view what);
  Index reserve_slot(SlotRange range, int initial);
  std::optional<Index> visits_slot(std::string_view id);
  std::optional<Index> used_bit(std::string_view path);

  void layout_documents();
  void layout_nodes();
  void layout_node(const Node& node);
  void layout_endings_and_watch();
  void check_record();
  Range<ProgramLine> layout_lines(const std::vector<Line>& lines);
  ProgramChoice layout_choice(const Node& node, const Choice& choice);
  Range<Index> layout_reveals(const std::vector<std::string>& reveals, Origin origin);
  Range<Effect> layout_effects(const std::vector<Source>& effects);
  Range<ProgramBranch> layout_branches(const std::vector<Branch>& branches, const Node& from);
  ProgramBranch layout_destination(const Destination& go, const std::string& fragment,
                                   bool clears_calls);
  Condition condition(const Source& source, bool typed = false);
  Condition condition(const std::optional<Source>& source);
  void layout_affect(const Choice& choice, ProgramChoice& result);

  // Index of a node or ending; reports S0302.
  Index target(const std::string& id, Document::Index at);
  void check_border(Index to, const std::string& fragment, Document::Index at);

  // compiler_flow.cpp: what can only be seen on the whole
  void check_flow();
  void check_calls();
  void check_pass_through();
  [[nodiscard]] std::vector<std::vector<Index>> pass_through_edges() const;
  [[nodiscard]] bool may_pass_through(Index index) const;

  void report(std::string_view code, Document::Index at, Values values = {},
              std::size_t offset = 0);
  void report_at_key(std::string_view code, Origin origin, Values values);
  // Element `position` of the list `key` of the object at `origin`; the object if there is none.
  [[nodiscard]] Document::Index place(Origin origin, std::string_view key, std::size_t position = 0,
                                      bool element = false) const;
  [[nodiscard]] static std::vector<std::string> known(const Ids& ids);

  std::shared_ptr<const Scenario> scenario_;
  const Document& document_;
  std::vector<Diagnostic>& problems_;
  std::shared_ptr<Program> program_;

  Ids targets_;  // nodes, then endings
  Ids keys_;
  Ids documents_;
  Ids fragments_;
  Ids critical_;
  Ids meters_;
  Ids choice_bits_;  // "node.choice" -> bit; kNoIndex until somebody asks
  Names names_;
  std::unordered_map<const Ids*, std::unordered_map<std::string, Origin>> places_;
  std::unordered_map<std::string, Origin> first_use_;  // of "node.choice"
  bool too_many_reported_ = false;
  bool too_large_ = false;
};

}  // namespace aplomb::scenario
