# Tests that call compilers and CMake themselves: they are the same for every build of the suite.
find_program(GALLEY_GXX g++)
find_program(GALLEY_CLANGXX NAMES clang++)

set(source ${PROJECT_SOURCE_DIR})
set(tests ${CMAKE_CURRENT_SOURCE_DIR})

function(galley_script_test name)
  add_test(NAME ${name} COMMAND ${ARGN} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES SKIP_RETURN_CODE 77)
endfunction()

set(utfcpp_flags "")
if(utf8cpp_FOUND)
  get_target_property(folders utf8cpp INTERFACE_INCLUDE_DIRECTORIES)
  foreach(folder IN LISTS folders)
    list(APPEND utfcpp_flags --system ${folder})
  endforeach()
endif()

foreach(compiler IN ITEMS gcc:${GALLEY_GXX} clang:${GALLEY_CLANGXX})
  string(REGEX MATCH "^([a-z]+):(.*)$" compiler ${compiler})
  set(name ${CMAKE_MATCH_1})
  set(command ${CMAKE_MATCH_2})
  if(command MATCHES "NOTFOUND$")
    galley_skipped_test(headers/${name} "${name} was not found")
    galley_skipped_test(freestanding/${name} "${name} was not found")
    continue()
  endif()
  galley_script_test(headers/${name} Python3::Interpreter ${tests}/headers/check.py --compiler ${command} ${utfcpp_flags})
  galley_script_test(freestanding/${name} Python3::Interpreter ${tests}/freestanding/check.py --compiler ${command})
endforeach()

galley_script_test(layers Python3::Interpreter ${tests}/layers/check.py)
galley_script_test(layers/self-test Python3::Interpreter ${tests}/layers/check.py --self-test)
galley_script_test(lint/version Python3::Interpreter ${tests}/lint/version.py)
galley_script_test(lint/options Python3::Interpreter ${tests}/lint/options.py)
galley_script_test(mutations Python3::Interpreter ${source}/tools/mutate.py --check)
galley_script_test(readme Python3::Interpreter ${source}/tools/readme.py --check)
galley_script_test(single/current Python3::Interpreter ${source}/tools/amalgamate.py --check)

foreach(mode add_subdirectory find_package pkg_config single_header)
  galley_script_test(consumer/${mode} sh ${tests}/consumer/run.sh ${mode} ${source}
    ${CMAKE_CURRENT_BINARY_DIR}/consumer/${mode} ${CMAKE_COMMAND} ${CMAKE_CXX_COMPILER} ${CMAKE_GENERATOR}
  )
endforeach()

galley_script_test(try sh ${source}/tools/try.sh)
if(GALLEY_BUILD_EXAMPLES)
  galley_script_test(program Python3::Interpreter ${tests}/program/check.py $<TARGET_FILE:galley_example_galley>)
endif()

