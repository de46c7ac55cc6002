#include "bench/walk.h"

#include <charconv>
#include <string_view>

namespace aplomb::bench {
namespace {

using engine::Index;
using engine::State;

// Counts the bytes of everything said.
class TextObserver {
 public:
  TextObserver(const scenario::Program& program, std::uint64_t& bytes)
      : program_(program), bytes_(bytes) {}

  void line(const State&, engine::LineRef ref) {
    const auto& texts = program_.texts_in(base::Language::kEn).lines;
    bytes_ += texts.length(engine::place_of(program_, ref));
  }
  void arrive(const State&, Index) {}
  void ending(const State&, Index ending, bool) {
    bytes_ += program_.scenario->endings[ending].text.en.size();
  }

 private:
  const scenario::Program& program_;
  std::uint64_t& bytes_;
};

// The story's ids are "n" and the place.
std::uint32_t place_in(std::string_view id) {
  std::uint32_t place = 0;
  std::from_chars(id.data() + 1, id.data() + id.size(), place);
  return place;
}

}  // namespace

FlatStory::FlatStory(const ReferenceStory& story) {
  places_.reserve(story.places.size());
  replies_.reserve(story.reply_count());
  const auto length = [](const std::string& text) {
    return static_cast<std::int32_t>(text.size());
  };
  for (const StoryPlace& place : story.places) {
    places_.push_back({static_cast<std::int32_t>(replies_.size()),
                       static_cast<std::int32_t>(place.replies.size()), length(place.en)});
    for (const StoryReply& reply : place.replies) {
      replies_.push_back({reply.tested, reply.at_least, reply.raised, reply.raise, reply.lowered,
                          -reply.lower, reply.target, length(reply.en)});
    }
  }
}

Played FlatStory::play(QuickRandom& random) const {
  Played played;
  auto& variables = played.variables;
  for (;;) {
    const Place& place = places_[played.place];
    played.text_bytes += static_cast<std::uint64_t>(place.text_bytes);
    std::array<const Reply*, kRepliesEach> on_offer;
    std::uint32_t count = 0;
    for (std::int32_t i = 0; i < place.count; ++i) {
      const Reply& reply = replies_[place.first + i];
      on_offer[count] = &reply;
      if (variables[reply.tested] < reply.at_least) continue;
      ++count;
      played.text_bytes += static_cast<std::uint64_t>(reply.text_bytes);
    }
    if (count == 0 || played.steps == kMostSteps) return played;
    const Reply& taken = *on_offer[random.next() % count];
    variables[taken.raised] += taken.raise;
    variables[taken.lowered] += taken.lower;
    played.place = static_cast<std::uint32_t>(taken.target);
    ++played.steps;
  }
}

EngineStory::EngineStory(std::shared_ptr<const scenario::Program> program,
                         const engine::AffectModel& affect,
                         std::shared_ptr<const scoring::Rubric> rubric)
    : machine_(engine::make_machine(std::move(program), affect)),
      valuation_(machine_, std::move(rubric)),
      reference_(scoring::reference_play(valuation_)) {
  const scenario::Scenario& scenario = *machine_->program->scenario;
  for (const scenario::Node& node : scenario.nodes) place_of_.push_back(place_in(node.id));
  for (const scenario::Ending& ending : scenario.endings) {
    place_of_.push_back(place_in(ending.id));
  }
}

State EngineStory::start() const {
  engine::Silent silent;
  return engine::begin(*machine_, silent);
}

template <typename Turn>
State EngineStory::walk(QuickRandom& random, Played& played, Turn turn) const {
  const scenario::Program& program = *machine_->program;
  const scenario::TextTable& texts = program.texts_in(base::Language::kEn).choices;
  TextObserver observer(program, played.text_bytes);
  State state = engine::begin(*machine_, observer);
  while (!engine::ended(program, state)) {
    const auto choices = program.nodes[state.node].choices;
    std::array<Index, scenario::kMaxChoices> on_offer;
    std::uint32_t count = 0;
    const std::uint32_t offered = engine::choices_on_offer(program, state);
    for (Index i = 0; i < choices.count; ++i) {
      on_offer[count] = i;
      const std::uint32_t one = (offered >> i) & 1U;
      count += one;
      played.text_bytes += one * texts.length(choices.first + i);
    }
    if (count == 0 || played.steps == kMostSteps) break;
    const Index taken = on_offer[random.next() % count];
    turn(state, offered, taken);
    engine::step(*machine_, state, {engine::InputKind::kChoose, taken}, observer);
    ++played.steps;
  }
  return state;
}

void EngineStory::finish(const State& state, Played& played) const {
  played.place = place_of_[state.node];
  for (std::size_t i = 0; i < kVariables; ++i) {
    played.variables[i] = state.slots[scenario::kFirstVariableSlot + i];
  }
}

Played EngineStory::play(QuickRandom& random) const {
  Played played;
  finish(walk(random, played, [](const State&, std::uint32_t, Index) {}), played);
  return played;
}

EngineStory::ScoredPlay EngineStory::scored_play(QuickRandom& random) const {
  ScoredPlay result;
  scoring::Tally tally;
  const State state = walk(random, result.played, [&](const State& at, std::uint32_t on_offer,
                                                   Index taken) {
    const auto best = valuation_.best(at, on_offer);
    if (best) scoring::add_turn(tally, best->value, valuation_.value(at, taken));
  });
  finish(state, result.played);
  const scenario::Program& program = *machine_->program;
  if (engine::ended(program, state)) {
    const scenario::EndingKind kind = program.endings[program.ending_of(state.node)].kind;
    result.score = scoring::score_of(valuation_.rubric(), reference_, tally, kind);
  }
  return result;
}

}  // namespace aplomb::bench
