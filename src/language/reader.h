// Reads typed replies: what was typed and what was heard, to behaviours with levels and cited
// words. Deterministic: integers only, no locale, no clock; the same reading on every machine.
//
//   const auto loaded = Reader::load(files);               // once, assets/language/*/*.json
//   const auto book = loaded.reader->prepare(*scenario);   // once a scenario
//   const Reading reading = loaded.reader->read(reply, {.book = &book, .heard = lines, …});
#pragma once

#include <bitset>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "language/reading.h"
#include "scenario/diagnostic.h"
#include "scenario/model.h"
#include "scenario/program.h"
#include "scenario/vocabulary.h"

namespace aplomb::language {

// A file of assets/language/<zh|en>/: its path, of which the folder names the language, and bytes.
struct LexiconFile {
  std::string file;
  std::string text;
};

// A scenario's case keys, names, limits and critical failures, prepared for matching in both
// languages. A value that shares what it holds; it does not refer to the scenario.
class CaseBook {
 public:
  struct Prepared;
  explicit CaseBook(std::shared_ptr<const Prepared> prepared) : prepared_(std::move(prepared)) {}

  [[nodiscard]] const Prepared& prepared() const { return *prepared_; }

 private:
  std::shared_ptr<const Prepared> prepared_;
};

// What is known at the moment of the reply. The views are used during read() only.
struct Context {
  const CaseBook* book = nullptr;  // null: the lines heard stand in for the case keys
  // Keys known so far, by index of Scenario::keys. A key that is not known yet matches all the
  // same; it makes `surface_implied`, and asking for a known one `asks_known`.
  std::bitset<scenario::kMaxBits> known;
  std::span<const std::string_view> heard;  // what the customer said so far, oldest first
  std::optional<scenario::Stage> stage;     // of the node
  bool provoking = false;                   // of the node: `steady` can be shown
  bool technical = false;                   // of the node: `plain_words` can be shown
  bool acknowledged = false;                // the customer has been heard before this reply
};

class Reader {
 public:
  struct Loaded;
  // Reads every file; one load reports every problem. A problem leaves no reader.
  [[nodiscard]] static Loaded load(std::span<const LexiconFile> files);

  [[nodiscard]] CaseBook prepare(const scenario::Scenario& scenario) const;

  // Never fails: what cannot be read says why in `understanding`. Time grows linearly with the
  // reply. May be called from several threads at once.
  [[nodiscard]] Reading read(std::string_view reply, const Context& context) const;

  // How much of what either text says the other says too, 0 to 1000: content words weighed by how
  // rare they are, order left out. For the authored reply nearest to a typed one.
  [[nodiscard]] int closeness(std::string_view a, std::string_view b) const;

  // Bytes of the lexicons and the programs of their patterns, about. What RE2 builds of these while
  // it reads is not in it and grows to several times as much.
  [[nodiscard]] std::size_t memory() const;

  struct Parts;
  explicit Reader(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}

 private:
  std::shared_ptr<const Parts> parts_;
};

struct Reader::Loaded {
  std::shared_ptr<const Reader> reader;  // null when there is an error
  std::vector<scenario::Diagnostic> diagnostics;
};

}  // namespace aplomb::language
