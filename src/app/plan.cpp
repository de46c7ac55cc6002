#include "app/plan.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"

namespace aplomb::app {
namespace {

constexpr std::array<std::string_view, 8> kExpectations{
    "stage", "node", "line", "options", "ending", "score", "read", "way"};

struct Words {
  std::string_view first;
  std::string_view rest;
};

Words split_first(std::string_view text) {
  text = base::trim(text);
  const std::size_t end = std::min(text.find(' '), text.size());
  return {text.substr(0, end), base::trim(text.substr(end))};
}

std::string place(const std::string& file, int line) { return file + ":" + std::to_string(line); }

base::Error bad_step(const std::string& file, int line, std::string_view step) {
  return {"plan.bad_step",
          {place(file, line) + "：看不懂这一步“" + std::string(step) + "”。",
           place(file, line) + ": this step is not understood: “" + std::string(step) + "”."},
          {"一行一步：pick ID、type 内容、listen、interrupt、pause、silence、manager、consult ID、"
           "record 栏目 内容、note 内容、lang zh|en，或 expect 加 "
           "stage、node、line、options、ending、score、read、way。",
           "One step a line: pick ID, type TEXT, listen, interrupt, pause, silence, manager, consult ID, "
           "record FIELD TEXT, note TEXT, lang zh|en, or expect with stage, node, line, options, "
           "ending, score, read or way."}};
}

std::optional<engine::Action> parse_action(std::string_view step) {
  const Words words = split_first(step);
  const auto kind = engine::action_kind_from_id(words.first);
  if (!kind) return std::nullopt;
  engine::Action action;
  action.kind = *kind;
  switch (*kind) {
    case engine::ActionKind::kPick:
    case engine::ActionKind::kConsult:
      if (words.rest.empty() || words.rest.find(' ') != std::string_view::npos) return std::nullopt;
      action.subject = words.rest;
      return action;
    case engine::ActionKind::kLanguage:
      if (!base::language_from_id(words.rest)) return std::nullopt;
      action.subject = words.rest;
      return action;
    case engine::ActionKind::kRecord: {
      const Words field = split_first(words.rest);
      if (!scenario::from_id<scenario::RecordField>(field.first)) return std::nullopt;
      action.subject = field.first;
      action.text = field.rest;
      return action;
    }
    case engine::ActionKind::kNote:
    case engine::ActionKind::kType:
      action.text = words.rest;
      return action;
    default:
      if (!words.rest.empty()) return std::nullopt;
      return action;
  }
}

std::optional<Expectation> parse_expectation(std::string_view step) {
  const Words words = split_first(step);
  const auto found = std::find(kExpectations.begin(), kExpectations.end(), words.first);
  if (found == kExpectations.end() || words.rest.empty()) return std::nullopt;
  return Expectation{static_cast<Expectation::Kind>(found - kExpectations.begin()),
                     std::string(words.rest)};
}

bool parse_heading(Plan& plan, const Words& words) {
  if (words.first == "scenario" && !words.rest.empty()) {
    plan.scenario = words.rest;
    return true;
  }
  if (words.first == "mode") {
    plan.mode = engine::mode_from_id(words.rest);
    return plan.mode.has_value();
  }
  if (words.first == "seed") {
    std::uint64_t seed = 0;
    const char* end = words.rest.data() + words.rest.size();
    const auto read = std::from_chars(words.rest.data(), end, seed);
    plan.seed = seed;
    return read.ec == std::errc() && read.ptr == end;
  }
  return false;
}

// Lines said since the last thing the trainee did.
std::vector<std::string> recent_lines(const Playing& playing, base::Language language) {
  const engine::Transcript& transcript = playing.transcript();
  std::vector<std::string> lines;
  for (auto entry = transcript.entries.rbegin(); entry != transcript.entries.rend(); ++entry) {
    if (entry->kind == engine::EntryKind::kAction) break;
    if (entry->kind != engine::EntryKind::kLine) continue;
    lines.insert(lines.begin(), engine::line_of(*playing.story().scenario, entry->line)
                                    .text.in(language));
  }
  return lines;
}

std::string last_ending(const Playing& playing) {
  const engine::Transcript& transcript = playing.transcript();
  for (auto entry = transcript.entries.rbegin(); entry != transcript.entries.rend(); ++entry) {
    if (entry->kind == engine::EntryKind::kEnding) {
      return playing.story().scenario->endings[entry->ending].id;
    }
  }
  return {};
}

std::string replies_on_offer(const Playing& playing) {
  const auto offered = playing.offered();
  const auto count = std::count_if(offered.begin(), offered.end(), [&](engine::Index index) {
    return playing.node().choices[index].kind == scenario::ChoiceKind::kReply;
  });
  return std::to_string(count);
}

// What was typed last, if nothing else has been done since.
const engine::TypedReply* last_typed(const Playing& playing) {
  const engine::Transcript& transcript = playing.transcript();
  for (auto entry = transcript.entries.rbegin(); entry != transcript.entries.rend(); ++entry) {
    if (entry->kind == engine::EntryKind::kNotFollowed) return entry->typed.get();
    if (entry->kind == engine::EntryKind::kAction) break;
  }
  return transcript.turns.empty() ? nullptr : transcript.turns.back().typed.get();
}

std::string way_taken(const Playing& playing) {
  const engine::TypedReply* typed = last_typed(playing);
  if (typed == nullptr) return {};
  if (!typed->followed) return "nowhere";
  const engine::Turn& turn = playing.transcript().turns.back();
  const scenario::Choice* choice = engine::choice_of(*playing.story().scenario, turn);
  return choice == nullptr ? "rule" : choice->id;
}

// `wanted` itself where it was read, else all that was.
std::string read_as(const Playing& playing, std::string_view wanted) {
  const engine::TypedReply* typed = last_typed(playing);
  std::vector<std::string> all;
  if (typed != nullptr) {
    for (const engine::ReadBehaviour& each : typed->behaviours) {
      all.push_back(std::string(scenario::id_of(each.behaviour)) + " " +
                    std::to_string(each.level));
    }
    for (const engine::ReadNegative& each : typed->negatives) {
      all.emplace_back(scenario::id_of(each.negative));
    }
    for (const engine::ReadCritical& each : typed->critical) all.push_back(each.id);
  }
  std::string listed;
  for (const std::string& each : all) {
    if (each == wanted) return each;
    listed += (listed.empty() ? "" : ", ") + each;
  }
  return listed;
}

std::string found_for(const Playing& playing, const Expectation& expectation,
                      base::Language language) {
  using Kind = Expectation::Kind;
  switch (expectation.kind) {
    case Kind::kStage:
      return playing.ended() ? "" : std::string(scenario::id_of(playing.node().stage));
    case Kind::kNode: return playing.ended() ? "" : std::string(playing.node().id);
    case Kind::kOptions: return playing.ended() ? "0" : replies_on_offer(playing);
    case Kind::kEnding: return last_ending(playing);
    case Kind::kScore: {
      const auto score = playing.sheet().score;
      return score ? std::to_string(score->rounded()) : "";
    }
    case Kind::kRead: return read_as(playing, expectation.text);
    case Kind::kWay: return way_taken(playing);
    case Kind::kLine: break;
  }
  const std::vector<std::string> lines = recent_lines(playing, language);
  for (const std::string& line : lines) {
    if (line.starts_with(expectation.text)) return expectation.text;
  }
  return lines.empty() ? "" : lines.back();
}

// Lines are written in the plan's language, whatever is being played: that of its heading, then of
// the last switch before the step.
base::Language language_at(const Playing& playing, const Plan& plan, const PlanStep& step) {
  base::Language language = plan.language.value_or(playing.language());
  for (const PlanStep& before : plan.steps) {
    if (before.line >= step.line) break;
    const auto* action = std::get_if<engine::Action>(&before.what);
    if (action == nullptr || action->kind != engine::ActionKind::kLanguage) continue;
    language = base::language_from_id(action->subject).value_or(language);
  }
  return language;
}

base::Error at_line(base::Error error, const Plan& plan, const PlanStep& step) {
  for (const base::Language language : base::kLanguages) {
    error.message.in(language) =
        place(plan.file, step.line) + ": " + error.message.in(language);
  }
  return error;
}

}  // namespace

base::Result<Plan> parse_plan(std::string file, std::string_view text) {
  Plan plan;
  plan.file = std::move(file);
  int number = 0;
  for (std::string_view line : base::split(text, '\n')) {
    ++number;
    line = base::trim(line);
    if (line.empty() || line.front() == '#') continue;
    const Words words = split_first(line);
    if (words.first == "lang" && plan.steps.empty() && !plan.language) {
      plan.language = base::language_from_id(words.rest);
      if (plan.language) continue;
    } else if (plan.steps.empty() && parse_heading(plan, words)) {
      continue;
    } else if (words.first == "expect") {
      if (auto expectation = parse_expectation(words.rest)) {
        plan.steps.push_back({number, *std::move(expectation)});
        continue;
      }
    } else if (auto action = parse_action(line)) {
      plan.steps.push_back({number, *std::move(action)});
      continue;
    }
    return base::failure(bad_step(plan.file, number, line));
  }
  return plan;
}

base::Result<void> take_step(Playing& playing, const Plan& plan, const PlanStep& step) {
  if (const auto* action = std::get_if<engine::Action>(&step.what)) {
    auto taken = action->kind == engine::ActionKind::kType ? playing.type(action->text)
                                                           : playing.take(*action);
    if (!taken) return base::failure(at_line(std::move(taken).error(), plan, step));
    return {};
  }
  const auto& expectation = std::get<Expectation>(step.what);
  const std::string found = found_for(playing, expectation, language_at(playing, plan, step));
  if (found == expectation.text) return {};
  const std::string what(kExpectations[static_cast<std::size_t>(expectation.kind)]);
  return base::failure(at_line(
      {"plan.not_met",
       {"期望 " + what + " 是“" + expectation.text + "”，实际是“" + found + "”。",
        what + " should be “" + expectation.text + "” and is “" + found + "”."},
       {"改输入列表，或改剧本。", "Mend the list of inputs, or the scenario."}},
      plan, step));
}

}  // namespace aplomb::app
