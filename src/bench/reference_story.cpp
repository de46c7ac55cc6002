#include "bench/reference_story.h"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <string_view>

#include "base/random.h"
#include "scenario/vocabulary.h"

namespace aplomb::bench {
namespace {

constexpr int kEndingsInHundred = 2;
constexpr int kAlways = -30'000;  // no variable gets that low
constexpr int kWordsInLine = 8;
constexpr int kWordsInReply = 5;

struct Word {
  std::string_view zh;
  std::string_view en;
};
constexpr std::array<Word, 24> kWords{{
    {"退款", "refund"},     {"订单", "order"},    {"经理", "manager"},  {"等待", "waiting"},
    {"规定", "policy"},     {"抱歉", "sorry"},    {"发票", "invoice"},  {"送货", "delivery"},
    {"坏了", "broken"},     {"答应", "promise"},  {"账户", "account"},  {"收费", "charge"},
    {"取消", "cancel"},     {"电话", "phone"},    {"分钟", "minutes"},  {"明白", "understand"},
    {"收据", "receipt"},    {"保修", "warranty"}, {"主管", "supervisor"}, {"地址", "address"},
    {"包裹", "parcel"},     {"迟了", "late"},     {"明天", "tomorrow"}, {"补偿", "voucher"},
}};

constexpr std::string_view kHead = R"({
  "format": "aplomb/scenario@1",
  "id": "reference",
  "version": 1,
  "languages": ["zh", "en"],
  "title": {"zh": "参照剧本", "en": "Reference story"},
  "brief": {"zh": "用来量速度和内存。", "en": "Speed and memory are measured on it."},
  "role": {
    "title": {"zh": "柜员", "en": "Clerk"},
    "authority": {"zh": "可以道歉。", "en": "May apologise."}
  },
  "complaint": {"type": "service", "industry": "retail", "channel": "phone", "difficulty": 3},
  "objectives": [{"zh": "听", "en": "Listen"}, {"zh": "说", "en": "Speak"}],
  "customer": {
    "kind": "angry",
    "name": {"zh": "李敏", "en": "Min Li"},
    "address": {"zh": "李女士", "en": "Ms Li"},
    "temperament": "choleric",
    "background": {"zh": "很忙。", "en": "Busy."},
    "needs": {"vent": 50, "respect": 30, "remedy": 20},
    "meters": {"heat": 75, "trust": 25, "clarity": 20, "patience": 60},
    "face": {"shape": "oval", "skin": 2, "hair": "bob", "hair_color": "black", "glasses": "none",
             "beard": "none", "age": "middle", "clothing": "plum"}
  },
  "case": {
    "facts": {
      "parcel": {
        "text": {"zh": "包裹", "en": "parcel"},
        "accepted": {"zh": ["一", "二", "三", "四", "五"], "en": ["a", "b", "c", "d", "e"]}
      }
    }
  },
  "record": {"who": {"answer": {"zh": "李敏", "en": "Min Li"}}},
)";

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : random_(seed) {}

  int below(int bound) {
    return static_cast<int>(random_.below(static_cast<std::uint32_t>(bound)));
  }
  int between(int least, int most) { return least + below(most - least + 1); }

  void say(int words, std::string& zh, std::string& en) {
    for (int i = 0; i < words; ++i) {
      const Word& word = kWords[static_cast<std::size_t>(below(kWords.size()))];
      zh += word.zh;
      en += (i == 0 ? "" : " ") + std::string(word.en);
    }
  }

 private:
  base::Random random_;
};

StoryReply reply(Chance& chance, bool always, int places) {
  StoryReply made;
  made.tested = chance.below(kVariables);
  made.raised = chance.below(kVariables);
  made.lowered = chance.below(kVariables);
  made.at_least = always ? kAlways : chance.between(-3, 3);
  made.raise = chance.between(1, 3);
  made.lower = chance.between(1, 3);
  made.target = chance.below(places);
  chance.say(kWordsInReply, made.zh, made.en);
  return made;
}

// Writes the file with a line for each reply, and without the margins that people like.
class Writer {
 public:
  Writer(const ReferenceStory& story, Behaviours behaviours)
      : story_(story), behaviours_(behaviours) {}

  std::string write() {
    out_ = kHead;
    out_ += "\"variables\": {\n";
    for (int i = 0; i < kVariables; ++i) {
      add(R"("v{}": {{"type": "int", "min": -30000, "max": 30000, "initial": 0}}{})", i,
          i + 1 < kVariables ? ",\n" : "\n");
    }
    out_ += "},\n\"start\": \"n0\",\n\"nodes\": {\n";
    each(false, [this](std::size_t place) { node(place); });
    out_ += "},\n\"endings\": {\n";
    each(true, [this](std::size_t place) { ending(place); });
    out_ += "}\n}\n";
    return std::move(out_);
  }

 private:
  template <typename... Args>
  void add(fmt::format_string<Args...> text, Args&&... args) {
    fmt::format_to(std::back_inserter(out_), text, std::forward<Args>(args)...);
  }

  template <typename Function>
  void each(bool endings, Function write_one) {
    bool first = true;
    for (std::size_t i = 0; i < story_.places.size(); ++i) {
      if (story_.places[i].replies.empty() != endings) continue;
      if (!first) out_ += ",\n";
      first = false;
      write_one(i);
    }
    out_ += '\n';
  }

  void node(std::size_t index) {
    const StoryPlace& place = story_.places[index];
    add(R"("n{}": {{"stage": "settle",
"lines": [{{"text": {{"zh": "{}", "en": "{}"}}}}],
"replies": [
)",
        index, place.zh, place.en);
    for (std::size_t i = 0; i < place.replies.size(); ++i) {
      choice(place.replies[i], index, i);
      out_ += i + 1 < place.replies.size() ? ",\n" : "\n";
    }
    out_ += "]}";
  }

  void choice(const StoryReply& reply, std::size_t node, std::size_t index) {
    add(R"({{"id": "r{}", "text": {{"zh": "{}", "en": "{}"}}, )", index, reply.zh, reply.en);
    if (behaviours_ == Behaviours::kShown) show(reply, node * kRepliesEach + index);
    add(R"("when": "v{} >= {}", "effects": ["v{} += {}", "v{} -= {}"], "goto": "n{}"}})",
        reply.tested, reply.at_least, reply.raised, reply.raise, reply.lowered, reply.lower,
        reply.target);
  }

  // The first word is quoted: two Chinese characters, and English up to the space.
  void show(const StoryReply& reply, std::size_t number) {
    constexpr std::size_t kTwoCharacters = 6;
    const std::string_view zh = std::string_view(reply.zh).substr(0, kTwoCharacters);
    const std::string_view en = std::string_view(reply.en).substr(0, reply.en.find(' '));
    const auto words = fmt::format(R"("words": {{"zh": "{}", "en": "{}"}})", zh, en);
    const auto behaviours = scenario::ids<scenario::Behaviour>();
    add(R"("shows": {{"{}": {{"level": 1, {}}}, )", behaviours[number % behaviours.size()], words);
    add(R"("{}": {{"level": {}, "answers": ["parcel"], {}}}}}, )",
        behaviours[(number + 1 + number % 7) % behaviours.size()], 1 + number % 3, words);
    if (number % 4 != 3) return;
    const auto negatives = scenario::ids<scenario::Negative>();
    add(R"("negatives": {{"{}": {{{}}}}}, )", negatives[number % negatives.size()], words);
  }

  void ending(std::size_t index) {
    const StoryPlace& place = story_.places[index];
    const auto kinds = scenario::ids<scenario::EndingKind>();
    add(R"("n{}": {{"kind": "{}", "title": {{"zh": "完", "en": "End"}},
"text": {{"zh": "{}", "en": "{}"}}, "keeps": 54}})",
        index, kinds[index % kinds.size()], place.zh, place.en);
  }

  const ReferenceStory& story_;
  Behaviours behaviours_;
  std::string out_;
};

}  // namespace

std::size_t ReferenceStory::reply_count() const {
  std::size_t count = 0;
  for (const StoryPlace& place : places) count += place.replies.size();
  return count;
}

ReferenceStory reference_story(int places, std::uint64_t seed) {
  Chance chance(seed);
  ReferenceStory story;
  story.places.resize(static_cast<std::size_t>(places));
  for (std::size_t i = 0; i < story.places.size(); ++i) {
    StoryPlace& place = story.places[i];
    chance.say(kWordsInLine, place.zh, place.en);
    if (i > 0 && chance.below(100) < kEndingsInHundred) continue;
    place.replies.reserve(kRepliesEach);
    for (int r = 0; r < kRepliesEach; ++r) place.replies.push_back(reply(chance, r == 0, places));
  }
  return story;
}

std::string scenario_text(const ReferenceStory& story, Behaviours behaviours) {
  return Writer(story, behaviours).write();
}

}  // namespace aplomb::bench
