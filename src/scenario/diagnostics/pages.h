#pragma once

#include <span>
#include <string_view>

namespace aplomb::scenario {

// A page of src/scenario/diagnostics/, as it stands in the source tree.
struct DiagnosticPage {
  std::string_view code;
  std::string_view markdown;
};

// All pages, by code.
std::span<const DiagnosticPage> diagnostic_pages();

}  // namespace aplomb::scenario
