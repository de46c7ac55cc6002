#include <algorithm>
#include <set>
#include <variant>

#include "analysis/check/families.h"

namespace aplomb::analysis {
namespace {

using scenario::Operation;

bool reads_slot(Operation operation) {
  return operation == Operation::kSlot ||
         (operation >= Operation::kTestEqual && operation <= Operation::kTestGreaterEqual);
}

class Use {
 public:
  Use(const Subject& subject, Findings& findings)
      : program_(subject.program), story_(subject.story), findings_(findings) {}

  void run() {
    look_at_variables();
    look_at_keys();
    look_at_documents();
    look_at_fragments();
    look_at_critical();
  }

 private:
  void report(std::string_view code, const std::string& id, scenario::Origin origin) {
    findings_.add_at_key(code, Severity::kWarning, origin.value, {{"id", id}});
  }

  void look_at_variables() {
    std::set<int> read;
    for (const scenario::Instruction& each : program_.code) {
      if (reads_slot(each.operation)) read.insert(each.index);
    }
    for (std::size_t i = 0; i < story_.variables.size(); ++i) {
      if (!read.contains(scenario::kFirstVariableSlot + static_cast<int>(i))) {
        report("S0801", story_.variables[i].id, story_.variables[i].origin);
      }
    }
  }

  // A key is used where a reply answers it, a condition asks for it or the record speaks of it.
  void look_at_keys() {
    std::set<std::string> used;
    std::set<std::string> answered;
    for (const scenario::Node& node : story_.nodes) {
      for (const scenario::Choice& choice : node.choices) {
        for (const scenario::Shown& shown : choice.shows) {
          answered.insert(shown.answers.begin(), shown.answers.end());
        }
      }
    }
    used = answered;
    for (const scenario::RecordAnswer& answer : story_.record) {
      used.insert(answer.keys.begin(), answer.keys.end());
    }
    for (const scenario::Instruction& each : program_.code) {
      if (each.operation == Operation::kBit && each.index < story_.keys.size()) {
        used.insert(story_.keys[each.index].id);
      }
    }
    const std::vector<std::uint8_t> revealed = revealed_keys();
    for (std::size_t i = 0; i < story_.keys.size(); ++i) {
      const scenario::CaseKey& key = story_.keys[i];
      if (!used.contains(key.id)) {
        report("S0802", key.id, key.origin);
      } else if (!key.open && revealed[i] == 0) {
        report("S0803", key.id, key.origin);
      }
    }
  }

  [[nodiscard]] std::vector<std::uint8_t> revealed_keys() const {
    std::vector<std::uint8_t> revealed(std::max<std::size_t>(story_.keys.size(), 1));
    const auto note = [&](Index bit) {
      if (bit < revealed.size()) revealed[bit] = 1;
    };
    for (const Index bit : program_.revealed_bits) note(bit);
    for (const scenario::Effect& effect : program_.effects) {
      if (effect.kind == scenario::EffectKind::kReveal) note(effect.index);
    }
    return revealed;
  }

  void look_at_documents() {
    const std::set<Index> offered(program_.offered_documents.begin(),
                                  program_.offered_documents.end());
    for (std::size_t i = 0; i < story_.documents.size(); ++i) {
      if (!offered.contains(static_cast<Index>(i))) {
        report("S0804", story_.documents[i].id, story_.documents[i].origin);
      }
    }
  }

  void look_at_fragments() {
    std::set<std::string> called;
    const auto note = [&](const scenario::ProgramBranch& branch) {
      if (branch.then != scenario::kNoIndex) {
        called.insert(story_.nodes[branch.target].fragment);
      }
    };
    for (const scenario::ProgramBranch& branch : program_.branches) note(branch);
    for (const scenario::ProgramWatch& watch : program_.watch) note(watch.go);
    for (const scenario::Fragment& fragment : story_.fragments) {
      if (!called.contains(fragment.id)) report("S0805", fragment.id, fragment.origin);
    }
  }

  void look_at_critical() {
    std::uint32_t committed = 0;
    for (const scenario::ProgramChoice& choice : program_.choices) committed |= choice.critical;
    for (std::size_t i = 0; i < story_.critical.size(); ++i) {
      if ((committed >> i & 1U) == 0) {
        report("S0806", story_.critical[i].id, story_.critical[i].origin);
      }
    }
  }

  const scenario::Program& program_;
  const scenario::Scenario& story_;
  Findings& findings_;
};

}  // namespace

void check_use(const Subject& subject, Findings& findings) { Use(subject, findings).run(); }

}  // namespace aplomb::analysis
