#include <nlohmann/json.hpp>

#include "app/content.h"
#include "app/reading.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/score_output.h"
#include "i18n/format.h"

namespace aplomb::cli {
namespace {

using i18n::Key;

// What the replies are read with, at one node of one scenario.
struct Place {
  std::shared_ptr<const app::Story> story;
  const scenario::Node* node = nullptr;
  language::CaseBook book;
  std::vector<std::string_view> heard;
  language::Context context;
};

base::Result<const scenario::Node*> find_node(const scenario::Scenario& scenario,
                                              const std::string& id) {
  std::vector<std::string_view> ids;
  for (const scenario::Node& each : scenario.nodes) {
    if (each.id == id) return &each;
    ids.emplace_back(each.id);
  }
  const auto near = base::nearest(id, ids);
  base::Error error{"score.no_node", {}, {}};
  for (const base::Language language : base::kLanguages) {
    error.message.in(language) = i18n::format(Key::kCliScoreNoNode, language, scenario.id, id);
    error.mend.in(language) =
        near ? i18n::format(Key::kCliScoreDidYouMean, language, *near)
             : i18n::format(Key::kCliScoreNodes, language, fmt::join(ids, " "));
  }
  return base::failure(std::move(error));
}

// What is known on arriving at the node: what stands in the file and what its lines reveal.
void set_moment(Place& place, base::Language language) {
  const scenario::Scenario& scenario = *place.story->scenario;
  const auto reveal = [&](const std::string& id) {
    for (std::size_t i = 0; i < scenario.keys.size(); ++i) {
      if (scenario.keys[i].id == id) place.context.known.set(i);
    }
  };
  for (std::size_t i = 0; i < scenario.keys.size(); ++i) {
    if (scenario.keys[i].open) place.context.known.set(i);
  }
  for (const scenario::Line& line : place.node->lines) {
    for (const scenario::Text& id : line.reveals)
      reveal(id);
    if (line.by == scenario::Speaker::kCustomer) place.heard.push_back(line.text.in(language));
  }
  place.context.book = &place.book;
  place.context.heard = place.heard;
  place.context.stage = place.node->stage;
  place.context.provoking = place.node->provoking;
  place.context.technical = place.node->technical;
}

class Scoring {
 public:
  Scoring(const Context& context, const language::Reader& reader, const scoring::Rubric& rubric)
      : context_(context), reader_(reader), rubric_(rubric) {}

  // One reply. Not understood is an answer, not a fault.
  void reply(const Place& place, std::string_view text) {
    const language::Reading reading = reader_.read(text, place.context);
    const ScoredReply scored{text, reading, value_of(rubric_, reading),
                             place.story->scenario.get()};
    if (context_.json) {
      Json out = to_json(scored);
      if (!reading.understood()) {
        out["message"] = not_understood(reading.understanding, context_.language);
      }
      context_.out << out.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
    } else {
      print(context_, scored);
    }
  }

  // One request a line, one answer a line, as they come.
  int stream() {
    int code = kOk;
    std::string line;
    while (std::getline(context_.in, line)) {
      if (base::trim(line).empty()) continue;
      const Json request = Json::parse(line, nullptr, false);
      const bool sound = request.is_object() && request.contains("reply") &&
                         request["reply"].is_string() &&
                         (!request.contains("heard") || request["heard"].is_array());
      Json answer;
      answer["id"] = request.is_object() && request.contains("id") ? request["id"] : Json();
      if (!sound) {
        answer["error"] = text(Key::kCliScoreBadRequest, context_.language);
        code = kProblems;
      } else {
        answer.update(this->answer(request));
      }
      context_.out << answer.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
    }
    return code;
  }

 private:
  [[nodiscard]] Json answer(const Json& request) const {
    std::vector<std::string> lines;
    if (request.contains("heard")) {
      for (const Json& each : request["heard"]) {
        lines.push_back(each.is_string() ? each.get<std::string>() : std::string());
      }
    }
    const std::vector<std::string_view> heard(lines.begin(), lines.end());
    const std::string reply = request["reply"].get<std::string>();
    language::Context moment;
    moment.heard = heard;
    const language::Reading reading = reader_.read(reply, moment);
    return to_json({reply, reading, value_of(rubric_, reading), nullptr});
  }

  const Context& context_;
  const language::Reader& reader_;
  const scoring::Rubric& rubric_;
};

}  // namespace

int score(const Context& context, const ScoreRequest& request) {
  const auto fail = [&](const base::Error& error) {
    print_error(context, error);
    return exit_code(error);
  };
  auto standard = app::load_standard(context.files, context.shared);
  if (!standard) return fail(standard.error());
  auto reader = app::load_reader(context.files, context.shared);
  if (!reader) return fail(reader.error());
  Scoring scoring(context, **reader, *standard->rubric);
  if (request.stream) return scoring.stream();

  auto file = app::find_scenario(context.files, context.shared, request.scenario);
  if (!file) return fail(file.error());
  app::LoadedStory loaded = app::load_story(context.files, *file, *standard);
  if (!loaded.story) {
    for (const scenario::Diagnostic& each : loaded.diagnostics) {
      context.err << scenario::render(each, context.language) << '\n';
    }
    return kProblems;
  }
  const auto node = find_node(*loaded.story->scenario, request.node);
  if (!node) {
    print_error(context, node.error());
    return kUsage;
  }
  Place place{loaded.story, *node, (*reader)->prepare(*loaded.story->scenario), {}, {}};
  set_moment(place, context.language);
  if (request.text && *request.text != "-") {
    scoring.reply(place, *request.text);
    return kOk;
  }
  std::string line;
  while (std::getline(context.in, line))
    scoring.reply(place, line);
  return kOk;
}

}  // namespace aplomb::cli
