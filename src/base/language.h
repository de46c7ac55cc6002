#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace aplomb::base {

enum class Language { kZh, kEn };

inline constexpr std::array kLanguages = {Language::kZh, Language::kEn};

// The identifier used in files and on the command line: "zh" or "en".
constexpr std::string_view language_id(Language language) {
  return language == Language::kZh ? "zh" : "en";
}

// The language with that identifier; nullopt for any other text.
constexpr std::optional<Language> language_from_id(std::string_view id) {
  for (Language language : kLanguages) {
    if (language_id(language) == id) return language;
  }
  return std::nullopt;
}

constexpr Language other(Language language) {
  return language == Language::kZh ? Language::kEn : Language::kZh;
}

// A text in both languages. Everything a person reads exists in both.
struct Bilingual {
  std::string zh;
  std::string en;

  const std::string& in(Language language) const { return language == Language::kZh ? zh : en; }
  std::string& in(Language language) { return language == Language::kZh ? zh : en; }

  bool operator==(const Bilingual&) const = default;
};

}  // namespace aplomb::base
