#include "base/text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace aplomb::base {
namespace {

// How a lead byte begins a sequence, and the range of the byte after it (Unicode 15, table 3-7).
// The second byte's range is what rules out overlong forms, surrogates and values that are too
// large; later bytes are always 80..BF.
struct Lead {
  std::size_t length;
  unsigned char second_min;
  unsigned char second_max;
};

constexpr Lead lead_of(unsigned char byte) {
  if (byte < 0x80) return {1, 0, 0};
  if (byte < 0xC2) return {0, 0, 0};
  if (byte < 0xE0) return {2, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte < 0xF0) return {3, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte < 0xF4) return {4, 0x80, 0xBF};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

// The first byte from `at` on that is not ASCII, or the end.
std::size_t first_wide(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  std::uint64_t eight = 0;
  for (; at + sizeof(eight) <= text.size(); at += sizeof(eight)) {
    std::memcpy(&eight, text.data() + at, sizeof(eight));
    if ((eight & kHighBits) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x3000;
}

constexpr std::string_view kIdeographicSpace = "\xE3\x80\x80";

// The bytes of white space that a text starts with.
std::size_t leading_space(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const DecodedCodePoint decoded = decode_utf8(text, at);
    if (!is_space(decoded.value)) break;
    at += decoded.length;
  }
  return at;
}

}  // namespace

DecodedCodePoint decode_utf8(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t offset) {
    return static_cast<unsigned char>(text[at + offset]);
  };
  const Lead lead = lead_of(byte(0));
  if (lead.length == 1) return {byte(0), 1};
  if (lead.length == 0) return {kReplacementCharacter, 1};

  auto value = static_cast<char32_t>(byte(0) & (0xFF >> (lead.length + 1)));
  for (std::size_t i = 1; i < lead.length; ++i) {
    const unsigned char min = i == 1 ? lead.second_min : 0x80;
    const unsigned char max = i == 1 ? lead.second_max : 0xBF;
    if (at + i >= text.size() || byte(i) < min || byte(i) > max) {
      return {kReplacementCharacter, i};
    }
    value = (value << 6) | (byte(i) & 0x3F);
  }
  return {value, lead.length};
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  constexpr std::size_t kReplacementLength = 3;
  for (std::size_t at = first_wide(text, 0); at < text.size(); at = first_wide(text, at)) {
    const DecodedCodePoint decoded = decode_utf8(text, at);
    // A replacement character that was written as such has all its three bytes, EF BF BD; a
    // malformed part that long starts with a lead byte of a four-byte sequence.
    const bool written = decoded.length == kReplacementLength && text[at] == '\xEF';
    if (decoded.value == kReplacementCharacter && !written) return at;
    at += decoded.length;
  }
  return std::nullopt;
}

void append_utf8(std::string& text, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacementCharacter;
  const auto append = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  const auto append_tail = [&](int shift) { append(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) {
    append(c);
  } else if (c < 0x800) {
    append(0xC0 | (c >> 6));
    append_tail(0);
  } else if (c < 0x10000) {
    append(0xE0 | (c >> 12));
    append_tail(6);
    append_tail(0);
  } else {
    append(0xF0 | (c >> 18));
    append_tail(12);
    append_tail(6);
    append_tail(0);
  }
}

std::u32string to_code_points(std::string_view text) {
  std::u32string code_points;
  code_points.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCodePoint decoded = decode_utf8(text, at);
    code_points.push_back(decoded.value);
    at += decoded.length;
  }
  return code_points;
}

std::string to_utf8(std::u32string_view code_points) {
  std::string text;
  for (char32_t code_point : code_points) append_utf8(text, code_point);
  return text;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) at += decode_utf8(text, at).length;
  return count;
}

std::string to_lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string_view trim(std::string_view text) {
  text.remove_prefix(leading_space(text));
  while (!text.empty()) {
    if (text.ends_with(kIdeographicSpace)) {
      text.remove_suffix(kIdeographicSpace.size());
    } else if (is_space(static_cast<unsigned char>(text.back()))) {
      text.remove_suffix(1);
    } else {
      break;
    }
  }
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  const std::u32string from = to_code_points(a);
  const std::u32string to = to_code_points(b);
  // Rows of the distance table: costs of turning from[0, i) into to[0, j), for i - 2, i - 1, i.
  std::vector<std::size_t> before(to.size() + 1);
  std::vector<std::size_t> above(to.size() + 1);
  std::vector<std::size_t> row(to.size() + 1);
  for (std::size_t j = 0; j <= to.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= from.size(); ++i) {
    std::swap(before, above);
    std::swap(above, row);
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t replaced = above[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped =
          i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row[to.size()];
}

std::optional<std::string_view> nearest(std::string_view word,
                                        std::span<const std::string_view> candidates) {
  const std::size_t limit = std::max<std::size_t>(1, count_code_points(word) / 3);
  std::optional<std::string_view> best;
  std::size_t best_distance = limit + 1;
  for (std::string_view candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace aplomb::base
