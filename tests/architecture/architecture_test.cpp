#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules.h"
#include "source.h"

namespace aplomb::architecture {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(Architecture, EveryFileKeepsTheRules) {
  const std::vector<SourceFile> sources = read_sources();
  EXPECT_FALSE(sources.empty());
  for (const SourceFile& file : sources) EXPECT_THAT(faults(file), IsEmpty());
}

TEST(Architecture, TheLinkGraphIsTheTable) {
  EXPECT_EQ(cmake_table(read_file(APLOMB_SOURCE_DIR "/CMakeLists.txt")), module_table());
}

TEST(Architecture, TheMapIsTheTable) {
  EXPECT_EQ(readme_table(read_file(APLOMB_SOURCE_DIR "/src/README.md")), module_table());
}

// The failing twins: one small file for each rule.
struct Sample {
  const char* path;
  const char* text;
  const char* fault;
};

class BrokenRule : public ::testing::TestWithParam<Sample> {};

TEST_P(BrokenRule, IsFound) {
  EXPECT_THAT(faults({GetParam().path, GetParam().text}), ElementsAre(HasSubstr(GetParam().fault)));
}

INSTANTIATE_TEST_SUITE_P(
    Samples, BrokenRule,
    ::testing::Values(
        Sample{"engine/step.cpp", "#include \"records/store.h\"\n", "engine may not include records"},
        Sample{"app/state.h", "#  include \"ui/view.h\"\n", "app may not include ui"},
        Sample{"base/text.cpp", "#include \"i18n/catalogue.h\"\n", "base may not include i18n"},
        Sample{"ui/view.cpp", "#include \"platform/window.h\"\n", "ui may not include platform"},
        Sample{"extra/thing.cpp", "#include \"base/text.h\"\n", "in no module of the table"},
        Sample{"ui/view.cpp", "#include \"painter.h\"\n", "write the path from src/"},
        Sample{"app/state.cpp", "#include <imgui.h>\n", "only ui draws"},
        Sample{"app/state.cpp", "#include <imgui_internal.h>\n", "only ui draws"},
        Sample{"ui/view.cpp", "#include <imgui_impl_glfw.h>\n", "belong to platform"},
        Sample{"ui/view.cpp", "#include <GLFW/glfw3.h>\n", "belongs to platform"},
        Sample{"app/state.cpp", "#include <sqlite3.h>\n", "only records knows"},
        Sample{"app/state.cpp", "#include <CLI/CLI.hpp>\n", "only cli reads"},
        Sample{"engine/step.cpp", "#include <chrono>\n", "same result on every machine"},
        Sample{"engine/step.cpp", "#include <filesystem>\n", "same result on every machine"},
        Sample{"engine/step.cpp", "#include \"base/clock.h\"\n", "same result on every machine"},
        Sample{"engine/step.cpp", "#include <fstream>\n", "which tests can replace"},
        Sample{"engine/step.cpp", "#include <iostream>\n", "logic never prints"},
        Sample{"scoring/sheet.cpp", "int f(double x);\n", "uses double"},
        Sample{"language/read.cpp", "#include <regex>\n", "use RE2"},
        Sample{"records/store.cpp", "using namespace std;\n", "using namespace std"},
        Sample{"ui/view.cpp", "label(\"返回\");\n", "put it into src/i18n/strings"},
        Sample{"cli/play.cpp", "const auto* s = R\"x(a\")\n返回)x\";\n", "put it into src/i18n"},
        Sample{"main.cpp", "int n = 1'000; f(u8\"返回\");\n", "put it into src/i18n/strings"}));

class KeptRule : public ::testing::TestWithParam<Sample> {};

TEST_P(KeptRule, IsNotReported) {
  EXPECT_THAT(faults({GetParam().path, GetParam().text}), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Samples, KeptRule,
    ::testing::Values(
        Sample{"ui/view.cpp", "#include <imgui.h>\n#include \"app/state.h\"\n", ""},
        Sample{"platform/window.cpp", "#include <GLFW/glfw3.h>\n#include <imgui_impl_glfw.h>\n", ""},
        Sample{"main.cpp", "#include \"platform/window.h\"\n#include \"cli/run.h\"\n", ""},
        Sample{"base/clock.cpp", "#include <chrono>\n", ""},
        Sample{"engine/step.cpp", "// a double, not \"float\"\nint doubled = 1'000;  /* float */\n", ""},
        Sample{"ui/view.cpp", "// 返回\nlabel(\"\\\"\"); /* 返回 */ char c = '\"'; // 返回\n", ""},
        Sample{"ui/text.cpp", "measure(U'返'); f('\\'', '\"');\n", ""},
        Sample{"scenario/load.cpp", "const char* zh = \"找不到\";\n", ""}));

TEST(CmakeTable, IsReadFromTheModuleLines) {
  const ModuleTable table = cmake_table(
      "# aplomb_program\naplomb_module(base LIBS fmt::fmt)\n"
      "aplomb_module(app DEPS engine\n    base\n  LIBS x::y)\n");
  EXPECT_EQ(table, (ModuleTable{{"base", {}}, {"app", {"engine", "base"}}}));
}

TEST(ReadmeTable, IsReadFromTheMarkdown) {
  const ModuleTable table = readme_table(
      "| module | holds | may include |\n|---|---|---|\n| `base` | text, files | – |\n"
      "| `engine` | step | base |\n| `app` | state | all above |\n| `main.cpp` | wires | all |\n");
  EXPECT_EQ(table,
            (ModuleTable{{"base", {}}, {"engine", {"base"}}, {"app", {"base", "engine"}}}));
}

}  // namespace
}  // namespace aplomb::architecture
