#include "language/reader.h"

#include <algorithm>

#include "language/content.h"
#include "language/folding.h"
#include "language/judging.h"
#include "language/lexicon.h"
#include "language/tokens.h"

namespace aplomb::language {
namespace {

constexpr std::size_t kEnoughWords = 4;    // to tell English from another language by its words
constexpr std::size_t kKnownPercent = 30;  // of them, at the least

std::size_t count_words(const std::vector<Sentence>& sentences, const Lexicon& english,
                        std::size_t& known) {
  std::size_t words = 0;
  known = 0;
  for (const Sentence& sentence : sentences) {
    for (const Token& token : sentence.tokens) {
      if (token.kind != TokenKind::kWord) continue;
      ++words;
      const std::string text = sentence.plain.substr(token.at, token.to - token.at);
      const bool everyday = token.weight > 0 && token.weight < 4;
      known += static_cast<std::size_t>(everyday || english.known.contains(text));
    }
  }
  return words;
}

std::optional<base::Language> main_language(const std::vector<Sentence>& sentences) {
  std::size_t zh = 0;
  std::size_t en = 0;
  for (const Sentence& each : sentences) {
    (each.language == base::Language::kZh ? zh : en) += each.tokens.size();
  }
  if (zh + en == 0) return std::nullopt;
  return zh > en ? base::Language::kZh : base::Language::kEn;
}

// Why a text cannot be read; kUnderstood where nothing is known against it.
Understanding first_look(std::string_view reply, const Folded& folded) {
  const CharacterCounts& counts = folded.counts;
  if (counts.broken) return Understanding::kBrokenText;
  if (reply.empty() || counts.visible == 0) return Understanding::kEmpty;
  const std::uint32_t letters = counts.latin + counts.han;
  if (letters == 0 && counts.other_letters == 0) return Understanding::kNoWords;
  if (counts.other_letters > letters) return Understanding::kOtherLanguage;
  return Understanding::kUnderstood;
}

}  // namespace

struct Reader::Parts {
  std::shared_ptr<const Lexicon> zh, en;

  [[nodiscard]] Lexicons lexicons() const { return {zh.get(), en.get()}; }
};

Reader::Loaded Reader::load(std::span<const LexiconFile> files) {
  Loaded loaded;
  auto parts = std::make_shared<Parts>();
  for (const base::Language language : base::kLanguages) {
    const std::string folder = "/" + std::string(base::language_id(language)) + "/";
    std::vector<LexiconFile> own;
    std::copy_if(files.begin(), files.end(), std::back_inserter(own), [&](const LexiconFile& each) {
      return each.file.find(folder) != std::string::npos;
    });
    LoadedLexicon lexicon = load_lexicon(language, own);
    loaded.diagnostics.insert(loaded.diagnostics.end(), lexicon.diagnostics.begin(),
                              lexicon.diagnostics.end());
    (language == base::Language::kZh ? parts->zh : parts->en) = std::move(lexicon.lexicon);
  }
  if (parts->zh && parts->en) loaded.reader = std::make_shared<const Reader>(std::move(parts));
  return loaded;
}

CaseBook Reader::prepare(const scenario::Scenario& scenario) const {
  return CaseBook(language::prepare(scenario, parts_->lexicons()));
}

Reading Reader::read(std::string_view reply, const Context& context) const {
  Reading reading;
  if (reply.size() > kMaxReplyBytes) {
    reading.understanding = Understanding::kTooLong;
    return reading;
  }
  const Lexicons lexicons = parts_->lexicons();
  const Folded folded = fold(reply, lexicons.zh_simplified());
  reading.understanding = first_look(reply, folded);
  if (reading.understanding != Understanding::kUnderstood) return reading;
  const std::vector<Sentence> sentences = sentences_of(folded.glyphs, lexicons);
  const auto language = main_language(sentences);
  if (language == base::Language::kEn) {
    std::size_t known = 0;
    const std::size_t words = count_words(sentences, *parts_->en, known);
    if (words >= kEnoughWords && known * 100 < words * kKnownPercent) {
      reading.understanding = Understanding::kOtherLanguage;
      return reading;
    }
  }
  reading = judge(sentences, context, lexicons);
  reading.language = language;
  return reading;
}

int Reader::closeness(std::string_view a, std::string_view b) const {
  const Lexicons lexicons = parts_->lexicons();
  const auto meanings = [&](std::string_view text) {
    Meanings all;
    for (const Sentence& each :
         sentences_of(fold(text, lexicons.zh_simplified()).glyphs, lexicons)) {
      const Meanings some = meanings_of(each);
      all.insert(all.end(), some.begin(), some.end());
    }
    return all;
  };
  return shared_meaning(meanings(a), meanings(b));
}

std::size_t Reader::memory() const { return parts_->zh->memory() + parts_->en->memory(); }

int Reading::level(Behaviour behaviour) const {
  for (const ShownBehaviour& each : behaviours) {
    if (each.behaviour == behaviour) return each.level;
  }
  return 0;
}

bool Reading::shows(Negative negative) const {
  return std::any_of(negatives.begin(), negatives.end(),
                     [&](const ShownNegative& each) { return each.negative == negative; });
}

bool Reading::shows(Marker marker) const {
  return std::any_of(markers.begin(), markers.end(),
                     [&](const ShownMarker& each) { return each.marker == marker; });
}

std::string_view id_of(Marker marker) {
  switch (marker) {
    case Marker::kAdvice:
      return "advice";
  }
  return {};
}

std::string_view id_of(Understanding understanding) {
  static constexpr std::array<std::string_view, kUnderstandingCount> kIds = {
      "understood",  "nothing_found", "empty",         "too_long",
      "broken_text", "no_words",      "other_language"};
  return kIds[static_cast<std::size_t>(understanding)];
}

}  // namespace aplomb::language
