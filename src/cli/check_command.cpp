#include <algorithm>

#include "analysis/check/check.h"
#include "app/content.h"
#include "cli/commands.h"
#include "cli/gather.h"
#include "cli/json_output.h"
#include "cli/progress.h"
#include "i18n/format.h"
#include "scenario/diagnostics/pages.h"
#include "scenario/load.h"

namespace aplomb::cli {
namespace {

using i18n::Key;
using scenario::Diagnostic;
using scenario::Severity;

// What is said of one file.
struct Looked {
  std::vector<Diagnostic> diagnostics;
  std::optional<analysis::Checked> checked;  // none: it did not load

  [[nodiscard]] auto count(Severity severity) const {
    return std::count_if(diagnostics.begin(), diagnostics.end(),
                         [&](const Diagnostic& each) { return each.severity == severity; });
  }
};

class Checking {
 public:
  Checking(const Context& context, const CheckRequest& request, app::Standard standard)
      : context_(context), request_(request), standard_(std::move(standard)) {}

  int run() {
    Gathered gathered = gather(context_, request_.paths);
    int code = gathered.code;
    for (const std::string& file : gathered.files) {
      const Looked looked = look_at(file, code);
      if (!context_.json) print_text(file, looked);
      add(file, looked);
    }
    if (context_.json) {
      print(context_, {{"files", gathered.files},
                       {"diagnostics", to_json(all_, context_.language)},
                       {"explored", explored_}});
    } else if (gathered.files.size() > 1) {
      context_.out << i18n::format(Key::kCliChecked, context_.language, gathered.files.size(),
                                   broken_, errors_, warnings_)
                   << '\n';
    }
    if (code != kOk) return code;
    return errors_ > 0 || stopped_ || (request_.strict && warnings_ > 0) ? kProblems : kOk;
  }

 private:
  Looked look_at(const std::string& file, int& code) {
    Looked looked;
    auto bytes = context_.files.read(file, scenario::kMaxFileSize);
    if (!bytes) {
      looked.diagnostics.push_back(app::unreadable(file, bytes.error()));
      if (bytes.error().code != "file.too_large") code = kInputOutput;
      return looked;
    }
    app::LoadedStory loaded = app::story_from(file, *std::move(bytes), standard_);
    looked.diagnostics = std::move(loaded.diagnostics);
    if (!loaded.story) return looked;
    ProgressLine progress(context_, loaded.story->scenario->id, Key::kCliProgressStates);
    const analysis::Watching watching = progress.watching();
    // The problems of the text have been reported by loading.
    std::vector<Diagnostic> ignored;
    const scenario::Document document(file, loaded.story->bytes, ignored);
    looked.checked =
        analysis::check(*loaded.story->valuation, document, request_.options, watching);
    progress.clear();
    stopped_ = stopped_ || watching.stopped();
    const auto& found = looked.checked->diagnostics;
    looked.diagnostics.insert(looked.diagnostics.end(), found.begin(), found.end());
    return looked;
  }

  void print_text(const std::string& file, const Looked& looked) const {
    for (const Diagnostic& each : looked.diagnostics) {
      context_.out << scenario::render(each, context_.language) << '\n';
    }
    if (looked.count(Severity::kError) + looked.count(Severity::kWarning) > 0) return;
    context_.out << i18n::format(Key::kCliCheckedGood, context_.language, file,
                                 grouped(looked.checked->states))
                 << '\n';
  }

  void add(const std::string& file, const Looked& looked) {
    errors_ += looked.count(Severity::kError);
    warnings_ += looked.count(Severity::kWarning);
    if (looked.count(Severity::kError) > 0) ++broken_;
    all_.insert(all_.end(), looked.diagnostics.begin(), looked.diagnostics.end());
    if (!looked.checked) return;
    explored_.push_back({{"file", file},
                         {"finished", looked.checked->finished},
                         {"states", looked.checked->states}});
  }

  const Context& context_;
  const CheckRequest& request_;
  app::Standard standard_;
  std::vector<Diagnostic> all_;
  Json explored_ = Json::array();
  std::int64_t errors_ = 0;
  std::int64_t warnings_ = 0;
  int broken_ = 0;  // files
  bool stopped_ = false;
};

}  // namespace

int explain(const Context& context, const std::string& code) {
  for (const scenario::DiagnosticPage& page : scenario::diagnostic_pages()) {
    if (page.code != code) continue;
    context.out << page.markdown;
    return kOk;
  }
  context.err << i18n::format(Key::kCliCheckNoCode, context.language, code) << '\n';
  return kUsage;
}

int check(const Context& context, const CheckRequest& request) {
  auto standard = app::load_standard(context.files, context.shared);
  if (!standard) {
    print_error(context, standard.error());
    return exit_code(standard.error());
  }
  return Checking(context, request, *std::move(standard)).run();
}

}  // namespace aplomb::cli
