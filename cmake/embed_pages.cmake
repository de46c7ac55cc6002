# aplomb_embed_pages(module): compiles src/<module>/diagnostics/S*.md into aplomb_<module> as the
# array that src/<module>/diagnostics/pages.h declares. Run with -P, this same file writes the
# .cpp: OUTPUT is the file to write, PAGES_DIR the folder of the pages.
if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
  file(GLOB pages "${PAGES_DIR}/S*.md")
  list(SORT pages)
  set(arrays "")
  set(entries "")
  foreach(page IN LISTS pages)
    get_filename_component(code "${page}" NAME_WE)
    # Bytes, not a string literal: no quoting rules and no length limit. The line end after every
    # eighth byte keeps the file readable to compilers and people.
    file(READ "${page}" hex HEX)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
    string(REGEX REPLACE "(('[^']*',)('[^']*',)('[^']*',)('[^']*',)('[^']*',)('[^']*',)('[^']*',)('[^']*',))"
           "\\1\n" bytes "${bytes}")
    string(APPEND arrays "constexpr char k${code}[] = {\n${bytes}'\\0'};\n")
    string(APPEND entries
      "    DiagnosticPage{\"${code}\", std::string_view(k${code}, sizeof(k${code}) - 1)},\n")
    math(EXPR count "${count} + 1")
  endforeach()
  if(NOT entries)
    set(body "std::span<const DiagnosticPage> diagnostic_pages() { return {}; }\n")
  else()
    string(CONCAT body
      "namespace {\n${arrays}constexpr DiagnosticPage kPages[] = {\n${entries}};\n}  // namespace\n\n"
      "std::span<const DiagnosticPage> diagnostic_pages() { return kPages; }\n")
  endif()
  file(WRITE "${OUTPUT}"
    "#include \"scenario/diagnostics/pages.h\"\n\nnamespace aplomb::scenario {\n${body}}  // namespace aplomb::scenario\n")
  return()
endif()

set(APLOMB_EMBED_PAGES_SCRIPT "${CMAKE_CURRENT_LIST_FILE}")

function(aplomb_embed_pages module)
  set(pages_dir "${CMAKE_SOURCE_DIR}/src/${module}/diagnostics")
  if(NOT TARGET aplomb_${module} OR NOT EXISTS "${pages_dir}/pages.h")
    return()
  endif()
  file(GLOB pages CONFIGURE_DEPENDS "${pages_dir}/S*.md")
  # The folder is a dependency too: removing a page touches nothing else.
  set(output "${CMAKE_BINARY_DIR}/generated/${module}_pages.cpp")
  add_custom_command(OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${output}" "-DPAGES_DIR=${pages_dir}"
            -P "${APLOMB_EMBED_PAGES_SCRIPT}"
    DEPENDS ${pages} "${APLOMB_EMBED_PAGES_SCRIPT}" "${pages_dir}"
    COMMENT "Embedding the diagnostics pages"
    VERBATIM)
  target_sources(aplomb_${module} PRIVATE "${output}")
endfunction()
