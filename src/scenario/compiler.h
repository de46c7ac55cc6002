// Resolves every reference of a scenario and lays it out as a program. Private to this module;
// see load.h.
#pragma once

#include <memory>
#include <string>
#include <string_view>
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
  struct Name {
    Index index = 0;
    Origin origin;  // of the first with that id
  };
  using Ids = std::unordered_map<std::string_view, Name>;
  // A choice by its node and its place there.
  struct ChoicePlace {
    std::size_t node = 0;
    std::size_t place = 0;
  };
  static constexpr std::size_t kMaxCritical = 16;  // bits of ProgramChoice::critical
  using Values = std::vector<std::pair<std::string, std::string>>;

  // compiler.cpp: names
  void collect_names();
  void add_name(Ids& ids, std::string_view id, std::size_t index, Origin origin);
  void collect_meters_and_variables();
  void refuse_reserved(std::string_view id, Origin origin);
  void collect_choices();
  void provide_functions();
  Index reserve_bit(std::string_view what);
  Index reserve_slot(SlotRange range, int initial);
  std::optional<Index> visits_slot(std::string_view id);
  std::optional<Index> used_bit(std::string_view path);
  // The first choice of that id, at `node` or at one that has taken its name.
  [[nodiscard]] std::optional<ChoicePlace> find_choice(std::size_t node,
                                                       std::string_view choice) const;
  [[nodiscard]] Index& bit_of(ChoicePlace choice) {
    return choice_bits_[first_choice_[choice.node] + choice.place];
  }

  // Index of a node or ending; reports S0302.
  Index target(std::string_view id, Document::Index at);
  void check_border(Index to, std::string_view fragment, Document::Index at);

  // compiler_layout.cpp: every part as arrays
  // Items `first` to `end` of one of the program's arrays; reports S0213 where they are too many.
  template <typename T>
  Range<T> range(const char* what, std::size_t first, std::size_t end);
  void check_room(const char* what, std::size_t count, std::size_t most);

  void layout_documents();
  void layout_nodes();
  void layout_node(std::size_t index);
  void layout_endings_and_watch();
  void check_record();
  Range<ProgramLine> layout_lines(const List<Line>& lines);
  ProgramChoice layout_choice(const Node& node, const Choice& choice);
  Range<Index> layout_reveals(const List<Text>& reveals, Origin origin);
  Range<Effect> layout_effects(const List<Source>& effects);
  Range<ProgramBranch> layout_branches(const List<Branch>& branches, const Node& from);
  ProgramBranch layout_destination(const Destination& go, std::string_view fragment,
                                   bool clears_calls);
  Condition condition(const Source& source, bool typed = false);
  Condition condition(const Source* source);
  void layout_affect(const Choice& choice, ProgramChoice& result);

  // compiler_shortcuts.cpp: what most steps need, in short
  void add_shortcuts();
  void shorten_condition(Condition when, Shortcut& result) const;
  void shorten_effects(Range<Effect> effects, Shortcut& result) const;

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
  [[nodiscard]] std::vector<std::string> known_choices() const;

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
  std::vector<std::uint32_t> first_choice_;  // by node, into choice_bits_
  std::vector<Index> choice_bits_;           // kNoIndex until somebody asks
  std::vector<std::size_t> same_name_;       // nodes of which another has the id before
  Names names_;
  bool too_many_reported_ = false;
  bool too_large_ = false;
};

}  // namespace aplomb::scenario
