#include "base/line_breaking.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

#include "base/text.h"

namespace aplomb::base {
namespace {

// What a code point allows at its two sides; after the classes of Unicode Standard Annex #14.
enum class BreakClass {
  kLetter,     // Latin and everything not named below
  kDigit,
  kIdeograph,  // Chinese characters, kana, emoji: a line may break on either side
  kUnit,       // an ideograph that counts or measures, kept with the number before it
  kSpace,      // swallowed at a line's end
  kNewline,
  kZeroSpace,  // U+200B: an invisible place to break
  kGlue,       // no-break spaces and joiners
  kExtend,     // drawn with the code point before it
  kOpen,       // ASCII opening punctuation, part of the word before it: f(x)
  kWideOpen,   // full-width opening punctuation
  kClose,      // closing punctuation that Latin words also have inside: 3.5, a.b, don’t
  kWideClose,  // full-width closing punctuation
  kPause,      // … and —: never at a line start, never split from one another
  kQuote,      // straight quotes, which could be opening or closing
  kPrefix,     // currency and number signs, kept with the number after them
  kPostfix,    // percent and degree signs, kept with the number before them
  kHyphen,
  kSlash,
};

// Each list is searched by value, so the order is only for the reader.
constexpr std::u32string_view kOpenMarks = U"([{";
constexpr std::u32string_view kWideOpenMarks = U"“‘（【《〈「『〔〖〘〚｛［﹁﹃";
constexpr std::u32string_view kCloseMarks = U")]},.!?;:’";
constexpr std::u32string_view kWideCloseMarks = U"，。！？；：、”）】》〉」』〕〗〙〛｝］．｡､﹂﹄·‧・～〜ー々";
constexpr std::u32string_view kPauseMarks = U"…‥—–―⸺";
constexpr std::u32string_view kPrefixSigns = U"$¥￥£€＄￡#＃№@";
constexpr std::u32string_view kPostfixSigns = U"%‰°℃℉％¢";
constexpr std::u32string_view kUnits =
    U"元块角分毛万亿千百年月日天号点时秒周岁个次位名件条张封页份笔期人户家项步成折倍度级楼层室米斤克吨";
constexpr char32_t kNoBreakSpace = 0xA0;
constexpr char32_t kNarrowNoBreakSpace = 0x202F;
constexpr char32_t kZeroWidthSpace = 0x200B;
constexpr char32_t kZeroWidthJoiner = 0x200D;
constexpr char32_t kWordJoiner = 0x2060;
constexpr char32_t kByteOrderMark = 0xFEFF;

BreakClass class_of(char32_t c) {
  struct Members {
    std::u32string_view list;
    BreakClass value;
  };
  static constexpr std::array kLists = {
      Members{U"\n", BreakClass::kNewline},
      Members{U" \t\r\x3000", BreakClass::kSpace},
      Members{U"-", BreakClass::kHyphen},
      Members{U"/", BreakClass::kSlash},
      Members{U"\"'", BreakClass::kQuote},
      Members{kOpenMarks, BreakClass::kOpen},
      Members{kWideOpenMarks, BreakClass::kWideOpen},
      Members{kCloseMarks, BreakClass::kClose},
      Members{kWideCloseMarks, BreakClass::kWideClose},
      Members{kPauseMarks, BreakClass::kPause},
      Members{kPrefixSigns, BreakClass::kPrefix},
      Members{kPostfixSigns, BreakClass::kPostfix},
      Members{kUnits, BreakClass::kUnit},
  };
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return BreakClass::kLetter;
  if ((c >= '0' && c <= '9') || (c >= U'０' && c <= U'９')) return BreakClass::kDigit;
  if (c == kNoBreakSpace || c == kNarrowNoBreakSpace || c == kWordJoiner || c == kByteOrderMark) {
    return BreakClass::kGlue;
  }
  if (c == kZeroWidthSpace) return BreakClass::kZeroSpace;
  for (const Members& members : kLists) {
    if (members.list.find(c) != std::u32string_view::npos) return members.value;
  }
  if (extends_previous(c)) return BreakClass::kExtend;
  return display_width(c) == 2 ? BreakClass::kIdeograph : BreakClass::kLetter;
}

bool is_one_of(BreakClass value, std::initializer_list<BreakClass> list) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

// Closing marks, pauses and postfix signs never start a line.
bool may_start_line(BreakClass value) {
  return !is_one_of(value, {BreakClass::kClose, BreakClass::kWideClose, BreakClass::kPause,
                            BreakClass::kPostfix});
}

// Opening marks and prefix signs never end one.
bool may_end_line(BreakClass value) {
  return !is_one_of(value, {BreakClass::kOpen, BreakClass::kWideOpen, BreakClass::kPrefix});
}

// Letters, digits and the marks that Latin text writes inside a word.
bool is_in_word(BreakClass value) {
  return is_one_of(value, {BreakClass::kLetter, BreakClass::kDigit, BreakClass::kOpen,
                           BreakClass::kClose, BreakClass::kPrefix, BreakClass::kPostfix,
                           BreakClass::kHyphen, BreakClass::kSlash});
}

// How willing a line is to end between two neighbours, from not at all to readily.
enum class Boundary { kNever, kForced, kEmergency, kAllowed };

// kNever is inside what is drawn as one, kForced against the rules and only for what is wider than
// a line and has no better place, kEmergency inside a word wider than a line. Spaces between the
// two are looked through: `across_space`.
Boundary boundary_between(BreakClass before, BreakClass after, bool across_space) {
  using enum BreakClass;
  if (!may_start_line(after) || !may_end_line(before)) return Boundary::kForced;
  if (before == kZeroSpace) return Boundary::kAllowed;
  // "20 元": a number stays with its unit across a space too.
  if (before == kDigit && after == kUnit) return Boundary::kForced;
  if (across_space) return Boundary::kAllowed;
  if (is_one_of(before, {kGlue, kQuote}) || is_one_of(after, {kGlue, kQuote, kZeroSpace})) {
    return Boundary::kForced;
  }
  if (is_one_of(before, {kHyphen, kSlash}) && after == kLetter) return Boundary::kAllowed;
  // "10–20" is one number; elsewhere a line may end after a dash.
  if (before == kPause && after == kDigit) return Boundary::kEmergency;
  return is_in_word(before) && is_in_word(after) ? Boundary::kEmergency : Boundary::kAllowed;
}

// A code point of the text. Spaces and '\n' have no boundary of their own: a line ends before what
// follows the spaces.
struct Unit {
  std::size_t begin;
  std::size_t end;
  float width;
  BreakClass break_class;
  Boundary before;
};

std::vector<Unit> units_of(std::string_view text, const MeasureCodePoint& measure) {
  using enum BreakClass;
  std::vector<Unit> units;
  units.reserve(text.size());
  BreakClass previous = kNewline;  // the last that was neither a space nor drawn with another
  BreakClass previous_written = kNewline;
  bool after_space = false;
  bool joined = false;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCodePoint decoded = decode_utf8(text, at);
    const BreakClass written = class_of(decoded.value);
    BreakClass value = written;
    // A hyphen divides words only inside one: not in "-5", "--mode" or a list's "- item".
    if (value == kHyphen && (previous_written != kLetter || after_space)) value = kLetter;
    // A mark after a space has nothing to be drawn on.
    if (value == kExtend && after_space) value = kLetter;
    Unit unit{at, at + decoded.length, 0, value, Boundary::kNever};
    at = unit.end;
    if (value != kNewline) unit.width = measure(decoded.value);
    if (value == kSpace) {
      after_space = true;
    } else if (value != kExtend) {
      if (!joined) unit.before = boundary_between(previous, value, after_space);
      previous = value;
      previous_written = written;
      after_space = false;
    }
    joined = decoded.value == kZeroWidthJoiner;
    units.push_back(unit);
  }
  return units;
}

// The line being filled: where it may end, best kinds of place last.
class OpenLine {
 public:
  explicit OpenLine(std::size_t begin) : range_{begin, begin} {}

  bool is_blank() const { return range_.begin == range_.end; }
  bool fits(const Unit& unit, float width) const {
    return width_ + spaces_ + unit.width <= width;
  }

  void add(const Unit& unit) {
    if (unit.break_class == BreakClass::kSpace) {
      spaces_ += unit.width;
      return;
    }
    width_ += spaces_ + unit.width;
    spaces_ = 0;
    range_.end = unit.end;
  }

  // The line may end here, before the unit with this index.
  void note(std::size_t index, Boundary boundary) {
    places_[static_cast<std::size_t>(boundary)] = Place{index, range_};
  }

  struct Place {
    std::size_t next;  // the first unit of the next line
    LineRange line;
  };

  // The last place of the best kind that was noted; nullopt when the line is one piece.
  std::optional<Place> best_place() const {
    for (Boundary kind : {Boundary::kAllowed, Boundary::kEmergency, Boundary::kForced}) {
      if (const auto& place = places_[static_cast<std::size_t>(kind)]) return place;
    }
    return std::nullopt;
  }

  LineRange range() const { return range_; }

 private:
  LineRange range_;
  float width_ = 0;
  float spaces_ = 0;  // after the last visible unit; they count only if another one follows
  std::array<std::optional<Place>, 4> places_;
};

}  // namespace

std::vector<LineRange> break_lines(std::string_view text, float width,
                                   const MeasureCodePoint& measure) {
  const std::vector<Unit> units = units_of(text, measure);
  std::vector<LineRange> lines;
  OpenLine line(0);
  for (std::size_t i = 0; i < units.size();) {
    const Unit& unit = units[i];
    if (unit.break_class == BreakClass::kNewline) {
      lines.push_back(line.range());
      line = OpenLine(unit.end);
      ++i;
      continue;
    }
    if (unit.break_class != BreakClass::kSpace && !line.is_blank()) {
      if (unit.before != Boundary::kNever) line.note(i, unit.before);
      const auto place = line.best_place();
      if (place && !line.fits(unit, width)) {
        lines.push_back(place->line);
        i = place->next;
        line = OpenLine(units[i].begin);
        continue;
      }
    }
    line.add(unit);
    ++i;
  }
  lines.push_back(line.range());
  return lines;
}

}  // namespace aplomb::base
