#include "ui/fixtures.h"

#include <array>
#include <utility>

namespace aplomb::fixtures {

namespace {

using base::Language;
using scenario::Age, scenario::Beard, scenario::Channel, scenario::Clothing,
    scenario::ComplaintType, scenario::CustomerKind, scenario::Emotion, scenario::EndingKind,
    scenario::Face, scenario::FaceShape, scenario::Founded, scenario::Glasses, scenario::Hair,
    scenario::HairColor, scenario::Industry, scenario::kStageCount, scenario::RecordField,
    scenario::Stage;

// Picks the text of the language.
class Say {
 public:
  explicit Say(Language language) : language_(language) {}
  std::string operator()(std::string_view zh, std::string_view en) const {
    return std::string(language_ == Language::kZh ? zh : en);
  }

 private:
  Language language_;
};

constexpr Face kLi = {
    FaceShape::kOval, 2, Hair::kBob, HairColor::kBlack, Glasses::kNone, Beard::kNone, Age::kMiddle,
    Clothing::kPlum};
constexpr Face kZhou = {
    FaceShape::kRound, 2,         Hair::kBun,      HairColor::kGrey, Glasses::kRound,
    Beard::kNone,      Age::kOld, Clothing::kOchre};
constexpr Face kMa = {FaceShape::kLong, 2,
                      Hair::kSidePart,  HairColor::kBlack,
                      Glasses::kSquare, Beard::kNone,
                      Age::kMiddle,     Clothing::kNavy};
constexpr Face kHe = {
    FaceShape::kHeart, 1,           Hair::kLong,    HairColor::kBrown, Glasses::kNone,
    Beard::kNone,      Age::kYoung, Clothing::kTeal};
constexpr Face kTang = {
    FaceShape::kRound, 3,         Hair::kBald,    HairColor::kGrey, Glasses::kNone,
    Beard::kMoustache, Age::kOld, Clothing::kSand};
constexpr Face kSong = {FaceShape::kSquare, 3,
                        Hair::kCrew,        HairColor::kBlack,
                        Glasses::kNone,     Beard::kStubble,
                        Age::kMiddle,       Clothing::kGrey};

app::MomentView moment(int days_ago, int hour, int minute) {
  return {2026, 11, 22 - days_ago, hour, minute, days_ago};
}

app::ScenarioCardView cold_clerk(Language language) {
  const Say say(language);
  app::ScenarioCardView card;
  card.id = "cold-clerk";
  card.title = say("冷面柜员", "The cold clerk");
  card.teaser = say("排了四十分钟的队，单子被推了出来，一句解释也没有。",
                    "Forty minutes in the queue, and the form comes back without a word.");
  card.industry = Industry::kBank;
  card.channel = Channel::kCounter;
  card.kind = CustomerKind::kAngry;
  card.type = ComplaintType::kService;
  card.difficulty = 2;
  card.face = kLi;
  card.emotion = Emotion::kAngry;
  card.best = 71;
  card.attempts = 3;
  return card;
}

app::ScenarioCardView papers_again(Language language) {
  const Say say(language);
  app::ScenarioCardView card;
  card.id = "papers-again";
  card.title = say("又要材料", "Papers again");
  card.teaser = say("第三次带着材料来，说不清到底哪里不对，只觉得没人管。",
                    "She has brought papers three times and cannot say what is wrong.");
  card.industry = Industry::kBankCredit;
  card.channel = Channel::kCounter;
  card.kind = CustomerKind::kVague;
  card.type = ComplaintType::kService;
  card.difficulty = 3;
  card.face = kZhou;
  card.emotion = Emotion::kUneasy;
  card.unfinished = app::UnfinishedView{7, card.title, app::Mode::kRehearse, 6, moment(1, 17, 40)};
  return card;
}

app::ScenarioCardView the_threat(Language language) {
  const Say say(language);
  app::ScenarioCardView card;
  card.id = "the-threat";
  card.title = say("威胁", "The threat");
  card.teaser = say("开口就要五倍赔偿，不然就找监管、发到网上。",
                    "He wants five times the price, or the regulator hears of it.");
  card.industry = Industry::kRetail;
  card.channel = Channel::kPhone;
  card.kind = CustomerKind::kMalicious;
  card.type = ComplaintType::kUnreasonable;
  card.difficulty = 5;
  card.face = kMa;
  card.emotion = Emotion::kScheming;
  return card;
}

app::ScenarioCardView other_card(std::string id, std::string title, std::string teaser,
                                 const Face& face, Emotion emotion) {
  app::ScenarioCardView card;
  card.id = std::move(id);
  card.title = std::move(title);
  card.teaser = std::move(teaser);
  card.face = face;
  card.emotion = emotion;
  return card;
}

std::vector<app::StageView> stages(Stage now) {
  std::vector<app::StageView> all;
  for (int i = 0; i < kStageCount; ++i) {
    const auto stage = static_cast<Stage>(i);
    auto progress = app::StageView::Progress::kAhead;
    if (stage == now) progress = app::StageView::Progress::kNow;
    if (stage < now) progress = app::StageView::Progress::kDone;
    all.push_back({stage, progress});
  }
  return all;
}

app::EvidenceView mark(std::string_view text, std::string_view words, app::Dimension dimension,
                       bool negative = false) {
  const std::size_t begin = text.find(words);
  return {begin, begin + words.size(), dimension, negative};
}

app::BehaviourView shown(std::string label, app::Dimension dimension, int level) {
  return {std::move(label), dimension, level, false, false};
}

app::UtteranceView customer_line(std::string text) {
  app::UtteranceView line;
  line.speaker = app::UtteranceView::Speaker::kCustomer;
  line.text = std::move(text);
  return line;
}

std::vector<app::RecordFieldView> record(const Say& say) {
  using Kind = app::RecordFieldKind;
  return {
      {RecordField::kWho, Kind::kLine, say("李女士", "Ms Li"), {}},
      {RecordField::kWhen, Kind::kLine, say("今天上午", "this morning"), {}},
      {RecordField::kAbout, Kind::kLine, say("3 号柜台柜员", "the clerk at counter 3"), {}},
      {RecordField::kFacts,
       Kind::kParagraph,
       say("排队 40 分钟；单据被推回，只说“自己看”",
           "40 minutes in the queue; the form was pushed back, "
           "“see for yourself”"),
       {}},
      {RecordField::kDemand,
       Kind::kLine,
       say("知道错在哪里；要一句像样的解释", "to know what is wrong"),
       {}},
      {RecordField::kFounded, Kind::kFounded, "", Founded::kFounded},
      {RecordField::kDepartment, Kind::kLine, "", {}},
      {RecordField::kCause, Kind::kLine, "", {}},
      {RecordField::kRemedy, Kind::kParagraph, "", {}},
      {RecordField::kApproval, Kind::kLine, "", {}},
      {RecordField::kFollowUp, Kind::kLine, "", {}},
  };
}

}  // namespace

app::View view_of(Language language, app::ScreenView screen) {
  app::View view;
  view.settings.language = language;
  view.people = {{1, language == Language::kZh ? "陈薇" : "Chen Wei", 5}, {2, "Alex", 0}};
  view.person = 1;
  view.screen = std::move(screen);
  return view;
}

app::LibraryView library(Language language) {
  const Say say(language);
  app::LibraryView view;
  view.cards = {cold_clerk(language), papers_again(language), the_threat(language)};
  app::ScenarioCardView leaked =
      other_card("leaked-number", say("泄露的号码", "Leaked number"),
                 say("半夜总有陌生人打来，一小时前她发了帖。",
                     "Strangers ring her at night. She posted it an hour ago."),
                 kHe, Emotion::kHurt);
  leaked.channel = Channel::kSocial;
  leaked.industry = Industry::kPublicService;
  leaked.type = ComplaintType::kPrivacy;
  leaked.difficulty = 4;
  view.cards.push_back(leaked);
  app::ScenarioCardView tea =
      other_card("tea-bags", say("茶包", "Tea bags"),
                 say("盖子三个月没合上过。", "The lid has not closed for three months."), kTang,
                 Emotion::kCold);
  tea.industry = Industry::kHotel;
  tea.kind = CustomerKind::kVague;
  tea.type = ComplaintType::kProduct;
  tea.best = 58;
  view.cards.push_back(tea);
  app::ScenarioCardView claim =
      other_card("the-claim", say("理赔", "The claim"),
                 say("理赔被拒，记者在线上。", "A refused claim, and a reporter on the line."),
                 kSong, Emotion::kFurious);
  claim.industry = Industry::kInsurance;
  claim.channel = Channel::kPhone;
  claim.difficulty = 5;
  view.cards.push_back(claim);
  view.suggestion = app::SuggestionView{app::SuggestionView::Reason::kUnfinished, 1};
  view.unfinished = {*view.cards[1].unfinished};
  view.recent = {{5, view.cards[0].title, 71, true, moment(0, 14, 20)},
                 {4, view.cards[2].title, 38, false, moment(1, 9, 5)},
                 {3, view.cards[4].title, 58, true, moment(6, 16, 31)}};
  return view;
}

app::LibraryView empty_library() { return {}; }

app::BriefingView briefing(Language language) {
  const Say say(language);
  app::BriefingView view;
  view.card = cold_clerk(language);
  view.customer = say("李女士", "Ms Li");
  view.background =
      say("四十岁上下，附近小学的会计，常来这家网点。平时和气，最受不了别人不把话说清楚。",
          "About forty, keeps the books at the primary school nearby, a regular at this branch. "
          "Good-natured as a rule; what she cannot stand is not being told.");
  view.brief = {
      say("上午十一点，网点里坐满了人。李女士在 3 号柜台办汇款，柜员没有抬头，把单子推了出来，说“填错了，重填”。她问错在哪儿，得到一句“自己看”。",
          "Eleven in the morning, the branch is full. Ms Li wanted to send money at counter 3. The "
          "clerk pushed the form back without looking up: “Filled in wrong. Do it again.” She asked "
          "what was wrong and was told to see for herself."),
      say("她现在站在大堂，声音很大，别的客户都在看。",
          "Now she stands in the hall and is loud, and the other customers are watching.")};
  view.role = say("您是网点的客户服务员。", "You look after customers in this branch.");
  view.authority = say("可以道歉、帮忙办理、送一份小礼品（50 元以内）；减免手续费要主管批。",
                       "You may apologise, help with the form and give a small present (up to 50 "
                       "yuan). Waiving a fee needs your manager.");
  view.objectives = {
      say("先让她把话说完，再谈办法", "Let her finish before you talk about a way out"),
      say("说出她的感受和原因，不只说“理解”", "Name what she feels and why, beyond “I understand”"),
      say("先问她希望怎么处理", "Ask what she wants before you propose anything")};
  view.taught = {say("看着对方说话，不盯着屏幕", "Look at the person, not at the screen"),
                 say("坐下来，身子略向前", "Sit down and lean in a little")};
  view.documents = {{say("3 号柜台排队记录", "Queue log of counter 3"), 2},
                    {say("汇款单样例", "Specimen of the transfer form"), 1},
                    {say("服务补救授权表", "What you may offer"), 2}};
  return view;
}

app::ConversationView conversation(Language language) {
  const Say say(language);
  using app::Dimension;
  app::ConversationView view;
  const app::ScenarioCardView card = cold_clerk(language);
  view.attempt = 9;
  view.title = card.title;
  view.industry = card.industry;
  view.channel = card.channel;
  view.turn = 4;
  view.seconds = 192;
  view.stages = stages(Stage::kSettle);
  view.customer = say("李女士", "Ms Li");
  view.face = card.face;
  view.emotion = Emotion::kAngry;
  view.meters = {{say("火气", "Heat"), app::MeterView::Sense::kHeat, 60, -15},
                 {say("信任", "Trust"), app::MeterView::Sense::kGood, 35, 5},
                 {say("问题清楚了多少", "How clear it is"), app::MeterView::Sense::kGood, 20, 0},
                 {say("耐心", "Patience"), app::MeterView::Sense::kGood, 55, -5}};
  view.coach = say("她还没说完。火气降到 50 以下之前，补偿方案听不进去。",
                   "She has not finished. Above a heat of 50 she will not hear of a remedy.");

  view.transcript.push_back(customer_line(say(
      "我排了四十分钟，轮到我，你们那个柜员头都不抬，把单子往外一推就说“填错了，重填”。我问哪里错，她说“自己看”。这就是你们的服务？",
      "I queue for forty minutes, and when it’s my turn your clerk doesn’t even look up. Pushes "
      "the form back: “Filled in wrong. Do it again.” I ask what’s wrong and she says “see for "
      "yourself”. You call that service?")));
  app::UtteranceView mine;
  mine.speaker = app::UtteranceView::Speaker::kTrainee;
  mine.text = say(
      "李女士，等了四十分钟，还被人把单子推回来，换谁都会觉得不被尊重。您先坐，您慢慢说，我记着。",
      "Ms Li, forty minutes, and then the form is pushed back at you: anyone would feel "
      "treated like a nuisance. Please sit down, take your time, I’m writing it down.");
  mine.evidence = {
      mark(mine.text,
           say("等了四十分钟，还被人把单子推回来",
               "forty minutes, and then the form is pushed back at you"),
           Dimension::kListening),
      mark(mine.text, say("觉得不被尊重", "feel treated like a nuisance"), Dimension::kEmpathy),
      mark(mine.text, say("您慢慢说，我记着", "take your time, I’m writing it down"),
           Dimension::kDeescalation)};
  mine.behaviours = {
      shown(say("复述事实或诉求", "Restated what was said"), Dimension::kListening, 2),
      shown(say("说出感受及其原因", "Named the feeling and its cause"), Dimension::kEmpathy, 2),
      shown(say("让对方宣泄", "Let them vent"), Dimension::kDeescalation, 2)};
  view.transcript.push_back(mine);
  view.transcript.push_back(customer_line(say(
      "……我不是不讲理的人。我就想知道，到底错在哪儿？为什么就不能好好说一句？我下午还要去接孩子。",
      "…I’m not being difficult. I just want to know which box is wrong. Why can’t somebody just "
      "tell me? And I have to fetch my son this afternoon.")));

  view.replies = {
      {say(
          "您放心，那位同事的问题我们一定会严肃处理，查清楚之后一定尽快给您一个满意的答复。",
          "Rest assured, we take this very seriously. We’ll look into my colleague’s conduct and get "
          "back to you as soon as possible.")},
      {say("您想知道的是单子哪里错、为什么没人好好解释，而且下午要接孩子，时间紧，是这样吗？",
           "So you want to know which box is wrong and why nobody told you, and you’re pressed for "
           "time because of your son. Is that right?")},
      {say("那天人确实多，同事可能也是太忙了，您多理解一下。",
           "It really is busy today, and my colleague has a lot on. I hope you understand.")},
      {say("给您造成不便非常抱歉，我们送您一份小礼品，您看可以吗？",
           "We’re very sorry for the inconvenience. May we offer you a small present?")}};
  view.acts = {{app::ActView::Kind::kListen, ""},
               {app::ActView::Kind::kPause, say("倒一杯温水", "Hand her a glass of water")},
               {app::ActView::Kind::kManager, ""}};
  view.record = record(say);
  view.documents = {
      {"queue_log", say("3 号柜台排队记录", "Queue log of counter 3"), 2, true, true,
       say("10:14 取号 A047；10:55 叫号；10:57 单据退回，未注明原因。柜员一人值两个窗口。",
           "10:14 number A047 taken; 10:55 called; 10:57 form returned, no reason noted. One clerk at "
           "two counters.")},
      {"specimen", say("汇款单样例", "Specimen of the transfer form"), 1, true, false, ""},
      {"authority", say("服务补救授权表", "What you may offer"), 2, false, false, ""}};
  view.notes = say("要的是解释，不是礼品。下午接孩子。",
                   "Wants an explanation, no present. Fetches her son.");
  return view;
}

app::ConversationView speaking(Language language) {
  app::ConversationView view = conversation(language);
  app::UtteranceView& last = view.transcript.back();
  last.revealed =
      language == Language::kZh ? last.text.find("到底错在哪儿") : last.text.find("which box");
  view.speaking = true;
  view.can_interrupt = true;
  view.replies.clear();
  view.acts.clear();
  return view;
}

app::ConversationView ended(Language language) {
  const Say say(language);
  app::ConversationView view = conversation(language);
  view.stages = stages(Stage::kFollowUp);
  view.emotion = Emotion::kRelieved;
  view.meters[0].value = 20;
  view.meters[1].value = 75;
  app::UtteranceView act;
  act.speaker = app::UtteranceView::Speaker::kAct;
  act.text = say("您倒了一杯温水递过去。", "You hand her a glass of water.");
  view.transcript.push_back(act);
  app::UtteranceView manager =
      customer_line(say("李女士，我是主管王志。手续费我来减免。",
                        "Ms Li, I’m Wang Zhi, the manager. I’ll waive the fee."));
  manager.speaker = app::UtteranceView::Speaker::kManager;
  manager.name = say("主管王志", "Wang Zhi, manager");
  view.transcript.push_back(manager);
  app::UtteranceView later;
  later.speaker = app::UtteranceView::Speaker::kBreak;
  later.text = say("4 天以后", "4 days later");
  view.transcript.push_back(later);
  view.transcript.push_back(
      customer_line(say("原来第 7 栏要填网点号。谢谢您还记得打来。",
                        "So box 7 wants the branch number. Thank you for remembering to call.")));
  view.replies.clear();
  view.acts.clear();
  view.ended = true;
  return view;
}

app::ScoreSheetView score_sheet(Language language) {
  const Say say(language);
  using app::Dimension;
  app::ScoreSheetView view;
  view.attempt = 9;
  view.card = cold_clerk(language);
  view.card.emotion = Emotion::kRelieved;
  view.customer = say("李女士", "Ms Li");
  view.when = moment(0, 14, 20);
  view.minutes = 14;
  view.score = 71;
  view.dimensions = {{Dimension::kListening, 78},    {Dimension::kEmpathy, 64},
                     {Dimension::kDeescalation, 58}, {Dimension::kClarity, 71},
                     {Dimension::kSolution, 66},     {Dimension::kComposure, std::nullopt}};
  view.ending = {EndingKind::kResolved, say("误会解开了", "It is cleared up"),
                 say("李女士当场办完了汇款，走之前说了声谢谢。",
                     "Ms Li sent her money on the spot and said thank you as "
                     "she left."),
                 54};
  view.start_heat = 75;
  view.start_trust = 25;

  app::TurnView first;
  first.turn = 1;
  first.heard = say("我排了四十分钟，轮到我，你们那个柜员头都不抬……",
                    "I queue for forty minutes, and when it’s my turn your clerk "
                    "doesn’t even look up…");
  first.text =
      say("李女士，等了四十分钟，还被人把单子推回来，换谁都会觉得不被尊重。",
          "Ms Li, forty minutes, and then the form is pushed back at you: anyone would feel "
          "treated like a nuisance.");
  first.evidence = {
      mark(first.text,
           say("等了四十分钟，还被人把单子推回来",
               "forty minutes, and then the form is pushed back at you"),
           Dimension::kListening),
      mark(first.text, say("觉得不被尊重", "feel treated like a nuisance"), Dimension::kEmpathy)};
  first.shown = {
      {shown(say("复述事实或诉求", "Restated what was said"), Dimension::kListening, 2),
       say("等了四十分钟，还被人把单子推回来",
           "forty minutes, and then the form is pushed back at you"),
       say("我排了四十分钟", "I queue for forty minutes"), 1},
      {shown(say("说出感受及其原因", "Named the feeling and its cause"), Dimension::kEmpathy, 2),
       say("觉得不被尊重", "feel treated like a nuisance"), say("头都不抬", "doesn’t even look up"),
       1}};
  first.earned = 8;
  first.best = 8;
  first.heat = 60;
  first.trust = 35;

  app::TurnView second;
  second.turn = 2;
  second.stage = Stage::kSettle;
  second.heard = say("我就想知道，到底错在哪儿？", "I just want to know which box is wrong.");
  second.text = say("您先冷静一下，我去看看系统。",
                    "Please calm down for a moment, I’ll look in the system.");
  second.evidence = {
      mark(second.text, say("您先冷静一下", "Please calm down"), Dimension::kDeescalation, true)};
  app::BehaviourView calm = {say("叫对方“冷静”", "Said “calm down”"), Dimension::kDeescalation, 0,
                             true, true};
  second.shown = {{calm, say("您先冷静一下", "Please calm down"), "", 0}};
  second.missed = {{shown(say("说清下一步", "Named the next step"), Dimension::kClarity, 3),
                    say("我现在就去核对，两分钟回来告诉您哪一栏要改。",
                        "I’ll check it now and be back in two minutes to show you the box.")}};
  second.earned = 0;
  second.best = 7;
  second.largest_loss = true;
  second.heat = 75;
  second.trust = 30;

  app::TurnView third;
  third.turn = 3;
  third.stage = Stage::kClarify;
  third.heard =
      say("我冷静？排了四十分钟的是谁？", "Calm? Who was it that queued for forty minutes?");
  third.text = say("倒一杯温水递过去", "You hand her a glass of water");
  third.act = true;
  third.shown = {{shown(say("巧妙地缓一缓", "Paused skilfully"), Dimension::kDeescalation, 2), "",
                  say("我冷静？", "Calm?"), 3}};
  third.earned = 4;
  third.best = 6;
  third.heat = 55;
  third.trust = 45;

  view.turns = {first, second, third};
  const std::array<std::pair<int, int>, 9> rest = {
      {{45, 50}, {50, 45}, {40, 55}, {35, 60}, {35, 60}, {30, 65}, {25, 70}, {20, 75}, {20, 75}}};
  for (const auto& [heat, trust] : rest) {
    app::TurnView turn = third;
    turn.turn = static_cast<int>(view.turns.size()) + 1;
    turn.act = false;
    turn.text = say("第 7 栏要填网点号，我已经帮您填好了，您核对一下。",
                    "Box 7 wants the branch number. I’ve filled it in; please check it.");
    turn.shown = {{shown(say("说得具体", "Was concrete"), Dimension::kClarity, 2),
                   say("第 7 栏要填网点号", "Box 7 wants the branch number"),
                   say("第 7 栏：网点号", "Box 7: branch number"), 0}};
    turn.evidence = {mark(turn.text, turn.shown[0].words, Dimension::kClarity)};
    turn.heat = heat;
    turn.trust = trust;
    view.turns.push_back(turn);
  }
  using Result = app::RecordResultView::Result;
  view.record = {
      {RecordField::kWho, Result::kRight, say("李女士", "Ms Li"), say("李女士", "Ms Li")},
      {RecordField::kFacts, Result::kPartly, say("排队久", "long queue"),
       say("排队四十分钟，单据被推回且不解释",
           "forty minutes in the queue; the form was pushed back unexplained")},
      {RecordField::kDepartment, Result::kWrong, say("信贷部", "credit"),
       say("运营部", "operations")},
      {RecordField::kFollowUp, Result::kEmpty, "", say("4 天内", "within 4 days")},
      {RecordField::kFounded, Result::kRight, "", ""}};
  view.customer_share = 71;
  view.interruptions = 1;
  return view;
}

app::ScoreSheetView failed_score_sheet(Language language) {
  const Say say(language);
  app::ScoreSheetView view = score_sheet(language);
  view.card.emotion = Emotion::kFurious;
  view.score = 38;
  view.critical = {
      {2, say("泄露了别的客户的信息", "Another customer’s data was given away"),
       say("无论得多少分，泄露他人信息都不能通过：那位客户并不在场，也没有同意。",
           "Whatever the points, this cannot pass: that customer was not there and did not "
           "agree."),
       say("前面那位王先生也是这样", "Mr Wang before you had the same")}};
  view.ending = {
      EndingKind::kLost, say("她走了", "She left"),
      say("李女士把号码纸揉成一团，出了门。", "Ms Li crumpled her ticket and walked out."), 19};
  return view;
}

app::TroubleView trouble(Language language) {
  const Say say(language);
  return {say("记录文件是更新版本的程序写的，这个版本读不了。",
              "The record was written by a newer version of the program."),
          say("请安装新版本；原来的记录没有动过。",
              "Install the newer version. The record itself was left alone."),
          true};
}

}  // namespace aplomb::fixtures
