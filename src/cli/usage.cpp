#include "cli/usage.h"

#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>

#include "i18n/format.h"

namespace aplomb::cli {
namespace {

using i18n::Key;

constexpr double kLeastSeconds = 0.001;
constexpr double kMostSeconds = 60.0;

std::string joined(const std::vector<std::string>& words, const char* between) {
  std::string all;
  for (const std::string& each : words) {
    if (!all.empty()) all += between;
    all += each;
  }
  return all;
}

std::optional<std::int64_t> whole(const std::string& text) {
  std::int64_t value = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return value;
}

// The option that a message of CLI11 begins with: "--seed: At Most 1 …", "scenario is required".
std::string subject_of(const std::string& message) {
  return message.substr(0, std::min(message.find_first_of(": "), message.size()));
}

}  // namespace

void speak(CLI::App& app, base::Language language) {
  const auto words = [language](Key key) { return std::string(text(key, language)); };
  const auto formatter = std::make_shared<CLI::Formatter>();
  formatter->label("Usage", words(Key::kCliHelpUsage));
  formatter->label("OPTIONS", words(Key::kCliHelpOptions));
  formatter->label("SUBCOMMAND", words(Key::kCliHelpCommand));
  formatter->label("Positionals", words(Key::kCliHelpPositionals));
  // The usage line shows it, and columns are padded by bytes: these stay Latin or nothing.
  formatter->label("REQUIRED", "");
  formatter->label("INT", "N");
  formatter->label("UINT", "N");
  app.formatter(formatter);
  app.option_defaults()->group(words(Key::kCliHelpOptions));
}

CLI::Validator one_of(const std::vector<std::string>& words, base::Language language) {
  return CLI::Validator(
      [all = words, language](const std::string& given) {
        if (std::find(all.begin(), all.end(), given) != all.end()) return std::string();
        const char* between = language == base::Language::kZh ? "、" : ", ";
        return i18n::format(Key::kCliNotOneOf, language, given, joined(all, between));
      },
      "{" + joined(words, ",") + "}");
}

CLI::Validator whole_number(std::int64_t least, std::int64_t most, base::Language language) {
  return CLI::Validator(
      [least, most, language](const std::string& given) {
        const std::optional<std::int64_t> value = whole(given);
        if (value && *value >= least && *value <= most) return std::string();
        return i18n::format(Key::kCliNotInRange, language, given, least, most);
      },
      std::to_string(least) + "–" + std::to_string(most));
}

CLI::Validator seconds(base::Language language) {
  return CLI::Validator(
      [language](const std::string& given) {
        double value = 0.0;
        const char* end = given.data() + given.size();
        const auto read = std::from_chars(given.data(), end, value);
        const bool good = read.ec == std::errc() && read.ptr == end;
        if (good && value >= kLeastSeconds && value <= kMostSeconds) return std::string();
        return i18n::format(Key::kCliNotSeconds, language, given);
      },
      "0.001–60");
}

CLI::Validator attempt_number(base::Language language) {
  return CLI::Validator(
      [language](const std::string& given) {
        const std::optional<std::int64_t> value = whole(given);
        if (value && *value >= 1) return std::string();
        return i18n::format(Key::kCliNotAnAttempt, language, given);
      },
      "");
}

std::string wrong_usage(const CLI::App& app, const CLI::ParseError& error,
                        base::Language language) {
  std::string message = error.what();
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    return i18n::format(Key::kCliUnexpected, language, joined(app.remaining(true), " "));
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    return i18n::format(Key::kCliMissing, language, subject_of(message));
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    const bool too_many = message.find("At Most") != std::string::npos;
    return too_many ? i18n::format(Key::kCliTwice, language, subject_of(message))
                    : i18n::format(Key::kCliNoValue, language, subject_of(message));
  }
  if (dynamic_cast<const CLI::ConversionError*>(&error) != nullptr) {
    // "Could not convert: --seed = abc"
    return i18n::format(Key::kCliNotConverted, language,
                        message.substr(std::min(message.find(": ") + 2, message.size())));
  }
  if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr) return message;
  return i18n::format(Key::kCliUsage, language, message);
}

}  // namespace aplomb::cli
