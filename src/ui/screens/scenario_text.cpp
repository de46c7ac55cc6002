#include "ui/screens/scenario_text.h"

#include <fmt/format.h>

#include "i18n/format.h"

namespace aplomb::ui {

using i18n::Key;

std::string joined(std::string_view first, std::string_view second, base::Language language) {
  return i18n::format(Key::kWindowJoined, language, first, second);
}

std::string where_of(scenario::Industry industry, scenario::Channel channel,
                     base::Language language) {
  return joined(i18n::name("industry", scenario::id_of(industry), language),
                i18n::name("channel", scenario::id_of(channel), language), language);
}

std::string_view mode_name(app::Mode mode, base::Language language) {
  switch (mode) {
    case app::Mode::kPractice:
      return i18n::text(Key::kModePractice, language);
    case app::Mode::kRehearse:
      return i18n::text(Key::kModeRehearse, language);
    case app::Mode::kExam:
      return i18n::text(Key::kModeExam, language);
  }
  return {};
}

std::string moment_text(const app::MomentView& moment, base::Language language) {
  const std::string clock = fmt::format("{:02}:{:02}", moment.hour, moment.minute);
  if (moment.days_ago == 0) return i18n::format(Key::kMomentToday, language, clock);
  if (moment.days_ago == 1) return i18n::format(Key::kMomentYesterday, language, clock);
  // Within about a year the day alone is clear.
  constexpr int kClearDays = 300;
  if (moment.days_ago < kClearDays) {
    return i18n::format(Key::kMomentDay, language, moment.month, moment.day);
  }
  return i18n::format(Key::kMomentDate, language, moment.year, moment.month, moment.day);
}

std::string unfinished_text(const app::UnfinishedView& unfinished, base::Language language) {
  return joined(moment_text(unfinished.last_played, language), mode_name(unfinished.mode, language),
                language);
}

std::string behaviour_text(const app::BehaviourView& behaviour, base::Language language) {
  if (behaviour.negative) return behaviour.label;
  return i18n::format(Key::kWindowBehaviourLevel, language, behaviour.label, behaviour.level);
}

namespace {

// A score, or a dash where it was not called for.
std::string figure(const std::optional<int>& score) {
  return score ? std::to_string(*score) : std::string("–");
}

}  // namespace

std::string kinds_text(const app::KindsView& kinds, base::Language language) {
  if (kinds.typed_turns == 0) return {};
  return i18n::format(Key::kWindowKinds, language, figure(kinds.picked), figure(kinds.typed),
                      kinds.typed_turns);
}

std::string kinds_text(const app::DimensionScoreView& score, base::Language language) {
  return i18n::format(Key::kWindowKindsOfDimension, language, figure(score.picked),
                      figure(score.typed));
}

std::string quoted(std::string_view words, base::Language language) {
  return i18n::format(Key::kWindowQuoted, language, words);
}

}  // namespace aplomb::ui
