# aplomb_warnings(target): strict for the project's own targets, never for what it depends on.
# -Wsign-conversion stays off: it fires on every container index and hides the findings that count.
# -Wrestrict and -Wmaybe-uninitialized are off for GCC 12, which reports them for correct code that
# moves a std::string (GCC bugs 105651 and 105562); clang-tidy and the sanitizers look for the latter.
function(aplomb_warnings target)
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wconversion -Wno-sign-conversion -Wshadow -Wcast-align -Wcast-qual
    -Wextra-semi -Wformat=2 -Wimplicit-fallthrough -Wnon-virtual-dtor -Wold-style-cast
    -Woverloaded-virtual -Wundef -Wunused -Werror
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond;-Wlogical-op;-Wno-restrict;-Wno-maybe-uninitialized;-Wsuggest-override>
    $<$<CXX_COMPILER_ID:Clang>:-Winconsistent-missing-override;-Wunreachable-code>)
endfunction()

# Ninja does not know that clang-tidy reads these files; in the command line, a change of theirs has
# every file read again.
if(CMAKE_CXX_CLANG_TIDY)
  set(rules "${CMAKE_SOURCE_DIR}/.clang-tidy" "${CMAKE_SOURCE_DIR}/tests/.clang-tidy")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${rules})
  set(rules_hash "")
  foreach(file IN LISTS rules)
    file(SHA256 "${file}" hash)
    string(APPEND rules_hash "${hash}")
  endforeach()
  string(SHA256 rules_hash "${rules_hash}")
  list(APPEND CMAKE_CXX_CLANG_TIDY "--extra-arg=-DAPLOMB_TIDY_RULES=rules_${rules_hash}")
endif()
