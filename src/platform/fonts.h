#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include "base/result.h"
#include "platform/mapped_file.h"
#include "platform/paths.h"

struct ImFont;

namespace aplomb::platform {

// One face inside a font file.
struct FontFace {
  std::filesystem::path file;
  int index = 0;

  bool operator==(const FontFace&) const = default;
};

struct FontFaces {
  FontFace regular;
  FontFace bold;

  bool operator==(const FontFaces&) const = default;
};

// The folders where fonts are kept: the system's and this person's.
std::vector<std::filesystem::path> font_folders(const Environment& environment);

// Noto Sans CJK SC in two weights, from the first of the folders that has it (they are searched
// with everything below them). Bold falls back to regular. Fails with "fonts.missing", naming the
// package to install.
base::Result<FontFaces> find_fonts(std::span<const std::filesystem::path> folders);

// Two weights as ImGui draws them.
struct FontPair {
  ImFont* regular = nullptr;
  ImFont* bold = nullptr;
};

// The fonts in an ImGui atlas. The files stay mapped, and are not copied, as long as this object
// lives; it must outlive the ImGui context it was loaded into.
class Fonts {
 public:
  // Adds the faces to the current ImGui context's atlas. Glyphs are made when they are first
  // drawn, so this takes no longer for 65,000 of them. Fails with "file.unreadable" or
  // "fonts.unusable".
  static base::Result<Fonts> load(const FontFaces& faces);

  const FontPair& chinese() const { return chinese_; }
  // The same, but with quotation marks, middle dot and ellipsis as Latin text wants them: the
  // simplified Chinese face makes them as wide as a character.
  const FontPair& latin() const { return latin_; }

 private:
  Fonts() = default;

  std::vector<MappedFile> files_;
  FontPair chinese_;
  FontPair latin_;
};

}  // namespace aplomb::platform
