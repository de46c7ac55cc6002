#include "cli/run.h"

#include "base/version.h"
#include "cli/commands.h"
#include "cli/usage.h"
#include "i18n/format.h"

namespace aplomb::cli {
namespace {

using i18n::Key;

// --lang decides the language of help and errors too, so it is looked for before parsing.
base::Language asked_language(const std::vector<std::string>& arguments, base::Language usual) {
  for (std::size_t i = 0; i + 1 < arguments.size(); ++i) {
    if (arguments[i] == "--lang") return base::language_from_id(arguments[i + 1]).value_or(usual);
  }
  for (const std::string& argument : arguments) {
    if (argument.starts_with("--lang=")) {
      return base::language_from_id(argument.substr(7)).value_or(usual);
    }
  }
  return usual;
}

// The commands and their options, bound to the values that they fill.
class CommandLine {
 public:
  explicit CommandLine(Context context)
      : context_(std::move(context)), app_(words(Key::kCliAbout), "aplomb") {
    speak(app_, context_.language);
    app_.set_help_flag("-h,--help", words(Key::kCliHelpOption));
    app_.set_version_flag("--version", std::string(base::program_version()),
                          words(Key::kCliVersionOption));
    app_.require_subcommand(0, 1);
    app_.fallthrough();
    app_.add_option("--data", context_.data, words(Key::kCliDataOption));
    app_.add_option("--lang", language_, words(Key::kCliLangOption))
        ->check(one_of({"zh", "en"}, context_.language));
    app_.add_option("--format", format_, words(Key::kCliFormatOption))
        ->check(one_of({"text", "json"}, context_.language));
    app_.add_option("--open", window_.scenario)->group("");
    app_.add_option("--attempt", window_.attempt)->group("");
    app_.add_flag("--dark", window_.dark)->group("");
    app_.add_option("--text-size", window_.text_percent)->group("");
    app_.add_option("--width", window_.width)->group("");
    app_.add_option("--height", window_.height)->group("");
    app_.add_option("--screenshot", window_.screenshot)->group("");
    app_.add_flag("--measure", window_.measure)->group("");
    add_play();
    add_files();
    add_analysis();
    add_simulate();
    add_score();
    add_attempts();
    add_bench();
  }

  Outcome run(std::vector<std::string> arguments) {
    std::reverse(arguments.begin(), arguments.end());
    try {
      app_.parse(arguments);
    } catch (const CLI::Success&) {
      return help_or_version();
    } catch (const CLI::ParseError& error) {
      context_.err << "aplomb: " << wrong_usage(app_, error, context_.language) << "\n  "
                   << words(Key::kCliUsageMend) << '\n';
      return {kUsage, std::nullopt};
    }
    context_.json = format_ == "json";
    if (!action_) {
      window_.data = context_.data;
      window_.language = base::language_from_id(language_);
      return {kOk, window_};
    }
    return {action_(), std::nullopt};
  }

 private:
  [[nodiscard]] std::string words(Key key) const {
    return std::string(text(key, context_.language));
  }

  Outcome help_or_version() {
    const CLI::App* asked = &app_;
    for (const CLI::App* each : app_.get_subcommands()) asked = each;
    if (app_.get_version_ptr()->count() > 0) {
      context_.out << "aplomb " << base::program_version() << '\n';
    } else {
      context_.out << asked->help();
    }
    return {kOk, std::nullopt};
  }

  CLI::App* command(const char* name, Key about) {
    CLI::App* added = app_.add_subcommand(name, words(about));
    added->group(words(Key::kCliHelpCommands));
    added->set_help_flag("-h,--help", words(Key::kCliHelpOption));
    return added;
  }

  void add_play() {
    CLI::App* play = command("play", Key::kCliPlay);
    play->add_option("scenario", play_.scenario, words(Key::kCliPlayScenario));
    play->add_option("--mode", mode_, words(Key::kCliPlayMode))
        ->check(one_of({"practice", "rehearse", "exam"}, context_.language));
    play->add_option("--seed", play_.seed, words(Key::kCliPlaySeed));
    play->add_option("--inputs", play_.inputs, words(Key::kCliPlayInputs));
    play->add_flag("--keep", play_.keep, words(Key::kCliPlayKeep));
    play->add_option("--cards", cards_, words(Key::kCliPlayCards))
        ->check(one_of({"on", "off"}, context_.language));
    play->add_option("--person", play_.person, words(Key::kCliPlayPerson));
    play->add_option("--resume", play_.resume, words(Key::kCliPlayResume))
        ->check(attempt_number(context_.language));
    play->callback([this, play] {
      if (play_.scenario.empty() && play_.resume == 0) {
        throw CLI::RequiredError(play->get_option("scenario")->get_name());
      }
      play_.language = base::language_from_id(language_);
      play_.mode = engine::mode_from_id(mode_);
      play_.hide_cards = cards_ == "off";
      action_ = [this] { return cli::play(context_, play_); };
    });
  }

  void add_files() {
    CLI::App* check = command("check", Key::kCliCheck);
    check->add_option("path", check_.paths, words(Key::kCliCheckPath));
    check->add_option("--explain", explain_, words(Key::kCliCheckExplain));
    check->add_flag("--strict", check_.strict, words(Key::kCliCheckStrict));
    add_explore_options(check, check_.options);
    check->footer(words(Key::kCliCheckFooter));
    check->callback([this, check] {
      if (!explain_.empty()) {
        action_ = [this] { return explain(context_, explain_); };
        return;
      }
      if (check_.paths.empty()) throw CLI::RequiredError(check->get_option("path")->get_name());
      check_.options.max_memory = memory_mib_ << 20;
      action_ = [this] { return cli::check(context_, check_); };
    });
    CLI::App* format = command("format", Key::kCliFormat);
    format->add_option("path", paths_, words(Key::kCliCheckPath))->required();
    format->add_flag("--test", only_say_, words(Key::kCliFormatTest));
    format->callback(
        [this] { action_ = [this] { return cli::format(context_, paths_, only_say_); }; });
  }

  void add_analysis() {
    CLI::App* explore = command("explore", Key::kCliExplore);
    explore->add_option("scenario", explore_.scenarios, words(Key::kCliExploreScenario))
        ->required();
    add_explore_options(explore, explore_.options);
    explore->add_flag("--paths", explore_.paths, words(Key::kCliExplorePaths));
    explore->callback([this] {
      explore_.options.max_memory = memory_mib_ << 20;
      action_ = [this] { return cli::explore(context_, explore_); };
    });
  }

  void add_simulate() {
    CLI::App* simulate = command("simulate", Key::kCliSimulate);
    simulate->add_option("scenario", simulate_.scenarios, words(Key::kCliExploreScenario))
        ->required();
    simulate->add_option("--policy", policy_, words(Key::kCliSimulatePolicy))
        ->check(one_of({analysis::bot_names().begin(), analysis::bot_names().end()},
                       context_.language));
    simulate->add_option("--runs", simulate_.options.runs, words(Key::kCliSimulateRuns))
        ->check(whole_number(1, analysis::kMostRuns, context_.language));
    simulate->add_option("--seed", simulate_.options.seed, words(Key::kCliSimulateSeed));
    CLI::Option* skill =
        simulate->add_option("--skill", simulate_.skill, words(Key::kCliSimulateSkill))
            ->check(whole_number(0, 100, context_.language));
    simulate->add_option("--threads", simulate_.options.threads, words(Key::kCliExploreThreads))
        ->check(whole_number(1, 256, context_.language));
    simulate->callback([this, skill] {
      if (skill->count() > 0 && !policy_.empty()) {
        throw CLI::ValidationError(words(Key::kCliPolicyOrSkill));
      }
      const auto bots = analysis::bots_named(policy_);
      simulate_.bots.assign(bots.begin(), bots.end());
      if (skill->count() > 0) simulate_.bots = {analysis::Policy::kSkilled};
      action_ = [this] { return cli::simulate(context_, simulate_); };
    });
  }

  void add_explore_options(CLI::App* command, analysis::ExploreOptions& options) {
    command->add_option("--max-memory", memory_mib_, words(Key::kCliExploreMemory))
        ->check(whole_number(16, 1 << 20, context_.language));
    command->add_option("--threads", options.threads, words(Key::kCliExploreThreads))
        ->check(whole_number(1, 256, context_.language));
  }

  void add_bench() {
    CLI::App* bench = command("bench", Key::kBenchAbout);
    bench->add_option("--filter", bench_.filter, words(Key::kBenchFilterOption));
    bench->add_option("--min-time", bench_.min_seconds, words(Key::kBenchMinTimeOption))
        ->check(seconds(context_.language));
    bench->add_flag("--memory", bench_.memory)->group("");
    bench->callback([this] { action_ = [this] { return cli::bench(context_, bench_); }; });
  }

  void add_score() {
    CLI::App* score = command("score", Key::kCliScoreAbout);
    auto* scenario = score->add_option("--scenario", score_.scenario, words(Key::kCliPlayScenario));
    auto* node = score->add_option("--node", score_.node, words(Key::kCliScoreNode));
    auto* stream = score->add_flag("--jsonl", score_.stream, words(Key::kCliScoreStream));
    stream->excludes(scenario)->excludes(node);
    score->add_option("text", score_.text, words(Key::kCliScoreText));
    score->callback([this, scenario, node] {
      for (const CLI::Option* each : {scenario, node}) {
        if (!score_.stream && each->count() == 0) throw CLI::RequiredError(each->get_name());
      }
      action_ = [this] { return cli::score(context_, score_); };
    });
  }

  void add_attempts() {
    command("attempts", Key::kCliAttempts)->callback([this] {
      action_ = [this] { return list_attempts(context_); };
    });
    add_attempt("show", Key::kCliAttemptsShow, show_attempt);
    add_attempt("replay", Key::kCliAttemptsReplay, replay_attempt);
  }

  void add_attempt(const char* name, Key about,
                   const std::function<int(const Context&, std::int64_t)>& run) {
    CLI::App* added = command(name, about);
    added->add_option("attempt", attempt_, words(Key::kCliAttemptNumber))
        ->required()
        ->check(attempt_number(context_.language));
    added->callback([this, run] { action_ = [this, run] { return run(context_, attempt_); }; });
  }

  Context context_;
  CLI::App app_;
  std::function<int()> action_;
  WindowRequest window_;
  PlayOptions play_;
  std::string language_;
  std::string format_ = "text";
  std::string mode_;
  std::string cards_ = "on";
  std::vector<std::string> paths_;
  CheckRequest check_;
  std::string explain_;
  ExploreRequest explore_;
  SimulateRequest simulate_;
  std::string policy_;
  BenchRequest bench_;
  ScoreRequest score_;
  std::uint64_t memory_mib_ = 2048;
  std::int64_t attempt_ = 0;
  bool only_say_ = false;
};

}  // namespace

Outcome run(Context context, const std::vector<std::string>& arguments) {
  context.language = asked_language(arguments, context.language);
  return CommandLine(std::move(context)).run(arguments);
}

base::Language language_of_locale(
    const std::function<std::optional<std::string>(const char*)>& environment) {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const auto value = environment(name);
    if (!value || value->empty()) continue;
    return value->starts_with("zh") ? base::Language::kZh : base::Language::kEn;
  }
  return base::Language::kEn;
}

}  // namespace aplomb::cli
