// Which watches can never lead anywhere again, whatever still happens. What keeps a watch from
// firing may last: a node that has been visited stays visited, a key stays known, and after an
// interim ending there is no time before it. What such a watch's target needs is not needed then.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/step.h"

namespace aplomb::analysis {

using scenario::Index;

class SpentWatches {
 public:
  explicit SpentWatches(const scenario::Program& program);

  // What a state's facts say of its watches, as a number below context_count().
  using Context = std::uint32_t;
  [[nodiscard]] Context context_count() const { return 2U << refutable_.size(); }
  [[nodiscard]] Context of(const engine::State& state) const;

  // Whether a watch may lead to its target.
  [[nodiscard]] bool leads_on(Context context, std::size_t watch) const;
  // Whether how it comes out is settled by its lasting_parts() alone.
  [[nodiscard]] bool refuted(Context context, std::size_t watch) const;
  // The parts of its condition of which each, once false, stays so and makes the whole false.
  [[nodiscard]] const std::vector<scenario::Condition>& lasting_parts(std::size_t watch) const {
    return lasting_[watch];
  }

 private:
  // The condition as parts that must all hold.
  [[nodiscard]] std::vector<scenario::Condition> parts_of(scenario::Condition when) const;
  [[nodiscard]] bool stays_false(scenario::Condition part) const;
  // Whether `part` holds after an interim ending wherever `when` does.
  [[nodiscard]] bool implied(scenario::Condition part, scenario::Condition when) const;
  void find_hidden();

  const scenario::Program& program_;
  std::vector<std::vector<scenario::Condition>> lasting_;  // by watch
  std::vector<std::uint32_t> refutable_;  // watches that have lasting parts; a context's bits
  std::vector<std::uint8_t> hidden_;      // by watch: after an interim ending another comes first
};

}  // namespace aplomb::analysis
