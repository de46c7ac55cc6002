#pragma once

#include "scenario/vocabulary.h"

namespace aplomb::ui {

// How a face looks at one moment. 0 is at rest unless said otherwise.
struct Expression {
  float brow_height = 0.0F;  // -1 pressed down … 1 raised
  float brow_angle = 0.0F;   // -1 inner ends up (pained) … 1 inner ends down (angry)
  float brow_skew = 0.0F;    // -1 … 1: the left or the right one higher
  float lids = 0.8F;         // 0 closed … 1 wide open
  float squint = 0.0F;       // 0 … 1: lower lids raised
  float gaze_x = 0.0F;       // -1 … 1
  float gaze_y = 0.0F;       // -1 up … 1 down
  float mouth_curve = 0.0F;  // -1 corners down … 1 smile
  float mouth_open = 0.0F;   // 0 … 1
  float mouth_width = 0.5F;  // 0 … 1
  float mouth_skew = 0.0F;   // -1 … 1: one corner higher
  float teeth = 0.0F;        // 0 … 1: bared in an open mouth
  float blush = 0.0F;        // 0 … 1
  float heat = 0.0F;         // 0 … 1: flush of the skin and colour behind the head
  float tilt = 0.0F;         // -1 … 1: head to the left or right
  float nod = 0.0F;          // -1 chin up … 1 head down
};

Expression expression_of(scenario::Emotion emotion);

// Every part `share` (0–1) of the way from one to the other.
Expression mix(const Expression& from, const Expression& to, float share);

}  // namespace aplomb::ui
