#include <algorithm>
#include <set>

#include "analysis/check/edges.h"
#include "analysis/check/families.h"

namespace aplomb::analysis {
namespace {

using scenario::Condition;
using scenario::kNoIndex;

constexpr std::size_t kPlacesNamed = 5;

class Reach {
 public:
  Reach(const Subject& subject, Findings& findings)
      : subject_(subject),
        program_(subject.program),
        story_(subject.story),
        met_(subject.explored.coverage),
        findings_(findings),
        edges_(edges_of(subject.program)),
        leaving_(subject.program.nodes.size() + subject.program.endings.size()),
        arriving_(leaving_.size()) {
    for (std::size_t i = 0; i < edges_.size(); ++i) {
      if (edges_[i].from != kNoIndex) leaving_[edges_[i].from].push_back(i);
      arriving_[edges_[i].to].push_back(i);
    }
  }

  void run() {
    find_missing();
    report_missing();
    if (!subject_.explored.finished) return;
    for (Index i = 0; i < program_.node_count(); ++i) {
      if (met_.nodes[i] != 0) look_at(i);
    }
    look_at_watch();
  }

 private:
  [[nodiscard]] bool is_met(Index place) const {
    return program_.is_ending(place) ? met_.endings[program_.ending_of(place)] != 0
                                     : met_.nodes[place] != 0;
  }
  [[nodiscard]] scenario::Text id_of(Index place) const {
    return program_.is_ending(place) ? story_.endings[program_.ending_of(place)].id
                                     : story_.nodes[place].id;
  }

  // Places that only a typed reply leads to are not explored, nor what follows from them.
  [[nodiscard]] std::vector<std::uint8_t> only_typed() const {
    std::vector<Index> starts;
    for (const Edge& edge : edges_) {
      if (edge.typed && !is_met(edge.to)) starts.push_back(edge.to);
    }
    if (starts.empty()) return std::vector<std::uint8_t>(missing_.size());
    return reached_by(program_, edges_, starts);
  }

  void find_missing() {
    missing_.resize(program_.nodes.size() + program_.endings.size());
    const auto elsewhere = only_typed();
    const auto graph = reached_by(program_, edges_, {program_.start});
    for (std::size_t i = 0; i < missing_.size(); ++i) {
      const bool met = subject_.explored.finished ? is_met(static_cast<Index>(i)) : graph[i] != 0;
      missing_[i] = static_cast<std::uint8_t>(!met && elsewhere[i] == 0);
    }
  }

  [[nodiscard]] bool is_taken(Index node, Index choice) const {
    return met_.choices[program_.nodes[node].choices.first + choice] != 0;
  }

  // Of places that hang together only the first is reported, and none where another finding says
  // why nobody gets there: a reply that is never on offer, a fragment that is never called.
  void report_missing() {
    explained_.resize(missing_.size());
    const std::set<std::string> called = called_fragments();
    each_unexplained([&](Index place) {
      if (in_uncalled_fragment(place, called) || behind_unused_choice(place)) explain_from(place);
    });
    each_unexplained([&](Index place) {
      if (behind_missing(place)) return;
      report(place);
      explain_from(place);
    });
    // What is left goes in a circle.
    each_unexplained([&](Index place) {
      report(place);
      explain_from(place);
    });
  }

  template <typename Function>
  void each_unexplained(const Function& look) {
    for (std::size_t i = 0; i < missing_.size(); ++i) {
      if (missing_[i] != 0 && explained_[i] == 0) look(static_cast<Index>(i));
    }
  }

  void explain_from(Index place) {
    std::vector<Index> open{place};
    explained_[place] = 1;
    while (!open.empty()) {
      const Index from = open.back();
      open.pop_back();
      for (const std::size_t edge : leaving_[from]) {
        const Index to = edges_[edge].to;
        if (missing_[to] == 0 || explained_[to] != 0) continue;
        explained_[to] = 1;
        open.push_back(to);
      }
    }
  }

  [[nodiscard]] std::set<std::string> called_fragments() const {
    std::set<std::string> called;
    const auto note = [&](const scenario::ProgramBranch& branch) {
      if (branch.then != kNoIndex) called.insert(story_.nodes[branch.target].fragment);
    };
    for (const scenario::ProgramBranch& branch : program_.branches) note(branch);
    for (const scenario::ProgramWatch& watch : program_.watch) note(watch.go);
    return called;
  }

  [[nodiscard]] bool in_uncalled_fragment(Index place, const std::set<std::string>& called) const {
    if (program_.is_ending(place) || story_.nodes[place].fragment.empty()) return false;
    return !called.contains(story_.nodes[place].fragment);
  }

  [[nodiscard]] bool behind_unused_choice(Index place) const {
    if (!subject_.explored.finished) return false;
    return any_arriving(place, [&](const Edge& edge) {
      return edge.choice != kNoIndex && missing_[edge.from] == 0 &&
             !is_taken(edge.from, edge.choice);
    });
  }

  [[nodiscard]] bool behind_missing(Index place) const {
    return any_arriving(place, [&](const Edge& edge) {
      return edge.from != place && missing_[edge.from] != 0;
    });
  }

  // Of the edges that lead from a place of their own.
  template <typename Test>
  [[nodiscard]] bool any_arriving(Index place, const Test& test) const {
    return std::any_of(arriving_[place].begin(), arriving_[place].end(), [&](std::size_t i) {
      return edges_[i].from != kNoIndex && test(edges_[i]);
    });
  }

  void report(Index place) {
    std::string from;
    std::set<std::string> named;
    for (const std::size_t i : arriving_[place]) {
      const Edge& edge = edges_[i];
      if (edge.from == place) continue;
      std::string name = edge.from == kNoIndex ? "watch" : id_of(edge.from);
      if (edge.choice != kNoIndex) name += "." + story_.nodes[edge.from].choices[edge.choice].id;
      if (named.size() < kPlacesNamed && named.insert(name).second) {
        from += (from.empty() ? "" : ", ") + name;
      }
    }
    if (program_.is_ending(place)) {
      findings_.add_at_key("S0704", Severity::kError,
                           story_.endings[program_.ending_of(place)].origin.value,
                           {{"ending", id_of(place)}, {"from", from}});
    } else {
      findings_.add_at_key("S0701", Severity::kError, story_.nodes[place].origin.value,
                           {{"node", id_of(place)}, {"from", from}});
    }
  }

  [[nodiscard]] bool ever(Condition when, bool outcome) const {
    return (met_.outcomes[when.first] & (outcome ? 2U : 1U)) != 0;
  }

  void always(Condition when, const scenario::Source* source) {
    if (when.count == 0 || !ever(when, true) || ever(when, false)) return;
    findings_.add("S0708", Severity::kWarning, source->origin.value,
                  {{"condition", source->text}});
  }

  void look_at(Index index) {
    const scenario::Node& node = story_.nodes[index];
    const scenario::ProgramNode& compiled = program_.nodes[index];
    look_at_lines(compiled.lines, node.lines);
    for (Index i = 0; i < compiled.choices.count; ++i) {
      const scenario::Choice& choice = node.choices[i];
      const scenario::ProgramChoice& laid_out = program_.choices_of(compiled)[i];
      if (!is_taken(index, i)) {
        findings_.add_at_key("S0703", Severity::kError, choice.origin.value,
                             {{"reply", node.id + "." + choice.id},
                              {"condition", choice.when ? choice.when->text : ""}});
        continue;
      }
      always(laid_out.when, choice.when);
      look_at_lines(laid_out.lines, choice.lines);
      look_at_branches(laid_out.go, choice.go);
    }
    look_at_branches(compiled.go, node.go);
  }

  void look_at_lines(scenario::Range<scenario::ProgramLine> range,
                     const scenario::List<scenario::Line>& lines) {
    for (std::uint32_t i = 0; i < range.count; ++i) {
      if (met_.lines[range.first + i] != 0) {
        always(program_.lines[range.first + i].when, lines[i].when);
      } else {
        findings_.add("S0702", Severity::kError, lines[i].origin.value,
                      {{"condition", lines[i].when ? lines[i].when->text : ""}});
      }
    }
  }

  // What is never asked because the way never gets to the list is no finding; what is never asked
  // because those before always catch it is.
  void look_at_branches(scenario::Range<scenario::ProgramBranch> range,
                        const scenario::List<scenario::Branch>& branches) {
    for (std::uint32_t i = 0; i < range.count; ++i) {
      const scenario::ProgramBranch& branch = program_.branches[range.first + i];
      if (branch.when.count == 0 || i >= branches.size()) return;
      const bool asked = met_.outcomes[branch.when.first] != 0;
      if (!asked && i == 0) return;
      always(branch.when, branches[i].when);
      if (ever(branch.when, true) && !ever(branch.when, false)) return;
      if (!ever(branch.when, true)) never(branch, *branches[i].when);
    }
  }

  void look_at_watch() {
    for (std::size_t i = 0; i < program_.watch.size(); ++i) {
      const scenario::ProgramWatch& watch = program_.watch[i];
      if (watch.when.count == 0) continue;
      always(watch.when, &story_.watch[i].when);
      if (!ever(watch.when, true)) never(watch.go, story_.watch[i].when);
      if (!ever(watch.when, false)) return;
    }
  }

  // Where nothing else leads there, the place itself has been reported.
  void never(const scenario::ProgramBranch& branch, const scenario::Source& source) {
    const bool returns = branch.target == scenario::kReturnTarget;
    if (!returns && missing_[branch.target] != 0) return;
    findings_.add("S0709", Severity::kWarning, source.origin.value,
                  {{"condition", source.text}});
  }

  const Subject& subject_;
  const scenario::Program& program_;
  const scenario::Scenario& story_;
  const Coverage& met_;
  Findings& findings_;
  std::vector<Edge> edges_;
  std::vector<std::vector<std::size_t>> leaving_;   // edges by the place they lead from
  std::vector<std::vector<std::size_t>> arriving_;  // and by the one they lead to
  std::vector<std::uint8_t> missing_;    // nodes, then endings: 1 where no play gets there
  std::vector<std::uint8_t> explained_;  // likewise: no mention needed any more
};

}  // namespace

void check_reach(const Subject& subject, Findings& findings) { Reach(subject, findings).run(); }

}  // namespace aplomb::analysis
