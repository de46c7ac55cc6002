#include <algorithm>

#include "scenario/scenario_reader.h"

namespace aplomb::scenario {
namespace {

struct ActName {
  std::string_view key;
  ChoiceKind kind;
};
constexpr std::array<ActName, 5> kActs{{{"listen", ChoiceKind::kListen},
                                        {"interrupt", ChoiceKind::kInterrupt},
                                        {"pause", ChoiceKind::kPause},
                                        {"silence", ChoiceKind::kSilence},
                                        {"manager", ChoiceKind::kManager}}};
constexpr int kMaxReplies = 9;

Origin origin(Document::Index index) { return {index}; }

}  // namespace

void ScenarioReader::read_nodes(At value, const std::string& fragment, Scenario& scenario) {
  if (value == Document::kNone || !in_.map(value)) return;
  in_.each(value, [&](At at) {
    Node node = read_node(at);
    node.fragment = fragment;
    scenario.nodes.push_back(std::move(node));
  });
  if (document_.at(value).count == 0) in_.report("S0215", value, {{"what", "nodes"}});
}

void ScenarioReader::read_fragments(At value, Scenario& scenario) {
  static constexpr auto kKeys = words("nodes");
  if (value == Document::kNone || !in_.map(value)) return;
  in_.each(value, [&](At at) {
    Fragment fragment;
    fragment.id = document_.at(at).key;
    fragment.origin = origin(at);
    in_.is_id(fragment.id, at, true);
    if (in_.object(at, kKeys)) {
      const std::size_t first = scenario.nodes.size();
      read_nodes(in_.need(at, "nodes"), fragment.id, scenario);
      if (scenario.nodes.size() > first) fragment.entry = scenario.nodes[first].id;
    }
    scenario.fragments.push_back(std::move(fragment));
  });
}

Node ScenarioReader::read_node(At value) {
  static constexpr auto kKeys =
      words("stage", "lines", "hint", "provoking", "technical", "replies", "listen", "interrupt",
            "pause", "silence", "manager", "documents", "topics", "typed", "goto");
  static constexpr auto kTopicKeys = words("then");
  Node node;
  node.id = document_.at(value).key;
  node.origin = origin(value);
  in_.is_id(node.id, value, true);
  if (!in_.object(value, kKeys)) return node;
  const auto flag = [&](std::string_view key) {
    const At at = in_.find(value, key);
    return at != Document::kNone && in_.boolean(at);
  };
  node.stage = in_.word<Stage>(in_.need(value, "stage"));
  node.lines = read_lines(in_.find(value, "lines"));
  const At hint = in_.find(value, "hint");
  if (hint != Document::kNone) node.hint = in_.bilingual(hint);
  node.provoking = flag("provoking");
  node.technical = flag("technical");
  const At replies = in_.find(value, "replies");
  if (replies != Document::kNone && in_.array(replies)) {
    in_.each(replies, [&](At at) {
      node.choices.push_back(read_choice(at, ChoiceKind::kReply));
    });
    if (document_.at(replies).count > kMaxReplies) {
      in_.report_at_key("S0213", replies,
                        {{"what", "replies"},
                         {"count", std::to_string(document_.at(replies).count)},
                         {"limit", std::to_string(kMaxReplies)}});
    }
  }
  for (const ActName& act : kActs) {
    const At at = in_.find(value, act.key);
    if (at != Document::kNone) node.choices.push_back(read_choice(at, act.kind));
  }
  node.documents = read_ids(in_.find(value, "documents"));
  const At topics = in_.find(value, "topics");
  if (topics != Document::kNone && in_.object(topics, kTopicKeys)) {
    node.topics_then = in_.id(in_.need(topics, "then"));
  }
  node.typed = read_typed(in_.find(value, "typed"));
  node.go = read_go(in_.find(value, "goto"));
  return node;
}

std::vector<Line> ScenarioReader::read_lines(At value) {
  std::vector<Line> lines;
  if (value == Document::kNone || !in_.array(value)) return lines;
  in_.each(value, [&](At at) { lines.push_back(read_line(at)); });
  return lines;
}

Line ScenarioReader::read_line(At value) {
  static constexpr auto kKeys = words("by", "when", "emotion", "text", "reveals");
  Line line;
  line.origin = origin(value);
  if (!in_.object(value, kKeys)) return line;
  const At by = in_.find(value, "by");
  if (by != Document::kNone) line.by = in_.word<Speaker>(by);
  line.when = read_when(value);
  const At emotion = in_.find(value, "emotion");
  if (emotion != Document::kNone) line.emotion = in_.word<Emotion>(emotion);
  line.text = in_.bilingual(in_.need(value, "text"));
  line.reveals = read_ids(in_.find(value, "reveals"));
  return line;
}

Choice ScenarioReader::read_choice(At value, ChoiceKind kind) {
  static constexpr auto kReplyKeys = words("id", "text", "shows", "negatives", "when", "once",
                                           "topic", "affect", "effects", "critical", "lines",
                                           "goto");
  static constexpr auto kActKeys = words("text", "shows", "negatives", "when", "once", "affect",
                                         "effects", "critical", "lines", "goto");
  static constexpr auto kSilenceKeys = words("after", "text", "shows", "negatives", "when", "once",
                                             "affect", "effects", "critical", "lines", "goto");
  Choice choice;
  choice.kind = kind;
  choice.origin = origin(value);
  const bool reply = kind == ChoiceKind::kReply;
  std::span<const std::string_view> known = kActKeys;
  if (reply) known = kReplyKeys;
  if (kind == ChoiceKind::kSilence) known = kSilenceKeys;
  if (!in_.object(value, known)) return choice;
  const auto flag = [&](std::string_view key) {
    const At at = in_.find(value, key);
    return at != Document::kNone && in_.boolean(at);
  };
  choice.id = reply ? in_.id(in_.need(value, "id")) : std::string(document_.at(value).key);
  const bool said = reply || kind == ChoiceKind::kPause || kind == ChoiceKind::kManager;
  const At text = said ? in_.need(value, "text") : in_.find(value, "text");
  if (text != Document::kNone) choice.text = in_.bilingual(text);
  const At shows = in_.find(value, "shows");
  const At negatives = in_.find(value, "negatives");
  choice.shows = read_shows(shows, text != Document::kNone);
  choice.negatives = read_negatives(negatives, text != Document::kNone);
  check_words(choice, shows, negatives);
  choice.when = read_when(value);
  choice.topic = flag("topic");
  choice.once = flag("once") || choice.topic;
  if (kind == ChoiceKind::kSilence) choice.after = in_.integer(in_.need(value, "after"), 10, 120);
  const At affect = in_.find(value, "affect");
  if (affect != Document::kNone && in_.map(affect)) {
    in_.each(affect, [&](At at) {
      const int change = in_.integer(at, -100, 100);
      if (change % 5 != 0) in_.report("S0508", at, {{"value", std::to_string(change)}});
      choice.affect[std::string(document_.at(at).key)] = change;
    });
  }
  choice.effects = read_effects(in_.find(value, "effects"));
  choice.critical = read_ids(in_.find(value, "critical"));
  choice.lines = read_lines(in_.find(value, "lines"));
  choice.go = read_go(in_.find(value, "goto"));
  return choice;
}

std::vector<Shown> ScenarioReader::read_shows(At value, bool has_text) {
  static constexpr auto kKeys = words("level", "answers", "words");
  std::vector<Shown> all;
  if (value == Document::kNone || !in_.map(value)) return all;
  in_.each(value, [&](At at) {
    Shown shown;
    shown.origin = origin(at);
    if (!in_.key_word(at, shown.behaviour) || !in_.object(at, kKeys)) return;
    shown.level = in_.integer(in_.need(at, "level"), 1, 3);
    shown.answers = read_ids(in_.find(at, "answers"));
    const std::string behaviour(document_.at(at).key);
    if (shown.level >= 2 && shown.answers.empty()) {
      in_.report("S0310", at, {{"behaviour", behaviour}});
    }
    const At cited = in_.find(at, "words");
    if (cited != Document::kNone) {
      shown.words = in_.bilingual(cited);
      if (!has_text) in_.report("S0312", cited, {{"behaviour", behaviour}});
    }
    all.push_back(std::move(shown));
  });
  return all;
}

std::vector<ShownNegative> ScenarioReader::read_negatives(At value, bool has_text) {
  static constexpr auto kKeys = words("words");
  std::vector<ShownNegative> all;
  if (value == Document::kNone || !in_.map(value)) return all;
  in_.each(value, [&](At at) {
    ShownNegative shown;
    shown.origin = origin(at);
    if (!in_.key_word(at, shown.negative) || !in_.object(at, kKeys)) return;
    const At cited = in_.find(at, "words");
    if (cited != Document::kNone) {
      shown.words = in_.bilingual(cited);
      if (!has_text) {
        in_.report("S0312", cited, {{"behaviour", std::string(document_.at(at).key)}});
      }
    }
    all.push_back(std::move(shown));
  });
  return all;
}

// A reply's evidence stands verbatim in its text; an act's text may be a description.
void ScenarioReader::check_words(const Choice& choice, At shows, At negatives) {
  const auto check = [&](Origin place, const Bilingual& cited, std::string_view id) {
    for (const base::Language language : base::kLanguages) {
      const std::string& cited_words = cited.in(language);
      const std::string name(base::language_id(language));
      if (cited_words.empty()) {
        // Words in one language only were reported where they stand.
        const bool none = cited.zh.empty() && cited.en.empty() &&
                          in_.find(place.value, "words") == Document::kNone;
        if (none && choice.kind == ChoiceKind::kReply && document_.complete()) {
          in_.report("S0311", place.value, {{"behaviour", std::string(id)}, {"language", name}});
        }
      } else if (!choice.text.in(language).empty() &&
                 choice.text.in(language).find(cited_words) == std::string::npos) {
        in_.report("S0309", place.value, {{"words", cited_words}, {"language", name}});
      }
    }
  };
  if (shows != Document::kNone) {
    for (const Shown& shown : choice.shows) {
      check(shown.origin, shown.words, id_of(shown.behaviour));
    }
  }
  if (negatives != Document::kNone) {
    for (const ShownNegative& shown : choice.negatives) {
      check(shown.origin, shown.words, id_of(shown.negative));
    }
  }
}

std::vector<TypedRule> ScenarioReader::read_typed(At value) {
  static constexpr auto kAsKeys = words("when", "as");
  static constexpr auto kGoKeys = words("when", "goto");
  std::vector<TypedRule> rules;
  if (value == Document::kNone || !in_.array(value)) return rules;
  in_.each(value, [&](At at) {
    TypedRule rule;
    rule.origin = origin(at);
    const At as = in_.find(at, "as");
    if (!in_.object(at, as != Document::kNone ? kAsKeys : kGoKeys)) return;
    rule.when = read_source(in_.need(at, "when"));
    const At go = in_.find(at, "goto");
    if (as != Document::kNone) {
      rule.as = in_.id(as);
    } else if (go == Document::kNone) {
      static_cast<void>(in_.need(at, "goto"));
    }
    rule.go = read_go(go);
    rules.push_back(std::move(rule));
  });
  return rules;
}

std::vector<Branch> ScenarioReader::read_go(At value) {
  std::vector<Branch> branches;
  if (value == Document::kNone) return branches;
  if (document_.at(value).kind != ValueKind::kArray) {
    branches.push_back({std::nullopt, read_destination(value)});
    return branches;
  }
  in_.each(value, [&](At at) { branches.push_back(read_branch(at)); });
  if (branches.empty()) {
    in_.report("S0215", value, {{"what", "goto"}});
    return branches;
  }
  if (branches.back().when && document_.complete()) {
    in_.report("S0401", branches.back().go.origin.value);
  }
  for (std::size_t i = 0; i + 1 < branches.size(); ++i) {
    if (!branches[i].when) {
      in_.report("S0402", branches[i + 1].go.origin.value);
      break;
    }
  }
  return branches;
}

Branch ScenarioReader::read_branch(At value) {
  static constexpr auto kKeys = words("when", "goto");
  Branch branch;
  branch.go.origin = origin(value);
  if (!in_.object(value, kKeys)) return branch;
  branch.when = read_when(value);
  branch.go = read_destination(in_.need(value, "goto"));
  return branch;
}

Destination ScenarioReader::read_destination(At value) {
  static constexpr auto kKeys = words("call", "then");
  Destination destination;
  if (value == Document::kNone) return destination;
  destination.origin = origin(value);
  if (document_.at(value).kind == ValueKind::kObject) {
    Call call;
    if (in_.object(value, kKeys)) {
      call.fragment = in_.id(in_.need(value, "call"));
      call.then = in_.id(in_.need(value, "then"));
    }
    destination.to = std::move(call);
    return destination;
  }
  destination.to = in_.id(value);
  return destination;
}

}  // namespace aplomb::scenario
