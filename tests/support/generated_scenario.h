// Small random scenarios as files, for tests that compare two ways of finding out the same thing.
// The same seed gives the same file. Most load; those in which nodes without choices go in a circle
// do not.
#pragma once

#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/random.h"

namespace aplomb::test {

class ScenarioGenerator {
 public:
  explicit ScenarioGenerator(std::uint64_t seed) : random_(seed) {}

  std::string file() {
    node_count_ = 2 + pick(5);
    Json story = frame();
    story["variables"] = {{"flag", {{"type", "bool"}, {"initial", false}}},
                          {"count", {{"type", "int"}, {"min", 1}, {"max", 4}, {"initial", 1}}}};
    if (one_in(3)) {
      story["watch"] = Json::array({{{"when", condition()}, {"goto", target(false)}}});
    }
    story["start"] = "n0";
    for (int i = 0; i < node_count_; ++i) story["nodes"]["n" + std::to_string(i)] = node(i, false);
    if (fragment_) {
      story["fragments"]["inner"]["nodes"]["f0"] = node(node_count_, true);
    }
    story["endings"] = endings();
    return story.dump(1);
  }

 private:
  using Json = nlohmann::ordered_json;

  int pick(int count) { return static_cast<int>(random_.below(static_cast<std::uint32_t>(count))); }
  bool one_in(int count) { return pick(count) == 0; }
  template <std::size_t N>
  std::string word(const std::array<const char*, N>& words) {
    return words[static_cast<std::size_t>(pick(N))];
  }

  static Json text(const std::string& zh, const std::string& en) {
    return {{"zh", zh}, {"en", en}};
  }

  Json frame() {
    static constexpr std::array kKinds{"angry", "vague", "malicious"};
    static constexpr std::array kTemperaments{"choleric", "sanguine", "phlegmatic", "melancholic"};
    const std::string kind = word(kKinds);
    const int vent = 10 * pick(7);
    Json meters = {{"heat", 5 * pick(21)}, {"trust", 5 * pick(21)}, {"clarity", 5 * pick(21)},
                   {"patience", 5 * pick(21)}};
    if (kind == "malicious") meters["pressure"] = 5 * pick(21);
    const Json face = {{"shape", "oval"}, {"skin", 2},          {"hair", "bob"},
                       {"hair_color", "black"}, {"glasses", "none"}, {"beard", "none"},
                       {"age", "middle"}, {"clothing", "plum"}};
    Json story = {
        {"format", "aplomb/scenario@1"},
        {"id", "generated"},
        {"version", 1},
        {"languages", {"zh", "en"}},
        {"title", text("题", "Title")},
        {"brief", text("简介。", "Brief.")},
        {"role", {{"title", text("柜员", "Clerk")}, {"authority", text("道歉。", "Apology.")}}},
        {"complaint",
         {{"type", "service"}, {"industry", "bank"}, {"channel", "counter"}, {"difficulty", 1}}},
        {"objectives", {text("听", "Listen"), text("说", "Speak")}},
        {"customer",
         {{"kind", kind},
          {"name", text("李敏", "Min Li")},
          {"address", text("李女士", "Ms Li")},
          {"temperament", word(kTemperaments)},
          {"background", text("忙。", "Busy.")},
          {"needs", {{"vent", vent}, {"respect", 100 - vent}, {"remedy", 0}}},
          {"meters", meters},
          {"face", face}}},
        {"cast", {{"manager", text("经理", "Manager")}}},
        {"record", {{"who", {{"answer", text("李敏", "Min Li")}}}}},
    };
    for (const char* key : {"k0", "k1"}) {
      story["case"]["facts"][key] = {
          {"text", text("事", "fact")},
          {"accepted",
           {{"zh", {"一", "二", "三", "四", "五"}}, {"en", {"a", "b", "c", "d", "e"}}}}};
    }
    story["documents"]["d0"] = {
        {"title", text("单", "Paper")}, {"text", text("字", "Words")}, {"minutes", 1}};
    if (one_in(2)) story["documents"]["d0"]["reveals"] = {"k1"};
    if (one_in(2)) story["documents"]["d0"]["effects"] = {effect()};
    return story;
  }

  std::string id(int node) const {
    return node < node_count_ ? "n" + std::to_string(node) : std::string("f0");
  }

  std::string number(int count) { return std::to_string(pick(count)); }

  std::string simple_condition() {
    static constexpr std::array kMeters{"heat", "trust", "clarity", "patience"};
    static constexpr std::array kSigns{" >= ", " < ", " <= ", " > ", " == ", " != "};
    switch (pick(14)) {
      case 0: case 1: case 2: case 3:
        return word(kMeters) + word(kSigns) + std::to_string(5 * pick(21));
      case 4: return "heard" + word(kSigns) + number(4);
      case 5: return "vented";
      case 6: return "knows(k" + number(2) + ")";
      case 7: return "visits(n" + number(node_count_) + ")" + word(kSigns) + number(4);
      case 8: return "used(n" + number(node_count_) + ".r0)";
      case 9: return "shown(" + word(kBehaviours) + ")";
      case 10: return "read(d0)";
      case 11: return "flag";
      case 12: return "count" + word(kSigns) + std::to_string(1 + pick(4));
      default: return one_in(2) ? "follow_up" : "heat + trust >= " + std::to_string(5 * pick(30));
    }
  }

  std::string condition() {
    switch (pick(4)) {
      case 0: return simple_condition() + " and " + simple_condition();
      case 1: return "not (" + simple_condition() + " or " + simple_condition() + ")";
      default: return simple_condition();
    }
  }

  std::string effect() {
    static constexpr std::array kMeters{"heat", "trust", "clarity", "patience"};
    switch (pick(6)) {
      case 0: return "flag = true";
      case 1: return "count += 1";
      case 2: return "count -= 2";
      case 3: return word(kMeters) + " = " + std::to_string(5 * pick(21));
      case 4: return "reveal(k" + number(2) + ")";
      default: return word(kMeters) + (one_in(2) ? " -= " : " += ") + std::to_string(5 * pick(5));
    }
  }

  std::string ending_id() { return "e" + number(4); }

  std::string target(bool in_fragment) {
    if (in_fragment) return one_in(5) ? ending_id() : "return";
    return one_in(3) ? ending_id() : "n" + number(node_count_);
  }

  Json destination(bool in_fragment) {
    if (!in_fragment && one_in(8)) {
      fragment_ = true;
      return {{"call", "inner"}, {"then", "n" + number(node_count_)}};
    }
    return target(in_fragment);
  }

  Json go(bool in_fragment) {
    if (!one_in(3)) return destination(in_fragment);
    return Json::array({{{"when", condition()}, {"goto", destination(in_fragment)}},
                        {{"goto", destination(in_fragment)}}});
  }

  Json lines() {
    Json lines = Json::array();
    for (int i = pick(3); i > 0; --i) {
      Json line = {{"text", text("话", "Words")}};
      if (one_in(2)) line["when"] = condition();
      if (one_in(3)) line["reveals"] = {"k" + number(2)};
      lines.push_back(line);
    }
    return lines;
  }

  void show(Json& choice, bool said) {
    static constexpr std::array kNegatives{"calm_down", "order", "minimise", "vague_time",
                                           "interrupts", "insult"};
    const Json words = text("话", "Words");
    for (int i = pick(3); i > 0; --i) {
      const int level = 1 + pick(3);
      Json shown = {{"level", level}};
      if (level > 1) shown["answers"] = {"k" + number(2)};
      if (said) shown["words"] = words;
      choice["shows"][word(kBehaviours)] = shown;
    }
    if (one_in(4)) {
      choice["negatives"][word(kNegatives)] = said ? Json{{"words", words}} : Json::object();
    }
  }

  Json choice(bool said, bool in_fragment) {
    Json choice = Json::object();
    if (said) choice["text"] = text("话", "Words");
    show(choice, said);
    if (one_in(4)) choice["when"] = condition();
    if (one_in(3)) choice["once"] = true;
    if (one_in(8)) choice["affect"] = {{"heat", 5 * pick(9) - 20}};
    if (one_in(3)) choice["effects"] = {effect()};
    if (one_in(4)) choice["lines"] = lines();
    choice["goto"] = go(in_fragment);
    return choice;
  }

  Json node(int number_of_node, bool in_fragment) {
    Json node = {{"stage", "settle"}};
    if (one_in(2)) node["lines"] = lines();
    if (one_in(4)) node["provoking"] = true;
    const bool topics = !in_fragment && one_in(6);
    const int replies = 1 + pick(3);
    for (int i = 0; i < replies; ++i) {
      Json reply = {{"id", "r" + std::to_string(i)}};
      reply.update(choice(true, in_fragment));
      if (topics && i == 0) {
        reply["topic"] = true;
        reply.erase("goto");
      }
      node["replies"].push_back(reply);
    }
    if (topics) node["topics"] = {{"then", target(false)}};
    if (one_in(6)) node["listen"] = choice(false, in_fragment);
    if (one_in(5)) node["documents"] = {"d0"};
    if (one_in(2)) node["goto"] = go(in_fragment);
    static_cast<void>(number_of_node);
    return node;
  }

  Json endings() {
    static constexpr std::array kKinds{"resolved", "partly", "lost", "escalated"};
    Json endings = Json::object();
    for (std::size_t i = 0; i < kKinds.size(); ++i) {
      endings["e" + std::to_string(i)] = {{"kind", kKinds[i]},
                                          {"title", text("终", "End")},
                                          {"text", text("完。", "Done.")},
                                          {"keeps", 20}};
    }
    if (one_in(5)) {
      endings["e1"]["follow_up"] = {{"days", 4}, {"goto", "n" + number(node_count_)}};
    }
    return endings;
  }

  static constexpr std::array kBehaviours{"restate", "name_feeling", "apologise", "let_vent",
                                          "concern", "fit_remedy",   "steady",    "ask_wish"};

  base::Random random_;
  int node_count_ = 0;
  bool fragment_ = false;
};

inline std::string generated_scenario(std::uint64_t seed) { return ScenarioGenerator(seed).file(); }

}  // namespace aplomb::test
