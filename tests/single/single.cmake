# galley_single: the library as single_include/ has it. The tests name each header by itself, so here every header's name
# leads to the one file. interop/ is not part of it and is taken from include/.
set(forward ${CMAKE_CURRENT_BINARY_DIR}/single/forward)
file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/include/galley/*.hpp)
list(REMOVE_ITEM headers galley/galley.hpp)
foreach(header IN LISTS headers)
  set(target ${PROJECT_SOURCE_DIR}/single_include/galley/galley.hpp)
  if(header MATCHES "^galley/interop/")
    set(target ${PROJECT_SOURCE_DIR}/include/${header})
  endif()
  file(CONFIGURE OUTPUT ${forward}/${header} CONTENT "#pragma once\n#include \"${target}\"\n" @ONLY)
endforeach()

# The second build of the suite is also the one with the other choices: C++20, and char without a sign.
add_library(galley_single INTERFACE)
target_include_directories(galley_single INTERFACE ${PROJECT_SOURCE_DIR}/single_include ${forward})
target_compile_features(galley_single INTERFACE cxx_std_20)
target_compile_options(galley_single INTERFACE -funsigned-char)
