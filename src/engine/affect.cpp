#include "engine/affect.h"

#include <algorithm>

#include "scenario/expression.h"
#include "scenario/reader.h"

namespace aplomb::engine {
namespace {

using scenario::Document;
using scenario::Reader;
using scenario::words;

using At = Document::Index;

constexpr int kMaxWears = 6;
constexpr int kMaxChange = 50;
constexpr int kMaxVersion = 1'000'000;
constexpr int kMaxDenominator = 20;

std::uint64_t bit(Behaviour behaviour) { return std::uint64_t{1} << static_cast<int>(behaviour); }

// The names that the model's own conditions may use.
scenario::Names names(int vent_need) {
  scenario::Names result;
  for (const std::string_view id : scenario::ids<scenario::Meter>()) {
    scenario::NamedSlot slot;
    slot.slot = static_cast<scenario::Index>(*scenario::from_id<scenario::Meter>(id));
    slot.type = scenario::VariableType::kInt;
    slot.meter = true;
    result.slots.emplace(std::string(id), slot);
  }
  const auto none = [](std::string_view) { return std::optional<scenario::Index>(); };
  result.knows = none;
  result.visits = none;
  result.used = none;
  result.read = none;
  result.shown = [](Behaviour) {};
  result.typed = true;
  result.vent_need = vent_need;
  return result;
}

class AffectReader {
 public:
  AffectReader(const Document& document, std::vector<scenario::Diagnostic>& problems)
      : document_(document), in_(document, problems) {}

  AffectModel read() {
    static constexpr auto kKeys =
        words("format", "id", "version", "wears", "hears", "behaviours", "negatives",
              "temperaments", "kinds", "rules", "shown_heat", "emotions");
    AffectModel model;
    if (document_.empty()) return model;
    const At root = document_.root();
    if (!in_.object(root, kKeys) || !in_.format(root, "aplomb/affect", 1)) return model;
    model.id = in_.id(in_.need(root, "id"));
    model.version = in_.integer(in_.need(root, "version"), 1, kMaxVersion);
    const At wears = in_.need(root, "wears");
    model.wears = read_behaviour_set(wears);
    if (__builtin_popcountll(model.wears) > kMaxWears) {
      in_.report("S0213", wears,
                 {{"what", "wears"},
                  {"count", std::to_string(__builtin_popcountll(model.wears))},
                  {"limit", std::to_string(kMaxWears)}});
    }
    model.hears = read_behaviour_set(in_.need(root, "hears"));
    read_table(root, model.common);
    read_personas(in_.need(root, "temperaments"), model);
    read_kinds(in_.need(root, "kinds"), model);
    read_rules(in_.need(root, "rules"), model);
    read_shown_heat(in_.need(root, "shown_heat"), model);
    read_emotions(in_.need(root, "emotions"), model);
    return model;
  }

 private:
  std::uint64_t read_behaviour_set(At value) {
    std::uint64_t set = 0;
    if (value == Document::kNone || !in_.array(value)) return set;
    in_.each(value, [&](At at) { set |= bit(in_.word<Behaviour>(at)); });
    return set;
  }

  int read_step(At value) {
    const int change = in_.integer(value, -kMaxChange, kMaxChange);
    if (change % 5 != 0) in_.report("S0508", value, {{"value", std::to_string(change)}});
    return change;
  }

  void read_table(At owner, AffectTable& table) {
    const At behaviours = in_.find(owner, "behaviours");
    if (behaviours != Document::kNone && in_.map(behaviours)) {
      in_.each(behaviours, [&](At at) {
        Behaviour behaviour{};
        if (in_.key_word(at, behaviour)) {
          read_levels(at, table.behaviours[static_cast<std::size_t>(behaviour)]);
        }
      });
    }
    const At negatives = in_.find(owner, "negatives");
    if (negatives != Document::kNone && in_.map(negatives)) {
      in_.each(negatives, [&](At at) {
        Negative negative{};
        if (in_.key_word(at, negative)) {
          table.negatives[static_cast<std::size_t>(negative)] = read_change(at);
        }
      });
    }
  }

  void read_levels(At value, LevelChanges& levels) {
    if (!in_.object(value, scenario::ids<scenario::Meter>())) return;
    in_.each(value, [&](At at) {
      const auto meter = scenario::from_id<scenario::Meter>(document_.at(at).key);
      if (!meter || !in_.array(at)) return;
      if (document_.at(at).count != levels.size()) {
        in_.report("S0205", at,
                   {{"value", std::to_string(document_.at(at).count)}, {"min", "3"}, {"max", "3"}});
        return;
      }
      std::size_t level = 0;
      in_.each(at, [&](At change) {
        levels[level++][static_cast<std::size_t>(*meter)] =
            static_cast<std::int8_t>(read_step(change));
      });
    });
  }

  MeterChange read_change(At value) {
    MeterChange change{};
    if (!in_.object(value, scenario::ids<scenario::Meter>())) return change;
    in_.each(value, [&](At at) {
      const auto meter = scenario::from_id<scenario::Meter>(document_.at(at).key);
      if (meter) change[static_cast<std::size_t>(*meter)] = static_cast<std::int8_t>(read_step(at));
    });
    return change;
  }

  void read_personas(At value, AffectModel& model) {
    static constexpr auto kKeys = words("behaviours", "negatives");
    if (!in_.object(value, scenario::ids<scenario::Temperament>())) return;
    in_.each(value, [&](At at) {
      scenario::Temperament temperament{};
      if (in_.key_word(at, temperament) && in_.object(at, kKeys)) {
        read_table(at, model.temperaments[static_cast<std::size_t>(temperament)]);
      }
    });
  }

  void read_kinds(At value, AffectModel& model) {
    static constexpr auto kKeys = words("behaviours", "negatives", "clarity_only");
    if (!in_.object(value, scenario::ids<scenario::CustomerKind>())) return;
    in_.each(value, [&](At at) {
      scenario::CustomerKind kind{};
      if (!in_.key_word(at, kind) || !in_.object(at, kKeys)) return;
      const auto index = static_cast<std::size_t>(kind);
      read_table(at, model.kinds[index]);
      model.clarity_only[index] = read_behaviour_set(in_.find(at, "clarity_only"));
    });
  }

  void read_rules(At value, AffectModel& model) {
    static constexpr auto kKeys = words("id", "behaviours", "when", "change");
    if (!in_.array(value)) return;
    in_.each(value, [&](At at) {
      if (!in_.object(at, kKeys)) return;
      AffectRule rule;
      rule.id = in_.id(in_.need(at, "id"));
      rule.behaviours = read_behaviour_set(in_.need(at, "behaviours"));
      rule.when = read_condition(in_.need(at, "when"));
      const At change = in_.need(at, "change");
      if (change != Document::kNone) rule.change = read_change(change);
      model.rules.push_back(std::move(rule));
    });
  }

  std::string read_condition(At value) {
    std::string text(in_.text(value));
    if (text.empty()) return text;
    std::vector<scenario::Instruction> code;
    const auto compiled = scenario::compile_condition(text, names(0), code);
    if (const auto* problem = std::get_if<scenario::ExpressionProblem>(&compiled)) {
      in_.report(problem->code, value, problem->values, problem->offset);
    }
    return text;
  }

  void read_shown_heat(At value, AffectModel& model) {
    static constexpr auto kKeys = words("numerator", "denominator");
    if (!in_.object(value, scenario::ids<scenario::Temperament>())) return;
    for (const std::string_view id : scenario::ids<scenario::Temperament>()) {
      const At at = in_.need(value, id);
      if (at == Document::kNone || !in_.object(at, kKeys)) continue;
      ShownHeat& shown =
          model.shown_heat[static_cast<std::size_t>(*scenario::from_id<scenario::Temperament>(id))];
      shown.denominator = in_.integer(in_.need(at, "denominator"), 1, kMaxDenominator);
      shown.numerator = in_.integer(in_.need(at, "numerator"), 0, shown.denominator);
    }
  }

  template <typename Enum>
  std::uint8_t read_mask(At value) {
    unsigned mask = 0;
    if (value == Document::kNone || !in_.array(value)) return 0;
    in_.each(value, [&](At at) { mask |= 1U << static_cast<unsigned>(in_.word<Enum>(at)); });
    return static_cast<std::uint8_t>(mask);
  }

  void read_emotions(At value, AffectModel& model) {
    static constexpr auto kKeys = words("emotion", "when", "kinds", "temperaments");
    if (!in_.array(value)) return;
    in_.each(value, [&](At at) {
      if (!in_.object(at, kKeys)) return;
      EmotionRule rule;
      rule.emotion = in_.word<Emotion>(in_.need(at, "emotion"));
      rule.when = read_condition(in_.need(at, "when"));
      rule.kinds = read_mask<scenario::CustomerKind>(in_.find(at, "kinds"));
      rule.temperaments = read_mask<scenario::Temperament>(in_.find(at, "temperaments"));
      model.emotions.push_back(std::move(rule));
    });
  }

  const Document& document_;
  Reader in_;
};

void add(MeterChange& to, const MeterChange& change) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] = static_cast<std::int8_t>(to[i] + change[i]);
}

void add(Affect& to, const AffectTable& table) {
  for (std::size_t b = 0; b < table.behaviours.size(); ++b) {
    for (std::size_t level = 0; level < table.behaviours[b].size(); ++level) {
      add(to.behaviours[b][level], table.behaviours[b][level]);
    }
  }
  for (std::size_t n = 0; n < table.negatives.size(); ++n) add(to.negatives[n], table.negatives[n]);
}

scenario::Condition compiled(const std::string& when, const scenario::Names& known,
                             std::vector<scenario::Instruction>& code) {
  const auto result = scenario::compile_condition(when, known, code);
  const auto* condition = std::get_if<scenario::Condition>(&result);
  return condition != nullptr ? *condition : scenario::Condition{};
}

// What a kind's clarity depends on, and no pressure where the fifth meter is the scenario's own.
void restrict_meters(Affect& affect, std::uint64_t clarity_only, bool has_pressure) {
  constexpr auto kClarity = static_cast<std::size_t>(scenario::Meter::kClarity);
  constexpr auto kPressure = static_cast<std::size_t>(scenario::Meter::kPressure);
  for (std::size_t b = 0; b < affect.behaviours.size(); ++b) {
    for (MeterChange& change : affect.behaviours[b]) {
      const bool raises = clarity_only == 0 || ((clarity_only >> b) & 1U) != 0;
      if (!raises && change[kClarity] > 0) change[kClarity] = 0;
      if (!has_pressure) change[kPressure] = 0;
    }
  }
  if (has_pressure) return;
  for (MeterChange& change : affect.negatives) change[kPressure] = 0;
  for (Affect::Rule& rule : affect.rules) rule.change[kPressure] = 0;
}

}  // namespace

LoadedAffect load_affect(std::string file, std::string text) {
  LoadedAffect loaded;
  const Document document(std::move(file), std::move(text), loaded.diagnostics);
  auto model = std::make_shared<AffectModel>(AffectReader(document, loaded.diagnostics).read());
  if (!scenario::has_error(loaded.diagnostics)) loaded.model = std::move(model);
  return loaded;
}

Affect affect_for(const AffectModel& model, const scenario::Program& program) {
  const scenario::Customer& customer = program.scenario->customer;
  const auto kind = static_cast<std::size_t>(customer.kind);
  const auto temperament = static_cast<std::size_t>(customer.temperament);
  Affect affect;
  affect.wears = model.wears;
  affect.hears = model.hears;
  affect.behaviours = model.common.behaviours;
  affect.negatives = model.common.negatives;
  add(affect, model.temperaments[temperament]);
  add(affect, model.kinds[kind]);
  affect.shown_heat = model.shown_heat[temperament];
  const scenario::Names known = names(program.vent_need);
  for (const AffectRule& rule : model.rules) {
    affect.rules.push_back({rule.behaviours, compiled(rule.when, known, affect.code), rule.change});
    affect.ruled |= rule.behaviours;
  }
  for (const EmotionRule& rule : model.emotions) {
    const bool kind_fits = rule.kinds == 0 || ((rule.kinds >> kind) & 1U) != 0;
    const bool temperament_fits =
        rule.temperaments == 0 || ((rule.temperaments >> temperament) & 1U) != 0;
    if (!kind_fits || !temperament_fits) continue;
    affect.feelings.push_back({compiled(rule.when, known, affect.code), rule.emotion});
  }
  const bool has_pressure =
      customer.meters.size() > static_cast<std::size_t>(scenario::Meter::kPressure) &&
      customer.meters.back().id == scenario::id_of(scenario::Meter::kPressure);
  restrict_meters(affect, model.clarity_only[kind], has_pressure);
  return affect;
}

}  // namespace aplomb::engine
