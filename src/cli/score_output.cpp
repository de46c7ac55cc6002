#include "cli/score_output.h"

#include "cli/terminal.h"
#include "i18n/format.h"

namespace aplomb::cli {
namespace {

using i18n::Key;

constexpr int kReplyIndent = 4;
constexpr int kDetailIndent = 6;
constexpr int kDimensionColumns = 16;
constexpr int kLongestReplyShown = 300;  // columns

std::string cited(const ScoredReply& scored, const std::vector<language::Span>& spans,
                  base::Language language) {
  std::string all;
  for (const language::Span& each : spans) {
    const std::string_view words = scored.reply.substr(each.first, each.end - each.first);
    all += (all.empty() ? "" : " ") + i18n::format(Key::kCliQuoted, language, words);
  }
  return all;
}

std::string key_words(const ScoredReply& scored, std::uint16_t key, base::Language language) {
  return scored.scenario->keys[key].text.in(language);
}

Json spans_json(const std::vector<language::Span>& spans) {
  Json all = Json::array();
  for (const language::Span& each : spans)
    all.push_back({each.first, each.end});
  return all;
}

Json words_json(const ScoredReply& scored, const std::vector<language::Span>& spans) {
  Json all = Json::array();
  for (const language::Span& each : spans) {
    all.push_back(scored.reply.substr(each.first, each.end - each.first));
  }
  return all;
}

Json answers_json(const ScoredReply& scored, const language::Answers& answers) {
  Json all = Json::array();
  for (const std::uint16_t each : answers) {
    if (scored.scenario != nullptr) {
      all.push_back(scored.scenario->keys[each].id);
    } else {
      all.push_back(each);
    }
  }
  return all;
}

}  // namespace

scoring::TurnValue value_of(const scoring::Rubric& rubric, const language::Reading& reading) {
  std::vector<scenario::Tag> tags;
  for (const language::ShownBehaviour& each : reading.behaviours) {
    tags.push_back({each.behaviour, each.level});
  }
  std::uint32_t negatives = 0;
  for (const language::ShownNegative& each : reading.negatives) {
    negatives |= std::uint32_t{1} << static_cast<unsigned>(each.negative);
  }
  return scoring::value_of(rubric, tags, negatives);
}

std::string not_understood(language::Understanding understanding, base::Language language) {
  return std::string(i18n::name("understanding", id_of(understanding), language));
}

void print(const Context& context, const ScoredReply& scored) {
  const base::Language language = context.language;
  std::string out =
      wrapped(context, shortened(scored.reply, kLongestReplyShown), kReplyIndent, "  > ");
  const language::Reading& reading = scored.reading;
  if (!reading.understood()) {
    context.out << out
                << wrapped(context, not_understood(reading.understanding, language), kDetailIndent,
                           "    ? ");
    return;
  }
  for (const language::ShownBehaviour& each : reading.behaviours) {
    std::string line = i18n::format(
        Key::kCliLevel, language,
        i18n::name("behaviour", scenario::id_of(each.behaviour), language), int{each.level});
    line += " " + cited(scored, each.spans, language);
    if (scored.scenario != nullptr) {
      for (const std::uint16_t key : each.answers) {
        line += (language == base::Language::kZh ? "，" : ", ") +
                i18n::format(Key::kCliAnswers, language, key_words(scored, key, language));
      }
    }
    out += wrapped(context, line, kDetailIndent, "    + ");
  }
  for (const language::ShownNegative& each : reading.negatives) {
    const std::string line =
        std::string(i18n::name("negative", scenario::id_of(each.negative), language)) + " " +
        cited(scored, each.spans, language);
    out += wrapped(context, line, kDetailIndent, "    ✕ ");
  }
  for (const language::ShownCritical& each : reading.critical) {
    if (scored.scenario == nullptr) break;
    out += wrapped(context,
                   scored.scenario->critical[each.critical].title.in(language) + " " +
                       cited(scored, each.spans, language),
                   kDetailIndent, "    ✕✕ ");
  }
  for (const language::ShownMarker& each : reading.markers) {
    out += wrapped(context,
                   std::string(i18n::name("marker", id_of(each.marker), language)) + " " +
                       cited(scored, each.spans, language),
                   kDetailIndent, "    · ");
  }
  for (std::size_t i = 0; i < scenario::kDimensionCount; ++i) {
    const auto dimension = static_cast<scenario::Dimension>(i);
    out +=
        "    " +
        padded(i18n::name("dimension", scenario::id_of(dimension), language), kDimensionColumns) +
        std::to_string(int{scored.value.dimensions[i]}) + "\n";
  }
  context.out << out;
}

Json to_json(const ScoredReply& scored) {
  const language::Reading& reading = scored.reading;
  Json out;
  out["understood"] = reading.understood();
  out["understanding"] = id_of(reading.understanding);
  out["language"] = reading.language ? Json(base::language_id(*reading.language)) : Json();
  Json markers = Json::array();
  for (const language::ShownMarker& each : reading.markers)
    markers.push_back(id_of(each.marker));
  out["markers"] = std::move(markers);
  Json dimensions = Json::object();
  for (std::size_t i = 0; i < scenario::kDimensionCount; ++i) {
    dimensions[std::string(scenario::id_of(static_cast<scenario::Dimension>(i)))] =
        scored.value.dimensions[i];
  }
  out["dimensions"] = std::move(dimensions);
  Json behaviours = Json::array();
  for (const language::ShownBehaviour& each : reading.behaviours) {
    behaviours.push_back({{"id", scenario::id_of(each.behaviour)},
                          {"level", each.level},
                          {"spans", spans_json(each.spans)},
                          {"words", words_json(scored, each.spans)},
                          {"answers", answers_json(scored, each.answers)}});
  }
  out["behaviours"] = std::move(behaviours);
  Json negatives = Json::array();
  for (const language::ShownNegative& each : reading.negatives) {
    negatives.push_back({{"id", scenario::id_of(each.negative)},
                         {"spans", spans_json(each.spans)},
                         {"words", words_json(scored, each.spans)},
                         {"answers", answers_json(scored, each.answers)}});
  }
  out["negatives"] = std::move(negatives);
  Json critical = Json::array();
  for (const language::ShownCritical& each : reading.critical) {
    if (scored.scenario == nullptr) break;
    critical.push_back(
        {{"id", scored.scenario->critical[each.critical].id}, {"spans", spans_json(each.spans)}});
  }
  out["critical"] = std::move(critical);
  return out;
}

}  // namespace aplomb::cli
