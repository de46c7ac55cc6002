#include "scoring/support.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>

#include "base/text.h"

namespace aplomb::scoring {
namespace {

std::string both(const std::string& text) {
  return R"({"zh": ")" + text + R"(", "en": ")" + text + R"("})";
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts)
    text += (text.empty() ? "" : ", ") + part;
  return text;
}

// Advice to authors does not matter here.
void require_no_errors(const std::vector<scenario::Diagnostic>& problems) {
  if (!scenario::has_error(problems)) return;
  for (const scenario::Diagnostic& problem : problems) {
    ADD_FAILURE() << scenario::render(problem, base::Language::kEn);
  }
  std::abort();
}

}  // namespace

std::string shown(std::string_view tags, bool said) {
  std::vector<std::string> words;
  std::vector<std::string> shows;
  std::vector<std::string> negatives;
  for (const std::string_view tag : base::split(tags, ' ')) {
    if (tag.empty()) continue;
    if (tag.front() == '!') {
      words.emplace_back(tag.substr(1));
      const std::string cited = said ? fmt::format(R"("words": {})", both(words.back())) : "";
      negatives.push_back(fmt::format(R"("{}": {{{}}})", words.back(), cited));
      continue;
    }
    const std::string behaviour(tag.substr(0, tag.find(':')));
    const std::string level(tag.substr(tag.find(':') + 1));
    words.push_back(behaviour + "-" + level);
    const std::string cited = said ? fmt::format(R"(, "words": {})", both(words.back())) : "";
    shows.push_back(fmt::format(R"("{}": {{"level": {}{}{}}})", behaviour, level,
                                level == "1" ? "" : R"(, "answers": ["waited"])", cited));
  }
  std::string text;
  if (said) text = "\"text\": " + both(words.empty() ? "hm" : joined(words)) + ", ";
  if (!shows.empty()) text += "\"shows\": {" + joined(shows) + "}, ";
  if (!negatives.empty()) text += "\"negatives\": {" + joined(negatives) + "}, ";
  return text;
}

std::string reply(std::string_view id, std::string_view tags, std::string_view go,
                  std::string_view extra) {
  return "{\"id\": \"" + std::string(id) + "\", " + shown(tags) +
         (extra.empty() ? "" : std::string(extra) + ", ") + "\"goto\": \"" + std::string(go) +
         "\"}";
}

std::string act(std::string_view kind, std::string_view tags, std::string_view go,
                std::string_view extra) {
  return "\"" + std::string(kind) + "\": {" + shown(tags, kind == "pause" || kind == "manager") +
         (extra.empty() ? "" : std::string(extra) + ", ") + "\"goto\": \"" + std::string(go) +
         "\"}";
}

std::string Story::text() const {
  std::string nodes_text;
  for (const StoryNode& node : nodes) {
    std::vector<std::string> all = node.members;
    all.emplace_back(R"("stage": "settle")");
    if (!node.replies.empty()) all.push_back("\"replies\": [" + joined(node.replies) + "]");
    nodes_text += (nodes_text.empty() ? "\"" : ", \"") + node.id + "\": {" + joined(all) + "}";
  }
  const auto ending = [](const std::string& id, const std::string& kind) {
    return "\"" + id + "\": {\"kind\": \"" + kind + "\", \"title\": " + both(id) +
           ", \"text\": " + both(id) + ", \"keeps\": 50}";
  };
  return R"({"format": "aplomb/scenario@1", "id": "story", "version": 1,
    "languages": ["zh", "en"], "title": {"zh": "故事", "en": "Story"},
    "brief": {"zh": "简介", "en": "Brief"},
    "role": {"title": {"zh": "柜员", "en": "Clerk"}, "authority": {"zh": "道歉", "en": "Sorry"}},
    "complaint": {"type": "service", "industry": "bank", "channel": "counter", "difficulty": 1},
    "objectives": [{"zh": "一", "en": "One"}, {"zh": "二", "en": "Two"}],
    "customer": {"kind": "angry", "name": {"zh": "李敏", "en": "Min Li"},
      "address": {"zh": "李女士", "en": "Ms Li"}, "temperament": "choleric",
      "background": {"zh": "赶时间", "en": "In a hurry"},
      "needs": {"vent": 50, "respect": 30, "remedy": 20},
      "meters": {"heat": 50, "trust": 50, "clarity": 50, "patience": 50},
      "face": {"shape": "oval", "skin": 2, "hair": "bob", "hair_color": "black",
        "glasses": "none", "beard": "none", "age": "middle", "clothing": "plum"}},
    "cast": {"manager": {"zh": "王经理", "en": "Mr Wang"},
      "colleague": {"zh": "小周", "en": "Zhou"}},
    "case": {"facts": {)" +
         keys + "}}, " + joined(members) + (members.empty() ? "" : ", ") + "\"record\": {" +
         record + "}, \"start\": \"" + nodes.front().id + "\", \"nodes\": {" + nodes_text +
         "}, \"endings\": {" +
         joined({ending("resolved", "resolved"), ending("partly", "partly"),
                 ending("safely_ended", "safely_ended"), ending("lost", "lost"),
                 ending("escalated", "escalated")}) +
         "}}";
}

std::shared_ptr<const Rubric> standard_rubric() {
  static const std::shared_ptr<const Rubric> rubric = [] {
    std::ifstream file(APLOMB_SOURCE_DIR "/assets/rubrics/standard.json", std::ios::binary);
    LoadedRubric loaded = load_rubric(
        "standard.json", {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()});
    require_no_errors(loaded.diagnostics);
    return loaded.rubric;
  }();
  return rubric;
}

engine::AffectModel unmoved() {
  engine::AffectModel model;
  for (const Behaviour each : {Behaviour::kConcern, Behaviour::kValidate, Behaviour::kApologise}) {
    model.wears |= std::uint64_t{1} << static_cast<int>(each);
  }
  return model;
}

namespace {

std::shared_ptr<const engine::Machine> machine_of(const Story& story) {
  scenario::Loaded loaded = scenario::load("story.json", story.text());
  require_no_errors(loaded.diagnostics);
  return engine::make_machine(loaded.program, unmoved());
}

}  // namespace

Stage::Stage(const Story& story, std::shared_ptr<const Rubric> rubric_used)
    : machine(machine_of(story)),
      rubric(std::move(rubric_used)),
      valuation(machine, rubric),
      reference(reference_play(valuation)) {}

State Stage::start() const {
  engine::Silent silent;
  return engine::begin(*machine, silent);
}

State Stage::after(const std::vector<Index>& choices) const {
  engine::Silent silent;
  State state = start();
  for (const Index choice : choices) {
    EXPECT_EQ(engine::step(*machine, state, {engine::InputKind::kChoose, choice}, silent),
              engine::StepResult::kTaken);
  }
  return state;
}

ScoreSheet Stage::sheet(const engine::Attempt& played) const {
  const auto transcript = engine::replay(machine, played.actions);
  if (!transcript) {
    ADD_FAILURE() << "action " << transcript.error().action << ": "
                  << transcript.error().error.message.en;
    std::abort();
  }
  return score_sheet(valuation, reference, played, *transcript);
}

engine::Action pick(std::string_view reply) {
  return {engine::ActionKind::kPick, std::string(reply), "", 0};
}

engine::Action action(engine::ActionKind kind, std::string_view subject, std::string_view text) {
  return {kind, std::string(subject), std::string(text), 0};
}

engine::Attempt attempt(std::vector<engine::Action> actions) {
  engine::Attempt result;
  result.header.language = base::Language::kEn;
  result.actions = std::move(actions);
  return result;
}

}  // namespace aplomb::scoring
