#include "platform/fonts.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <fstream>

namespace aplomb::platform {
namespace {

namespace fs = std::filesystem;

class FindFonts : public testing::Test {
 protected:
  FindFonts() : folder_(fs::temp_directory_path() / ("aplomb-fonts-" + std::to_string(getpid()))) {
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path put(const fs::path& name) {
    const fs::path file = folder_ / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file) << "font";
    return file;
  }
  base::Result<FontFaces> find() const {
    const std::array folders = {folder_ / "nowhere", folder_};
    return find_fonts(folders);
  }

  fs::path folder_;
};

TEST_F(FindFonts, TakesTheSimplifiedFaceOfTheCollection) {
  const fs::path regular = put("opentype/noto/NotoSansCJK-Regular.ttc");
  const fs::path bold = put("opentype/noto/NotoSansCJK-Bold.ttc");
  const auto faces = find();
  ASSERT_TRUE(faces);
  EXPECT_EQ(*faces, (FontFaces{{regular, 2}, {bold, 2}}));
}

TEST_F(FindFonts, LooksBelowTheFoldersToo) {
  const fs::path regular = put("a/b/NotoSansSC-Regular.otf");
  const fs::path bold = put("a/b/NotoSansSC-Bold.otf");
  const auto faces = find();
  ASSERT_TRUE(faces);
  EXPECT_EQ(*faces, (FontFaces{{regular, 0}, {bold, 0}}));
}

TEST_F(FindFonts, DoesWithoutBold) {
  const fs::path regular = put("NotoSansCJK-Regular.ttc");
  const auto faces = find();
  ASSERT_TRUE(faces);
  EXPECT_EQ(faces->bold, (FontFace{regular, 2}));
}

TEST_F(FindFonts, NamesThePackageWhenThereIsNone) {
  const auto faces = find();
  ASSERT_FALSE(faces);
  EXPECT_EQ(faces.error().code, "fonts.missing");
  EXPECT_NE(faces.error().mend.en.find("fonts-noto-cjk"), std::string::npos);
}

TEST(MappedFile, GivesTheBytes) {
  const fs::path file = fs::temp_directory_path() / ("aplomb-map-" + std::to_string(getpid()));
  std::ofstream(file) << "abc";
  const auto mapped = MappedFile::open(file);
  ASSERT_TRUE(mapped);
  EXPECT_EQ(mapped->bytes().size(), 3U);
  EXPECT_EQ(mapped->bytes()[1], std::byte{'b'});
  fs::remove(file);
}

TEST(MappedFile, RefusesWhatIsMissingOrEmpty) {
  EXPECT_EQ(MappedFile::open("/nowhere/at/all").error().code, "file.unreadable");
  const fs::path file = fs::temp_directory_path() / ("aplomb-empty-" + std::to_string(getpid()));
  std::ofstream(file) << "";
  EXPECT_FALSE(MappedFile::open(file));
  fs::remove(file);
}

}  // namespace
}  // namespace aplomb::platform
