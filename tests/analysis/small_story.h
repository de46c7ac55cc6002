// The smallest scenario with other nodes: for tests that need particular replies.
#pragma once

#include <initializer_list>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "support/shipped.h"

namespace aplomb::test {

using Json = nlohmann::ordered_json;

// A reply that says this in both languages and leads there.
inline Json reply(const std::string& id, const std::string& zh, const std::string& en,
                  const std::string& to) {
  return {{"id", id}, {"text", {{"zh", zh}, {"en", en}}}, {"goto", to}};
}

// With a behaviour at a level; the whole text shows it.
inline Json showing(Json reply, const std::string& behaviour, int level) {
  Json shown{{"level", level}, {"words", reply["text"]}};
  if (level > 1) shown["answers"] = {"waited"};
  reply["shows"][behaviour] = shown;
  return reply;
}

inline Json with_mistake(Json reply, const std::string& negative) {
  reply["negatives"][negative] = {{"words", reply["text"]}};
  return reply;
}

inline Json node(std::initializer_list<Json> replies) {
  Json line{{"text", {{"zh", "我排队四十分钟了！"}, {"en", "I queued for forty minutes!"}}},
            {"reveals", {"waited"}}};
  Json node{{"stage", "receive"}, {"lines", Json::array({line})}};
  for (const Json& each : replies) node["replies"].push_back(each);
  return node;
}

// Its nodes by id, the first of which is the start; endings are "resolved" and "lost". Null when it
// does not load.
inline std::unique_ptr<const scoring::Valuation> small_story(const Json& nodes,
                                                             const Json& more = Json::object()) {
  Json story = Json::parse(read_file(source_dir() / "tests/scenario/minimal.json"));
  story["nodes"] = nodes;
  story["start"] = nodes.begin().key();
  story.update(more);
  return valued("minimal.json", story.dump());
}

}  // namespace aplomb::test
