#include "bench/measure.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>

#include "analysis/explore.h"
#include "analysis/simulate.h"
#include "bench/walk.h"
#include "scenario/load.h"

namespace aplomb::bench {
namespace {

constexpr int kThreads = 2;
constexpr std::uint64_t kSimulatedPlays = 1'000'000;
constexpr std::size_t kSnapshots = 256;

std::int64_t signed_count(std::uint64_t count) { return static_cast<std::int64_t>(count); }

// Keeps the best of each figure's rounds.
class BestOfRounds : public benchmark::BenchmarkReporter {
 public:
  explicit BestOfRounds(std::vector<Measured>& measured) : measured_(measured) {}

  // NOLINTBEGIN(readability-identifier-naming): the library's own names
  bool ReportContext(const Context&) override { return true; }

  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.run_type == Run::RT_Iteration && !run.error_occurred) note(run);
    }
  }
  // NOLINTEND(readability-identifier-naming)

 private:
  void note(const Run& run) {
    const std::string& name = run.run_name.function_name;
    const std::size_t slash = name.find('/');
    Measured now{name.substr(0, slash), {}, 0};
    if (slash != std::string::npos) now.subject = name.substr(slash + 1);
    const Unit unit = find_figure(now.figure)->unit;
    now.value = value_of(run, unit);
    const auto known = std::find_if(measured_.begin(), measured_.end(), [&](const Measured& each) {
      return each.figure == now.figure && each.subject == now.subject;
    });
    if (known == measured_.end()) {
      measured_.push_back(std::move(now));
    } else {
      known->value = is_rate(unit) ? std::max(known->value, now.value)
                                   : std::min(known->value, now.value);
    }
  }

  static double value_of(const Run& run, Unit unit) {
    const bool clock = run.run_name.time_type == "real_time";
    const double spent = clock ? run.real_accumulated_time : run.cpu_accumulated_time;
    const double each = spent / static_cast<double>(run.iterations);
    switch (unit) {
      case Unit::kMillionsPerSecond: return run.counters.at("items_per_second").value / 1e6;
      case Unit::kNanoseconds: return each * 1e9;
      case Unit::kMilliseconds: return each * 1e3;
      default: return each;
    }
  }

  std::vector<Measured>& measured_;
};

class Measurements {
 public:
  Measurements(const std::vector<std::string>& asked, const Material& material,
               const Options& options)
      : asked_(asked), material_(material), options_(options) {}

  std::vector<Measured> run() {
    add_walks();
    add_loading();
    add_exploration();
    add_simulation();
    add_reading();
    std::array<std::string, 2> arguments{"aplomb", "--benchmark_enable_random_interleaving=true"};
    std::array<char*, 2> pointers{arguments[0].data(), arguments[1].data()};
    int count = static_cast<int>(pointers.size());
    benchmark::Initialize(&count, pointers.data());
    std::vector<Measured> measured;
    BestOfRounds reporter(measured);
    benchmark::RunSpecifiedBenchmarks(&reporter, "all");
    benchmark::ClearRegisteredBenchmarks();
    return measured;
  }

 private:
  // Whether a figure was asked for, or one that is measured against it.
  [[nodiscard]] bool wanted(std::string_view id) const {
    return std::any_of(asked_.begin(), asked_.end(), [&](const std::string& each) {
      const Figure* figure = find_figure(each);
      return each == id || (figure != nullptr && figure->base == id);
    });
  }

  template <typename Function>
  benchmark::internal::Benchmark* add(const std::string& name, Function function) {
    return benchmark::RegisterBenchmark(name.c_str(), function)
        ->MinTime(options_.min_seconds)
        ->Repetitions(options_.rounds);
  }

  [[nodiscard]] std::shared_ptr<const EngineStory> engine_story(Behaviours behaviours) const {
    scenario::Loaded loaded = scenario::load("", scenario_text(story(), behaviours));
    return std::make_shared<EngineStory>(std::move(loaded.program), *material_.affect,
                                         material_.rubric);
  }

  [[nodiscard]] const ReferenceStory& story() const {
    if (!story_) story_ = reference_story();
    return *story_;
  }

  // An iteration is a whole play; the steps are what is counted.
  template <typename Play>
  void add_walk(const std::string& name, Play play) {
    add(name, [play](benchmark::State& state) {
      QuickRandom random;
      std::uint64_t steps = 0;
      for ([[maybe_unused]] auto each : state) {
        const Played played = play(random);
        steps += played.steps;
        benchmark::DoNotOptimize(played.text_bytes);
      }
      state.SetItemsProcessed(signed_count(steps));
    });
  }

  void add_walks() {
    if (wanted("flat_loop")) {
      const auto flat = std::make_shared<FlatStory>(story());
      add_walk("flat_loop", [flat](QuickRandom& random) { return flat->play(random); });
    }
    if (wanted("steps") || wanted("state_copy")) {
      const auto plain = engine_story(Behaviours::kNone);
      if (wanted("steps")) {
        add_walk("steps", [plain](QuickRandom& random) { return plain->play(random); });
      }
      if (wanted("state_copy")) add_state_copy(plain->start());
    }
    if (wanted("scored_steps")) {
      const auto shown = engine_story(Behaviours::kShown);
      add_walk("scored_steps", [shown](QuickRandom& random) {
        const EngineStory::ScoredPlay play = shown->scored_play(random);
        benchmark::DoNotOptimize(play.score);
        return play.played;
      });
    }
  }

  void add_state_copy(const engine::State& state_now) {
    add("state_copy", [state_now](benchmark::State& state) {
      std::vector<engine::State> snapshots(kSnapshots);
      std::size_t next = 0;
      for ([[maybe_unused]] auto each : state) {
        snapshots[next % kSnapshots] = state_now;
        benchmark::ClobberMemory();
        ++next;
      }
    });
  }

  // What is loaded is given back outside the time: a program that has loaded a story keeps it.
  template <typename Load>
  void add_load(const std::string& name, Load load) {
    const auto text = std::make_shared<std::string>(scenario_text(story(), Behaviours::kNone));
    add(name, [text, load](benchmark::State& state) {
      for ([[maybe_unused]] auto each : state) {
        std::optional kept(load(*text));
        benchmark::DoNotOptimize(kept);
        state.PauseTiming();
        kept.reset();
        state.ResumeTiming();
      }
    });
  }

  void add_loading() {
    if (wanted("json_parse")) {
      add_load("json_parse", [](const std::string& text) { return nlohmann::json::parse(text); });
    }
    if (wanted("load")) {
      add_load("load", [](const std::string& text) { return scenario::load("", text); });
    }
  }

  void add_exploration() {
    for (const ShippedScenario& shipped : material_.shipped) {
      if (wanted("transitions")) {
        add("transitions/" + shipped.id, [shipped](benchmark::State& state) {
          std::uint64_t moves = 0;
          for ([[maybe_unused]] auto each : state) {
            moves += analysis::explore(*shipped.valuation, {1}).moves;
          }
          state.SetItemsProcessed(signed_count(moves));
        });
      }
      if (wanted("explore")) {
        add("explore/" + shipped.id, [shipped](benchmark::State& state) {
          for ([[maybe_unused]] auto each : state) {
            benchmark::DoNotOptimize(
                analysis::explore(*shipped.valuation, {kThreads}).moves);
          }
        })->UseRealTime();
      }
    }
  }

  // Of the shipped scenarios, the one with the most replies.
  void add_simulation() {
    const auto& shipped = material_.shipped;
    if (!wanted("simulate") || shipped.empty()) return;
    const auto replies = [](const ShippedScenario& each) {
      return each.valuation->machine().program->choices.size();
    };
    const auto largest = std::max_element(
        shipped.begin(), shipped.end(), [&](const ShippedScenario& a, const ShippedScenario& b) {
          return replies(a) < replies(b);
        });
    add("simulate/" + largest->id, [largest](benchmark::State& state) {
      const scoring::Valuation& valuation = *largest->valuation;
      const analysis::Bot bot(valuation, analysis::Policy::kRandom, base::Language::kEn);
      analysis::SimulateOptions options;
      options.runs = kSimulatedPlays;
      options.threads = kThreads;
      for ([[maybe_unused]] auto each : state) {
        benchmark::DoNotOptimize(analysis::simulate(valuation, bot, options).plays);
      }
    })->UseRealTime();
  }

  // One authored reply after the other, as if it had been typed at its node.
  void add_reading() {
    if (!wanted("reading")) return;
    for (const base::Language language : base::kLanguages) {
      add("reading/" + std::string(base::language_id(language)),
          [this, language](benchmark::State& state) { read_replies(state, language); });
    }
  }

  void read_replies(benchmark::State& state, base::Language language) const {
    struct Typed {
      std::string_view reply;
      language::Context context;
    };
    std::vector<language::CaseBook> books;
    books.reserve(material_.shipped.size());
    std::vector<Typed> all;
    for (const ShippedScenario& shipped : material_.shipped) {
      const scenario::Scenario& story = *shipped.valuation->machine().program->scenario;
      books.push_back(material_.reader->prepare(story));
      for (const scenario::Node& node : story.nodes) {
        for (const scenario::Choice& choice : node.choices) {
          if (choice.kind != scenario::ChoiceKind::kReply) continue;
          language::Context context;
          context.book = &books.back();
          context.stage = node.stage;
          context.provoking = node.provoking;
          context.technical = node.technical;
          all.push_back({choice.text.in(language), context});
        }
      }
    }
    if (all.empty()) return state.SkipWithError("no replies");
    std::size_t next = 0;
    for ([[maybe_unused]] auto each : state) {
      const Typed& typed = all[next++ % all.size()];
      benchmark::DoNotOptimize(material_.reader->read(typed.reply, typed.context).behaviours.size());
    }
  }

  const std::vector<std::string>& asked_;
  const Material& material_;
  const Options& options_;
  mutable std::optional<ReferenceStory> story_;
};

}  // namespace

std::vector<Measured> measure(const std::vector<std::string>& asked, const Material& material,
                              const Options& options) {
  return Measurements(asked, material, options).run();
}

}  // namespace aplomb::bench
