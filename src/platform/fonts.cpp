#include "platform/fonts.h"

#include <imgui.h>
#include <imgui_freetype.h>

#include <array>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

namespace aplomb::platform {

namespace fs = std::filesystem;

namespace {

// The collection holds Japanese, Korean, simplified and two traditional faces, in this order.
constexpr int kSimplifiedInCollection = 2;

struct FontFileName {
  std::string_view regular;
  std::string_view bold;
  int index;
};

constexpr std::array kFontFileNames = {
    FontFileName{"NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc", kSimplifiedInCollection},
    FontFileName{"NotoSansCJKsc-Regular.otf", "NotoSansCJKsc-Bold.otf", 0},
    FontFileName{"NotoSansSC-Regular.otf", "NotoSansSC-Bold.otf", 0},
};

// Where Debian puts it. Looking there first spares walking the font folders at every start.
constexpr std::string_view kUsualSubfolder = "opentype/noto";

std::optional<FontFaces> fonts_in(const fs::path& folder) {
  std::error_code ignored;
  for (const FontFileName& name : kFontFileNames) {
    const fs::path regular = folder / name.regular;
    if (!fs::is_regular_file(regular, ignored)) continue;
    const fs::path bold = folder / name.bold;
    const bool has_bold = fs::is_regular_file(bold, ignored);
    return FontFaces{{regular, name.index}, {has_bold ? bold : regular, name.index}};
  }
  return std::nullopt;
}

std::optional<FontFaces> fonts_below(const fs::path& folder) {
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied,
                                         error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    std::error_code ignored;
    if (!entry->is_directory(ignored)) continue;
    if (std::optional<FontFaces> found = fonts_in(entry->path())) return found;
  }
  return std::nullopt;
}

// In the collection, the Korean face has the Latin forms of the punctuation below.
constexpr int kKoreanInCollection = 1;

// Pairs of first and last, ended by 0: U+00B7 middle dot, U+2018 to U+201D quotation marks,
// U+2026 ellipsis.
constexpr std::array<ImWchar, 7> kLatinPunctuation = {0xB7,   0xB7,   0x2018, 0x201D,
                                                      0x2026, 0x2026, 0};
constexpr std::array<ImWchar, 5> kAllButEllipsis = {0x1, 0x2025, 0x2027, 0x10FFFF, 0};
constexpr std::array<ImWchar, 3> kEllipsis = {0x2026, 0x2026, 0};

ImFont* add_source(std::span<const std::byte> file, ImFontConfig config) {
  config.FontLoaderFlags = ImGuiFreeTypeLoaderFlags_LightHinting;
  // ImGui 1.92 copies data that it does not own, which would read all of both files at the start.
  // So it owns the mapping while the face is added, and not any more afterwards.
  config.FontDataOwnedByAtlas = true;
  ImFont* font = ImGui::GetIO().Fonts->AddFontFromMemoryTTF(
      const_cast<std::byte*>(file.data()), static_cast<int>(file.size()), 0.0F, &config);
  if (font != nullptr) font->Sources.back()->FontDataOwnedByAtlas = false;
  return font;
}

ImFont* add_chinese(std::span<const std::byte> file, int index) {
  ImFontConfig config;
  config.FontNo = static_cast<ImU32>(index);
  return add_source(file, config);
}

ImFont* add_latin(std::span<const std::byte> file, int index) {
  // A font of one face has no other forms to take.
  if (index != kSimplifiedInCollection) return add_chinese(file, index);
  // The offset of the ellipsis below is given at this size: one square of 1000 pixels, ascent and
  // descent included. All sources of a font must agree on it.
  constexpr float kReferenceSize = 1448.0F;
  ImFontConfig config;
  config.FontNo = static_cast<ImU32>(index);
  config.SizePixels = kReferenceSize;
  config.GlyphExcludeRanges = kLatinPunctuation.data();
  ImFont* font = add_source(file, config);
  if (font == nullptr) return nullptr;

  ImFontConfig punctuation;
  punctuation.MergeMode = true;
  punctuation.FontNo = kKoreanInCollection;
  punctuation.SizePixels = kReferenceSize;
  punctuation.GlyphExcludeRanges = kEllipsis.data();
  if (add_source(file, punctuation) == nullptr) return nullptr;

  // The ellipsis stands in the middle of a square; Latin text wants it on the line.
  constexpr float kDrop = 330.0F;
  ImFontConfig ellipsis;
  ellipsis.MergeMode = true;
  ellipsis.FontNo = kKoreanInCollection;
  ellipsis.SizePixels = kReferenceSize;
  ellipsis.GlyphOffset.y = kDrop;
  ellipsis.GlyphExcludeRanges = kAllButEllipsis.data();
  return add_source(file, ellipsis);
}

}  // namespace

std::vector<fs::path> font_folders(const Environment& environment) {
  std::vector<fs::path> folders = {"/usr/share/fonts", "/usr/local/share/fonts"};
  if (std::optional<std::string> data = environment("XDG_DATA_HOME"); data && !data->empty()) {
    folders.push_back(fs::path(*data) / "fonts");
  }
  if (std::optional<std::string> home = environment("HOME"); home && !home->empty()) {
    folders.push_back(fs::path(*home) / ".local" / "share" / "fonts");
    folders.push_back(fs::path(*home) / ".fonts");
  }
  return folders;
}

base::Result<FontFaces> find_fonts(std::span<const fs::path> folders) {
  for (const fs::path& folder : folders) {
    if (std::optional<FontFaces> found = fonts_in(folder / kUsualSubfolder)) return *found;
  }
  for (const fs::path& folder : folders) {
    if (std::optional<FontFaces> found = fonts_in(folder)) return *found;
    if (std::optional<FontFaces> found = fonts_below(folder)) return *found;
  }
  return base::failure("fonts.missing",
                       {"找不到中文字体 Noto Sans CJK。", "The font Noto Sans CJK was not found."},
                       {"请安装软件包 fonts-noto-cjk：sudo apt install fonts-noto-cjk",
                        "Install the package fonts-noto-cjk: sudo apt install fonts-noto-cjk"});
}

base::Result<Fonts> Fonts::load(const FontFaces& faces) {
  Fonts fonts;
  struct Wanted {
    const FontFace& face;
    ImFont*& chinese;
    ImFont*& latin;
  };
  const std::array wanted = {Wanted{faces.regular, fonts.chinese_.regular, fonts.latin_.regular},
                             Wanted{faces.bold, fonts.chinese_.bold, fonts.latin_.bold}};
  for (const Wanted& want : wanted) {
    base::Result<MappedFile> file = MappedFile::open(want.face.file);
    if (!file) return base::failure(std::move(file.error()));
    want.chinese = add_chinese(file->bytes(), want.face.index);
    want.latin = add_latin(file->bytes(), want.face.index);
    fonts.files_.push_back(std::move(*file));
    if (want.chinese == nullptr || want.latin == nullptr) {
      return base::failure(
          "fonts.unusable",
          {"字体文件 " + want.face.file.string() + " 无法使用。",
           "The font file " + want.face.file.string() + " cannot be used."},
          {"请重新安装软件包 fonts-noto-cjk。", "Install the package fonts-noto-cjk again."});
    }
  }
  return fonts;
}

}  // namespace aplomb::platform
