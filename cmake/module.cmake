# aplomb_module(name [DEPS module...] [LIBS target...] [HEADLESS_LIBS target...])
#
# Makes aplomb_<name> from src/<name>/**.cpp and, if there are any, test_<name> from
# tests/<name>/**.cpp. Files are found by pattern, so adding one needs no edit here. A folder
# that does not exist yet makes no target, and a dependency on it is left out.
# With HEADLESS_LIBS the sources are compiled a second time against those libraries instead of
# LIBS, as aplomb_<name>_headless, and the tests link that one.
function(aplomb_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "DEPS;LIBS;HEADLESS_LIBS")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/${name}/*.cpp")
  if(NOT sources)
    return()
  endif()
  aplomb_library(aplomb_${name} SOURCES ${sources} DEPS ${arg_DEPS} LIBS ${arg_LIBS})
  if(arg_HEADLESS_LIBS)
    aplomb_library(aplomb_${name}_headless
      SOURCES ${sources} DEPS ${arg_DEPS} LIBS ${arg_HEADLESS_LIBS})
    set_target_properties(aplomb_${name}_headless PROPERTIES
      CXX_CLANG_TIDY "" EXCLUDE_FROM_ALL TRUE)
    aplomb_tests(${name} DEPS ${name}_headless)
  else()
    aplomb_tests(${name} DEPS ${name})
  endif()
endfunction()

# Includes are written from src/: #include "scenario/model.h".
function(aplomb_library target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPS;LIBS")
  add_library(${target} STATIC ${arg_SOURCES})
  target_include_directories(${target} PUBLIC "${CMAKE_SOURCE_DIR}/src")
  target_link_libraries(${target} PUBLIC ${arg_LIBS})
  aplomb_link_modules(${target} ${arg_DEPS})
  aplomb_warnings(${target})
endfunction()

function(aplomb_link_modules target)
  foreach(dep IN LISTS ARGN)
    if(TARGET aplomb_${dep})
      target_link_libraries(${target} PUBLIC aplomb_${dep})
    endif()
  endforeach()
endfunction()

# aplomb_tests(name [DEPS module...] [ONE_PROCESS_EACH value...]): test_<name> from
# tests/<name>/**.cpp, run from the source root. Helpers shared by several folders live in
# tests/support/ and are included from tests/: #include "support/...". APLOMB_BINARY is the program
# under test. Every test is a process of its own; with ONE_PROCESS_EACH, all tests of one such
# parameter value are one process, so that what takes long is worked out once for them.
function(aplomb_tests name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "DEPS;ONE_PROCESS_EACH")
  if(NOT BUILD_TESTING)
    return()
  endif()
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/${name}/*.cpp")
  if(NOT sources)
    return()
  endif()
  add_executable(test_${name} ${sources})
  target_include_directories(test_${name} PRIVATE
    "${CMAKE_SOURCE_DIR}/src" "${CMAKE_SOURCE_DIR}/tests")
  target_compile_definitions(test_${name} PRIVATE
    APLOMB_SOURCE_DIR="${CMAKE_SOURCE_DIR}" APLOMB_BINARY="${CMAKE_BINARY_DIR}/aplomb")
  # Test code runs once: what compiling it faster saves is more than what optimising it would.
  target_compile_options(test_${name} PRIVATE $<$<CONFIG:Release>:-O1>)
  target_link_libraries(test_${name} PRIVATE GTest::gmock GTest::gtest_main)
  aplomb_link_modules(test_${name} ${arg_DEPS})
  aplomb_warnings(test_${name})
  if(arg_ONE_PROCESS_EACH)
    set(others "")
    foreach(value IN LISTS arg_ONE_PROCESS_EACH)
      add_test(NAME "${name}.${value}" COMMAND test_${name} "--gtest_filter=*/${value}"
        WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
      string(APPEND others ":*/${value}")
    endforeach()
    add_test(NAME "${name}.others" COMMAND test_${name} "--gtest_filter=-${others}"
      WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
    return()
  endif()
  gtest_discover_tests(test_${name}
    DISCOVERY_MODE PRE_TEST
    WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}"
    TEST_PREFIX "${name}."
    NO_PRETTY_VALUES
    PROPERTIES TIMEOUT 300)
endfunction()

# aplomb_program(name DEPS module...): the executable, from src/main.cpp.
function(aplomb_program name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "DEPS")
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/main.cpp")
  if(NOT sources)
    return()
  endif()
  add_executable(${name} ${sources})
  target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}/src")
  aplomb_link_modules(${name} ${arg_DEPS})
  aplomb_warnings(${name})
  install(TARGETS ${name})
endfunction()

# Lets one module find assets/ and scenarios/ when the program runs from the build tree.
function(aplomb_define_source_dir name)
  if(TARGET aplomb_${name})
    target_compile_definitions(aplomb_${name} PRIVATE
      APLOMB_SOURCE_DIR="${CMAKE_SOURCE_DIR}" APLOMB_INSTALL_PREFIX="${CMAKE_INSTALL_PREFIX}")
  endif()
endfunction()

function(aplomb_define_version name)
  set_source_files_properties("${CMAKE_SOURCE_DIR}/src/${name}/version.cpp" PROPERTIES
    COMPILE_DEFINITIONS APLOMB_VERSION="${PROJECT_VERSION}")
endfunction()

function(aplomb_define_build_type name)
  set_source_files_properties("${CMAKE_SOURCE_DIR}/src/${name}/machine.cpp" PROPERTIES
    COMPILE_DEFINITIONS APLOMB_BUILD_TYPE="${CMAKE_BUILD_TYPE}")
endfunction()
