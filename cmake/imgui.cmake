# Dear ImGui, compiled twice: `imgui` with the GLFW and OpenGL backends for the program, and
# `imgui_headless` with the test hooks and no backend, for tests that need neither X nor GL.
include(FetchContent)

# scripts/setup reads the version and the commit from here, and leaves the source in the cache so
# that a clean build fetches nothing.
set(imgui_version 1.92.2b)
set(imgui_commit 45acd5e0e82f4c954432533ae9985ff0e1aad6d5)
if(NOT FETCHCONTENT_SOURCE_DIR_IMGUI)
  set(cache_home "$ENV{XDG_CACHE_HOME}")
  if(cache_home STREQUAL "")
    set(cache_home "$ENV{HOME}/.cache")
  endif()
  if(EXISTS "${cache_home}/aplomb/imgui-${imgui_version}/imgui.h")
    set(FETCHCONTENT_SOURCE_DIR_IMGUI "${cache_home}/aplomb/imgui-${imgui_version}")
  endif()
endif()

FetchContent_Declare(imgui
  GIT_REPOSITORY https://github.com/ocornut/imgui.git
  GIT_TAG ${imgui_commit}
)
FetchContent_MakeAvailable(imgui)

set(imgui_core
  "${imgui_SOURCE_DIR}/imgui.cpp"
  "${imgui_SOURCE_DIR}/imgui_demo.cpp"
  "${imgui_SOURCE_DIR}/imgui_draw.cpp"
  "${imgui_SOURCE_DIR}/imgui_tables.cpp"
  "${imgui_SOURCE_DIR}/imgui_widgets.cpp"
  "${imgui_SOURCE_DIR}/misc/cpp/imgui_stdlib.cpp"
  "${imgui_SOURCE_DIR}/misc/freetype/imgui_freetype.cpp"
)
add_library(imgui STATIC EXCLUDE_FROM_ALL ${imgui_core}
  "${imgui_SOURCE_DIR}/backends/imgui_impl_glfw.cpp"
  "${imgui_SOURCE_DIR}/backends/imgui_impl_opengl3.cpp"
)
add_library(imgui_headless STATIC EXCLUDE_FROM_ALL ${imgui_core})
foreach(target imgui imgui_headless)
  target_include_directories(${target} SYSTEM PUBLIC
    "${imgui_SOURCE_DIR}" "${imgui_SOURCE_DIR}/misc/cpp" "${imgui_SOURCE_DIR}/misc/freetype")
  target_compile_definitions(${target} PUBLIC
    IMGUI_USE_WCHAR32 IMGUI_ENABLE_FREETYPE IMGUI_DISABLE_OBSOLETE_FUNCTIONS
    IMGUI_DISABLE_DEMO_WINDOWS)
  target_link_libraries(${target} PUBLIC Freetype::Freetype)
  set_target_properties(${target} PROPERTIES CXX_CLANG_TIDY "")
endforeach()
target_include_directories(imgui SYSTEM PUBLIC "${imgui_SOURCE_DIR}/backends")
target_link_libraries(imgui PUBLIC glfw OpenGL::GL ${CMAKE_DL_LIBS})
target_compile_definitions(imgui_headless PUBLIC IMGUI_ENABLE_TEST_ENGINE)
