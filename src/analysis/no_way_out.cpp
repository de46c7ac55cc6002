#include "analysis/no_way_out.h"

#include <algorithm>
#include <map>

#include "analysis/mood_walk.h"

namespace aplomb::analysis {
namespace {

using engine::State;
using scenario::Program;

// What a slot may hold, in values.
using Ranges = std::array<std::pair<int, int>, kMoodSlots>;

Ranges any_mood() {
  Ranges ranges{};
  for (int slot = 0; slot < kMoodSlots; ++slot) {
    ranges[slot] = {0, mood_value(slot, mood_places(slot) - 1)};
  }
  return ranges;
}

// What is left of any mood when these effects have been made.
Ranges after(const Program& program, scenario::Range<scenario::Effect> effects) {
  Ranges ranges = any_mood();
  for (std::uint32_t i = 0; i < effects.count; ++i) {
    const scenario::Effect& effect = program.effects[effects.first + i];
    if (effect.kind == scenario::EffectKind::kReveal || effect.index >= kMoodSlots) continue;
    auto& [lowest, highest] = ranges[effect.index];
    const scenario::SlotRange most = program.ranges[effect.index];
    const bool add = effect.kind == scenario::EffectKind::kAdd;
    lowest = std::clamp<int>((add ? lowest : 0) + effect.value, most.min, most.max);
    highest = std::clamp<int>((add ? highest : 0) + effect.value, most.min, most.max);
  }
  return ranges;
}

bool can_be(const MoodSamples& samples, const Ranges& ranges) {
  for (int slot = 0; slot < kMoodSlots; ++slot) {
    const auto [lowest, highest] = samples.range(slot);
    if (highest < ranges[slot].first || ranges[slot].second < lowest) return false;
  }
  return true;
}

std::vector<MoodRange> described(const MoodSamples& samples) {
  std::vector<MoodRange> mood;
  const Ranges any = any_mood();
  for (int slot = 0; slot < kMoodSlots; ++slot) {
    const auto range = samples.range(slot);
    if (range != any[slot]) mood.push_back({slot, range.first, range.second});
  }
  return mood;
}

class Search {
 public:
  Search(const engine::Machine& machine, const ControlGraph& control)
      : machine_(machine),
        program_(*machine.program),
        control_(control),
        outlooks_(program_.code),
        at_most_(condition_cuts(program_, outlooks_)) {}

  std::vector<NoWayOut> run() {
    for (ControlNumber number = 0; number < control_.size(); ++number) {
      if (engine::ended(program_, control_.facts(number))) continue;
      for (auto move = control_.first_move(number); move != control_.first_move(number + 1);
           ++move) {
        if (move->input.kind == engine::InputKind::kChoose) {
          follow_choice(number, *move);
        } else {
          follow_document(control_.facts(number), move->input);
        }
      }
      follow_typed(number);
    }
    std::vector<NoWayOut> all;
    all.reserve(found_.size());
    for (auto& [node, way] : found_) all.push_back(std::move(way));
    return all;
  }

 private:
  [[nodiscard]] bool stuck(const State& state) const {
    if (engine::ended(program_, state)) return false;
    for (Index i = 0; i < program_.nodes[state.node].choices.count; ++i) {
      if (engine::offered(program_, state, i)) return false;
    }
    return true;
  }

  void note(const State& state, Index from, std::optional<engine::Input> input,
            const MoodSamples& samples) {
    if (!stuck(state)) return;
    found_.emplace(state.node, NoWayOut{state.node, from, input, described(samples)});
  }

  void follow_choice(ControlNumber number, const ControlGraph::Move& move) {
    const State& from = control_.facts(number);
    const Index index = move.input.index;
    const scenario::ProgramChoice& choice = program_.choices_of(program_.nodes[from.node])[index];
    State facts = from;
    engine::react(machine_, facts,
                  {{program_.tags.data() + choice.shows.first, choice.shows.count},
                   choice.negatives},
                  choice.overridden_meters, choice.affect);
    if (choice.used_bit != scenario::kNoIndex) facts.set_bit(choice.used_bit);
    engine::detail::apply(program_, facts, choice.effects);
    const Ranges ranges = after(program_, choice.effects);
    MoodSamples samples(move.after);
    engine::Silent silent;
    do {
      if (!can_be(samples, ranges)) continue;
      State state = facts;
      samples.put(state);
      engine::detail::proceed(program_, state, from.node, index, silent);
      note(state, from.node, move.input, samples);
    } while (samples.next());
  }

  // Whoever reads it waits where they are, so that nothing leads them on.
  void follow_document(const State& from, engine::Input input) {
    const auto effects = program_.documents[input.index].effects;
    engine::Silent silent;
    State after = from;
    engine::step(machine_, after, input, silent);
    MoodSamples samples(offer_cuts(from, offer_cuts_before(after, effects)));
    do {
      State state = from;
      samples.put(state);
      if (stuck(state)) continue;
      engine::step(machine_, state, input, silent);
      note(state, from.node, input, samples);
    } while (samples.next());
  }

  // What of the mood decides on what is on offer, added to `cuts`.
  [[nodiscard]] MoodCuts offer_cuts(const State& state, MoodCuts cuts) const {
    const scenario::ProgramNode& node = program_.nodes[state.node];
    for (Index i = 0; i < node.choices.count; ++i) {
      const scenario::Condition when = program_.choices_of(node)[i].when;
      if (when.count == 0) continue;
      const Outlook outlook = outlooks_.of(when, state);
      for (std::size_t slot = 0; slot < cuts.size(); ++slot) cuts[slot] |= outlook.cuts[slot];
    }
    return cuts;
  }

  // The same of the mood before the effects that lead to `state`.
  [[nodiscard]] MoodCuts offer_cuts_before(const State& state,
                                           scenario::Range<scenario::Effect> effects) const {
    MoodCuts cuts = offer_cuts(state, {});
    for (std::uint32_t i = effects.count; i-- > 0;) {
      const scenario::Effect& effect = program_.effects[effects.first + i];
      if (effect.kind == scenario::EffectKind::kReveal || effect.index >= kMoodSlots) continue;
      std::uint32_t& of_slot = cuts[effect.index];
      const int by = mood_place(effect.index, effect.value);
      if (effect.kind == scenario::EffectKind::kSet || by >= kMoodPlaces || -by >= kMoodPlaces) {
        of_slot = 0;
      } else {
        of_slot = by < 0 ? of_slot << -by : of_slot >> by;
        of_slot &= ((std::uint32_t{1} << kMoodPlaces) - 1) & ~std::uint32_t{1};
      }
    }
    return cuts;
  }

  // The rules with a destination of their own; those that name a reply go as that reply.
  void follow_typed(ControlNumber number) {
    const State& from = control_.facts(number);
    const scenario::Range<scenario::ProgramRule> rules = program_.nodes[from.node].typed;
    for (std::uint32_t i = 0; i < rules.count; ++i) {
      const scenario::ProgramRule& rule = program_.rules[rules.first + i];
      if (rule.as == scenario::kNoIndex) follow_rule(from, rule);
    }
  }

  void follow_rule(const State& from, const scenario::ProgramRule& rule) {
    MoodObserver observer(outlooks_, at_most_);
    const auto in_every_mood = [&](const MoodCuts& cuts, const auto& look) {
      MoodSamples samples(cuts);
      do {
        State state = from;
        samples.put(state);
        observer.trail().clear();
        go(state, rule, observer);
        look(state, samples);
      } while (samples.next());
    };
    // What is told apart shows only while going on.
    MoodCuts cuts{};
    do {
      cuts = observer.cuts();
      in_every_mood(cuts, [](const State&, const MoodSamples&) {});
    } while (observer.cuts() != cuts);
    in_every_mood(cuts, [&](const State& state, const MoodSamples& samples) {
      note(state, from.node, std::nullopt, samples);
    });
  }

  void go(State& state, const scenario::ProgramRule& rule, MoodObserver& observer) const {
    if (const auto* watched = engine::detail::watched(program_, state, observer)) {
      engine::detail::clear_calls(state);
      if (watched->then != scenario::kNoIndex) state.returns[state.depth++] = watched->then;
      engine::detail::arrive(program_, state, watched->target, observer);
      return;
    }
    const Index target = engine::detail::follow(program_, state, rule.go, observer);
    engine::detail::arrive(program_, state, target, observer);
  }

  const engine::Machine& machine_;
  const Program& program_;
  const ControlGraph& control_;
  Outlooks outlooks_;
  std::vector<MoodCuts> at_most_;
  std::map<Index, NoWayOut> found_;
};

}  // namespace

std::vector<NoWayOut> no_way_out(const engine::Machine& machine, const ControlGraph& control) {
  return Search(machine, control).run();
}

}  // namespace aplomb::analysis
