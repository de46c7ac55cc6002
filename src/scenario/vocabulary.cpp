#include "scenario/vocabulary.h"

namespace aplomb::scenario {
namespace {

template <std::size_t N>
using Ids = std::array<std::string_view, N>;

constexpr Ids<kBehaviourCount> kBehaviours{
    "open_question",  "check_question", "restate",        "summarise",
    "surface_implied", "let_finish",    "concern",        "name_feeling",
    "validate",       "recognise_impact", "apologise",    "address_by_name",
    "agree_with_truth", "let_vent",     "reduce_uncertainty", "offer_choice",
    "work_to_agreement", "limit_with_path", "skilful_pause", "concrete",
    "give_reason",    "next_step",      "plain_words",    "ask_wish",
    "own_commitment", "fit_remedy",     "alternative",    "warm_handover",
    "follow_up",      "confirm_plan",   "steady",         "return_to_issue",
    "refuse_without_accusing"};
constexpr Ids<kNegativeCount> kNegatives{
    "asks_known", "advice_first", "misquote",    "stacked_questions", "interrupts",
    "yes_but",    "minimise",     "blame",       "formula_only",      "calm_down",
    "order",      "threat",       "policy_wall", "argue",             "vague_time",
    "contradiction", "jargon",    "hotline_only", "pass_the_buck",    "over_promise",
    "beyond_authority", "insult", "sarcasm",     "counter_attack",    "capitulate"};
constexpr Ids<kDimensionCount> kDimensions{"listening", "empathy",  "deescalation",
                                           "clarity",   "solution", "composure"};
constexpr Ids<kStageCount> kStages{"receive", "settle", "clarify",  "investigate",
                                   "agree",   "act",    "follow_up"};
constexpr Ids<5> kComplaintTypes{"service", "product", "privacy", "unreasonable", "malicious"};
constexpr Ids<3> kCustomerKinds{"angry", "vague", "malicious"};
constexpr Ids<4> kTemperaments{"choleric", "sanguine", "phlegmatic", "melancholic"};
constexpr Ids<7> kIndustries{"bank_credit", "bank",   "insurance",     "retail",
                             "hotel",       "travel", "public_service"};
constexpr Ids<5> kChannels{"counter", "phone", "chat", "email", "social"};
constexpr Ids<4> kSpeakers{"customer", "manager", "colleague", "narrator"};
constexpr Ids<5> kEndingKinds{"resolved", "partly", "escalated", "lost", "safely_ended"};
constexpr Ids<kRecordFieldCount> kRecordFields{"who",        "when",  "about",  "facts",
                                               "demand",     "founded", "department", "cause",
                                               "remedy",     "approval", "follow_up"};
constexpr Ids<3> kFounded{"founded", "partly", "unfounded"};
constexpr Ids<4> kCaseGroups{"facts", "feelings", "wants", "limits"};
constexpr Ids<kEmotionCount> kEmotions{"calm",  "relieved", "grateful", "uneasy",      "confused",
                                       "hurt",  "cold",     "tense",    "annoyed",     "angry",
                                       "furious", "contemptuous", "scheming", "surprised"};
constexpr Ids<kMeterCount> kMeters{"heat", "trust", "clarity", "patience", "pressure"};
constexpr Ids<5> kFaceShapes{"round", "oval", "long", "square", "heart"};
constexpr Ids<10> kHairs{"bald",     "short", "bob",       "long", "bun",
                         "ponytail", "curly", "side_part", "crew", "wavy"};
constexpr Ids<6> kHairColors{"black", "brown", "grey", "white", "auburn", "blonde"};
constexpr Ids<4> kGlasses{"none", "round", "square", "half"};
constexpr Ids<4> kBeards{"none", "stubble", "moustache", "full"};
constexpr Ids<3> kAges{"young", "middle", "old"};
constexpr Ids<8> kClothings{"teal", "navy", "ochre", "plum", "grey", "green", "brick", "sand"};

}  // namespace

template <> std::span<const std::string_view> ids<Behaviour>() { return kBehaviours; }
template <> std::span<const std::string_view> ids<Negative>() { return kNegatives; }
template <> std::span<const std::string_view> ids<Dimension>() { return kDimensions; }
template <> std::span<const std::string_view> ids<Stage>() { return kStages; }
template <> std::span<const std::string_view> ids<ComplaintType>() { return kComplaintTypes; }
template <> std::span<const std::string_view> ids<CustomerKind>() { return kCustomerKinds; }
template <> std::span<const std::string_view> ids<Temperament>() { return kTemperaments; }
template <> std::span<const std::string_view> ids<Industry>() { return kIndustries; }
template <> std::span<const std::string_view> ids<Channel>() { return kChannels; }
template <> std::span<const std::string_view> ids<Speaker>() { return kSpeakers; }
template <> std::span<const std::string_view> ids<EndingKind>() { return kEndingKinds; }
template <> std::span<const std::string_view> ids<RecordField>() { return kRecordFields; }
template <> std::span<const std::string_view> ids<Founded>() { return kFounded; }
template <> std::span<const std::string_view> ids<CaseGroup>() { return kCaseGroups; }
template <> std::span<const std::string_view> ids<Emotion>() { return kEmotions; }
template <> std::span<const std::string_view> ids<Meter>() { return kMeters; }
template <> std::span<const std::string_view> ids<FaceShape>() { return kFaceShapes; }
template <> std::span<const std::string_view> ids<Hair>() { return kHairs; }
template <> std::span<const std::string_view> ids<HairColor>() { return kHairColors; }
template <> std::span<const std::string_view> ids<Glasses>() { return kGlasses; }
template <> std::span<const std::string_view> ids<Beard>() { return kBeards; }
template <> std::span<const std::string_view> ids<Age>() { return kAges; }
template <> std::span<const std::string_view> ids<Clothing>() { return kClothings; }

}  // namespace aplomb::scenario
