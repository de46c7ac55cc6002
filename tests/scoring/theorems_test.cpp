// The theorems of rubric.md, on small random stories, against a brute force that knows the rules
// only from rubric.md and the scenario's own text: no program, no valuation, no tally.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <random>
#include <set>

#include "base/random.h"
#include "scoring/support.h"

namespace aplomb::scoring {
namespace {

constexpr int kStories = 150;

std::string random_tags(base::Random& random) {
  std::set<std::string> tags;  // each behaviour and negative once
  for (std::uint32_t count = random.below(4); count > 0; --count) {
    const auto behaviour = static_cast<Behaviour>(random.below(scenario::kBehaviourCount));
    const std::string id(scenario::id_of(behaviour));
    const auto same = std::find_if(tags.begin(), tags.end(), [&](const std::string& tag) {
      return tag.substr(0, tag.find(':')) == id;
    });
    // Formulas that wear are rare among 33 behaviours, and worth meeting often.
    const bool formula = random.below(3) == 0;
    if (formula) {
      tags.erase("validate:2");
      if (tags.count("validate:3") == 0) tags.insert("validate:1");
    } else if (same == tags.end() && id != "validate") {
      tags.insert(id + ":" + std::to_string(1 + random.below(3)));
    }
  }
  if (random.below(3) == 0) {
    tags.insert("!" + std::string(scenario::id_of(
                          static_cast<Negative>(random.below(scenario::kNegativeCount)))));
  }
  std::string text;
  for (const std::string& tag : tags)
    text += tag + " ";
  return text;
}

// Nodes lead only to later ones, so that every path ends.
Story random_story(base::Random& random) {
  const std::uint32_t count = 3 + random.below(3);
  const auto go = [&](std::uint32_t from) -> std::string {
    const std::uint32_t to = from + 1 + random.below(2);
    if (to < count && random.below(6) != 0) return "n" + std::to_string(to);
    constexpr std::array<const char*, 5> kEndings{"resolved", "partly", "safely_ended", "lost",
                                                  "escalated"};
    return kEndings[random.below(3) == 0 ? random.below(5) : 0];
  };
  Story story;
  story.members = {R"("variables": {"asked": {"type": "bool", "initial": false}})"};
  for (std::uint32_t i = 0; i < count; ++i) {
    StoryNode node;
    node.id = "n" + std::to_string(i);
    for (std::uint32_t j = 0; j < 2 + random.below(2); ++j) {
      constexpr std::array<const char*, 3> kExtras{"", R"("effects": ["asked = true"])",
                                                   R"("when": "asked")"};
      node.replies.push_back(reply("r" + std::to_string(j), random_tags(random), go(i),
                                   j == 0 ? "" : kExtras[random.below(3)]));
    }
    if (random.below(3) == 0) node.members.push_back(act("pause", random_tags(random), go(i)));
    if (random.below(2) == 0) node.members.emplace_back(R"("provoking": true)");
    if (random.below(2) == 0) node.members.emplace_back(R"("technical": true)");
    story.nodes.push_back(std::move(node));
  }
  return story;
}

// What a path has cost so far, and which formulas have been used.
struct Path {
  State state;
  std::set<Behaviour> used;
  int lost = 0;
  int met = 0;
  std::array<int, 6> lost_in{};
};

struct Worth {
  std::array<int, 6> in{};
  int total = 0;
};

class BruteForce {
 public:
  explicit BruteForce(const Stage& stage) : stage_(stage) {
    Path path{stage.start(), {}, 0, 0, {}};
    while (!ended(path)) {
      const int choice = best(path);
      const Worth worth = worth_of(path, choice);
      whole_ += worth.total;
      for (std::size_t i = 0; i < 6; ++i)
        whole_in_[i] += worth.in[i];
      path = take(path, choice);
    }
  }

  [[nodiscard]] Path start() const { return {stage_.start(), {}, 0, 0, {}}; }
  [[nodiscard]] int whole() const { return whole_; }
  [[nodiscard]] int whole_in(std::size_t dimension) const { return whole_in_[dimension]; }

  [[nodiscard]] bool ended(const Path& path) const {
    return path.state.node >= scenario().nodes.size();
  }
  [[nodiscard]] bool ends_badly(const Path& path) const {
    const auto kind = scenario().endings[path.state.node - scenario().nodes.size()].kind;
    return kind == scenario::EndingKind::kLost || kind == scenario::EndingKind::kEscalated;
  }

  [[nodiscard]] std::vector<int> offered(const Path& path) const {
    std::vector<int> choices;
    const auto& all = scenario().nodes[path.state.node].choices;
    for (int i = 0; i < static_cast<int>(all.size()); ++i) {
      if (engine::offered(*stage_.machine->program, path.state, static_cast<Index>(i))) {
        choices.push_back(i);
      }
    }
    return choices;
  }

  [[nodiscard]] Worth worth_of(const Path& path, int index) const {
    static const std::set<std::string_view> kCaps{
        "misquote",     "minimise",         "blame",  "calm_down", "threat",
        "over_promise", "beyond_authority", "insult", "sarcasm",   "counter_attack"};
    constexpr std::array kFirstBehaviour{0, 6, 12, 19, 23, 30, 33};
    constexpr std::array kFirstNegative{0, 5, 9, 14, 17, 21, 25};
    constexpr std::array kWeight{2, 2, 2, 1, 1, 1};
    const scenario::Node& node = scenario().nodes[path.state.node];
    const scenario::Choice& choice = node.choices[static_cast<std::size_t>(index)];
    Worth worth;
    for (std::size_t d = 0; d < 6; ++d) {
      int highest = 0;
      for (const scenario::Shown& shown : choice.shows) {
        const int id = static_cast<int>(shown.behaviour);
        if (id < kFirstBehaviour[d] || id >= kFirstBehaviour[d + 1]) continue;
        if (shown.behaviour == Behaviour::kSteady && !node.provoking) continue;
        if (shown.behaviour == Behaviour::kPlainWords && !node.technical) continue;
        if (shown.level == 1 && path.used.count(shown.behaviour) != 0) continue;
        highest = std::max(highest, shown.level);
      }
      int others = 0;
      for (const scenario::ShownNegative& shown : choice.negatives) {
        const int id = static_cast<int>(shown.negative);
        if (id < kFirstNegative[d] || id >= kFirstNegative[d + 1]) continue;
        if (kCaps.count(scenario::id_of(shown.negative)) != 0) {
          highest = std::min(highest, 1);
        } else {
          ++others;
        }
      }
      worth.in[d] = std::max(0, highest - others);
      worth.total += kWeight[d] * worth.in[d];
    }
    return worth;
  }

  [[nodiscard]] int best(const Path& path) const {
    int found = -1;
    for (const int choice : offered(path)) {
      if (found < 0 || worth_of(path, choice).total > worth_of(path, found).total) found = choice;
    }
    return found;
  }

  [[nodiscard]] Path take(const Path& path, int index) const {
    Path next = path;
    const Worth most = worth_of(path, best(path));
    const Worth worth = worth_of(path, index);
    next.met += most.total;
    next.lost += most.total - worth.total;
    if (most.total > worth.total) {
      for (std::size_t i = 0; i < 6; ++i)
        next.lost_in[i] += std::max(0, most.in[i] - worth.in[i]);
    }
    const auto& choice = scenario().nodes[path.state.node].choices[static_cast<std::size_t>(index)];
    for (const scenario::Shown& shown : choice.shows) {
      const bool wears = shown.behaviour == Behaviour::kConcern ||
                         shown.behaviour == Behaviour::kValidate ||
                         shown.behaviour == Behaviour::kApologise;
      if (wears && shown.level == 1) next.used.insert(shown.behaviour);
    }
    engine::Silent silent;
    engine::step(*stage_.machine, next.state,
                 {engine::InputKind::kChoose, static_cast<Index>(index)}, silent);
    return next;
  }

  [[nodiscard]] Path play_reference(Path path) const {
    while (!ended(path))
      path = take(path, best(path));
    return path;
  }

  // M, in hundredths of a point.
  [[nodiscard]] int leaving(const Path& path) const {
    return ends_badly(path) ? std::max(15 * whole_, 100 * (whole_ - path.met)) : 0;
  }
  // The score times D.
  [[nodiscard]] int score(const Path& path) const {
    return std::max(0, 100 * (whole_ - path.lost) - leaving(path));
  }

 private:
  [[nodiscard]] const scenario::Scenario& scenario() const {
    return *stage_.machine->program->scenario;
  }

  const Stage& stage_;
  int whole_ = 0;
  std::array<int, 6> whole_in_{};
};

// Every path of the story, with the tally that the library keeps beside it.
void walk(const Stage& stage, const BruteForce& brute, const Path& path, const Tally& tally,
          const std::function<void(const Path&, const Tally&)>& at_state) {
  at_state(path, tally);
  if (brute.ended(path)) return;
  for (const int choice : brute.offered(path)) {
    Tally next = tally;
    add_turn(next, stage.valuation.best(path.state)->value,
             stage.valuation.value(path.state, static_cast<Index>(choice)));
    walk(stage, brute, brute.take(path, choice), next, at_state);
  }
}

// Calls `check` for every state of every story that calls for anything at all.
void for_random_stories(
    const std::function<void(const Stage&, const BruteForce&, const Path&, const Tally&)>& check) {
  const std::uint32_t seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  base::Random random(seed);
  for (int i = 0; i < kStories; ++i) {
    const Story story = random_story(random);
    SCOPED_TRACE(story.text());
    const Stage stage(story);
    const BruteForce brute(stage);
    if (brute.whole() == 0) continue;
    walk(stage, brute, brute.start(), {},
         [&](const Path& path, const Tally& tally) { check(stage, brute, path, tally); });
    if (testing::Test::HasFailure()) return;
  }
}

std::optional<Score> score(const Stage& stage, const Path& path, const Tally& tally) {
  const auto& scenario = *stage.machine->program->scenario;
  return score_of(*stage.rubric, stage.reference, tally,
                  scenario.endings[path.state.node - scenario.nodes.size()].kind);
}

TEST(Theorem, EveryScoreIsThatOfABruteForce) {
  int endings = 0;
  for_random_stories([&](const Stage& stage, const BruteForce& brute, const Path& path,
                         const Tally& tally) {
    ASSERT_EQ(stage.reference.total, brute.whole());
    ASSERT_EQ(tally.lost_total, path.lost);
    ASSERT_EQ(tally.best_total, path.met);
    if (!brute.ended(path)) return;
    ++endings;
    const Score found = score(stage, path, tally).value();
    EXPECT_EQ(found.numerator * brute.whole(), brute.score(path) * found.denominator);
    for (std::size_t d = 0; d < 6; ++d) {
      const auto part = dimension_score(stage.reference, tally, static_cast<Dimension>(d));
      ASSERT_EQ(part.has_value(), brute.whole_in(d) != 0);
      if (!part) continue;
      const int kept = std::max(0, brute.whole_in(d) - path.lost_in[d]);
      EXPECT_EQ(part->numerator * brute.whole_in(d), std::int64_t{100} * kept * part->denominator);
    }
  });
  EXPECT_GT(endings, 1000);
}

TEST(Theorem, EveryScoreLiesFrom0To100) {
  for_random_stories(
      [](const Stage& stage, const BruteForce& brute, const Path& path, const Tally& tally) {
        if (!brute.ended(path)) return;
        const Score found = score(stage, path, tally).value();
        EXPECT_GE(found.numerator, 0);
        EXPECT_LE(found.numerator, 100 * found.denominator);
      });
}

TEST(Theorem, ABadEndingScores85AtMost) {
  int bad = 0;
  for_random_stories(
      [&](const Stage& stage, const BruteForce& brute, const Path& path, const Tally& tally) {
        if (!brute.ended(path) || !brute.ends_badly(path)) return;
        ++bad;
        const Score found = score(stage, path, tally).value();
        EXPECT_LE(found.numerator, 85 * found.denominator);
      });
  EXPECT_GT(bad, 100);
}

TEST(Theorem, ReferencePlayUnderEveryTieScores100WhereItEndsWell) {
  int played = 0;
  for_random_stories(
      [&](const Stage& stage, const BruteForce& brute, const Path& path, const Tally& tally) {
        if (!brute.ended(path) || path.lost > 0 || brute.ends_badly(path)) return;
        ++played;
        EXPECT_EQ(score(stage, path, tally), (Score{100, 1}));
      });
  EXPECT_GT(played, kStories / 2);
}

// From one state: a larger loss, then reference play, never scores higher where M is the same.
TEST(Theorem, ALargerLossNeverScoresHigher) {
  int compared = 0;
  for_random_stories(
      [&](const Stage& stage, const BruteForce& brute, const Path& path, const Tally& tally) {
        if (brute.ended(path)) return;
        struct Played {
          int loss = 0;
          int leaving = 0;
          Score score;
        };
        std::vector<Played> all;
        for (const int choice : brute.offered(path)) {
          Tally after = tally;
          const TurnValue best = stage.valuation.best(path.state)->value;
          const TurnValue worth = stage.valuation.value(path.state, static_cast<Index>(choice));
          add_turn(after, best, worth);
          Path next = brute.take(path, choice);
          while (!brute.ended(next)) {
            const auto reference = stage.valuation.best(next.state);
            add_turn(after, reference->value, reference->value);
            next = brute.take(next, reference->choice);
          }
          all.push_back(
              {best.total - worth.total, brute.leaving(next), score(stage, next, after).value()});
        }
        for (const Played& more : all) {
          for (const Played& less : all) {
            if (more.loss <= less.loss || more.leaving != less.leaving) continue;
            ++compared;
            EXPECT_FALSE(less.score < more.score);
          }
        }
      });
  EXPECT_GT(compared, 1000);
}

}  // namespace
}  // namespace aplomb::scoring
