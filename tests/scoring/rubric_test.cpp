#include "scoring/rubric.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "base/text.h"
#include "scenario/document.h"
#include "scoring/support.h"

namespace aplomb::scoring {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string shipped_text() {
  std::ifstream file(APLOMB_SOURCE_DIR "/assets/rubrics/standard.json", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// The shipped rubric with one part of its text replaced.
std::string with(const std::string& part, const std::string& replacement) {
  std::string text = shipped_text();
  const std::size_t at = text.find(part);
  EXPECT_NE(at, std::string::npos) << part;
  return text.replace(at, part.size(), replacement);
}

// "code path" of each problem, in the order of their places; there is no rubric when there is one.
std::vector<std::string> problems(const std::string& text,
                                  const std::string& file = "standard.json") {
  const LoadedRubric loaded = load_rubric(file, text);
  EXPECT_EQ(loaded.rubric == nullptr, !loaded.diagnostics.empty());
  std::vector<std::string> result;
  for (const auto& each : loaded.diagnostics) {
    result.push_back(each.code + " " + each.path);
    EXPECT_GT(each.line, 0);
  }
  return result;
}

std::string value_in(const std::string& text, const std::string& name) {
  const LoadedRubric loaded = load_rubric("standard.json", text);
  for (const auto& [key, value] : loaded.diagnostics.at(0).values) {
    if (key == name) return value;
  }
  return "";
}

TEST(ShippedRubric, WeighsTheThreeThatTheProductIsNamedForDouble) {
  EXPECT_THAT(standard_rubric()->weight, ElementsAre(2, 2, 2, 1, 1, 1));
}

TEST(ShippedRubric, AssignsBehavioursAsTheFormatDescribes) {
  // Index of each dimension's first behaviour; they stand in the vocabulary in the same order.
  constexpr std::array kFirst{0, 6, 12, 19, 23, 30, scenario::kBehaviourCount};
  const auto rubric = standard_rubric();
  for (int d = 0; d < scenario::kDimensionCount; ++d) {
    for (int i = kFirst[d]; i < kFirst[d + 1]; ++i) {
      EXPECT_EQ(rubric->dimension[i], static_cast<Dimension>(d))
          << scenario::id_of(static_cast<Behaviour>(i));
    }
  }
}

TEST(ShippedRubric, AssignsNegativesAsTheFormatDescribes) {
  constexpr std::array kFirst{0, 5, 9, 14, 17, 21, scenario::kNegativeCount};
  const auto rubric = standard_rubric();
  for (int d = 0; d < scenario::kDimensionCount; ++d) {
    for (int i = kFirst[d]; i < kFirst[d + 1]; ++i) {
      EXPECT_EQ(rubric->negative_dimension[i], static_cast<Dimension>(d))
          << scenario::id_of(static_cast<Negative>(i));
    }
  }
}

TEST(ShippedRubric, CapsForWhatCannotBeMadeGoodInTheSameBreath) {
  std::string caps;
  for (int i = 0; i < scenario::kNegativeCount; ++i) {
    const auto negative = static_cast<Negative>(i);
    if (standard_rubric()->is_cap(negative)) caps += std::string(scenario::id_of(negative)) + " ";
  }
  EXPECT_EQ(caps,
            "misquote minimise blame calm_down threat over_promise beyond_authority insult "
            "sarcasm counter_attack ");
}

TEST(ShippedRubric, ClaimsAlignmentAndNeverValidation) {
  const base::Bilingual& claim = standard_rubric()->claim;
  EXPECT_THAT(claim.en, HasSubstr("ligned with"));
  EXPECT_THAT(claim.zh, HasSubstr("参照"));
  const std::string text = base::to_lower_ascii(shipped_text());
  EXPECT_THAT(text, Not(HasSubstr("validated")));
  EXPECT_THAT(text, Not(HasSubstr("验证")));
}

TEST(ShippedRubric, NamesTheInstrumentsBehindItsBehaviours) {
  const auto sources = [](Behaviour behaviour) {
    return standard_rubric()->sources[static_cast<std::size_t>(behaviour)];
  };
  EXPECT_THAT(sources(Behaviour::kRestate), ElementsAre("MITI", "AELS", "CARE"));
  EXPECT_THAT(sources(Behaviour::kOwnCommitment), ElementsAre("Packard 2018"));
  EXPECT_THAT(sources(Behaviour::kSteady), IsEmpty()) << "taught practice, no instrument";
}

TEST(ShippedRubric, ChargesForEscalatedAndLost) {
  const auto rubric = standard_rubric();
  EXPECT_EQ(rubric->leaving_percent, 15);
  EXPECT_EQ(rubric->bad_endings, 1U << static_cast<int>(scenario::EndingKind::kEscalated) |
                                     1U << static_cast<int>(scenario::EndingKind::kLost));
}

TEST(ShippedRubric, IsInTheCanonicalLayout) {
  std::vector<scenario::Diagnostic> ignored;
  const scenario::Document document("standard.json", shipped_text(), ignored);
  EXPECT_TRUE(scenario::canonical_layout(document) == shipped_text());
}

TEST(RubricFile, AssignsEveryBehaviourAndNegative) {
  const std::string text = with("\"let_finish\": [\"CARE\"]", "\"let_finish \": []");
  EXPECT_THAT(problems(text), ElementsAre("S0202 $.dimensions",
                                          "S0206 $.dimensions.listening.behaviours.let_finish "));
  EXPECT_THAT(problems(with("\"argue\": \"lowers\"", "\"order\": \"lowers\"")),
              ElementsAre("S0202 $.dimensions", "S0107 $.dimensions.deescalation.negatives.order"));
}

TEST(RubricFile, AssignsNothingTwice) {
  const std::string again =
      with("\"yes_but\": \"lowers\"", "\"yes_but\": \"lowers\", \"order\": \"caps\"");
  EXPECT_THAT(problems(again), ElementsAre("S0307 $.dimensions.deescalation.negatives.order"));
  EXPECT_EQ(value_in(again, "line"), "40");
  const std::string behaviour =
      with("\"concern\": [\"EPITOME\"]", "\"concern\": [], \"restate\": []");
  EXPECT_THAT(problems(behaviour), ElementsAre("S0307 $.dimensions.empathy.behaviours.restate"));
}

TEST(RubricFile, KnowsOnlyTheVocabulary) {
  const std::string text = with("\"restate\"", "\"restates\"");
  EXPECT_THAT(problems(text), ElementsAre("S0202 $.dimensions",
                                          "S0206 $.dimensions.listening.behaviours.restates"));
  EXPECT_THAT(problems(with("\"misquote\": \"caps\"", "\"misquote\": \"cap\"")),
              ElementsAre("S0206 $.dimensions.listening.negatives.misquote"));
  EXPECT_EQ(value_in(with("\"misquote\": \"caps\"", "\"misquote\": \"cap\""), "suggestion"),
            "caps");
  EXPECT_THAT(problems(with("[\"escalated\", \"lost\"]", "[\"escalated\", \"loss\"]")),
              ElementsAre("S0206 $.bad_endings[1]"));
}

TEST(RubricFile, WeighsOneToNine) {
  EXPECT_THAT(problems(with("\"weight\": 2", "\"weight\": 9")), IsEmpty());
  for (const char* wrong : {"0", "10"}) {
    EXPECT_THAT(problems(with("\"weight\": 2", std::string("\"weight\": ") + wrong)),
                ElementsAre("S0205 $.dimensions.listening.weight"));
  }
  EXPECT_THAT(problems(with("\"weight\": 2", "\"weight\": 1.5")),
              ElementsAre("S0204 $.dimensions.listening.weight"));
}

TEST(RubricFile, LeavingCostsAPercentage) {
  EXPECT_THAT(problems(with("\"leaving_percent\": 15", "\"leaving_percent\": 101")),
              ElementsAre("S0205 $.leaving_percent"));
  const LoadedRubric loaded =
      load_rubric("standard.json", with("\"leaving_percent\": 15", "\"leaving_percent\": 30"));
  EXPECT_EQ(loaded.rubric->leaving_percent, 30);
}

TEST(RubricFile, SpeaksBothLanguages) {
  EXPECT_THAT(
      problems(with(R"({"zh": "标准评分表", "en": "The standard rubric"})", R"({"zh": " "})")),
      ElementsAre("S0209 $.title", "S0208 $.title.zh"));
}

TEST(RubricFile, HasAFormatThatIsKnown) {
  EXPECT_THAT(problems(with("aplomb/rubric@1", "aplomb/rubric@2")), ElementsAre("S0109 $.format"));
  EXPECT_THAT(problems(with("aplomb/rubric@1", "aplomb/affect@1")), ElementsAre("S0108 $.format"));
  EXPECT_THAT(problems("[]"), ElementsAre("S0203 $"));
  EXPECT_THAT(problems(""), ElementsAre("S0105 $"));
}

TEST(RubricFile, IsNamedAsItsId) {
  EXPECT_THAT(problems(shipped_text(), "some/folder/standard.json"), IsEmpty());
  EXPECT_THAT(problems(shipped_text(), "0123abcd"), IsEmpty()) << "out of the store";
  EXPECT_THAT(problems(shipped_text(), "some/folder/other.json"), ElementsAre("S0210 $.id"));
}

TEST(RubricFile, ReportsAllThatIsWrongAtOnce) {
  std::string text = shipped_text();
  const auto replace = [&](const std::string& part, const std::string& replacement) {
    text.replace(text.find(part), part.size(), replacement);
  };
  replace("\"version\": 1", "\"version\": \"one\"");
  replace("\"weight\": 2", "\"weigth\": 2");
  replace("[\"MITI\", \"EPITOME\"]", "\"MITI\"");
  replace("\"lost\"", "\"gone\"");
  EXPECT_THAT(problems(text), ElementsAre("S0203 $.version", "S0202 $.dimensions.listening",
                                          "S0201 $.dimensions.listening.weigth",
                                          "S0203 $.dimensions.listening.behaviours.open_question",
                                          "S0206 $.bad_endings[1]"));
}

TEST(RubricFile, ThatBreaksOffReportsWhatCameBefore) {
  std::string text = with("\"version\": 1", "\"version\": 0");
  text.resize(text.find("\"summarise\""));
  EXPECT_THAT(problems(text),
              ElementsAre("S0205 $.version", "S0105 $.dimensions.listening.behaviours"));
}

TEST(RubricFile, HasAPageForEveryProblem) {
  for (const std::string& text :
       {with("\"caps\"", "7"), with("\"id\"", "\"di\""), std::string("[]")}) {
    for (const auto& problem : load_rubric("standard.json", text).diagnostics) {
      for (const base::Language language : base::kLanguages) {
        EXPECT_FALSE(scenario::message(problem, language).empty()) << problem.code;
        EXPECT_FALSE(scenario::mend(problem, language).empty()) << problem.code;
      }
    }
  }
}

}  // namespace
}  // namespace aplomb::scoring
