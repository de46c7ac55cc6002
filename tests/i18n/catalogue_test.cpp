#include "i18n/catalogue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "catalogue_rules.h"

namespace aplomb::i18n {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The constants named anywhere under src/ except in the catalogue itself.
std::set<std::string> constants_in_sources() {
  namespace fs = std::filesystem;
  std::set<std::string> words;
  for (const auto& file : fs::recursive_directory_iterator(APLOMB_SOURCE_DIR "/src")) {
    const std::string extension = file.path().extension().string();
    if (extension != ".h" && extension != ".cpp") continue;
    std::ostringstream text;
    text << std::ifstream(file.path()).rdbuf();
    words.merge(constants_in(text.str()));
  }
  return words;
}

TEST(Catalogue, HasNoFaults) { EXPECT_THAT(faults(kEntries), IsEmpty()); }

TEST(Catalogue, HasNoTextThatNothingShows) {
  EXPECT_THAT(unused_keys(kEntries, constants_in_sources()), IsEmpty());
}

TEST(Catalogue, GivesTheTextOfEachLanguage) {
  EXPECT_EQ(text(Key::kStageSettle, Language::kZh), "平息");
  EXPECT_EQ(text(Key::kStageSettle, Language::kEn), "Settle");
  EXPECT_EQ(key_count(), std::size(kEntries));
}

TEST(Catalogue, TextsEndInANullCharacter) {
  const std::string_view settle = text(Key::kStageSettle, Language::kEn);
  EXPECT_EQ(settle.data()[settle.size()], '\0');
}

TEST(Catalogue, FindsAWordOfTheFieldByItsId) {
  EXPECT_EQ(find_name("stage", "follow_up"), Key::kStageFollowUp);
  EXPECT_EQ(find_name("behaviour", "follow_up"), Key::kBehaviourFollowUp);
  EXPECT_EQ(name("kind", "vague", Language::kZh), "诉求模糊");
}

TEST(Catalogue, ShowsTheBareIdOfAnUnknownWord) {
  EXPECT_EQ(find_name("stage", "nowhere"), std::nullopt);
  EXPECT_EQ(find_name("stage.follow", "up"), std::nullopt);
  EXPECT_EQ(find_name("", ""), std::nullopt);
  EXPECT_EQ(name("behaviour", "their_own", Language::kEn), "their_own");
}

TEST(CatalogueRules, FindEveryKindOfFault) {
  constexpr Entry kFaulty[] = {
      {"kEmptyChinese", "", " ", "Back"},
      {"kEmptyEnglish", "", "返回", ""},
      {"kWrongPlace", "", "返回", "Back 返回"},
      {"kNotTranslated", "", "Back", "Back"},
      {"kPlaces", "", "第{}轮，共{}轮", "Turn {}"},
      {"kForm", "", "{:.1f} 分", "{} points"},
      {"kOnce", "stage.act", "实施", "Act"},
      {"kTwice", "stage.act", "实施", "Act"},
  };
  EXPECT_THAT(faults(kFaulty), ElementsAre("kEmptyChinese: the Chinese text is empty",
                                           "kEmptyEnglish: the English text is empty",
                                           "kWrongPlace: the English text has Chinese in it",
                                           "kNotTranslated: both languages say the same",
                                           "kPlaces: the {} of the two languages differ",
                                           "kForm: the {} of the two languages differ",
                                           "kTwice: the id stage.act is given twice"));
}

TEST(CatalogueRules, AcceptWhatIsWell) {
  constexpr Entry kFine[] = {
      {"kOrder", "", "共 {1} 轮，第 {0} 轮", "Turn {0} of {1}"},
      {"kBraces", "", "{{{}}}", "{{{}}}"},
      {"kFigure", "", "80:20", "80:20"},
      {"kLanguageZh", "language.zh", "中文", "中文"},
  };
  EXPECT_THAT(faults(kFine), IsEmpty());
}

TEST(CatalogueRules, FindAKeyThatNothingNames) {
  constexpr Entry kTexts[] = {{"kShown", "", "甲", "A"},
                              {"kForgotten", "", "乙", "B"},
                              {"kStageAct", "stage.act", "实施", "Act"}};
  const auto words = constants_in("text(Key::kShown, l); // kForgottenToo, askForgotten");
  EXPECT_THAT(unused_keys(kTexts, words), ElementsAre("kForgotten"));
}

}  // namespace
}  // namespace aplomb::i18n
