#include "analysis/bot.h"

#include <algorithm>

#include "analysis/polite_words.h"
#include "base/text.h"

namespace aplomb::analysis {
namespace {

using scenario::ChoiceKind;

// How much a gamer likes a choice; 0 for acts, which have no words that a customer hears.
std::uint32_t liking(Policy policy, const scenario::Choice& choice, base::Language language) {
  if (choice.kind != ChoiceKind::kReply) return 0;
  const std::string& text = choice.text.in(language);
  switch (policy) {
    case Policy::kGamerWords:
      return 1 + static_cast<std::uint32_t>(count_polite_words(text, language));
    case Policy::kGamerLongest:
      return 1 + static_cast<std::uint32_t>(base::count_code_points(text));
    default: return 1;
  }
}

bool has_vented(const scenario::Program& program, const engine::State& state) {
  return state.slots[scenario::kHeardSlot] >= program.vent_need;
}

int unread_documents(const scenario::Program& program, const engine::State& state) {
  const scenario::Range<Index> offered = program.nodes[state.node].documents;
  int unread = 0;
  for (std::uint32_t i = 0; i < offered.count; ++i) {
    const Index document = program.offered_documents[offered.first + i];
    if (!state.bit(program.documents[document].read_bit)) ++unread;
  }
  return unread;
}

Index unread_document(const scenario::Program& program, const engine::State& state, int number) {
  const scenario::Range<Index> offered = program.nodes[state.node].documents;
  for (std::uint32_t i = 0;; ++i) {
    const Index document = program.offered_documents[offered.first + i];
    if (!state.bit(program.documents[document].read_bit) && number-- == 0) return document;
  }
}

}  // namespace

Bot::Bot(const scoring::Valuation& valuation, Policy policy, base::Language language, int skill)
    : program_(valuation.machine().program), policy_(policy), skill_(skill) {
  const scenario::Scenario& scenario = *program_->scenario;
  for (std::size_t n = 0; n < program_->nodes.size(); ++n) {
    const scenario::Range<scenario::ProgramChoice> choices = program_->nodes[n].choices;
    for (std::uint32_t i = 0; i < choices.count; ++i) {
      const scenario::ProgramChoice& choice = program_->choices[choices.first + i];
      if (is_gamer(policy)) {
        liking_.push_back(liking(policy, scenario.nodes[n].choices[i], language));
      } else if (policy == Policy::kHotHeaded) {
        for (auto& pulls : pulls_) pulls.push_back(hot_headed_pull(choice));
      } else if (policy == Policy::kNovice || policy == Policy::kSkilled) {
        pulls_[0].push_back(novice_pull(*program_, choice, false));
        pulls_[1].push_back(novice_pull(*program_, choice, true));
      }
    }
  }
}

engine::Input Bot::choose(const engine::State& state, const Offer& offer,
                          base::Random& random) const {
  using engine::InputKind;
  switch (policy_) {
    case Policy::kRandom: return any(state, offer, random);
    case Policy::kNovice:
    case Policy::kHotHeaded: return {InputKind::kChoose, pulled(state, offer, random)};
    case Policy::kGamerWords:
    case Policy::kGamerLongest:
    case Policy::kGamerFirst: return {InputKind::kChoose, foremost(state, offer, random)};
    case Policy::kExpert: return {InputKind::kChoose, offer.best};
    case Policy::kSkilled: break;
  }
  if (static_cast<int>(random.below(100)) < skill_) return {InputKind::kChoose, offer.best};
  return {InputKind::kChoose, pulled(state, offer, random)};
}

bool Bot::always_alike() const {
  switch (policy_) {
    case Policy::kGamerLongest:
    case Policy::kGamerFirst:
    case Policy::kExpert: return true;
    case Policy::kSkilled: return skill_ == 100;
    default: return false;
  }
}

engine::Input Bot::any(const engine::State& state, const Offer& offer,
                       base::Random& random) const {
  const int documents = unread_documents(*program_, state);
  const auto said = static_cast<std::uint32_t>(offer.count);
  const std::uint32_t drawn = random.below(said + static_cast<std::uint32_t>(documents));
  if (drawn < said) return {engine::InputKind::kChoose, offer.choices[drawn]};
  return {engine::InputKind::kConsult,
          unread_document(*program_, state, static_cast<int>(drawn - said))};
}

Index Bot::pulled(const engine::State& state, const Offer& offer, base::Random& random) const {
  const std::uint32_t first = program_->nodes[state.node].choices.first;
  const Pull* pulls = pulls_[has_vented(*program_, state) ? 1 : 0].data() + first;
  std::uint32_t whole = 0;
  for (const Index choice : offer.all()) whole += pulls[choice];
  std::uint32_t drawn = random.below(whole);
  for (const Index choice : offer.all()) {
    if (drawn < pulls[choice]) return choice;
    drawn -= pulls[choice];
  }
  return offer.choices[0];
}

Index Bot::foremost(const engine::State& state, const Offer& offer, base::Random& random) const {
  const std::uint32_t* liking = liking_.data() + program_->nodes[state.node].choices.first;
  Index most = offer.choices[0];
  std::uint32_t equals = 1;
  for (const Index choice : offer.all().subspan(1)) {
    if (liking[choice] < liking[most]) continue;
    equals = liking[choice] > liking[most] ? 1 : equals + 1;
    // Of several that are liked as much, the words alone cannot tell one from another.
    const bool taken = equals == 1 || (policy_ == Policy::kGamerWords && random.below(equals) == 0);
    if (taken) most = choice;
  }
  return most;
}

}  // namespace aplomb::analysis
