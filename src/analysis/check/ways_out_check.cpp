#include <algorithm>

#include "analysis/check/families.h"
#include "analysis/play_names.h"

namespace aplomb::analysis {
namespace {

std::string meter_name(const scenario::Scenario& story, int slot) {
  return slot == scenario::kHeardSlot ? "heard"
                                      : story.customer.meters[static_cast<std::size_t>(slot)].id;
}

// "heat 60–100, trust 0–20".
std::string mood_of(const scenario::Scenario& story, const NoWayOut& way) {
  std::string text;
  for (const MoodRange& range : way.mood) {
    if (range.slot != scenario::kHeardSlot &&
        range.slot >= static_cast<int>(story.customer.meters.size())) {
      continue;
    }
    text += (text.empty() ? "" : ", ") + meter_name(story, range.slot) + " " +
            std::to_string(range.lowest);
    if (range.highest != range.lowest) text += "–" + std::to_string(range.highest);
  }
  return text;
}

class WaysOut {
 public:
  WaysOut(const Subject& subject, Findings& findings) : subject_(subject), findings_(findings) {}

  void run() {
    for (const DeadEnd& dead : subject_.explored.dead_ends) {
      if (!dead.loop) {
        report("S0705", dead, {});
        stuck_.push_back(dead.node);
      }
    }
    report_loops();
    for (const NoWayOut& way : subject_.explored.no_way_out) {
      if (std::find(stuck_.begin(), stuck_.end(), way.node) == stuck_.end()) report(way);
    }
  }

 private:
  void report(std::string_view code, const DeadEnd& dead, const std::string& others) {
    const scenario::Node& node = subject_.story.nodes[dead.node];
    findings_.add_at_key(code, Severity::kError, node.origin.value,
                         {{"node", node.id},
                          {"play", told(subject_.story, dead.play)},
                          {"others", others}});
  }

  // The nodes of a loop hang together; the one that is nearest to the start is reported.
  void report_loops() {
    const DeadEnd* first = nullptr;
    std::string others;
    for (const DeadEnd& dead : subject_.explored.dead_ends) {
      if (!dead.loop) continue;
      if (first == nullptr) {
        first = &dead;
      } else {
        others += (others.empty() ? "" : ", ") + subject_.story.nodes[dead.node].id;
      }
    }
    if (first != nullptr) report("S0706", *first, others);
  }

  void report(const NoWayOut& way) {
    const scenario::Node& node = subject_.story.nodes[way.node];
    const std::string step = way.input ? step_name(subject_.story, {way.from, *way.input})
                                       : subject_.story.nodes[way.from].id + ".typed";
    findings_.add_at_key("S0707", Severity::kError, node.origin.value,
                         {{"node", node.id},
                          {"mood", mood_of(subject_.story, way)},
                          {"step", step}});
  }

  const Subject& subject_;
  Findings& findings_;
  std::vector<Index> stuck_;  // where a dead end was found
};

}  // namespace

void check_ways_out(const Subject& subject, Findings& findings) {
  WaysOut(subject, findings).run();
}

}  // namespace aplomb::analysis
