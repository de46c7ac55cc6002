// The fixed words of the field: every id that a scenario, a rubric or an affect model may use.
// Order matters only in that it never changes: attempts, hashes and tables are indexed by it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace aplomb::scenario {

// What a good handler shows (rubric.md names the instrument behind each).
enum class Behaviour : std::uint8_t {
  kOpenQuestion, kCheckQuestion, kRestate, kSummarise, kSurfaceImplied, kLetFinish,
  kConcern, kNameFeeling, kValidate, kRecogniseImpact, kApologise, kAddressByName,
  kAgreeWithTruth, kLetVent, kReduceUncertainty, kOfferChoice, kWorkToAgreement, kLimitWithPath,
  kSkilfulPause,
  kConcrete, kGiveReason, kNextStep, kPlainWords,
  kAskWish, kOwnCommitment, kFitRemedy, kAlternative, kWarmHandover, kFollowUp, kConfirmPlan,
  kSteady, kReturnToIssue, kRefuseWithoutAccusing,
};
inline constexpr int kBehaviourCount = 33;

// What makes it worse.
enum class Negative : std::uint8_t {
  kAsksKnown, kAdviceFirst, kMisquote, kStackedQuestions, kInterrupts,
  kYesBut, kMinimise, kBlame, kFormulaOnly,
  kCalmDown, kOrder, kThreat, kPolicyWall, kArgue,
  kVagueTime, kContradiction, kJargon,
  kHotlineOnly, kPassTheBuck, kOverPromise, kBeyondAuthority,
  kInsult, kSarcasm, kCounterAttack, kCapitulate,
};
inline constexpr int kNegativeCount = 25;

enum class Dimension : std::uint8_t {
  kListening, kEmpathy, kDeescalation, kClarity, kSolution, kComposure,
};
inline constexpr int kDimensionCount = 6;

enum class Stage : std::uint8_t {
  kReceive, kSettle, kClarify, kInvestigate, kAgree, kAct, kFollowUp,
};
inline constexpr int kStageCount = 7;

enum class ComplaintType : std::uint8_t { kService, kProduct, kPrivacy, kUnreasonable, kMalicious };
enum class CustomerKind : std::uint8_t { kAngry, kVague, kMalicious };
enum class Temperament : std::uint8_t { kCholeric, kSanguine, kPhlegmatic, kMelancholic };
enum class Industry : std::uint8_t {
  kBankCredit, kBank, kInsurance, kRetail, kHotel, kTravel, kPublicService,
};
enum class Channel : std::uint8_t { kCounter, kPhone, kChat, kEmail, kSocial };
enum class Speaker : std::uint8_t { kCustomer, kManager, kColleague, kNarrator };
enum class EndingKind : std::uint8_t { kResolved, kPartly, kEscalated, kLost, kSafelyEnded };
enum class RecordField : std::uint8_t {
  kWho, kWhen, kAbout, kFacts, kDemand, kFounded, kDepartment, kCause, kRemedy, kApproval,
  kFollowUp,
};
inline constexpr int kRecordFieldCount = 11;
enum class Founded : std::uint8_t { kFounded, kPartly, kUnfounded };
enum class CaseGroup : std::uint8_t { kFacts, kFeelings, kWants, kLimits };

enum class Emotion : std::uint8_t {
  kCalm, kRelieved, kGrateful, kUneasy, kConfused, kHurt, kCold, kTense, kAnnoyed, kAngry,
  kFurious, kContemptuous, kScheming, kSurprised,
};
inline constexpr int kEmotionCount = 14;

// Meters with a meaning of their own; a scenario may add one more (at most five are live).
enum class Meter : std::uint8_t { kHeat, kTrust, kClarity, kPatience, kPressure };
inline constexpr int kMeterCount = 5;

enum class FaceShape : std::uint8_t { kRound, kOval, kLong, kSquare, kHeart };
enum class Hair : std::uint8_t {
  kBald, kShort, kBob, kLong, kBun, kPonytail, kCurly, kSidePart, kCrew, kWavy,
};
enum class HairColor : std::uint8_t { kBlack, kBrown, kGrey, kWhite, kAuburn, kBlonde };
enum class Glasses : std::uint8_t { kNone, kRound, kSquare, kHalf };
enum class Beard : std::uint8_t { kNone, kStubble, kMoustache, kFull };
enum class Age : std::uint8_t { kYoung, kMiddle, kOld };
enum class Clothing : std::uint8_t { kTeal, kNavy, kOchre, kPlum, kGrey, kGreen, kBrick, kSand };

// The ids of an enumeration, in the order of its values.
template <typename Enum>
[[nodiscard]] std::span<const std::string_view> ids();

template <typename Enum>
[[nodiscard]] std::string_view id_of(Enum value) {
  return ids<Enum>()[static_cast<std::size_t>(value)];
}

template <typename Enum>
[[nodiscard]] std::optional<Enum> from_id(std::string_view id) {
  const auto all = ids<Enum>();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i] == id) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace aplomb::scenario
