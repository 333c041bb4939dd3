# What every folder is built with: one library a folder, tables embedded, tests by the line.

set(ZW_WARNINGS -Wall -Wextra -Wshadow -Wpointer-arith -Wvla -Wformat=2 -Wundef)
set(ZW_C_WARNINGS -Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings)

function(zw_compile_options target)
  target_compile_options(${target} PRIVATE
    $<$<COMPILE_LANGUAGE:C,CXX>:${ZW_WARNINGS}> $<$<COMPILE_LANGUAGE:C>:${ZW_C_WARNINGS}>)
  target_compile_definitions(${target} PRIVATE _POSIX_C_SOURCE=200809L
    ZW_VERSION="${PROJECT_VERSION}")
  if(ZW_WERROR)
    target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:C,CXX>:-Werror>)
  endif()
  if(ZW_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${ZW_SANITIZE} -fno-omit-frame-pointer
      -fno-sanitize-recover=all)
    target_link_options(${target} PUBLIC -fsanitize=${ZW_SANITIZE})
  endif()
  if(ZW_FUZZ)
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
endfunction()

# zw_folder(base SOURCES a.c b.c LINK zw_other): the library of one folder, zw_base.
function(zw_folder name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINK;PRIVATE" ${ARGN})
  add_library(zw_${name} STATIC ${arg_SOURCES})
  target_include_directories(zw_${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(zw_${name} PUBLIC ${arg_LINK} PRIVATE ${arg_PRIVATE})
  zw_compile_options(zw_${name})
endfunction()

# zw_embed(zw_facts data/units.tsv units_tsv): the file's bytes in the program as
#     extern const char units_tsv[], units_tsv_end[];
function(zw_embed target file symbol)
  set(path ${CMAKE_CURRENT_SOURCE_DIR}/${file})
  set(asm ${CMAKE_CURRENT_BINARY_DIR}/${symbol}.S)
  file(CONFIGURE OUTPUT ${asm} CONTENT [[
    .section .rodata
    .global @symbol@
    .global @symbol@_end
@symbol@:
    .incbin "@path@"
@symbol@_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
]] @ONLY)
  set_source_files_properties(${asm} PROPERTIES OBJECT_DEPENDS ${path})
  target_sources(${target} PRIVATE ${asm})
endfunction()

# zw_unit(numeral LINK zw_base): tests/unit/test_numeral.c as the ctest unit.numeral.
function(zw_unit name)
  cmake_parse_arguments(arg "" "" "LINK" ${ARGN})
  add_executable(test_${name} test_${name}.c)
  target_link_libraries(test_${name} PRIVATE ${arg_LINK} PkgConfig::CMOCKA)
  zw_compile_options(test_${name})
  set_target_properties(test_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  add_test(NAME unit.${name} COMMAND test_${name})
  set_tests_properties(unit.${name} PROPERTIES LABELS unit)
endfunction()
