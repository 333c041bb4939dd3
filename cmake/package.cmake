# What is installed beside the programs, and the Debian package of it all.

# zw_completions(zhengwen): the program writes its own completion scripts when it is built.
function(zw_completions program)
  set(dir ${CMAKE_BINARY_DIR}/completion)
  add_custom_command(OUTPUT ${dir}/${program}.bash ${dir}/_${program}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${dir}
    COMMAND ${program} completion bash > ${dir}/${program}.bash
    COMMAND ${program} completion zsh > ${dir}/_${program}
    DEPENDS ${program})
  add_custom_target(completion-${program} ALL DEPENDS ${dir}/${program}.bash ${dir}/_${program})
  install(FILES ${dir}/${program}.bash RENAME ${program}
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
  install(FILES ${dir}/_${program} DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
endfunction()

foreach(program zhengwen zhengwen-index)
  if(TARGET ${program})
    zw_completions(${program})
  endif()
endforeach()

install(FILES docs/man/zhengwen.1 docs/man/zhengwen-index.1
  DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES docs/man/zhengwen-query.7 DESTINATION ${CMAKE_INSTALL_MANDIR}/man7)
install(FILES README.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY corpus/sample DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR}
  FILES_MATCHING PATTERN "*.md" PATTERN "*.json" PATTERN "man" EXCLUDE)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "the zhengwen authors <zhengwen@localhost>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS poppler-utils)
include(CPack)
