# What galley's own programs are compiled with. Users of the library never see this file.
option(GALLEY_WERROR "Warnings in galley's own build are errors" ON)
set(GALLEY_SANITIZE "" CACHE STRING "Value of -fsanitize= for galley's own programs, such as address,undefined")

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release)
endif()

add_library(galley_development INTERFACE)
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
  target_compile_options(galley_development INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wundef
    $<$<BOOL:${GALLEY_WERROR}>:-Werror>
  )
endif()
if(GALLEY_SANITIZE)
  set(galley_sanitize -fsanitize=${GALLEY_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_options(galley_development INTERFACE ${galley_sanitize})
  target_link_options(galley_development INTERFACE ${galley_sanitize})
endif()

# galley_program(name source...): a program of ours over include/.
function(galley_program name)
  add_executable(${name} ${ARGN})
  target_link_libraries(${name} PRIVATE galley::galley galley_development)
  set_target_properties(${name} PROPERTIES CXX_EXTENSIONS OFF)
endfunction()
