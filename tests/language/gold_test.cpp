// The scorer against the project gold (one rater; see gold.h). What is measured:
//
// - levels: one pair for each reply and each of the 33 behaviours. Exact and within-one agreement
//   over the pairs in which either side is not 0; weighted kappa over all pairs, zeros included.
// - words: F1 over the characters cited, for behaviours that both sides give; Chinese characters
//   and Latin words are one token each.
// - negatives: found or not, precision and recall.
// Baselines, by the same kappa: level 1 everywhere; one level more for every twelve tokens of the
// reply, whatever the behaviour; and as many levels as the behaviour's usual words occur.
// The goal is a kappa of .75; the floors are what has been reached on the development part.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <map>
#include <set>

#include "base/text.h"
#include "language/agreement.h"
#include "language/baselines.h"
#include "language/gold.h"

namespace aplomb::language {
namespace {

struct Words {
  double cited = 0, read = 0, both = 0;

  [[nodiscard]] double f1() const { return cited + read == 0 ? 0 : 2 * both / (cited + read); }
};

struct Figures {
  Agreement levels, always_one, length, keywords;
  std::map<int, Agreement> by_behaviour;
  Words words;
  std::map<int, std::array<int, 3>> negatives;  // given, found, extra
  int replies = 0, understood_right = 0;
};

bool shows_misses() {
  static const bool shows = std::getenv("APLOMB_MISSES") != nullptr;
  return shows;
}

// The bytes of the reply that hold the person's words; empty where they are not verbatim.
std::vector<Span> places_of(const std::string& words, const std::string& reply) {
  const auto at = reply.find(words);
  if (words.empty() || at == std::string::npos) return {};
  return {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())}};
}

// Tokens within the spans, by the byte at which they begin.
std::set<std::size_t> tokens_in(const std::vector<Span>& spans, const std::string& reply) {
  std::set<std::size_t> tokens;
  bool in_word = false;
  for (std::size_t at = 0; at < reply.size();) {
    const auto [point, length] = base::decode_utf8(reply, at);
    const bool latin = point < 0x80 ? std::isalnum(static_cast<int>(point)) != 0 : point < 0x2000;
    const bool han = point >= 0x3400 && point < 0xFF00;
    const bool begins = han || (latin && !in_word);
    in_word = latin;
    if (begins && std::any_of(spans.begin(), spans.end(), [&](const Span& each) {
          return at >= each.first && at < each.end;
        })) {
      tokens.insert(at);
    }
    at += length;
  }
  return tokens;
}

void compare_words(const GoldReply& gold, const GoldMark& mark, const ShownBehaviour& read,
                   Words& words) {
  const auto cited = tokens_in(places_of(mark.words, gold.reply), gold.reply);
  const auto found = tokens_in(read.spans, gold.reply);
  words.cited += static_cast<double>(cited.size());
  words.read += static_cast<double>(found.size());
  for (const std::size_t each : found)
    words.both += static_cast<double>(cited.count(each));
}

int level_in(const GoldReply& gold, int behaviour) {
  for (const GoldMark& each : gold.shows) {
    if (each.index == behaviour) return each.level;
  }
  return 0;
}

void print_miss(const GoldReply& gold, const Reading& reading, const std::string& what) {
  if (!shows_misses()) return;
  std::cout << what << "  " << gold.scenario << ' ' << gold.node << " | " << gold.reply << " | "
            << describe(reading, gold.reply) << '\n';
}

void compare_levels(const GoldReply& gold, const Reading& reading, Figures& figures) {
  const int length = std::min(3, token_count(gold.reply) / 12);
  for (int i = 0; i < scenario::kBehaviourCount; ++i) {
    const auto behaviour = static_cast<Behaviour>(i);
    const int given = level_in(gold, i);
    const int read = reading.level(behaviour);
    figures.levels.add(given, read);
    figures.by_behaviour[i].add(given, read);
    figures.always_one.add(given, 1);
    figures.length.add(given, length);
    figures.keywords.add(given, keyword_level(behaviour, gold.reply, gold.language));
    const std::string id(scenario::id_of(behaviour));
    if (given > 0 && read == 0) print_miss(gold, reading, "MISSED " + id);
    if (given == 0 && read > 0) print_miss(gold, reading, "EXTRA " + id);
    if (given > 0 && read > 0 && given != read) {
      print_miss(gold, reading,
                 "LEVEL " + id + " " + std::to_string(given) + " read " + std::to_string(read));
    }
  }
  for (const ShownBehaviour& each : reading.behaviours) {
    for (const GoldMark& mark : gold.shows) {
      if (mark.index == static_cast<int>(each.behaviour)) {
        compare_words(gold, mark, each, figures.words);
      }
    }
  }
}

void compare_negatives(const GoldReply& gold, const Reading& reading, Figures& figures) {
  for (int i = 0; i < scenario::kNegativeCount; ++i) {
    const bool given = std::any_of(gold.negatives.begin(), gold.negatives.end(),
                                   [i](const GoldMark& each) { return each.index == i; });
    const bool read = reading.shows(static_cast<Negative>(i));
    auto& counts = figures.negatives[i];
    counts[0] += static_cast<int>(given);
    counts[1] += static_cast<int>(given && read);
    counts[2] += static_cast<int>(read && !given);
    const std::string id(scenario::id_of(static_cast<Negative>(i)));
    if (given && !read) print_miss(gold, reading, "MISSED -" + id);
    if (read && !given) print_miss(gold, reading, "EXTRA -" + id);
  }
}

void add(const GoldReply& gold, Figures& figures) {
  const ShippedScenario* shipped = shipped_scenario(gold.scenario);
  ASSERT_NE(shipped, nullptr) << gold.scenario;
  const scenario::Node* node = node_of(*shipped, gold.node);
  ASSERT_NE(node, nullptr) << gold.scenario << ' ' << gold.node;
  const Reading reading = read_at(*shipped, *node, gold.language, gold.reply);
  ++figures.replies;
  compare_levels(gold, reading, figures);
  compare_negatives(gold, reading, figures);
}

void print(const std::string& name, const Figures& figures) {
  std::cout << std::fixed << std::setprecision(3);
  int given = 0;
  int found = 0;
  int extra = 0;
  for (const auto& [index, counts] : figures.negatives) {
    given += counts[0];
    found += counts[1];
    extra += counts[2];
  }
  const Agreement& levels = figures.levels;
  std::cout << name << ": " << figures.replies << " replies, kappa " << levels.weighted_kappa()
            << " (always 1 " << figures.always_one.weighted_kappa() << ", length "
            << figures.length.weighted_kappa() << ", keywords " << figures.keywords.weighted_kappa()
            << "), exact " << levels.exact() << ", within one " << levels.within_one()
            << ", precision " << levels.precision() << ", recall " << levels.recall()
            << ", words F1 " << figures.words.f1() << "; negatives precision "
            << (found + extra == 0 ? 0 : static_cast<double>(found) / (found + extra))
            << ", recall " << (given == 0 ? 0 : static_cast<double>(found) / given) << '\n';
}

void print_details(const Figures& figures) {
  for (const auto& [index, each] : figures.by_behaviour) {
    std::int64_t extra = 0;
    std::int64_t missed = 0;
    std::int64_t both = 0;
    for (int i = 1; i < 4; ++i) {
      extra += each.cell(0, i);
      missed += each.cell(i, 0);
      for (int j = 1; j < 4; ++j)
        both += each.cell(i, j);
    }
    std::cout << "  " << std::left << std::setw(24)
              << scenario::id_of(static_cast<Behaviour>(index)) << "both " << both << "  missed "
              << missed << "  extra " << extra << "  kappa " << each.weighted_kappa() << '\n';
  }
  for (const auto& [index, counts] : figures.negatives) {
    std::cout << "  -" << std::left << std::setw(23)
              << scenario::id_of(static_cast<Negative>(index)) << "given " << counts[0]
              << "  found " << counts[1] << "  extra " << counts[2] << '\n';
  }
}

TEST(Gold, TheScorerAgreesWithTheRater) {
  const std::vector<GoldReply> gold = development_gold();
  ASSERT_FALSE(gold.empty()) << "no project gold in tests/gold";
  Figures all;
  std::map<std::string, Figures> parts;
  for (const GoldReply& each : gold) {
    add(each, all);
    add(each, parts[each.scenario + "." + std::string(base::language_id(each.language))]);
  }
  for (const auto& [name, figures] : parts)
    print(name, figures);
  print("project gold, development part", all);
  print_details(all);
  constexpr double kBetterThanBaselines = 0.10;
  const double kappa = all.levels.weighted_kappa();
  EXPECT_GE(kappa, 0.47);
  EXPECT_GE(kappa, all.always_one.weighted_kappa() + kBetterThanBaselines);
  EXPECT_GE(kappa, all.length.weighted_kappa() + kBetterThanBaselines);
  EXPECT_GE(kappa, all.keywords.weighted_kappa() + kBetterThanBaselines);
  EXPECT_GE(all.words.f1(), 0.70);
}

}  // namespace
}  // namespace aplomb::language
