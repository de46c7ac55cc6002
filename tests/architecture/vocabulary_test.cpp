#include <gtest/gtest.h>

#include "i18n/catalogue.h"
#include "scenario/vocabulary.h"

namespace aplomb::architecture {
namespace {

template <class Enum>
void expect_names(std::string_view group) {
  for (const std::string_view id : scenario::ids<Enum>()) {
    EXPECT_NE(i18n::find_name(group, id), std::nullopt)
        << "src/i18n/strings has no name for " << group << "." << id;
  }
}

// The screens ask the catalogue for the name of every word that a scenario may use.
TEST(Vocabulary, EveryWordHasANameInTheCatalogue) {
  expect_names<scenario::Behaviour>("behaviour");
  expect_names<scenario::Negative>("negative");
  expect_names<scenario::Dimension>("dimension");
  expect_names<scenario::Stage>("stage");
  expect_names<scenario::ComplaintType>("type");
  expect_names<scenario::CustomerKind>("kind");
  expect_names<scenario::Temperament>("temperament");
  expect_names<scenario::Industry>("industry");
  expect_names<scenario::Channel>("channel");
  expect_names<scenario::Speaker>("speaker");
  expect_names<scenario::EndingKind>("ending");
  expect_names<scenario::RecordField>("record");
  expect_names<scenario::Founded>("founded");
  expect_names<scenario::CaseGroup>("case");
  expect_names<scenario::Emotion>("emotion");
  expect_names<scenario::Meter>("meter");
}

}  // namespace
}  // namespace aplomb::architecture
