#include "language/routing.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace aplomb::language {
namespace {

constexpr int kWhole = 1000;
// Less than this in common is chance: a behaviour out of many, or a word or two.
constexpr int kNear = 80;
// As much as a behaviour that names the case.
constexpr int kNegativeWeight = 2;

// What behaviours do for a conversation, whatever the rubric files them under.
enum class Family : std::uint8_t { kAsk, kReflect, kCare, kAct, kExplain, kHold };
constexpr std::size_t kFamilyCount = 6;

constexpr std::array<Family, scenario::kBehaviourCount> kFamilies = [] {
  using enum scenario::Behaviour;
  std::array<Family, scenario::kBehaviourCount> family{};
  const auto set = [&](Family as, std::initializer_list<scenario::Behaviour> behaviours) {
    for (const scenario::Behaviour each : behaviours) {
      family[static_cast<std::size_t>(each)] = as;
    }
  };
  set(Family::kAsk, {kOpenQuestion, kCheckQuestion, kAskWish, kConfirmPlan});
  set(Family::kReflect, {kRestate, kSummarise, kSurfaceImplied, kLetFinish, kLetVent, kNameFeeling,
                         kRecogniseImpact, kAgreeWithTruth});
  set(Family::kCare, {kConcern, kValidate, kApologise, kAddressByName, kSkilfulPause});
  set(Family::kAct, {kReduceUncertainty, kOfferChoice, kWorkToAgreement, kNextStep, kOwnCommitment,
                     kFitRemedy, kAlternative, kWarmHandover, kFollowUp});
  set(Family::kExplain, {kConcrete, kGiveReason, kPlainWords});
  set(Family::kHold, {kLimitWithPath, kSteady, kReturnToIssue, kRefuseWithoutAccusing});
  return family;
}();

// What a reply shows, as weights that can be laid over those of another.
struct Profile {
  std::array<int, scenario::kBehaviourCount> behaviours{};
  std::array<int, scenario::kNegativeCount> negatives{};
  std::array<int, kFamilyCount + 1> families{};  // the last: whether it does harm of any sort

  void show(Behaviour behaviour, int level) {
    const auto index = static_cast<std::size_t>(behaviour);
    behaviours[index] = level;
    int& family = families[static_cast<std::size_t>(kFamilies[index])];
    family = std::max(family, level);
  }
  void show(Negative negative) {
    negatives[static_cast<std::size_t>(negative)] = kNegativeWeight;
    families[kFamilyCount] = kNegativeWeight;
  }
};

// Twice what both have over what they have together (Dice 1945).
struct Overlap {
  int both = 0;
  int all = 0;

  template <typename Weights>
  void add(const Weights& a, const Weights& b) {
    for (std::size_t i = 0; i < a.size(); ++i) {
      both += std::min(a[i], b[i]);
      all += a[i] + b[i];
    }
  }
  [[nodiscard]] int share() const { return all == 0 ? 0 : 2 * kWhole * both / all; }
};

int common_behaviours(const Reading& reading, const scenario::Choice& reply) {
  Profile read;
  for (const ShownBehaviour& each : reading.behaviours) read.show(each.behaviour, each.level);
  for (const ShownNegative& each : reading.negatives) read.show(each.negative);
  Profile tagged;
  for (const scenario::Shown& each : reply.shows) tagged.show(each.behaviour, each.level);
  for (const scenario::ShownNegative& each : reply.negatives) tagged.show(each.negative);
  Overlap exact;
  exact.add(read.behaviours, tagged.behaviours);
  exact.add(read.negatives, tagged.negatives);
  Overlap alike;
  alike.add(read.families, tagged.families);
  return (3 * exact.share() + alike.share()) / 4;
}

// Harm is never overlooked, and whoever speaks of this very case is followed; only what is general
// must come near a reply to be an answer to anything.
int least_nearness(const Reading& reading) {
  if (!reading.negatives.empty() || !reading.critical.empty()) return 0;
  const bool of_this_case =
      std::any_of(reading.behaviours.begin(), reading.behaviours.end(),
                  [](const ShownBehaviour& shown) { return shown.level > 1; });
  return of_this_case ? 1 : kNear;
}

bool is_mark(char32_t c) {
  const bool ascii = c < 0x80 && !(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'z');
  return ascii || c == 0xA0 || (c >= 0x2010 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) ||
         (c >= 0xFE00 && c <= 0xFE6F) || c == 0xFEFF;
}

// The letters, figures and characters alone: spaces, punctuation, case and width left out.
std::u32string bare(std::string_view text) {
  constexpr char32_t kFullWidthFirst = 0xFF01;
  constexpr char32_t kFullWidthLast = 0xFF5E;
  constexpr char32_t kFullWidthShift = 0xFEE0;
  std::u32string result;
  for (std::size_t at = 0; at < text.size();) {
    const base::DecodedCodePoint point = base::decode_utf8(text, at);
    at += point.length;
    char32_t c = point.value;
    if (c >= kFullWidthFirst && c <= kFullWidthLast) c -= kFullWidthShift;
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
    if (!is_mark(c)) result += c;
  }
  return result;
}

bool is_own_text(const std::u32string& typed, const scenario::Choice& reply) {
  return !typed.empty() && std::any_of(base::kLanguages.begin(), base::kLanguages.end(),
                                       [&](base::Language language) {
                                         return bare(reply.text.in(language)) == typed;
                                       });
}

}  // namespace

int nearness(std::string_view typed, const Reading& reading, const scenario::Choice& reply,
             const Closeness& closeness) {
  int said = 0;
  for (const base::Language language : base::kLanguages) {
    said = std::max(said, closeness(typed, reply.text.in(language)));
  }
  return (common_behaviours(reading, reply) + 2 * said) / 3;
}

std::optional<Nearest> nearest_reply(std::string_view typed, const Reading& reading,
                                     std::span<const scenario::Choice* const> replies,
                                     const Closeness& closeness) {
  const std::u32string own = bare(typed);
  for (std::size_t i = 0; i < replies.size(); ++i) {
    if (is_own_text(own, *replies[i])) return Nearest{i, true, kWhole};
  }
  if (reading.understanding != Understanding::kUnderstood) return std::nullopt;
  const int least = least_nearness(reading);
  std::optional<Nearest> found;
  for (std::size_t i = 0; i < replies.size(); ++i) {
    const int near = nearness(typed, reading, *replies[i], closeness);
    if (near >= least && (!found || near > found->nearness)) found = Nearest{i, false, near};
  }
  return found;
}

}  // namespace aplomb::language
