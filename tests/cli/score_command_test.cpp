// `aplomb score` as a person and as a program use it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/run.h"

namespace aplomb::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using Json = nlohmann::json;

struct Ran {
  int code = 0;
  std::string out, err;
};

Ran run(const std::vector<std::string>& arguments, const std::string& typed = "") {
  const base::DiskFileSystem files;
  base::DiskFileSystem writable = files;
  const base::FakeClock clock;
  std::istringstream in(typed);
  std::ostringstream out;
  std::ostringstream err;
  const Context context{writable, clock, in, out, err, APLOMB_SOURCE_DIR, "unused.sqlite"};
  const int code = cli::run(context, arguments).code;
  return {code, out.str(), err.str()};
}

std::vector<std::string> at_node(std::vector<std::string> more) {
  std::vector<std::string> all = {"score", "--scenario", "cold-clerk", "--node", "tells"};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

TEST(Score, PrintsWhatAReplyShowsInWords) {
  const Ran en = run(at_node({"You queued for forty minutes, Ms Li."}));
  EXPECT_EQ(en.code, kOk) << en.err;
  EXPECT_THAT(en.out, HasSubstr("Restated what was said, level 2"));
  EXPECT_THAT(en.out, HasSubstr("“queued for forty minutes”"));
  EXPECT_THAT(en.out, HasSubstr("Listening"));
  const Ran zh = run(at_node({"--lang", "zh", "您先冷静一下。"}));
  EXPECT_EQ(zh.code, kOk) << zh.err;
  EXPECT_THAT(zh.out, HasSubstr("冷静"));
  EXPECT_THAT(zh.out, HasSubstr("同理心"));
}

TEST(Score, ReadsOneReplyALineFromTheInput) {
  const Ran ran = run(at_node({"-"}), "I'm so sorry.\nWhat happened?\n");
  EXPECT_THAT(ran.out, HasSubstr("> I'm so sorry."));
  EXPECT_THAT(ran.out, HasSubstr("> What happened?"));
  EXPECT_EQ(run(at_node({}), "I'm so sorry.\nWhat happened?\n").out, ran.out);
}

TEST(Score, GivesJsonToPrograms) {
  const Ran ran = run(at_node({"--format", "json", "You queued for forty minutes."}));
  const Json json = Json::parse(ran.out);
  EXPECT_EQ(json.at("understood"), true);
  EXPECT_EQ(json.at("behaviours")[0].at("id"), "restate");
  EXPECT_EQ(json.at("behaviours")[0].at("answers")[0], "waited");
  EXPECT_EQ(json.at("dimensions").at("listening"), 2);
}

TEST(Score, GuessesAMisspeltNode) {
  const Ran ran = run({"score", "--scenario", "cold-clerk", "--node", "tels", "Sorry."});
  EXPECT_EQ(ran.code, kUsage);
  EXPECT_THAT(ran.err, HasSubstr("Did you mean “tells”?"));
  const Ran lost = run({"score", "--scenario", "cold-clerk", "--node", "xyzxyzxyz", "Sorry."});
  EXPECT_THAT(lost.err, HasSubstr("tells"));
}

TEST(Score, NeedsAScenarioAndANode) {
  for (const auto& wrong :
       std::vector<std::vector<std::string>>{{"score"},
                                             {"score", "--scenario", "cold-clerk"},
                                             {"score", "--node", "tells"},
                                             {"score", "--jsonl", "--node", "tells"}}) {
    EXPECT_EQ(run(wrong).code, kUsage);
  }
}

TEST(Score, SaysWhyAReplyCannotBeRead) {
  for (const std::string& reply :
       {std::string(" "), std::string("😀"), std::string("\x01 a"), std::string("\xC3\x28"),
        std::string(1 << 20, 'a'), std::string("Извините за ожидание")}) {
    const Ran ran = run(at_node({"--", reply}));
    EXPECT_EQ(ran.code, kOk);
    EXPECT_THAT(ran.out, HasSubstr("score"));
    EXPECT_THAT(ran.out, Not(HasSubstr("level")));
  }
}

TEST(Score, StreamsJsonLines) {
  const Ran ran =
      run({"score", "--jsonl"},
          R"({"id": "a", "lang": "en", "heard": ["I waited for ages."], "reply": "What happened?"})"
          "\n\nnonsense\n"
          R"({"id": "b", "lang": "zh", "heard": [], "reply": "😀"})"
          "\n");
  EXPECT_EQ(ran.code, kProblems);
  std::istringstream lines(ran.out);
  std::vector<Json> answers;
  for (std::string line; std::getline(lines, line);)
    answers.push_back(Json::parse(line));
  ASSERT_EQ(answers.size(), 3U);
  EXPECT_EQ(answers[0].at("id"), "a");
  EXPECT_EQ(answers[0].at("behaviours")[0].at("id"), "open_question");
  EXPECT_TRUE(answers[1].contains("error"));
  EXPECT_EQ(answers[2].at("understood"), false);
}

}  // namespace
}  // namespace aplomb::cli
