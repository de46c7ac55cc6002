#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "records/store.h"
#include "records/support.h"

namespace aplomb::records {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class DraftsTest : public testing::Test {
 protected:
  TemporaryFolder folder_;
  std::string file_ = folder_.file("records.db-drafts");
};

TEST_F(DraftsTest, TheLastOfEachNameIsKept) {
  Drafts drafts(file_);
  ASSERT_TRUE(drafts.keep(3, {"notes", "a", 1}));
  ASSERT_TRUE(drafts.keep(3, {"notes", "ab", 2}));
  ASSERT_TRUE(drafts.keep(3, {"record/who", "陈", 2}));
  ASSERT_TRUE(drafts.keep(4, {"notes", "c", 0}));
  Drafts again(file_);
  EXPECT_THAT(*again.of(3), ElementsAre(Draft{"notes", "ab", 2}, Draft{"record/who", "陈", 2}));
  ASSERT_TRUE(again.drop(3));
  EXPECT_THAT(*again.of(3), IsEmpty());
  EXPECT_THAT(*again.of(4), ElementsAre(Draft{"notes", "c", 0}));
}

TEST_F(DraftsTest, AskingMakesNoFile) {
  Drafts drafts(file_);
  EXPECT_THAT(*drafts.of(1), IsEmpty());
  EXPECT_TRUE(drafts.drop(1));
  EXPECT_FALSE(std::filesystem::exists(file_));
}

TEST_F(DraftsTest, AreForThisUsersEyesOnly) {
  ASSERT_TRUE(Drafts(file_).keep(1, {"notes", "a", 0}));
  struct stat status {};
  ASSERT_EQ(::stat(file_.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
}

TEST_F(DraftsTest, BeginAnewWhereTheFileIsDamaged) {
  std::ofstream(file_) << std::string(5000, 'x');
  Drafts drafts(file_);
  EXPECT_THAT(*drafts.of(1), IsEmpty());
  ASSERT_TRUE(drafts.keep(1, {"notes", "a", 0}));
  EXPECT_THAT(*Drafts(file_).of(1), ElementsAre(Draft{"notes", "a", 0}));
}

TEST_F(DraftsTest, RefuseWhatCannotBeGivenBack) {
  Drafts drafts(file_);
  EXPECT_EQ(code_of(drafts.keep(1, {"notes", std::string("a\0b", 3), 0})), "records.bad_text");
  EXPECT_EQ(code_of(drafts.keep(1, {"notes", "\xff", 0})), "records.bad_text");
}

TEST_F(DraftsTest, SayWhereTheyCannotBeKept) {
  Drafts drafts(folder_.file("nowhere/records.db-drafts"));
  EXPECT_EQ(code_of(drafts.keep(1, {"notes", "a", 0})), "file.not_found");
}

}  // namespace
}  // namespace aplomb::records
