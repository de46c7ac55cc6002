#include "app/typing.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/random.h"
#include "i18n/catalogue.h"
#include "language/routing.h"

namespace aplomb::app {
namespace {

using i18n::Key;
using language::Reading;
using language::Understanding;

constexpr std::uint64_t kAskAgainStream = 1;  // apart from that of the order of replies
constexpr int kHotFrom = 60;
constexpr int kTenseFrom = 30;

base::Error error(std::string_view code, Key message, Key mend) {
  base::Error made{std::string(code), {}, {}};
  for (const base::Language language : base::kLanguages) {
    made.message.in(language) = text(message, language);
    made.mend.in(language) = text(mend, language);
  }
  return made;
}

std::optional<base::Error> refusal(Understanding understanding) {
  switch (understanding) {
    case Understanding::kEmpty:
      return error("typed.empty", Key::kTypedEmpty, Key::kTypedEmptyMend);
    case Understanding::kTooLong:
      return error("typed.too_long", Key::kTypedTooLong, Key::kTypedTooLongMend);
    case Understanding::kBrokenText:
      return error("typed.broken", Key::kTypedBroken, Key::kTypedBrokenMend);
    default: return std::nullopt;
  }
}

std::vector<engine::ReadSpan> spans_of(const std::vector<language::Span>& spans) {
  std::vector<engine::ReadSpan> all;
  all.reserve(spans.size());
  for (const language::Span each : spans) all.push_back({each.first, each.end});
  return all;
}

std::vector<std::string> keys_of(const language::Answers& answers,
                                 const scenario::Scenario& scenario) {
  std::vector<std::string> ids;
  for (const std::uint16_t key : answers) ids.push_back(scenario.keys.at(key).id);
  return ids;
}

engine::TypedReply logged(const Reading& reading, const scenario::Scenario& scenario) {
  engine::TypedReply reply;
  reply.understanding = language::id_of(reading.understanding);
  for (const language::ShownBehaviour& each : reading.behaviours) {
    reply.behaviours.push_back({each.behaviour, each.level, spans_of(each.spans),
                                keys_of(each.answers, scenario)});
  }
  for (const language::ShownNegative& each : reading.negatives) {
    reply.negatives.push_back(
        {each.negative, spans_of(each.spans), keys_of(each.answers, scenario)});
  }
  for (const language::ShownCritical& each : reading.critical) {
    reply.critical.push_back({scenario.critical.at(each.critical).id, spans_of(each.spans)});
  }
  return reply;
}

language::Context context_of(const TypingMoment& moment) {
  const scenario::ProgramNode& compiled = moment.machine.program->nodes[moment.state.node];
  const scenario::Scenario& scenario = *moment.machine.program->scenario;
  language::Context context;
  for (std::size_t i = 0; i < scenario.keys.size(); ++i) {
    context.known.set(i, moment.state.bit(static_cast<engine::Index>(i)));
  }
  context.heard = moment.heard;
  context.stage = scenario.nodes[moment.state.node].stage;
  context.provoking = compiled.provoking;
  context.technical = compiled.technical;
  context.acknowledged = moment.state.slots[scenario::kHeardSlot] > 0;
  return context;
}

}  // namespace

base::Result<engine::TypedReply> read_reply(const ReplyReader& reader, std::string_view words,
                                            const TypingMoment& moment) {
  const scenario::Program& program = *moment.machine.program;
  const scenario::Node& node = program.scenario->nodes[moment.state.node];
  const Reading reading = reader.read(words, context_of(moment));
  if (auto refused = refusal(reading.understanding)) return base::failure(*std::move(refused));

  std::vector<const scenario::Choice*> replies;
  for (std::size_t i = 0; i < node.choices.size(); ++i) {
    const scenario::Choice& choice = node.choices[i];
    if (choice.kind == scenario::ChoiceKind::kReply &&
        engine::offered(program, moment.state, static_cast<engine::Index>(i))) {
      replies.push_back(&choice);
    }
  }
  engine::TypedReply reply = logged(reading, *program.scenario);
  const auto nearest = language::nearest_reply(
      words, reading, replies,
      [&](std::string_view a, std::string_view b) { return reader.closeness(a, b); });
  if (nearest) {
    reply.as = replies[nearest->reply]->id;
    reply.verbatim = nearest->verbatim;
  }
  const engine::PreparedReply prepared = engine::prepare(reply, *program.scenario, node);
  const bool heeded = reply.verbatim || reading.understanding == Understanding::kUnderstood;
  reply.followed =
      heeded && engine::way_of(moment.machine, moment.state, prepared.input()).followed();
  return reply;
}

std::string why_not_followed(std::string_view understanding, base::Language language) {
  return std::string(i18n::name("unclear", understanding, language));
}

std::string asks_again(const scenario::Customer& customer, int shown_heat, std::uint64_t seed,
                       int number, base::Language language) {
  const std::string kind(scenario::id_of(customer.kind));
  const std::string temperament(scenario::id_of(customer.temperament));
  std::string heat = "_calm_";
  if (shown_heat >= kTenseFrom) heat = "_tense_";
  if (shown_heat >= kHotFrom) heat = "_hot_";
  std::array lines{kind + heat + "1", kind + heat + "2", kind + heat + "3", temperament + "_1",
                   temperament + "_2"};
  base::Random(seed, kAskAgainStream).shuffle(std::span(lines));
  return std::string(
      i18n::name("again", lines[static_cast<std::size_t>(number) % lines.size()], language));
}

}  // namespace aplomb::app
