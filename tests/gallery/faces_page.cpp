#include <array>

#include "gallery/pages.h"
#include "scenario/model.h"
#include "ui/face/face.h"

namespace aplomb::gallery {

namespace {

using scenario::Age, scenario::Beard, scenario::Clothing, scenario::Emotion, scenario::Face,
    scenario::FaceShape, scenario::Glasses, scenario::Hair, scenario::HairColor,
    scenario::kEmotionCount;

// Fourteen customers between them wear everything that a face may have.
constexpr std::array<Face, 14> kCast = {{
    {FaceShape::kOval, 2, Hair::kBob, HairColor::kBlack, Glasses::kNone, Beard::kNone, Age::kMiddle,
     Clothing::kPlum},
    {FaceShape::kLong, 2, Hair::kSidePart, HairColor::kBlack, Glasses::kSquare, Beard::kNone,
     Age::kMiddle, Clothing::kNavy},
    {FaceShape::kSquare, 3, Hair::kCrew, HairColor::kBlack, Glasses::kNone, Beard::kStubble,
     Age::kMiddle, Clothing::kGrey},
    {FaceShape::kHeart, 1, Hair::kLong, HairColor::kBrown, Glasses::kNone, Beard::kNone,
     Age::kYoung, Clothing::kTeal},
    {FaceShape::kRound, 2, Hair::kBun, HairColor::kGrey, Glasses::kRound, Beard::kNone, Age::kOld,
     Clothing::kOchre},
    {FaceShape::kRound, 3, Hair::kBald, HairColor::kGrey, Glasses::kNone, Beard::kMoustache,
     Age::kOld, Clothing::kSand},
    {FaceShape::kOval, 5, Hair::kCurly, HairColor::kBlack, Glasses::kNone, Beard::kNone,
     Age::kYoung, Clothing::kGreen},
    {FaceShape::kHeart, 3, Hair::kPonytail, HairColor::kAuburn, Glasses::kNone, Beard::kNone,
     Age::kYoung, Clothing::kBrick},
    {FaceShape::kSquare, 2, Hair::kShort, HairColor::kBrown, Glasses::kNone, Beard::kFull,
     Age::kMiddle, Clothing::kGreen},
    {FaceShape::kOval, 1, Hair::kWavy, HairColor::kBlonde, Glasses::kNone, Beard::kNone,
     Age::kMiddle, Clothing::kNavy},
    {FaceShape::kLong, 4, Hair::kShort, HairColor::kBlack, Glasses::kNone, Beard::kNone,
     Age::kYoung, Clothing::kBrick},
    {FaceShape::kRound, 6, Hair::kCrew, HairColor::kBlack, Glasses::kNone, Beard::kFull,
     Age::kMiddle, Clothing::kOchre},
    {FaceShape::kLong, 2, Hair::kSidePart, HairColor::kWhite, Glasses::kHalf, Beard::kNone,
     Age::kOld, Clothing::kTeal},
    {FaceShape::kHeart, 4, Hair::kWavy, HairColor::kBlack, Glasses::kSquare, Beard::kNone,
     Age::kMiddle, Clothing::kPlum},
}};

}  // namespace

void draw_faces_page(ui::Painter& painter, ui::TextSetter& setter, const platform::FrameArea& area,
                     app::ThemeChoice theme_choice, const std::string& variant) {
  const ui::Theme& theme = ui::theme_of(theme_choice);
  const ui::TextStyle label{13.0F, ui::Weight::kRegular, 1.4F};
  painter.fill_rect({0, 0, static_cast<float>(area.width), static_cast<float>(area.height)},
                    theme.paper);
  if (variant == "large") {
    for (int i = 0; i < 8; ++i) {
      const float x = 190.0F + static_cast<float>(i % 4) * 350.0F;
      const float y = 220.0F + static_cast<float>(i < 4 ? 0 : 1) * 420.0F;
      const auto emotion = static_cast<Emotion>((i * 3 + 9) % kEmotionCount);
      ui::draw_face(painter, theme, {x, y}, 150.0F, kCast[static_cast<std::size_t>(i)],
                    ui::expression_of(emotion));
      setter.draw_line(painter, id_of(emotion), label, 20.0F, {x - 30, y + 160}, theme.quiet);
    }
    return;
  }
  if (variant == "cast") {
    for (int i = 0; i < static_cast<int>(kCast.size()); ++i) {
      const float x = 110.0F + static_cast<float>(i % 7) * 203.0F;
      const float y = 120.0F + static_cast<float>(i < 7 ? 0 : 1) * 220.0F;
      ui::draw_face(painter, theme, {x, y}, 95.0F, kCast[static_cast<std::size_t>(i)],
                    ui::expression_of(Emotion::kCalm));
      ui::draw_face(painter, theme, {x, y + 440}, 28.0F, kCast[static_cast<std::size_t>(i)],
                    ui::expression_of(static_cast<Emotion>(i)));
    }
    return;
  }
  for (int row = 0; row < 4; ++row) {
    for (int i = 0; i < kEmotionCount; ++i) {
      const float x = 55.0F + static_cast<float>(i) * 102.0F;
      const float y = 70.0F + static_cast<float>(row) * 215.0F;
      const auto emotion = static_cast<Emotion>(i);
      const Face& face = kCast[static_cast<std::size_t>(row) * 2 + static_cast<std::size_t>(i % 2)];
      ui::draw_face(painter, theme, {x, y}, 48.0F, face, ui::expression_of(emotion));
      const Face& other = kCast[static_cast<std::size_t>(row) + 7];
      ui::draw_face(painter, theme, {x, y + 100}, 48.0F, other, ui::expression_of(emotion));
      if (row == 0) {
        setter.draw_line(painter, id_of(emotion), label, 18.0F, {x - 34, 2}, theme.quiet);
      }
    }
  }
}

}  // namespace aplomb::gallery
