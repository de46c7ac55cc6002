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

void ScenarioReader::read_nodes(At value, Text fragment, Scenario& scenario) {
  if (value == Document::kNone || !in_.map(value)) return;
  scenario.nodes.reserve(scenario.nodes.size() + document_.at(value).count);
  in_.each(value, [&](At at) {
    Node node = read_node(at);
    node.fragment = fragment;
    scenario.nodes.push_back(node);
  });
  if (document_.at(value).count == 0) in_.report("S0215", value, {{"what", "nodes"}});
}

void ScenarioReader::read_fragments(At value, Scenario& scenario) {
  static constexpr auto kKeys = words("nodes");
  if (value == Document::kNone || !in_.map(value)) return;
  in_.each(value, [&](At at) {
    Fragment fragment;
    fragment.id = keep_key(at);
    fragment.origin = origin(at);
    in_.is_id(fragment.id, at, true);
    if (in_.object(at, kKeys)) {
      const std::size_t first = scenario.nodes.size();
      read_nodes(in_.need(at, "nodes"), fragment.id, scenario);
      if (scenario.nodes.size() > first) fragment.entry = scenario.nodes[first].id;
    }
    scenario.fragments.push_back(fragment);
  });
}

Node ScenarioReader::read_node(At value) {
  static constexpr auto kKeys =
      words("stage", "lines", "hint", "provoking", "technical", "replies", "listen", "interrupt",
            "pause", "silence", "manager", "documents", "topics", "typed", "goto");
  static constexpr auto kTopicKeys = words("then");
  Node node;
  node.id = keep_key(value);
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
  if (hint != Document::kNone) node.hint = keep_bilingual(hint);
  node.provoking = flag("provoking");
  node.technical = flag("technical");
  node.choices = read_choices(value);
  node.documents = read_ids(in_.find(value, "documents"));
  const At topics = in_.find(value, "topics");
  if (topics != Document::kNone && in_.object(topics, kTopicKeys)) {
    node.topics_then = keep_id(in_.need(topics, "then"));
  }
  node.typed = read_typed(in_.find(value, "typed"));
  node.go = read_go(in_.find(value, "goto"));
  return node;
}

List<Choice> ScenarioReader::read_choices(At node) {
  const At replies = in_.find(node, "replies");
  const bool some = replies != Document::kNone && in_.array(replies);
  std::size_t count = some ? document_.at(replies).count : 0;
  for (const ActName& act : kActs) {
    if (in_.find(node, act.key) != Document::kNone) ++count;
  }
  auto choices = memory_->list<Choice>(count);
  if (some) {
    in_.each(replies, [&](At at) { choices.add(read_choice(at, ChoiceKind::kReply)); });
    if (document_.at(replies).count > kMaxReplies) {
      in_.report_at_key("S0213", replies,
                        {{"what", "replies"},
                         {"count", std::to_string(document_.at(replies).count)},
                         {"limit", std::to_string(kMaxReplies)}});
    }
  }
  for (const ActName& act : kActs) {
    const At at = in_.find(node, act.key);
    if (at != Document::kNone) choices.add(read_choice(at, act.kind));
  }
  return choices.done();
}

List<Line> ScenarioReader::read_lines(At value) {
  if (value == Document::kNone || !in_.array(value)) return {};
  return keep_list<Line>(value, [&](At at) { return read_line(at); });
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
  line.text = keep_bilingual(in_.need(value, "text"));
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
  choice.id = reply ? keep_id(in_.need(value, "id")) : keep_key(value);
  const bool said = reply || kind == ChoiceKind::kPause || kind == ChoiceKind::kManager;
  const At text = said ? in_.need(value, "text") : in_.find(value, "text");
  if (text != Document::kNone) choice.text = keep_bilingual(text);
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
    choice.affect = keep_list<AffectChange>(affect, [&](At at) {
      const int change = in_.integer(at, -100, 100);
      if (change % 5 != 0) in_.report("S0508", at, {{"value", std::to_string(change)}});
      return AffectChange{keep_key(at), change};
    });
  }
  choice.effects = read_effects(in_.find(value, "effects"));
  choice.critical = read_ids(in_.find(value, "critical"));
  choice.lines = read_lines(in_.find(value, "lines"));
  choice.go = read_go(in_.find(value, "goto"));
  return choice;
}

List<Shown> ScenarioReader::read_shows(At value, bool has_text) {
  static constexpr auto kKeys = words("level", "answers", "words");
  if (value == Document::kNone || !in_.map(value)) return {};
  auto all = memory_->list<Shown>(document_.at(value).count);
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
      shown.words = keep_bilingual(cited);
      if (!has_text) in_.report("S0312", cited, {{"behaviour", behaviour}});
    }
    all.add(shown);
  });
  return all.done();
}

List<ShownNegative> ScenarioReader::read_negatives(At value, bool has_text) {
  static constexpr auto kKeys = words("words");
  if (value == Document::kNone || !in_.map(value)) return {};
  auto all = memory_->list<ShownNegative>(document_.at(value).count);
  in_.each(value, [&](At at) {
    ShownNegative shown;
    shown.origin = origin(at);
    if (!in_.key_word(at, shown.negative) || !in_.object(at, kKeys)) return;
    const At cited = in_.find(at, "words");
    if (cited != Document::kNone) {
      shown.words = keep_bilingual(cited);
      if (!has_text) {
        in_.report("S0312", cited, {{"behaviour", std::string(document_.at(at).key)}});
      }
    }
    all.add(shown);
  });
  return all.done();
}

// A reply's evidence stands verbatim in its text; an act's text may be a description.
void ScenarioReader::check_words(const Choice& choice, At shows, At negatives) {
  const auto check = [&](Origin place, const Bilingual& cited, std::string_view id) {
    for (const base::Language language : base::kLanguages) {
      const Text cited_words = cited.in(language);
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

List<TypedRule> ScenarioReader::read_typed(At value) {
  static constexpr auto kAsKeys = words("when", "as");
  static constexpr auto kGoKeys = words("when", "goto");
  if (value == Document::kNone || !in_.array(value)) return {};
  auto rules = memory_->list<TypedRule>(document_.at(value).count);
  in_.each(value, [&](At at) {
    TypedRule rule;
    rule.origin = origin(at);
    const At as = in_.find(at, "as");
    if (!in_.object(at, as != Document::kNone ? kAsKeys : kGoKeys)) return;
    rule.when = read_source(in_.need(at, "when"));
    const At go = in_.find(at, "goto");
    if (as != Document::kNone) {
      rule.as = keep_id(as);
    } else if (go == Document::kNone) {
      static_cast<void>(in_.need(at, "goto"));
    }
    rule.go = read_go(go);
    rules.add(rule);
  });
  return rules.done();
}

List<Branch> ScenarioReader::read_go(At value) {
  if (value == Document::kNone) return {};
  if (document_.at(value).kind != ValueKind::kArray) {
    auto only = memory_->list<Branch>(1);
    only.add({nullptr, read_destination(value)});
    return only.done();
  }
  const auto branches = keep_list<Branch>(value, [&](At at) { return read_branch(at); });
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
      call.fragment = keep_id(in_.need(value, "call"));
      call.then = keep_id(in_.need(value, "then"));
    }
    destination.to = call;
    return destination;
  }
  destination.to = keep_id(value);
  return destination;
}

}  // namespace aplomb::scenario
