#include "app/score_sheet_view.h"

#include <algorithm>

#include "i18n/catalogue.h"

namespace aplomb::app {
namespace {

BehaviourView behaviour_view(scenario::Behaviour behaviour, int level,
                             const scoring::Rubric& rubric, base::Language language) {
  BehaviourView view;
  view.label = i18n::name("behaviour", scenario::id_of(behaviour), language);
  view.dimension = rubric.dimension[static_cast<std::size_t>(behaviour)];
  view.level = level;
  return view;
}

BehaviourView negative_view(scenario::Negative negative, const scoring::Rubric& rubric,
                            base::Language language) {
  BehaviourView view;
  view.label = i18n::name("negative", scenario::id_of(negative), language);
  view.dimension = rubric.negative_dimension[static_cast<std::size_t>(negative)];
  view.negative = true;
  view.caps = rubric.is_cap(negative);
  return view;
}

std::string cited(const std::string& text, const std::optional<scoring::Span>& words) {
  return words ? text.substr(words->begin, words->end - words->begin) : std::string();
}

// One sentence that says what it is about, for a card.
std::string first_sentence(const std::string& text) {
  static constexpr std::array<std::string_view, 5> kEnds{"。", "？", "！", ". ", "? "};
  std::size_t end = text.size();
  for (const std::string_view mark : kEnds) {
    const std::size_t at = text.find(mark);
    if (at != std::string::npos) end = std::min(end, at + mark.size());
  }
  std::string sentence = text.substr(0, end);
  while (!sentence.empty() && sentence.back() == ' ') sentence.pop_back();
  return sentence;
}

TurnView turn_view(const scoring::TurnSheet& sheet, const engine::Turn& played,
                   const Playing& playing, base::Language language) {
  const scoring::Rubric& rubric = playing.story().valuation->rubric();
  TurnView view;
  view.turn = sheet.turn;
  view.stage = sheet.stage;
  view.heard = sheet.heard;
  view.text = sheet.text;
  view.act = sheet.kind != scenario::ChoiceKind::kReply;
  view.evidence = evidence_of(sheet, *playing.story().valuation);
  for (const scoring::ShownBehaviour& shown : sheet.shown) {
    ShownView row;
    row.behaviour = behaviour_view(shown.behaviour, shown.level, rubric, language);
    row.words = cited(sheet.text, shown.words);
    if (!shown.answers.empty()) {
      row.answers = shown.answers.front().quote;
      row.answers_turn = std::max(0, shown.answers.front().turn);
    }
    view.shown.push_back(std::move(row));
  }
  for (const scoring::ShownNegative& shown : sheet.negatives) {
    ShownView row;
    row.behaviour = negative_view(shown.negative, rubric, language);
    row.words = cited(sheet.text, shown.words);
    view.shown.push_back(std::move(row));
  }
  for (const scoring::Missed& missed : sheet.missed) {
    const std::string& reply = missed.words.empty() ? sheet.best_text : missed.words;
    view.missed.push_back(
        {behaviour_view(missed.behaviour, missed.level, rubric, language), reply});
  }
  view.earned = sheet.earned.total;
  view.best = sheet.best.total;
  view.heat = played.after.meter(scenario::Meter::kHeat);
  view.trust = played.after.meter(scenario::Meter::kTrust);
  return view;
}

void mark_largest_loss(std::vector<TurnView>& turns) {
  auto worst = turns.end();
  for (auto turn = turns.begin(); turn != turns.end(); ++turn) {
    const int lost = turn->best - turn->earned;
    if (lost > 0 && (worst == turns.end() || lost > worst->best - worst->earned)) worst = turn;
  }
  if (worst != turns.end()) worst->largest_loss = true;
}

std::vector<CriticalView> critical_views(const scoring::ScoreSheet& sheet,
                                         const scenario::Scenario& scenario,
                                         base::Language language) {
  std::vector<CriticalView> all;
  for (const scoring::TurnSheet& turn : sheet.turns) {
    for (std::size_t i = 0; i < scenario.critical.size(); ++i) {
      if (((turn.critical >> i) & 1U) == 0) continue;
      all.push_back({turn.turn, scenario.critical[i].title.in(language),
                     scenario.critical[i].text.in(language), turn.text});
    }
  }
  return all;
}

std::vector<RecordResultView> record_views(const scoring::ScoreSheet& sheet,
                                           base::Language language) {
  std::vector<RecordResultView> all;
  for (const scoring::RecordSheet& field : sheet.record) {
    RecordResultView view;
    view.field = field.field;
    view.result = static_cast<RecordResultView::Result>(field.result);
    view.written = field.written;
    view.answer = field.answer.in(language);
    if (field.field == RecordField::kFounded) {
      view.answer = i18n::name("founded", field.answer.in(language), language);
      if (!field.written.empty()) {
        view.written = i18n::name("founded", field.written, language);
      }
    }
    all.push_back(std::move(view));
  }
  return all;
}

}  // namespace

std::vector<EvidenceView> evidence_of(const scoring::TurnSheet& turn,
                                      const scoring::Valuation& valuation) {
  const scoring::Rubric& rubric = valuation.rubric();
  std::vector<EvidenceView> wanted;
  for (const scoring::ShownNegative& shown : turn.negatives) {
    if (!shown.words) continue;
    wanted.push_back({shown.words->begin, shown.words->end,
                      rubric.negative_dimension[static_cast<std::size_t>(shown.negative)], true});
  }
  for (const scoring::ShownBehaviour& shown : turn.shown) {
    if (!shown.words || shown.level == 0) continue;
    wanted.push_back({shown.words->begin, shown.words->end,
                      rubric.dimension[static_cast<std::size_t>(shown.behaviour)], false});
  }
  std::vector<EvidenceView> kept;
  for (const EvidenceView& each : wanted) {
    const bool overlaps = std::any_of(kept.begin(), kept.end(), [&](const EvidenceView& other) {
      return each.begin < other.end && other.begin < each.end;
    });
    if (!overlaps) kept.push_back(each);
  }
  std::sort(kept.begin(), kept.end(),
            [](const EvidenceView& a, const EvidenceView& b) { return a.begin < b.begin; });
  return kept;
}

std::vector<BehaviourView> behaviours_of(const scoring::TurnSheet& turn,
                                         const scoring::Valuation& valuation,
                                         base::Language language) {
  std::vector<BehaviourView> all;
  for (const scoring::ShownBehaviour& shown : turn.shown) {
    if (shown.level == 0) continue;
    all.push_back(behaviour_view(shown.behaviour, shown.level, valuation.rubric(), language));
  }
  for (const scoring::ShownNegative& shown : turn.negatives) {
    all.push_back(negative_view(shown.negative, valuation.rubric(), language));
  }
  return all;
}

ScenarioCardView card_of(const Story& story, base::Language language) {
  const scenario::Scenario& scenario = *story.scenario;
  ScenarioCardView card;
  card.id = scenario.id;
  card.title = scenario.title.in(language);
  card.teaser = scenario.teaser.in(language).empty()
                    ? first_sentence(scenario.brief.in(language))
                    : scenario.teaser.in(language);
  card.industry = scenario.complaint.industry;
  card.channel = scenario.complaint.channel;
  card.kind = scenario.customer.kind;
  card.type = scenario.complaint.type;
  card.difficulty = scenario.complaint.difficulty;
  card.face = scenario.customer.face;
  engine::Silent silent;
  card.emotion = engine::shown_emotion(*story.machine, engine::begin(*story.machine, silent));
  return card;
}

ScoreSheetView score_sheet_view(const Playing& playing, base::Language language,
                                const LocalTime& local_time) {
  const scoring::ScoreSheet sheet = playing.sheet();
  const scenario::Scenario& scenario = *playing.story().scenario;
  const engine::Transcript& transcript = playing.transcript();
  ScoreSheetView view;
  view.attempt = playing.id();
  view.card = card_of(playing.story(), language);
  view.customer = scenario.customer.address.in(language);
  view.mode = static_cast<Mode>(playing.attempt().header.mode);
  view.when = local_time(playing.attempt().header.started_utc_ms);
  if (!playing.attempt().actions.empty()) {
    view.minutes = static_cast<int>((playing.attempt().actions.back().at_ms + 59'999) / 60'000);
  }
  view.score = sheet.score ? sheet.score->rounded() : 0;
  for (std::size_t i = 0; i < sheet.dimensions.size(); ++i) {
    DimensionScoreView row;
    row.dimension = static_cast<Dimension>(i);
    if (sheet.dimensions[i].score) row.score = sheet.dimensions[i].score->rounded();
    view.dimensions.push_back(row);
  }
  view.critical = critical_views(sheet, scenario, language);
  if (sheet.ending) {
    const scenario::Ending& ending = scenario.endings[*sheet.ending];
    view.ending = {ending.kind, ending.title.in(language), ending.text.in(language), ending.keeps};
  }
  view.start_heat = transcript.start.meter(scenario::Meter::kHeat);
  view.start_trust = transcript.start.meter(scenario::Meter::kTrust);
  for (std::size_t i = 0; i < sheet.turns.size(); ++i) {
    view.turns.push_back(turn_view(sheet.turns[i], transcript.turns[i], playing, language));
  }
  mark_largest_loss(view.turns);
  view.record = record_views(sheet, language);
  view.customer_share = sheet.customer_share;
  view.interruptions = sheet.interruptions;
  return view;
}

}  // namespace aplomb::app
