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

BehaviourView behaviour_view(const scoring::ShownBehaviour& shown, const scoring::Rubric& rubric,
                             base::Language language) {
  BehaviourView view = behaviour_view(shown.behaviour, shown.level, rubric, language);
  if (!shown.answers.empty()) view.answers = shown.answers.front().quote;
  return view;
}

BehaviourView negative_view(const scoring::ShownNegative& shown, const scoring::Rubric& rubric,
                            base::Language language) {
  BehaviourView view;
  view.label = i18n::name("negative", scenario::id_of(shown.negative), language);
  view.dimension = rubric.negative_dimension[static_cast<std::size_t>(shown.negative)];
  view.negative = true;
  view.caps = rubric.is_cap(shown.negative);
  if (!shown.answers.empty()) view.answers = shown.answers.front().quote;
  return view;
}

// The words one after the other, with dots where some stand between them.
std::string cited(const std::string& text, const std::vector<scoring::Span>& words) {
  std::string all;
  for (const scoring::Span span : words) {
    all += (all.empty() ? "" : " … ") + text.substr(span.begin, span.end - span.begin);
  }
  return all;
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
  view.typed = sheet.typed;
  view.evidence = evidence_of(sheet, *playing.story().valuation, language);
  for (const scoring::ShownBehaviour& shown : sheet.shown) {
    ShownView row;
    row.behaviour = behaviour_view(shown.behaviour, shown.level, rubric, language);
    row.words = cited(sheet.text, shown.words);
    if (!shown.answers.empty()) {
      row.answers = shown.answers.front().quote;
      row.answers_turn = shown.answers.front().turn;
    }
    view.shown.push_back(std::move(row));
  }
  for (const scoring::ShownNegative& shown : sheet.negatives) {
    ShownView row;
    row.behaviour = negative_view(shown, rubric, language);
    row.words = cited(sheet.text, shown.words);
    if (!shown.answers.empty()) {
      row.answers = shown.answers.front().quote;
      row.answers_turn = shown.answers.front().turn;
    }
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
    for (const scoring::CommittedCritical& each : turn.critical) {
      const auto& named = scenario.critical[static_cast<std::size_t>(each.critical)];
      const std::string words = cited(turn.text, each.words);
      all.push_back({turn.turn, named.title.in(language), named.text.in(language),
                     words.empty() ? turn.text : words});
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
                                      const scoring::Valuation& valuation,
                                      base::Language language) {
  const scoring::Rubric& rubric = valuation.rubric();
  std::vector<EvidenceView> wanted;
  const auto want = [&](const std::vector<scoring::Span>& words, const BehaviourView& reason) {
    for (const scoring::Span span : words) {
      wanted.push_back({span.begin, span.end, reason.dimension, reason.negative, {reason}});
    }
  };
  for (const scoring::ShownNegative& shown : turn.negatives) {
    want(shown.words, negative_view(shown, rubric, language));
  }
  for (const scoring::ShownBehaviour& shown : turn.shown) {
    if (shown.level > 0) want(shown.words, behaviour_view(shown, rubric, language));
  }
  // Cut wherever one of them begins or ends, so that every part knows all that it showed.
  std::vector<std::size_t> cuts;
  for (const EvidenceView& each : wanted) cuts.insert(cuts.end(), {each.begin, each.end});
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  std::vector<EvidenceView> kept;
  std::vector<std::size_t> last;  // which of the wanted cover the part before
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    std::vector<std::size_t> covering;
    for (std::size_t w = 0; w < wanted.size(); ++w) {
      if (wanted[w].begin <= cuts[i] && cuts[i] < wanted[w].end) covering.push_back(w);
    }
    if (!covering.empty() && covering == last) {
      kept.back().end = cuts[i + 1];
    } else if (!covering.empty()) {
      EvidenceView part = wanted[covering.front()];
      part.begin = cuts[i];
      part.end = cuts[i + 1];
      part.reasons.clear();
      for (const std::size_t w : covering) part.reasons.push_back(wanted[w].reasons.front());
      kept.push_back(std::move(part));
    }
    last = std::move(covering);
  }
  return kept;
}

std::vector<BehaviourView> behaviours_of(const scoring::TurnSheet& turn,
                                         const scoring::Valuation& valuation,
                                         base::Language language) {
  std::vector<BehaviourView> all;
  for (const scoring::ShownBehaviour& shown : turn.shown) {
    if (shown.level == 0) continue;
    all.push_back(behaviour_view(shown, valuation.rubric(), language));
  }
  for (const scoring::ShownNegative& shown : turn.negatives) {
    all.push_back(negative_view(shown, valuation.rubric(), language));
  }
  return all;
}

KindsView kinds_of(const std::optional<records::KindResult>& picked,
                   const std::optional<records::KindResult>& typed) {
  KindsView view;
  if (!picked || !typed) return view;
  view.picked_turns = picked->turns;
  view.typed_turns = typed->turns;
  if (picked->score) view.picked = picked->score->rounded();
  if (typed->score) view.typed = typed->score->rounded();
  return view;
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
    if (sheet.picked.dimensions[i]) row.picked = sheet.picked.dimensions[i]->rounded();
    if (sheet.typed.dimensions[i]) row.typed = sheet.typed.dimensions[i]->rounded();
    view.dimensions.push_back(row);
  }
  view.kinds = kinds_of(records::KindResult{sheet.picked.turns, sheet.picked.score},
                        records::KindResult{sheet.typed.turns, sheet.typed.score});
  view.not_followed = static_cast<int>(sheet.not_followed.size());
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
