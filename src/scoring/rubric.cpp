#include "scoring/rubric.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <tuple>

#include "scenario/reader.h"

namespace aplomb::scoring {
namespace {

using scenario::Document;
using scenario::Reader;
using scenario::words;

using At = Document::Index;

constexpr int kMaxVersion = 1'000'000;
constexpr int kMaxWeight = 9;

class RubricReader {
 public:
  RubricReader(const Document& document, std::vector<scenario::Diagnostic>& problems)
      : document_(document), in_(document, problems) {}

  Rubric read() {
    static constexpr auto kKeys = words("format", "id", "version", "title", "claim", "dimensions",
                                        "leaving_percent", "bad_endings");
    Rubric rubric;
    if (document_.empty()) return rubric;
    const At root = document_.root();
    if (!in_.object(root, kKeys) || !in_.format(root, "aplomb/rubric", 1)) return rubric;
    read_id(root, rubric);
    rubric.version = in_.integer(in_.need(root, "version"), 1, kMaxVersion);
    rubric.title = in_.bilingual(in_.need(root, "title"));
    rubric.claim = in_.bilingual(in_.need(root, "claim"));
    read_dimensions(in_.need(root, "dimensions"), rubric);
    rubric.leaving_percent = in_.integer(in_.need(root, "leaving_percent"), 0, 100);
    read_bad_endings(in_.need(root, "bad_endings"), rubric);
    return rubric;
  }

 private:
  // By the ids of an enumeration: where each was assigned to a dimension.
  template <std::size_t N>
  using Places = std::array<std::optional<At>, N>;

  void read_id(At root, Rubric& rubric) {
    const At value = in_.need(root, "id");
    rubric.id = in_.id(value);
    std::string_view name = document_.file();
    name.remove_prefix(name.rfind('/') == std::string_view::npos ? 0 : name.rfind('/') + 1);
    if (!rubric.id.empty() && name.ends_with(".json") && name != rubric.id + ".json") {
      in_.report("S0210", value, {{"id", rubric.id}, {"name", std::string(name)}});
    }
  }

  void read_dimensions(At value, Rubric& rubric) {
    if (value == Document::kNone) return;
    if (!in_.object(value, scenario::ids<Dimension>())) return;
    for (std::size_t i = 0; i < scenario::kDimensionCount; ++i) {
      const At at = in_.need(value, scenario::ids<Dimension>()[i]);
      if (at != Document::kNone) read_dimension(at, static_cast<Dimension>(i), rubric);
    }
    report_unassigned<Behaviour>(value, behaviours_);
    report_unassigned<Negative>(value, negatives_);
  }

  void read_dimension(At at, Dimension dimension, Rubric& rubric) {
    static constexpr auto kKeys = words("weight", "behaviours", "negatives");
    if (!in_.object(at, kKeys)) return;
    const auto index = static_cast<std::size_t>(dimension);
    rubric.weight[index] = in_.integer(in_.need(at, "weight"), 1, kMaxWeight);
    if (const At list = in_.need(at, "behaviours"); list != Document::kNone && in_.map(list)) {
      in_.each(list, [&](At each) { read_behaviour(each, dimension, rubric); });
    }
    if (const At list = in_.need(at, "negatives"); list != Document::kNone && in_.map(list)) {
      in_.each(list, [&](At each) { read_negative(each, dimension, rubric); });
    }
  }

  void read_behaviour(At at, Dimension dimension, Rubric& rubric) {
    Behaviour behaviour{};
    if (!in_.key_word(at, behaviour)) return;
    const auto index = static_cast<std::size_t>(behaviour);
    if (!assign(behaviours_[index], at)) return;
    rubric.dimension[index] = dimension;
    if (!in_.array(at)) return;
    in_.each(at, [&](At source) { rubric.sources[index].emplace_back(in_.text(source)); });
  }

  void read_negative(At at, Dimension dimension, Rubric& rubric) {
    static constexpr auto kEffects = words("lowers", "caps");
    constexpr std::size_t kCaps = 1;
    Negative negative{};
    if (!in_.key_word(at, negative)) return;
    const auto index = static_cast<std::size_t>(negative);
    if (!assign(negatives_[index], at)) return;
    rubric.negative_dimension[index] = dimension;
    if (in_.word_index(at, kEffects) == kCaps) rubric.caps |= std::uint32_t{1} << index;
  }

  // False, and reported, when it was assigned before.
  bool assign(std::optional<At>& place, At at) {
    if (place) {
      // Twice in one list is a duplicate key, which the document has reported.
      if (document_.at(*place).parent == document_.at(at).parent) return false;
      in_.report_at_key(
          "S0307", at,
          {{"id", std::string(document_.at(at).key)},
           {"line", std::to_string(document_.position(document_.at(*place).key_at).line)}});
      return false;
    }
    place = at;
    return true;
  }

  template <typename Enum, std::size_t N>
  void report_unassigned(At at, const Places<N>& places) {
    if (!document_.complete()) return;
    for (std::size_t i = 0; i < N; ++i) {
      if (places[i]) continue;
      in_.report_at_key("S0202", at, {{"key", std::string(scenario::ids<Enum>()[i])}});
    }
  }

  void read_bad_endings(At value, Rubric& rubric) {
    if (value == Document::kNone || !in_.array(value)) return;
    in_.each(value, [&](At at) {
      const auto kind = static_cast<unsigned>(in_.word<scenario::EndingKind>(at));
      rubric.bad_endings = static_cast<std::uint8_t>(rubric.bad_endings | (1U << kind));
    });
  }

  const Document& document_;
  Reader in_;
  Places<scenario::kBehaviourCount> behaviours_{};
  Places<scenario::kNegativeCount> negatives_{};
};

}  // namespace

LoadedRubric load_rubric(std::string file, std::string text) {
  LoadedRubric loaded;
  const Document document(std::move(file), std::move(text), loaded.diagnostics);
  auto rubric = std::make_shared<Rubric>(RubricReader(document, loaded.diagnostics).read());
  std::stable_sort(loaded.diagnostics.begin(), loaded.diagnostics.end(),
                   [](const scenario::Diagnostic& a, const scenario::Diagnostic& b) {
                     return std::tie(a.line, a.column) < std::tie(b.line, b.column);
                   });
  if (!scenario::has_error(loaded.diagnostics)) loaded.rubric = std::move(rubric);
  return loaded;
}

}  // namespace aplomb::scoring
