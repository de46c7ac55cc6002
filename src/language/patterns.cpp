#include "language/patterns.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>

namespace aplomb::language {
namespace {

// Shorter atoms occur everywhere and would filter nothing. One Chinese character is three bytes.
constexpr int kLeastAtomBytes = 3;
// A quarter of it halves what is held in the end, at two to four times the time.
constexpr std::int64_t kMemoryOfOne = std::int64_t{1} << 20;

re2::RE2::Options usual_options() {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_encoding(re2::RE2::Options::EncodingLatin1);
  options.set_never_capture(true);
  options.set_max_mem(kMemoryOfOne);
  return options;
}

}  // namespace

Patterns::Patterns() : filtered_(std::make_unique<re2::FilteredRE2>(kLeastAtomBytes)) {}
Patterns::~Patterns() = default;
Patterns::Patterns(Patterns&&) noexcept = default;
Patterns& Patterns::operator=(Patterns&&) noexcept = default;

std::string Patterns::error_in(const std::string& pattern) {
  const re2::RE2 alone(pattern, usual_options());
  return alone.ok() ? std::string() : alone.error();
}

Patterns::Added Patterns::add(const std::string& pattern) {
  int id = 0;
  if (filtered_->Add(pattern, usual_options(), &id) != re2::RE2::NoError) {
    return {std::nullopt, error_in(pattern)};
  }
  ++count_;
  return {static_cast<Id>(id), {}};
}

void Patterns::seal() {
  if (count_ == 0) return;
  std::vector<std::string> atoms;
  filtered_->Compile(&atoms);
  atoms_ = Atoms(atoms);
}

void Patterns::candidates(std::string_view text, std::vector<int>& ids) const {
  ids.clear();
  if (count_ == 0) return;
  thread_local std::vector<int> found;
  atoms_.find(text, found);
  filtered_->AllPotentials(found, &ids);
  std::sort(ids.begin(), ids.end());
}

std::optional<Patterns::Match> Patterns::search(Id id, std::string_view text,
                                                std::size_t from) const {
  re2::StringPiece found;
  const re2::RE2& pattern = filtered_->GetRE2(id);
  if (!pattern.Match({text.data(), text.size()}, from, text.size(), re2::RE2::UNANCHORED, &found,
                     1) ||
      found.empty()) {
    return std::nullopt;
  }
  const auto first = static_cast<std::size_t>(found.data() - text.data());
  return Match{first, first + found.size()};
}

std::size_t Patterns::memory() const {
  std::size_t bytes = atoms_.memory();
  for (int i = 0; i < count_; ++i) {
    const re2::RE2& pattern = filtered_->GetRE2(i);
    constexpr std::size_t kInstructionBytes = 8;
    bytes += pattern.pattern().size() +
             kInstructionBytes * static_cast<std::size_t>(std::max(pattern.ProgramSize(), 0));
  }
  return bytes;
}

}  // namespace aplomb::language
