#include "engine/typed.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace aplomb::engine {
namespace {

using Json = nlohmann::ordered_json;
using scenario::Scenario;

constexpr std::string_view kFormat = "aplomb/typed@1";

Json spans_json(const std::vector<ReadSpan>& spans) {
  Json all = Json::array();
  for (const ReadSpan span : spans) all.push_back(Json::array({span.first, span.end}));
  return all;
}

base::Error bad_reading() {
  return {"attempt.bad_reading",
          {"一句键入的回答没有存好，读不出当时是怎么理解的。",
           "A typed reply was not kept well: how it was read cannot be made out."},
          {"记录可能被改过。看当时存下的结果，或另开一次。",
           "The record may have been changed. See the result kept at the time, or begin anew."}};
}

// Reads the stored form; `good` turns false at the first thing that does not belong there.
class ReplyReader {
 public:
  ReplyReader(std::string_view words, const Scenario& scenario)
      : words_(words), scenario_(scenario) {}

  std::optional<TypedReply> read(std::string_view text) {
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object() || string(json, "format") != kFormat) return std::nullopt;
    TypedReply reply;
    reply.followed = boolean(json, "followed");
    reply.as = string(json, "as");
    reply.verbatim = boolean(json, "verbatim");
    reply.understanding = string(json, "understanding");
    for (const Json& each : list(json, "behaviours")) reply.behaviours.push_back(behaviour(each));
    for (const Json& each : list(json, "negatives")) reply.negatives.push_back(negative(each));
    for (const Json& each : list(json, "critical")) reply.critical.push_back(critical(each));
    if (!good_) return std::nullopt;
    return reply;
  }

 private:
  [[nodiscard]] const Json& member(const Json& owner, const char* key) {
    static const Json kNothing;
    if (!owner.is_object()) return kNothing;
    const auto found = owner.find(key);
    return found == owner.end() ? kNothing : *found;
  }
  std::string string(const Json& owner, const char* key) {
    const Json& value = member(owner, key);
    if (value.is_string()) return value.get<std::string>();
    good_ = false;
    return {};
  }
  bool boolean(const Json& owner, const char* key) {
    const Json& value = member(owner, key);
    if (value.is_boolean()) return value.get<bool>();
    good_ = false;
    return false;
  }
  const Json& list(const Json& owner, const char* key) {
    static const Json kEmpty = Json::array();
    const Json& value = member(owner, key);
    if (value.is_array()) return value;
    good_ = false;
    return kEmpty;
  }

  template <typename Enum>
  Enum word(const Json& owner, const char* key) {
    const auto value = scenario::from_id<Enum>(string(owner, key));
    good_ = good_ && value.has_value();
    return value.value_or(Enum{});
  }

  // Inside the words, on code point borders, ascending and apart, at least one.
  std::vector<ReadSpan> spans(const Json& owner) {
    std::vector<ReadSpan> all;
    const auto on_border = [&](std::uint32_t at) {
      return at == words_.size() || (static_cast<unsigned char>(words_[at]) & 0xC0U) != 0x80U;
    };
    for (const Json& each : list(owner, "spans")) {
      if (!each.is_array() || each.size() != 2 || !each[0].is_number_unsigned() ||
          !each[1].is_number_unsigned()) {
        good_ = false;
        return {};
      }
      const auto first = each[0].get<std::uint64_t>();
      const auto end = each[1].get<std::uint64_t>();
      if (first >= end || end > words_.size() || (!all.empty() && first < all.back().end)) {
        good_ = false;
        return {};
      }
      all.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end)});
      good_ = good_ && on_border(all.back().first) && on_border(all.back().end);
    }
    good_ = good_ && !all.empty();
    return all;
  }

  std::vector<std::string> answers(const Json& owner) {
    std::vector<std::string> all;
    for (const Json& each : list(owner, "answers")) {
      const bool known =
          each.is_string() &&
          std::any_of(scenario_.keys.begin(), scenario_.keys.end(),
                      [&](const auto& key) { return key.id == each.get<std::string>(); });
      if (known) all.push_back(each.get<std::string>());
      good_ = good_ && known;
    }
    return all;
  }

  ReadBehaviour behaviour(const Json& json) {
    ReadBehaviour read;
    read.behaviour = word<Behaviour>(json, "id");
    const Json& level = member(json, "level");
    const bool sound = level.is_number_unsigned() && level.get<std::uint64_t>() >= 1 &&
                       level.get<std::uint64_t>() <= 3;
    good_ = good_ && sound;
    read.level = sound ? level.get<std::uint8_t>() : std::uint8_t{1};
    read.spans = spans(json);
    read.answers = answers(json);
    return read;
  }

  ReadNegative negative(const Json& json) {
    ReadNegative read;
    read.negative = word<Negative>(json, "id");
    read.spans = spans(json);
    read.answers = answers(json);
    return read;
  }

  ReadCritical critical(const Json& json) {
    ReadCritical read;
    read.id = string(json, "id");
    read.spans = spans(json);
    good_ = good_ && std::any_of(scenario_.critical.begin(), scenario_.critical.end(),
                                 [&](const auto& each) { return each.id == read.id; });
    return read;
  }

  std::string_view words_;
  const Scenario& scenario_;
  bool good_ = true;
};

}  // namespace

std::string typed_text(const TypedReply& reply) {
  Json json;
  json["format"] = kFormat;
  json["followed"] = reply.followed;
  json["as"] = reply.as;
  json["verbatim"] = reply.verbatim;
  json["understanding"] = reply.understanding;
  json["behaviours"] = Json::array();
  for (const ReadBehaviour& each : reply.behaviours) {
    Json one;
    one["id"] = scenario::id_of(each.behaviour);
    one["level"] = each.level;
    one["spans"] = spans_json(each.spans);
    one["answers"] = each.answers;
    json["behaviours"].push_back(std::move(one));
  }
  json["negatives"] = Json::array();
  for (const ReadNegative& each : reply.negatives) {
    Json one;
    one["id"] = scenario::id_of(each.negative);
    one["spans"] = spans_json(each.spans);
    one["answers"] = each.answers;
    json["negatives"].push_back(std::move(one));
  }
  json["critical"] = Json::array();
  for (const ReadCritical& each : reply.critical) {
    Json one;
    one["id"] = each.id;
    one["spans"] = spans_json(each.spans);
    json["critical"].push_back(std::move(one));
  }
  return json.dump();
}

base::Result<TypedReply> typed_from(std::string_view text, std::string_view words,
                                    const Scenario& scenario) {
  auto read = ReplyReader(words, scenario).read(text);
  if (!read) return base::failure(bad_reading());
  return *std::move(read);
}

PreparedReply prepare(const TypedReply& reply, const Scenario& scenario,
                      const scenario::Node& node) {
  PreparedReply prepared;
  prepared.verbatim = reply.verbatim;
  for (const ReadBehaviour& each : reply.behaviours) {
    prepared.tags.push_back({each.behaviour, each.level});
  }
  for (const ReadNegative& each : reply.negatives) {
    prepared.negatives |= std::uint32_t{1} << static_cast<int>(each.negative);
  }
  for (const ReadCritical& each : reply.critical) {
    for (std::size_t i = 0; i < scenario.critical.size(); ++i) {
      if (scenario.critical[i].id == each.id) prepared.critical |= std::uint32_t{1} << i;
    }
  }
  for (std::size_t i = 0; i < node.choices.size() && !reply.as.empty(); ++i) {
    const scenario::Choice& choice = node.choices[i];
    if (choice.kind == scenario::ChoiceKind::kReply && choice.id == reply.as) {
      prepared.nearest = static_cast<Index>(i);
    }
  }
  return prepared;
}

}  // namespace aplomb::engine
