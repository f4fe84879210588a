# Headers, the CMake package and the pkg-config file. Nothing here depends on the architecture.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(galley_package_dir ${CMAKE_INSTALL_DATADIR}/cmake/galley)

install(DIRECTORY include/galley DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.hpp")
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})

install(TARGETS galley EXPORT galley_targets INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT galley_targets NAMESPACE galley:: FILE galley-targets.cmake DESTINATION ${galley_package_dir})

configure_package_config_file(cmake/galley-config.cmake.in galley-config.cmake
  INSTALL_DESTINATION ${galley_package_dir}
)
write_basic_package_version_file(galley-config-version.cmake COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES
  ${CMAKE_CURRENT_BINARY_DIR}/galley-config.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/galley-config-version.cmake
  DESTINATION ${galley_package_dir}
)

# The prefix is told relative to the file, so that the tree may be moved. An absolute include directory stays as it is.
file(RELATIVE_PATH galley_pc_to_prefix /prefix/${CMAKE_INSTALL_DATADIR}/pkgconfig /prefix)
if(IS_ABSOLUTE "${CMAKE_INSTALL_INCLUDEDIR}")
  set(galley_pc_includedir "${CMAKE_INSTALL_INCLUDEDIR}")
else()
  set(galley_pc_includedir "\${prefix}/${CMAKE_INSTALL_INCLUDEDIR}")
endif()
configure_file(cmake/galley.pc.in galley.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/galley.pc DESTINATION ${CMAKE_INSTALL_DATADIR}/pkgconfig)
