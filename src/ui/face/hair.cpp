#include "ui/face/hair.h"

#include <array>
#include <span>

namespace aplomb::ui {

namespace {

using scenario::Hair;

struct Curl {
  Point center;
  float radius;
};

void fill_curls(const Sketch& sketch, std::span<const Curl> curls, Color color, bool mirrored) {
  for (const Curl& curl : curls) {
    sketch.ellipse(curl.center, {curl.radius, curl.radius}, color);
    if (mirrored) {
      sketch.ellipse({-curl.center.x, curl.center.y}, {curl.radius, curl.radius}, color);
    }
  }
}

// From sideburn to sideburn over the crown; the hairline is added by each style.
Outline crown(float sideburn_y, float top, float width) {
  return Outline({-0.425F, sideburn_y})
      .curve({-width, -0.16F}, {-width - 0.02F, -0.45F}, {-width * 0.78F, -0.62F})
      .curve({-width * 0.55F, top}, {-0.1F, top}, {0.0F, top})
      .curve({0.1F, top}, {width * 0.55F, top}, {width * 0.78F, -0.62F})
      .curve({width + 0.02F, -0.45F}, {width, -0.16F}, {0.425F, sideburn_y});
}

void draw_bald(const Sketch& sketch, const scenario::Face& face, const FacePalette& palette) {
  sketch.glow({-0.1F, -0.47F}, {0.2F, 0.1F}, rgb(0xFFFFFF).faded(0.35F));
  if (face.age == scenario::Age::kYoung) return;
  for (const float side : {-1.0F, 1.0F}) {
    sketch.fill(Outline({side * 0.405F, 0.0F})
                    .curve({side * 0.47F, -0.03F}, {side * 0.5F, -0.26F}, {side * 0.42F, -0.36F})
                    .curve({side * 0.39F, -0.33F}, {side * 0.375F, -0.2F}, {side * 0.385F, -0.08F}),
                palette.hair);
  }
}

void draw_short(const Sketch& sketch, const FacePalette& palette) {
  sketch.fill(crown(-0.02F, -0.80F, 0.465F)
                  .line({0.395F, -0.03F})
                  .curve({0.395F, -0.15F}, {0.37F, -0.26F}, {0.325F, -0.335F})
                  .curve({0.22F, -0.30F}, {0.02F, -0.315F}, {-0.14F, -0.40F})
                  .curve({-0.2F, -0.36F}, {-0.28F, -0.33F}, {-0.33F, -0.325F})
                  .curve({-0.37F, -0.25F}, {-0.395F, -0.15F}, {-0.395F, -0.03F}),
              palette.hair);
  sketch.brush(Outline({-0.13F, -0.43F}).curve({0.0F, -0.38F}, {0.16F, -0.36F}, {0.29F, -0.385F}),
               palette.hair_dark, 0.008F, 0.016F, 0.006F);
  sketch.brush(Outline({-0.22F, -0.66F}).curve({-0.08F, -0.73F}, {0.1F, -0.73F}, {0.22F, -0.66F}),
               palette.hair_light, 0.01F, 0.035F, 0.01F);
}

void draw_crew(const Sketch& sketch, const FacePalette& palette) {
  // Cropped sides show the skin through.
  sketch.fill(crown(-0.06F, -0.72F, 0.44F)
                  .line({0.4F, -0.06F})
                  .curve({0.4F, -0.2F}, {0.38F, -0.32F}, {0.33F, -0.42F})
                  .line({-0.33F, -0.42F})
                  .curve({-0.38F, -0.32F}, {-0.4F, -0.2F}, {-0.4F, -0.06F}),
              mix(palette.hair, palette.skin, 0.3F));
  sketch.fill(Outline({-0.385F, -0.36F})
                  .curve({-0.44F, -0.58F}, {-0.34F, -0.765F}, {0.0F, -0.77F})
                  .curve({0.34F, -0.765F}, {0.44F, -0.58F}, {0.385F, -0.36F})
                  .curve({0.36F, -0.40F}, {0.34F, -0.425F}, {0.3F, -0.43F})
                  .curve({0.15F, -0.455F}, {-0.15F, -0.455F}, {-0.3F, -0.43F})
                  .curve({-0.34F, -0.425F}, {-0.36F, -0.40F}, {-0.385F, -0.36F}),
              palette.hair);
}

void draw_side_part(const Sketch& sketch, const FacePalette& palette) {
  sketch.fill(crown(0.0F, -0.82F, 0.475F)
                  .line({0.39F, -0.02F})
                  .curve({0.4F, -0.15F}, {0.37F, -0.24F}, {0.335F, -0.30F})
                  .curve({0.2F, -0.305F}, {-0.06F, -0.36F}, {-0.2F, -0.53F})
                  .curve({-0.25F, -0.43F}, {-0.31F, -0.38F}, {-0.35F, -0.33F})
                  .curve({-0.385F, -0.22F}, {-0.395F, -0.12F}, {-0.39F, -0.02F}),
              palette.hair);
  sketch.brush(Outline({-0.2F, -0.54F}).curve({-0.21F, -0.62F}, {-0.19F, -0.7F}, {-0.14F, -0.77F}),
               palette.hair_dark, 0.018F, 0.013F, 0.004F);
  sketch.brush(Outline({-0.1F, -0.66F}).curve({0.08F, -0.62F}, {0.24F, -0.55F}, {0.33F, -0.42F}),
               palette.hair_light, 0.012F, 0.036F, 0.008F);
}

void draw_bob_behind(const Sketch& sketch, const FacePalette& palette) {
  sketch.fill(Outline({0.0F, -0.82F})
                  .curve({0.38F, -0.82F}, {0.56F, -0.52F}, {0.545F, -0.08F})
                  .curve({0.54F, 0.12F}, {0.57F, 0.28F}, {0.5F, 0.4F})
                  .curve({0.44F, 0.47F}, {0.3F, 0.46F}, {0.22F, 0.42F})
                  .line({0.0F, 0.42F})
                  .mirrored(),
              palette.hair_dark);
}

void draw_bob(const Sketch& sketch, const FacePalette& palette) {
  sketch.fill(Outline({-0.5F, 0.36F})
                  .curve({-0.56F, 0.2F}, {-0.54F, -0.05F}, {-0.535F, -0.15F})
                  .curve({-0.52F, -0.58F}, {-0.32F, -0.82F}, {0.0F, -0.82F})
                  .curve({0.32F, -0.82F}, {0.52F, -0.58F}, {0.535F, -0.15F})
                  .curve({0.54F, -0.05F}, {0.56F, 0.2F}, {0.5F, 0.36F})
                  .curve({0.45F, 0.42F}, {0.37F, 0.38F}, {0.345F, 0.32F})
                  .curve({0.40F, 0.16F}, {0.40F, -0.08F}, {0.365F, -0.26F})
                  .curve({0.2F, -0.285F}, {-0.2F, -0.285F}, {-0.365F, -0.26F})
                  .curve({-0.40F, -0.08F}, {-0.40F, 0.16F}, {-0.345F, 0.32F})
                  .curve({-0.37F, 0.38F}, {-0.45F, 0.42F}, {-0.5F, 0.36F}),
              palette.hair);
  sketch.brush(Outline({-0.32F, -0.56F}).curve({-0.18F, -0.66F}, {0.14F, -0.68F}, {0.3F, -0.57F}),
               palette.hair_light, 0.01F, 0.045F, 0.01F);
}

void draw_long_behind(const Sketch& sketch, const FacePalette& palette) {
  sketch.fill(Outline({0.0F, -0.82F})
                  .curve({0.36F, -0.82F}, {0.54F, -0.55F}, {0.54F, -0.1F})
                  .curve({0.54F, 0.3F}, {0.64F, 0.55F}, {0.6F, 1.0F})
                  .line({0.0F, 1.0F})
                  .mirrored(),
              palette.hair_dark);
}

void draw_long(const Sketch& sketch, const FacePalette& palette) {
  for (const float side : {-1.0F, 1.0F}) {
    const auto at = [side](float x, float y) { return Point{side * x, y}; };
    sketch.fill(Outline(at(-0.012F, -0.815F))
                    .curve(at(0.34F, -0.82F), at(0.54F, -0.56F), at(0.535F, -0.1F))
                    .curve(at(0.53F, 0.2F), at(0.6F, 0.45F), at(0.52F, 0.84F))
                    .curve(at(0.45F, 0.88F), at(0.38F, 0.82F), at(0.36F, 0.76F))
                    .curve(at(0.44F, 0.5F), at(0.40F, 0.3F), at(0.405F, 0.1F))
                    .curve(at(0.41F, -0.15F), at(0.34F, -0.33F), at(0.2F, -0.42F))
                    .curve(at(0.1F, -0.47F), at(0.02F, -0.55F), at(-0.012F, -0.66F)),
                palette.hair);
    sketch.brush(
        Outline(at(0.1F, -0.7F)).curve(at(0.28F, -0.62F), at(0.4F, -0.46F), at(0.455F, -0.22F)),
        palette.hair_light, 0.008F, 0.034F, 0.008F);
  }
  sketch.brush(Outline({0.0F, -0.8F}).curve({0.004F, -0.76F}, {0.0F, -0.7F}, {0.0F, -0.62F}),
               palette.hair_dark, 0.006F, 0.012F, 0.014F);
}

void draw_pulled_back(const Sketch& sketch, const FacePalette& palette) {
  sketch.fill(crown(-0.12F, -0.79F, 0.455F)
                  .line({0.405F, -0.1F})
                  .curve({0.40F, -0.24F}, {0.34F, -0.36F}, {0.22F, -0.43F})
                  .curve({0.1F, -0.475F}, {-0.02F, -0.47F}, {-0.1F, -0.455F})
                  .curve({-0.24F, -0.42F}, {-0.38F, -0.28F}, {-0.405F, -0.1F}),
              palette.hair);
  for (const float x : {-0.24F, -0.06F, 0.14F, 0.28F}) {
    sketch.brush(Outline({x, -0.46F + x * x})
                     .curve({x * 0.9F, -0.55F}, {x * 0.7F, -0.66F}, {x * 0.45F, -0.74F}),
                 palette.hair_light, 0.004F, 0.014F, 0.006F);
  }
}

void draw_bun_behind(const Sketch& sketch, const FacePalette& palette) {
  sketch.ellipse({0.02F, -0.8F}, {0.185F, 0.165F}, palette.hair);
  sketch.stroke(Outline({-0.09F, -0.83F}).curve({-0.04F, -0.92F}, {0.08F, -0.92F}, {0.13F, -0.82F}),
                palette.hair_light, 0.016F);
}

void draw_ponytail_behind(const Sketch& sketch, const FacePalette& palette) {
  sketch.fill(Outline({0.22F, -0.66F})
                  .curve({0.5F, -0.8F}, {0.72F, -0.58F}, {0.70F, -0.25F})
                  .curve({0.69F, 0.0F}, {0.78F, 0.2F}, {0.68F, 0.44F})
                  .curve({0.62F, 0.36F}, {0.5F, 0.2F}, {0.48F, -0.1F})
                  .curve({0.46F, -0.3F}, {0.4F, -0.4F}, {0.3F, -0.42F}),
              palette.hair_dark);
  sketch.ellipse({0.385F, -0.575F}, {0.055F, 0.075F}, palette.cloth_light, 0.7F);
}

constexpr std::array kCurlsBehind = {
    Curl{{0.0F, -0.62F}, 0.26F}, Curl{{0.24F, -0.58F}, 0.24F}, Curl{{0.42F, -0.4F}, 0.21F},
    Curl{{0.5F, -0.18F}, 0.18F}, Curl{{0.52F, 0.04F}, 0.16F},  Curl{{0.48F, 0.22F}, 0.14F},
};
constexpr std::array kCurlsInFront = {
    Curl{{0.0F, -0.56F}, 0.155F},  Curl{{0.16F, -0.54F}, 0.15F}, Curl{{0.29F, -0.46F}, 0.135F},
    Curl{{0.385F, -0.33F}, 0.11F}, Curl{{0.43F, -0.18F}, 0.09F}, Curl{{0.45F, -0.04F}, 0.075F},
};

void draw_curls(const Sketch& sketch, const FacePalette& palette) {
  fill_curls(sketch, kCurlsInFront, palette.hair, true);
  for (const Point p : {Point{-0.22F, -0.68F}, Point{0.02F, -0.74F}, Point{0.26F, -0.66F},
                        Point{-0.42F, -0.46F}, Point{0.44F, -0.44F}}) {
    sketch.stroke(Outline({p.x - 0.05F, p.y + 0.02F})
                      .curve({p.x - 0.04F, p.y - 0.04F}, {p.x + 0.04F, p.y - 0.04F},
                             {p.x + 0.05F, p.y + 0.015F}),
                  palette.hair_light, 0.018F);
  }
}

void draw_wavy_behind(const Sketch& sketch, const FacePalette& palette) {
  sketch.fill(Outline({0.0F, -0.83F})
                  .curve({0.36F, -0.83F}, {0.55F, -0.56F}, {0.53F, -0.2F})
                  .curve({0.53F, -0.08F}, {0.62F, 0.0F}, {0.58F, 0.14F})
                  .curve({0.54F, 0.24F}, {0.65F, 0.34F}, {0.6F, 0.48F})
                  .curve({0.56F, 0.6F}, {0.4F, 0.62F}, {0.3F, 0.55F})
                  .line({0.0F, 0.5F})
                  .mirrored(),
              palette.hair_dark);
}

void draw_wavy(const Sketch& sketch, const FacePalette& palette) {
  // A parting on the left; the larger part sweeps over to the right.
  sketch.fill(Outline({-0.2F, -0.79F})
                  .curve({0.2F, -0.9F}, {0.55F, -0.6F}, {0.53F, -0.2F})
                  .curve({0.53F, -0.08F}, {0.62F, 0.0F}, {0.575F, 0.14F})
                  .curve({0.53F, 0.25F}, {0.62F, 0.34F}, {0.57F, 0.46F})
                  .curve({0.5F, 0.54F}, {0.42F, 0.46F}, {0.4F, 0.38F})
                  .curve({0.46F, 0.26F}, {0.37F, 0.18F}, {0.41F, 0.02F})
                  .curve({0.44F, -0.12F}, {0.36F, -0.24F}, {0.2F, -0.32F})
                  .curve({0.06F, -0.38F}, {-0.16F, -0.44F}, {-0.2F, -0.6F}),
              palette.hair);
  sketch.fill(Outline({-0.17F, -0.8F})
                  .curve({-0.42F, -0.76F}, {-0.55F, -0.5F}, {-0.53F, -0.2F})
                  .curve({-0.53F, -0.08F}, {-0.62F, 0.0F}, {-0.575F, 0.14F})
                  .curve({-0.53F, 0.25F}, {-0.62F, 0.34F}, {-0.57F, 0.46F})
                  .curve({-0.5F, 0.54F}, {-0.42F, 0.46F}, {-0.4F, 0.38F})
                  .curve({-0.46F, 0.26F}, {-0.37F, 0.18F}, {-0.41F, 0.02F})
                  .curve({-0.44F, -0.16F}, {-0.32F, -0.4F}, {-0.2F, -0.58F}),
              palette.hair);
  sketch.brush(Outline({-0.08F, -0.68F}).curve({0.14F, -0.66F}, {0.34F, -0.52F}, {0.42F, -0.3F}),
               palette.hair_light, 0.01F, 0.04F, 0.008F);
  sketch.brush(Outline({-0.28F, -0.66F}).curve({-0.4F, -0.54F}, {-0.44F, -0.38F}, {-0.46F, -0.2F}),
               palette.hair_light, 0.006F, 0.022F, 0.006F);
}

}  // namespace

void draw_hair_behind(const Sketch& sketch, const scenario::Face& face,
                      const FacePalette& palette) {
  switch (face.hair) {
    case Hair::kBob:
      return draw_bob_behind(sketch, palette);
    case Hair::kLong:
      return draw_long_behind(sketch, palette);
    case Hair::kBun:
      return draw_bun_behind(sketch, palette);
    case Hair::kPonytail:
      return draw_ponytail_behind(sketch, palette);
    case Hair::kCurly:
      return fill_curls(sketch, kCurlsBehind, palette.hair, true);
    case Hair::kWavy:
      return draw_wavy_behind(sketch, palette);
    case Hair::kBald:
    case Hair::kShort:
    case Hair::kSidePart:
    case Hair::kCrew:
      return;
  }
}

void draw_hair_in_front(const Sketch& sketch, const scenario::Face& face,
                        const FacePalette& palette) {
  switch (face.hair) {
    case Hair::kBald:
      return draw_bald(sketch, face, palette);
    case Hair::kShort:
      return draw_short(sketch, palette);
    case Hair::kBob:
      return draw_bob(sketch, palette);
    case Hair::kLong:
      return draw_long(sketch, palette);
    case Hair::kBun:
    case Hair::kPonytail:
      return draw_pulled_back(sketch, palette);
    case Hair::kCurly:
      return draw_curls(sketch, palette);
    case Hair::kSidePart:
      return draw_side_part(sketch, palette);
    case Hair::kCrew:
      return draw_crew(sketch, palette);
    case Hair::kWavy:
      return draw_wavy(sketch, palette);
  }
}

}  // namespace aplomb::ui
