// The project gold: replies with the behaviours that one person saw in them, written without sight
// of the lexicons or of what the scorer says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/support.h"

namespace aplomb::language {

struct GoldMark {
  int index = 0;  // of the Behaviour or Negative
  int level = 0;  // of behaviours
  std::string words;
};

struct GoldReply {
  std::string scenario, node, reply;
  base::Language language{};
  std::vector<GoldMark> shows, negatives;
  bool understood = true;
};

// tests/gold/*.jsonl, or the folder that APLOMB_GOLD names; empty where there is none.
std::vector<GoldReply> development_gold();

}  // namespace aplomb::language
