// `aplomb simulate` as a person types it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/text.h"
#include "cli/run.h"
#include "cli/simulate_text.h"
#include "support/temporary_folder.h"

namespace aplomb::cli {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

struct Ran {
  int code = 0;
  std::string out;
  std::string err;
};

class Simulate : public ::testing::Test {
 protected:
  Ran run(std::vector<std::string> arguments, const std::atomic<bool>* stop = nullptr) {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    Context context{files_, clock_, in, out, err, APLOMB_SOURCE_DIR, folder_.file("a.sqlite")};
    if (stop != nullptr) context.on_interrupt = [stop] { return stop; };
    arguments.insert(arguments.begin(), "simulate");
    const Outcome outcome = cli::run(context, arguments);
    return {outcome.code, out.str(), err.str()};
  }

  // A scenario whose only reply either ends well or, in place of `to`, goes on.
  std::string changed(const std::string& from, const std::string& to) {
    const std::string source = APLOMB_SOURCE_DIR "/tests/scenario/minimal.json";
    std::string text = files_.read(source, 1U << 20).value();
    text.replace(text.find(from), from.size(), to);
    EXPECT_TRUE(files_.write(folder_.file("minimal.json"), text));
    return folder_.file("minimal.json");
  }

  base::DiskFileSystem files_;
  base::FakeClock clock_;
  TemporaryFolder folder_;
};

int widest(const std::string& text) {
  int columns = 0;
  for (const std::string_view line : base::split(text, '\n')) {
    columns = std::max(columns, base::display_width(line));
  }
  return columns;
}

TEST_F(Simulate, ComparesAllBotsAndSaysWhetherTheSpreadHolds) {
  const Ran en = run({"cold-clerk", "--runs", "500", "--lang", "en"});
  EXPECT_EQ(en.code, kOk) << en.out;
  EXPECT_THAT(en.out, HasSubstr("✓ The expert is"));
  EXPECT_THAT(en.out, HasSubstr("✓ Going by words gains little"));
  EXPECT_THAT(en.out, HasSubstr("Hot-headed"));
  const Ran zh = run({"cold-clerk", "--runs", "500", "--lang", "zh"});
  EXPECT_EQ(zh.code, kOk);
  EXPECT_THAT(zh.out, HasSubstr("✓ 高手平均比碰运气高"));
  EXPECT_THAT(zh.out, HasSubstr("✓ 只看字面占不到便宜"));
}

TEST_F(Simulate, ASpreadThatDoesNotHoldExitsWithOneAndSaysWhy) {
  // The good reply shows nothing: nothing can be scored.
  const Ran ran = run({changed("\"restate\": {\n              \"level\": 2",
                               "\"address_by_name\": {\n              \"level\": 2"),
                       "--runs", "500", "--lang", "en"});
  EXPECT_EQ(ran.code, kProblems);
  EXPECT_THAT(ran.out, HasSubstr("✗ "));
}

TEST_F(Simulate, EveryLineFitsEightyColumns) {
  for (const char* language : {"zh", "en"}) {
    for (const char* scenario : {"cold-clerk", "papers-again", "the-threat"}) {
      EXPECT_LE(widest(run({scenario, "--runs", "300", "--lang", language}).out), 80);
      for (const char* bot : {"random", "gamer", "expert"}) {
        const Ran ran = run({scenario, "--policy", bot, "--runs", "300", "--lang", language});
        EXPECT_LE(widest(ran.out), 80) << ran.out;
      }
    }
  }
}

TEST_F(Simulate, PrintsTheSameBytesWhateverTheThreads) {
  for (const char* format : {"text", "json"}) {
    const std::vector<std::string> arguments{"cold-clerk", "--runs", "1500", "--seed",
                                             "9",          "--format", format, "--threads"};
    const auto with = [&](const char* threads) {
      std::vector<std::string> all = arguments;
      all.emplace_back(threads);
      return run(all).out;
    };
    const std::string one = with("1");
    EXPECT_EQ(one, with("2"));
    EXPECT_EQ(one, with("3"));
  }
}

TEST_F(Simulate, MachinesGetEveryCount) {
  const json all = json::parse(run({"cold-clerk", "--runs", "500", "--format", "json"}).out);
  ASSERT_EQ(all.size(), 1U);
  const json& story = all[0];
  EXPECT_EQ(story["scenario"], "cold-clerk");
  EXPECT_TRUE(story["finished"]);
  EXPECT_TRUE(story["spread"]["holds"]);
  ASSERT_EQ(story["bots"].size(), 7U);
  const json& random = story["bots"][0];
  EXPECT_EQ(random["policy"], "random");
  EXPECT_EQ(random["plays"], 500);
  EXPECT_EQ(random["passed"].get<int>() + random["failed"].get<int>(), 500);
  EXPECT_EQ(random["score"]["by_five_points"].size(), 20U);
  EXPECT_EQ(random["nodes"]["storm_in"]["calm"]["offered"], 500);
  const json& expert = story["bots"][6];
  EXPECT_EQ(expert["score"]["mean_hundredths"], 10000);
  EXPECT_EQ(story["spread"]["over_random_hundredths"]["expert"],
            10000 - random["score"]["mean_hundredths"].get<int>());
}

TEST_F(Simulate, ThePolicyAndTheSkillDecideWhoPlays) {
  const auto bots = [&](const std::vector<std::string>& who) {
    std::vector<std::string> arguments{"papers-again", "--runs", "50", "--format", "json"};
    arguments.insert(arguments.end(), who.begin(), who.end());
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.code, kOk);
    std::vector<std::string> names;
    const json all = json::parse(ran.out);
    for (const json& each : all[0]["bots"]) names.push_back(each["policy"]);
    return names;
  };
  EXPECT_THAT(bots({"--policy", "novice"}), testing::ElementsAre("novice"));
  EXPECT_THAT(bots({"--policy", "gamer"}),
              testing::ElementsAre("gamer_words", "gamer_longest", "gamer_first"));
  EXPECT_THAT(bots({"--skill", "40"}), testing::ElementsAre("skilled"));
  EXPECT_THAT(run({"papers-again", "--runs", "50", "--skill", "40", "--lang", "en"}).out,
              HasSubstr("Skill 40: 50 plays, seed 1"));
}

TEST_F(Simulate, TheLanguageDecidesWhatTheGamersRead) {
  const auto longest = [&](const char* language) {
    return json::parse(run({"the-threat", "--policy", "gamer_longest", "--lang", language,
                            "--format", "json"})
                           .out)[0]["bots"];
  };
  EXPECT_NE(longest("zh"), longest("en"));
}

TEST_F(Simulate, WrongUseIsOneLineInThePersonsLanguage) {
  struct Wrong {
    std::vector<std::string> arguments;
    std::string zh, en;
  };
  for (const Wrong& wrong : std::vector<Wrong>{
           {{"--policy", "genius"}, "没有“genius”，可以写：random、novice", "“genius”"},
           {{"--policy", "skilled"}, "没有“skilled”", "there is no “skilled”"},
           {{"--runs", "0"}, "“0”不行", "“0” will not do"},
           {{"--runs", "1000000001"}, "1 到 1000000000", "from 1 to 1000000000"},
           {{"--runs", "many"}, "“many”不行", "“many” will not do"},
           {{"--seed", "x"}, "整数", "--seed = x"},
           {{"--skill", "101"}, "0 到 100 的", "from 0 to 100"},
           {{"--threads", "0"}, "“0”不行", "“0” will not do"},
           {{"--policy", "novice", "--skill", "5"}, "只能用一个", "do not go together"}}) {
    std::vector<std::string> arguments{"cold-clerk", "--lang", "zh"};
    arguments.insert(arguments.end(), wrong.arguments.begin(), wrong.arguments.end());
    const Ran zh = run(arguments);
    EXPECT_EQ(zh.code, kUsage) << wrong.en;
    EXPECT_EQ(zh.out, "");
    EXPECT_THAT(zh.err, HasSubstr(wrong.zh));
    arguments[2] = "en";
    const Ran en = run(arguments);
    EXPECT_EQ(en.code, kUsage);
    EXPECT_THAT(en.err, HasSubstr(wrong.en));
  }
  EXPECT_EQ(run({}).code, kUsage);
}

TEST_F(Simulate, WhatIsMissingExitsWithThreeAndWhatIsBrokenWithOne) {
  EXPECT_EQ(run({"nowhere"}).code, kInputOutput);
  const Ran broken = run({changed("\"stage\": \"receive\"", "\"stage\": \"recieve\"")});
  EXPECT_EQ(broken.code, kProblems);
  EXPECT_THAT(broken.err, HasSubstr("S0206"));
  EXPECT_EQ(broken.out, "");
  // The others are still played.
  const Ran both = run({"nowhere", "cold-clerk", "--runs", "50", "--lang", "en"});
  EXPECT_EQ(both.code, kInputOutput);
  EXPECT_THAT(both.out, HasSubstr("The cold clerk"));
}

TEST_F(Simulate, APlayWithoutAnEndingIsCutAndSaidToBe) {
  // The first reply leads back to where it is said.
  const std::string file = changed("\"goto\": \"resolved\"", "\"goto\": \"opening\"");
  const Ran en = run({file, "--policy", "gamer_first", "--runs", "20", "--lang", "en"});
  EXPECT_EQ(en.code, kProblems);
  EXPECT_THAT(en.out, HasSubstr("cut after 500 turns"));
  EXPECT_THAT(run({file, "--runs", "20", "--lang", "zh"}).out, HasSubstr("演到 500 轮切断"));
}

TEST_F(Simulate, StoppedOnTheWayItSaysThatItIsAPart) {
  const std::atomic<bool> stop{true};
  for (const std::vector<std::string>& who :
       {std::vector<std::string>{}, std::vector<std::string>{"--policy", "random"}}) {
    std::vector<std::string> arguments{"cold-clerk", "papers-again", "--lang", "en"};
    arguments.insert(arguments.end(), who.begin(), who.end());
    const Ran text = run(arguments, &stop);
    EXPECT_EQ(text.code, kProblems);
    EXPECT_THAT(text.out, HasSubstr("✗ Stopped on the way"));
    EXPECT_THAT(text.out, Not(HasSubstr("✓")));
    EXPECT_THAT(text.out, Not(HasSubstr("Papers again")));
    arguments.insert(arguments.end(), {"--format", "json"});
    const json all = json::parse(run(arguments, &stop).out);
    EXPECT_EQ(all.size(), 1U);
    EXPECT_FALSE(all[0]["finished"]);
  }
}

TEST(SimulateText, NumbersAreShownWithoutFloatingPoint) {
  EXPECT_EQ(hundredths(3524), "35.24");
  EXPECT_EQ(hundredths(5), "0.05");
  EXPECT_EQ(hundredths(-320), "−3.20");
  EXPECT_EQ(signed_hundredths(320), "+3.20");
  EXPECT_EQ(signed_hundredths(-5), "−0.05");
  EXPECT_EQ(tenths(945), "9.5");
  EXPECT_EQ(tenths(944), "9.4");
  EXPECT_EQ(percent(1, 3), "33.3 %");
  EXPECT_EQ(percent(1, 100'000), "< 0.1 %");
  EXPECT_EQ(percent(99'999, 100'000), "> 99.9 %");
  EXPECT_EQ(percent(0, 3), "0.0 %");
  EXPECT_EQ(percent(3, 3), "100.0 %");
}

TEST(SimulateText, BarsShowWhateverIsMoreThanNothing) {
  EXPECT_EQ(bar(0, 10, 4), "");
  EXPECT_EQ(bar(10, 10, 4), "████");
  EXPECT_EQ(bar(5, 10, 3), "█▌");
  EXPECT_EQ(bar(1, 1'000'000, 4), "▏");
  const std::vector<std::uint64_t> counts{0, 1, 500, 1000};
  EXPECT_EQ(skyline(counts), "·▁▄█");
}

}  // namespace
}  // namespace aplomb::cli
