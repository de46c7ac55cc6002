#include "analysis/temptation.h"

#include <algorithm>
#include <array>

namespace aplomb::analysis {
namespace {

using scenario::Behaviour;
using scenario::ChoiceKind;
using scenario::Negative;

struct MistakePull {
  Negative negative;
  Pull novice;
  Pull hot_headed;
};

constexpr std::array<MistakePull, scenario::kNegativeCount> kMistakes{{
    {Negative::kAsksKnown, 40, 10},     {Negative::kAdviceFirst, 60, 10},
    {Negative::kMisquote, 15, 20},      {Negative::kStackedQuestions, 35, 10},
    {Negative::kInterrupts, 30, 90},    {Negative::kYesBut, 60, 40},
    {Negative::kMinimise, 45, 40},      {Negative::kBlame, 25, 70},
    {Negative::kFormulaOnly, 60, 5},    {Negative::kCalmDown, 60, 60},
    {Negative::kOrder, 20, 90},         {Negative::kThreat, 3, 100},
    {Negative::kPolicyWall, 55, 40},    {Negative::kArgue, 40, 80},
    {Negative::kVagueTime, 60, 10},     {Negative::kContradiction, 20, 20},
    {Negative::kJargon, 50, 10},        {Negative::kHotlineOnly, 45, 20},
    {Negative::kPassTheBuck, 60, 20},   {Negative::kOverPromise, 50, 5},
    {Negative::kBeyondAuthority, 30, 5}, {Negative::kInsult, 1, 80},
    {Negative::kSarcasm, 5, 80},        {Negative::kCounterAttack, 5, 100},
    {Negative::kCapitulate, 35, 3},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < kMistakes.size(); ++i) {
    if (kMistakes[i].negative != static_cast<Negative>(i)) return false;
  }
  return true;
}
static_assert(in_order(), "kMistakes is indexed by Negative");

// Of an input without a mistake, by the highest level it shows. Nothing to the point comes as
// readily as a formula; what the training teaches comes seldom.
constexpr std::array<Pull, 4> kNoviceByLevel{45, 50, 35, 20};
constexpr Pull kEarlyRemedy = 60;
constexpr Pull kHotHeadedOtherwise = 5;

// Acts are taken for what they are, not for what they show: a beginner does not know that.
struct ActPull {
  Pull novice;
  Pull hot_headed;
};
constexpr std::array<ActPull, 6> kActs{{
    {},         // replies go by what they show
    {35, 5},    // listen
    {25, 90},   // interrupt
    {15, 3},    // pause
    {10, 10},   // silence
    {25, 5},    // manager
}};

bool offers_remedy(const scenario::Program& program, const scenario::ProgramChoice& choice) {
  for (std::uint32_t i = 0; i < choice.shows.count; ++i) {
    const Behaviour behaviour = program.tags[choice.shows.first + i].behaviour;
    if (behaviour == Behaviour::kFitRemedy || behaviour == Behaviour::kAlternative) return true;
  }
  return false;
}

int highest_level(const scenario::Program& program, const scenario::ProgramChoice& choice) {
  int level = 0;
  for (std::uint32_t i = 0; i < choice.shows.count; ++i) {
    level = std::max<int>(level, program.tags[choice.shows.first + i].level);
  }
  return level;
}

// The strongest of the pulls of an input's mistakes; 0 where it makes none.
Pull strongest(std::uint32_t negatives, Pull MistakePull::*whose) {
  Pull pull = 0;
  for (std::uint32_t rest = negatives; rest != 0; rest &= rest - 1) {
    pull = std::max(pull, kMistakes[static_cast<std::size_t>(__builtin_ctz(rest))].*whose);
  }
  return pull;
}

}  // namespace

Pull novice_pull(const scenario::Program& program, const scenario::ProgramChoice& choice,
                 bool vented) {
  if (choice.kind != ChoiceKind::kReply) return kActs[static_cast<std::size_t>(choice.kind)].novice;
  Pull pull = strongest(choice.negatives, &MistakePull::novice);
  if (pull == 0) pull = kNoviceByLevel[static_cast<std::size_t>(highest_level(program, choice))];
  if (!vented && offers_remedy(program, choice)) pull = std::max(pull, kEarlyRemedy);
  return pull;
}

Pull hot_headed_pull(const scenario::ProgramChoice& choice) {
  if (choice.kind != ChoiceKind::kReply) {
    return kActs[static_cast<std::size_t>(choice.kind)].hot_headed;
  }
  const Pull pull = strongest(choice.negatives, &MistakePull::hot_headed);
  return pull == 0 ? kHotHeadedOtherwise : pull;
}

}  // namespace aplomb::analysis
