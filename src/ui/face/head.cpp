#include "ui/face/head.h"

#include <array>

namespace aplomb::ui {

namespace {

using scenario::FaceShape;

// The right half of a head: widest point, a point of the jaw, and the chin.
struct Skull {
  float crown;      // y of the top
  Point temple;     // widest point
  Point cheek;      // control: how long the side stays wide
  Point jaw;        // corner of the jaw
  Point jaw_in;     // control before the chin
  float chin;       // y
  float chin_flat;  // half width of the chin's flat part
};

// In the order of FaceShape: round, oval, long, square, heart.
constexpr std::array<Skull, 5> kSkulls = {{
    {-0.62F, {0.445F, -0.1F}, {0.455F, 0.14F}, {0.30F, 0.36F}, {0.22F, 0.45F}, 0.475F, 0.10F},
    {-0.64F, {0.415F, -0.14F}, {0.42F, 0.12F}, {0.265F, 0.36F}, {0.18F, 0.47F}, 0.49F, 0.07F},
    {-0.65F, {0.385F, -0.14F}, {0.395F, 0.16F}, {0.26F, 0.41F}, {0.18F, 0.52F}, 0.54F, 0.08F},
    {-0.63F, {0.425F, -0.14F}, {0.435F, 0.16F}, {0.335F, 0.345F}, {0.24F, 0.46F}, 0.485F, 0.13F},
    {-0.64F, {0.435F, -0.18F}, {0.435F, 0.06F}, {0.245F, 0.35F}, {0.14F, 0.47F}, 0.495F, 0.05F},
}};

const Skull& skull_of(FaceShape shape) { return kSkulls.at(static_cast<std::size_t>(shape)); }

enum class Garment { kCrew, kVNeck, kSuit, kTurtleneck, kShirt };

// Each colour of clothing comes with a cut, so that two people rarely wear the same.
Garment garment_of(scenario::Clothing clothing) {
  switch (clothing) {
    case scenario::Clothing::kTeal:
      return Garment::kVNeck;
    case scenario::Clothing::kNavy:
      return Garment::kSuit;
    case scenario::Clothing::kOchre:
      return Garment::kTurtleneck;
    case scenario::Clothing::kPlum:
      return Garment::kVNeck;
    case scenario::Clothing::kGrey:
      return Garment::kSuit;
    case scenario::Clothing::kGreen:
      return Garment::kShirt;
    case scenario::Clothing::kBrick:
      return Garment::kCrew;
    case scenario::Clothing::kSand:
      return Garment::kShirt;
  }
  return Garment::kCrew;
}

constexpr float kNeckHalf = 0.165F;
constexpr float kNeckBase = 0.665F;

Outline shoulders_outline() {
  return Outline({0.0F, 0.72F})
      .line({0.17F, 0.585F})
      .curve({0.28F, 0.675F}, {0.5F, 0.665F}, {0.68F, 0.77F})
      .curve({0.8F, 0.84F}, {0.86F, 1.0F}, {0.87F, 1.1F})
      .line({0.0F, 1.1F})
      .mirrored();
}

void draw_neckline(const Sketch& sketch, Garment garment, const FacePalette& palette) {
  switch (garment) {
    case Garment::kCrew:
      sketch.fill(Outline({0.0F, 0.80F})
                      .curve({0.12F, 0.80F}, {0.2F, 0.73F}, {0.225F, 0.645F})
                      .line({0.27F, 0.675F})
                      .curve({0.25F, 0.78F}, {0.14F, 0.86F}, {0.0F, 0.86F})
                      .mirrored(),
                  palette.cloth_shade);
      return;
    case Garment::kVNeck:
      sketch.fill(Outline({0.0F, 0.93F})
                      .line({0.215F, 0.64F})
                      .line({0.265F, 0.668F})
                      .line({0.0F, 1.02F})
                      .mirrored(),
                  palette.cloth_shade);
      return;
    case Garment::kTurtleneck:
      sketch.fill(Outline({0.0F, 0.58F})
                      .curve({0.1F, 0.58F}, {0.17F, 0.55F}, {0.19F, 0.53F})
                      .curve({0.215F, 0.6F}, {0.23F, 0.66F}, {0.25F, 0.69F})
                      .curve({0.16F, 0.76F}, {0.08F, 0.77F}, {0.0F, 0.77F})
                      .mirrored(),
                  palette.cloth_light);
      return;
    case Garment::kShirt:
      for (const float side : {-1.0F, 1.0F}) {
        sketch.fill(Outline({side * 0.0F, 0.84F})
                        .line({side * 0.185F, 0.60F})
                        .line({side * 0.27F, 0.66F})
                        .line({side * 0.19F, 0.90F}),
                    palette.cloth_light);
      }
      if (!sketch.detailed()) return;
      sketch.stroke(Outline({0.0F, 0.86F}).line({0.0F, 0.985F}), palette.cloth_shade, 0.012F);
      return;
    case Garment::kSuit:
      for (const float side : {-1.0F, 1.0F}) {
        sketch.fill(Outline({side * 0.0F, 0.82F})
                        .line({side * 0.175F, 0.61F})
                        .line({side * 0.235F, 0.65F})
                        .line({side * 0.11F, 0.88F}),
                    kShirt);
        sketch.fill(Outline({side * 0.22F, 0.625F})
                        .line({side * 0.34F, 0.69F})
                        .line({side * 0.36F, 0.79F})
                        .line({side * 0.29F, 0.80F})
                        .line({side * 0.0F, 1.05F})
                        .line({side * 0.02F, 0.99F}),
                    palette.cloth_shade);
      }
      return;
  }
}

// What shows between the lapels or above the neckline.
Outline opening_outline(Garment garment) {
  if (garment == Garment::kSuit) {
    return Outline({0.0F, 1.02F}).line({0.24F, 0.65F}).line({0.0F, 0.65F}).mirrored();
  }
  if (garment == Garment::kVNeck) {
    return Outline({0.0F, 0.97F}).line({0.235F, 0.655F}).line({0.0F, 0.6F}).mirrored();
  }
  if (garment == Garment::kShirt) {
    return Outline({0.0F, 0.86F}).line({0.18F, 0.62F}).line({0.0F, 0.6F}).mirrored();
  }
  return Outline({0.0F, 0.83F})
      .curve({0.12F, 0.83F}, {0.21F, 0.75F}, {0.245F, 0.655F})
      .line({0.0F, 0.6F})
      .mirrored();
}

}  // namespace

float chin_of(FaceShape shape) { return skull_of(shape).chin; }

std::vector<Point> head_outline(FaceShape shape) {
  const Skull& skull = skull_of(shape);
  return Outline({0.0F, skull.crown})
      .curve({skull.temple.x * 0.62F, skull.crown}, {skull.temple.x, skull.temple.y - 0.32F},
             skull.temple)
      .curve({skull.temple.x, skull.temple.y + 0.1F}, skull.cheek, skull.jaw)
      .curve(skull.jaw_in, {skull.chin_flat, skull.chin}, {0.0F, skull.chin})
      .mirrored()
      .points();
}

void draw_body(const Sketch& sketch, const scenario::Face& face, const FacePalette& palette) {
  const Garment garment = garment_of(face.clothing);
  sketch.fill(shoulders_outline(), palette.cloth);
  const Color opening = garment == Garment::kSuit ? kShirt : palette.skin;
  if (garment != Garment::kTurtleneck) {
    sketch.fill(opening_outline(garment), opening);
  }
  const std::vector<Point> neck = Outline({0.0F, 0.2F})
                                      .line({kNeckHalf, 0.2F})
                                      .line({kNeckHalf + 0.01F, kNeckBase})
                                      .curve({0.1F, 0.78F}, {0.04F, 0.8F}, {0.0F, 0.8F})
                                      .mirrored()
                                      .points();
  if (garment != Garment::kTurtleneck) sketch.fill(neck, palette.skin);

  constexpr float kShadowDrop = 0.085F;
  std::vector<Point> shadow = head_outline(face.shape);
  for (Point& point : shadow)
    point.y += kShadowDrop;
  if (garment == Garment::kTurtleneck) {
    const Outline bare = Outline({0.0F, 0.2F}).line({kNeckHalf, 0.2F}).line({kNeckHalf, 0.6F});
    Outline short_neck = bare;
    short_neck.line({0.0F, 0.62F}).mirrored();
    sketch.fill(short_neck, palette.skin);
  }
  sketch.fill(clipped(neck, shadow), palette.skin_shade);
  draw_neckline(sketch, garment, palette);
}

void draw_head(const Sketch& sketch, const scenario::Face& face, const FacePalette& palette) {
  const Skull& skull = skull_of(face.shape);
  for (const float side : {-1.0F, 1.0F}) {
    const Point ear = {side * (skull.temple.x + 0.005F), 0.03F};
    sketch.ellipse(ear, {0.07F, 0.105F}, palette.skin, side * -0.15F);
    sketch.ellipse({ear.x + side * 0.008F, ear.y}, {0.032F, 0.06F}, palette.skin_shade,
                   side * -0.15F);
  }
  sketch.fill(head_outline(face.shape), palette.skin);
}

}  // namespace aplomb::ui
