#include "records/store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <limits>

#include "base/hash.h"
#include "records/support.h"

namespace aplomb::records {
namespace {

using engine::Action;
using engine::ActionKind;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string kWeird[] = {
    "",
    "😤👩‍👩‍👧 𠮷野家",
    "'; DROP TABLE actions; --",
    "\"quotes\" 'and' “引号” `backticks` ?1 $x %s",
    "two\nlines\tand\r\na tab",
    "\u202eright to left\u202c e\u0301 \ufeff",
    std::string(100'000, 'x') + "长",
};

TEST(Store, GivesBackEveryKindOfText) {
  const TemporaryFolder folder;
  Store store = open_store(folder.file("records.db"));
  auto header = keep_header(store);
  const std::int64_t attempt = store.create_attempt(header).value();
  std::vector<Action> actions;
  for (const std::string& text : kWeird) {
    actions.push_back({ActionKind::kRecord, text, text, 5});
    const int seq = static_cast<int>(actions.size()) - 1;
    ASSERT_EQ(code_of(store.append(attempt, seq, actions.back(), 6)), "ok");
    ASSERT_EQ(code_of(store.set_setting(text, text)), "ok");
  }
  const Store again = open_store(folder.file("records.db"));
  EXPECT_EQ(again.load_attempt(attempt)->attempt.actions, actions);
  for (const std::string& text : kWeird)
    EXPECT_EQ(*again.setting(text), text);
}

TEST(Store, RefusesNulAndMalformedTextAndChangesNothing) {
  const TemporaryFolder folder;
  Store store = open_store(folder.file("records.db"));
  const auto header = keep_header(store);
  const std::int64_t attempt = store.create_attempt(header).value();
  const std::string before = bytes_of(folder.file("records.db"));
  for (const std::string& bad : {std::string("a\0b", 3), std::string("\xff"),
                                 std::string("\xed\xa0\x80"), std::string("\xe4\xbd")}) {
    const Action in_text{ActionKind::kNote, "", bad, 0};
    const Action in_subject{ActionKind::kPick, bad, "", 0};
    EXPECT_EQ(code_of(store.append(attempt, 0, in_text, 0)), "records.bad_text");
    EXPECT_EQ(code_of(store.append(attempt, 0, in_subject, 0)), "records.bad_text");
    EXPECT_EQ(code_of(store.create_attempt(header, std::array{in_text})), "records.bad_text");
    EXPECT_EQ(code_of(store.set_setting(bad, "x")), "records.bad_text");
    EXPECT_EQ(code_of(store.set_setting("x", bad)), "records.bad_text");
    EXPECT_EQ(code_of(store.add_person(bad, 0)), "records.bad_text");
    AttemptResult result = result_of(1, 1);
    result.ending = bad;
    EXPECT_EQ(code_of(store.finish(attempt, result)), "records.bad_text");
  }
  EXPECT_EQ(bytes_of(folder.file("records.db")), before);
}

TEST(Store, IsForItsOwnersEyesOnly) {
  const TemporaryFolder folder;
  const mode_t mask = ::umask(0);
  const Store store = open_store(folder.file("a/b/records.db"));
  ::umask(mask);
  const auto mode = [&](const std::string& name) {
    struct stat status {};
    EXPECT_EQ(::stat(folder.file(name).c_str(), &status), 0);
    return status.st_mode & 0777;
  };
  EXPECT_EQ(mode("a"), 0700U);
  EXPECT_EQ(mode("a/b"), 0700U);
  EXPECT_EQ(mode("a/b/records.db"), 0600U);
}

TEST(People, AreListedInTheOrderTheyCame) {
  const TemporaryFolder folder;
  Store store = open_store(folder.file("records.db"));
  EXPECT_THAT(*store.people(), IsEmpty());
  const std::int64_t lin = store.add_person("  林晓 ", 10).value();
  const std::int64_t anna = store.add_person("Anna", 20).value();
  EXPECT_THAT(*store.people(),
              ElementsAre(Person{lin, "林晓", 10, 0}, Person{anna, "Anna", 20, 0}));
}

TEST(People, CanBeRenamed) {
  const TemporaryFolder folder;
  Store store = open_store(folder.file("records.db"));
  const std::int64_t lin = store.add_person("林晓", 10).value();
  EXPECT_EQ(code_of(store.rename_person(lin, "林晓")), "ok") << "their own name is no clash";
  EXPECT_EQ(code_of(store.rename_person(lin, "林小")), "ok");
  EXPECT_EQ(store.people()->front().name, "林小");
  EXPECT_EQ(code_of(store.rename_person(lin + 1, "Anna")), "records.no_person");
}

TEST(People, HaveANameOfTheirOwn) {
  const TemporaryFolder folder;
  Store store = open_store(folder.file("records.db"));
  const std::int64_t lin = store.add_person("林晓", 10).value();
  const std::int64_t anna = store.add_person("Anna", 10).value();
  EXPECT_EQ(code_of(store.add_person("林晓 ", 20)), "records.name_taken");
  EXPECT_EQ(code_of(store.rename_person(anna, "林晓")), "records.name_taken");
  EXPECT_EQ(code_of(store.add_person(" \u3000\n", 20)), "records.name_empty");
  std::string long_name;
  for (int i = 0; i < kMaxNameLength; ++i)
    long_name += "林";
  EXPECT_EQ(code_of(store.add_person(long_name + "林", 20)), "records.name_too_long");
  EXPECT_EQ(code_of(store.rename_person(lin, long_name)), "ok");
  EXPECT_EQ(store.people()->size(), 2U);
}

TEST(Settings, AreRememberedAndReplaced) {
  const TemporaryFolder folder;
  Store store = open_store(folder.file("records.db"));
  EXPECT_EQ(*store.setting("language"), std::nullopt);
  ASSERT_EQ(code_of(store.set_setting("language", "zh")), "ok");
  ASSERT_EQ(code_of(store.set_setting("theme", "dark")), "ok");
  ASSERT_EQ(code_of(store.set_setting("language", "en")), "ok");
  const Store again = open_store(folder.file("records.db"));
  EXPECT_EQ(*again.setting("language"), "en");
  EXPECT_EQ(*again.setting("theme"), "dark");
}

TEST(Content, IsKeptByItsHashOnce) {
  const TemporaryFolder folder;
  Store store = open_store(folder.file("records.db"));
  const std::string bytes("any\0bytes\xff\n", 11);
  const std::string hash = store.keep_content(bytes).value();
  EXPECT_EQ(hash, base::sha256_hex(bytes));
  EXPECT_EQ(*store.keep_content(bytes), hash);
  EXPECT_EQ(*store.content(hash), bytes);
  EXPECT_EQ(*store.content(*store.keep_content("")), "");
  EXPECT_EQ(code_of(store.content(std::string(64, '0'))), "records.no_content");
}

TEST(Content, ThatNoLongerFitsItsHashIsNotGivenOut) {
  const TemporaryFolder folder;
  Store store = open_store(folder.file("records.db"));
  const std::string hash = store.keep_content("scenario").value();
  PlainConnection(folder.file("records.db")).run("UPDATE content SET bytes = x'00'");
  EXPECT_EQ(code_of(store.content(hash)), "records.damaged");
}

TEST(Attempts, ComeBackAsTheyWere) {
  const TemporaryFolder folder;
  Store store = open_store(folder.file("records.db"));
  auto header = keep_header(store);
  header.seed = std::numeric_limits<std::uint64_t>::max();
  header.mode = engine::Mode::kExam;
  const std::int64_t attempt = store.create_attempt(header).value();
  std::vector<Action> actions;
  for (int kind = 0; kind <= static_cast<int>(ActionKind::kLanguage); ++kind) {
    actions.push_back({static_cast<ActionKind>(kind), "subject", "text", std::int64_t{100} * kind});
    ASSERT_EQ(code_of(store.append(attempt, kind, actions.back(), 5000 + kind)), "ok");
  }
  const AttemptResult result = result_of(250, 3);
  ASSERT_EQ(code_of(store.finish(attempt, result)), "ok");

  const StoredAttempt stored = open_store(folder.file("records.db")).load_attempt(attempt).value();
  EXPECT_EQ(stored.id, attempt);
  EXPECT_EQ(stored.attempt.header, header);
  EXPECT_EQ(stored.attempt.actions, actions);
  EXPECT_EQ(stored.played_utc_ms, 5009);
  EXPECT_EQ(stored.result, result);
}

TEST(Attempts, ThatBranchKeepTheirParentsBeginning) {
  const TemporaryFolder folder;
  Store store = open_store(folder.file("records.db"));
  auto header = keep_header(store);
  header.parent = store.create_attempt(header).value();
  header.parent_turn = 2;
  const std::vector<Action> kept{pick("a", 1), {ActionKind::kNote, "", "n", 2}, pick("b", 3)};
  const std::int64_t child = store.create_attempt(header, kept).value();
  ASSERT_EQ(code_of(store.append(child, 3, pick("c", 4), 9)), "ok");
  const StoredAttempt stored = store.load_attempt(child).value();
  EXPECT_EQ(stored.attempt.header, header);
  EXPECT_THAT(stored.attempt.actions, ElementsAre(kept[0], kept[1], kept[2], pick("c", 4)));
  EXPECT_THAT(store.load_attempt(header.parent)->attempt.actions, IsEmpty());
}

TEST(Attempts, ReferOnlyToWhatIsKept) {
  const TemporaryFolder folder;
  Store store = open_store(folder.file("records.db"));
  const auto good = keep_header(store);
  auto header = good;
  header.person = 99;
  EXPECT_EQ(code_of(store.create_attempt(header)), "records.no_person");
  header = good;
  header.parent = 99;
  EXPECT_EQ(code_of(store.create_attempt(header)), "records.no_attempt");
  for (auto hash : {&engine::AttemptHeader::scenario_hash, &engine::AttemptHeader::rubric_hash,
                    &engine::AttemptHeader::affect_hash}) {
    header = good;
    header.*hash = std::string(64, '0');
    EXPECT_EQ(code_of(store.create_attempt(header)), "records.no_content");
  }
  EXPECT_THAT(*store.attempts(), IsEmpty());
}

TEST(Attempts, GoOnOnlyFromTheirLastAction) {
  const TemporaryFolder folder;
  Store store = open_store(folder.file("records.db"));
  Store other_window = open_store(folder.file("records.db"));
  const std::int64_t attempt = store.create_attempt(keep_header(store)).value();
  ASSERT_EQ(code_of(store.append(attempt, 0, pick("a"), 1)), "ok");
  ASSERT_EQ(code_of(other_window.append(attempt, 1, pick("b"), 2)), "ok");
  EXPECT_EQ(code_of(store.append(attempt, 1, pick("c"), 3)), "records.moved_on");
  EXPECT_EQ(code_of(store.append(attempt, 3, pick("c"), 3)), "records.moved_on");
  EXPECT_EQ(code_of(store.append(attempt + 1, 0, pick("c"), 3)), "records.no_attempt");
  EXPECT_THAT(store.load_attempt(attempt)->attempt.actions, ElementsAre(pick("a"), pick("b")));
}

TEST(Attempts, AreNotChangedOnceFinished) {
  const TemporaryFolder folder;
  Store store = open_store(folder.file("records.db"));
  const std::int64_t attempt = store.create_attempt(keep_header(store)).value();
  ASSERT_EQ(code_of(store.finish(attempt, result_of(80, 1))), "ok");
  EXPECT_EQ(code_of(store.append(attempt, 0, pick("a"), 1)), "records.finished");
  EXPECT_EQ(code_of(store.finish(attempt, result_of(100, 1))), "records.finished");
  EXPECT_EQ(store.load_attempt(attempt)->result, result_of(80, 1));
  EXPECT_EQ(code_of(store.finish(attempt + 1, result_of(1, 1))), "records.no_attempt");
  EXPECT_EQ(code_of(store.load_attempt(attempt + 1)), "records.no_attempt");
}

TEST(Attempts, MayEndWithoutAScore) {
  const TemporaryFolder folder;
  Store store = open_store(folder.file("records.db"));
  const std::int64_t attempt = store.create_attempt(keep_header(store)).value();
  AttemptResult result = result_of(1, 1);
  result.score.reset();
  result.dimensions = {};
  ASSERT_EQ(code_of(store.finish(attempt, result)), "ok");
  EXPECT_EQ(store.load_attempt(attempt)->result, result);
}

TEST(Attempts, TakeNoScoreThatIsNone) {
  const TemporaryFolder folder;
  Store store = open_store(folder.file("records.db"));
  const std::int64_t attempt = store.create_attempt(keep_header(store)).value();
  EXPECT_EQ(code_of(store.finish(attempt, result_of(101, 1))), "records.failed");
  EXPECT_EQ(code_of(store.finish(attempt, result_of(-1, 1))), "records.failed");
  EXPECT_EQ(code_of(store.finish(attempt, result_of(1, 0))), "records.failed");
  AttemptResult half = result_of(1, 1);
  half.dimensions[3] = scoring::Score{301, 3};
  EXPECT_EQ(code_of(store.finish(attempt, half)), "records.failed");
  EXPECT_EQ(store.load_attempt(attempt)->result, std::nullopt) << "half of a result was kept";
}

std::vector<std::int64_t> ids_of(const base::Result<std::vector<AttemptSummary>>& summaries) {
  std::vector<std::int64_t> ids;
  for (const AttemptSummary& summary : *summaries)
    ids.push_back(summary.id);
  return ids;
}

TEST(AttemptList, IsFilteredAndStartsWithTheLastPlayed) {
  const TemporaryFolder folder;
  Store store = open_store(folder.file("records.db"));
  auto clerk = keep_header(store, "cold-clerk");
  auto threat = keep_header(store, "the-threat");
  threat.person = store.add_person("Anna", 1).value();
  const std::int64_t a = store.create_attempt(clerk).value();
  const std::int64_t b = store.create_attempt(clerk).value();
  const std::int64_t c = store.create_attempt(threat).value();
  const std::int64_t later = clerk.started_utc_ms + 1000;
  ASSERT_EQ(code_of(store.append(a, 0, pick("x"), later)), "ok");
  ASSERT_EQ(code_of(store.finish(b, result_of(70, 1))), "ok");

  EXPECT_THAT(ids_of(store.attempts()), ElementsAre(a, c, b));
  EXPECT_THAT(ids_of(store.attempts({.person = clerk.person})), ElementsAre(a, b));
  EXPECT_THAT(ids_of(store.attempts({.scenario = "the-threat"})), ElementsAre(c));
  EXPECT_THAT(ids_of(store.attempts({.finished = true})), ElementsAre(b));
  EXPECT_THAT(ids_of(store.attempts({.finished = false})), ElementsAre(a, c));
  EXPECT_THAT(ids_of(store.attempts({.limit = 1})), ElementsAre(a));
  EXPECT_THAT(ids_of(store.attempts({.person = clerk.person, .finished = false})), ElementsAre(a));
  EXPECT_THAT(ids_of(store.attempts({.scenario = "' OR 1 = 1 --"})), IsEmpty());
}

TEST(AttemptList, TellsHeaderResultAndHowFarItWent) {
  const TemporaryFolder folder;
  Store store = open_store(folder.file("records.db"));
  const auto header = keep_header(store);
  const std::int64_t attempt = store.create_attempt(header).value();
  for (int kind = 0; kind <= static_cast<int>(ActionKind::kLanguage); ++kind) {
    ASSERT_EQ(code_of(store.append(attempt, kind, {static_cast<ActionKind>(kind), "", "", 0}, 7)),
              "ok");
  }
  ASSERT_EQ(code_of(store.finish(attempt, result_of(250, 3))), "ok");
  const AttemptSummary summary = store.attempts()->front();
  EXPECT_EQ(summary.header, header);
  EXPECT_EQ(summary.played_utc_ms, 7);
  EXPECT_EQ(summary.actions, 10);
  EXPECT_EQ(summary.turns, 6) << "looking things up and writing things down are no turns";
  EXPECT_EQ(summary.result, result_of(250, 3));
}

TEST(Standings, TellTheBestPassedScoreOfEachScenario) {
  const TemporaryFolder folder;
  Store store = open_store(folder.file("records.db"));
  const auto clerk = keep_header(store, "cold-clerk");
  const auto papers = keep_header(store, "papers-again");
  auto other = clerk;
  other.person = store.add_person("Anna", 1).value();
  const auto finish = [&](const engine::AttemptHeader& header, const AttemptResult& result) {
    ASSERT_EQ(code_of(store.finish(store.create_attempt(header).value(), result)), "ok");
  };
  finish(clerk, result_of(200, 3));    // 66 2/3
  finish(clerk, result_of(1333, 20));  // 66.65
  finish(clerk, result_of(90, 1, false));
  finish(papers, result_of(95, 1, false));
  finish(other, result_of(100, 1));
  ASSERT_TRUE(store.create_attempt(papers).has_value());

  EXPECT_THAT(*store.standings(clerk.person),
              ElementsAre(Standing{"cold-clerk", 3, scoring::Score{200, 3}},
                          Standing{"papers-again", 1, std::nullopt}));
  EXPECT_EQ(store.people()->front().finished, 4);
  EXPECT_THAT(*store.standings(99), IsEmpty());
}

}  // namespace
}  // namespace aplomb::records
