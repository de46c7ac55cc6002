// The commands as a person types them, in this process.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/reply_readers.h"
#include "cli/run.h"
#include "support/temporary_folder.h"

namespace aplomb::cli {
namespace {

using ::testing::HasSubstr;

struct Ran {
  int code = 0;
  std::string out;
  std::string err;
  bool window = false;
};

class Commands : public ::testing::Test {
 protected:
  Ran run(const std::vector<std::string>& arguments, const std::string& typed = "") {
    std::istringstream in(typed);
    std::ostringstream out;
    std::ostringstream err;
    Context context{files_, clock_,           in, out, err, APLOMB_SOURCE_DIR,
                    file("attempts.sqlite")};
    context.fresh_seed = [] { return std::uint64_t{3}; };
    context.load_readers = readers_;
    const Outcome outcome = cli::run(context, arguments);
    return {outcome.code, out.str(), err.str(), outcome.window.has_value()};
  }

  [[nodiscard]] std::string file(const std::string& name) const {
    return folder_.file(name);
  }
  void write(const std::string& name, const std::string& text) {
    ASSERT_TRUE(files_.write(file(name), text));
  }
  static std::string minimal() {
    const base::DiskFileSystem files;
    return files.read(APLOMB_SOURCE_DIR "/tests/scenario/minimal.json", 1U << 20).value();
  }

  base::DiskFileSystem files_;
  base::FakeClock clock_;
  TemporaryFolder folder_;
  app::LoadReplyReaders readers_ = app::shipped_readers(files_, APLOMB_SOURCE_DIR);
};

TEST_F(Commands, WithoutACommandTheWindowIsAskedFor) {
  EXPECT_TRUE(run({}).window);
  EXPECT_FALSE(run({"attempts"}).window);
}

TEST_F(Commands, AWrongCommandIsOneLineAndTheWayToHelp) {
  for (const auto& wrong : std::vector<std::vector<std::string>>{
           {"pley"}, {"play"}, {"play", "cold-clerk", "--mode", "easy"}, {"show"},
           {"show", "x"}, {"show", "-1"}, {"check"}, {"--lang", "fr"}, {"attempts", "--colour"}}) {
    const Ran ran = run(wrong);
    EXPECT_EQ(ran.code, kUsage) << wrong.front();
    EXPECT_THAT(ran.err, HasSubstr("aplomb --help"));
    EXPECT_EQ(ran.out, "");
  }
}

TEST_F(Commands, WhatIsWrongWithACommandIsSaidInTheLanguageAskedFor) {
  using Words = std::vector<std::string>;
  const std::vector<std::pair<Words, Words>> wrong = {
      {{"bogus"}, {"bogus", "不认识"}},
      {{"play"}, {"scenario", "少写了"}},
      {{"play", "x", "--seed"}, {"--seed", "少了一个值"}},
      {{"play", "x", "--seed", "abc"}, {"--seed = abc", "整数"}},
      {{"play", "x", "--seed", "1", "--seed", "2"}, {"--seed", "一次"}},
      {{"play", "x", "--mode", "easy"}, {"--mode", "“easy”", "practice、rehearse、exam"}},
      {{"explore", "x", "--threads", "0"}, {"--threads", "1 到 256"}},
      {{"show", "x"}, {"“x”", "aplomb attempts"}},
      {{"show", "0"}, {"“0”", "aplomb attempts"}},
  };
  for (const auto& [command, expected] : wrong) {
    Words arguments = {"--lang", "zh"};
    arguments.insert(arguments.end(), command.begin(), command.end());
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.code, kUsage);
    for (const std::string& words : expected) EXPECT_THAT(ran.err, HasSubstr(words));
    EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 2);
  }
}

TEST_F(Commands, HelpSpeaksTheLanguageAskedFor) {
  EXPECT_EQ(run({"--help"}).code, kOk);
  EXPECT_THAT(run({"--help", "--lang", "zh"}).out, HasSubstr("终端"));
  EXPECT_THAT(run({"show", "--help", "--lang", "zh"}).out, HasSubstr("用法: show [选项] attempt"));
  EXPECT_THAT(run({"play", "--help"}).out, HasSubstr("--inputs"));
  EXPECT_THAT(run({"--version"}).out, HasSubstr("aplomb "));
}

TEST_F(Commands, CheckSaysGoodOfWhatIsShipped) {
  const Ran ran = run({"check", APLOMB_SOURCE_DIR "/scenarios"});
  EXPECT_EQ(ran.code, kOk) << ran.out;
}

TEST_F(Commands, CheckReportsEveryProblemWithItsPlace) {
  std::string text = minimal();
  const auto swap = [&](const std::string& from, const std::string& to) {
    text.replace(text.find(from), from.size(), to);
  };
  swap("\"difficulty\": 1", "\"difficulty\": 9");
  swap("\"stage\": \"receive\"", "\"stage\": \"recieve\"");
  write("minimal.json", text);
  const Ran ran = run({"check", file("minimal.json")});
  EXPECT_EQ(ran.code, kProblems);
  EXPECT_THAT(ran.out, HasSubstr("minimal.json:12:92: S0205"));
  EXPECT_THAT(ran.out, HasSubstr("S0205"));
  EXPECT_THAT(ran.out, HasSubstr("S0206"));
  EXPECT_THAT(run({"check", file("minimal.json"), "--lang", "zh"}).out, HasSubstr("范围"));
  const auto json =
      nlohmann::json::parse(run({"check", file("minimal.json"), "--format", "json"}).out);
  EXPECT_EQ(json["diagnostics"].size(), 2U);
}

// A sound scenario, and the same with two things planted: one that is wrong and one that could be
// better.
std::string sound(bool with_error, bool with_warning) {
  const base::DiskFileSystem files;
  auto story = nlohmann::ordered_json::parse(
      files.read(APLOMB_SOURCE_DIR "/tests/analysis/check/sound.json", 1U << 20).value());
  if (with_error) {
    story["nodes"]["waits"] = {{"stage", "settle"}, {"goto", "partly"}};
  }
  if (with_warning) story["title"]["zh"] = "The queue";
  return story.dump(1);
}

TEST_F(Commands, CheckSaysWhatExplorationProves) {
  write("sound.json", sound(true, true));
  const Ran ran = run({"check", file("sound.json")});
  EXPECT_EQ(ran.code, kProblems);
  EXPECT_THAT(ran.out, HasSubstr(": S0701: No play ever gets to the node “waits”"));
  EXPECT_THAT(ran.out, HasSubstr(": warning S0811: "));
  EXPECT_THAT(ran.out, HasSubstr(": note S0825: "));
  EXPECT_THAT(run({"check", file("sound.json"), "--lang", "zh"}).out, HasSubstr("到不了节点“waits”"));
  const auto json =
      nlohmann::json::parse(run({"check", file("sound.json"), "--format", "json"}).out);
  EXPECT_TRUE(json["explored"][0]["finished"]);
  ASSERT_EQ(json["diagnostics"].size(), 3U);
  const auto& error = json["diagnostics"].back();
  EXPECT_EQ(error["code"], "S0701");
  EXPECT_EQ(error["severity"], "error");
  EXPECT_EQ(error["path"], "$.nodes.waits");
  EXPECT_GT(error["line"], 1);
  EXPECT_THAT(error["message"].get<std::string>(), HasSubstr("waits"));
  EXPECT_NE(error["mend"], "");
}

TEST_F(Commands, WarningsFailACheckOnlyWhenItIsStrict) {
  write("sound.json", sound(false, false));
  EXPECT_EQ(run({"check", "--strict", file("sound.json")}).code, kOk);
  write("sound.json", sound(false, true));
  EXPECT_EQ(run({"check", file("sound.json")}).code, kOk);
  EXPECT_EQ(run({"check", "--strict", file("sound.json")}).code, kProblems);
}

TEST_F(Commands, CheckLooksAtEveryFileWhateverIsWrongWithTheOthers) {
  write("a.json", "{");
  write("minimal.json", "{\"format\": 7}");
  write("sound.json", sound(true, false));
  const Ran ran = run({"check", file("a.json"), file("minimal.json"), file("sound.json")});
  EXPECT_EQ(ran.code, kProblems);
  EXPECT_THAT(ran.out, HasSubstr("a.json:1:2: S0105"));
  EXPECT_THAT(ran.out, HasSubstr("minimal.json:1:12: S0108"));
  EXPECT_THAT(ran.out, HasSubstr("sound.json:"));
  EXPECT_THAT(ran.out, HasSubstr("S0701"));
  EXPECT_THAT(ran.out, HasSubstr("3 files checked, 3 with errors."));
  EXPECT_EQ(run({"check", file("gone.json"), file("sound.json")}).code, kInputOutput);
  EXPECT_THAT(run({"check", file("gone.json"), file("sound.json")}).out, HasSubstr("S0701"));
}

TEST_F(Commands, CheckWithLittleMemorySaysWhatWasNotProven) {
  const Ran ran = run({"check", "cold-clerk", "--max-memory", "16"});
  EXPECT_EQ(ran.code, kOk) << ran.out;
  EXPECT_THAT(ran.out, HasSubstr("warning S0714: Not finished: "));
}

TEST_F(Commands, CheckExplainsItsCodes) {
  const Ran ran = run({"check", "--explain", "S0705"});
  EXPECT_EQ(ran.code, kOk);
  EXPECT_THAT(ran.out, HasSubstr("# S0705 Dead end"));
  EXPECT_EQ(run({"check", "--explain", "S9999"}).code, kUsage);
  EXPECT_THAT(run({"check", "--help"}).out, HasSubstr("--strict"));
}

TEST_F(Commands, WhatIsNotThereIsSaidAndExitsWithThree) {
  EXPECT_EQ(run({"check", file("nowhere.json")}).code, kInputOutput);
  EXPECT_EQ(run({"format", file("nowhere.json")}).code, kInputOutput);
  EXPECT_EQ(run({"play", "cold-clerk", "--inputs", file("nowhere.plan")}).code, kInputOutput);
}

TEST_F(Commands, AScenarioMisspeltIsGuessed) {
  const Ran ran = run({"play", "papers-agian"});
  EXPECT_NE(ran.code, kOk);
  EXPECT_THAT(ran.err, HasSubstr("papers-again"));
}

TEST_F(Commands, FormatLaysOutOnceAndThenLeavesAlone) {
  write("minimal.json", "{\"a\":1,\n\n\"b\" : [ ]}");
  EXPECT_EQ(run({"format", "--test", file("minimal.json")}).code, kProblems);
  EXPECT_EQ(run({"format", file("minimal.json")}).code, kOk);
  EXPECT_EQ(files_.read(file("minimal.json"), 1000).value(), "{\n  \"a\": 1,\n  \"b\": []\n}\n");
  EXPECT_EQ(run({"format", "--test", file("minimal.json")}).code, kOk);
  EXPECT_EQ(run({"format", file("minimal.json")}).out, "");
}

TEST_F(Commands, FormatLeavesABrokenFileAsItIs) {
  const std::string broken = "{\"a\": 1,}";
  write("minimal.json", broken);
  const Ran ran = run({"format", file("minimal.json")});
  EXPECT_EQ(ran.code, kProblems);
  EXPECT_THAT(ran.err, HasSubstr("S0105"));
  EXPECT_EQ(files_.read(file("minimal.json"), 1000).value(), broken);
}

TEST_F(Commands, AListOfInputsIsPlayedAndScored) {
  const std::string plan = APLOMB_SOURCE_DIR "/tests/plans/papers-again.best.plan";
  const Ran zh = run({"play", "papers-again", "--lang", "zh", "--inputs", plan});
  EXPECT_THAT(zh.out, HasSubstr("得分 100 / 100"));
  const auto json = nlohmann::json::parse(
      run({"play", "papers-again", "--inputs", plan, "--format", "json"}).out);
  EXPECT_EQ(json["sheet"]["score"]["rounded"], 100);
  EXPECT_TRUE(json["sheet"]["passed"]);
  EXPECT_FALSE(std::filesystem::exists(file("attempts.sqlite")));
}

TEST_F(Commands, APlanThatIsNotMetExitsWithOneAndNamesTheLine) {
  write("x.plan", "scenario papers-again\nlang en\nexpect node nowhere\n");
  const Ran ran = run({"play", "papers-again", "--inputs", file("x.plan")});
  EXPECT_EQ(ran.code, kProblems);
  EXPECT_THAT(ran.err, HasSubstr("x.plan:3"));
}

TEST_F(Commands, AKeptAttemptIsListedShownAndReplayed) {
  EXPECT_THAT(run({"attempts"}).out, HasSubstr("No attempts yet"));
  const std::string plan = APLOMB_SOURCE_DIR "/tests/plans/papers-again.mixed.plan";
  run({"play", "papers-again", "--inputs", plan, "--keep", "--person", "Chen Wei"});
  EXPECT_THAT(run({"attempts"}).out, HasSubstr("Chen Wei"));
  const auto listed = nlohmann::json::parse(run({"attempts", "--format", "json"}).out);
  ASSERT_EQ(listed.size(), 1U);
  EXPECT_TRUE(listed[0]["finished"]);
  EXPECT_EQ(run({"show", "1"}).code, kOk);
  EXPECT_EQ(run({"replay", "1"}).code, kOk);
  EXPECT_EQ(run({"show", "7"}).code, kInputOutput);
  EXPECT_THAT(run({"show", "7"}).err, HasSubstr("7"));
}

TEST_F(Commands, ATerminalSessionStopsAndGoesOn) {
  const Ran first = run({"play", "papers-again"}, "Chen Wei\n1\nd 1\nr who Cheng\nn fourth visit\n"
                                                  "nonsense\n99\n?\nh\nlang\nq\n");
  EXPECT_EQ(first.code, kOk) << first.err;
  EXPECT_THAT(first.out, HasSubstr("--resume 1"));
  const Ran second = run({"play", "--resume", "1"}, "r\nn\nq\n");
  EXPECT_EQ(second.code, kOk) << second.err;
  EXPECT_THAT(second.out, HasSubstr("Cheng"));
  EXPECT_THAT(second.out, HasSubstr("fourth visit"));
  EXPECT_NE(run({"play", "cold-clerk", "--resume", "1"}, "q\n").code, kOk);
  const Ran in_chinese = run({"play", "--resume", "1", "--lang", "zh"}, "q\n");
  EXPECT_THAT(in_chinese.out, HasSubstr("又要补材料"));
  EXPECT_EQ(run({"replay", "1"}).code, kOk);
}

TEST_F(Commands, ATerminalSessionPlayedThroughEndsWithTheSheet) {
  std::string typed = "Chen Wei\n";
  for (int i = 0; i < 200; ++i) typed += "1\nl\n";
  const Ran ran = run({"play", "papers-again"}, typed);
  EXPECT_EQ(ran.code, kOk) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("Score sheet"));
  EXPECT_EQ(run({"replay", "1"}).code, kOk);
  EXPECT_EQ(run({"play", "--resume", "1"}).code, kProblems);
}

TEST_F(Commands, AnythingThatIsNoKeyIsWhatTheTraineeSays) {
  const Ran ran = run({"play", "cold-clerk"},
                      "Chen Wei\nbananas\n> n\n“Please calm down.”\nq\n");
  EXPECT_EQ(ran.code, kOk) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("or simply what you would say"));
  EXPECT_THAT(ran.out, HasSubstr("> bananas"));
  EXPECT_THAT(ran.out, HasSubstr("Nothing is lost."));
  EXPECT_THAT(ran.out, HasSubstr("> n\n")) << "marked as said";
  EXPECT_THAT(ran.out, HasSubstr("> Please calm down.")) << "without the marks";
  EXPECT_THAT(ran.out, HasSubstr("✕")) << "in practice what it showed is told";
  const Ran shown = run({"show", "1"});
  EXPECT_THAT(shown.out, HasSubstr("> bananas"));
  EXPECT_THAT(shown.out, HasSubstr("Not followed by the customer: 2"));
  EXPECT_THAT(shown.out, HasSubstr("typed"));
  EXPECT_EQ(run({"replay", "1"}).code, kOk);
}

TEST_F(Commands, BadWordsAreAnsweredAndNeverScored) {
  const std::string bad = "Chen Wei\n> \n" + std::string(1 << 20, 'x') + "\n\xFF\xFE\n\x1B[31m\n" +
                          "👍\nИзвините\nq\n";
  const Ran ran = run({"play", "cold-clerk"}, bad);
  EXPECT_EQ(ran.code, kOk) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("Nothing has been written yet."));
  EXPECT_THAT(ran.out, HasSubstr("too long"));
  EXPECT_THAT(ran.out, HasSubstr("cannot be read"));
  const auto shown = nlohmann::json::parse(run({"show", "1", "--format", "json"}).out);
  EXPECT_TRUE(shown["sheet"]["turns"].empty());
}

TEST_F(Commands, CardsCanBeHiddenAndInPracticeLookedAt) {
  run({"play", "cold-clerk"}, "Chen Wei\nq\n");
  const Ran hidden = run({"play", "cold-clerk", "--cards", "off"}, "1\nq\n");
  EXPECT_THAT(hidden.out, HasSubstr("c shows the replies on offer"));
  EXPECT_EQ(hidden.out.find(" 1. "), std::string::npos);
  EXPECT_THAT(hidden.out, HasSubstr("not on offer")) << "a hidden card cannot be picked";
  EXPECT_THAT(run({"play", "cold-clerk", "--cards", "off"}, "c\nq\n").out, HasSubstr(" 1. "));
  const Ran exam = run({"play", "cold-clerk", "--cards", "off", "--mode", "exam"}, "c\nq\n");
  EXPECT_EQ(exam.out.find(" 1. "), std::string::npos);
  EXPECT_EQ(run({"play", "cold-clerk", "--cards", "maybe"}).code, kUsage);
}

TEST_F(Commands, WithoutLexiconsTheRestGoesOnAndSaysWhatIsMissing) {
  readers_ = [] {
    return base::Result<app::ReplyReaders>(
        base::failure("file.not_found", {"没有词库。", "No lexicons."}, {"重装。", "Install."}));
  };
  const Ran ran = run({"play", "cold-clerk"}, "Chen Wei\nhello\n1\nq\n");
  EXPECT_EQ(ran.code, kOk);
  EXPECT_THAT(ran.err, HasSubstr("No lexicons."));
  EXPECT_THAT(ran.out, HasSubstr("not available"));
}

TEST_F(Commands, APlanTypesAndExpects) {
  write("typed.plan", "scenario cold-clerk\nlang en\ntype bananas\nexpect way nowhere\n"
                      "type Please calm down.\nexpect read calm_down\n");
  const Ran ran = run({"play", "cold-clerk", "--inputs", file("typed.plan"), "--format", "json"});
  EXPECT_EQ(ran.code, kOk) << ran.err;
  const auto json = nlohmann::json::parse(ran.out);
  EXPECT_EQ(json["sheet"]["typed"]["turns"], 1);
  EXPECT_EQ(json["sheet"]["not_followed"], 1);
}

TEST_F(Commands, AForeignStoreIsRefusedAndLeftAsItIs) {
  write("attempts.sqlite", "these are somebody's own words and certainly no database at all");
  const Ran ran = run({"attempts"});
  EXPECT_EQ(ran.code, kInputOutput);
  EXPECT_THAT(ran.err, HasSubstr("attempts.sqlite"));
  EXPECT_THAT(files_.read(file("attempts.sqlite"), 1000).value(), HasSubstr("somebody"));
}

TEST_F(Commands, BenchPrintsItsTableInBothLanguages) {
  const std::vector<std::string> quick{"bench", "--min-time", "0.001", "--filter", "flat_loop|memory"};
  const Ran english = run(quick);
  EXPECT_EQ(english.code, kOk);
  EXPECT_THAT(english.out, HasSubstr("Flat array loop"));
  EXPECT_THAT(english.out, HasSubstr("not measured"));
  std::vector<std::string> chinese = quick;
  chinese.insert(chinese.end(), {"--lang", "zh"});
  EXPECT_THAT(run(chinese).out, HasSubstr("百万/秒"));
}

TEST_F(Commands, BenchGivesMachinesNumbers) {
  const Ran ran = run({"bench", "--min-time", "0.001", "--filter", "state_copy", "--format", "json"});
  const auto json = nlohmann::json::parse(ran.out);
  ASSERT_EQ(json["figures"].size(), 1);
  EXPECT_EQ(json["figures"][0]["id"], "state_copy");
  EXPECT_TRUE(json["figures"][0]["value"].is_number());
  EXPECT_FALSE(json["machine"]["compiler"].empty());
}

TEST_F(Commands, BenchNamesWhatCanBeMeasured) {
  for (const char* filter : {"nothing_such", "("}) {
    const Ran ran = run({"bench", "--filter", filter});
    EXPECT_EQ(ran.code, kUsage);
    EXPECT_THAT(ran.err, HasSubstr("scored_steps"));
  }
}

TEST(Locale, ChineseOnesSpeakChinese) {
  const auto with = [](const char* name, const char* value) {
    return language_of_locale([=](const char* asked) -> std::optional<std::string> {
      if (std::string(asked) == name) return value;
      return std::nullopt;
    });
  };
  EXPECT_EQ(with("LANG", "zh_CN.UTF-8"), base::Language::kZh);
  EXPECT_EQ(with("LC_ALL", "zh_TW"), base::Language::kZh);
  EXPECT_EQ(with("LANG", "en_GB.UTF-8"), base::Language::kEn);
  EXPECT_EQ(with("OTHER", "zh"), base::Language::kEn);
}

}  // namespace
}  // namespace aplomb::cli
